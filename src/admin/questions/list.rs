//! `GET /questions`: tabs with their counts, a search, and a page of rows.

use super::{
    super::{form_values::FormValues, request::AdminRequest},
    TABS, code, name, of_code,
};
use crate::{
    base::{error::AppError, url::encoded},
    contact::{
        entity::{Status, thread},
        list::{self, Page},
        store,
    },
};
use axum::{Extension, response::Response};
use leptos::prelude::*;

/// Questions of one page.
const SIZE: usize = 50;
/// Nothing is counted beyond.
const MAX: usize = 1_000;
/// Longest text that is looked for, in characters.
const MAX_LENGTH: usize = 200;

/// `GET /questions`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let db = &request.state.shop.db.read;
    let typed = FormValues::read(request.query.as_bytes());
    let tab = of_code(typed.get("tab")).unwrap_or(Status::Open);
    let words: String = typed.get("q").trim().chars().take(MAX_LENGTH).collect();
    let after = typed.get("after").split_once('-');
    let after = after.and_then(|(at, id)| Some((at.parse().ok()?, id.parse().ok()?)));
    let found = list::page(db, tab, &words, after, SIZE).await?;
    let mut counts = Vec::new();
    for status in TABS {
        counts.push((status, store::count(db, status, MAX + 1).await?));
    }
    let view = view! {
        {tabs(tab, &counts)}
        {search(tab, &words)}
        {results(&request, tab, &words, &found, request.state.shop.config.contact_form)}
    };
    Ok(request.page("Questions", view))
}

fn tabs(current: Status, counts: &[(Status, usize)]) -> impl IntoView + use<> {
    let tab = |(status, count): &(Status, usize)| {
        let to = format!("/questions?tab={}", code(*status));
        let count = match *count {
            count if count > MAX => format!("{MAX}+"),
            count => count.to_string(),
        };
        let is_current = *status == current;
        view! {
            <li><a href=to aria-current=is_current.then_some("page")>{name(*status)}" "<span class="count">{count}</span></a></li>
        }
    };
    let tabs = counts.iter().map(tab).collect_view();
    view! { <nav class="tabs" aria-label="Questions"><ul>{tabs}</ul></nav> }
}

fn search(tab: Status, words: &str) -> impl IntoView + use<> {
    view! {
        <form class="narrow" method="get" action="/questions" role="search">
            <input type="hidden" name="tab" value=code(tab)/>
            <div class="row">
                <div class="field"><label for="q">"Search"</label>
                    <input id="q" name="q" type="search" value=words.to_owned() aria-describedby="q-note" data-slash="" autocomplete="off"/></div>
                <button class="button" type="submit">"Search"</button>
            </div>
            <p class="note" id="q-note">"By name, e-mail, order, or what was asked first."</p>
        </form>
    }
}

fn results(
    request: &AdminRequest,
    tab: Status,
    words: &str,
    found: &Page,
    is_on: bool,
) -> impl IntoView + use<> {
    if found.threads.is_empty() {
        let nothing = match (tab, words) {
            (_, words) if !words.is_empty() => "No question fits this.",
            (Status::Open, _) if !is_on => "There are none: your shop shows no form to ask by.",
            (Status::Open, _) => {
                "Nobody waits for an answer. Products, orders and the foot of your shop lead to the form."
            }
            _ => "There is nothing here just now.",
        };
        let settings = (tab == Status::Open && !is_on).then(|| {
            view! { <p><a href="/settings/checkout">"Checkout and accounts"</a></p> }
        });
        return view! { <p>{nothing}</p>{settings} }.into_any();
    }
    let row = |it: &thread::Model| {
        let to = format!("/questions/{}", it.id);
        view! {
            <tr>
                <td class="orders__number"><a href=to>{it.subject.clone()}</a></td>
                <td class="orders__name">{it.name.clone()}<span class="note">{it.email.clone()}</span></td>
                <td class="orders__day">{request.clock(it.last_at)}</td>
            </tr>
        }
    };
    let rows = found.threads.iter().map(row).collect_view();
    let next = found.next.map(|(at, id)| {
        let to = format!(
            "/questions?tab={}&q={}&after={at}-{id}",
            code(tab),
            encoded(words)
        );
        view! { <p><a class="button button--plain" rel="next" href=to>"Earlier questions"</a></p> }
    });
    view! {
        <table class="orders orders--plain">
            <thead><tr><th scope="col">"What"</th><th scope="col">"Who"</th><th scope="col">"Last word"</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
        {next}
    }
    .into_any()
}
