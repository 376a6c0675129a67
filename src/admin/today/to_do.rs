//! What waits for somebody, each with the way to the list that shows exactly it.

use super::super::{request::AdminRequest, staff::role::Right};
use crate::{
    base::{date::DAY, error::AppError},
    cart::abandoned,
    catalog::listing::{
        filter::{Filter, StockFilter},
        page,
    },
    contact,
    order::{
        inbox::{self, counts::Counts, list, tab::Tab},
        payment::attention,
        store::withdrawals_open,
    },
    reviews,
};
use leptos::prelude::*;

/// Nothing is counted beyond.
const MAX: usize = 1_000;
/// Whole days that an order may be unpaid without a word.
const UNPAID_DAYS: i64 = 3;

/// Something that waits.
struct Waiting {
    count: usize,
    what: &'static str,
    to: String,
    /// Whether it is told of, also if there is none.
    always: bool,
}

/// The to-do list of the start page: what waits that the member of staff has the right to see.
pub async fn of(request: &AdminRequest, now: i64) -> Result<AnyView, AppError> {
    let mut all = Vec::new();
    if request.may(Right::SeeOrders) {
        orders(request, now, &mut all).await?;
    }
    let shop = &request.state.shop;
    if request.may(Right::SeeQuestions) {
        let count = contact::store::open(&shop.db.read, MAX + 1).await?;
        all.push(waiting(count, "questions to answer", "/questions?tab=open"));
    }
    if request.may(Right::ChangeContent) {
        let count = reviews::store::pending(&shop.db.read, MAX as u64 + 1).await?;
        all.push(waiting(count, "reviews to look at", "/reviews"));
    }
    let snapshot = shop.catalog.snapshot();
    let products = snapshot.cards().len();
    if request.may(Right::SeeProducts) {
        for (only, what, to) in [
            (
                StockFilter::SoldOut,
                "products sold out",
                "/products?only=sold-out",
            ),
            (
                StockFilter::Low,
                "products running low",
                "/products?only=low",
            ),
        ] {
            let filter = Filter {
                only: Some(only),
                ..Filter::default()
            };
            let low = i64::from(shop.config.low_stock_at);
            let count = page::count(&shop.db.read, &filter, low, MAX + 1).await?;
            all.push(waiting(count, what, to));
        }
    }
    let is_quiet = all.iter().all(|it| it.count == 0);
    // The shop itself sees to these: they are told of, and keep nobody busy.
    if request.may(Right::SeeCustomers) && shop.config.cart_reminders {
        let count = abandoned::count_waiting(&shop.db.read, MAX as u64 + 1).await?;
        all.push(waiting(count, "carts to be reminded of", "/carts"));
    }
    all.retain(|it| it.count > 0 || it.always);
    let tiles = all.into_iter().map(tile).collect_view();
    let quiet = (is_quiet && products > 0).then(|| {
        view! { <p>"Nothing waits for you just now."</p> }
    });
    let empty = (products == 0).then(|| {
        let next = request.may(Right::ChangeContent).then(|| {
            view! { " "<a href="/guide/products">"Put something into it"</a>", or "<a href="/import">"bring a catalogue"</a>"." }
        });
        view! { <p>"There is nothing in your shop yet, and shoppers read that it opens soon."{next}</p> }
    });
    Ok(view! {
        <section aria-labelledby="waits">
            <h2 id="waits">"What waits"</h2>
            <ul class="tiles">{tiles}</ul>
            {quiet}{empty}
        </section>
    }
    .into_any())
}

async fn orders(request: &AdminRequest, now: i64, all: &mut Vec<Waiting>) -> Result<(), AppError> {
    let (db, zone) = (
        &request.state.shop.db.read,
        &request.state.shop.config.time_zone,
    );
    let counts = Counts::read(db).await?;
    let of = |tab: Tab, what: &'static str| Waiting {
        always: true,
        ..waiting(
            usize::try_from(counts.of(tab)).unwrap_or(0),
            what,
            &format!("/orders?tab={}", tab.code()),
        )
    };
    all.push(of(Tab::ToDo, "orders to send"));
    all.push(of(Tab::Unpaid, "orders not paid yet"));
    // The list goes by whole days: those of the last one were placed more than three days ago.
    let filter = inbox::filter::Filter {
        tab: Tab::Unpaid,
        to: zone.day(now - (UNPAID_DAYS + 1) * DAY),
        ..inbox::filter::Filter::default()
    };
    let count = list::count(db, &filter, zone, MAX + 1).await?;
    let to = format!("/orders?tab={}&to={}", filter.tab.code(), filter.to);
    all.push(waiting(count, "of them for more than three days", &to));
    let count = attention::count(db, MAX as u64 + 1, now).await?;
    all.push(waiting(count, "payments to look at", "/payments"));
    let count = withdrawals_open(db, MAX + 1).await?;
    all.push(waiting(
        count,
        "withdrawals to answer",
        "/orders?tab=withdrawn",
    ));
    Ok(())
}

fn waiting(count: usize, what: &'static str, to: &str) -> Waiting {
    Waiting {
        count,
        what,
        to: to.to_owned(),
        always: false,
    }
}

fn tile(it: Waiting) -> impl IntoView {
    let number = match it.count {
        count if count > MAX && !it.always => format!("{MAX}+"),
        count => count.to_string(),
    };
    view! { <li class="tile"><strong>{number}</strong><span><a href=it.to>{it.what}</a></span></li> }
}
