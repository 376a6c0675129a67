//! Signing in: e-mail and password, then the code where there is a second factor. Whoever was signed out while they filled in
//! a form gets it back.

use super::{
    confirm::{self, hidden, wait},
    form_values::FormValues,
    request::{AdminRequest, redirect},
    staff::{
        device,
        entity::Model,
        reauthenticate::{self, AttemptOutcome},
        session,
    },
};
use crate::{
    base::{date, error::AppError, validate},
    platform::{
        audit,
        cookies::{self, Token},
        db::retried,
        push,
    },
};
use axum::{
    Extension,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use leptos::prelude::*;

/// Where to go on to, and the form that waits for it.
const CARRIED: [&str; 2] = ["to", "kept"];

/// `GET /sign-in`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    if request.signed.is_some() {
        return Ok(redirect(typed.get("to")));
    }
    let carried = carried(&typed);
    Ok(match &request.awaiting_second_factor {
        Some(_) => code_form(&request, StatusCode::OK, carried, None),
        None => form(&request, StatusCode::OK, "", carried, None),
    })
}

/// The answer to a form that came without a session: it is kept, and goes on after the sign-in.
pub fn interrupted(request: &AdminRequest, typed: FormValues) -> Result<Response, AppError> {
    // Passwords are typed anew: a page would show them to whoever reads its source.
    let typed = typed.without(&["password", "new_password", confirm::FIELD]);
    let carried = FormValues::of(vec![
        ("to".to_owned(), request.path.clone()),
        ("kept".to_owned(), typed.encoded()),
    ]);
    let why = "You were signed out meanwhile. Sign in, and what you typed goes on.".to_owned();
    let status = StatusCode::UNAUTHORIZED;
    Ok(form(request, status, "", carried, Some(why)))
}

/// `POST /sign-in`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    headers: HeaderMap,
    typed: FormValues,
) -> Result<Response, AppError> {
    let (now, email) = (date::now(), typed.get("email"));
    let shop = &request.state.shop;
    let tried =
        reauthenticate::password(shop, email, typed.get("password"), request.from(), now).await?;
    let problem = match tried {
        AttemptOutcome::Right(member) => {
            return begin(&request, &headers, *member, &typed, now).await;
        }
        AttemptOutcome::Wrong => "Nobody has that e-mail address with that password.".to_owned(),
        AttemptOutcome::Wait(minutes) => wait(minutes),
    };
    audit::staff_refused();
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(form(
        &request,
        status,
        email,
        carried(&typed),
        Some(problem),
    ))
}

/// Starts the session of `member` in this browser.
async fn begin(
    request: &AdminRequest,
    headers: &HeaderMap,
    member: Model,
    typed: &FormValues,
    now: i64,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let replaced = cookies::read_staff(headers, &shop.config);
    let start = || async {
        let tx = shop.db.begin().await?;
        let place = request.place();
        let token = session::start(&tx, &member, None, &place, now).await?;
        push::store::signed_in(&tx, member.id, request.device.as_ref(), &token.hash()).await?;
        if let Some(replaced) = &replaced {
            session::end(&tx, replaced).await?;
        }
        // With a second factor, the device is known once that came.
        let device = match member.has_factor() {
            true => None,
            false => Some(
                device::DEVICES
                    .remember(&tx, member.id, request.device.as_ref(), now)
                    .await?,
            ),
        };
        tx.commit().await?;
        Ok((token, device))
    };
    let (token, device) = retried(start).await?;
    let mut response = match member.has_factor() {
        true => code_form(request, StatusCode::OK, carried(typed), None),
        false => {
            audit::staff_signed_in(member.id);
            onward(request, typed)
        }
    };
    let cookie = cookies::set_staff(&token, session::MAX_LENGTH, &shop.config);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(known_again(request, response, device.as_ref()))
}

