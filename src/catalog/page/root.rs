//! The store root: the shop's own words, its categories, and what it shows first.

use super::{
    card::{CardsForm, ProductCard},
    category_grid::CategoryGrid,
    context::{HomeFrame, PageContext},
    list::{ListPage, ListView},
};
use crate::{
    base::{shop::Shop, translated::Translated},
    catalog::{
        filter::{Filter, Sort},
        snapshot::{Card, Node, Scope},
    },
    platform::{config::Section, design},
    text::Language,
};
use leptos::prelude::*;

/// Products of a kind shown at the store root.
const SHOWN: usize = 8;

/// What of the catalogue stands at the store root (`spec/config.md` 4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HomeLayout {
    /// Categories, and the products that the merchant chose.
    Usual,
    /// Every category with products of it.
    Sections,
    /// Every product, without categories.
    Products,
}

impl HomeLayout {
    /// The one that the shop's own settings want.
    pub fn of(settings: &toml::Table) -> Self {
        let is_on = |key| design::is_on(settings, key);
        if is_on("enable_catalog_on_one_page") {
            Self::Sections
        } else if is_on("hide_category_block_show_all_enabled_products") {
            Self::Products
        } else {
            Self::Usual
        }
    }

    /// The one that a URL asks for, as the settings of a page's script do.
    pub fn asked(query: &str) -> Option<Self> {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        let (_, name) = pairs.find(|(name, _)| name == "catalog")?;
        let all = [Self::Usual, Self::Sections, Self::Products];
        all.into_iter().find(|layout| layout.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Sections => "sections",
            Self::Products => "products",
        }
    }
}

/// The store root with this `layout`, where the shop's own settings want its `own`.
#[component]
pub(super) fn Root(
    home: Option<HomeFrame>,
    list_page: ListPage,
    layout: HomeLayout,
    own: HomeLayout,
) -> impl IntoView {
    let page_context = list_page.page_context.clone();
    let wanted = page_context.services.config.home.clone();
    let is_new = wanted.is_empty() && page_context.snapshot.tree.top.is_empty();
    let sections = match home {
        Some(_) if !wanted.is_empty() => wanted,
        _ => vec![Section::Catalog {
            title: Translated::default(),
        }],
    };
    let title = (!sections.iter().any(Section::is_hero))
        .then(|| view! { <ShopTitle is_new=is_new && list_page.list.products.is_empty()/> });
    let mut names: Vec<&'static str> = Vec::new();
    let drawn: Vec<AnyView> = sections
        .into_iter()
        .map(|section| {
            let name = name(&section);
            names.push(name);
            let id = match names.iter().filter(|it| **it == name).count() {
                1 => format!("tile-{name}"),
                more => format!("tile-{name}-{more}"),
            };
            match section {
                Section::Catalog { title } => {
                    let catalog = catalog(&list_page, layout, &title);
                    let id = (id == "tile-catalog").then_some("root-catalog");
                    view! { <div id=id data-layout=own.name()>{catalog}</div> }.into_any()
                }
                section => of_catalog(&page_context, &section, id.clone())
                    .or_else(|| home.map(|home| (home.words)(section, id)))
                    .into_any(),
            }
        })
        .collect();
    view! {
        <div class="ecwid-productBrowser ecwid-productBrowser-CategoryPage">
            <CardsForm/>
            {title}
            {drawn}
        </div>
    }
}

/// The shop's name, where nothing else is the page's title; with a kind word where nothing is sold yet.
#[component]
fn ShopTitle(is_new: bool) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let name = expect_context::<Shop>().name;
    view! {
        <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{name}</h1></header>
        {is_new.then(|| view! { <p class="lead">{t.opens_soon}</p> })}
    }
}

/// What the section is called in ids.
fn name(section: &Section) -> &'static str {
    match section {
        Section::Hero { .. } => "hero",
        Section::Text { .. } => "text",
        Section::Columns { .. } => "columns",
        Section::Band { .. } => "band",
        Section::Quotes { .. } => "quotes",
        Section::Logos { .. } => "logos",
        Section::Catalog { .. } => "catalog",
        Section::Categories => "categories",
        Section::Products { .. } => "products",
        Section::Newest { .. } => "newest",
        Section::OnSale { .. } => "on-sale",
        Section::Category { .. } => "category",
    }
}

/// What stands there of the catalogue by the design settings; `title` is above the usual products.
fn catalog(list_page: &ListPage, layout: HomeLayout, title: &Translated) -> AnyView {
    let list_page = list_page.clone();
    match layout {
        HomeLayout::Usual => view! { <Chosen list_page title=title.clone()/> }.into_any(),
        HomeLayout::Sections => {
            view! { <Sections page_context=list_page.page_context/> }.into_any()
        }
        HomeLayout::Products => view! { <ListView list_page/> }.into_any(),
    }
}

