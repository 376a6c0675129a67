use super::{
    Stage,
    card::CardsForm,
    facts,
    list::{ListView, Shown},
};
use crate::{
    base::error::AppError,
    catalog::{
        filter::{Filter, Sort},
        search::Fts5,
        shelf::Scope,
    },
    site::head::About,
    text::Language,
    ui::served::{Answer, Served},
};
use leptos::prelude::*;
use serde_json::{Map, Value, json};

/// `/search?…`: without words, every product.
pub(super) async fn page(query: &str, stage: Stage) -> Result<Answer, AppError> {
    let prices = &stage.visit.state.shop.prices;
    let mut filter = Filter::read(query, prices, stage.per_page());
    let t = stage.visit.language.texts();
    let (list, corrected) = if filter.keyword.is_empty() {
        (
            stage
                .shelf
                .list("c0", Scope::Category(0), &filter, stage.per_page()),
            false,
        )
    } else {
        if filter.sort == Sort::Normal {
            filter.sort = Sort::Relevance;
        }
        let index = Fts5(&stage.visit.state.db.read);
        let found = stage.shelf.find(&index, &filter.keyword).await?;
        let key = format!("s{}", filter.keyword);
        let list = stage
            .shelf
            .list(&key, Scope::Found(&found), &filter, stage.per_page());
        (list, found.is_mended)
    };
    let mut page = Map::new();
    page.insert("type".into(), json!("SEARCH"));
    facts::list(&mut page, &filter, list.offset, true);
    let title = if filter.keyword.is_empty() {
        t.all_products.to_owned()
    } else {
        t.search_results.replace("{}", &filter.keyword)
    };
    let shown = Shown {
        stage: stage.clone(),
        path: "/search".into(),
        category: 0,
        filter,
        list,
        corrected,
    };
    let heading = title.clone();
    let content = stage.drawn_once(&shown.key(), || {
        view! { <SearchPage heading shown/> }.into_any()
    });
    let about = About::default();
    Ok(Answer::Page(Served {
        title,
        found: true,
        content,
        about,
        page: Value::Object(page),
        order: None,
    }))
}

#[component]
fn SearchPage(heading: String, shown: Shown) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let keyword = shown.filter.keyword.clone();
    view! {
        <div class="ecwid-productBrowser ecwid-productBrowser-SearchPage">
            <CardsForm/>
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1 ecwid-productBrowser-head">{heading}</h1></header>
            {shown.corrected.then(|| view! { <p class="lead">{t.search_corrected.replace("{}", &keyword)}</p> })}
            <ListView shown/>
        </div>
    }
}