/// `response`, which lets the browser's device be known again by `device`.
pub fn known_again(
    request: &AdminRequest,
    mut response: Response,
    device: Option<&Token>,
) -> Response {
    if let Some(device) = device {
        let cookie = cookies::set_staff_device(device, &request.state.shop.config);
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// `POST /sign-in/code`.
pub async fn post_code(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let now = date::now();
    let Some(half) = &request.awaiting_second_factor else {
        let why = "That took too long. Please begin again.".to_owned();
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(form(&request, status, "", carried(&typed), Some(why)));
    };
    let shop = &request.state.shop;
    let code = typed.get("code");
    let problem = match reauthenticate::code(shop, &half.staff, code, request.from(), now).await? {
        AttemptOutcome::Right(_) => {
            let come = || async {
                let tx = shop.db.begin().await?;
                session::factor_came(&tx, half.session.id, now).await?;
                let own = request.device.as_ref();
                let device = device::DEVICES
                    .remember(&tx, half.staff.id, own, now)
                    .await?;
                tx.commit().await?;
                Ok(device)
            };
            let device = retried(come).await?;
            audit::staff_signed_in(half.staff.id);
            let response = onward(&request, &typed);
            return Ok(known_again(&request, response, Some(&device)));
        }
        AttemptOutcome::Wrong => "That code is wrong, or was used already.".to_owned(),
        AttemptOutcome::Wait(minutes) => wait(minutes),
    };
    audit::staff_refused();
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(code_form(&request, status, carried(&typed), Some(problem)))
}

/// Where one wanted to go; with the form that was interrupted, if one was.
fn onward(request: &AdminRequest, typed: &FormValues) -> Response {
    let to = typed.get("to").to_owned();
    match typed.find("kept") {
        Some(kept) if validate::return_path(&to).is_some() => {
            let kept = FormValues::read(kept.as_bytes());
            let view = view! {
                <form class="card card--narrow" method="post" action=to>
                    <p>"You are signed in again, and what you typed is still here."</p>
                    {hidden(&kept)}
                    <button class="button" type="submit">"Go on with it"</button>
                </form>
            };
            request.page("Welcome back", view)
        }
        _ => redirect(&to),
    }
}

fn carried(typed: &FormValues) -> FormValues {
    let pairs = CARRIED.iter().filter_map(|name| {
        let value = typed.find(name)?;
        Some(((*name).to_owned(), value.to_owned()))
    });
    FormValues::of(pairs.collect())
}

fn form(
    request: &AdminRequest,
    status: StatusCode,
    email: &str,
    carried: FormValues,
    problem: Option<String>,
) -> Response {
    let view = view! {
        <form class="card card--narrow" method="post" action="/sign-in">
            {hidden(&carried)}
            {field("email", "E-mail", "email", "username", email)}
            {field("password", "Password", "password", "current-password", "")}
            {problem.map(|problem| view! { <p class="problem" role="alert">{problem}</p> })}
            <button class="button" type="submit">"Sign in"</button>
            <p class="note">"Forgotten? Whoever has the machine can let you in again: " <code>"awning staff reset E-MAIL"</code></p>
        </form>
    };
    request.page_with(status, "Sign in", view)
}

fn code_form(
    request: &AdminRequest,
    status: StatusCode,
    carried: FormValues,
    problem: Option<String>,
) -> Response {
    let view = view! {
        <form class="card card--narrow" method="post" action="/sign-in/code">
            {hidden(&carried)}
            <p>"Type the six digits that your app shows for this shop, or one of your recovery codes."</p>
            {field("code", "Code", "text", "one-time-code", "")}
            {problem.map(|problem| view! { <p class="problem" role="alert">{problem}</p> })}
            <button class="button" type="submit">"Go on"</button>
        </form>
        <form class="card card--narrow card--bare" method="post" action="/sign-out">
            <button class="button button--plain" type="submit">"Sign in as somebody else"</button>
        </form>
    };
    request.page_with(status, "Your code", view)
}

/// A field with its label.
pub fn field(
    name: &'static str,
    label: &'static str,
    kind: &'static str,
    complete: &'static str,
    value: &str,
) -> impl IntoView + use<> {
    let id = format!("field-{name}");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input id=id name=name type=kind autocomplete=complete value=value.to_owned() required/>
        </div>
    }
}

/// The header that removes the session's cookie from the browser.
pub fn forgotten(request: &AdminRequest) -> HeaderValue {
    cookies::remove_staff(&request.state.shop.config)
}
