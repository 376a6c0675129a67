//! `GET /customers/groups`: the groups, how many are in each, and which discounts go by them.

use super::super::{
    flash::AdminFlash,
    form_values::FormValues,
    request::{AdminRequest, redirect_with_flash},
    staff::role::Right,
};
use crate::{
    account::{
        customers::group::{self, COUNTED, GroupOutcome, MAX_LENGTH},
        entity::customer_group,
    },
    base::{date, error::AppError, validate},
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;

/// Where the screen is.
const PATH: &str = "/customers/groups";
const NO_NAME: &str = "Please give it a name of up to 60 characters.";
const TAKEN: &str = "Another group has this name already.";
const GONE: &str = "That group is gone already.";
const IN_USE: &str =
    "Discounts go by this name. Let them go by another group first, or delete them.";

/// What was typed that is not stored, and what is wrong with it.
#[derive(Default)]
struct RefusedForm {
    /// Id of the group; 0 is a new one.
    id: i64,
    name: String,
    problem: String,
}

/// `GET /customers/groups`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    shown(&request, StatusCode::OK, None).await
}

async fn shown(
    request: &AdminRequest,
    status: StatusCode,
    refused: Option<RefusedForm>,
) -> Result<Response, AppError> {
    let db = &request.state.shop.db.read;
    let mut rows = Vec::new();
    for group in group::all(db).await? {
        let count = group::count(db, group.id).await?;
        rows.push(card(request, group, count, refused.as_ref()));
    }
    let nothing = rows.is_empty().then(|| {
        view! { <p>"There are no groups yet. Customers of a group can get a discount of their own."</p> }
    });
    let (name, problem) = match &refused {
        Some(it) if it.id == 0 => (it.name.clone(), Some(it.problem.clone())),
        _ => (String::new(), None),
    };
    let gone = refused.filter(|it| it.problem == GONE);
    let gone = gone.map(|it| view! { <p class="notice" role="alert">{it.problem}</p> });
    let add = request.may(Right::ManageCustomers).then(|| {
        view! {
            <section class="card"><h2>"A new group"</h2>
                <form class="row" method="post" action="/customers/groups/add">
                    {field("new-name", "Name", name, problem)}
                    <button class="button" type="submit">"Add"</button>
                </form></section>
        }
    });
    let view = view! {
        {gone}{nothing}{rows}{add}
        <p><a class="button button--plain" href="/customers">"Back to the customers"</a></p>
    };
    Ok(request.page_with(status, "Customer groups", view))
}

fn field(
    id: impl Into<String>,
    label: &'static str,
    value: String,
    problem: Option<String>,
) -> impl IntoView {
    let id = id.into();
    let of_problem = format!("{id}-problem");
    let (wrong, described) = (
        problem.as_ref().map(|_| "true"),
        problem.as_ref().map(|_| of_problem.clone()),
    );
    let problem = problem.map(|text| view! { <p class="problem" id=of_problem>{text}</p> });
    view! {
        <div class="field"><label for=id.clone()>{label}</label>
            <input id=id name="name" type="text" maxlength="60" required autocomplete="off" value=value aria-invalid=wrong aria-describedby=described/>{problem}</div>
    }
}

