//! What shoppers do to orders by forms.

use super::{
    emails, entity::order, notify, pay_link, payment, place::is_of, place_form::led_to_pay,
    result_path::result_path, store, timeline,
};
use crate::{
    account::limits::Limit,
    base::{date, error::AppError, url::encoded, validate},
    cart::{
        Carts, change,
        form::{Pairs, text},
    },
    platform::{
        cookies::{self, Token},
        link_key::LinkKey,
        mail::{self, Posting},
    },
    request::{
        answer::{redirect, redirect_with_notice},
        context::RequestContext,
    },
    text::notice::Notice,
};
use axum::{
    Extension, Form, Router,
    extract::Path,
    http::{HeaderMap, header},
    response::Response,
    routing::{get, post},
};

type FormResult = Result<Response, AppError>;

/// The paths forms are posted to.
pub fn routes() -> Router {
    Router::new()
        .route("/api/orders/find", post(find))
        .route("/api/orders/again", post(again))
        .route("/api/orders/withdraw", post(withdraw))
        .route("/api/orders/pay", post(pay))
        .route("/account/pay/{number}/{token}", get(to_pay))
}

/// Begins a payment of an order that is placed, and leads to where it is paid.
async fn pay(
    Extension(context): Extension<RequestContext>,
    headers: HeaderMap,
    Form(form): Form<Pairs>,
) -> FormResult {
    let order = own(&context, &form).await?;
    let (services, back) = (
        context.state.services(),
        format!("/account/orders/{}", order.public_id),
    );
    match payment::pay_placed(
        &services,
        order.public_id.as_str(),
        text(&form, "payment"),
        context.origin.as_str(),
        date::now(),
    )
    .await?
    {
        Some(order) => led_to_pay(&context, &order, &headers, redirect(&result_path(&order))).await,
        // Somebody paid it meanwhile, or it can be paid so no more: the page says how it stands.
        None => Ok(redirect(&back)),
    }
}

/// Lets this browser see the order of a number and an e-mail, which only its shopper knows together.
async fn find(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> FormResult {
    let limit = Limit::sign_in_from_address(&context.address, &context.state.config);
    if limit
        .attempt(&context.state.db.write, date::now())
        .await?
        .is_some()
    {
        return Ok(redirect("/account/orders?unknown"));
    }
    let number = text(&form, "number").to_uppercase();
    let email = validate::email(text(&form, "email"));
    let found = store::by_public_id(&context.state.db.read, &number).await?;
    let Some(order) = found.filter(|it| Some(it.email.to_lowercase()) == email) else {
        let number = encoded(&number);
        return Ok(redirect(&format!(
            "/account/orders?unknown&number={number}"
        )));
    };
    limit.forgive(&context.state.db.write).await?;
    seen(&context, &order).await
}

/// Lets this browser see the order that the link of an e-mail is of, and how it is paid.
async fn to_pay(
    Extension(context): Extension<RequestContext>,
    Path((number, token)): Path<(String, String)>,
) -> FormResult {
    let found = store::by_public_id(&context.state.db.read, &number).await?;
    let key = LinkKey::of_shop(&context.state.db).await?;
    match found.filter(|order| pay_link::is_link(&key, order, &token)) {
        Some(order) => seen(&context, &order).await,
        None => Ok(redirect(&format!(
            "/account/orders?number={}",
            encoded(&number)
        ))),
    }
}

/// Lets this browser, and no other guest's any more, see `order`.
async fn seen(context: &RequestContext, order: &order::Model) -> FormResult {
    let secret = Token::random().map_err(AppError::internal)?;
    store::grant_access(&context.state.db.write, order.id, &secret).await?;
    let mut response = redirect(&format!("/account/orders/{}", order.public_id));
    let cookie = cookies::set_order(&secret, &context.state.config);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// Puts what is still sold of an order into the cart.
async fn again(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> FormResult {
    let order = own(&context, &form).await?;
    let (owner, token) = change::owner(&context)?;
    let mut said = Notice::NotAvailable;
    for item in store::document(&order)?.items {
        let back = Carts::of(&context)
            .put_back(&owner, item.product, item.quantity, &item.chosen)
            .await?;
        if back == Notice::AddedToCart {
            said = back;
        }
    }
    Ok(redirect_with_notice(
        &context,
        "/cart",
        Some(said),
        token.as_ref(),
    ))
}

/// Notes that the shopper withdraws, once, and posts the receipt with its time.
async fn withdraw(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> FormResult {
    let order = own(&context, &form).await?;
    if !context.state.config.withdrawal {
        return Err(AppError::BadRequest);
    }
    let (now, document) = (date::now(), store::document(&order)?);
    let tx = context.state.db.begin().await?;
    if store::withdraw(&tx, order.id, now).await? {
        let config = &context.state.config;
        let language = config.language(document.language);
        let receipt = emails::withdrawal(&order, language, &config.time_zone.minute(now))?;
        mail::enqueue(&tx, Posting::to(&order.email, now).about(order.id), receipt).await?;
        timeline::withdrawn(&tx, &order, now).await?;
        notify::of_withdrawal(&tx, &context.state.config, &order, now).await?;
    }
    tx.commit().await?;
    context.state.job_waits.notify_one();
    Ok(redirect(&format!("/account/orders/{}", order.public_id)))
}

/// The order that the form names, if it is the visitor's.
pub async fn own(context: &RequestContext, form: &Pairs) -> Result<order::Model, AppError> {
    let found = store::by_public_id(&context.state.db.read, text(form, "order")).await?;
    found
        .filter(|order| is_of(order, context))
        .ok_or(AppError::BadRequest)
}
