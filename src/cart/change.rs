//! Changing what is in a cart; forms and scripts do the same.

use super::{
    Carts, Owner,
    availability::{held, in_stock, limits},
    entity::cart,
    store,
};
use crate::{
    account::context::Visitor,
    base::{date, error::AppError},
    catalog,
    platform::cookies::Token,
    text::notice::Notice,
};
use sea_orm::DatabaseTransaction;

/// Most lines a cart holds.
pub const MAX_LINES: usize = 100;
/// Most of one thing.
pub const MAX_OF_ONE: i64 = 9_999;

/// Returns the owner of the visitor's cart, and, for a guest without one, the new token to set as a cookie.
pub fn owner(visitor: &Visitor) -> Result<(Owner, Option<Token>), AppError> {
    if let Some(owner) = Owner::of(visitor) {
        return Ok((owner, None));
    }
    let token = Token::random().map_err(AppError::internal)?;
    Ok((Owner::Guest(token.clone()), Some(token)))
}

impl Carts<'_> {
    /// Returns the cart of `owner`, created if missing; [`AppError::TooMany`] if the network address began too many.
    pub(super) async fn open(
        &self,
        tx: &DatabaseTransaction,
        owner: &Owner,
        now: i64,
    ) -> Result<cart::Model, AppError> {
        if let Some(cart) = store::find_to_change(tx, owner).await? {
            return Ok(cart);
        }
        match self.limit.attempt(tx, now).await? {
            Some(_) => Err(AppError::TooMany),
            None => store::open(tx, owner, now).await,
        }
    }

    /// Sets the quantity of the line `id`, or removes the line if it is 0; returns the notice to show.
    pub async fn set_quantity(
        &self,
        owner: &Owner,
        id: i64,
        quantity: i64,
    ) -> Result<Notice, AppError> {
        let tx = self.db.begin().await?;
        let Some(cart) = store::find_to_change(&tx, owner).await? else {
            return Ok(Notice::NotAvailable);
        };
        let lines = store::lines(&tx, cart.id).await?;
        let Some((line, chosen)) = lines.iter().find(|(line, _)| line.id == id) else {
            return Ok(Notice::NotAvailable);
        };
        if quantity == 0 {
            store::remove(&tx, cart.id, &[id]).await?;
            tx.commit().await?;
            return Ok(Notice::RemovedFromCart);
        }
        let product = catalog::store::product(&tx, line.product_id).await?;
        let Some(product) = product.filter(|product| product.enabled) else {
            return Ok(Notice::NotAvailable);
        };
        let selection = chosen.selection();
        let others: Vec<_> = lines
            .iter()
            .filter(|(it, _)| it.id != id)
            .cloned()
            .collect();
        if !limits(&product).contains(&quantity.saturating_add(held(&product, &others))) {
            return Ok(Notice::WrongQuantity);
        }
        if quantity > in_stock(&product, &selection, &others) {
            return Ok(Notice::NotEnough);
        }
        store::set_quantity(&tx, cart.id, id, quantity).await?;
        tx.commit().await?;
        Ok(Notice::QuantityChanged)
    }

    /// Removes the lines `ids`; returns how many items were in them.
    pub async fn remove(&self, owner: &Owner, ids: &[i64]) -> Result<i64, AppError> {
        let tx = self.db.begin().await?;
        let Some(cart) = store::find_to_change(&tx, owner).await? else {
            return Ok(0);
        };
        let lines = store::lines(&tx, cart.id).await?;
        let gone = lines.iter().filter(|(line, _)| ids.contains(&line.id));
        let gone: i64 = gone.map(|(line, _)| line.quantity).sum();
        store::remove(&tx, cart.id, ids).await?;
        tx.commit().await?;
        Ok(gone)
    }

    /// Takes everything out.
    pub async fn clear(&self, owner: &Owner) -> Result<(), AppError> {
        let tx = self.db.begin().await?;
        if let Some(cart) = store::find_to_change(&tx, owner).await? {
            let lines = store::lines(&tx, cart.id).await?;
            let ids: Vec<i64> = lines.iter().map(|(line, _)| line.id).collect();
            store::remove(&tx, cart.id, &ids).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Applies `change` to the checkout details of the owner's cart, which is created if missing.
    pub async fn details(
        &self,
        owner: &Owner,
        change: impl FnOnce(&mut super::Details),
    ) -> Result<(), AppError> {
        let now = date::now();
        let tx = self.db.begin().await?;
        let cart = self.open(&tx, owner, now).await?;
        let mut details = store::details_to_change(&tx, &cart, now).await?;
        change(&mut details);
        store::keep(&tx, cart.id, &details, now).await?;
        tx.commit().await?;
        Ok(())
    }
}
