//! Orders that staff enter for a customer: priced, taken off the stock and placed like orders from the shop.

use super::{
    Method, OrderDocument, agreements::agreed, confirm, emails, entity::order, pay_link, pickup,
    place::placed_of, status::FulfillmentStatus, store, take_stock, timeline,
};
use crate::{
    account::{
        customers::group,
        entity::{customer, customer_group},
        store as customers,
    },
    base::{date, error::AppError},
    cart::{
        Buyer, Cart, CartContext, CartTerms, by_staff::StaffCart, order_copy::reserve,
        store as carts,
    },
    catalog::store::stock::{Cause, Kind},
    platform::{
        audit::Actor,
        cookies::Token,
        db::retried,
        link_key::LinkKey,
        mail::{self, Posting},
        shop_view::ShopView,
    },
    pricing::payment::PaymentStatus,
    request::state::AppState,
};
use sea_orm::{ConnectionTrait, DatabaseTransaction};

/// How it is paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payment {
    /// It is not yet: the shopper gets a link to what is to be done.
    Due,
    /// It is, in the way that has this title.
    Paid(String),
}

/// An order as it is written down.
#[derive(Clone, Debug)]
pub struct StaffOrder {
    /// Its number, which the form began with: sent twice, it is placed once.
    pub number: String,
    /// What is in it, and where it goes.
    pub cart: StaffCart,
    /// Name of the delivery, if it is none of the shop's methods.
    pub sending: String,
    /// How it is paid.
    pub payment: Payment,
}

/// The order as it would be.
pub struct StaffOrderTotals {
    /// What is in it, and what it costs.
    pub cart: Cart,
    /// Whose account the e-mail address is.
    pub customer: Option<customer::Model>,
}

/// What came of placing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StaffOrderOutcome {
    /// It is placed, now or by an earlier click.
    Order,
    /// There is nothing in it.
    Nothing,
    /// There is not enough of something.
    Short,
    /// It costs something else than whoever placed it saw.
    OtherTotal,
    /// No way of delivery or payment is chosen that fits.
    NoWay,
}

/// A number that no order has.
pub fn new_number() -> String {
    carts::new_number()
}

/// Returns the order's cart and totals at today's prices, and the customer with its e-mail address.
pub async fn calculate(
    db: &impl ConnectionTrait,
    context: &CartContext<'_>,
    written: &StaffOrder,
) -> Result<StaffOrderTotals, AppError> {
    let email = &written.cart.details.email;
    let customer = match email.as_str() {
        "" => None,
        email => customers::by_email(db, email).await?,
    };
    let group: Option<customer_group::Model> = match customer.as_ref().and_then(|it| it.group_id) {
        Some(id) => group::find(db, id).await?,
        None => None,
    };
    let buyer = customer.as_ref().map(|it| Buyer {
        group: group.as_ref().map(|group| group.name.as_str()),
        is_exempt: it.is_exempt,
        tax_id: &it.tax_id,
    });
    let terms = CartTerms {
        buyer: buyer.unwrap_or_default(),
        ..CartTerms::default()
    };
    let cart = written.cart.cart(context, terms);
    Ok(StaffOrderTotals { cart, customer })
}

/// The context that such an order is calculated in: the shop's, and nobody's session.
pub fn context(state: &AppState) -> CartContext<'_> {
    CartContext {
        owner: None,
        session: None,
        language: state.config.own_language(),
        config: &state.config,
        prices: &state.shop.prices,
        snapshot: state.catalog.snapshot(),
        links: state.links(),
    }
}

/// Places the order `written`, if its total still equals `saw`, in minor units. Links in its e-mail lead to `origin`.
pub async fn place(
    state: &AppState,
    written: &StaffOrder,
    saw: i64,
    origin: &str,
    by: &Actor,
) -> Result<StaffOrderOutcome, AppError> {
    let placed = retried(|| attempt(state, written, saw, origin, by)).await?;
    if placed == StaffOrderOutcome::Order {
        state.catalog.note_sale();
        state.job_waits.notify_one();
    }
    Ok(placed)
}

