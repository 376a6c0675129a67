//! Today against the same day of last week, and the last thirty days.

use super::super::{
    chart::{self, Bar},
    request::AdminRequest,
};
use crate::{
    base::{date::DAY, error::AppError},
    order::sales::{
        Day, Range,
        pace::{self, Pace},
    },
};
use leptos::prelude::*;

/// Days of the chart, with today.
const DAYS: i64 = 30;

/// How it goes.
pub async fn of(request: &AdminRequest, now: i64) -> Result<AnyView, AppError> {
    let shop = &request.state.shop;
    let (zone, db) = (&shop.config.time_zone, &shop.db.read);
    let today = Day::at(zone, now);
    let prices = &shop.shop.prices;
    let (begun, then) = (today.start(zone), today.plus(-7).start(zone));
    let so_far = pace::between(db, begun, now + 1).await?;
    // As long as today has lasted, and all of it.
    let by_then = pace::between(db, then, then + (now + 1 - begun).min(DAY)).await?;
    let whole = pace::between(db, then, today.plus(-6).start(zone)).await?;
    let range = Range {
        from: today.plus(1 - DAYS),
        until: today,
    };
    let days = pace::days(db, zone, &shop.config.currency, range).await?;
    let weekday = today.date().weekday().to_string();
    let tile = |what: &'static str, now: String, before: String, all: String| {
        view! {
            <li class="tile"><strong>{now}</strong><span>{what}</span>
                <span class="note">{format!("Last {weekday} by this time {before}, and {all} in all.")}</span></li>
        }
    };
    let money = |amount: i64| prices.minor(amount);
    let tiles = view! {
        <ul class="tiles tiles--figures">
            {tile("orders today", so_far.orders.to_string(), by_then.orders.to_string(), whole.orders.to_string())}
            {tile("sold today", money(so_far.gross), money(by_then.gross), money(whole.gross))}
            {tile("an order on average", money(so_far.average()), money(by_then.average()), money(whole.average()))}
        </ul>
    };
    let has_any = days.iter().any(|(_, pace)| pace.orders > 0);
    let month = match has_any {
        true => month(&days, money),
        false => {
            let to = request.state.shop_origin();
            view! { <p>"Nobody ordered within the last thirty days. "<a href=to target="_blank" rel="noopener">"Look at your shop"</a>" as shoppers see it, and place an order yourself."</p> }.into_any()
        }
    };
    Ok(view! {
        <section aria-labelledby="pace">
            <h2 id="pace">"How it goes"</h2>
            {tiles}{month}
            <p><a href="/reports">"All reports"</a></p>
        </section>
    }
    .into_any())
}

fn month(days: &[(Day, Pace)], money: impl Fn(i64) -> String) -> AnyView {
    let orders: i64 = days.iter().map(|(_, pace)| pace.orders).sum();
    let gross: i64 = days.iter().map(|(_, pace)| pace.gross).sum();
    let bar = |(day, pace): &(Day, Pace)| Bar {
        name: day.text(),
        value: pace.gross,
        told: format!(
            "{}: {} from {} orders",
            day.text(),
            money(pace.gross),
            pace.orders
        ),
    };
    let bars: Vec<Bar> = days.iter().map(bar).collect();
    let about = format!(
        "{} from {orders} orders within {} days.",
        money(gross),
        days.len()
    );
    let chart = chart::bars("month", "Sold each day", &about, &bars, &money);
    let row = |(day, pace): &(Day, Pace)| {
        view! {
            <tr><th scope="row">{day.text()}</th><td class="amount">{pace.orders.to_string()}</td><td class="amount">{money(pace.gross)}</td></tr>
        }
    };
    let rows = days.iter().rev().map(row).collect_view();
    view! {
        {chart}
        <details class="part">
            <summary>"The same as a table"</summary>
            <div class="scroll" tabindex="0"><table>
                <thead><tr><th scope="col">"Day"</th><th scope="col" class="amount">"Orders"</th><th scope="col" class="amount">"Sold"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
        </details>
    }
    .into_any()
}
