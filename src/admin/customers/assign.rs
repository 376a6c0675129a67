//! Putting the ticked customers into a group: first a page that shows who, then doing it.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
    },
    common::{MAX, path},
};
use crate::{
    account::{
        customers::{group, list},
        entity::{customer, customer_group},
    },
    base::{date, error::AppError},
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;

/// What a form says for no group.
const GENERAL: &str = "general";

/// Ids that are ticked, each once.
fn ticked(typed: &FormValues) -> Vec<i64> {
    let mut ids: Vec<i64> = typed.all("ids").filter_map(|it| it.parse().ok()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.truncate(MAX);
    ids
}

fn back_of(typed: &FormValues) -> String {
    match typed.get("back") {
        back if back.starts_with("/customers") => back.to_owned(),
        _ => "/customers".to_owned(),
    }
}

/// `GET /customers/group`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    form(&request, StatusCode::OK, &typed, None).await
}

async fn form(
    request: &AdminRequest,
    status: StatusCode,
    typed: &FormValues,
    problem: Option<&'static str>,
) -> Result<Response, AppError> {
    const TITLE: &str = "Put into a group";
    let db = &request.state.shop.db.read;
    let customers = list::by_ids(db, &ticked(typed)).await?;
    let back = back_of(typed);
    let way_back = view! { <p><a class="button button--plain" href=back.clone()>"Back to the customers"</a></p> };
    if customers.is_empty() {
        return Ok(redirect_with_flash(&back, AdminFlash::NothingTicked));
    }
    let groups = group::all(db).await?;
    let rows = customers.iter().map(|it| row(it, &groups)).collect_view();
    let option = |group: &customer_group::Model| {
        let is_chosen = group.id.to_string() == typed.get("group");
        view! { <option value=group.id.to_string() selected=is_chosen>{group.name.clone()}</option> }
    };
    let options = groups.iter().map(option).collect_view();
    let wrong = problem.is_some();
    let problem = problem.map(|text| view! { <p class="problem" id="group-problem">{text}</p> });
    let name = match customers.len() {
        1 => "Put this customer there".to_owned(),
        count => format!("Put {count} customers there"),
    };
    let view = view! {
        <form method="post" action="/customers/group">
            <input type="hidden" name="back" value=back/>
            <ul class="changes">{rows}</ul>
            <div class="field"><label for="group">"Group"</label>
                <select id="group" name="group" aria-invalid=wrong.then_some("true") aria-describedby=wrong.then_some("group-problem")>
                    {options}<option value=GENERAL selected=groups.is_empty()>"No group"</option>
                </select>{problem}</div>
            <div class="save"><button class="button" type="submit">{name}</button></div>
        </form>
        {way_back}
    };
    Ok(request.page_with(status, TITLE, view))
}

fn row(customer: &customer::Model, groups: &[customer_group::Model]) -> impl IntoView + use<> {
    let name = match customer.name.as_str() {
        "" => customer.email.clone(),
        name => name.to_owned(),
    };
    let now = groups.iter().find(|it| Some(it.id) == customer.group_id);
    let now = now.map_or_else(|| "in no group".to_owned(), |it| format!("in {}", it.name));
    view! {
        <li class="card"><input type="hidden" name="ids" value=customer.id.to_string()/>
            <p><a href=path(customer.id)>{name}</a>" · "{customer.email.clone()}" · "{now}</p></li>
    }
}

/// `POST /customers/group`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let group = match typed.get("group") {
        GENERAL => None,
        id => Some(id.parse::<i64>().unwrap_or_default()),
    };
    let ids = ticked(&typed);
    if ids.is_empty() {
        return form(&request, StatusCode::UNPROCESSABLE_ENTITY, &typed, None).await;
    }
    let db = &request.state.shop.db;
    match group::assign(db, &ids, group, &request.actor(), date::now()).await? {
        Some(_) => Ok(redirect_with_flash(
            &back_of(&typed),
            AdminFlash::CustomersGrouped,
        )),
        None => {
            let problem = Some("That group is gone. Please choose another one.");
            form(&request, StatusCode::UNPROCESSABLE_ENTITY, &typed, problem).await
        }
    }
}