async fn attempt(
    state: &AppState,
    written: &StaffOrder,
    saw: i64,
    origin: &str,
    by: &Actor,
) -> Result<StaffOrderOutcome, AppError> {
    let (config, now) = (&state.config, date::now());
    let tx = state.db.begin().await?;
    if store::by_public_id(&tx, &written.number).await?.is_some() {
        return Ok(StaffOrderOutcome::Order);
    }
    let StaffOrderTotals { cart, customer } = calculate(&tx, &context(state), written).await?;
    let own_sending = written.cart.shipping.is_some();
    let needs_way = cart.needs_delivery() && cart.method().is_none() && !own_sending;
    let is_due = cart.totals.total > 0 && written.payment == Payment::Due;
    if cart.is_empty() && cart.totals.total == 0 {
        return Ok(StaffOrderOutcome::Nothing);
    }
    if cart.lines.iter().any(|line| line.quantity != line.wanted) {
        return Ok(StaffOrderOutcome::Short);
    }
    if needs_way || is_due && cart.payment().is_none() {
        return Ok(StaffOrderOutcome::NoWay);
    }
    if cart.totals.total != saw {
        return Ok(StaffOrderOutcome::OtherTotal);
    }
    let cause = Cause::with_order(Kind::Sold, &written.number, by);
    let Some(missing) = take_stock::all(&tx, &cart, &cause).await? else {
        return Ok(StaffOrderOutcome::Short);
    };
    let mut document = document(state, written, &cart);
    for (line, item) in cart.sold().zip(&mut document.items) {
        item.missing = missing.get(&line.id).copied().unwrap_or(0);
    }
    let status = match &written.payment {
        _ if cart.totals.total == 0 => PaymentStatus::NotRequired,
        Payment::Paid(_) => PaymentStatus::Paid,
        // It is placed already: a payment online is begun by the link.
        Payment::Due => PaymentStatus::AwaitingPayment,
    };
    let (id, _) = reserve(&tx, now).await?;
    let nobody = Token::random().map_err(AppError::internal)?;
    let email = cart.details.email.clone();
    let mut order = placed_of(id, written.number.clone(), &document, &email, now)?;
    order.secret_hash = nobody.hash();
    order.customer_id = customer.map(|it| it.id);
    order.payment_status = status;
    order.fulfillment_status = FulfillmentStatus::AwaitingProcessing;
    order.paid_at = (status == PaymentStatus::Paid).then_some(now);
    // No page of the shop thanks for it.
    order.announced = true;
    store::add(&tx, order.clone()).await?;
    timeline::placed(&tx, by, &order).await?;
    match status {
        PaymentStatus::AwaitingPayment => post_link(&tx, state, &order, &document, origin).await?,
        _ => confirm::confirm(&tx, config, &order, &document, origin, now).await?,
    }
    tx.commit().await?;
    confirm::note(&order);
    Ok(StaffOrderOutcome::Order)
}

/// Posts the e-mail with the link to pay by.
async fn post_link(
    tx: &DatabaseTransaction,
    state: &AppState,
    order: &order::Model,
    document: &OrderDocument,
    origin: &str,
) -> Result<(), AppError> {
    let config = &state.config;
    let key = LinkKey::of(tx).await?;
    let link = pay_link::link(&key, order, origin);
    let agreed = agreed(tx, config, config.language(document.language), origin).await?;
    let email = emails::to_pay(order, document, config, &link, agreed)?;
    let posting = Posting::to(&order.email, order.placed_at).about(order.id);
    mail::enqueue(tx, posting, email).await
}

/// What is ordered, as it is agreed.
fn document(state: &AppState, written: &StaffOrder, cart: &Cart) -> OrderDocument {
    let view = ShopView {
        prices: &state.shop.prices,
        weight: state.shop.weight,
        language: state.config.own_language(),
        origin: "",
    };
    let mut document = OrderDocument::of(cart, &view);
    document.pickup_at = pickup::place(cart, &state.config, view.language);
    if written.cart.shipping.is_some() && !written.sending.is_empty() {
        (document.is_pickup, document.pickup_at) = (false, String::new());
        document.delivery = Some(Method {
            id: String::new(),
            title: written.sending.clone(),
        });
    }
    match &written.payment {
        _ if cart.totals.total == 0 => document.payment = None,
        Payment::Paid(title) => {
            document.payment = Some(Method {
                id: String::new(),
                title: title.clone(),
            });
        }
        Payment::Due => return document,
    }
    document.instructions = String::new();
    document
}
