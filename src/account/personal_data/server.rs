//! Schedules the deletion of the signed-in customer's account, and cancels it.

use super::deletion;
use crate::{
    account::{
        emails::{self, EmailContext},
        recent_sign_in,
        reply::{context, set_redirect, set_redirect_with_flash},
    },
    base::{date, error::AppError, paths::ShopPath},
    platform::{
        audit,
        mail::{self, Posting},
    },
    text::notice::AccountNotice,
};

const PAGE: &str = ShopPath::DeleteAccount.text();

/// Schedules the account's deletion and tells the customer by e-mail; redirects to sign in again if that was not recent.
pub async fn delete_account() -> Result<(), AppError> {
    let (context, now) = (context(), date::now());
    let session = context.signed_in()?;
    if !recent_sign_in::is_fresh(session, now) {
        set_redirect(&context, &recent_sign_in::again(PAGE));
        return Ok(());
    }
    let (customer, state) = (&session.customer, &context.state);
    let tx = state.db.begin().await?;
    let (due, is_new) = deletion::ask(&tx, customer.id, context.language, now).await?;
    if is_new {
        let told = emails::deletion_asked(EmailContext::of(&context), due)?;
        mail::enqueue(&tx, Posting::to(&customer.email, now), told).await?;
    }
    tx.commit().await?;
    state.job_waits.notify_one();
    audit::deletion_asked(customer.id);
    set_redirect(&context, PAGE);
    Ok(())
}

/// Cancels the account's scheduled deletion.
pub async fn keep_account() -> Result<(), AppError> {
    let context = context();
    let customer = context.signed_in()?.customer.id;
    let told = if deletion::withdraw(&context.state.db.write, customer).await? {
        audit::deletion_withdrawn(customer);
        AccountNotice::AccountKept.into()
    } else {
        crate::text::notice::Flash::default()
    };
    set_redirect_with_flash(&context, ShopPath::Account.text(), told);
    Ok(())
}
