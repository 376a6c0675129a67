//! Placing an order: in one transaction the cart becomes the order, the stock is taken, and the
//! e-mail is posted. What ends halfway has not happened.

use super::{
    OrderDocument, abandoned_carts, confirm,
    entity::order,
    payment, pickup,
    status::{FulfillmentStatus, WithdrawalState},
    store, timeline,
};
use crate::{
    account::{addresses, context::Visitor, limits::Limit},
    base::{date, error::AppError},
    cart::{self, Cart, CartContext, Line, order_copy::CartCopy},
    catalog::{
        Product,
        snapshot::Catalog,
        store::stock::{self, Cause, Kind},
    },
    checkout::Step,
    platform::{
        audit::Actor,
        cookies::Token,
        db::{Db, retried},
        services::Services,
        shop_view::ShopView,
    },
    pricing::{
        discount,
        payment::{PaymentMethod, PaymentStatus},
    },
};
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

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
    let (db, config) = (&services.db, &services.config);
    let Purchase { visitor, key, .. } = purchase;
    let tx = db.begin().await?;
    // Of two clicks at once the second waits here, and finds the order of the first.
    if let Some(owner) = &purchase.cart.owner {
        cart::store::find_to_change(&tx, owner).await?;
    }
    let cart = Cart::read(&tx, &purchase.cart).await?;
    let Some(row) = cart.row.as_ref().filter(|row| row.public_id == *key) else {
        // A second click, or another tab: the cart is an order already.
        return Ok(match store::by_public_id(&tx, key).await? {
            Some(order) if is_of(&order, visitor) => outcome_of(order),
            _ => PlaceOutcome::OtherCart,
        });
    };
    let due = Step::due(&cart, config);
    if due != Step::Review {
        return Ok(PlaceOutcome::Due(due));
    }
    if cart.lines.iter().any(|line| line.quantity != line.wanted) {
        return Ok(PlaceOutcome::OtherCart);
    }
    let is_other_currency = !["", config.currency.as_str()].contains(&purchase.currency);
    if cart.totals.total != purchase.total || is_other_currency {
        return Ok(PlaceOutcome::OtherTotal);
    }
    let now = date::now();
    let email = cart.details.email.clone();
    let limits = [
        Limit::orders_from(&visitor.address, config),
        Limit::orders_of(&email, config),
    ];
    for limit in &limits {
        if limit.attempt(&tx, now).await?.is_some() {
            return Err(AppError::TooMany);
        }
    }
    let by = &placing(visitor);
    let cause = Cause::with_order(Kind::Sold, &row.public_id, by);
    if !take_stock(&tx, &cart, &cause).await? {
        return Ok(PlaceOutcome::OtherCart);
    }
    // What costs nothing is paid by nothing.
    let paid_by = cart.payment().filter(|_| cart.totals.total > 0);
    let mut document = OrderDocument::of(&cart, &purchase.view);
    document.pickup_at = pickup::place(&cart, config, purchase.view.language);
    if paid_by.is_none() {
        document.payment = None;
        document.instructions = String::new();
    }
    if let Some(code) = &document.coupon_code {
        let coupon = discount::named(&config.coupons, code);
        let most = coupon.and_then(|coupon| coupon.uses);
        if !cart::coupon::count_use(&tx, code, most).await? {
            return Ok(PlaceOutcome::OtherTotal);
        }
    }
    let payment = paid_by.map(PaymentMethod::begins_as);
    let number = (row.id, row.public_id.clone());
    let mut order = placed_of(number, &document, &email, now)?;
    order.secret_hash = purchase.secret.hash();
    order.customer_id = visitor.session.as_ref().map(|session| session.customer.id);
    order.payment_status = payment.unwrap_or(PaymentStatus::NotRequired);
    store::add(&tx, order.clone()).await?;
    timeline::placed(&tx, by, &order).await?;
    abandoned_carts::recovered::note(&tx, &cart.details, &order, &document.currency).await?;
    let online = paid_by.filter(|method| method.is_online());
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
    if let Some(session) = visitor
        .session
        .as_ref()
        .filter(|it| it.addresses.is_empty())
    {
        addresses::keep(&tx, session.customer.id, None, &document.shipping).await?;
    }
    cart::store::delete(&tx, row.id, now).await?;
    tx.commit().await?;
    if online.is_none() {
        confirm::note(&order);
    }
    Ok(outcome_of(order))
}

/// Returns a new order with this id and public id for `document`, placed `now`: without a customer, and unpaid.
pub(super) fn placed_of(
    (id, public_id): (i64, String),
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

/// Takes everything in `cart` off the stock; `false` if there is not enough of something.
async fn take_stock(
    tx: &impl ConnectionTrait,
    cart: &Cart,
    cause: &Cause<'_>,
) -> Result<bool, AppError> {
    Ok(take_stock_allowing_shortage(tx, cart, cause)
        .await?
        .is_some())
}

/// Takes everything in `cart` off the stock, and returns how many were missing by line id.
///
/// Only lines that staff agreed to sell beyond the stock may be short; `None` if another one is.
pub(super) async fn take_stock_allowing_shortage(
    tx: &impl ConnectionTrait,
    cart: &Cart,
    cause: &Cause<'_>,
) -> Result<Option<HashMap<i64, i64>>, AppError> {
    let (mut sold_out, mut missing) = (Vec::new(), HashMap::new());
    // In one order for everybody: two carts with the same things would wait for each other.
    let mut lines: Vec<&Line> = cart.sold().collect();
    lines.sort_by_key(|line| (line.product.id, line.variation));
    for line in lines {
        let (id, quantity) = (line.product.id, line.quantity);
        let Some(place) = stock_place(&line.product, line.variation) else {
            continue;
        };
        let beyond = line.left.map_or(0, |left| quantity - left).max(0);
        let mut taken = stock::take(tx, id, place, quantity, cause).await?;
        if taken.is_none() && beyond > 0 {
            taken = stock::take_beyond(tx, id, place, (quantity - beyond, beyond), cause).await?;
            missing.insert(line.id, beyond);
        }
        match taken {
            Some(true) => sold_out.push(id),
            Some(false) => {}
            None => return Ok(None),
        }
    }
    stock::note(tx, &sold_out).await?;
    Ok(Some(missing))
}

/// Returns where the stock of `product` is counted: `Some(Some(id))` at its `variation`, `Some(None)` at the product, `None` if it
/// is not counted.
pub fn stock_place(product: &Product, variation: Option<i64>) -> Option<Option<i64>> {
    let mut variations = product.variations.iter();
    let own = variations.find(|it| Some(it.id) == variation && it.stock.is_some());
    own.map(|it| Some(it.id)).or(product.stock.map(|_| None))
}
