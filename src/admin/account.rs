//! What is one's own: password, second factor, the browsers one is signed in on.

use super::{
    claim::password_hint,
    confirm::wait,
    flash::AdminFlash,
    form_values::FormValues,
    push,
    request::{AdminRequest, redirect_with_flash},
    sign_in::field,
    staff::{
        device, factor,
        reauthenticate::{self, AttemptOutcome},
        session::{self, Signed, StaffSessionRow},
        store,
    },
};
use crate::{
    base::{date, error::AppError, validate},
    platform::{
        audit::{self, Entry},
        db::retried,
    },
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;

fn signed(request: &AdminRequest) -> Result<&Signed, AppError> {
    request.signed.as_ref().ok_or(AppError::SignedOut)
}

/// `GET /account`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    shown(&request, StatusCode::OK, None).await
}

async fn shown(
    request: &AdminRequest,
    status: StatusCode,
    problem: Option<String>,
) -> Result<Response, AppError> {
    let (signed, now, db) = (signed(request)?, date::now(), &request.state.shop.db.read);
    let sessions = session::list(db, signed.staff.id, now).await?;
    let left = factor::codes_left(db, signed.staff.id).await?;
    let factor = match signed.staff.has_factor() {
        true => format!(
            "On: a code from your app is asked for at each sign-in. {left} of your recovery codes are left."
        ),
        false => {
            "Off: whoever has your password is in. A code from an app on your phone keeps them out."
                .to_owned()
        }
    };
    let (action, label) = match signed.staff.has_factor() {
        true => ("/account/factor/end", "Ask for no code any more"),
        false => ("/account/factor", "Set it up"),
    };
    let begin = (!signed.staff.has_factor())
        .then(|| view! { <p><a class="button" href=action>{label}</a></p> });
    let end = signed.staff.has_factor().then(|| {
        view! { <form method="post" action=action><button class="button button--plain" type="submit">{label}</button></form> }
    });
    let push = push::card(request).await?;
    let (who, role) = (signed.staff.email.clone(), signed.staff.role());
    let view = view! {
        <p>{who}", "{role.name()}". "{role.about()}</p>
        <section class="card"><h2>"Second factor"</h2><p>{factor}</p>{begin}{end}</section>
        <form class="card" method="post" action="/account/password">
            <h2>"Password"</h2>
            {field("password", "Your password until now", "password", "current-password", "")}
            {field("new_password", "A new password", "password", "new-password", "")}
            <p class="note">{password_hint()}</p>
            {problem.map(|problem| view! { <p class="problem" role="alert">{problem}</p> })}
            <button class="button" type="submit">"Change the password"</button>
        </form>
        {push}
        {sessions_card(request, sessions, signed.session.id)}
    };
    Ok(request.page_with(status, "Your account", view))
}

fn sessions_card(
    request: &AdminRequest,
    sessions: Vec<StaffSessionRow>,
    own: i64,
) -> impl IntoView + use<> {
    let row = |row: StaffSessionRow| {
        let device = if row.device.is_empty() {
            "An unknown browser".to_owned()
        } else {
            row.device
        };
        let end = (row.id != own).then(|| {
            view! { <button class="button button--plain" type="submit" name="id" value=row.id.to_string()>"Sign it out"</button> }
        });
        let own = (row.id == own).then_some(" (this one)");
        view! { <tr><td>{device}{own}</td><td>{row.network}</td><td>{request.clock(row.last_seen)}</td><td>{end}</td></tr> }
    };
    view! {
        <form class="card" method="post" action="/account/sessions/end">
            <h2>"Where you are signed in"</h2>
            <div class="scroll" tabindex="0"><table>
                <thead><tr><th>"Browser"</th><th>"Network"</th><th>{request.by_clock("Last used")}</th><td></td></tr></thead>
                <tbody>{sessions.into_iter().map(row).collect_view()}</tbody>
            </table></div>
            <button class="button button--plain" type="submit" name="id" value="others">"Sign out everywhere else"</button>
        </form>
    }
}

/// `POST /account/password`: every other session of theirs ends.
pub async fn post_password(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let (signed, now, shop) = (signed(&request)?, date::now(), &request.state.shop);
    let refused =
        |problem: String| shown(&request, StatusCode::UNPROCESSABLE_ENTITY, Some(problem));
    let new = typed.get("new_password");
    if !validate::new_password(new) {
        return refused(password_hint()).await;
    }
    let old = typed.get("password");
    match reauthenticate::password_again(shop, signed, old, &request.address, now).await? {
        AttemptOutcome::Right(_) => {}
        AttemptOutcome::Wrong => {
            return refused("That was not your password until now.".to_owned()).await;
        }
        AttemptOutcome::Wait(minutes) => return refused(wait(minutes)).await,
    }
    let hash = shop.passwords.hash(new).await?;
    let (id, own) = (signed.staff.id, signed.session.id);
    let change = || async {
        let tx = shop.db.begin().await?;
        store::set_password(&tx, id, hash.clone(), Some(own)).await?;
        if let Some(here) = &request.device {
            device::DEVICES.remember(&tx, id, Some(here), now).await?;
        }
        let entry = Entry::of("staff.password", &signed.staff.email);
        audit::record(&tx, &request.actor(), entry, now).await?;
        tx.commit().await?;
        Ok(())
    };
    retried(change).await?;
    Ok(redirect_with_flash("/account", AdminFlash::PasswordChanged))
}

