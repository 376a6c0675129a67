//! The last button of the checkout.

use super::{
    entity::order,
    form::own,
    payment,
    place::{PlaceOutcome, Purchase, place},
    result_path::result_path,
    store,
};
use crate::{
    base::{error::AppError, paths::ShopPath},
    cart::{
        self, Cart, CartContext, Carts, Details,
        api::MAX_COMMENT_LENGTH,
        form::{Pairs, text},
    },
    checkout::{
        Step,
        form::{answers, aside, ended},
    },
    platform::cookies::{self, Token},
    request::{answer::redirect, context::RequestContext},
};
use axum::{
    Extension, Form, Router,
    http::{HeaderMap, HeaderValue, header},
    response::Response,
    routing::post,
};

/// The path the form is posted to.
pub fn routes() -> Router {
    Router::new()
        .route("/api/checkout/place", post(place_order))
        .route("/api/checkout/cancel-payment", post(cancel_payment))
}

/// Calls off the payment that the shopper waits for.
async fn cancel_payment(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> Result<Response, AppError> {
    let order = own(&context, &form).await?;
    payment::call_off(&context.state.services(), &order).await?;
    Ok(redirect(&result_path(&order)))
}

/// Redirects to the page at `path` of the order `id`, and gives the browser access to the order by a cookie.
fn made(path: ShopPath, id: &str, secret: &Token, context: &RequestContext) -> Response {
    let mut response = redirect(&format!("{}?order={id}", path.text()));
    let cookie = cookies::set_order(secret, &context.state.config);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}

/// Redirects to the provider's page for the order `id`, or, if the provider cannot be reached, to the page that waits for it.
async fn to_pay(
    id: &str,
    secret: &Token,
    context: &RequestContext,
    headers: &HeaderMap,
) -> Result<Response, AppError> {
    let response = made(ShopPath::CheckoutResult, id, secret, context);
    let order = store::by_public_id(&context.state.db.write, id).await?;
    led_to_pay(
        context,
        &order.ok_or(AppError::Internal)?,
        headers,
        response,
    )
    .await
}

/// Returns `response`, a redirect to the page that waits for the payment, changed to the provider's page if that is known.
pub(super) async fn led_to_pay(
    context: &RequestContext,
    order: &order::Model,
    headers: &HeaderMap,
    mut response: Response,
) -> Result<Response, AppError> {
    let standing = payment::start(&context.state.services(), order).await?;
    let Some(url) = standing.and_then(|it| it.go_to) else {
        return Ok(response);
    };
    // A script that sends the form cannot follow to another origin: it gets a page that says where to.
    let navigates = headers
        .get("sec-fetch-mode")
        .is_some_and(|it| it == "navigate");
    let to = match navigates {
        true => url,
        false => format!("{}&pay", result_path(order)),
    };
    let to = HeaderValue::from_str(&to).map_err(AppError::internal)?;
    response.headers_mut().insert(header::LOCATION, to);
    Ok(response)
}

async fn place_order(
    Extension(context): Extension<RequestContext>,
    headers: HeaderMap,
    Form(form): Form<Pairs>,
) -> Result<Response, AppError> {
    let comments: String = text(&form, "comments")
        .chars()
        .take(MAX_COMMENT_LENGTH)
        .collect();
    let key = text(&form, "key");
    let total = text(&form, "total")
        .parse()
        .map_err(AppError::bad_request)?;
    let cart = Cart::of(&context).await?;
    let last = Step::last(&context.state.config);
    let changes = |details: &mut Details| {
        answers(details, &form);
        details.comments.clone_from(&comments);
        let payment = text(&form, "payment");
        if !payment.is_empty() {
            details.payment = payment.to_owned();
        }
    };
    if ended(&context, &form).await? {
        return aside(&context, last, &changes).await;
    }
    let is_this = cart.row.as_ref().is_some_and(|row| row.public_id == key);
    let mut said = cart.details.clone();
    changes(&mut said);
    if let (true, Some(owner)) = (is_this && said != cart.details, cart::Owner::of(&context)) {
        Carts::of(&context).details(&owner, &changes).await?;
    }
    if !text(&form, "again").is_empty() {
        return Ok(redirect(last.path()));
    }
    // A guest's cart token opens the order too: should the answer be lost, the browser has that.
    let guest = context
        .cart_token
        .as_ref()
        .filter(|_| context.session.is_none());
    let secret = match context.order_access_token.as_ref().or(guest) {
        Some(secret) => secret.clone(),
        None => Token::random().map_err(AppError::internal)?,
    };
    let purchase = Purchase {
        visitor: &context.visitor,
        cart: CartContext::of(&context),
        view: context.view(),
        key,
        total,
        currency: text(&form, "currency"),
        secret: &secret,
    };
    Ok(
        match place(&context.state.services(), &context.state.catalog, &purchase).await? {
            PlaceOutcome::Order(id) => made(ShopPath::OrderConfirmation, &id, &secret, &context),
            PlaceOutcome::ToPay(id) => to_pay(&id, &secret, &context, &headers).await?,
            PlaceOutcome::Due(step) => redirect(&format!("{}?check=1", step.path())),
            PlaceOutcome::OtherTotal => redirect(&format!("{}?total", last.path())),
            PlaceOutcome::OtherCart if cart.is_empty() => redirect("/cart"),
            PlaceOutcome::OtherCart => redirect(&format!("{}?changed", last.path())),
        },
    )
}
