//! What is known of a customer, as a form; what was stored meanwhile stands beside what was typed.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
    },
    common::{nobody, path},
    detail,
};
use crate::{
    account::{
        customers::change::{self, ChangeOutcome, CustomerDetails, PHONE_MAX, TAX_ID_MAX},
        entity::{customer, customer_group},
    },
    base::{date, error::AppError, validate},
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What stands in the form.
pub struct Form {
    /// What was typed, or is stored.
    known: CustomerDetails,
    /// What the form began with.
    was: CustomerDetails,
    /// What is wrong, by the name of the field.
    problems: BTreeMap<&'static str, String>,
    /// What somebody else stored meanwhile.
    theirs: Option<CustomerDetails>,
}

impl Form {
    /// The form for `customer` as it is stored.
    pub fn of(customer: &customer::Model) -> Self {
        let known = CustomerDetails::of(customer);
        Self {
            was: known.clone(),
            known,
            problems: BTreeMap::new(),
            theirs: None,
        }
    }

    /// The form, where there are these `groups`.
    pub fn view(self, id: i64, groups: &[customer_group::Model]) -> impl IntoView + use<> {
        let was = serde_json::to_string(&self.was).unwrap_or_default();
        let is_typed = (!self.problems.is_empty() || self.theirs.is_some()).then_some("");
        let name_of = |group: Option<i64>| {
            let group = groups.iter().find(|it| Some(it.id) == group);
            group.map_or_else(|| "No group".to_owned(), |it| it.name.clone())
        };
        let theirs = self.theirs.as_ref().map(|theirs| {
            let facts = [
                ("Name", theirs.name.clone()),
                ("Telephone", theirs.phone.clone()),
                ("Group", name_of(theirs.group)),
                ("Pays no tax", if theirs.is_exempt { "yes" } else { "no" }.to_owned()),
                ("Tax number", theirs.tax_id.clone()),
            ];
            let fact = |(name, text)| view! { <dt>{name}</dt><dd>{text}</dd> };
            view! {
                <div class="theirs" role="alert"><p class="problem">"Somebody else changed this meanwhile. Yours is below; save it to take its place. What is stored now:"</p>
                    <dl class="facts">{facts.map(fact)}</dl></div>
            }
        });
        let known = self.known;
        let option = |(value, title, is_chosen): (String, String, bool)| {
            view! { <option value=value selected=is_chosen>{title}</option> }
        };
        let mut options = vec![(String::new(), "No group".to_owned(), known.group.is_none())];
        let each = groups.iter();
        options.extend(each.map(|it| {
            (
                it.id.to_string(),
                it.name.clone(),
                known.group == Some(it.id),
            )
        }));
        let line = |name, label, kind, value: &str| {
            line(
                name,
                label,
                kind,
                value.to_owned(),
                self.problems.get(name).cloned(),
            )
        };
        let group_problem = self.problems.get("group").cloned();
        let group_problem = group_problem.map(|text| view! { <p class="problem">{text}</p> });
        view! {
            <form class="settings" method="post" action=path(id) data-settings="" data-typed=is_typed>
                {theirs}
                <input type="hidden" name="was" value=was/>
                {line("name", "Name", "text", &known.name)}
                {line("phone", "Telephone", "tel", &known.phone)}
                <div class="field"><label for="group">"Group"</label>
                    <select id="group" name="group">{options.into_iter().map(option).collect_view()}</select>{group_problem}</div>
                <div class="field field--flag"><input type="checkbox" id="is_exempt" name="is_exempt" value="yes" checked=known.is_exempt aria-describedby="is_exempt-note"/>
                    <label for="is_exempt">"Pays no tax"</label>
                    <p class="note" id="is_exempt-note">"Prices are calculated without tax in their cart and orders, and the invoice says so."</p></div>
                {line("tax_id", "Tax number", "text", &known.tax_id)}
                <button class="button" type="submit">"Save"</button>
            </form>
        }
    }
}

fn line(
    name: &'static str,
    label: &'static str,
    kind: &'static str,
    value: String,
    problem: Option<String>,
) -> impl IntoView {
    let of_problem = format!("{name}-problem");
    let (wrong, described) = (
        problem.as_ref().map(|_| "true"),
        problem.as_ref().map(|_| of_problem.clone()),
    );
    let problem = problem.map(|text| view! { <p class="problem" id=of_problem>{text}</p> });
    view! {
        <div class="field"><label for=name>{label}</label>
            <input id=name name=name type=kind value=value autocomplete="off" aria-invalid=wrong aria-describedby=described/>{problem}</div>
    }
}

/// What was typed, and what is wrong with it.
fn read(typed: &FormValues) -> (CustomerDetails, BTreeMap<&'static str, String>) {
    let folded = |name: &str| {
        let words = typed.get(name).split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    };
    let known = CustomerDetails {
        name: folded("name"),
        phone: folded("phone"),
        group: typed.number("group"),
        is_exempt: typed.get("is_exempt") == "yes",
        tax_id: folded("tax_id"),
    };
    let mut problems = BTreeMap::new();
    if !known.name.is_empty() && validate::name(&known.name).is_none() {
        problems.insert("name", "Please keep it to 120 characters.".to_owned());
    }
    for (name, text, most) in [
        ("phone", &known.phone, PHONE_MAX),
        ("tax_id", &known.tax_id, TAX_ID_MAX),
    ] {
        if text.chars().count() > most || text.chars().any(char::is_control) {
            problems.insert(name, format!("Please keep it to {most} characters."));
        }
    }
    (known, problems)
}

/// `POST /customers/{id}`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let (known, problems) = read(&typed);
    let was: CustomerDetails =
        serde_json::from_str(typed.get("was")).map_err(AppError::bad_request)?;
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let mut form = Form {
        known,
        was,
        problems,
        theirs: None,
    };
    if !form.problems.is_empty() {
        return detail::shown(&request, id, status, Some(form)).await;
    }
    let (db, by) = (&request.state.shop.db, &request.actor());
    match change::change(db, id, &form.was, &form.known, by, date::now()).await? {
        ChangeOutcome::Done => Ok(redirect_with_flash(&path(id), AdminFlash::CustomerSaved)),
        ChangeOutcome::Gone => Ok(nobody(&request)),
        ChangeOutcome::NoGroup => {
            let problem = "That group is gone. Please choose another one.".to_owned();
            form.problems.insert("group", problem);
            detail::shown(&request, id, status, Some(form)).await
        }
        ChangeOutcome::Otherwise(theirs) => {
            form.was = (*theirs).clone();
            form.theirs = Some(*theirs);
            detail::shown(&request, id, StatusCode::CONFLICT, Some(form)).await
        }
    }
}
