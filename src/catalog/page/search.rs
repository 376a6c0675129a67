use super::{
    card::CardsForm,
    context::PageContext,
    list::{ListPage, ListView},
    page_object,
};
use crate::{
    catalog::{
        filter::{Filter, Sort},
        snapshot::Scope,
    },
    text::Language,
    ui::served::{About, PageAnswer, ServedPage},
};
use leptos::prelude::*;
use serde_json::{Map, Value, json};

/// `/search?…`: without words, every product.
pub(super) fn page(query: &str, page_context: PageContext) -> PageAnswer {
    let prices = &page_context.services.shop.prices;
    let filter = Filter::read(query, prices, page_context.per_page());
    let mut filter = page_context.snapshot.with_names(filter);
    let t = page_context.language.texts();
    let (list, corrected) = if filter.keyword.is_empty() {
        (
            page_context
                .snapshot
                .list("c0", Scope::Category(0), &filter, page_context.per_page()),
            false,
        )
    } else {
        if filter.sort == Sort::Normal {
            filter.sort = Sort::Relevance;
        }
        let found = page_context.snapshot.find(&filter.keyword);
        let key = format!("s{}", filter.keyword);
        let list = page_context.snapshot.list(
            &key,
            Scope::Found(&found),
            &filter,
            page_context.per_page(),
        );
        (list, found.is_corrected)
    };
    let mut page = Map::new();
    page.insert("type".into(), json!("SEARCH"));
    page_object::list(&mut page, &filter, list.offset, true);
    let title = if filter.keyword.is_empty() {
        t.all_products.to_owned()
    } else {
        t.search_results(&filter.keyword)
    };
    let list_page = ListPage {
        page_context: page_context.clone(),
        path: "/search".into(),
        category: 0,
        filter,
        list,
        corrected,
    };
    let heading = title.clone();
    let content = page_context.drawn_once(&list_page.key(), || {
        view! { <SearchPage heading list_page/> }.into_any()
    });
    let about = About::default();
    PageAnswer::Page(ServedPage {
        title,
        found: true,
        content,
        about,
        page: Value::Object(page),
        order: None,
    })
}

#[component]
fn SearchPage(heading: String, list_page: ListPage) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let keyword = list_page.filter.keyword.clone();
    view! {
        <div class="ecwid-productBrowser ecwid-productBrowser-SearchPage">
            <CardsForm/>
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1 ecwid-productBrowser-head">{heading}</h1></header>
            {list_page.corrected.then(|| view! { <p class="lead">{t.search_corrected(&keyword)}</p> })}
            <ListView list_page/>
        </div>
    }
}
