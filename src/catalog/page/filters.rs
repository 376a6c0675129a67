use super::list::{Hidden, ListPage};
use crate::{
    base::shop::Shop,
    catalog::{
        attribute,
        filter::{Filter, Values},
        snapshot::Facet,
    },
    text::Language,
};
use leptos::prelude::*;

/// What narrows the list: each a link, so that it works without scripts and can be shared.
#[component]
pub fn Filters(list_page: ListPage) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let opened = list_page.filter.narrows();
    let cleared = list_page.url(&Filter {
        keyword: list_page.filter.keyword.clone(),
        sort: list_page.filter.sort,
        ..Filter::default()
    });
    let flags = [
        (
            t.in_stock_only,
            list_page.list.facets.in_stock,
            list_page.filter.in_stock,
            Filter {
                in_stock: !list_page.filter.in_stock,
                ..list_page.filter.first()
            },
        ),
        (
            t.on_sale_only,
            list_page.list.facets.on_sale,
            list_page.filter.on_sale,
            Filter {
                on_sale: !list_page.filter.on_sale,
                ..list_page.filter.first()
            },
        ),
    ];
    let flags = flags
        .into_iter()
        .filter(|(_, left, chosen, _)| *left > 0 || *chosen);
    let flags: Vec<_> = flags
        .map(|(text, left, chosen, filter)| {
            view! { <Choice href=list_page.url(&filter) text=text.to_owned() left chosen/> }
        })
        .collect();
    let flags =
        (!flags.is_empty()).then(|| view! { <ul class="ec-filter ec-filter--offers">{flags}</ul> });
    let facet = |kind: &'static str,
                 facet: &Facet,
                 chosen: &Values,
                 toggled: &dyn Fn(&str) -> Filter| {
        let mine = chosen.get(&facet.name).cloned().unwrap_or_default();
        let choices: Vec<_> = facet.values.iter().map(|(value, left)| view! {
            <Choice href=list_page.url(&toggled(value)) text=value.clone() left=*left chosen=mine.contains(value)/>
        }).collect();
        let id = (kind == "attribute").then(|| attribute::id(&facet.name));
        view! { <Group kind id title=facet.name.clone()>{choices}</Group> }
    };
    let facets = &list_page.list.facets;
    let attributes: Vec<_> = facets
        .attributes
        .iter()
        .map(|it| {
            facet("attribute", it, &list_page.filter.attributes, &|value| {
                let mut filter = list_page.filter.first();
                toggle(&mut filter.attributes, &it.name, value);
                filter
            })
        })
        .collect();
    let options: Vec<_> = facets
        .options
        .iter()
        .map(|it| {
            facet("option", it, &list_page.filter.options, &|value| {
                let mut filter = list_page.filter.first();
                toggle(&mut filter.options, &it.name, value);
                filter
            })
        })
        .collect();
    view! {
        <aside class="ec-filters__wrap" aria-label=t.filters>
            <details class="ec-filters" id="filters" open=opened>
                <summary class="ec-filters__toggle button button--quiet">{t.filters}</summary>
                <div class="ec-filters__body">
                    {opened.then(|| view! { <a class="ec-filters__clear" href=cleared>{t.clear_filters}</a> })}
                    {flags}
                    <Prices list_page=list_page.clone()/>
                    <Categories list_page=list_page.clone()/>
                    {attributes}
                    {options}
                </div>
            </details>
        </aside>
    }
}

fn toggle(all: &mut Values, name: &str, value: &str) {
    let values = all.entry(name.to_owned()).or_default();
    match values.iter().position(|known| known == value) {
        Some(index) => drop(values.remove(index)),
        None => values.push(value.to_owned()),
    }
    values.sort();
    if values.is_empty() {
        all.remove(name);
    }
}

/// Values of one kind; `id` is what scripts know an attribute by.
#[component]
fn Group(kind: &'static str, id: Option<u32>, title: String, children: Children) -> impl IntoView {
    view! {
        <details class=format!("ec-filter ec-filter--{kind}") data-attribute-id=id open=true>
            <summary class="ec-filter__name">{title}</summary>
            <ul class="ec-filter__items">{children()}</ul>
        </details>
    }
}

/// A value with the number of products it leaves; following it chooses it, or takes it back.
#[component]
fn Choice(href: String, text: String, left: u64, chosen: bool) -> impl IntoView {
    view! {
        <li class="ec-filter__item" class:ec-filter__item--checked=chosen>
            <a class="ec-filter__choice" href=href rel="nofollow" aria-current=chosen.then_some("true")>
                <span class="ec-filter__box" aria-hidden="true"></span>
                <span class="ec-filter__label form-control__inline-label">{text}</span>
                " " <span class="ec-filter__count">{left}</span>
            </a>
        </li>
    }
}

#[component]
fn Prices(list_page: ListPage) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let prices = expect_context::<Shop>().prices;
    let (least, most) = list_page.list.facets.price.filter(|(least, most)| {
        least < most || list_page.filter.price_from.is_some() || list_page.filter.price_to.is_some()
    })?;
    let rest = Filter {
        price_from: None,
        price_to: None,
        ..list_page.filter.first()
    };
    let field = |id: &'static str, label: &'static str, value: Option<i64>, hint: i64| {
        view! {
            <label class="ec-filter__price">
                <span>{label}</span>
                <input class="form-control__text" form="prices-form" type="text" inputmode="decimal" id=id name=id
                    value=value.map(|price| prices.plain(price)) placeholder=prices.plain(hint)/>
            </label>
        }
    };
    Some(view! {
        <div class="ec-filter ec-filter--price">
            <form hidden id="prices-form" method="get" action=list_page.path.clone()><Hidden filter=rest/></form>
            <p class="ec-filter__name">{t.price}</p>
            <div class="ec-filter__prices">
                {field("priceFrom", t.price_from, list_page.filter.price_from, least)}
                {field("priceTo", t.price_to, list_page.filter.price_to, most)}
                <button class="button button--quiet" type="submit" form="prices-form">{t.apply}</button>
            </div>
        </div>
    })
}

/// Categories among which a search may be narrowed, and those below the one that is shown.
#[component]
fn Categories(list_page: ListPage) -> impl IntoView {
    let language = expect_context::<Language>();
    let tree = &list_page.page_context.snapshot.tree;
    let below = |id: i64| {
        tree.get(id)
            .is_some_and(|node| list_page.category == 0 || node.above.contains(&list_page.category))
    };
    let choices: Vec<_> = list_page
        .list
        .facets
        .categories
        .iter()
        .filter(|(id, _)| below(*id))
        .filter_map(|(id, left)| {
            let chosen = list_page.filter.categories.contains(id);
            let mut filter = list_page.filter.first();
            if chosen {
                filter.categories.retain(|known| known != id);
            } else {
                filter.categories.push(*id);
            }
            let text = tree.get(*id)?.category.name.get(language.code()).to_owned();
            Some(view! { <Choice href=list_page.url(&filter) text left=*left chosen/> })
        })
        .collect();
    let title = language.texts().categories.to_owned();
    (choices.len() > 1 || !list_page.filter.categories.is_empty())
        .then(|| view! { <Group kind="categories" id=None title>{choices}</Group> })
}
