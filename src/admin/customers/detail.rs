//! `GET /customers/{id}`: everything about one customer.

use super::{
    super::{form_values::FormValues, orders::labels, request::AdminRequest, staff::role::Right},
    addresses,
    common::{nobody, path},
    details_form,
    list::ordered,
    notes, sessions,
};
use crate::{
    account::{
        customers::{group, note},
        entity::{customer, customer_group},
        personal_data::deletion,
        sessions::store as signed_in,
        single_sign_on, store,
    },
    base::{date, error::AppError, url::encoded},
    order::{self, emails, entity::order as orders},
    platform::mail,
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;

/// Orders of one page.
const ORDERS: usize = 20;
/// E-mails that are shown.
const EMAILS: usize = 10;

/// `GET /customers/{id}`.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    shown(&request, id, StatusCode::OK, None).await
}

/// The page of the customer `id`, with `form` in place of what is known of them.
pub async fn shown(
    request: &AdminRequest,
    id: i64,
    status: StatusCode,
    form: Option<details_form::Form>,
) -> Result<Response, AppError> {
    full_page(request, id, status, form, None).await
}

/// The page of the customer `id`, with a note in its form that was typed but not accepted.
pub async fn with_note(
    request: &AdminRequest,
    id: i64,
    status: StatusCode,
    note: String,
) -> Result<Response, AppError> {
    full_page(request, id, status, None, Some(note)).await
}

async fn full_page(
    request: &AdminRequest,
    id: i64,
    status: StatusCode,
    form: Option<details_form::Form>,
    typed_note: Option<String>,
) -> Result<Response, AppError> {
    let (shop, now) = (&request.state.shop, date::now());
    let db = &shop.db.read;
    let Some(customer) = store::by_id(db, id).await? else {
        return Ok(nobody(request));
    };
    let groups = group::all(db).await?;
    let may_manage = request.may(Right::ManageCustomers);
    let due = deletion::due(db, id).await?;
    let due = due.map(|due| deletion_notice(id, request.clock(due), may_manage));
    let sites = single_sign_on::identities(db, id).await?.len();
    let form = form.unwrap_or_else(|| details_form::Form::of(&customer));
    let known = may_manage.then(|| {
        view! { <section class="card"><h2>"What is known"</h2>{form.view(id, &groups)}</section> }
    });
    let emails = emails(request, &customer).await?;
    let sessions = signed_in::valid(db, &customer, &shop.config, now).await?;
    let view = view! {
        {due}
        {facts(request, &customer, &groups, sites)}
        {orders_of(request, id).await?}
        {known}
        {notes::section(request, id, note::of(db, id).await?, typed_note)}
        {addresses::section(request, id, store::addresses(db, id).await?)}
        {sessions::section(request, id, sessions)}
        {emails}
        {may_manage.then(|| actions(request, &customer))}
        <p><a class="button button--plain" href="/customers">"Back to the customers"</a></p>
    };
    let title = match customer.name.as_str() {
        "" => customer.email,
        name => name.to_owned(),
    };
    Ok(request.page_with(status, &title, view))
}

fn deletion_notice(id: i64, due: String, may_manage: bool) -> impl IntoView {
    let keep = may_manage.then(|| {
        view! { <form method="post" action=format!("/customers/{id}/keep")><button class="button button--plain" type="submit">"Call it off"</button></form> }
    });
    view! { <div class="notice"><p>{format!("This account is deleted on {due}.")}</p>{keep}</div> }
}

fn facts(
    request: &AdminRequest,
    customer: &customer::Model,
    groups: &[customer_group::Model],
    sites: usize,
) -> impl IntoView + use<> {
    let group = groups.iter().find(|it| Some(it.id) == customer.group_id);
    let mut ways = Vec::new();
    if !customer.password_hash.is_empty() {
        ways.push("a password");
    }
    if sites > 0 {
        ways.push("another site of yours");
    }
    if ways.is_empty() {
        ways.push("codes by e-mail");
    }
    let tax = match (customer.is_exempt, customer.tax_id.as_str()) {
        (true, "") => "Pays no tax".to_owned(),
        (true, id) => format!("Pays no tax, {id}"),
        (false, id) => id.to_owned(),
    };
    let zone = &request.state.shop.config.time_zone;
    let facts = [
        ("E-mail", customer.email.clone()),
        ("Telephone", customer.phone.clone()),
        ("Since", zone.day(customer.registered_at)),
        ("Orders", ordered(customer, zone)),
        ("Paid", request.state.shop.shop.prices.minor(customer.spent)),
        ("Group", group.map(|it| it.name.clone()).unwrap_or_default()),
        ("Tax", tax),
        ("Signs in by", ways.join(", ")),
    ];
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty());
    let fact = |(name, text)| view! { <dt>{name}</dt><dd>{text}</dd> };
    view! { <dl class="facts card">{facts.map(fact).collect_view()}</dl> }
}

