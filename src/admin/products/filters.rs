//! Tabs, the search, and what the list is narrowed and sorted by.

use super::{Categories, paths::PATH, query};
use crate::catalog::listing::filter::{Filter, Sort, StockFilter};
use leptos::prelude::*;

/// What products of a kind are called.
pub fn only(only: StockFilter) -> &'static str {
    match only {
        StockFilter::SoldOut => "Sold out",
        StockFilter::Low => "Running low",
        StockFilter::OnSale => "On sale",
        StockFilter::Shown => "Shown",
        StockFilter::Hidden => "Hidden",
    }
}

fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Name => "Name",
        Sort::Changed => "Changed last",
        Sort::Stock => "Fewest left",
    }
}

/// The kinds of products, each a tab of the same search.
pub fn tabs(filter: &Filter) -> impl IntoView + use<> {
    let tab = |kind: Option<StockFilter>| {
        let of_kind = Filter {
            only: kind,
            ..filter.clone()
        };
        let to = format!("{PATH}?{}", query::write(&of_kind));
        let is_current = (filter.only == kind).then_some("page");
        view! { <li><a href=to aria-current=is_current>{kind.map_or("All", only)}</a></li> }
    };
    let kinds = std::iter::once(None).chain(StockFilter::ALL.map(Some));
    view! { <nav class="tabs" aria-label="Products"><ul>{kinds.map(tab).collect_view()}</ul></nav> }
}

/// The form that narrows the list, filled in with `filter`.
pub fn form(filter: &Filter, categories: &Categories) -> impl IntoView + use<> {
    let option = |it: Sort| {
        view! { <option value=it.code() selected=it == filter.sort>{sort(it)}</option> }
    };
    let is_open = filter.category.is_some() || filter.sort != Sort::Name;
    view! {
        <form class="narrow" method="get" action=PATH role="search">
            {filter.only.map(|it| view! { <input type="hidden" name="only" value=it.code()/> })}
            <div class="row">
                <div class="field"><label for="q">"Search"</label>
                    <input id="q" name="q" type="search" value=filter.words.clone() aria-describedby="q-note" data-slash="" autocomplete="off"/></div>
                <button class="button" type="submit">"Search"</button>
            </div>
            <p class="note" id="q-note">"By name, SKU, the number on the package or other facts: the beginning of a word is enough."</p>
            <details class="part" open=is_open>
                <summary>"Category and order"</summary>
                <div class="several">
                    {categories.select("category", "Category", "Any", filter.category)}
                    <div class="field"><label for="sort">"Sorted by"</label>
                        <select id="sort" name="sort">{Sort::ALL.map(option)}</select></div>
                </div>
                <button class="button button--plain" type="submit">"Show these"</button>
            </details>
        </form>
    }
}
