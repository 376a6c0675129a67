//! Money that comes when everything was given back: it buys what was ordered if that is still there; if not, the merchant decides.

use super::{PaymentState, entity::payment};
use crate::{
    base::error::AppError,
    cart,
    catalog::{
        Product,
        store::{
            products,
            stock::{self, Cause, Kind},
        },
    },
    order::{OrderDocument, entity::order, restock, store, take_stock::stock_place},
    platform::{audit::Actor, config::Config},
    pricing::{discount, payment::PaymentStatus},
};
use sea_orm::DatabaseTransaction;

/// What becomes of money that is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LateOutcome {
    /// What was ordered is taken off the stock again.
    TakeAgain,
    /// It is kept until the merchant decides.
    Hold,
}

/// Returns the state after a late payment, retaking stock that had been released; `None` rolls back because stock is gone.
///
/// `next` is the state that the provider's answer leads to; any other than [`PaymentState::Paid`] is returned as it is.
pub async fn after(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &mut OrderDocument,
    payment: &payment::Model,
    next: PaymentState,
    late: LateOutcome,
) -> Result<Option<PaymentState>, AppError> {
    if next != PaymentState::Paid {
        return Ok(Some(next));
    }
    if payment.placed {
        // Paid another way, or called off: the merchant decides.
        let is_due = order.payment_status == PaymentStatus::AwaitingPayment;
        return Ok(Some(if is_due { next } else { PaymentState::PaidLate }));
    }
    if payment.state.is_open() {
        return Ok(Some(next));
    }
    // Whoever called it off since then decided otherwise.
    let is_off = order.payment_status != PaymentStatus::Incomplete;
    if is_off || late == LateOutcome::Hold {
        return Ok(Some(PaymentState::PaidLate));
    }
    let is_there = taken_again(tx, config, order, document).await?;
    Ok(is_there.then_some(PaymentState::Paid))
}

/// What becomes of things that are not there any more.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Missing {
    /// Nothing is taken at all.
    Refuse,
    /// They are sold all the same.
    Sell,
}

/// Takes what `document` had released off the stock again, and its coupon's use; `false` if not all of it is in stock.
async fn taken_again(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &mut OrderDocument,
) -> Result<bool, AppError> {
    taken(tx, config, order, document, Missing::Refuse).await
}

/// Takes what `document` had released off the stock again, and its coupon's use; what is gone is stored as sold beyond the stock.
pub async fn take_what_there_is(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &mut OrderDocument,
) -> Result<(), AppError> {
    taken(tx, config, order, document, Missing::Sell)
        .await
        .map(|_| ())
}

async fn taken(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &mut OrderDocument,
    missing: Missing,
) -> Result<bool, AppError> {
    let by = Actor::shop();
    let cause = Cause::with_order(Kind::Sold, &order.public_id, &by);
    let mut ids: Vec<i64> = document.items.iter().map(|item| item.product).collect();
    ids.sort_unstable();
    ids.dedup();
    let products = products(tx, &ids).await?;
    // In one order for everybody: two orders of the same things would wait for each other.
    let mut places: Vec<usize> = (0..document.items.len()).collect();
    places.sort_by_key(|place| {
        let item = &document.items[*place];
        (item.product, item.variation)
    });
    let mut sold_out = Vec::new();
    for place in places {
        let quantity = restock::done(document, place);
        let item = &mut document.items[place];
        let product = products.get(&item.product);
        if product.is_none() && missing == Missing::Refuse {
            return Ok(false);
        }
        item.restocked = 0;
        item.restocked_unsent = 0;
        let counted = product.and_then(|it| Some((it, stock_place(it, item.variation)?)));
        let Some((product, counted)) = counted.filter(|_| quantity > 0) else {
            continue;
        };
        let mut done = stock::take(tx, item.product, counted, quantity, &cause).await?;
        if done.is_none() && missing == Missing::Sell {
            let there = left(product, counted).clamp(0, quantity);
            done = stock::take_beyond(tx, item.product, counted, there, quantity - there, &cause)
                .await?;
            item.missing += quantity - there;
        }
        match done {
            Some(true) => sold_out.push(item.product),
            Some(false) => {}
            None if missing == Missing::Refuse => return Ok(false),
            // Somebody bought it this moment: the transaction is done once more.
            None => return Err(AppError::Contended),
        }
    }
    document.restocked = false;
    if let Some(code) = document
        .coupon_code
        .clone()
        .filter(|_| document.coupon_returned)
    {
        let most = discount::named(&config.coupons, &code).and_then(|it| it.uses);
        // Who paid with the coupon paid with it: one use too many is no reason to keep the goods.
        document.coupon_returned = !cart::coupon::count_use(tx, &code, most).await?;
    }
    store::set_document(tx, order.id, document).await?;
    stock::note(tx, &sold_out).await?;
    Ok(true)
}

/// Returns the stock of the variation `counted`, or of `product` itself; 0 if it is not counted.
fn left(product: &Product, counted: Option<i64>) -> i64 {
    let of_variation = |id| {
        let mut variations = product.variations.iter();
        variations.find(|it| it.id == id).and_then(|it| it.stock)
    };
    let left = match counted {
        Some(variation) => of_variation(variation),
        None => product.stock,
    };
    left.unwrap_or_default()
}
