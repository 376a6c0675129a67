//! The cart for scripts: what `Ecwid.Cart` asks the shop (`spec/js-api.md` 6).

use super::{Cart, Carts, Details, Owner, change, object};
use crate::{
    base::{countries, error::AppError, validate},
    cart::{add::CartAddition, extra::MAX_BYTES},
    platform::cookies::{self, Token},
    request::context::RequestContext,
    text::{Language, notice::Notice},
};
use axum::{
    Extension, Json, Router,
    http::header,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// Longest comment to an order.
pub const MAX_COMMENT_LENGTH: usize = 2_000;

type ApiResult = Result<Response, AppError>;

/// The paths scripts ask at.
pub fn routes() -> Router {
    Router::new()
        .route("/api/cart", get(read))
        .route("/api/cart/products", post(add))
        .route("/api/cart/removed", post(remove))
        .route("/api/cart/cleared", post(clear))
        .route("/api/cart/total", get(total))
        .route("/api/cart/profile", post(profile))
        .route("/api/cart/extra-fields", post(extra_fields))
}

async fn read(Extension(context): Extension<RequestContext>) -> ApiResult {
    Ok(Json(held(&context).await?).into_response())
}

/// The cart, and the ids of its lines, which scripts do not see.
async fn held(context: &RequestContext) -> Result<Value, AppError> {
    let cart = Cart::of(context).await?;
    let lines: Vec<i64> = cart.sold().map(|line| line.id).collect();
    Ok(json!({
        "cart": object::cart_object(&cart, &context.view()),
        "lines": lines,
        "minicart": super::minicart(context.language.texts(), cart.quantity()),
    }))
}

async fn add(
    Extension(context): Extension<RequestContext>,
    Json(asked): Json<Map<String, Value>>,
) -> ApiResult {
    let (owner, token) = change::owner(&context)?;
    let added = match wanted(&asked) {
        Ok(wanted) => Carts::of(&context).add(&owner, &wanted).await?,
        Err(notice) => Err(notice),
    };
    let seen = seen_by(context, &owner);
    let mut answer = held(&seen).await?;
    match added {
        Ok(added) => {
            let cart = Cart::of(&seen).await?;
            let line = cart.lines.iter().find(|line| line.id == added.line);
            answer["success"] = json!(true);
            answer["product"] =
                line.map_or(Value::Null, |line| object::product(line, &seen.view()));
        }
        Err(notice) => {
            answer["success"] = json!(false);
            // Stable, and English, like every message scripts get.
            answer["error"] = json!(notice.text(Language::english().texts()));
        }
    }
    Ok(with_token(&seen, token, Json(answer).into_response()))
}

/// The visit as the next request of this browser will be.
fn seen_by(mut context: RequestContext, owner: &Owner) -> RequestContext {
    match owner {
        Owner::Guest(token) => context.visitor.cart_token = Some(token.clone()),
        Owner::Customer(_) | Owner::GuestOf(_) => {}
    }
    context
}

fn with_token(context: &RequestContext, token: Option<Token>, mut response: Response) -> Response {
    if let Some(token) = token {
        let cookie = cookies::set_cart(&token, &context.state.config);
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// A `NewCartItem` (`spec/js-api.md` 6.2).
fn wanted(asked: &Map<String, Value>) -> Result<CartAddition, Notice> {
    let quantity = match asked.get("quantity") {
        None | Some(Value::Null) => None,
        Some(value) => Some(whole_number(value).ok_or(Notice::WrongQuantity)?),
    };
    let answers = asked
        .get("options")
        .and_then(Value::as_object)
        .map(|options| {
            let pair = |(name, value): (&String, &Value)| (name.clone(), texts(value));
            options.iter().map(pair).collect()
        });
    let recurring = asked.get("recurringChargeSettings").and_then(|it| {
        let unit = it.get("recurringInterval")?.as_str()?.to_uppercase();
        let count = it
            .get("recurringIntervalCount")
            .map_or(Some(1), whole_number)?;
        Some(format!("{unit}-{count}"))
    });
    let product = asked.get("id").and_then(whole_number);
    Ok(CartAddition {
        product: product.ok_or(Notice::NotAvailable)?,
        quantity,
        answers,
        price: asked.get("selectedPrice").map(|it| texts(it).concat()),
        subscription: recurring,
        or_fewer: true,
    })
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Null | Value::Object(_) => Vec::new(),
        other => vec![other.to_string()],
    }
}

/// A whole number, also one that is written as text.
fn whole_number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// Lines to take out.
#[derive(Deserialize)]
struct Lines {
    lines: Vec<i64>,
}

async fn remove(
    Extension(context): Extension<RequestContext>,
    Json(asked): Json<Lines>,
) -> ApiResult {
    let before = Cart::of(&context).await?;
    let line = before.lines.iter().find(|it| asked.lines.contains(&it.id));
    let product = line.map_or(Value::Null, |line| object::product(line, &context.view()));
    let removed = match Owner::of(&context) {
        Some(owner) => Carts::of(&context).remove(&owner, &asked.lines).await?,
        None => 0,
    };
    let mut answer = held(&context).await?;
    answer["success"] = json!(removed > 0);
    answer["removed"] = json!(removed);
    answer["product"] = product;
    Ok(Json(answer).into_response())
}

async fn clear(Extension(context): Extension<RequestContext>) -> ApiResult {
    if let Some(owner) = Owner::of(&context) {
        Carts::of(&context).clear(&owner).await?;
    }
    read(Extension(context)).await
}

async fn total(Extension(context): Extension<RequestContext>) -> ApiResult {
    let cart = Cart::of(&context).await?;
    Ok(Json(object::calculated(&cart, &context.view())).into_response())
}

/// Keeps the extra fields that the page's scripts define; too many of them are none.
async fn extra_fields(
    Extension(context): Extension<RequestContext>,
    Json(fields): Json<Map<String, Value>>,
) -> ApiResult {
    let fields = Value::Object(fields);
    if fields.to_string().len() > MAX_BYTES {
        return Err(AppError::BadRequest);
    }
    if let Some(owner) = Owner::of(&context) {
        Carts::of(&context)
            .details(&owner, |details| details.extra_fields = fields)
            .await?;
    }
    read(Extension(context)).await
}

/// What a script says about the shopper; each is there or not.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Profile {
    email: Option<String>,
    order_comments: Option<String>,
    address: Option<Value>,
    billing_address: Option<Value>,
    referer_id: Option<String>,
}

async fn profile(
    Extension(context): Extension<RequestContext>,
    Json(said): Json<Profile>,
) -> ApiResult {
    let email = said.email.as_deref().map(validate::mailbox);
    if email == Some(None) {
        return Ok(
            Json(json!({ "code": 100, "message": "Incorrect data passed" })).into_response(),
        );
    }
    if said.order_comments.is_some() && !context.state.config.ask_comments {
        let message = "Store owner disabled this functionality";
        return Ok(Json(json!({ "code": 1000, "message": message })).into_response());
    }
    let (owner, token) = change::owner(&context)?;
    Carts::of(&context)
        .details(&owner, |details| {
            if let Some(email) = email.flatten() {
                details.email = email;
            }
            if let Some(comments) = &said.order_comments {
                details.comments = comments.chars().take(MAX_COMMENT_LENGTH).collect();
            }
            if let Some(referer) = &said.referer_id {
                details.referer = referer.chars().take(255).collect();
            }
            addresses(details, &said);
        })
        .await?;
    let seen = seen_by(context, &owner);
    let answer = Json(held(&seen).await?).into_response();
    Ok(with_token(&seen, token, answer))
}

/// A shipping address is replaced, and is the bill's too; a billing address is merged, and is its own.
fn addresses(details: &mut Details, said: &Profile) {
    if let Some(address) = &said.address {
        details.shipping = countries::completed(object::person(address));
        details.billing = None;
    }
    if let Some(Value::Object(given)) = &said.billing_address {
        let known = details.billing.clone().unwrap_or_default();
        let mut merged = match json!(known) {
            Value::Object(known) => known,
            _ => Map::new(),
        };
        // A country by one of its two names is no longer the country by the other.
        if given.contains_key("countryCode") || given.contains_key("countryName") {
            merged.remove("countryCode");
            merged.remove("countryName");
        }
        merged.extend(given.clone());
        let person = object::person(&Value::Object(merged));
        details.billing = Some(countries::completed(person));
    }
}
