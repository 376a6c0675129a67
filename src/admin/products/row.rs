//! A product as a row of the list, with fields for what can be changed in place; its variations are folded below it.

use super::{super::form_values::FormValues, paths::BULK};
use crate::{
    base::money::PriceFormat,
    catalog::{
        Product,
        bulk::lines::label,
        field_changes::{self, ProductField},
        low_stock::is_low,
        store::stock::is_counted_at_product,
    },
    platform::images::{self, WIDTHS},
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Id of the form that says what is done with the ticked rows.
pub const FORM: &str = "bulk";
/// The facts of a row, in their order.
pub const CELLS: [ProductField; 4] = [
    ProductField::Price,
    ProductField::CompareTo,
    ProductField::Stock,
    ProductField::Enabled,
];

/// How rows are drawn.
pub struct RowStyle<'a> {
    /// How amounts are written.
    pub prices: &'a PriceFormat,
    /// Code of the language of names.
    pub language: &'a str,
    /// Whether facts can be typed.
    pub may_change: bool,
    /// Whether stock can be typed.
    pub may_count: bool,
    /// Whether rows can be ticked, and are.
    pub tick: Option<bool>,
    /// From how many on something is low; 0 is never.
    pub low: i64,
    /// What was typed, if a form comes back.
    pub typed: &'a FormValues,
    /// What is wrong, by the name of the field.
    pub problems: &'a BTreeMap<String, String>,
}

/// The key of the fields of a product or of a variation of it.
pub fn key(product: i64, variation: Option<i64>) -> String {
    match variation {
        Some(variation) => format!("{product}-{variation}"),
        None => product.to_string(),
    }
}

/// The name of a field.
pub fn field(key: &str, cell: ProductField) -> String {
    format!("{key}.{}", cell.code())
}

/// The facts of a row as the form remembers them: each may be nothing.
pub fn seen(product: &Product, variation: Option<i64>) -> String {
    let of = |cell| field_changes::of(product, variation, cell).flatten();
    let text = CELLS.map(|cell| of(cell).map_or_else(String::new, |it| it.to_string()));
    text.join("|")
}

/// A value as it is typed.
pub fn typed(cell: ProductField, value: Option<i64>, prices: &PriceFormat) -> String {
    match (cell, value) {
        (_, None) => String::new(),
        (ProductField::Price | ProductField::CompareTo, Some(amount)) => prices.plain(amount),
        (ProductField::Stock | ProductField::Enabled, Some(count)) => count.to_string(),
    }
}

/// `products` as rows.
pub fn rows(products: &[Product], look: &RowStyle<'_>) -> impl IntoView + use<> {
    let head = view! {
        <div class="shelf__head" aria-hidden="true">
            <span></span><span></span><span>"Product"</span><span>"Price"</span><span>"Compare-to"</span><span>"Stock"</span><span>"Shown"</span>
        </div>
    };
    let each = products.iter().map(|it| row(it, look)).collect_view();
    view! { <div class="shelf">{head}<ul class="shelf__rows">{each}</ul></div> }
}

fn row(product: &Product, look: &RowStyle<'_>) -> impl IntoView + use<> {
    let name = product.name.get(look.language).to_owned();
    let to = format!("/products/{}", product.id);
    let history = format!("/stock?product={}", product.id);
    let why = format!("Stock history of {name}");
    let picture = product.images.first().map(|image| {
        let url = images::url(&image.hash, WIDTHS[1], "jpg");
        view! { <img src=url alt="" width="56" height="56" loading="lazy"/> }
    });
    let tick = look.tick.map(|is_ticked| {
        let label = format!("Tick {name}");
        view! { <input type="checkbox" form=FORM name="ids" value=product.id.to_string() aria-label=label checked=is_ticked/> }
    });
    let place = (product, None);
    let sku = (!product.sku.is_empty()).then(|| product.sku.clone());
    let variations = variations(product, &name, look);
    view! {
        <li class="shelf__row">
            <span class="shelf__tick">{tick}</span>
            <span class="shelf__picture">{picture}</span>
            <span class="shelf__name"><a href=to>{name.clone()}</a>" "{tag(product, look)}<span class="note">{sku}</span><a class="note" href=history aria-label=why>"Stock history"</a></span>
            {hidden(place, look)}
            {cell(place, &name, ProductField::Price, look)}
            {cell(place, &name, ProductField::CompareTo, look)}
            {cell(place, &name, ProductField::Stock, look)}
            {cell(place, &name, ProductField::Enabled, look)}
            {variations}
        </li>
    }
}

fn variations(product: &Product, name: &str, look: &RowStyle<'_>) -> Option<impl IntoView + use<>> {
    if product.variations.is_empty() {
        return None;
    }
    let is_wrong = product.variations.iter().any(|it| {
        let key = key(product.id, Some(it.id));
        CELLS
            .iter()
            .any(|cell| look.problems.contains_key(&field(&key, *cell)))
    });
    let each = product.variations.iter().map(|variation| {
        let name = format!("{name}, {}", label(variation));
        let place = (product, Some(variation.id));
        let sku = (!variation.sku.is_empty()).then(|| variation.sku.clone());
        view! {
            <li class="shelf__variation">
                <span class="shelf__name">{label(variation)}<span class="note">{sku}</span></span>
                {hidden(place, look)}
                {cell(place, &name, ProductField::Price, look)}
                {cell(place, &name, ProductField::CompareTo, look)}
                {cell(place, &name, ProductField::Stock, look)}
            </li>
        }
    });
    let count = match product.variations.len() {
        1 => "1 variation".to_owned(),
        count => format!("{count} variations"),
    };
    Some(view! {
        <details class="shelf__more" open=is_wrong>
            <summary>{count}<span class="sr-only">{format!(" of {name}")}</span></summary>
            <ul class="shelf__rows">{each.collect_view()}</ul>
        </details>
    })
}

