//! The first owner: whoever reads the token that the shop prints at its start. And the links by which staff choose a password.

use super::{
    confirm::wait,
    form_values::FormValues,
    request::{AdminRequest, redirect},
    sign_in::{field, known_again},
    staff::{
        device,
        entity::Model,
        link,
        role::Role,
        session,
        store::{self, NewStaff},
    },
};
use crate::{
    account::limits::Limit,
    base::{date, error::AppError, validate},
    platform::{
        audit::{self, Actor, Entry},
        cookies::{self, Token},
        db::retried,
    },
};
use axum::{
    Extension,
    http::{StatusCode, header},
    response::Response,
};
use leptos::prelude::*;
use sea_orm::ConnectionTrait;

/// Where the shop at `origin` is claimed with `token`. It stands behind the `#`, which browsers keep out of every log.
pub fn address(origin: &str, token: &Token) -> String {
    format!("{origin}/claim#{}", token.text())
}

/// Where a password is chosen with `token`.
pub fn password_address(origin: &str, token: &Token) -> String {
    format!("{origin}/password#{}", token.text())
}

/// What was typed to claim the shop.
struct Claim {
    token: Option<Token>,
    email: Option<String>,
    name: Option<String>,
    password: Option<String>,
}

impl Claim {
    fn read(typed: &FormValues) -> Self {
        let password = typed.get("password");
        Self {
            token: Token::parse(typed.get("token").trim()),
            email: validate::mailbox(typed.get("email")),
            name: validate::name(typed.get("name")),
            password: validate::new_password(password).then(|| password.to_owned()),
        }
    }
}

/// `GET /claim`: nowhere, once the shop belongs to somebody.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    if store::has_owner(&request.state.shop.db.read).await? {
        return Ok(nowhere());
    }
    Ok(form(&request, StatusCode::OK, &FormValues::default(), None))
}

fn nowhere() -> Response {
    axum::response::IntoResponse::into_response(StatusCode::NOT_FOUND)
}

/// `POST /claim`: makes the owner.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let (shop, now) = (&request.state.shop, date::now());
    if store::has_owner(&shop.db.read).await? {
        return Ok(nowhere());
    }
    let refused = |problem: String| {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Ok(form(&request, status, &typed, Some(problem)))
    };
    let limit = Limit::staff_from(&request.address, &shop.config);
    if let Some(minutes) = limit.attempt(&shop.db.write, now).await? {
        return refused(wait(minutes));
    }
    let claim = Claim::read(&typed);
    let (Some(email), Some(name), Some(password)) = (&claim.email, &claim.name, &claim.password)
    else {
        return refused(wrong(&claim));
    };
    let Some(token) = &claim.token else {
        return refused(NOT_THE_TOKEN.to_owned());
    };
    let hash = shop.passwords.hash(password).await?;
    let attempt = || claimed(&request, token, email, name, hash.clone(), now);
    let Some((owner, session)) = retried(attempt).await? else {
        return refused(NOT_THE_TOKEN.to_owned());
    };
    limit.forgive(&shop.db.write).await?;
    audit::shop_claimed(owner);
    Ok(signed_in(&request, &session, "/guide"))
}

const NOT_THE_TOKEN: &str = "That is not the token the shop printed when it started last. Start it anew for a fresh one, if it is gone.";

fn wrong(claim: &Claim) -> String {
    match claim {
        Claim { email: None, .. } => "That is no e-mail address we could write to.".to_owned(),
        Claim { name: None, .. } => "Please say what you are called.".to_owned(),
        _ => format!(
            "Your password needs at least {} characters.",
            validate::PASSWORD_MIN
        ),
    }
}

/// Makes the owner and their first session, if `token` is not spent: one alone of those who try at once succeeds.
async fn claimed(
    request: &AdminRequest,
    token: &Token,
    email: &str,
    name: &str,
    password_hash: String,
    now: i64,
) -> Result<Option<(i64, SignedInCookie)>, AppError> {
    let tx = request.state.shop.db.begin().await?;
    if !link::spend_claim(&tx, token, now).await? {
        return Ok(None);
    }
    let new = NewStaff {
        email,
        name,
        role: Role::Owner,
        password_hash,
    };
    let actor = Actor {
        who: email.to_owned(),
        ..request.actor()
    };
    let hash = new.password_hash.clone();
    let is_new = store::add(&tx, new, &actor, now).await?.is_some();
    let member = store::by_email(&tx, email).await?;
    let mut member = member.ok_or(AppError::Internal)?;
    if !is_new {
        // Somebody on the machine let them in before, as something else: whoever holds the token has the machine.
        let changed = store::set_role(&tx, member.id, Role::Owner, &actor, now).await?;
        changed.map_err(|_| AppError::Internal)?;
        store::set_password(&tx, member.id, hash, None).await?;
        member.role = Role::Owner.code().to_owned();
    }
    let session = session::start(&tx, &member, None, &request.place(), now).await?;
    let device = here(&tx, request, &member, now).await?;
    tx.commit().await?;
    Ok(Some((member.id, SignedInCookie { session, device })))
}

