use super::{
    breadcrumbs::{Breadcrumbs, Trail},
    card::CardsForm,
    category_grid::CategoryGrid,
    context::{HomeFrame, PageContext},
    list::{ListPage, ListView},
    page_object,
    root::{HomeLayout, Root},
};
use crate::{
    base::{html, translated::Translated},
    catalog::{
        filter::{Filter, Sort::Normal},
        link,
        snapshot::{Node, Scope},
    },
    platform::config::Section,
    text::Language,
    ui::served::{About, PageAnswer, ServedPage},
};
use leptos::prelude::*;
use serde_json::{Map, Value, json};

/// The category `id`, which there is; 0 is the store root.
pub(super) fn page(
    id: i64,
    query: &str,
    page_context: PageContext,
    home: Option<HomeFrame>,
) -> PageAnswer {
    let prices = &page_context.services.shop.prices;
    let filter = Filter::read(query, prices, page_context.per_page());
    let filter = page_context.snapshot.with_names(filter);
    let list = page_context.snapshot.list(
        &format!("c{id}"),
        Scope::Category(id),
        &filter,
        page_context.per_page(),
    );
    let node = page_context.snapshot.tree.get(id).cloned();
    let code = page_context.language.code();
    let mut page = Map::new();
    page.insert("type".into(), json!("CATEGORY"));
    page.insert("categoryId".into(), json!(id));
    page_object::list(&mut page, &filter, list.offset, false);
    let path = node
        .as_ref()
        .map_or_else(|| "/".to_owned(), |node| page_context.links.category(node));
    let trail = Trail::to(&page_context, node.as_ref());
    let list_page = ListPage {
        page_context: page_context.clone(),
        path: path.clone(),
        category: id,
        filter: filter.clone(),
        list,
        corrected: false,
    };
    let (title, mut about) = match &node {
        Some(node) => {
            let name = node.category.name.get(code);
            page.insert("name".into(), json!(name));
            page.insert(
                "nameTranslated".into(),
                page_object::translations(&page_context, &node.category.name),
            );
            (
                own(&node.category.seo_title, code, name),
                about(node, code, &trail),
            )
        }
        None => {
            let name = &page_context.services.shop.name;
            page.insert("name".into(), json!(name));
            page.insert(
                "nameTranslated".into(),
                json!({ (page_context.services.config.store_language.code()): name }),
            );
            let facts = page_object::shop(name).into();
            let sections = page_context.services.config.home.iter();
            let said = sections.filter_map(Section::says).next();
            let description = said.map_or(name.as_str(), |text| text.get(code)).to_owned();
            (
                String::new(),
                About {
                    description,
                    facts,
                    ..About::default()
                },
            )
        }
    };
    // Pages of a list are each their own; a narrowed list is not another page.
    let canonical = Filter {
        offset: list_page.list.offset,
        ..Filter::default()
    };
    about.canonical = link::filtered(&path, &canonical, prices).into();
    let is_root =
        node.is_none() && !filter.narrows() && filter.offset == 0 && query_is_plain(&filter);
    let own_layout = HomeLayout::of(&page_context.services.config.storefront);
    let layout = HomeLayout::asked(query).unwrap_or(own_layout);
    let content = page_context.drawn_once(&format!("{} {layout:?}", list_page.key()), || {
        if is_root {
            view! { <Root home list_page layout own=own_layout/> }.into_any()
        } else {
            view! { <Category node trail list_page/> }.into_any()
        }
    });
    PageAnswer::Page(ServedPage {
        title,
        found: true,
        content,
        about,
        page: Value::Object(page),
        order: None,
    })
}

fn query_is_plain(filter: &Filter) -> bool {
    filter.keyword.is_empty() && filter.sort == Normal
}

fn own(text: &Translated, code: &str, otherwise: &str) -> String {
    match text.get(code) {
        "" => otherwise.to_owned(),
        own => own.to_owned(),
    }
}

fn about(node: &Node, code: &str, trail: &Trail) -> About {
    let plain = html::plain(node.category.description.get(code));
    About {
        description: own(&node.category.seo_description, code, plain.trim()),
        slug: node.slug.as_str().into(),
        image: node.category.image.clone().map(Box::new),
        facts: [trail.facts()].into(),
        ..About::default()
    }
}

/// A category: what it is, what is below it, and its products.
#[component]
fn Category(node: Option<Node>, trail: Trail, list_page: ListPage) -> impl IntoView {
    let language = expect_context::<Language>();
    let code = language.code();
    let name = node
        .as_ref()
        .map_or(language.texts().all_products, |node| {
            node.category.name.get(code)
        })
        .to_owned();
    let description = node
        .as_ref()
        .map(|node| node.category.description.get(code).to_owned())
        .unwrap_or_default();
    let children = node.map(|node| node.children).unwrap_or_default();
    let page_context = list_page.page_context.clone();
    let first_page = list_page.is_first_page();
    view! {
        <div class="ecwid-productBrowser ecwid-productBrowser-CategoryPage">
            <CardsForm/>
            <Breadcrumbs trail/>
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1 ecwid-productBrowser-head">{name}</h1></header>
            {(first_page && !description.is_empty()).then(|| view! {
                <div class="grid__description lead" inner_html=description></div>
            })}
            {first_page.then(|| view! { <CategoryGrid page_context ids=children title=language.texts().categories/> })}
            <ListView list_page/>
        </div>
    }
}
