//! The list of a customer's sessions on the account page.

use crate::{text::Language, ui::PostButton};
use leptos::prelude::*;

/// One signed-in browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    /// Session id.
    pub id: i64,
    /// Whether it is the one that asks.
    pub is_this: bool,
    /// Browser and system, as far as they tell; empty if they do not.
    pub device: String,
    /// The network that the customer signed in from; empty if it is not known.
    pub network: String,
    /// When it was last used, written by the server.
    pub last_seen: String,
}

/// The list of sessions, each with a button to end it.
#[component]
pub fn SessionList(
    /// The rows.
    rows: Vec<SessionRow>,
) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let alone = rows.len() < 2;
    view! {
        <ul class="sessions">{rows.into_iter().map(|row| view! { <Session row/> }).collect_view()}</ul>
        {if alone {
            view! { <p class="muted">{t.only_session}</p> }.into_any()
        } else {
            view! { <PostButton action="/api/account/end_other_sessions" label=t.end_other_sessions/> }.into_any()
        }}
    }
}

#[component]
fn Session(row: SessionRow) -> impl IntoView {
    let language = expect_context::<Language>();
    let (t, a) = (language.texts(), language.account_texts());
    let device = if row.device.is_empty() {
        t.unknown_device.to_owned()
    } else {
        row.device
    };
    view! {
        <li class="sessions__row">
            <div>
                <strong>{device}</strong>
                {row.is_this.then(|| view! { " " <span class="tag">{t.this_session}</span> })}
                {(!row.network.is_empty()).then(|| view! { <div class="muted">{a.seen_from(&row.network)}</div> })}
                <div class="muted">{t.last_seen(&row.last_seen)}</div>
            </div>
            {if row.is_this {
                view! { <PostButton action="/api/account/sign_out" label=t.sign_out_here quiet=true/> }.into_any()
            } else {
                view! { <PostButton action="/api/account/end_session" label=t.end_session quiet=true id=row.id/> }.into_any()
            }}
        </li>
    }
}
