//! `GET /orders`: tabs with their counts, what narrows them down, and a page of rows.

use super::{
    super::{form_values::FormValues, request::AdminRequest, staff::role::Right},
    MAX, filters, labels, query, rows,
    rows::{BULK, Row},
    saved_filters::{self, View},
};
use crate::{
    base::error::AppError,
    order::{
        inbox::{
            counts::Counts,
            filter::Filter,
            list::{self, KeysetCursor, Page},
            tab::Tab,
        },
        store,
    },
};
use axum::{Extension, response::Response};
use leptos::prelude::*;

/// Most withdrawals that are counted.
const MAX_COUNTED: usize = 1_000;

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
        format!("/orders?{}{more}", self.query)
    }

    /// The address of this very page.
    fn here(&self) -> String {
        let after = self.after.map(|it| format!("&after={}", it.text()));
        self.address(&after.unwrap_or_default())
    }
}

/// `GET /orders`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let typed = FormValues::read(request.query.as_bytes());
    let filter = query::read(&typed, &shop.shop.prices);
    let shown = ListQuery {
        query: query::write(&filter, &shop.shop.prices),
        filter,
        after: KeysetCursor::parse(typed.get("after")),
        are_ticked: typed.get("ticked") == "all",
    };
    let zone = &shop.config.time_zone;
    let found = list::page(&shop.db.read, &shown.filter, zone, shown.after, MAX).await?;
    let counts = Counts::read(&shop.db.read).await?;
    let own = saved_filters::of(&request).await?;
    let withdrawn = store::withdrawals_open(&shop.db.read, MAX_COUNTED).await?;
    let view = view! {
        {request.may(Right::ManageOrders).then(|| view! { <p><a class="button button--plain" href="/orders/new">"New order"</a></p> })}
        {tabs(&shown, &counts, withdrawn, &own)}
        {filters::form(&shown.filter, &shop.config)}
        {results(&request, &shown, &found)}
        {keeping(&shown, &own)}
    };
    Ok(request.page("Orders", view))
}

fn tabs(
    shown: &ListQuery,
    counts: &Counts,
    withdrawn: usize,
    own: &[View],
) -> impl IntoView + use<> {
    let of_view = own.iter().find(|view| view.query == shown.query);
    let current = of_view.map(|view| view.id);
    let tab = |tab: Tab| {
        let is_current = current.is_none() && shown.filter.tab == tab;
        let to = format!("/orders?tab={}", tab.code());
        let orders = match tab {
            Tab::Withdrawn if withdrawn == MAX_COUNTED => format!("{withdrawn}+"),
            Tab::Withdrawn => withdrawn.to_string(),
            tab => counts.of(tab).to_string(),
        };
        view! {
            <li><a href=to aria-current=is_current.then_some("page")>{labels::tab(tab)}" "<span class="count">{orders}</span></a></li>
        }
    };
    // What seldom comes about takes no room when it does not.
    let is_shown = |tab: &Tab| *tab != Tab::Withdrawn || withdrawn > 0 || shown.filter.tab == *tab;
    let view = |view: &View| {
        let is_current = current == Some(view.id);
        let to = format!("/orders?{}", view.query);
        view! { <li><a href=to aria-current=is_current.then_some("page")>{view.name.clone()}</a></li> }
    };
    view! {
        <nav class="tabs" aria-label="Orders"><ul>
            {Tab::ALL.into_iter().filter(is_shown).map(tab).collect_view()}
            {own.iter().map(view).collect_view()}
        </ul></nav>
    }
}

fn results(request: &AdminRequest, shown: &ListQuery, found: &Page) -> impl IntoView + use<> {
    if found.orders.is_empty() {
        let nothing = if shown.filter.is_narrowed() || shown.after.is_some() {
            "No order fits this."
        } else {
            "There is nothing here just now."
        };
        return view! { <p>{nothing}</p> }.into_any();
    }
    let config = &request.state.shop.config;
    let each = found
        .orders
        .iter()
        .map(|order| Row::of(order, config, &shown.query));
    let next = found.next.map(|place| {
        let to = shown.address(&format!("&after={}", place.text()));
        view! { <p><a class="button button--plain" rel="next" href=to>"Earlier orders"</a></p> }
    });
    let (tick, mark) = match shown.are_ticked {
        true => ("Tick none", ""),
        false => ("Tick all", "&ticked=all"),
    };
    let tick_to = format!("{}{mark}", shown.here());
    let button = |to: &'static str, name: &'static str| {
        view! { <button class="button button--plain" type="submit" formaction=to>{name}</button> }
    };
    let print = |what: &'static str, name: &'static str| {
        view! { <button class="button button--plain" type="submit" formaction="/orders/print" formtarget="_blank" name="what" value=what>{name}</button> }
    };
    let all = request.may(Right::ExportOrders).then(|| {
        let to = format!("/orders/export.csv?{}", shown.query);
        view! { <p><a href=to>"All of these as a table (CSV)"</a></p> }
    });
    view! {
        <form class="row" id=BULK method="get" action="/orders/print" aria-label="With the ticked orders">
            <input type="hidden" name="back" value=shown.here()/>
            <span class="note">"Tick orders below, then:"</span>
            <a class="button button--plain" href=tick_to data-tick-all="">{tick}</a>
            {request.may(Right::FulfilOrders).then(|| button("/orders/shipped", "Mark as shipped"))}
            {request.may(Right::ManageOrders).then(|| button("/orders/paid", "Mark as paid"))}
            {print("slip", "Packing slips")}
            {print("invoice", "Invoices")}
            {request.may(Right::ExportOrders).then(|| button("/orders/export.csv", "As a table (CSV)"))}
        </form>
        {rows::table(each.collect(), shown.are_ticked, request.by_clock("Placed"))}
        {next}{all}
    }
    .into_any()
}

/// What gives a narrowed list a name of one's own, or takes it away.
fn keeping(shown: &ListQuery, own: &[View]) -> impl IntoView + use<> {
    let back = format!("/orders?tab={}", shown.filter.tab.code());
    if let Some(view) = own.iter().find(|view| view.query == shown.query) {
        return view! {
            <form class="row" method="post" action="/orders/views/remove">
                <input type="hidden" name="back" value=back/>
                <button class="button button--plain" type="submit" name="id" value=view.id.to_string()>{format!("Take the tab \u{201c}{}\u{201d} away", view.name)}</button>
            </form>
        }
        .into_any();
    }
    if !shown.filter.is_narrowed() {
        return ().into_any();
    }
    view! {
        <form class="row" method="post" action="/orders/views">
            <input type="hidden" name="query" value=shown.query.clone()/>
            <div class="field"><label for="view-name">"Keep this as a tab of yours, called"</label>
                <input id="view-name" name="name" type="text" maxlength="40" required autocomplete="off"/></div>
            <button class="button button--plain" type="submit">"Keep it"</button>
        </form>
    }
    .into_any()
}
