//! The steps of the checkout by forms: what was typed is kept, right or wrong, and leads on or back.

use super::{Step, page::saved_addresses};
use crate::{
    account::address,
    base::{
        countries::{completed, country},
        date,
        error::AppError,
        person::Person,
        validate,
    },
    cart::{
        self, Cart, Carts, Details, change, extra,
        form::{Pairs, text},
    },
    request::{
        answer::{redirect, redirect_with_notice},
        context::RequestContext,
    },
    text::notice::Notice,
};
use axum::{Extension, Form, Router, response::Response, routing::post};

type FormResult = Result<Response, AppError>;

/// The paths forms are posted to.
pub fn routes() -> Router {
    Router::new()
        .route("/api/checkout/address", post(address))
        .route("/api/checkout/saved-address", post(saved_address))
        .route("/api/checkout/shipping", post(delivery))
        .route("/api/checkout/payment", post(payment))
        .route("/api/cart/checkout", post(checkout))
}

async fn address(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> FormResult {
    let same = !text(&form, "same").is_empty();
    let (mut shipping, billing) = (person(&form, ""), person(&form, "billing-"));
    let signs_in = keep(&context, &form, Step::Address, |details| {
        answers(details, &form);
        // A region stays behind with its country.
        let before = country(&details.shipping.country_code);
        let region = shipping.state_or_province_code.as_str();
        if before.is_some_and(|it| it.code != shipping.country_code && it.region(region).is_some())
        {
            shipping.state_or_province_code.clear();
            shipping.state_or_province_name.clear();
        }
        details.shipping = shipping;
        details.billing = (!same).then_some(billing);
    })
    .await?;
    match signs_in {
        Some(signs_in) => Ok(signs_in),
        None => on(&context, &form, Step::Address).await,
    }
}

async fn saved_address(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> FormResult {
    let place: Option<usize> = text(&form, "place").parse().ok();
    let mut saved = saved_addresses(&context).into_iter();
    match place.and_then(|place| saved.nth(place)) {
        Some(person) => {
            let to = |details: &mut Details| details.shipping = completed(person);
            answered(&context, &form, Step::Address, to).await
        }
        None => on(&context, &form, Step::Address).await,
    }
}

async fn delivery(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> FormResult {
    let chosen = text(&form, "delivery").to_owned();
    answered(&context, &form, Step::Delivery, |details| {
        answers(details, &form);
        details.delivery = chosen;
    })
    .await
}

async fn payment(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> FormResult {
    let chosen = text(&form, "payment").to_owned();
    answered(&context, &form, Step::Payment, |details| {
        answers(details, &form);
        details.payment = chosen;
    })
    .await
}

/// On to the first step that has something to ask; what was typed is kept, right or wrong.
async fn checkout(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> FormResult {
    let (owner, token) = change::owner(&context)?;
    let email: String = text(&form, "email")
        .chars()
        .take(validate::EMAIL_MAX)
        .collect();
    let agreed = !text(&form, "agreed").is_empty();
    let wants_reminder = !text(&form, "remind").is_empty();
    Carts::of(&context)
        .details(&owner, |details| {
            answers(details, &form);
            details.email = validate::mailbox(&email).unwrap_or(email);
            details.agreed = agreed;
            remind(details, &context, wants_reminder);
        })
        .await?;
    if !text(&form, "again").is_empty() {
        return Ok(redirect_with_notice(
            &context,
            "/cart",
            None,
            token.as_ref(),
        ));
    }
    let cart = Cart::of(&context).await?;
    let next = Step::after(Step::Cart, &cart, &context.state.config);
    Ok(redirect_with_notice(&context, &next, None, token.as_ref()))
}

/// Notes whether the shopper wants a reminder. Where the shop sends none, nothing is kept; and staff who are signed in as a
/// customer agree to nothing for them.
fn remind(details: &mut Details, context: &RequestContext, wants: bool) {
    let is_staff = context
        .session
        .as_ref()
        .is_some_and(|it| !it.staff.is_empty());
    if is_staff {
        return;
    }
    if wants && context.state.config.cart_reminders {
        details.agree(context.language.code(), &context.origin, date::now());
    } else {
        details.remind = None;
    }
}

/// Redirects to the next step, or to `step` again if the form asks for that because its answers change what it shows.
async fn on(context: &RequestContext, form: &Pairs, step: Step) -> FormResult {
    if !text(form, "again").is_empty() {
        return Ok(redirect(step.path()));
    }
    let cart = Cart::of(context).await?;
    Ok(redirect_with_notice(
        context,
        &Step::after(step, &cart, &context.state.config),
        None,
        None,
    ))
}

/// Keeps what was answered to `step`, and goes on from it.
async fn answered(
    context: &RequestContext,
    form: &Pairs,
    step: Step,
    changes: impl FnOnce(&mut Details),
) -> FormResult {
    match keep(context, form, step, changes).await? {
        Some(signs_in) => Ok(signs_in),
        None => on(context, form, step).await,
    }
}

/// Applies `changes` to the checkout details, if there is a cart; returns a redirect to sign in if the session has ended.
async fn keep(
    context: &RequestContext,
    form: &Pairs,
    step: Step,
    changes: impl FnOnce(&mut Details),
) -> Result<Option<Response>, AppError> {
    if ended(context, form).await? {
        return aside(context, step, changes).await.map(Some);
    }
    if let Some(owner) = cart::Owner::of(context) {
        Carts::of(context).details(&owner, changes).await?;
    }
    Ok(None)
}

/// Stores what was typed in a guest's cart, which a sign-in merges, and redirects to the sign-in page.
pub async fn aside(
    context: &RequestContext,
    step: Step,
    changes: impl FnOnce(&mut Details),
) -> FormResult {
    let (owner, token) = change::owner(context)?;
    Carts::of(context).details(&owner, changes).await?;
    let path = format!("/account?returnurl={}", step.path());
    let said = Some(Notice::SessionEnded);
    Ok(redirect_with_notice(context, &path, said, token.as_ref()))
}

/// Returns `true` if `form` is of the cart of a customer whose session has ended, and the browser has no other cart to go on with.
pub async fn ended(context: &RequestContext, form: &Pairs) -> Result<bool, AppError> {
    let db = &context.state.db.read;
    if context.session.is_some() || !cart::store::is_customers(db, text(form, "key")).await? {
        return Ok(false);
    }
    Ok(Cart::of(context).await?.is_empty())
}

/// Keeps what was answered to extra fields. Boxes that are not ticked send nothing, so every field
/// that the form has is named in it.
pub fn answers(details: &mut Details, form: &Pairs) {
    for (_, key) in form.iter().filter(|(name, _)| name == "extra-field") {
        let name = format!("extra-{key}");
        let given = form.iter().filter(|(known, _)| *known == name);
        let given: Vec<&str> = given.map(|(_, value)| value.trim()).collect();
        let answer: String = given.join(", ").chars().take(extra::MAX_LENGTH).collect();
        details.extra.insert(key.clone(), answer);
    }
    let bytes = |details: &Details| {
        details
            .extra
            .iter()
            .map(|(key, it)| key.len() + it.len())
            .sum::<usize>()
    };
    while bytes(details) > extra::MAX_BYTES {
        details.extra.pop_last();
    }
}

/// The address in the fields that start with `prefix`.
pub fn person(form: &Pairs, prefix: &str) -> Person {
    address::typed(|name| text(form, &format!("{prefix}{name}")))
}
