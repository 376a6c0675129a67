//! What happens to a visitor's things when a session begins or ends: the cart's rules, and favourites go along.

use crate::{
    account::hooks::SessionHooks, base::error::AppError, cart::hooks::CartHooks, favourites,
    platform::cookies::Token,
};
use async_trait::async_trait;
use sea_orm::DatabaseTransaction;

/// Every room that takes part.
pub struct VisitorThings;

#[async_trait]
impl SessionHooks for VisitorThings {
    async fn signed_in(
        &self,
        tx: &DatabaseTransaction,
        cart: Option<&Token>,
        customer: i64,
    ) -> Result<bool, AppError> {
        let is_merged = CartHooks.signed_in(tx, cart, customer).await?;
        let are_kept = favourites::merge_guest(tx, cart, customer).await?;
        Ok(is_merged && are_kept)
    }

    async fn signing_out(
        &self,
        tx: &DatabaseTransaction,
        customer: i64,
    ) -> Result<Option<Token>, AppError> {
        let token = CartHooks.signing_out(tx, customer).await?;
        favourites::copy_to_guest(tx, customer, token).await
    }
}
