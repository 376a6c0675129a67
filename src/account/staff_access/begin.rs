//! Begins a session of staff as a customer, by a one-time token.

use super::{LASTS, token};
use crate::{
    account::{context::AccountContext, sessions::store as session, store},
    base::error::AppError,
    platform::{
        audit::{self, Actor, Entry},
        client_address,
        cookies::Token,
        db::retried,
    },
};

/// Begins a session as the customer that `token` is for, and returns the session's token; `None` if `token` is used or expired.
///
/// Neither the cart nor the device of this browser becomes the customer's.
pub async fn begin(
    context: &AccountContext,
    token: &str,
    now: i64,
) -> Result<Option<Token>, AppError> {
    let state = &context.state;
    retried(|| async {
        let tx = state.db.begin().await?;
        let Some(pass) = token::take(&tx, token, now).await? else {
            return Ok(None);
        };
        let Some(customer) = store::by_id(&tx, pass.customer).await? else {
            return Ok(None);
        };
        // Whoever of the staff shops here too is signed out by it.
        if let Some(own) = &context.session_token {
            session::end(&tx, own).await?;
        }
        let begun = session::start_for_staff(
            &tx,
            &customer,
            &pass.who,
            &context.visitor,
            now,
            now + LASTS,
        )
        .await?;
        let by = Actor {
            staff: pass.staff,
            who: pass.who,
            network: client_address::network(&context.address),
        };
        let target = customer.id.to_string();
        audit::record(&tx, &by, Entry::of("customer.visit.begin", &target), now).await?;
        tx.commit().await?;
        Ok(Some(begun))
    })
    .await
}
