//! Who works here: adding, roles, links to choose a password, removing.

use super::{
    claim::password_address,
    flash::AdminFlash,
    form_values::FormValues,
    request::{AdminRequest, redirect_with_flash},
    sign_in::field,
    staff::{
        entity::Model,
        invitation, link,
        role::Role,
        store::{self, NewStaff, StaffRefusal},
    },
};
use crate::{
    base::{date, error::AppError, validate},
    platform::{
        audit::{self, Entry},
        cookies::Token,
        db::retried,
        mail::{self, Posting},
    },
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;

/// `GET /staff`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    shown(&request, StatusCode::OK, &FormValues::default(), None).await
}

async fn shown(
    request: &AdminRequest,
    status: StatusCode,
    typed: &FormValues,
    problem: Option<String>,
) -> Result<Response, AppError> {
    let all = store::all(&request.state.shop.db.read).await?;
    let role = typed
        .find("role")
        .and_then(Role::of_code)
        .unwrap_or(Role::Manager);
    let view = view! {
        {problem.map(|problem| view! { <p class="problem" role="alert">{problem}</p> })}
        <div class="cards">{all.into_iter().map(member).collect_view()}</div>
        <form class="card" method="post" action="/staff/add">
            <h2>"Somebody new"</h2>
            {field("name", "Name", "text", "off", typed.get("name"))}
            {field("email", "E-mail", "email", "off", typed.get("email"))}
            {roles("role-new".to_owned(), role)}
            <button class="button" type="submit">"Add them"</button>
            <p class="note">"They get an e-mail with a link, by which they choose their password."</p>
        </form>
    };
    Ok(request.page_with(status, "Staff", view))
}

fn member(row: Model) -> impl IntoView {
    let id = row.id.to_string();
    let factor = if row.has_factor() {
        "with a second factor"
    } else {
        "without a second factor"
    };
    let waits = row
        .password_hash
        .is_empty()
        .then_some(" · has not chosen a password yet");
    let role = row.role();
    view! {
        <section class="card">
            <h2>{row.name}</h2>
            <p>{row.email}" · "{factor}{waits}</p>
            <form class="row" method="post" action="/staff/role">
                <input type="hidden" name="id" value=id.clone()/>
                {roles(format!("role-{id}"), role)}
                <button class="button button--plain" type="submit">"Change the role"</button>
            </form>
            <form class="row" method="post" action="/staff/link">
                <button class="button button--plain" type="submit" name="id" value=id.clone()>"A link for a new password"</button>
                <button class="button button--danger" type="submit" name="id" value=id formaction="/staff/remove" data-confirm="Remove this account?">"Remove"</button>
            </form>
        </section>
    }
}

fn roles(id: String, chosen: Role) -> impl IntoView {
    let option = |role: Role| {
        let label = format!("{}: {}", role.name(), role.about());
        view! { <option value=role.code() selected=role == chosen>{label}</option> }
    };
    view! {
        <div class="field">
            <label for=id.clone()>"Role"</label>
            <select id=id name="role">{Role::ALL.map(option).collect_view()}</select>
        </div>
    }
}

