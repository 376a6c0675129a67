//! What came of comparing payments with their providers' books, day by day: a part of the page of payments to look at.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
        staff::role::Right,
    },
    paths::{LIST, SEEN},
};
use crate::{
    base::{date, error::AppError, money::PriceFormat},
    order::{
        payment::report::{self, Difference, Discrepancy},
        store,
    },
    platform::{
        audit::{self, Entry},
        config::ProviderName,
        db::retried,
    },
};
use axum::{Extension, response::Response};
use leptos::prelude::*;

/// How many days are shown.
const MAX: u64 = 14;
/// What the log calls it.
const LOOKED_AT: &str = "payment.report";

/// The days; nothing, as long as none was compared.
pub async fn days(request: &AdminRequest) -> Result<AnyView, AppError> {
    let db = &request.state.shop.db.read;
    let reports = report::latest(db, MAX).await?;
    if reports.is_empty() {
        return Ok(().into_any());
    }
    let mut rows = Vec::new();
    for (it, differences) in reports {
        let mut lines = Vec::new();
        for difference in differences {
            lines.push(line(request, difference).await?);
        }
        rows.push(row(request, &it, lines));
    }
    Ok(view! {
        <section aria-labelledby="compared">
            <h2 id="compared">"Compared with the providers' books"</h2>
            <p class="muted">"Every night each payment of the day before is looked for there, and the other way round."</p>
            <ul class="plain">{rows}</ul>
        </section>
    }
    .into_any())
}

fn row(request: &AdminRequest, it: &report::report::Model, lines: Vec<AnyView>) -> AnyView {
    let zone = &request.state.shop.config.time_zone;
    let provider = ProviderName::named(&it.provider).map_or("A provider", ProviderName::name);
    let count = match it.compared {
        0 => "no payments".to_owned(),
        1 => "1 payment".to_owned(),
        many => format!("{many} payments"),
    };
    let title = format!("{} · {provider} · {count}", zone.day(it.begins_at));
    let agrees = lines
        .is_empty()
        .then(|| view! { <p>"All of it agrees."</p> });
    let looks = it.is_open && request.may(Right::ManageOrders);
    let done = looks.then(|| {
        view! {
            <form method="post" action=SEEN>
                <input type="hidden" name="report" value=it.id/>
                <button class="button button--small" type="submit">"I looked into it"</button>
            </form>
        }
    });
    let mark = it
        .is_open
        .then(|| view! { " "<span class="tag tag--alarm">"Look at it"</span> });
    view! {
        <li class="card">
            <p><strong>{title}</strong>{mark}</p>
            {agrees}
            <ul>{lines}</ul>
            {done}
        </li>
    }
    .into_any()
}

async fn line(request: &AdminRequest, it: Difference) -> Result<AnyView, AppError> {
    let order = match it.order {
        Some(id) => store::by_id(&request.state.shop.db.read, id).await?,
        None => None,
    };
    let amount = PriceFormat::of(&it.currency).map_or_else(
        || format!("{} {}", it.amount, it.currency),
        |prices| prices.minor(it.amount),
    );
    let order = order.map(|order| {
        let (to, name) = (
            format!("/orders/{}", order.public_id),
            format!("Order {}", order.public_id),
        );
        view! { <a href=to>{name}</a>" · " }
    });
    let what = match it.what {
        Discrepancy::Mended => "It was paid, and the shop had not heard of it. Now it has.",
        Discrepancy::Unknown => {
            "It is paid there for this shop, which knows no such payment: has an older backup been put back? Give it back on the provider's pages, or write the order down."
        }
        Discrepancy::NotThere => {
            "It is paid here, and not there. Do not send anything before you know why."
        }
        Discrepancy::OtherAmount => "The provider has another amount than the shop.",
    };
    Ok(view! {
        <li>{order}<strong>{amount}</strong>" · "<code class="long">{it.reference}</code>" · "{what}</li>
    }
    .into_any())
}

/// `POST /payments/reports`: somebody looked at what a day's comparison found.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let id: i64 = typed.get("report").parse().map_err(AppError::bad_request)?;
    let (shop, now) = (&request.state.shop, date::now());
    retried(|| async {
        let tx = shop.db.begin().await?;
        if report::looked_at(&tx, id).await? {
            let entry = Entry::of(LOOKED_AT, typed.get("report"));
            audit::record(&tx, &request.actor(), entry, now).await?;
        }
        tx.commit().await?;
        Ok::<_, AppError>(())
    })
    .await?;
    Ok(redirect_with_flash(LIST, AdminFlash::Saved))
}
