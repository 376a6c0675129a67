//! The cart when a session begins or ends.

use super::merge::{copy_to_guest_cart, merge_guest_cart};
use crate::{account::hooks::SessionHooks, base::error::AppError, platform::cookies::Token};
use async_trait::async_trait;
use sea_orm::DatabaseTransaction;

/// A guest's cart is the customer's from the sign-in on, and a copy stays where the shop wants it.
pub struct CartHooks;

#[async_trait]
impl SessionHooks for CartHooks {
    async fn signed_in(
        &self,
        tx: &DatabaseTransaction,
        cart: Option<&Token>,
        customer: i64,
    ) -> Result<bool, AppError> {
        merge_guest_cart(tx, cart, customer).await
    }

    async fn signing_out(
        &self,
        tx: &DatabaseTransaction,
        customer: i64,
    ) -> Result<Option<Token>, AppError> {
        copy_to_guest_cart(tx, customer).await
    }
}
