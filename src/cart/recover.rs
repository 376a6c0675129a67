//! Things of a cart that was left, in the cart of whoever follows the link to it.

use super::{
    Buyer, Cart, CartContext, CartTerms, Carts, Details, LineChoices, Owner,
    availability::{held, in_stock, limits},
    change::MAX_LINES,
    entity::line,
    model::lines_of,
    store::{self, Line},
};
use crate::{
    base::{date, error::AppError},
    catalog,
    platform::db::retried,
};
use sea_orm::{ConnectionTrait, DatabaseTransaction};

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecoverOutcome {
    /// How many things are new in the cart.
    pub added: i64,
    /// Number of lines that could not be added in full.
    pub short: usize,
}

impl Carts<'_> {
    /// Adds the `lines` of this reminder to the cart of `owner`, unless they are there already; returns how many were added.
    ///
    /// Nothing is removed from the cart, and repeating it changes nothing.
    pub async fn bring(
        &self,
        owner: &Owner,
        lines: &[Line],
        reminder: i64,
    ) -> Result<RecoverOutcome, AppError> {
        retried(|| self.bring_once(owner, lines, reminder)).await
    }

    async fn bring_once(
        &self,
        owner: &Owner,
        lines: &[Line],
        reminder: i64,
    ) -> Result<RecoverOutcome, AppError> {
        let now = date::now();
        let tx = self.db.begin().await?;
        let cart = self.open(&tx, owner, now).await?;
        let mut details = store::details_to_change(&tx, &cart, now).await?;
        let there = store::plain_lines(&tx, cart.id).await?;
        let mut brought = RecoverOutcome::default();
        // It is this very cart, and changed since perhaps: its shopper knows better.
        if details.reminder == Some(reminder) && !there.is_empty() {
            return Ok(brought);
        }
        for line in lines {
            let same = there.iter().filter(|it| it.is_like(line));
            let missing = line.quantity - same.map(|it| it.quantity).sum::<i64>();
            if missing > 0 {
                let added = put(&tx, cart.id, line, missing).await?;
                brought.added += added;
                brought.short += usize::from(added < missing);
            }
        }
        details.reminder = Some(reminder);
        store::keep(&tx, cart.id, &details, now).await?;
        tx.commit().await?;
        Ok(brought)
    }
}

/// Adds up to `wanted` of the product of `line` to the cart `cart`, as stock and limits allow; returns how many.
async fn put(
    tx: &DatabaseTransaction,
    cart: i64,
    line: &Line,
    wanted: i64,
) -> Result<i64, AppError> {
    let product = catalog::store::product(tx, line.product).await?;
    let chosen = serde_json::from_str::<LineChoices>(&line.chosen).ok();
    let (Some(product), Some(chosen)) = (product.filter(|it| it.enabled), chosen) else {
        return Ok(0);
    };
    if chosen.problem(&product).is_some() {
        return Ok(0);
    }
    let lines = store::lines(tx, cart).await?;
    let (limits, held) = (limits(&product), held(&product, &lines));
    let room = in_stock(&product, &chosen.selection(), &lines).min(limits.end() - held);
    let quantity = wanted.min(room);
    if quantity < (limits.start() - held).max(1) || lines.len() >= MAX_LINES {
        return Ok(0);
    }
    store::add(tx, cart, product.id, &chosen, quantity).await?;
    Ok(quantity)
}

impl Cart {
    /// Returns a cart of `lines` at today's prices and stock, without an owner and without checkout details.
    pub async fn of_lines(
        db: &impl ConnectionTrait,
        context: &CartContext<'_>,
        lines: &[Line],
        buyer: Buyer<'_>,
    ) -> Result<Self, AppError> {
        let ids: Vec<i64> = lines.iter().map(|line| line.product).collect();
        let products = catalog::store::products(db, &ids).await?;
        let row = |(id, line): (i64, &Line)| {
            let chosen = serde_json::from_str(&line.chosen).ok()?;
            let row = line::Model {
                id,
                cart_id: 0,
                product_id: line.product,
                quantity: line.quantity,
                chosen: String::new(),
            };
            Some((row, chosen))
        };
        let rows: Vec<(line::Model, LineChoices)> = (1..).zip(lines).filter_map(row).collect();
        let lines = lines_of(context, &rows, &products);
        let terms = CartTerms {
            buyer,
            ..CartTerms::default()
        };
        Ok(Self::priced(
            context,
            None,
            Details::default(),
            lines,
            terms,
        ))
    }
}
