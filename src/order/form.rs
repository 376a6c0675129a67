//! What shoppers do to orders by forms.

use super::{entity::order, letter, notify, place::is_of, store};
use crate::{
    account::server::limits::Limit,
    base::{date, error::AppError, url::encoded, validate},
    cart::{
        change,
        form::{Pairs, text},
    },
    platform::cookies::{self, Token},
    request::{
        answer::{see, see_other},
        context::Visit,
    },
    text::notice::Notice,
};
use axum::{Extension, Form, Router, http::header, response::Response, routing::post};

type Answer = Result<Response, AppError>;

/// The paths forms are posted to.
pub fn routes() -> Router {
    Router::new()
        .route("/api/orders/find", post(find))
        .route("/api/orders/again", post(again))
        .route("/api/orders/withdraw", post(withdraw))
}

/// Lets this browser see the order of a number and an e-mail, which only its shopper knows together.
async fn find(Extension(visit): Extension<Visit>, Form(form): Form<Pairs>) -> Answer {
    let limit = Limit::address(&visit.address, &visit.state.config);
    if limit
        .attempt(&visit.state.db.write, date::now())
        .await?
        .is_some()
    {
        return Ok(see("/account/orders?unknown"));
    }
    let number = text(&form, "number").to_uppercase();
    let email = validate::email(text(&form, "email"));
    let found = store::by_public_id(&visit.state.db.read, &number).await?;
    let Some(order) = found.filter(|it| Some(it.email.to_lowercase()) == email) else {
        let number = encoded(&number);
        return Ok(see(&format!("/account/orders?unknown&number={number}")));
    };
    limit.forgive(&visit.state.db.write).await?;
    let secret = Token::random().map_err(|_| AppError::Internal)?;
    store::give(&visit.state.db.write, order.id, &secret).await?;
    let mut response = see(&format!("/account/orders/{}", order.public_id));
    let cookie = cookies::set_order(&secret, &visit.state.config);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// Puts what is still sold of an order into the bag.
async fn again(Extension(visit): Extension<Visit>, Form(form): Form<Pairs>) -> Answer {
    let order = own(&visit, &form).await?;
    let (owner, token) = change::owner(&visit)?;
    let mut said = Notice::NotAvailable;
    for item in store::document(&order)?.items {
        let back =
            change::put_back(&visit, &owner, item.product, item.quantity, &item.chosen).await?;
        if back == Notice::AddedToBag {
            said = back;
        }
    }
    Ok(see_other(&visit, "/cart", Some(said), token.as_ref()))
}

/// Notes that the shopper withdraws, once, and posts the receipt with its time.
async fn withdraw(Extension(visit): Extension<Visit>, Form(form): Form<Pairs>) -> Answer {
    let order = own(&visit, &form).await?;
    if !visit.state.config.withdrawal {
        return Err(AppError::BadRequest);
    }
    let (now, document) = (date::now(), store::document(&order)?);
    let tx = visit.state.db.begin().await?;
    if store::withdraw(&tx, order.id, now).await? {
        let receipt = letter::withdrawal(&order, document.language, &date::minute(now));
        store::post(&tx, order.id, &order.email, receipt, now).await?;
        notify::of_withdrawal(&tx, &visit, &order, now).await?;
    }
    tx.commit().await?;
    visit.state.mail_waits.notify_one();
    Ok(see(&format!("/account/orders/{}", order.public_id)))
}

/// The order that the form names, if it is the visitor's.
async fn own(visit: &Visit, form: &Pairs) -> Result<order::Model, AppError> {
    let found = store::by_public_id(&visit.state.db.read, text(form, "order")).await?;
    found
        .filter(|order| is_of(order, visit))
        .ok_or(AppError::BadRequest)
}
