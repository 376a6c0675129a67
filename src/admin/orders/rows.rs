//! Orders as rows of a list: on a phone, each is a card.

use super::labels;
use crate::{
    base::url,
    order::{emails, entity::order, store},
    platform::config::Config,
};
use leptos::prelude::*;

/// Id of the form that says what is done with the ticked rows.
pub const BULK: &str = "bulk";

/// A row.
pub struct Row {
    number: String,
    day: String,
    name: String,
    email: String,
    what: String,
    total: String,
    payment: &'static str,
    fulfillment: &'static str,
    /// What is said of a withdrawal, and whether it waits for the merchant.
    withdrawal: Option<(&'static str, bool)>,
    /// The query of the list.
    list: String,
}

impl Row {
    /// `order` as a row of the list with this query, with its total as the shop writes it.
    pub fn of(order: &order::Model, config: &Config, list: &str) -> Self {
        // One that cannot be read hides no other.
        let document = store::document(order).ok();
        let name = document.as_ref().map(|it| {
            let names = [&it.shipping.name, &it.billing.name];
            let known = names.into_iter().find(|name| !name.is_empty());
            known.cloned().unwrap_or_default()
        });
        let what = document.as_ref().map(|it| {
            let first = it.items.first();
            let first = first.map(|item| format!("{} × {}", item.quantity, item.name));
            match it.items.len() {
                0 | 1 => first.unwrap_or_default(),
                all => format!("{} and {} more", first.unwrap_or_default(), all - 1),
            }
        });
        let prices = document.as_ref().map_or_else(
            || config.shop().prices,
            |it| emails::prices(it, &config.shop(), config.own_language()),
        );
        Self {
            number: order.public_id.clone(),
            day: config.time_zone.minute(order.placed_at),
            name: name.unwrap_or_default(),
            email: order.email.clone(),
            what: what.unwrap_or_else(|| "It cannot be read.".to_owned()),
            total: prices.minor(order.total),
            payment: labels::payment(order.payment_status),
            fulfillment: labels::fulfillment(order.fulfillment_status),
            withdrawal: order
                .withdrawn_at
                .map(|_| labels::withdrawal(order.withdrawal)),
            list: list.to_owned(),
        }
    }

    /// The row, ticked if it `is_ticked`.
    pub fn view(self, is_ticked: bool) -> impl IntoView {
        let to = format!("/orders/{}?list={}", self.number, url::encoded(&self.list));
        let tick = format!("Tick order {}", self.number);
        let withdrawn = self.withdrawal.map(|(said, waits)| {
            let class = if waits { "tag tag--alarm" } else { "tag" };
            view! { " "<span class=class>{said}</span> }
        });
        view! {
            <tr>
                <td class="orders__tick"><input type="checkbox" form=BULK name="ids" value=self.number.clone() aria-label=tick checked=is_ticked/></td>
                <td class="orders__number"><a href=to>{self.number.clone()}</a></td>
                <td class="orders__day">{self.day}</td>
                <td class="orders__name">{self.name}<span class="note">{self.email}</span></td>
                <td class="orders__what">{self.what}</td>
                <td class="orders__total">{self.total}</td>
                <td class="orders__stands"><span class="tag">{self.payment}</span>" "<span class="tag">{self.fulfillment}</span>{withdrawn}</td>
            </tr>
        }
    }
}

/// The table of `rows`, all of them ticked if they `are_ticked`.
pub fn table(rows: Vec<Row>, are_ticked: bool, placed: String) -> impl IntoView {
    view! {
        <table class="orders">
            <thead><tr>
                <th scope="col"><span class="sr-only">"Tick"</span></th><th scope="col">"Order"</th><th scope="col">{placed}</th>
                <th scope="col">"Who"</th><th scope="col">"What"</th><th scope="col">"Total"</th><th scope="col">"Stands"</th>
            </tr></thead>
            <tbody>{rows.into_iter().map(|row| row.view(are_ticked)).collect_view()}</tbody>
        </table>
    }
}
