//! Favourites and stock alerts by forms: each leads back to a page that says what came of it.

use super::{alert, store, unsubscribe};
use crate::{
    account::limits::Limit,
    base::{date, error::AppError, paths::ShopPath, validate},
    cart::{
        Owner, change,
        form::{Pairs, text},
    },
    catalog,
    request::{
        answer::{redirect, redirect_with_notice},
        context::RequestContext,
    },
    text::notice::Notice,
};
use axum::{Extension, Form, Router, response::Response, routing::post};

/// The paths forms are posted to.
pub fn routes() -> Router {
    Router::new()
        .route("/api/favourites", post(keep))
        .route("/api/stock-alerts", post(ask))
        .route("/api/stock-alerts/stop", post(unsubscribe::stop))
}

/// Keeps the product `add`, or keeps `remove` no longer.
async fn keep(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> Result<Response, AppError> {
    let (db, now) = (&context.state.db, date::now());
    if let Some(id) = number(&form, "remove") {
        if let Some(owner) = Owner::of(&context) {
            store::remove(&db.write, &owner, id).await?;
        }
        return Ok(back(&context, Notice::FavouriteRemoved, None));
    }
    let id = number(&form, "add").ok_or(AppError::BadRequest)?;
    if context.state.catalog.snapshot().card(id).is_none() {
        return Ok(back(&context, Notice::NotAvailable, None));
    }
    let (owner, token) = change::owner(&context)?;
    let tx = db.begin().await?;
    // A browser that keeps nothing yet begins something, as one with a new cart does.
    if token.is_some() {
        let limit = Limit::carts(&context.address, &context.state.config);
        if limit.attempt(&tx, now).await?.is_some() {
            return Err(AppError::TooMany);
        }
    }
    store::add(&tx, &owner, id, now).await?;
    tx.commit().await?;
    let answer = redirect_with_notice(
        &context,
        came_from(&context),
        Some(Notice::FavouriteSaved),
        token.as_ref(),
    );
    Ok(answer)
}

/// Asks to be told when the product is back: at the address that was typed, or at the customer's own.
async fn ask(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> Result<Response, AppError> {
    let product = number(&form, "product").ok_or(AppError::BadRequest)?;
    let own = context.session.as_ref().map(|it| it.customer.email.clone());
    let email = match (text(&form, "email"), own) {
        ("", Some(own)) => Some(own),
        (typed, _) => validate::mailbox(typed),
    };
    let Some(email) = email else {
        return Ok(back(&context, Notice::WrongEmail, None));
    };
    let variation = number(&form, "variation").unwrap_or(0);
    let found = catalog::store::product(&context.state.db.read, product).await?;
    let Some(sold) = found.filter(|it| it.enabled) else {
        return Ok(back(&context, Notice::NotAvailable, None));
    };
    // It came back meanwhile, as the page says by now; or a stranger wants somebody written to.
    if alert::is_there(&sold, variation) {
        return Ok(redirect(came_from(&context)));
    }
    let asked = alert::AlertRequest {
        product,
        variation,
        email: &email,
        visitor: &context.visitor,
    };
    let notice = asked.keep(&context.state.db, &context.state.config, date::now());
    Ok(back(&context, notice.await?, None))
}

/// Back to the page that the form stood on, which says `notice`.
pub fn back(context: &RequestContext, notice: Notice, to: Option<&str>) -> Response {
    let to = to.unwrap_or_else(|| came_from(context));
    redirect_with_notice(context, to, Some(notice), None)
}

fn came_from(context: &RequestContext) -> &str {
    let from = context.came_from.as_deref();
    from.unwrap_or(ShopPath::Favourites.text())
}

pub fn number(form: &Pairs, name: &str) -> Option<i64> {
    text(form, name).parse().ok()
}
