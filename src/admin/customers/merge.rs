//! Joining two accounts of one person: which, then what would move, then doing it.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
    },
    common::{email_context, nobody, path, way_back},
    list::ordered,
};
use crate::{
    account::{
        customers::merge::{self, Joined},
        entity::customer,
        store,
    },
    base::{date, error::AppError, time_zone::TimeZone, validate},
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;

const TITLE: &str = "Join two accounts";

/// `GET /customers/{id}/join?email=…`.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let db = &request.state.shop.db.read;
    let Some(kept) = store::by_id(db, id).await? else {
        return Ok(nobody(&request));
    };
    let Some(email) = typed.find("email") else {
        return Ok(question(&request, StatusCode::OK, &kept, "", None));
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let found = match validate::email(email) {
        Some(email) => store::by_email(db, &email).await?,
        None => None,
    };
    match found {
        None => {
            let problem = "There is no account with this e-mail.";
            Ok(question(&request, status, &kept, email, Some(problem)))
        }
        Some(found) if found.id == id => {
            let problem = "That is this very account.";
            Ok(question(&request, status, &kept, email, Some(problem)))
        }
        Some(from) => preview(&request, StatusCode::OK, &kept, &from, None).await,
    }
}

fn question(
    request: &AdminRequest,
    status: StatusCode,
    kept: &customer::Model,
    typed: &str,
    problem: Option<&'static str>,
) -> Response {
    let (wrong, described) = (problem.map(|_| "true"), problem.map(|_| "email-problem"));
    let problem = problem.map(|text| view! { <p class="problem" id="email-problem">{text}</p> });
    let view = view! {
        <form class="card" method="get" action=format!("/customers/{}/join", kept.id)>
            <p>"The account of "<strong>{called(kept)}</strong>" stays. Everything of the other one comes into it."</p>
            <div class="field"><label for="email">"E-mail of the other account"</label>
                <input id="email" name="email" type="email" value=typed.to_owned() required autocomplete="off" aria-invalid=wrong aria-describedby=described/>{problem}</div>
            <button class="button" type="submit">"Look at both"</button>
        </form>
        {way_back(kept.id)}
    };
    request.page_with(status, TITLE, view)
}

fn called(customer: &customer::Model) -> String {
    match customer.name.as_str() {
        "" => customer.email.clone(),
        name => format!("{name} ({})", customer.email),
    }
}

fn facts(customer: &customer::Model, zone: &TimeZone) -> impl IntoView + use<> {
    view! {
        <dl class="facts"><dt>"Customer"</dt><dd><a href=path(customer.id)>{called(customer)}</a></dd>
            <dt>"Since"</dt><dd>{zone.day(customer.registered_at)}</dd><dt>"Orders"</dt><dd>{ordered(customer, zone)}</dd></dl>
    }
}

/// What would move.
async fn preview(
    request: &AdminRequest,
    status: StatusCode,
    kept: &customer::Model,
    from: &customer::Model,
    said: Option<&'static str>,
) -> Result<Response, AppError> {
    let held = merge::held(&request.state.shop.accounts, from.id).await?;
    let moves = held.iter();
    let moves = moves.map(|(what, count)| view! { <li>{format!("{count} {what}")}</li> });
    let moves = match held.is_empty() {
        true => view! { <p>"It has nothing that could move."</p> }.into_any(),
        false => view! { <ul>{moves.collect_view()}</ul> }.into_any(),
    };
    let said = said.map(|said| view! { <p class="notice" role="alert">{said}</p> });
    let zone = &request.state.shop.config.time_zone;
    let turned = format!(
        "/customers/{}/join?email={}",
        from.id,
        crate::base::url::encoded(&kept.email)
    );
    let view = view! {
        {said}
        <section class="card"><h2>"This one stays"</h2>{facts(kept, zone)}</section>
        <section class="card"><h2>"This one is no more"</h2>{facts(from, zone)}</section>
        <section class="card"><h2>"What moves"</h2>{moves}
            <p>"What both have is there once: addresses, favourites, and one review of a product. Name, telephone, tax number and group come along where the account that stays has none."</p>
            <p>{format!("Whoever is signed in as {} is signed out, and that e-mail and its password open nothing any more. An e-mail goes to it.", from.email)}</p>
            <p>"This cannot be taken back."</p>
            <form class="row" method="post" action=format!("/customers/{}/join", kept.id)>
                <input type="hidden" name="from" value=from.id.to_string()/>
                <button class="button button--danger" type="submit" data-confirm="Join these two accounts?">"Join them"</button>
                <a class="button button--plain" href=turned>"The other way round"</a>
            </form>
        </section>
        {way_back(kept.id)}
    };
    Ok(request.page_with(status, TITLE, view))
}

/// `POST /customers/{id}/join`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let from = typed.number("from").ok_or(AppError::BadRequest)?;
    let (origin, by) = (request.state.shop_origin(), request.actor());
    let (shop, context) = (&request.state.shop, email_context(&request, &origin));
    let joined = merge::join(&shop.accounts, id, from, context, &by, date::now()).await?;
    let said = match joined {
        Joined::Done => return Ok(redirect_with_flash(&path(id), AdminFlash::CustomersJoined)),
        Joined::Same => return Err(AppError::BadRequest),
        Joined::Gone => {
            "One of the two is not there any more: somebody joined them already, or it was deleted."
        }
        Joined::BeingDeleted => "One of the two is about to be deleted. Call that off first.",
    };
    let db = &shop.db.read;
    let both = (store::by_id(db, id).await?, store::by_id(db, from).await?);
    match both {
        (Some(kept), Some(from)) => {
            preview(&request, StatusCode::CONFLICT, &kept, &from, Some(said)).await
        }
        (Some(kept), None) => {
            let view = view! { <p class="notice" role="alert">{said}</p>{way_back(kept.id)} };
            Ok(request.page_with(StatusCode::CONFLICT, TITLE, view))
        }
        (None, _) => Ok(nobody(&request)),
    }
}
