use super::list::{OrderRows, Row, rows};
use crate::{
    base::{error::AppError, person::Person},
    order::{
        downloads::{self, Download, page::Downloads},
        store::{self, OrderQuery},
    },
    platform::link_key::LinkKey,
    request::context::RequestContext,
    text::Language,
};
use leptos::prelude::*;

/// Most orders that the account page names.
const MAX_ORDERS: u64 = 3;

/// What an account page begins with.
#[derive(Clone)]
pub struct Overview {
    orders: Vec<Row>,
    /// Files that come with those.
    downloads: Vec<Download>,
    addresses: Vec<Person>,
}

impl Overview {
    /// The latest orders with their files, and the addresses of whoever is signed in.
    pub async fn of(context: &RequestContext) -> Result<Self, AppError> {
        let (session, state) = (context.signed_in()?, &context.state);
        let order_query = OrderQuery {
            customer: Some(session.customer.id),
            most: Some(MAX_ORDERS),
            ..OrderQuery::default()
        };
        let key = LinkKey::of_shop(&state.db).await?;
        let mut files = Vec::new();
        for order in store::list(&state.db.read, &order_query).await? {
            let document = store::document(&order)?;
            files.extend(
                downloads::all(&state.db.read, &state.config, &order, &document, &key).await?,
            );
        }
        files.retain(|file| file.path.is_some());
        Ok(Self {
            downloads: files,
            orders: rows(
                &state.db,
                &order_query,
                &state.shop,
                &state.config.time_zone,
                context.language,
            )
            .await?,
            addresses: session.address_book().map(|(_, it)| it).collect(),
        })
    }
}

/// The latest orders, and the addresses, with the ways to all of them.
#[component]
pub fn OverviewCards(
    /// What there is.
    overview: Overview,
) -> impl IntoView {
    let language = expect_context::<Language>();
    let s = language.checkout_texts();
    let has_orders = !overview.orders.is_empty();
    let has_files = !overview.downloads.is_empty();
    let addresses = overview.addresses.into_iter().map(|person| {
        let lines = person.lines(language).into_iter();
        let lines = lines.map(|line| view! { <span>{line}</span> });
        view! { <li class="address-card"><p class="address-card__lines">{lines.collect_view()}</p></li> }
    });
    view! {
        <section class="card" aria-labelledby="orders-title">
            <h2 id="orders-title">{s.orders}</h2>
            {if has_orders {
                view! {
                    <OrderRows rows=overview.orders/>
                    <a class="button button--quiet" href="/account/orders">{s.all_orders}</a>
                }.into_any()
            } else {
                view! { <p class="muted">{s.no_orders_yet}</p> }.into_any()
            }}
        </section>
        {has_files.then(|| view! { <Downloads downloads=overview.downloads/> })}
        <section class="card" aria-labelledby="addresses-title">
            <h2 id="addresses-title">{s.saved_addresses}</h2>
            <ul class="address-cards">{addresses.collect_view()}</ul>
            <a class="button button--quiet" href="/account/address-book">{s.edit_addresses}</a>
        </section>
    }
}