/// `POST /staff/add`.
pub async fn post_add(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let (shop, now) = (&request.state.shop, date::now());
    let refused = |problem: &str| {
        let (status, problem) = (StatusCode::UNPROCESSABLE_ENTITY, problem.to_owned());
        shown(&request, status, &typed, Some(problem))
    };
    let Some(name) = validate::name(typed.get("name")) else {
        return refused("Please say what they are called.").await;
    };
    let Some(email) = validate::mailbox(typed.get("email")) else {
        return refused("That is no e-mail address we could write to.").await;
    };
    let Some(role) = Role::of_code(typed.get("role")) else {
        return refused("Please choose a role.").await;
    };
    let by = request
        .signed
        .as_ref()
        .map_or("Somebody", |it| &it.staff.name)
        .to_owned();
    let add = || async {
        let tx = shop.db.begin().await?;
        let new = NewStaff {
            email: &email,
            name: &name,
            role,
            password_hash: String::new(),
        };
        let Some(id) = store::add(&tx, new, &request.actor(), now).await? else {
            return Ok(None);
        };
        let token = link::offer_password(&tx, id, now + link::INVITATION_HOLDS).await?;
        let address = password_address(&request.state.origin(), &token);
        let written = invitation::email(&shop.config.store_name, &by, role, &address)?;
        mail::enqueue(&tx, Posting::to(&email, now).forgotten(), written).await?;
        tx.commit().await?;
        Ok(Some(token))
    };
    match retried(add).await? {
        Some(token) => {
            shop.job_waits.notify_one();
            let given = match shop.mailer.has_server() {
                true => format!(
                    "{email} gets an e-mail with this link. Give it to them yourself if it does not come."
                ),
                false => format!("Give this to {email}."),
            };
            Ok(link_page(&request, &given, "three days", &token))
        }
        None => refused("Somebody has that address already.").await,
    }
}

/// The page with a link, which is not shown again: who gets it, and how long it `holds`.
fn link_page(request: &AdminRequest, given: &str, holds: &str, token: &Token) -> Response {
    let address = password_address(&request.state.origin(), token);
    let view = view! {
        <section class="card">
            <p>{format!("{given} It opens the back office once, within {holds}, and is not shown again.")}</p>
            <p><code class="long" data-copy="">{address}</code></p>
            <p><a class="button" href="/staff">"Back to the staff"</a></p>
        </section>
    };
    request.page("A link to choose a password", view)
}

/// `POST /staff/link`.
pub async fn post_link(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let (shop, now) = (&request.state.shop, date::now());
    let all = store::all(&shop.db.read).await?;
    let found = all
        .into_iter()
        .find(|row| Some(row.id) == typed.number("id"));
    let Some(member) = found else {
        return refusal(&request, StaffRefusal::Gone).await;
    };
    let offer = || async {
        let tx = shop.db.begin().await?;
        let token = link::offer_password(&tx, member.id, now + link::PASSWORD_HOLDS).await?;
        let entry = Entry::of("staff.link", &member.email);
        audit::record(&tx, &request.actor(), entry, now).await?;
        tx.commit().await?;
        Ok(token)
    };
    let token = retried(offer).await?;
    let given = format!("Give this to {}.", member.email);
    Ok(link_page(&request, &given, "an hour", &token))
}

/// `POST /staff/role`.
pub async fn post_role(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let (Some(id), Some(role)) = (typed.number("id"), Role::of_code(typed.get("role"))) else {
        return Err(AppError::BadRequest);
    };
    let change = || async {
        let tx = request.state.shop.db.begin().await?;
        let changed = store::set_role(&tx, id, role, &request.actor(), date::now()).await?;
        tx.commit().await?;
        Ok(changed)
    };
    match retried(change).await? {
        Ok(()) => Ok(redirect_with_flash("/staff", AdminFlash::RoleChanged)),
        Err(refused) => refusal(&request, refused).await,
    }
}

/// `POST /staff/remove`.
pub async fn post_remove(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let id = typed.number("id").ok_or(AppError::BadRequest)?;
    let remove = || async {
        let tx = request.state.shop.db.begin().await?;
        let removed = store::remove(&tx, id, &request.actor(), date::now()).await?;
        tx.commit().await?;
        Ok(removed)
    };
    match retried(remove).await? {
        Ok(()) => Ok(redirect_with_flash("/staff", AdminFlash::Removed)),
        Err(refused) => refusal(&request, refused).await,
    }
}

async fn refusal(request: &AdminRequest, refused: StaffRefusal) -> Result<Response, AppError> {
    let why = match refused {
        StaffRefusal::Gone => "That account is gone already.",
        StaffRefusal::LastOwner => "This is the only owner: make somebody else an owner first.",
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    shown(
        request,
        status,
        &FormValues::default(),
        Some(why.to_owned()),
    )
    .await
}