fn card(
    request: &AdminRequest,
    group: customer_group::Model,
    count: i64,
    refused: Option<&RefusedForm>,
) -> impl IntoView + use<> {
    let rules = rules(request, &group.name);
    let own = refused.filter(|it| it.id == group.id);
    let name = own.map_or_else(|| group.name.clone(), |it| it.name.clone());
    let problem = own.map(|it| it.problem.clone());
    let id = group.id.to_string();
    let customers = match count {
        0 => "Nobody is in it".to_owned(),
        1 => "1 customer".to_owned(),
        many if many > COUNTED => format!("{COUNTED}+ customers"),
        many => format!("{many} customers"),
    };
    let discounts = match rules {
        0 => "no discount goes by it".to_owned(),
        1 => "1 discount goes by it".to_owned(),
        many => format!("{many} discounts go by it"),
    };
    let forms = request.may(Right::ManageCustomers).then(|| {
        view! {
            <form class="row" method="post" action="/customers/groups/rename">
                <input type="hidden" name="id" value=id.clone()/>
                <input type="hidden" name="was" value=group.name.clone()/>
                {field(format!("name-{id}"), "Another name", name, problem)}
                <button class="button button--plain" type="submit">"Rename"</button>
                <button class="button button--danger" type="submit" formaction="/customers/groups/remove" formnovalidate="" data-confirm="Delete this group?">"Delete"</button>
            </form>
        }
    });
    view! {
        <section class="card">
            <h2>{group.name.clone()}</h2>
            <p><a href=format!("/customers?group={}", group.id)>{customers}</a>", "{discounts}"."</p>
            {forms}
        </section>
    }
}

/// How many discounts name the group.
fn rules(request: &AdminRequest, name: &str) -> usize {
    let rules = request.state.shop.config.discounts.iter();
    rules.filter(|it| it.group.as_deref() == Some(name)).count()
}

async fn refusal(
    request: &AdminRequest,
    id: i64,
    name: &str,
    problem: impl Into<String>,
) -> Result<Response, AppError> {
    let refused = RefusedForm {
        id,
        name: name.to_owned(),
        problem: problem.into(),
    };
    shown(request, StatusCode::UNPROCESSABLE_ENTITY, Some(refused)).await
}

fn name_in(typed: &FormValues) -> Option<String> {
    let name = validate::name(typed.get("name"));
    name.filter(|name| name.chars().count() <= MAX_LENGTH)
}

async fn answer(
    request: &AdminRequest,
    id: i64,
    typed: &FormValues,
    changed: GroupOutcome,
    said: AdminFlash,
) -> Result<Response, AppError> {
    let name = typed.get("name");
    match changed {
        GroupOutcome::Done => Ok(redirect_with_flash(PATH, said)),
        GroupOutcome::Taken => refusal(request, id, name, TAKEN).await,
        GroupOutcome::Gone => refusal(request, id, name, GONE).await,
        GroupOutcome::Otherwise(now) => {
            let problem = format!(
                "Somebody called it \u{201c}{now}\u{201d} meanwhile. Press once more to call it yours."
            );
            refusal(request, id, name, problem).await
        }
    }
}

/// `POST /customers/groups/add`.
pub async fn post_add(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let Some(name) = name_in(&typed) else {
        return refusal(&request, 0, typed.get("name"), NO_NAME).await;
    };
    let db = &request.state.shop.db;
    let added = group::add(db, &name, &request.actor(), date::now()).await?;
    answer(&request, 0, &typed, added, AdminFlash::GroupAdded).await
}

/// `POST /customers/groups/rename`. The settings know a group by its name: one that discounts go by keeps it.
pub async fn post_rename(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let id = typed.number("id").ok_or(AppError::BadRequest)?;
    let was = typed.get("was");
    let Some(name) = name_in(&typed) else {
        return refusal(&request, id, typed.get("name"), NO_NAME).await;
    };
    if name != was && rules(&request, was) > 0 {
        return refusal(&request, id, &name, IN_USE).await;
    }
    let (db, by) = (&request.state.shop.db, &request.actor());
    let renamed = group::rename(db, id, was, &name, by, date::now()).await?;
    answer(&request, id, &typed, renamed, AdminFlash::GroupRenamed).await
}

/// `POST /customers/groups/remove`.
pub async fn post_remove(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let id = typed.number("id").ok_or(AppError::BadRequest)?;
    let db = &request.state.shop.db;
    if let Some(group) = group::find(&db.read, id).await?
        && rules(&request, &group.name) > 0
    {
        return refusal(&request, id, &group.name, IN_USE).await;
    }
    let removed = group::remove(db, id, &request.actor(), date::now()).await?;
    answer(&request, id, &typed, removed, AdminFlash::GroupRemoved).await
}