/// What a browser gets that somebody is signed in by.
struct SignedInCookie {
    session: Token,
    device: Option<Token>,
}

/// What this device is known by from now on; nothing, where a second factor is still to come.
async fn here(
    tx: &impl ConnectionTrait,
    request: &AdminRequest,
    member: &Model,
    now: i64,
) -> Result<Option<Token>, AppError> {
    if member.has_factor() {
        return Ok(None);
    }
    let token = device::DEVICES
        .remember(tx, member.id, request.device.as_ref(), now)
        .await?;
    Ok(Some(token))
}

fn signed_in(request: &AdminRequest, begun: &SignedInCookie, to: &str) -> Response {
    let mut response = redirect(to);
    let cookie = cookies::set_staff(
        &begun.session,
        session::MAX_LENGTH,
        &request.state.shop.config,
    );
    response.headers_mut().append(header::SET_COOKIE, cookie);
    known_again(request, response, begun.device.as_ref())
}

fn form(
    request: &AdminRequest,
    status: StatusCode,
    typed: &FormValues,
    problem: Option<String>,
) -> Response {
    let (token, email, name) = (typed.get("token"), typed.get("email"), typed.get("name"));
    let view = view! {
        <form class="card card--narrow" method="post" action="/claim">
            <p>"This shop belongs to nobody yet: say who you are, and it is yours."</p>
            <div data-token="">{field("token", "Token: the end of the address that was printed when the shop started", "text", "off", token)}</div>
            {field("name", "Your name", "text", "name", name)}
            {field("email", "Your e-mail", "email", "username", email)}
            {field("password", "A new password", "password", "new-password", "")}
            <p class="note">{password_hint()}</p>
            {problem.map(|problem| view! { <p class="problem" role="alert">{problem}</p> })}
            <button class="button" type="submit">"This is my shop"</button>
        </form>
    };
    request.page_with(status, "Claim your shop", view)
}

/// What makes a password a good one.
pub fn password_hint() -> String {
    let least = validate::PASSWORD_MIN;
    format!("At least {least} characters. Three or four random words are good.")
}

/// `GET /password`.
pub async fn password_page(Extension(request): Extension<AdminRequest>) -> Response {
    password_form(&request, StatusCode::OK, "", None)
}

/// `POST /password`: sets the password of whoever the link was made for, and signs them in.
pub async fn post_password(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let (shop, now) = (&request.state.shop, date::now());
    let refused = |problem: String| {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Ok(password_form(
            &request,
            status,
            typed.get("token"),
            Some(problem),
        ))
    };
    let limit = Limit::staff_from(&request.address, &shop.config);
    if let Some(minutes) = limit.attempt(&shop.db.write, now).await? {
        return refused(wait(minutes));
    }
    let over = "This link was used already, or its hour is over. Ask for another one.";
    let Some(token) = Token::parse(typed.get("token").trim()) else {
        return refused(over.to_owned());
    };
    let password = typed.get("password");
    if !validate::new_password(password) {
        return refused(password_hint());
    }
    let hash = shop.passwords.hash(password).await?;
    let attempt = || password_set(&request, &token, hash.clone(), now);
    let Some((member, session)) = retried(attempt).await? else {
        return refused(over.to_owned());
    };
    limit.forgive(&shop.db.write).await?;
    let to = if member.has_factor() { "/sign-in" } else { "/" };
    Ok(signed_in(&request, &session, to))
}

async fn password_set(
    request: &AdminRequest,
    token: &Token,
    hash: String,
    now: i64,
) -> Result<Option<(Model, SignedInCookie)>, AppError> {
    let tx = request.state.shop.db.begin().await?;
    let Some(member) = link::owner(&tx, token, now).await? else {
        return Ok(None);
    };
    if !link::spend(&tx, token).await? {
        return Ok(None);
    }
    store::set_password(&tx, member.id, hash, None).await?;
    let actor = Actor {
        staff: Some(member.id),
        who: member.email.clone(),
        ..request.actor()
    };
    let entry = Entry::of("staff.password", &member.email);
    audit::record(&tx, &actor, entry, now).await?;
    let session = session::start(&tx, &member, None, &request.place(), now).await?;
    let device = here(&tx, request, &member, now).await?;
    tx.commit().await?;
    Ok(Some((member, SignedInCookie { session, device })))
}

fn password_form(
    request: &AdminRequest,
    status: StatusCode,
    token: &str,
    problem: Option<String>,
) -> Response {
    let view = view! {
        <form class="card card--narrow" method="post" action="/password">
            <div data-token="">{field("token", "Token: the end of the address you were given", "text", "off", token)}</div>
            {field("password", "A new password", "password", "new-password", "")}
            <p class="note">{password_hint()}</p>
            {problem.map(|problem| view! { <p class="problem" role="alert">{problem}</p> })}
            <button class="button" type="submit">"Set password"</button>
        </form>
    };
    request.page_with(status, "Choose a password", view)
}