/// A word on what is left of `product`.
fn tag(product: &Product, look: &RowStyle<'_>) -> Option<impl IntoView + use<>> {
    let fewest = crate::catalog::store::list_columns::fewest(product);
    let is_varied = !product.variations.is_empty();
    let word = match fewest {
        ..=0 if is_varied && product.is_in_stock() => "Partly sold out",
        ..=0 => "Sold out",
        _ if is_low(product, look.low) => "Low",
        _ => return None,
    };
    Some(view! { <span class="tag tag--alarm">{word}</span> })
}

type At<'a> = (&'a Product, Option<i64>);

/// What the fields were when they were drawn.
fn hidden((product, variation): At<'_>, look: &RowStyle<'_>) -> Option<impl IntoView + use<>> {
    let name = format!("{}.was", key(product.id, variation));
    let was = seen(product, variation);
    (look.may_change || look.may_count)
        .then(|| view! { <input type="hidden" name=name value=was/> })
}

fn cell(
    (product, variation): At<'_>,
    of: &str,
    cell: ProductField,
    look: &RowStyle<'_>,
) -> impl IntoView + use<> {
    let own = key(product.id, variation);
    let name = field(&own, cell);
    let now = field_changes::of(product, variation, cell).flatten();
    let is_returned = look.typed.find(&format!("{own}.was")).is_some();
    let value = match look.typed.find(&name) {
        Some(typed) => typed.to_owned(),
        None => typed(cell, now, look.prices),
    };
    let (title, label) = words(cell, of);
    let may = match cell {
        ProductField::Stock => look.may_count,
        _ => look.may_change,
    };
    let place = format!("shelf__cell shelf__{}", cell.code());
    if !may {
        let shown = plain(cell, now, look);
        return view! { <span class=place><span class="shelf__title">{title}</span>{shown}</span> }
            .into_any();
    }
    let problem = look.problems.get(&name).cloned();
    let is_wrong = problem.is_some().then_some("true");
    let note = format!("{name}-problem");
    let problem = problem.map(|text| {
        view! { <span class="problem shelf__problem" id=note.clone()>{text}</span> }
    });
    let described = is_wrong.map(|_| note.clone());
    let input = if cell == ProductField::Enabled {
        let is_on = match is_returned {
            true => look.typed.find(&name).is_some(),
            false => now == Some(1),
        };
        view! { <input type="checkbox" name=name value="1" checked=is_on aria-label=label/> }
            .into_any()
    } else {
        let (mode, hint) = hint(cell, (product, variation), look.prices);
        view! {
            <input type="text" name=name value=value inputmode=mode autocomplete="off" placeholder=hint aria-label=label aria-invalid=is_wrong aria-describedby=described/>
        }
        .into_any()
    };
    view! { <label class=place><span class="shelf__title">{title}</span>{input}{problem}</label> }
        .into_any()
}

fn words(cell: ProductField, of: &str) -> (&'static str, String) {
    let title = match cell {
        ProductField::Price => "Price",
        ProductField::CompareTo => "Compare-to",
        ProductField::Stock => "Stock",
        ProductField::Enabled => "Shown",
    };
    (title, format!("{title} of {of}"))
}

/// What an empty field stands for.
fn hint(
    cell: ProductField,
    (product, variation): At<'_>,
    prices: &PriceFormat,
) -> (&'static str, String) {
    match (cell, variation) {
        // A minus is on no keyboard of digits alone.
        (ProductField::Stock, None) if !is_counted_at_product(product) => {
            ("text", "by variation".to_owned())
        }
        (ProductField::Stock, None) => ("text", "not counted".to_owned()),
        (ProductField::Stock, Some(_)) => ("text", "shared".to_owned()),
        (ProductField::Price, Some(_)) => ("decimal", prices.plain(product.price)),
        _ => ("decimal", String::new()),
    }
}

/// What a cell says to whoever cannot change it.
fn plain(cell: ProductField, value: Option<i64>, look: &RowStyle<'_>) -> String {
    match (cell, value) {
        (ProductField::Price | ProductField::CompareTo, Some(amount)) => look.prices.minor(amount),
        (ProductField::Stock, Some(count)) => count.to_string(),
        (ProductField::Stock, None) => "not counted".to_owned(),
        (ProductField::Enabled, Some(1)) => "shown".to_owned(),
        (ProductField::Enabled, _) => "hidden".to_owned(),
        (_, None) => "–".to_owned(),
    }
}

/// The form that does something with the ticked rows.
pub fn with_ticked(inner: impl IntoView + 'static, back: String) -> impl IntoView {
    view! {
        <form class="row" id=FORM method="get" action=BULK aria-label="With the ticked products">
            <input type="hidden" name="back" value=back/>
            {inner}
        </form>
    }
}
