//! Opens an account for a guest, by one click on the order's confirmation page.
//!
//! The order's e-mail address was typed and not proved: so the click sends a code, which opens the account. A shop that sends no
//! e-mails opens it at once.

use super::{place::is_of, store};
use crate::{
    account::{
        SessionClient, SignInOutcome,
        code::server::{open_at_once, send},
        context::AccountContext,
        email_proof::Proof,
        reply::{refused, set_redirect_with_flash},
    },
    base::{error::AppError, paths::ORDER_PREFIX, validate, wire::Wire},
    text::notice::Form,
};
use leptos::prelude::*;

/// Opens an account for the guest who placed `order`, or sends the code that does.
#[server(prefix = "/api", endpoint = "orders/open_account", output = Wire, client = SessionClient)]
pub async fn open_account(
    /// Public id of an order that was placed in this browser.
    order: String,
) -> Result<SignInOutcome, AppError> {
    let context = AccountContext::current();
    let found = store::by_public_id(&context.state.db.read, &order).await?;
    let found = found
        .filter(|order| is_of(order, &context) && order.customer_id.is_none())
        .ok_or(AppError::BadRequest)?;
    let proof = Proof {
        email: validate::mailbox(&found.email).ok_or(AppError::BadRequest)?,
        name: validate::name(&store::document(&found)?.billing.name).unwrap_or_default(),
        next: format!("{ORDER_PREFIX}{}", found.public_id),
        order: found.public_id,
        ..Proof::default()
    };
    if !context.state.mailer.has_server()
        && let Some(opened) = open_at_once(&context, proof.clone()).await?
    {
        return Ok(opened);
    }
    Ok(match send(&context, &proof).await? {
        None => SignInOutcome::EmailSent,
        Some(problem) => {
            let back = refused(Form::SignIn, problem, "", &proof.email);
            set_redirect_with_flash(&context, "/account", back);
            SignInOutcome::Refused(problem)
        }
    })
}
