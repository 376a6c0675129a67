//! Signs out: ends this browser's session on the server.

use crate::{
    account::context::AccountContext,
    account::{
        SignOutError, SignOutOutcome,
        reply::{append, context, set_redirect_with_flash},
        sessions::store as session,
    },
    base::error::AppError,
    platform::{audit, config::CartOnSignOut, cookies, metrics},
    text::notice::Notice,
};
use axum::http::{HeaderName, HeaderValue, header};

/// Ends this browser's session. Without one it says so and changes nothing.
pub async fn sign_out() -> Result<SignOutOutcome, AppError> {
    let context = context();
    let outcome = end_session_of(&context).await?;
    append(
        header::SET_COOKIE,
        cookies::remove_session(&context.state.config),
    );
    if context.order_access_token.is_some() {
        append(
            header::SET_COOKIE,
            cookies::remove_order(&context.state.config),
        );
    }
    append(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\""),
    );
    let said = match outcome.error {
        None => Notice::SignedOut,
        Some(error) => Notice::SignOutFailed(error),
    };
    let next = context
        .came_from
        .as_deref()
        .filter(|path| !path.starts_with("/account"))
        .unwrap_or("/account")
        .to_owned();
    set_redirect_with_flash(&context, &next, said.into());
    Ok(outcome)
}

async fn end_session_of(context: &AccountContext) -> Result<SignOutOutcome, AppError> {
    let Some(token) = &context.session_token else {
        return Ok(SignOutOutcome::failed(SignOutError::NoSession));
    };
    // A customer's cart stays with them, whatever staff had in hand.
    let is_staff = context
        .session
        .as_ref()
        .is_some_and(|it| !it.staff.is_empty());
    let cart = match is_staff {
        true => CartOnSignOut::Clear,
        false => context.state.config.cart_on_sign_out,
    };
    let ended = match cart {
        // One statement is a transaction of its own.
        CartOnSignOut::Clear => session::end(&context.state.db.write, token).await?,
        CartOnSignOut::Keep => {
            let tx = context.state.db.begin().await?;
            let customer = context.signed_in()?.customer.id;
            let cart = context
                .state
                .hooks
                .session
                .signing_out(&tx, customer)
                .await?;
            let ended = session::end(&tx, token).await?;
            tx.commit().await?;
            if let Some(cart) = cart {
                append(
                    header::SET_COOKIE,
                    cookies::set_cart(&cart, &context.state.config),
                );
            }
            ended
        }
    };
    Ok(if ended {
        let session = context.session.as_ref();
        audit::signed_out(session.map(|session| session.customer.id));
        metrics::signed_out();
        SignOutOutcome::DONE
    } else {
        SignOutOutcome::failed(SignOutError::NoSession)
    })
}
