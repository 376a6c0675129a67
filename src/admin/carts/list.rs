//! `GET /carts`: what reminders brought, tabs, a search, and a page of rows.

use super::{
    super::{form_values::FormValues, request::AdminRequest, staff::role::Right},
    Tab,
    rows::{self, Row},
    summary,
};
use crate::{
    base::{
        date::{self, DAY},
        error::AppError,
        url::encoded,
        validate,
    },
    cart::{CartRow, abandoned},
    order::abandoned_carts::list::{self, Recovered},
};
use axum::{Extension, response::Response};
use leptos::prelude::*;

/// Carts of one page.
const SIZE: usize = 50;
/// Days of which everything unfinished is shown.
const DAYS: i64 = 14;
/// Longest text that is looked for, in characters.
const MAX_LENGTH: usize = 200;

/// A page of rows, and where the next one begins.
struct CartRows {
    rows: Vec<Row>,
    next: Option<abandoned::ListCursor>,
}

/// `GET /carts`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let tab = Tab::of_code(typed.get("tab")).unwrap_or(Tab::Waiting);
    let words: String = typed.get("q").trim().chars().take(MAX_LENGTH).collect();
    // Addresses are kept as they are read when they are typed.
    let email = validate::mailbox(&words).unwrap_or_else(|| words.to_lowercase());
    let after = typed.get("after").split_once('-');
    let after = after.and_then(|(at, id)| Some((at.parse().ok()?, id.parse().ok()?)));
    let found = found(&request, tab, after, &email).await?;
    let figures = summary::figures(&request).await?;
    let is_on = request.state.shop.config.cart_reminders;
    let view = view! {
        {summary::switched(&request)}
        {figures}
        {tabs(tab)}
        {(tab != Tab::All).then(|| search(tab, &words))}
        {results(&request, tab, &words, found, is_on)}
    };
    Ok(request.page("Carts", view))
}

async fn found(
    request: &AdminRequest,
    tab: Tab,
    after: Option<abandoned::ListCursor>,
    email: &str,
) -> Result<CartRows, AppError> {
    let db = &request.state.shop.db.read;
    let most = SIZE as u64 + 1;
    if tab == Tab::Recovered {
        let mut found = list::recovered(db, after, email, most).await?;
        let next = cut(&mut found, |it: &Recovered| {
            (it.reminder.recovered_at.unwrap_or(0), it.reminder.id)
        });
        let rows = rows::of_orders(request, &found);
        return Ok(CartRows { rows, next });
    }
    let mut carts = match tab {
        Tab::Reminded => abandoned::reminded(db, after, email, most).await?,
        Tab::All => abandoned::begun(db, date::now() - DAYS * DAY, after, most).await?,
        Tab::Waiting | Tab::Recovered => abandoned::waiting(db, after, email, most).await?,
    };
    let place = |cart: &CartRow| match tab {
        Tab::Reminded => (cart.reminder_id.unwrap_or(0), cart.id),
        Tab::All => (cart.created_at, cart.id),
        Tab::Waiting | Tab::Recovered => (cart.updated_at, cart.id),
    };
    let next = cut(&mut carts, place);
    let rows = rows::of_carts(request, &carts, tab != Tab::All).await?;
    Ok(CartRows { rows, next })
}

/// Takes what is too much for a page off; where the next one begins, if there was any.
fn cut<T>(
    found: &mut Vec<T>,
    place: impl Fn(&T) -> abandoned::ListCursor,
) -> Option<abandoned::ListCursor> {
    let is_more = found.len() > SIZE;
    found.truncate(SIZE);
    found.last().filter(|_| is_more).map(place)
}

fn tabs(current: Tab) -> impl IntoView {
    let tab = |tab: Tab| {
        let to = format!("/carts?tab={}", tab.code());
        view! { <li><a href=to aria-current=(tab == current).then_some("page")>{tab.name()}</a></li> }
    };
    view! { <nav class="tabs" aria-label="Carts"><ul>{Tab::ALL.map(tab).collect_view()}</ul></nav> }
}

fn search(tab: Tab, words: &str) -> impl IntoView + use<> {
    view! {
        <form class="narrow" method="get" action="/carts" role="search">
            <input type="hidden" name="tab" value=tab.code()/>
            <div class="row">
                <div class="field"><label for="q">"Search"</label>
                    <input id="q" name="q" type="search" value=words.to_owned() aria-describedby="q-note" data-slash="" autocomplete="off"/></div>
                <button class="button" type="submit">"Search"</button>
            </div>
            <p class="note" id="q-note">"By the whole e-mail."</p>
        </form>
    }
}

fn results(
    request: &AdminRequest,
    tab: Tab,
    words: &str,
    found: CartRows,
    is_on: bool,
) -> impl IntoView + use<> {
    let about = (tab == Tab::All).then(|| {
        view! { <p class="note">{format!("Carts with something in them that were begun within the last {DAYS} days, whoever they are of: nobody is named here.")}</p> }
    });
    if found.rows.is_empty() {
        let nothing = match (tab, words) {
            (Tab::Waiting | Tab::Reminded | Tab::Recovered, words) if !words.is_empty() => {
                "Nothing with this e-mail."
            }
            (Tab::Waiting, _) if is_on => {
                "Nobody waits for a reminder: those who tick the box in their cart and leave it stand here."
            }
            (Tab::Waiting, _) => "Nobody waits for a reminder: your shop offers none.",
            (Tab::Reminded, _) => "Nobody was reminded who has not ordered since.",
            (Tab::Recovered, _) => "No order came of a reminder yet.",
            (Tab::All, _) => "There is no unfinished cart.",
        };
        return view! { {about}<p>{nothing}</p> }.into_any();
    }
    let next = found.next.map(|(at, id)| {
        let to = format!(
            "/carts?tab={}&q={}&after={at}-{id}",
            tab.code(),
            encoded(words)
        );
        view! { <p><a class="button button--plain" rel="next" href=to>"Earlier carts"</a></p> }
    });
    let when = match tab {
        Tab::Recovered => "Ordered",
        _ => "Last change",
    };
    let orders = (tab == Tab::Recovered && !request.may(Right::SeeOrders)).then(|| {
        view! { <p class="note">"Your role does not open orders."</p> }
    });
    view! { {about}{orders}{rows::table(found.rows, request.by_clock(when))}{next} }.into_any()
}
