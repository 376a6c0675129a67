//! The bag by forms: each leads back to a page that says what came of it.

use super::{
    Bag,
    change::{self, Wanted},
    details::Removed,
    settle::settle,
    store,
};
use crate::{
    base::{error::AppError, url::encoded, validate},
    platform::cookies,
    request::{
        answer::{see, see_other},
        context::Visit,
    },
    text::notice::{Added, Flash, Notice},
};
use axum::{Extension, Form, Router, http::header, response::Response, routing::post};

/// What a form holds: names and values, in its order.
pub type Pairs = Vec<(String, String)>;

type Answer = Result<Response, AppError>;

/// The paths forms are posted to.
pub fn routes() -> Router {
    Router::new()
        .route("/api/cart/add", post(add))
        .route("/api/cart/quantity", post(quantity))
        .route("/api/cart/remove", post(remove))
        .route("/api/cart/settle", post(settle))
        .route("/api/cart/undo", post(undo))
        .route("/api/cart/coupon", post(coupon))
        .route("/api/cart/checkout", post(checkout))
}

/// Back to where it was posted from.
async fn add(Extension(visit): Extension<Visit>, Form(form): Form<Pairs>) -> Answer {
    let (owner, token) = change::owner(&visit)?;
    let wanted = wanted(&form)?;
    let added = match wanted {
        Ok(wanted) => change::add(&visit, &owner, &wanted).await?,
        Err(notice) => Err(notice),
    };
    let notice = added.err().unwrap_or(Notice::AddedToBag);
    let mut flash = Flash::from(notice);
    flash.added = added
        .ok()
        .map(|change::Added { line, quantity }| Added { line, quantity });
    let next = next(&visit, &form, notice);
    let mut response = see_other(&visit, &next, None, token.as_ref());
    let cookie = cookies::set_flash(&flash, &visit.state.config);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

fn wanted(form: &Pairs) -> Result<Result<Wanted, Notice>, AppError> {
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
    Ok(Ok(Wanted {
        product: number(form, "product").ok_or(AppError::BadRequest)?,
        quantity,
        answers: Some(answers.collect()),
        // A German types `16,90`.
        price: Some(text(form, "price").replace(',', ".")),
        subscription: Some(text(form, "subscription").to_owned()),
        or_fewer: false,
    }))
}

async fn quantity(Extension(visit): Extension<Visit>, Form(form): Form<Pairs>) -> Answer {
    let notice = match (number(&form, "line"), number(&form, "quantity")) {
        (Some(id), Some(quantity)) if quantity >= 0 => {
            change::set_quantity(&visit, id, quantity).await?
        }
        _ => Notice::WrongQuantity,
    };
    Ok(see_other(&visit, "/cart", Some(notice), None))
}

/// Takes a line out, and remembers it until the next one.
pub async fn remove(Extension(visit): Extension<Visit>, Form(form): Form<Pairs>) -> Answer {
    let id = number(&form, "line").unwrap_or(0);
    let bag = Bag::of(&visit).await?;
    let line = bag.lines.iter().find(|line| line.id == id);
    change::remove(&visit, &[id]).await?;
    if let (Some(line), Some(owner)) = (line, store::Owner::of(&visit)) {
        let removed = Removed {
            product: line.product.id,
            quantity: line.wanted,
            chosen: line.chosen.clone(),
        };
        change::details(&visit, &owner, |details| details.removed = Some(removed)).await?;
    }
    let said = Some(Notice::RemovedFromBag);
    Ok(see_other(&visit, back(&form), said, None))
}

/// Puts what was taken out last back in.
async fn undo(Extension(visit): Extension<Visit>) -> Answer {
    let Some(owner) = store::Owner::of(&visit) else {
        return Ok(see("/cart"));
    };
    let mut removed = None;
    change::details(&visit, &owner, |details| removed = details.removed.take()).await?;
    let Some(Removed {
        product,
        quantity,
        chosen,
    }) = removed
    else {
        return Ok(see("/cart"));
    };
    let notice = change::put_back(&visit, &owner, product, quantity, &chosen).await?;
    Ok(see_other(&visit, "/cart", Some(notice), None))
}

async fn coupon(Extension(visit): Extension<Visit>, Form(form): Form<Pairs>) -> Answer {
    let (owner, token) = change::owner(&visit)?;
    let code: String = text(&form, "coupon").chars().take(100).collect();
    change::details(&visit, &owner, |details| details.coupon = code).await?;
    Ok(see_other(&visit, back(&form), None, token.as_ref()))
}

/// Where the form says it was posted from; the bag if it does not.
pub fn back(form: &Pairs) -> &str {
    match text(form, "back") {
        "" => "/cart",
        path => validate::return_path(path).unwrap_or("/cart"),
    }
}

/// On to the first step that has something to ask; what was typed is kept, right or wrong.
async fn checkout(Extension(visit): Extension<Visit>, Form(form): Form<Pairs>) -> Answer {
    let (owner, token) = change::owner(&visit)?;
    let email: String = text(&form, "email")
        .chars()
        .take(validate::EMAIL_MAX)
        .collect();
    let agreed = !text(&form, "agreed").is_empty();
    change::details(&visit, &owner, |details| {
        crate::checkout::form::answers(details, &form);
        details.email = validate::mailbox(&email).unwrap_or(email);
        details.agreed = agreed;
    })
    .await?;
    if !text(&form, "again").is_empty() {
        return Ok(see_other(&visit, "/cart", None, token.as_ref()));
    }
    let bag = Bag::of(&visit).await?;
    let next = crate::checkout::Step::after(crate::checkout::Step::Bag, &bag, &visit);
    Ok(see_other(&visit, &next, None, token.as_ref()))
}

/// Back to the page, with what was typed if it was refused.
fn next(visit: &Visit, form: &Pairs, notice: Notice) -> String {
    let back = visit.came_from.clone().unwrap_or_else(|| "/cart".into());
    if notice == Notice::AddedToBag {
        return back;
    }
    let shelf = visit.state.catalog.shelf();
    let Some(card) = number(form, "product").and_then(|id| shelf.card(id)) else {
        return back;
    };
    let typed: Vec<String> = form
        .iter()
        .filter(|(name, value)| name != "product" && !value.is_empty() && value.len() < 500)
        .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
        .collect();
    let path = visit.state.links().product(card);
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
