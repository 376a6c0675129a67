//! Asking to be told when a product is back in stock.

use super::entity::{Column, Entity};
use crate::{
    account::{context::Visitor, limits::Limit},
    base::error::AppError,
    catalog::Product,
    platform::{
        config::Config,
        db::{Db, statement},
    },
    text::notice::Notice,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};

/// Most products that one address waits for.
const MAX_OF_ONE: u64 = 50;

/// Somebody who asks.
pub struct AlertRequest<'a> {
    /// Id of the product.
    pub product: i64,
    /// Id of the variation; 0 is whichever.
    pub variation: i64,
    /// Where to.
    pub email: &'a str,
    /// Who asks, and in which language.
    pub visitor: &'a Visitor,
}

impl AlertRequest<'_> {
    /// Stores the alert, which is sent once; [`AppError::TooMany`] if the network or the e-mail address has asked for too many.
    pub async fn keep(&self, db: &Db, config: &Config, now: i64) -> Result<Notice, AppError> {
        // Asked again after the e-mail, it is told again; the way out of that e-mail stays open.
        const PUT: &str = "INSERT INTO stock_alerts \
            (product_id, variation_id, email, customer_id, language, origin, asked_at) \
            VALUES ($1, $2, $3, $4, $5, $6, $7) \
            ON CONFLICT (email, product_id, variation_id) DO UPDATE SET \
            told_at = NULL, asked_at = $7, language = $5, origin = $6";
        let tx = db.begin().await?;
        let limit = Limit::stock_alerts(&self.visitor.address, config);
        if limit.attempt(&tx, now).await?.is_some() {
            return Err(AppError::TooMany);
        }
        let others = Condition::any()
            .add(Column::ProductId.ne(self.product))
            .add(Column::VariationId.ne(self.variation));
        let others = open_of(self.email).filter(others).count(&tx).await?;
        if others >= MAX_OF_ONE {
            return Err(AppError::TooMany);
        }
        let session = self.visitor.session.as_ref();
        // Somebody else's address is not the customer's own.
        let customer = session.filter(|it| it.customer.email == self.email);
        let values = [
            self.product.into(),
            self.variation.into(),
            self.email.into(),
            customer.map(|it| it.customer.id).into(),
            self.visitor.language.code().into(),
            self.visitor.origin.as_str().into(),
            now.into(),
        ];
        tx.execute_raw(statement(&tx, PUT, values)).await?;
        tx.commit().await?;
        Ok(Notice::AlertKept)
    }
}

/// Whether the `variation` of `product` can be bought; 0 is whichever.
pub fn is_there(product: &Product, variation: i64) -> bool {
    if variation == 0 {
        return product.is_in_stock();
    }
    let known = product.variations.iter().find(|it| it.id == variation);
    known.is_some_and(|it| it.stock.or(product.stock) != Some(0))
}

/// What the address waits for.
fn open_of(email: &str) -> sea_orm::Select<Entity> {
    Entity::find()
        .filter(Column::Email.eq(email))
        .filter(Column::ToldAt.is_null())
}

/// Ids of the products that the address waits for.
pub async fn waited_for(db: &impl ConnectionTrait, email: &str) -> Result<Vec<i64>, AppError> {
    let ids = open_of(email)
        .select_only()
        .column(Column::ProductId)
        .into_tuple();
    Ok(ids.all(db).await?)
}

/// Forgets that `email` waits for the product `id`, in any variation.
pub async fn forget(db: &impl ConnectionTrait, email: &str, id: i64) -> Result<(), AppError> {
    let gone = Entity::delete_many()
        .filter(Column::Email.eq(email))
        .filter(Column::ProductId.eq(id));
    gone.exec(db).await?;
    Ok(())
}

/// Deletes all pending alerts of the address that received the e-mail with this token; `false` if the token is unknown.
pub async fn forget_all(tx: &impl ConnectionTrait, token_hash: Vec<u8>) -> Result<bool, AppError> {
    let told = Entity::find().filter(Column::TokenHash.eq(token_hash));
    let Some(told) = told.one(tx).await? else {
        return Ok(false);
    };
    let gone = Entity::delete_many()
        .filter(Column::Email.eq(told.email))
        .filter(Column::ToldAt.is_null());
    gone.exec(tx).await?;
    Ok(true)
}