/// A page of the orders, behind the one that the address names.
async fn orders_of(request: &AdminRequest, id: i64) -> Result<impl IntoView + use<>, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let after = order::inbox::list::KeysetCursor::parse(typed.get("after"));
    let before = after.map_or((i64::MAX, i64::MAX), |it| (it.value, it.id));
    let most = u64::try_from(ORDERS + 1).unwrap_or(u64::MAX);
    let mut found = order::store::page_of(&request.state.shop.db.read, id, before, most).await?;
    let has_more = found.len() > ORDERS;
    found.truncate(ORDERS);
    let next = found.last().filter(|_| has_more).map(|last| {
        let place = order::inbox::list::KeysetCursor {
            value: last.placed_at,
            id: last.id,
        };
        let to = format!("{}?after={}", path(id), place.text());
        view! { <p><a class="button button--plain" rel="next" href=to>"Earlier orders"</a></p> }
    });
    if found.is_empty() {
        return Ok(
            view! { <section class="card"><h2>"Orders"</h2><p>"None so far."</p></section> }
                .into_any(),
        );
    }
    let sees = request.may(Right::SeeOrders);
    let rows = found.iter().map(|it| order_row(request, it, sees));
    Ok(view! {
        <section class="card"><h2>"Orders"</h2>
            <div class="scroll" tabindex="0"><table>
                <thead><tr><th scope="col">"Order"</th><th scope="col">"Placed"</th><th scope="col">"Total"</th><th scope="col">"Stands"</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table></div>{next}</section>
    }
    .into_any())
}

fn order_row(request: &AdminRequest, order: &orders::Model, sees: bool) -> impl IntoView + use<> {
    let config = &request.state.shop.config;
    let prices = order::store::document(order).map_or_else(
        |_| config.shop().prices,
        |it| emails::prices(&it, &config.shop(), config.own_language()),
    );
    let number = order.public_id.clone();
    let to = format!("/orders/{number}");
    let number = match sees {
        true => view! { <a href=to>{number}</a> }.into_any(),
        false => number.into_any(),
    };
    view! {
        <tr><td>{number}</td><td>{request.clock(order.placed_at)}</td><td class="amount">{prices.minor(order.total)}</td>
            <td><span class="tag">{labels::payment(order.payment_status)}</span>" "<span class="tag">{labels::fulfillment(order.fulfillment_status)}</span></td></tr>
    }
}

/// The latest e-mails to the customer that are about no order, and whether they went.
async fn emails(
    request: &AdminRequest,
    customer: &customer::Model,
) -> Result<impl IntoView + use<>, AppError> {
    let db = &request.state.shop.db.read;
    let mut all = mail::to(db, &customer.email, customer.registered_at).await?;
    all.truncate(EMAILS);
    let jobs = mail::jobs_of(db, all.iter().map(|it| it.id)).await?;
    let row = |row: mail::entity::Model| {
        let state = match (row.sent_at, jobs.get(&row.id)) {
            (Some(at), _) => format!("sent {}", request.clock(at)),
            (None, Some(job)) if job.attempts > 0 => "could not be sent so far".to_owned(),
            (None, _) => "waits to be sent".to_owned(),
        };
        view! { <li>{row.subject}<span class="note">" · "{state}</span></li> }
    };
    let nothing = all
        .is_empty()
        .then(|| view! { <p>"None are kept here: those about orders stand there, and one that held a link or a code is not kept."</p> });
    Ok(view! {
        <section class="card"><h2>"E-mails to them"</h2>
            <ul class="plain">{all.into_iter().map(row).collect_view()}</ul>{nothing}</section>
    })
}

/// What else can be done.
fn actions(request: &AdminRequest, customer: &customer::Model) -> impl IntoView + use<> {
    let to = |what: &str| format!("{}/{what}", path(customer.id));
    let reset = request.state.shop.config.sign_in.has_passwords().then(|| {
        view! {
            <form method="post" action=to("reset")><button class="button button--plain" type="submit">"Send a link for a new password"</button></form>
        }
    });
    let order = request.may(Right::ManageOrders).then(|| {
        let to = format!("/orders/new?email={}", encoded(&customer.email));
        view! { <a class="button button--plain" href=to>"New order"</a> }
    });
    let link = |what: &str, name: &'static str, class: &'static str| {
        view! { <a class=class href=to(what)>{name}</a> }
    };
    view! {
        <section class="card"><h2>"More"</h2>
            <div class="row">
                {reset}
                <form method="post" action=to("visit")><button class="button button--plain" type="submit">"See the shop as this customer"</button></form>
                {order}
                {link("join", "Join with another account", "button button--plain")}
                {link("data.html", "What is kept, as a page", "button button--plain")}
                {link("data.json", "What is kept, as JSON", "button button--plain")}
                {link("delete", "Delete the account", "button button--danger")}
            </div>
            <p class="note">"Most of these ask for your password once more."</p>
        </section>
    }
}
