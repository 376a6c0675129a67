//! When a product arrives (`spec/config.md` 4.4): days that go by the hour, so that no page with them holds for longer
//! than a moment.

use super::{context::PageContext, terms::parcel};
use crate::{
    base::date,
    catalog::Product,
    pricing::{delivery_time::WorkingCalendar, shipping::Method},
    text::Language,
};
use leptos::prelude::*;

/// When a product arrives that is ordered now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeliveryTimes {
    /// `Arrives Tue 1 – Thu 3 December`, by the first way of delivery that says how long it takes.
    first: String,
    /// `Express: Tue 1 December`, each other way.
    others: Vec<String>,
    /// `If you order by Mon 30 November, 14:00`.
    order_until: String,
}

impl DeliveryTimes {
    /// When `product` arrives at home in the shop's country; `None` where no way of delivery says how long it takes.
    pub fn of(product: &Product, page_context: &PageContext) -> Option<Self> {
        if product.digital {
            return None;
        }
        let (config, language) = (&page_context.services.config, page_context.language);
        let prices = &page_context.services.shop.prices;
        let parcel = parcel(product, config);
        let (calendar, now) = (config.working_calendar(), date::now());
        let p = language.product_texts();
        let mut ways = config.shipping.iter().filter_map(|method| {
            method.cost(&parcel, prices)?;
            let arrival = calendar.arrival(method.days?, now);
            Some((method, language.days(arrival.first, arrival.last)))
        });
        let (method, days) = ways.next()?;
        let other = |(method, days): (&Method, String)| way(method, &days, language);
        Some(Self {
            first: if method.pickup {
                p.ready(days)
            } else {
                p.arrives(days)
            },
            others: ways.map(other).collect(),
            order_until: order_until(&calendar, now, language),
        })
    }
}

/// `Express: Tue 1 December`.
fn way(method: &Method, days: &str, language: Language) -> String {
    let title = method.title.get(language.code());
    language.product_texts().way_arrives(title, days)
}

fn order_until(calendar: &WorkingCalendar<'_>, now: i64, language: Language) -> String {
    let day = language.day(calendar.taken_up(now));
    let hour = calendar.cut_off_hour.to_string();
    language.product_texts().order_until(&day, &hour)
}

/// The block on the product's page.
#[component]
pub fn DeliveryTimes(
    /// What it says; nothing where that is not known, or nothing can be had.
    times: Option<DeliveryTimes>,
) -> impl IntoView {
    let p = expect_context::<Language>().product_texts();
    times.map(|times| {
        let others = times.others.into_iter().map(|way| view! { <li>{way}</li> });
        let others: Vec<_> = others.collect();
        view! {
            <section class="product-details-module product-details__delivery-time" aria-label=p.delivery_time>
                <p class="details-delivery-time__first">{times.first}</p>
                <div class="details-delivery-time__more ec-text-muted">
                    <p>{times.order_until}</p>
                    {(!others.is_empty()).then(|| view! { <ul>{others}</ul> })}
                </div>
            </section>
        }
    })
}
