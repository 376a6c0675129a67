//! The cart by forms: each leads back to a page that says what came of it.

use super::{Cart, Carts, Owner, add, change, details::Removed, settle::settle};
use crate::{
    base::{error::AppError, url::encoded, validate},
    cart::add::CartAddition,
    platform::cookies,
    request::{
        answer::{redirect, redirect_with_notice},
        context::RequestContext,
    },
    text::notice::{AddedToCart, Flash, Notice},
};
use axum::{Extension, Form, Router, http::header, response::Response, routing::post};

/// What a form holds: names and values, in its order.
pub type Pairs = Vec<(String, String)>;

type FormResult = Result<Response, AppError>;

/// The paths forms are posted to.
pub fn routes() -> Router {
    Router::new()
        .route("/api/cart/add", post(add))
        .route("/api/cart/quantity", post(quantity))
        .route("/api/cart/remove", post(remove))
        .route("/api/cart/settle", post(settle))
        .route("/api/cart/undo", post(undo))
        .route("/api/cart/coupon", post(coupon))
}

/// Back to where it was posted from.
async fn add(Extension(context): Extension<RequestContext>, Form(form): Form<Pairs>) -> FormResult {
    let (owner, token) = change::owner(&context)?;
    let wanted = wanted(&form)?;
    let added = match wanted {
        Ok(wanted) => Carts::of(&context).add(&owner, &wanted).await?,
        Err(notice) => Err(notice),
    };
    let notice = added.err().unwrap_or(Notice::AddedToCart);
    let mut flash = Flash::from(notice);
    flash.added = added
        .ok()
        .map(|add::AddOutcome { line, quantity }| AddedToCart { line, quantity });
    let next = next(&context, &form, notice);
    let mut response = redirect_with_notice(&context, &next, None, token.as_ref());
    let cookie = cookies::set_flash(&flash, &context.state.config);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

fn wanted(form: &Pairs) -> Result<Result<CartAddition, Notice>, AppError> {
    let quantity = match text(form, "quantity") {
        "" => None,
        typed => match typed.parse() {
            Ok(quantity) => Some(quantity),
            Err(_) => return Ok(Err(Notice::WrongQuantity)),
        },
    };
    let answers = form
        .iter()
        .map(|(name, value)| (name.clone(), vec![value.clone()]));
    Ok(Ok(CartAddition {
        product: number(form, "product").ok_or(AppError::BadRequest)?,
        quantity,
        answers: Some(answers.collect()),
        // A German types `16,90`.
        price: Some(text(form, "price").replace(',', ".")),
        subscription: Some(text(form, "subscription").to_owned()),
        or_fewer: false,
    }))
}

async fn quantity(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> FormResult {
    let notice = match (number(&form, "line"), number(&form, "quantity")) {
        (Some(id), Some(quantity)) if quantity >= 0 => match Owner::of(&context) {
            Some(owner) => {
                Carts::of(&context)
                    .set_quantity(&owner, id, quantity)
                    .await?
            }
            None => Notice::NotAvailable,
        },
        _ => Notice::WrongQuantity,
    };
    Ok(redirect_with_notice(&context, "/cart", Some(notice), None))
}

/// Takes a line out, and remembers it until the next one.
pub async fn remove(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> FormResult {
    let id = number(&form, "line").unwrap_or(0);
    let cart = Cart::of(&context).await?;
    let line = cart.lines.iter().find(|line| line.id == id);
    if let (Some(line), Some(owner)) = (line, Owner::of(&context)) {
        Carts::of(&context).remove(&owner, &[id]).await?;
        let removed = Removed {
            product: line.product.id,
            quantity: line.wanted,
            chosen: line.chosen.clone(),
        };
        Carts::of(&context)
            .details(&owner, |details| details.removed = Some(removed))
            .await?;
    }
    let said = Some(Notice::RemovedFromCart);
    Ok(redirect_with_notice(&context, back(&form), said, None))
}

/// Puts what was taken out last back in.
async fn undo(Extension(context): Extension<RequestContext>) -> FormResult {
    let Some(owner) = Owner::of(&context) else {
        return Ok(redirect("/cart"));
    };
    let mut removed = None;
    Carts::of(&context)
        .details(&owner, |details| removed = details.removed.take())
        .await?;
    let Some(Removed {
        product,
        quantity,
        chosen,
    }) = removed
    else {
        return Ok(redirect("/cart"));
    };
    let notice = Carts::of(&context)
        .put_back(&owner, product, quantity, &chosen)
        .await?;
    Ok(redirect_with_notice(&context, "/cart", Some(notice), None))
}

async fn coupon(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> FormResult {
    let (owner, token) = change::owner(&context)?;
    let code: String = text(&form, "coupon").chars().take(100).collect();
    Carts::of(&context)
        .details(&owner, |details| details.coupon = code)
        .await?;
    Ok(redirect_with_notice(
        &context,
        back(&form),
        None,
        token.as_ref(),
    ))
}

/// Where the form says it was posted from; the cart if it does not.
pub fn back(form: &Pairs) -> &str {
    match text(form, "back") {
        "" => "/cart",
        path => validate::return_path(path).unwrap_or("/cart"),
    }
}

/// Back to the page, with what was typed if it was refused.
fn next(context: &RequestContext, form: &Pairs, notice: Notice) -> String {
    let back = context.came_from.clone().unwrap_or_else(|| "/cart".into());
    if notice == Notice::AddedToCart {
        return back;
    }
    let snapshot = context.state.catalog.snapshot();
    let Some(card) = number(form, "product").and_then(|id| snapshot.card(id)) else {
        return back;
    };
    let typed: Vec<String> = form
        .iter()
        .filter(|(name, value)| name != "product" && !value.is_empty() && value.len() < 500)
        .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
        .collect();
    let path = context.state.links().product(card);
    if typed.is_empty() {
        path
    } else {
        format!("{path}?{}", typed.join("&"))
    }
}

/// Whether `query` has the key `name`.
pub fn asked(query: &str, name: &str) -> bool {
    form_urlencoded::parse(query.as_bytes()).any(|(key, _)| key == name)
}

/// The value of the field `name`, without spaces around it; empty if there is none.
pub fn text<'a>(form: &'a Pairs, name: &str) -> &'a str {
    form.iter()
        .find(|(known, _)| known == name)
        .map_or("", |(_, value)| value.trim())
}

fn number(form: &Pairs, name: &str) -> Option<i64> {
    text(form, name).parse().ok()
}
