//! Placing an order: in one transaction the cart becomes the order, the stock is taken, and the
//! e-mail is posted. What ends halfway has not happened.

use super::{
    OrderDocument, abandoned_carts, confirm,
    entity::order,
    payment, pickup,
    status::{FulfillmentStatus, WithdrawalState},
    store, take_stock, timeline,
};
use crate::{
    account::{addresses, context::Visitor, limits::Limit},
    base::{date, error::AppError},
    cart::{self, Cart, CartContext, CartRow, order_copy::CartCopy},
    catalog::{
        snapshot::Catalog,
        store::stock::{Cause, Kind},
    },
    checkout::Step,
    platform::{
        audit::Actor,
        config::Config,
        cookies::Token,
        db::{Db, retried},
        services::Services,
        shop_view::ShopView,
    },
    pricing::{
        discount,
        payment::{Method, PaymentMethod, PaymentStatus},
    },
};
use sea_orm::ConnectionTrait;

/// What came of placing an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceOutcome {
    /// It is placed, now or by an earlier click; this is its public id.
    Order(String),
    /// It is made, and placed once it is paid; this is its public id.
    ToPay(String),
    /// This step's answers are missing or wrong.
    Due(Step),
    /// It costs something else than the shopper saw.
    OtherTotal,
    /// Something in the cart is not as the shopper saw it.
    OtherCart,
}

/// The last click of a checkout.
pub struct Purchase<'a> {
    /// Who clicked.
    pub visitor: &'a Visitor,
    /// What their cart is read with.
    pub cart: CartContext<'a>,
    /// How they see the shop.
    pub view: ShopView<'a>,
    /// Public id of the cart that the page had.
    pub key: &'a str,
    /// The total that it showed, in minor units.
    pub total: i64,
    /// The currency that it showed; empty if it did not say.
    pub currency: &'a str,
    /// What the browser will know the order by.
    pub secret: &'a Token,
}

/// Places the order, or returns what prevents it.
pub async fn place(
    services: &Services,
    catalog: &Catalog,
    purchase: &Purchase<'_>,
) -> Result<PlaceOutcome, AppError> {
    let placed = retried(|| place_in_transaction(services, purchase)).await?;
    if matches!(placed, PlaceOutcome::Order(_) | PlaceOutcome::ToPay(_)) {
        catalog.note_sale();
        services.job_waits.notify_one();
    }
    Ok(placed)
}

async fn place_in_transaction(
    services: &Services,
    purchase: &Purchase<'_>,
) -> Result<PlaceOutcome, AppError> {
    let (config, visitor) = (&services.config, purchase.visitor);
    let tx = services.db.begin().await?;
    // Of two clicks at once the second waits here, and finds the order of the first.
    if let Some(owner) = &purchase.cart.owner {
        cart::store::find_to_change(&tx, owner).await?;
    }
    let cart = Cart::read(&tx, &purchase.cart).await?;
    let Some(row) = cart
        .row
        .as_ref()
        .filter(|row| row.public_id == purchase.key)
    else {
        return placed_before(&tx, purchase).await;
    };
    if let Some(obstacle) = obstacle(&cart, config, purchase) {
        return Ok(obstacle);
    }
    let now = date::now();
    count_attempt(&tx, config, visitor, &cart.details.email, now).await?;
    let actor = &placing(visitor);
    let cause = Cause::with_order(Kind::Sold, &row.public_id, actor);
    if take_stock::all(&tx, &cart, &cause).await?.is_none() {
        return Ok(PlaceOutcome::OtherCart);
    }
    let document = document_of(&cart, config, purchase);
    if !count_coupon(&tx, config, &document).await? {
        return Ok(PlaceOutcome::OtherTotal);
    }
    let order = order_of(&cart, row, &document, purchase, now)?;
    store::add(&tx, order.clone()).await?;
    timeline::placed(&tx, actor, &order).await?;
    abandoned_carts::recovered::note(&tx, &cart.details, &order, &document.currency).await?;
    let online = paid_by(&cart).filter(|method| method.is_online());
    match online {
        Some(method) => {
            let kept = CartCopy::of(&tx, row).await?;
            let (about, what) = (
                (&order, &document),
                (method, payment::PaymentPurpose::Order(&kept)),
            );
            payment::begin(&tx, config, about, what, (&visitor.origin, now)).await?;
        }
        None => confirm::confirm(&tx, config, &order, &document, &visitor.origin, now).await?,
    }
    let session = visitor.session.as_ref();
    if let Some(session) = session.filter(|it| it.addresses.is_empty()) {
        addresses::keep(&tx, session.customer.id, None, &document.shipping).await?;
    }
    cart::store::delete(&tx, row.id, now).await?;
    tx.commit().await?;
    if online.is_none() {
        confirm::note(&order);
    }
    Ok(outcome_of(order))
}

/// The order that the cart of the page became by a second click or in another tab, if it did.
async fn placed_before(
    tx: &impl ConnectionTrait,
    purchase: &Purchase<'_>,
) -> Result<PlaceOutcome, AppError> {
    let order = store::by_public_id(tx, purchase.key).await?;
    let own = order.filter(|order| is_of(order, purchase.visitor));
    Ok(own.map_or(PlaceOutcome::OtherCart, outcome_of))
}

