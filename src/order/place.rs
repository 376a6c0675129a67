//! Placing an order: in one transaction the bag becomes the order, the stock is taken, and the
//! letter is posted. What ends halfway has not happened.

use super::{Document, entity::order, letter, notify, status, status::FulfillmentStatus, store};
use crate::{
    account::server::{addresses, limits::Limit},
    base::{date, error::AppError},
    cart::{self, Bag, Line},
    catalog,
    checkout::Step,
    platform::cookies::Token,
    pricing::payment::PaymentMethod,
    request::context::Visit,
};
use sea_orm::ConnectionTrait;

/// What came of placing an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placed {
    /// It is placed, now or by an earlier click; this is its public id.
    Order(String),
    /// This step's answers are missing or wrong.
    Due(Step),
    /// It costs something else than the shopper saw.
    OtherTotal,
    /// Something in the bag is not as the shopper saw it.
    OtherBag,
}

/// Places the order of whoever visits: the bag that the page had as `key`, at the `total` it showed.
/// `secret` is what the browser will know the order by.
pub async fn place(
    visit: &Visit,
    key: &str,
    total: i64,
    secret: &Token,
) -> Result<Placed, AppError> {
    let state = &visit.state;
    let tx = state.db.begin().await?;
    let bag = Bag::read(&tx, visit).await?;
    let Some(row) = bag.row.as_ref().filter(|row| row.public_id == key) else {
        // A second click, or another tab: the bag is an order already.
        return Ok(match store::by_public_id(&tx, key).await? {
            Some(order) if is_of(&order, visit) => Placed::Order(order.public_id),
            _ => Placed::OtherBag,
        });
    };
    let due = Step::due(&bag, &state.config);
    if due != Step::Review {
        return Ok(Placed::Due(due));
    }
    if bag.lines.iter().any(|line| line.quantity != line.wanted) {
        return Ok(Placed::OtherBag);
    }
    if bag.totals.total != total {
        return Ok(Placed::OtherTotal);
    }
    let now = date::now();
    let email = bag.details.email.clone();
    let limits = [
        Limit::orders_from(&visit.address, &state.config),
        Limit::orders_of(&email, &state.config),
    ];
    for limit in &limits {
        if limit.attempt(&tx, now).await?.is_some() {
            return Err(AppError::TooMany);
        }
    }
    if !taken(&tx, &bag).await? {
        return Ok(Placed::OtherBag);
    }
    let document = Document::of(&bag, visit);
    if let Some(code) = &document.coupon_code {
        store::use_coupon(&tx, code).await?;
    }
    let payment = bag.payment().map(PaymentMethod::begins_as);
    let order = order::Model {
        id: row.id,
        public_id: row.public_id.clone(),
        secret_hash: secret.hash(),
        customer_id: visit.session.as_ref().map(|session| session.customer.id),
        placed_at: now,
        payment_status: payment.map(|it| status::name(&it)).unwrap_or_default(),
        fulfillment_status: status::name(&FulfillmentStatus::AwaitingProcessing),
        total: bag.totals.total,
        words: format!(
            "{} {} {}",
            row.public_id.to_lowercase(),
            email.to_lowercase(),
            document.words()
        ),
        document: serde_json::to_string(&document).map_err(|_| AppError::Internal)?,
        announced: false,
        withdrawn_at: None,
        email: email.clone(),
    };
    store::add(&tx, order.clone()).await?;
    let letter = letter::confirmation(&order, &document, &state.shop, &visit.origin());
    let due = store::next_confirmation(&tx, &email, now).await?;
    store::post_at(&tx, order.id, &email, letter, now, due).await?;
    notify::of_order(&tx, visit, &order, &document, now).await?;
    if let Some(session) = visit.session.as_ref().filter(|it| it.addresses.is_empty()) {
        addresses::keep(&tx, session.customer.id, None, &document.shipping).await?;
    }
    cart::store::delete(&tx, row.id, now).await?;
    tx.commit().await?;
    state.mail_waits.notify_one();
    Ok(Placed::Order(order.public_id))
}

/// The order that this guest's cart became, if nobody has seen that it is placed: the answer was lost.
pub async fn unseen(visit: &Visit) -> Result<Option<order::Model>, AppError> {
    let Some(token) = visit.cart.as_ref().filter(|_| visit.session.is_none()) else {
        return Ok(None);
    };
    let found = store::unannounced(&visit.state.db.read, token).await?;
    Ok(found.filter(|order| is_of(order, visit)))
}

/// Whether `order` was placed by whoever visits.
pub fn is_of(order: &order::Model, visit: &Visit) -> bool {
    let customer = visit.session.as_ref().map(|session| session.customer.id);
    let is_customers = customer.is_some() && order.customer_id == customer;
    let holds = |token: &Option<Token>| {
        let hash = token.as_ref().map(Token::hash);
        hash.is_some_and(|hash| hash == order.secret_hash)
    };
    let is_fresh = order.placed_at + date::DAY > date::now();
    is_customers || holds(&visit.order) || is_fresh && holds(&visit.cart)
}

/// Takes everything in `bag` off the stock; whether there was enough of all of it.
async fn taken(tx: &impl ConnectionTrait, bag: &Bag) -> Result<bool, AppError> {
    let mut sold_out = Vec::new();
    for line in bag.sold() {
        let Some(place) = stocked(line) else { continue };
        match store::take(tx, line.product.id, place, line.quantity).await? {
            Some(true) => sold_out.push(line.product.id),
            Some(false) => {}
            None => return Ok(false),
        }
    }
    catalog::store::note_stock(tx, &sold_out).await?;
    Ok(true)
}

/// Where the stock of a line is counted: at its variation, or at the product; `None` is nowhere.
fn stocked(line: &Line) -> Option<Option<i64>> {
    let mut variations = line.product.variations.iter();
    let own = variations.find(|it| Some(it.id) == line.variation && it.stock.is_some());
    own.map(|it| Some(it.id))
        .or(line.product.stock.map(|_| None))
}
