use super::show::{EmailQuery, shown};
use crate::{
    account::limits::Limit,
    admin::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
    },
    base::{date, error::AppError},
    platform::{
        audit::{Entry, record},
        db::retried,
        mail::{self, Email, Posting},
    },
};
use axum::{Extension, http::StatusCode, response::Response};

/// `POST /emails/send`: sends the sample e-mail to the signed-in member of staff.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let wanted = EmailQuery::read(&request, &typed).ok_or(AppError::BadRequest)?;
    let signed = request.signed.as_ref().ok_or(AppError::SignedOut)?;
    let (to, shop, now) = (&signed.staff.email, &request.state.shop, date::now());
    if let Some(minutes) = Limit::staff_emails(to, &shop.config)
        .attempt(&shop.db.write, now)
        .await?
    {
        let why =
            format!("You have sent yourself many within an hour. Please wait {minutes} minutes.");
        return shown(&request, StatusCode::TOO_MANY_REQUESTS, &wanted, Some(why)).await;
    }
    let email = wanted.email(&request).await?;
    // Nobody takes the order in it for one.
    let email = Email {
        subject: format!("[Sample] {}", email.subject),
        ..email
    };
    let language = serde_json::Value::String(wanted.language.to_string());
    let send = || async {
        let tx = shop.db.begin().await?;
        mail::enqueue(&tx, Posting::to(to, now), email.clone()).await?;
        let entry = Entry {
            verb: "emails.sample",
            target: wanted.kind.id,
            before: None,
            after: Some(&language),
        };
        record(&tx, &request.actor(), entry, now).await?;
        tx.commit().await?;
        Ok(())
    };
    retried(send).await?;
    shop.job_waits.notify_one();
    let said = match shop.mailer.has_server() {
        true => AdminFlash::SampleSent,
        false => AdminFlash::EmailInFolder,
    };
    Ok(redirect_with_flash(&wanted.path(), said))
}