/// What is missing in `cart`, or is not as the shopper saw it; `None` if it can become an order.
fn obstacle(cart: &Cart, config: &Config, purchase: &Purchase<'_>) -> Option<PlaceOutcome> {
    let due = Step::due(cart, config);
    if due != Step::Review {
        return Some(PlaceOutcome::Due(due));
    }
    if cart.lines.iter().any(|line| line.quantity != line.wanted) {
        return Some(PlaceOutcome::OtherCart);
    }
    let is_other_currency = !["", config.currency.as_str()].contains(&purchase.currency);
    let is_other_total = cart.totals.total != purchase.total || is_other_currency;
    is_other_total.then_some(PlaceOutcome::OtherTotal)
}

/// Counts an order of this network and this e-mail address; [`AppError::TooMany`] if there were too many.
async fn count_attempt(
    tx: &impl ConnectionTrait,
    config: &Config,
    visitor: &Visitor,
    email: &str,
    now: i64,
) -> Result<(), AppError> {
    let limits = [
        Limit::orders_from(&visitor.address, config),
        Limit::orders_of(email, config),
    ];
    for limit in &limits {
        if limit.attempt(tx, now).await?.is_some() {
            return Err(AppError::TooMany);
        }
    }
    Ok(())
}

/// How `cart` is paid; what costs nothing is paid by nothing.
fn paid_by(cart: &Cart) -> Option<&Method> {
    cart.payment().filter(|_| cart.totals.total > 0)
}

/// What is ordered by `purchase`.
fn document_of(cart: &Cart, config: &Config, purchase: &Purchase<'_>) -> OrderDocument {
    let mut document = OrderDocument::of(cart, &purchase.view);
    document.pickup_at = pickup::place(cart, config, purchase.view.language);
    if paid_by(cart).is_none() {
        document.payment = None;
        document.instructions = String::new();
    }
    document
}

/// Counts a use of the coupon, if there is one; `false` if it was used up meanwhile.
async fn count_coupon(
    tx: &impl ConnectionTrait,
    config: &Config,
    document: &OrderDocument,
) -> Result<bool, AppError> {
    let Some(code) = &document.coupon_code else {
        return Ok(true);
    };
    let coupon = discount::named(&config.coupons, code);
    let most = coupon.and_then(|coupon| coupon.uses);
    cart::coupon::count_use(tx, code, most).await
}

/// The order of `document` that the cart in `row` becomes.
fn order_of(
    cart: &Cart,
    row: &CartRow,
    document: &OrderDocument,
    purchase: &Purchase<'_>,
    now: i64,
) -> Result<order::Model, AppError> {
    let session = purchase.visitor.session.as_ref();
    let begins_as = paid_by(cart).map(PaymentMethod::begins_as);
    Ok(order::Model {
        secret_hash: purchase.secret.hash(),
        customer_id: session.map(|session| session.customer.id),
        payment_status: begins_as.unwrap_or(PaymentStatus::NotRequired),
        ..placed_of(
            row.id,
            row.public_id.clone(),
            document,
            &cart.details.email,
            now,
        )?
    })
}

/// Returns a new order with this id and public id for `document`, placed `now`: without a customer, and unpaid.
pub(super) fn placed_of(
    id: i64,
    public_id: String,
    document: &OrderDocument,
    email: &str,
    now: i64,
) -> Result<order::Model, AppError> {
    Ok(order::Model {
        id,
        secret_hash: Vec::new(),
        customer_id: None,
        placed_at: now,
        payment_status: PaymentStatus::NotRequired,
        fulfillment_status: FulfillmentStatus::AwaitingProcessing,
        total: document.totals.total,
        words: document.words_of(&public_id, email),
        document: serde_json::to_string(document).map_err(AppError::internal)?,
        announced: false,
        withdrawn_at: None,
        withdrawal: WithdrawalState::Open,
        paid_at: None,
        shipped_at: None,
        is_delivered: true,
        paid_later: false,
        payment_method: String::new(),
        delivery_method: String::new(),
        country: String::new(),
        tracking_number: String::new(),
        carrier: String::new(),
        email: email.to_owned(),
        public_id,
    }
    .listed_by(document))
}

/// Who places the order: whoever shops, or somebody of the staff for them.
fn placing(visitor: &Visitor) -> Actor {
    let staff = visitor.session.as_ref().map(|it| it.staff.as_str());
    match staff.filter(|who| !who.is_empty()) {
        Some(who) => Actor {
            who: who.to_owned(),
            ..Actor::shopper()
        },
        None => Actor::shopper(),
    }
}

fn outcome_of(order: order::Model) -> PlaceOutcome {
    match order.payment_status {
        PaymentStatus::Incomplete => PlaceOutcome::ToPay(order.public_id),
        _ => PlaceOutcome::Order(order.public_id),
    }
}

/// Returns the order that this guest's cart became, if its confirmation was never shown because the response was lost.
pub async fn unseen(db: &Db, visitor: &Visitor) -> Result<Option<order::Model>, AppError> {
    let Some(token) = visitor
        .cart_token
        .as_ref()
        .filter(|_| visitor.session.is_none())
    else {
        return Ok(None);
    };
    let found = store::unannounced(&db.read, token).await?;
    Ok(found.filter(|order| is_of(order, visitor)))
}

/// Returns `true` if `order` belongs to the visitor: by their account, or by a token that their browser holds.
pub fn is_of(order: &order::Model, visitor: &Visitor) -> bool {
    let customer = visitor.session.as_ref().map(|session| session.customer.id);
    let is_customers = customer.is_some() && order.customer_id == customer;
    let holds = |token: &Option<Token>| {
        let hash = token.as_ref().map(Token::hash);
        hash.is_some_and(|hash| hash == order.secret_hash)
    };
    let is_fresh = order.placed_at + date::DAY > date::now();
    is_customers || holds(&visitor.order_access_token) || is_fresh && holds(&visitor.cart_token)
}
