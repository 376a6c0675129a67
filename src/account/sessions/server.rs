//! Ends one or all other sessions of the signed-in customer.

use super::store;
use crate::{
    account::reply::{context, set_redirect_with_flash},
    base::error::AppError,
    text::notice::Notice,
};

/// Ends one session of the signed-in customer.
pub async fn end_session(id: i64) -> Result<(), AppError> {
    let context = context();
    let customer = context.signed_in()?.customer.id;
    store::end_one(&context.state.db.write, customer, id).await?;
    set_redirect_with_flash(&context, "/account", Notice::SessionClosed.into());
    Ok(())
}

/// Ends every other session of the signed-in customer.
pub async fn end_other_sessions() -> Result<(), AppError> {
    let context = context();
    let current = context.signed_in()?;
    store::end_others(
        &context.state.db.write,
        current.customer.id,
        Some(current.id),
    )
    .await?;
    set_redirect_with_flash(&context, "/account", Notice::OthersClosed.into());
    Ok(())
}
