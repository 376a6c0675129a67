//! `GET /stock`: every change of how many are left, with who, why, and of which order.

use super::{
    super::{form_values::FormValues, request::AdminRequest, staff::role::Right},
    EXPORT, PATH,
    location_names::Names,
};
use crate::{
    base::error::AppError,
    catalog::store::stock::{self, Filter, Kind, Movement, StockPlace},
};
use axum::{Extension, response::Response};
use leptos::prelude::*;

/// How many a page shows.
const MAX: usize = 100;

/// What changed stock, in words.
pub fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Sold => "Sold",
        Kind::Restocked => "Back from an order",
        Kind::Refunded => "Back with a refund",
        Kind::Typed => "Typed",
        Kind::Counted => "Counted",
        Kind::Imported => "Import",
        Kind::Bulk => "Change of many",
        Kind::Undone => "Taken back",
    }
}

/// The filter that `typed` asks for.
pub fn read(typed: &FormValues) -> Filter {
    Filter {
        product: typed.number("product"),
        kind: Kind::of_code(typed.get("cause")),
        who: typed.get("who").trim().chars().take(200).collect(),
    }
}

/// `filter` as the query of an address.
pub fn write(filter: &Filter) -> String {
    let product = filter.product.map(|id| id.to_string());
    let pairs = [
        ("product", product.unwrap_or_default()),
        ("cause", filter.kind.map_or("", Kind::code).to_owned()),
        ("who", filter.who.clone()),
    ];
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs.into_iter().filter(|(_, value)| !value.is_empty()))
        .finish()
}

/// `GET /stock`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let db = &shop.db.read;
    let typed = FormValues::read(request.query.as_bytes());
    let filter = read(&typed);
    let before = typed.number("before");
    let mut found = stock::latest(db, &filter, before, MAX + 1).await?;
    let has_more = found.len() > MAX;
    found.truncate(MAX);
    let language = shop.config.store_language.code();
    let own = filter.product.map(|product| StockPlace {
        product,
        variation: None,
    });
    let places = found.iter().map(|it| it.place).chain(own);
    let names = Names::of(db, places, language).await?;
    let query = write(&filter);
    let earlier = found.last().filter(|_| has_more).map(|last| {
        let to = format!("{PATH}?{query}&before={}", last.id);
        view! { <p><a class="button button--plain" rel="next" href=to>"Earlier"</a></p> }
    });
    let rows = found.iter().map(|it| row(&request, it, &names, &filter));
    let rows = rows.collect_view();
    let results = match found.is_empty() {
        true => view! { <p>"Nothing fits this: stock has not changed so."</p> }.into_any(),
        false => view! {
            <div class="scroll" tabindex="0"><table class="orders history">
                <thead><tr><th scope="col">{request.by_clock("When")}</th><th scope="col">"What"</th><th scope="col">"Change"</th><th scope="col">"Left"</th><th scope="col">"Why"</th><th scope="col">"Who"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
        }
        .into_any(),
    };
    let export = format!("{EXPORT}?{query}");
    let view = view! {
        {own.map(|place| about(place, &names))}
        {form(&filter)}
        {results}{earlier}
        <p><a href=export>"All of these as a table (CSV)"</a></p>
    };
    Ok(request.page("Stock history", view))
}

/// Which product the history is of, and how many are left of it.
fn about(place: StockPlace, names: &Names) -> impl IntoView + use<> {
    let to = format!("/products/{}", place.product);
    let left = names.product(place).map(|product| {
        let own = product.stock.map(|left| format!("{left} left"));
        let each = product.variations.iter().filter_map(|it| {
            let left = it.stock?;
            let name = crate::catalog::bulk::lines::label(it);
            Some(format!("{name}: {left} left"))
        });
        let all: Vec<String> = own.into_iter().chain(each).collect();
        match all.is_empty() {
            true => "It is not counted.".to_owned(),
            false => all.join(" · "),
        }
    });
    view! {
        <p class="lead"><a href=to>{names.name(place)}</a></p>
        <p>{left}</p>
        <p><a href=PATH>"The history of everything"</a></p>
    }
}

fn form(filter: &Filter) -> impl IntoView + use<> {
    let option = |kind: &Kind| {
        let is_chosen = filter.kind == Some(*kind);
        view! { <option value=kind.code() selected=is_chosen>{word(*kind)}</option> }
    };
    let product = filter.product.map(|id| {
        view! { <input type="hidden" name="product" value=id.to_string()/> }
    });
    view! {
        <form class="narrow" method="get" action=PATH role="search">
            {product}
            <div class="row">
                <div class="field"><label for="cause">"Why"</label>
                    <select id="cause" name="cause"><option value="">"Any"</option>{Kind::ALL.iter().map(option).collect_view()}</select></div>
                <div class="field"><label for="who">"Who"</label>
                    <input id="who" name="who" type="text" value=filter.who.clone() autocomplete="off" aria-describedby="who-note"/></div>
                <button class="button" type="submit">"Show these"</button>
            </div>
            <p class="note" id="who-note">"An e-mail address of the staff, or: the shopper, the shop, the command line."</p>
        </form>
    }
}

fn row(
    request: &AdminRequest,
    it: &Movement,
    names: &Names,
    filter: &Filter,
) -> impl IntoView + use<> {
    let may_see_orders = request.may(Right::SeeOrders);
    let name = names.name(it.place);
    let name = match filter.product {
        Some(_) => name.into_any(),
        None => {
            let to = format!("{PATH}?product={}", it.place.product);
            view! { <a href=to>{name}</a> }.into_any()
        }
    };
    let order = (!it.order.is_empty()).then(|| {
        let to = format!("/orders/{}", it.order);
        match may_see_orders {
            true => view! { " "<a href=to>{it.order.clone()}</a> }.into_any(),
            false => view! { " "{it.order.clone()} }.into_any(),
        }
    });
    let reason =
        (!it.reason.is_empty()).then(|| view! { <span class="note">{it.reason.clone()}</span> });
    let left = it
        .after
        .map_or_else(|| "not counted".to_owned(), |it| it.to_string());
    view! {
        <tr>
            <td class="orders__day">{request.clock(it.at)}</td>
            <td class="orders__name">{name}</td>
            <td class="amount">{format!("{:+}", it.delta)}</td>
            <td class="amount">{left}</td>
            <td class="orders__what">{it.kind.map_or("", word)}{order}{reason}</td>
            <td class="orders__stands">{it.who.clone()}</td>
        </tr>
    }
}
