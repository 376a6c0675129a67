//! A cart as it was when its order was made, to be given back if that is not paid.

use super::{
    Details, Owner,
    entity::cart,
    store::{self, Line},
};
use crate::base::error::AppError;
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait};
use serde::{Deserialize, Serialize};

/// What was in a cart, what was said about its order, and which guest's it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartCopy {
    /// SHA-256 of the guest's token; none of a customer's.
    token_hash: Option<Vec<u8>>,
    details: Details,
    lines: Vec<Line>,
}

impl CartCopy {
    /// The cart of `row`.
    pub async fn of(db: &impl ConnectionTrait, row: &cart::Model) -> Result<Self, AppError> {
        Ok(Self {
            token_hash: row.token_hash.clone(),
            details: store::details(row),
            lines: store::plain_lines(db, row.id).await?,
        })
    }

    /// Gives it back to `customer` or to its guest: what they have put into another cart meanwhile stays,
    /// and so does what they said since.
    pub async fn give_back(
        &self,
        tx: &DatabaseTransaction,
        customer: Option<i64>,
        now: i64,
    ) -> Result<(), AppError> {
        let owner = customer.map(Owner::Customer);
        let Some(owner) = owner.or(self.token_hash.clone().map(Owner::GuestOf)) else {
            return Ok(());
        };
        let cart = store::open(tx, &owner, now).await?;
        let held = store::plain_lines(tx, cart.id).await?;
        for line in &self.lines {
            if !held.iter().any(|it| it.is_like(line)) {
                store::put_line(tx, cart.id, line).await?;
            }
        }
        let said = store::details_to_change(tx, &cart, now).await?;
        store::keep(tx, cart.id, &self.details.clone().with_newer(said), now).await
    }
}

/// An id and a public id that no cart and no order has, for an order that never was a cart.
pub async fn reserve(tx: &impl ConnectionTrait, now: i64) -> Result<(i64, String), AppError> {
    let row = store::new_row(None, None, now);
    let row = cart::Entity::insert(row).exec_with_returning(tx).await?;
    cart::Entity::delete_by_id(row.id).exec(tx).await?;
    Ok((row.id, row.public_id))
}
