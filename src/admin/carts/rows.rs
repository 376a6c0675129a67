//! Carts as rows of a list: on a phone, each is a card.

use super::{super::request::AdminRequest, words};
use crate::{
    base::{date, error::AppError},
    cart::{Cart, CartRow, store},
    order::{
        abandoned_carts::{
            eligibility::{self, ReminderStatus},
            list::{self, Recovered},
            remind::{self, named},
        },
        emails, store as orders,
    },
    platform::link_key::LinkKey,
};
use leptos::prelude::*;

/// A row.
pub struct Row {
    /// The way to its page, and what that is called.
    to: String,
    link: String,
    at: String,
    /// Who it is of; empty where that is nobody's business.
    email: String,
    what: String,
    total: String,
    stands: &'static str,
    note: String,
}

/// `carts` as rows; of whose they are is told where they agreed to a reminder, if it `names` anybody.
pub async fn of_carts(
    request: &AdminRequest,
    carts: &[CartRow],
    names: bool,
) -> Result<Vec<Row>, AppError> {
    let shop = &request.state.shop;
    let (db, now) = (&shop.db.read, date::now());
    let key = LinkKey::of_shop(&shop.db).await?;
    let standings = eligibility::all(db, &shop.config, &key, carts, now).await?;
    let reminders: Vec<i64> = carts.iter().filter_map(|it| it.reminder_id).collect();
    let sent = list::sent_at(db, &reminders).await?;
    let mut rows = Vec::new();
    for (cart, standing) in carts.iter().zip(standings) {
        let sent = cart.reminder_id.and_then(|id| sent.get(&id).copied());
        let language = shop.config.own_language();
        let lines = store::plain_lines(db, cart.id).await?;
        let calculated = remind::current_cart(db, shop, language, cart.customer_id, &lines).await?;
        let email = cart.remind_email.clone().filter(|_| names);
        let (stands, note) = match names {
            true => status_texts(request, standing, sent),
            // That somebody agreed, or bought elsewhere, is theirs.
            false => ("Unfinished", String::new()),
        };
        rows.push(Row {
            to: format!("/carts/{}", cart.id),
            link: format!("Cart {}", cart.public_id),
            at: request.clock(cart.updated_at),
            email: email.unwrap_or_default(),
            what: what(&calculated, language, names),
            total: shop.shop.prices.minor(calculated.totals.items),
            stands,
            note,
        });
    }
    Ok(rows)
}

fn status_texts(
    request: &AdminRequest,
    standing: ReminderStatus,
    sent: Option<i64>,
) -> (&'static str, String) {
    let note = match (standing, sent) {
        (ReminderStatus::Waits(at), _) => format!("until {}", request.clock(at)),
        (ReminderStatus::Sent, Some(at)) => request.clock(at),
        _ => String::new(),
    };
    (words(standing).0, note)
}

/// The first thing, and how many more there are. What somebody wrote on it is told where they are.
fn what(cart: &Cart, language: crate::text::Language, names: bool) -> String {
    let Some(first) = cart.lines.first() else {
        return "Nothing that is sold still.".to_owned();
    };
    let first = match names {
        true => named(first, language),
        false => {
            let name = first.product.name.get(language.code());
            format!("{} × {name}", first.wanted)
        }
    };
    match cart.lines.len() {
        1 => first,
        all => format!("{first} and {} more", all - 1),
    }
}

/// Orders that came of a reminder as rows.
pub fn of_orders(request: &AdminRequest, found: &[Recovered]) -> Vec<Row> {
    let config = &request.state.shop.config;
    let row = |it: &Recovered| {
        let document = orders::document(&it.order).ok();
        let what = document.as_ref().map(|document| {
            let first = document.items.first();
            let first = first.map(|item| format!("{} × {}", item.quantity, item.name));
            match document.items.len() {
                0 | 1 => first.unwrap_or_default(),
                all => format!("{} and {} more", first.unwrap_or_default(), all - 1),
            }
        });
        let prices = document.as_ref().map_or_else(
            || config.shop().prices,
            |it| emails::prices(it, &config.shop(), config.own_language()),
        );
        Row {
            to: format!("/orders/{}", it.order.public_id),
            link: format!("Order {}", it.order.public_id),
            at: request.clock(it.order.placed_at),
            email: it.order.email.clone(),
            what: what.unwrap_or_default(),
            total: prices.minor(it.order.total),
            stands: "Recovered",
            note: format!("reminded {}", request.clock(it.reminder.sent_at)),
        }
    };
    found.iter().map(row).collect()
}

/// The table of `rows`, whose time is when they were `when`.
pub fn table(rows: Vec<Row>, when: String) -> impl IntoView {
    let row = |it: Row| {
        view! {
            <tr>
                <td class="orders__number"><a href=it.to>{it.link}</a></td>
                <td class="orders__day">{it.at}</td>
                <td class="orders__name">{it.email}</td>
                <td class="orders__what">{it.what}</td>
                <td class="orders__total">{it.total}</td>
                <td class="orders__stands"><span class="tag">{it.stands}</span><span class="note">{it.note}</span></td>
            </tr>
        }
    };
    view! {
        <table class="orders orders--carts">
            <thead><tr>
                <th scope="col">"Which"</th><th scope="col">{when}</th><th scope="col">"E-mail"</th>
                <th scope="col">"What"</th><th scope="col">"Total"</th><th scope="col">"Stands"</th>
            </tr></thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
