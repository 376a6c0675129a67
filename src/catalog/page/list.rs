use super::{card::ProductCard, context::PageContext, filters::Filters};
use crate::{
    base::shop::Shop,
    catalog::{
        filter::{Filter, Sort},
        link,
        snapshot::{Card, List},
    },
    text::Language,
};
use leptos::prelude::*;
use std::sync::Arc;

/// A list and where it stands.
#[derive(Clone)]
pub struct ListPage {
    pub(super) page_context: PageContext,
    /// Path of its page.
    pub path: String,
    /// The category it lists; 0 is none.
    pub category: i64,
    /// What it is narrowed to.
    pub filter: Filter,
    /// What is in it.
    pub list: Arc<List>,
    /// Whether what was typed was taken for something near it.
    pub corrected: bool,
}

impl ListPage {
    /// A name of what is shown, which no other list has.
    pub(super) fn key(&self) -> String {
        format!("{} {} {:?}", self.path, self.corrected, self.filter)
    }

    /// Whether its categories stand above it: on its first page, as long as nothing narrows it.
    pub fn is_first_page(&self) -> bool {
        self.list.offset == 0 && !self.filter.narrows()
    }

    fn has_categories_above(&self) -> bool {
        let node = self.page_context.snapshot.tree.get(self.category);
        self.is_first_page() && node.is_some_and(|node| !node.children.is_empty())
    }

    /// URL of the same list under another filter.
    pub fn url(&self, filter: &Filter) -> String {
        link::filtered(&self.path, filter, &self.page_context.services.shop.prices)
    }

    fn at(&self, offset: usize) -> String {
        self.url(&Filter {
            offset,
            ..self.filter.clone()
        })
    }
}

/// Filters, order, products, and the way to more of them.
#[component]
pub fn ListView(list_page: ListPage) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let links = list_page.page_context.links;
    let cards: Vec<Card> = list_page
        .page_context
        .snapshot
        .each(&list_page.list.products)
        .cloned()
        .collect();
    let is_empty = cards.is_empty();
    let filters = (list_page.list.total > 1 || list_page.filter.narrows())
        .then(|| view! { <Filters list_page=list_page.clone()/> });
    let seen_first = if list_page.has_categories_above() {
        0
    } else {
        4
    };
    let numbered = cards.into_iter().enumerate();
    let snapshot = list_page.page_context.snapshot.clone();
    let class = if filters.is_some() {
        "list list--filtered"
    } else {
        "list"
    };
    view! {
        <div class=class>
            {filters}
            <div class="list__main">
                <div class="list__head">
                    <p class="list__count" role="status" id="list-count">{t.products(list_page.list.total)}</p>
                    {(!is_empty).then(|| view! { <SortBy list_page=list_page.clone()/> })}
                </div>
                {is_empty.then(|| view! { <Nothing list_page=list_page.clone()/> })}
                <div class="grid__products" id="list-products">
                    {numbered.map(|(index, card)| view! { <ProductCard in_stock=snapshot.is_in_stock(card.id) card links first=index < seen_first/> }).collect_view()}
                </div>
                <Pages list_page/>
            </div>
        </div>
    }
}

/// The order, as a form: with scripts it is sent when changed.
#[component]
fn SortBy(list_page: ListPage) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let is_search = !list_page.filter.keyword.is_empty();
    let names = [
        (
            if is_search {
                Sort::Relevance
            } else {
                Sort::Normal
            },
            if is_search { t.by_relevance } else { t.by_us },
        ),
        (Sort::AddedTimeDesc, t.by_newest),
        (Sort::PriceAsc, t.by_price_up),
        (Sort::PriceDesc, t.by_price_down),
        (Sort::NameAsc, t.by_name),
        (Sort::NameDesc, t.by_name_down),
    ];
    let now = list_page.filter.sort;
    let others = Filter {
        sort: Sort::Normal,
        offset: 0,
        ..list_page.filter.clone()
    };
    view! {
        <div class="grid__sort">
            <form hidden id="sort-form" method="get" action=list_page.path.clone() data-auto=""><Hidden filter=others/></form>
            <label class="grid__sort-label" for="sort">{t.sort_by}</label>
            <span class="form-control form-control--select">
                <select class="form-control__select" form="sort-form" id="sort" name="sort">
                    {names.into_iter().map(|(sort, text)| view! {
                        <option value=sort.name() selected=sort == now>{text}</option>
                    }).collect_view()}
                </select>
            </span>
            <noscript><button class="button button--quiet" type="submit" form="sort-form">{t.apply}</button></noscript>
        </div>
    }
}

/// A filter as hidden inputs, for forms that change a part of it.
#[component]
pub fn Hidden(filter: Filter) -> impl IntoView {
    let query = filter.query(&expect_context::<Shop>().prices);
    let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect();
    pairs
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view()
}

/// An empty list has a way on.
#[component]
fn Nothing(list_page: ListPage) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let wider = Filter {
        keyword: list_page.filter.keyword.clone(),
        ..Filter::default()
    };
    let (href, text) = if list_page.filter.narrows() {
        (list_page.url(&wider), t.clear_filters)
    } else {
        ("/search".to_owned(), t.all_products)
    };
    view! {
        <div class="nothing">
            <p class="lead">{t.nothing_found}</p>
            <a class="button" href=href>{text}</a>
        </div>
    }
}

/// Earlier and later pages; "show more" brings the next one below this one.
#[component]
fn Pages(list_page: ListPage) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let per_page = list_page.page_context.per_page();
    let total = usize::try_from(list_page.list.total).unwrap_or(0);
    let offset = list_page.list.offset;
    if total <= per_page {
        return None;
    }
    let here = offset / per_page + 1;
    let pages = total.div_ceil(per_page);
    let earlier = (offset > 0).then(|| list_page.at(offset.saturating_sub(per_page)));
    let later = (offset + per_page < total).then(|| list_page.at(offset + per_page));
    Some(view! {
        <nav class="ec-pager" id="list-pages" aria-label=t.pages>
            {earlier.map(|href| view! { <a class="ec-pager__link" rel="prev" href=href>{t.earlier}</a> })}
            <span class="ec-pager__here">
                {t.page_of(here, pages)}
            </span>
            {later.map(|href| view! { <a class="button button--quiet ec-pager__more" rel="next" data-more="" href=href>{t.show_more}</a> })}
        </nav>
    })
}
