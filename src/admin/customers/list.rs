//! `GET /customers`: what narrows them down, a page of rows, and guests who fit what is looked for.

use super::{
    super::{form_values::FormValues, request::AdminRequest, staff::role::Right},
    common::{MAX, path},
    filters, guests, query,
};
use crate::{
    account::{
        customers::{
            filter::{Filter, Sort},
            group,
            list::{self, KeysetCursor, Page},
        },
        entity::{customer, customer_group},
    },
    base::{error::AppError, money::PriceFormat, time_zone::TimeZone},
};
use axum::{Extension, response::Response};
use leptos::prelude::*;

/// Id of the form that says what is done with the ticked rows.
const BULK: &str = "bulk";

/// What a page of the list is asked for by.
struct ListQuery {
    filter: Filter,
    /// The filter as the query of a URL.
    query: String,
    after: Option<KeysetCursor>,
    are_ticked: bool,
}

impl ListQuery {
    /// The address of the same list with `more` behind it.
    fn address(&self, more: &str) -> String {
        format!("/customers?{}{more}", self.query)
    }

    /// The address of this very page.
    fn here(&self) -> String {
        let after = self.after.map(|it| format!("&after={}", it.text()));
        self.address(&after.unwrap_or_default())
    }
}

/// `GET /customers`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let typed = FormValues::read(request.query.as_bytes());
    let filter = query::read(&typed);
    let shown = ListQuery {
        query: query::write(&filter),
        filter,
        after: KeysetCursor::parse(typed.get("after")),
        are_ticked: typed.get("ticked") == "all",
    };
    let db = &shop.db.read;
    let zone = &shop.config.time_zone;
    let found = list::page(db, &shown.filter, zone, shown.after, MAX).await?;
    let groups = group::all(db).await?;
    let guests = guests::found(&request, &shown.filter).await?;
    let view = view! {
        {sorts(&shown)}
        {filters::form(&shown.filter, &groups)}
        {results(&request, &shown, &found, &groups)}
        {guests}
        <p><a href="/customers/groups">"Customer groups"</a></p>
    };
    Ok(request.page("Customers", view))
}

fn name_of(sort: Sort) -> &'static str {
    match sort {
        Sort::Newest => "Newest",
        Sort::LastOrder => "Last order",
        Sort::Spent => "Spent most",
    }
}

fn sorts(shown: &ListQuery) -> impl IntoView + use<> {
    let chosen = shown.filter.sort();
    let link = |sort: Sort| {
        let filter = Filter {
            sort,
            words: String::new(),
            from: String::new(),
            to: String::new(),
            ..shown.filter.clone()
        };
        let to = format!("/customers?{}", query::write(&filter));
        view! { <li><a href=to aria-current=(chosen == sort).then_some("page")>{name_of(sort)}</a></li> }
    };
    view! { <nav class="tabs" aria-label="Which come first"><ul>{Sort::ALL.map(link)}</ul></nav> }
}

fn results(
    request: &AdminRequest,
    shown: &ListQuery,
    found: &Page,
    groups: &[customer_group::Model],
) -> impl IntoView + use<> {
    if found.customers.is_empty() {
        let nothing = if shown.filter.is_narrowed() || shown.after.is_some() {
            "No customer fits this."
        } else {
            "Nobody has an account yet. Guests are found by the search once they have ordered."
        };
        return view! { <p>{nothing}</p> }.into_any();
    }
    let prices = &request.state.shop.shop.prices;
    let zone = &request.state.shop.config.time_zone;
    let may_manage = request.may(Right::ManageCustomers);
    let ticks = may_manage.then_some(shown.are_ticked);
    let rows = found.customers.iter();
    let rows = rows
        .map(|it| row(it, groups, prices, zone, ticks))
        .collect_view();
    let next = found.next.map(|place| {
        let to = shown.address(&format!("&after={}", place.text()));
        view! { <p><a class="button button--plain" rel="next" href=to>"Further customers"</a></p> }
    });
    let (tick, mark) = match shown.are_ticked {
        true => ("Tick none", ""),
        false => ("Tick all", "&ticked=all"),
    };
    let tick_to = format!("{}{mark}", shown.here());
    let bulk = may_manage.then(|| {
        view! {
            <form class="row" id=BULK method="get" action="/customers/group" aria-label="With the ticked customers">
                <input type="hidden" name="back" value=shown.here()/>
                <a class="button button--plain" href=tick_to data-tick-all="">{tick}</a>
                <button class="button button--plain" type="submit">"Put into a group"</button>
            </form>
        }
    });
    let all = may_manage.then(|| {
        let to = format!("/customers/export.csv?{}", shown.query);
        view! { <p><a href=to>"All of these as a table (CSV)"</a></p> }
    });
    let tick = may_manage.then(|| {
        view! { <th scope="col"><span class="sr-only">"Tick"</span></th> }
    });
    view! {
        {bulk}
        <table class="orders">
            <thead><tr>{tick}<th scope="col">"Customer"</th><th scope="col">"Since"</th><th scope="col">"Orders"</th><th scope="col">"Spent"</th><th scope="col">"Group"</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
        {next}{all}
    }
    .into_any()
}

/// What is said of how often, and when last, `customer` ordered.
pub fn ordered(customer: &customer::Model, zone: &TimeZone) -> String {
    let last = zone.day(customer.last_order_at);
    match customer.order_count {
        0 => "No orders".to_owned(),
        1 => format!("1 order, {last}"),
        many => format!("{many} orders, last {last}"),
    }
}

fn row(
    customer: &customer::Model,
    groups: &[customer_group::Model],
    prices: &PriceFormat,
    zone: &TimeZone,
    ticks: Option<bool>,
) -> impl IntoView + use<> {
    let name = match customer.name.as_str() {
        "" => customer.email.clone(),
        name => name.to_owned(),
    };
    let group = groups.iter().find(|it| Some(it.id) == customer.group_id);
    let group = group.map(|it| view! { <span class="tag">{it.name.clone()}</span>" " });
    let exempt = customer
        .is_exempt
        .then(|| view! { <span class="tag">"No tax"</span> });
    let tick = ticks.map(|is_ticked| {
        let label = format!("Tick {name}");
        view! { <td class="orders__tick"><input type="checkbox" form=BULK name="ids" value=customer.id.to_string() aria-label=label checked=is_ticked/></td> }
    });
    view! {
        <tr>
            {tick}
            <td class="orders__number orders__name"><a href=path(customer.id)>{name}</a><span class="note">{customer.email.clone()}</span></td>
            <td class="orders__day"><span class="orders__label">"Since "</span>{zone.day(customer.registered_at)}</td>
            <td class="orders__what">{ordered(customer, zone)}</td>
            <td class="orders__total">{prices.minor(customer.spent)}</td>
            <td class="orders__stands">{group}{exempt}</td>
        </tr>
    }
}
