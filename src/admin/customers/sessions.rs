//! Where a customer is signed in, and ending that.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
        staff::role::Right,
    },
    common::path,
};
use crate::{
    account::{
        entity::session,
        sessions::{device, store},
    },
    base::{date, error::AppError},
    platform::{
        audit::{self, Entry},
        db::retried,
    },
};
use axum::{Extension, extract::Path, response::Response};
use leptos::prelude::*;

/// The sessions of the customer `id`.
pub fn section(
    request: &AdminRequest,
    id: i64,
    sessions: Vec<session::Model>,
) -> impl IntoView + use<> {
    let may_manage = request.may(Right::ManageCustomers);
    let to = format!("/customers/{id}/sessions/end");
    let has_several = sessions.len() > 1;
    if sessions.is_empty() {
        return view! { <section class="card"><h2>"Signed in"</h2><p>"Nowhere just now."</p></section> }
            .into_any();
    }
    let row = |row: session::Model| {
        let name = match device::name(&row.user_agent) {
            name if name.is_empty() => "Some browser".to_owned(),
            name => name,
        };
        let staff = (!row.staff.is_empty())
            .then(|| view! { " "<span class="tag">{format!("Staff: {}", row.staff)}</span> });
        let from = (!row.network.is_empty()).then(|| format!(" · from {}", row.network));
        let end = may_manage.then(|| {
            view! {
                <form method="post" action=to.clone()>
                    <button class="button--small" type="submit" name="session" value=row.id.to_string() aria-label=format!("End the session in {name}")>"End"</button>
                </form>
            }
        });
        view! { <li class="card"><p>{name.clone()}{staff}</p><p class="note">"Last used "{request.clock(row.last_seen_at)}{from}</p>{end}</li> }
    };
    let rows = sessions.into_iter().map(row).collect_view();
    let all = (may_manage && has_several).then(|| {
        view! {
            <form method="post" action=to.clone()>
                <button class="button button--plain" type="submit" name="session" value="all" data-confirm="Sign this customer out everywhere?">"Sign out everywhere"</button>
            </form>
        }
    });
    view! { <section class="card"><h2>"Signed in"</h2><ul class="changes">{rows}</ul>{all}</section> }
        .into_any()
}

/// `POST /customers/{id}/sessions/end`: one session, or all of them.
pub async fn post_end(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let one = match typed.get("session") {
        "all" => None,
        number => Some(number.parse::<i64>().map_err(AppError::bad_request)?),
    };
    let target = id.to_string();
    let end = || async {
        let tx = request.state.shop.db.begin().await?;
        let ended = match one {
            Some(session) => u64::from(store::end_one(&tx, id, session).await?),
            None => store::end_others(&tx, id, None).await?,
        };
        if ended > 0 {
            let entry = Entry::of("customer.sign-out", &target);
            audit::record(&tx, &request.actor(), entry, date::now()).await?;
        }
        tx.commit().await?;
        Ok(())
    };
    retried(end).await?;
    Ok(redirect_with_flash(
        &path(id),
        AdminFlash::CustomerSignedOut,
    ))
}