/// `POST /account/sessions/end`.
pub async fn post_end_session(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let (signed, db) = (signed(&request)?, &request.state.shop.db.write);
    let said = match typed.number("id") {
        Some(id) => {
            session::end_one(db, signed.staff.id, id).await?;
            AdminFlash::SessionEnded
        }
        None => {
            session::end_others(db, signed.staff.id, Some(signed.session.id)).await?;
            AdminFlash::OthersEnded
        }
    };
    Ok(redirect_with_flash("/account", said))
}

/// `GET /account/factor`: a new secret, to be scanned; it counts once a code of it came back.
pub async fn factor_page(
    Extension(request): Extension<AdminRequest>,
) -> Result<Response, AppError> {
    factor_form(&request, StatusCode::OK, factor::secret()?, None)
}

fn factor_form(
    request: &AdminRequest,
    status: StatusCode,
    secret: Vec<u8>,
    problem: Option<String>,
) -> Result<Response, AppError> {
    let shop = &request.state.shop.config.store_name;
    let given = factor::enrolment(&secret, &signed(request)?.staff.email, shop)?;
    let groups: Vec<String> = given
        .typed
        .as_bytes()
        .chunks(4)
        .map(|it| String::from_utf8_lossy(it).into_owned())
        .collect();
    let view = view! {
        <form class="card card--narrow" method="post" action="/account/factor">
            <p>"Scan this with an app for codes, such as the one that came with your phone's password manager."</p>
            <div class="code" role="img" aria-label="QR code with the secret that is written below" inner_html=given.picture></div>
            <p>"Or type it there: "<code>{groups.join(" ")}</code></p>
            <input type="hidden" name="secret" value=given.typed/>
            {field("code", "The six digits the app shows now", "text", "one-time-code", "")}
            {problem.map(|problem| view! { <p class="problem" role="alert">{problem}</p> })}
            <button class="button" type="submit">"Ask for codes from now on"</button>
        </form>
    };
    Ok(request.page_with(status, "Second factor", view))
}

/// `POST /account/factor`: shows the recovery codes, this once.
pub async fn post_factor(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let (signed, now, shop) = (signed(&request)?, date::now(), &request.state.shop);
    let Some(secret) = factor::read_secret(typed.get("secret")) else {
        return Err(AppError::BadRequest);
    };
    let Some(step) = factor::step(&secret, typed.get("code"), now) else {
        let why = "That is not the code of now. Is the clock of your phone right?".to_owned();
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return factor_form(&request, status, secret, Some(why));
    };
    let begin = || async {
        let tx = shop.db.begin().await?;
        let codes = factor::begin(&tx, signed.staff.id, &secret, step).await?;
        let entry = Entry::of("staff.factor.begin", &signed.staff.email);
        audit::record(&tx, &request.actor(), entry, now).await?;
        tx.commit().await?;
        Ok(codes)
    };
    let codes = retried(begin).await?;
    let code = |code: String| view! { <li><code>{code}</code></li> };
    let view = view! {
        <section class="card">
            <p>{AdminFlash::FactorOn.text()}</p>
            <p><strong>"Keep these where you find them without your phone."</strong>" Each lets you in once. They are not shown again."</p>
            <ul class="codes">{codes.into_iter().map(code).collect_view()}</ul>
            <p><a class="button" href="/account">"I have kept them"</a></p>
        </section>
    };
    Ok(request.page("Recovery codes", view))
}

/// `POST /account/factor/end`.
pub async fn post_factor_end(
    Extension(request): Extension<AdminRequest>,
) -> Result<Response, AppError> {
    let (signed, now, shop) = (signed(&request)?, date::now(), &request.state.shop);
    let end = || async {
        let tx = shop.db.begin().await?;
        factor::end(&tx, signed.staff.id).await?;
        let entry = Entry::of("staff.factor.end", &signed.staff.email);
        audit::record(&tx, &request.actor(), entry, now).await?;
        tx.commit().await?;
        Ok(())
    };
    retried(end).await?;
    Ok(redirect_with_flash("/account", AdminFlash::FactorOff))
}
