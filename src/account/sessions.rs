//! The browsers signed in to an account, and how to end them.

use super::{Account, SessionClient, sign_out::SignOutButton};
use crate::{error::AppError, notice::Notice, text::Language, wire::Wire};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// One signed-in browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRow {
    /// Session id.
    pub id: i64,
    /// Whether it is the one that asks.
    pub is_this: bool,
    /// Browser and system, as far as they tell; empty if they do not.
    pub device: String,
    /// When it was last used, written by the server.
    pub last_seen: String,
}

/// Ends one session of the signed-in customer; one of somebody else, or none, changes nothing.
#[server(prefix = "/api", endpoint = "account/end_session", output = Wire, client = SessionClient)]
pub async fn end_session(
    /// Id of the session.
    id: i64,
) -> Result<(), AppError> {
    super::server::end_session(id).await
}

/// Ends every session of the signed-in customer but this one.
#[server(prefix = "/api", endpoint = "account/end_other_sessions", output = Wire, client = SessionClient)]
pub async fn end_other_sessions() -> Result<(), AppError> {
    super::server::end_other_sessions().await
}

/// The list on the account page.
#[component]
pub fn SessionList(
    /// The rows.
    rows: Vec<SessionRow>,
    /// Called when a session was ended.
    on_ended: Callback<()>,
) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let account = Account::current();
    let alone = rows.len() < 2;
    let end = move |id: Option<i64>| {
        leptos::task::spawn_local(async move {
            let ended = match id {
                Some(id) => end_session(id).await.map(|()| Notice::SessionClosed),
                None => end_other_sessions().await.map(|()| Notice::OthersClosed),
            };
            if let Ok(notice) = ended {
                account.say(notice);
            }
            on_ended.run(());
        });
    };
    view! {
        <ul class="sessions">
            {rows.into_iter().map(|row| {
                let id = row.id;
                let device = if row.device.is_empty() { t.unknown_device.to_owned() } else { row.device };
                view! {
                    <li class="sessions__row">
                        <div>
                            <strong>{device}</strong>
                            {row.is_this.then(|| view! { " " <span class="tag">{t.this_session}</span> })}
                            <div class="muted">{t.last_seen.replace("{}", &row.last_seen)}</div>
                        </div>
                        {if row.is_this {
                            view! { <SignOutButton label=t.sign_out_here/> }.into_any()
                        } else {
                            view! {
                                <form method="post" action="/api/account/end_session"
                                    on:submit=move |event| { event.prevent_default(); end(Some(id)); }>
                                    <input type="hidden" name="id" value=id/>
                                    <button class="button button--quiet" type="submit">{t.end_session}</button>
                                </form>
                            }.into_any()
                        }}
                    </li>
                }
            }).collect_view()}
        </ul>
        {if alone {
            view! { <p class="muted">{t.only_session}</p> }.into_any()
        } else {
            view! {
                <form method="post" action="/api/account/end_other_sessions"
                    on:submit=move |event| { event.prevent_default(); end(None); }>
                    <button class="button" type="submit">{t.end_other_sessions}</button>
                </form>
            }.into_any()
        }}
    }
}