#[component]
fn Chosen(list_page: ListPage, title: Translated) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let page_context = list_page.page_context;
    let featured = page_context.snapshot.featured();
    let (cards, otherwise) = if featured.is_empty() {
        (newest(&page_context, SHOWN), t.newest)
    } else {
        let cards = page_context.snapshot.each(&featured).take(SHOWN);
        (cards.cloned().collect(), t.featured)
    };
    let id = "tile-featured".to_owned();
    view! {
        {categories(&page_context)}
        <ProductSection page_context id title=own(&title, otherwise) cards/>
    }
}

/// The cards of categories.
fn categories(page_context: &PageContext) -> impl IntoView + use<> {
    let snapshot = &page_context.snapshot;
    let top = snapshot.tree.top.clone();
    let below = snapshot
        .tree
        .each(&top)
        .flat_map(|node| node.children.clone());
    let below: Vec<i64> = below.collect();
    let ids = if top.len() > 3 {
        top
    } else {
        [top, below].concat()
    };
    let title = expect_context::<Language>().texts().categories;
    view! { <CategoryGrid page_context=page_context.clone() ids title/> }
}

/// A section that shows products or categories; `None` for one of words.
fn of_catalog(page_context: &PageContext, section: &Section, id: String) -> Option<AnyView> {
    let language = expect_context::<Language>();
    let t = language.texts();
    let (title, cards) = match section {
        Section::Categories => return Some(categories(page_context).into_any()),
        Section::Products { title, ids } => {
            let card = |id: &i64| page_context.snapshot.card(*id).cloned();
            (
                own(title, t.featured),
                ids.iter().filter_map(card).collect(),
            )
        }
        Section::Newest { title, count } => (own(title, t.newest), newest(page_context, *count)),
        Section::OnSale { title, count } => {
            let filter = Filter {
                on_sale: true,
                ..Filter::default()
            };
            (
                own(title, t.on_sale),
                listed(page_context, 0, &filter, *count),
            )
        }
        Section::Category { id, count } => {
            let node = page_context.snapshot.tree.get(*id)?;
            let name = node.category.name.get(language.code()).to_owned();
            (name, listed(page_context, *id, &Filter::default(), *count))
        }
        _ => return None,
    };
    let page_context = page_context.clone();
    Some(view! { <ProductSection page_context id title cards/> }.into_any())
}

fn newest(page_context: &PageContext, most: usize) -> Vec<Card> {
    let filter = Filter {
        sort: Sort::AddedTimeDesc,
        ..Filter::default()
    };
    listed(page_context, 0, &filter, most)
}

/// The first products of a category that pass the filter; 0 is the store root.
fn listed(page_context: &PageContext, category: i64, filter: &Filter, most: usize) -> Vec<Card> {
    let (key, scope) = (format!("c{category}"), Scope::Category(category));
    let list = page_context.snapshot.list(&key, scope, filter, most.max(1));
    page_context
        .snapshot
        .each(&list.products)
        .cloned()
        .collect()
}

fn own(title: &Translated, otherwise: &str) -> String {
    let language = expect_context::<Language>();
    match title.get(language.code()) {
        "" => otherwise.to_owned(),
        title => title.to_owned(),
    }
}

/// Products under a title; nothing, if none of them is sold.
#[component]
fn ProductSection(
    page_context: PageContext,
    id: String,
    title: String,
    cards: Vec<Card>,
) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let (links, snapshot) = (page_context.links, &page_context.snapshot);
    let label = format!("{}-title", id.trim_start_matches("tile-"));
    let own = label.clone();
    (!cards.is_empty()).then(|| {
        view! {
            <section class="featured ins-tile" id=id aria-labelledby=label>
                <h2 id=own>{title}</h2>
                <div class="grid__products ins-tile__product-list">
                    {cards.into_iter().map(|card| view! { <ProductCard in_stock=snapshot.is_in_stock(card.id) card links/> }).collect_view()}
                </div>
                <p><a class="button button--quiet" href="/search">{t.all_products}</a></p>
            </section>
        }
    })
}

#[component]
fn Sections(page_context: PageContext) -> impl IntoView {
    let language = expect_context::<Language>();
    let links = page_context.links;
    let section = |node: &Node| {
        let name = node.category.name.get(language.code()).to_owned();
        let all = language.texts().all_of(&name);
        let cards: Vec<Card> = page_context
            .snapshot
            .each(&node.own)
            .take(SHOWN)
            .cloned()
            .collect();
        let id = format!("section-{}", node.category.id);
        (!cards.is_empty()).then(|| view! {
            <section class="featured section-of-category" aria-labelledby=id.clone()>
                <h2 id=id.clone()><a href=links.category(node)>{name}</a></h2>
                <div class="grid__products">
                    {cards.into_iter().map(|card| view! { <ProductCard in_stock=page_context.snapshot.is_in_stock(card.id) card links/> }).collect_view()}
                </div>
                <p><a class="button button--quiet" href=links.category(node)>{all}</a></p>
            </section>
        })
    };
    let ids = page_context.snapshot.tree.in_order();
    let nodes = ids
        .into_iter()
        .filter_map(|id| page_context.snapshot.tree.get(id));
    let sections: Vec<_> = nodes.map(section).collect();
    view! { <div>{sections}</div> }
}
