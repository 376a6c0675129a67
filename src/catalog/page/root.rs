//! The store root: the shop's own words, its categories, and what it shows first.

use super::{
    HomeFrame, PageContext,
    card::{CardsForm, ProductCard},
    category_grid::CategoryGrid,
    list::{ListPage, ListView},
};
use crate::{
    base::language::Language,
    catalog::snapshot::{Card, Node},
    platform::design,
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
        all.into_iter().find(|face| face.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Sections => "sections",
            Self::Products => "products",
        }
    }
}

/// The store root with this `face`, where the shop's own settings want its `own`.
#[component]
pub(super) fn Root(
    home: Option<HomeFrame>,
    list_page: ListPage,
    face: HomeLayout,
    own: HomeLayout,
) -> impl IntoView {
    let catalog = match face {
        HomeLayout::Usual => view! { <Chosen list_page/> }.into_any(),
        HomeLayout::Sections => {
            view! { <Sections page_context=list_page.page_context/> }.into_any()
        }
        HomeLayout::Products => view! { <ListView list_page/> }.into_any(),
    };
    view! {
        <div class="ecwid-productBrowser ecwid-productBrowser-CategoryPage">
            <CardsForm/>
            {home.map(|home| (home.above)())}
            <div id="root-catalog" data-face=own.name()>{catalog}</div>
            {home.map(|home| (home.below)())}
        </div>
    }
}

#[component]
fn Chosen(list_page: ListPage) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let page_context = list_page.page_context.clone();
    let links = page_context.links;
    let snapshot = &page_context.snapshot;
    let featured = snapshot.featured();
    let chosen = if featured.is_empty() {
        &list_page.list.products
    } else {
        &featured
    };
    let chosen: Vec<Card> = snapshot.each(chosen).take(SHOWN).cloned().collect();
    let top = snapshot.tree.top.clone();
    let below = snapshot
        .tree
        .each(&top)
        .flat_map(|node| node.children.clone());
    let below: Vec<i64> = below.collect();
    let categories = if top.len() > 3 {
        top
    } else {
        [top, below].concat()
    };
    view! {
        <CategoryGrid page_context=page_context.clone() ids=categories title=t.categories/>
        <section class="featured ins-tile" id="tile-featured" aria-labelledby="featured-title">
            <h2 id="featured-title">{t.featured}</h2>
            <div class="grid__products ins-tile__product-list">
                {chosen.into_iter().map(|card| view! { <ProductCard in_stock=snapshot.is_in_stock(card.id) card links/> }).collect_view()}
            </div>
            <p><a class="button button--quiet" href="/search">{t.all_products}</a></p>
        </section>
    }
}

#[component]
fn Sections(page_context: PageContext) -> impl IntoView {
    let language = expect_context::<Language>();
    let links = page_context.links;
    let section = |node: &Node| {
        let name = node.category.name.get(language.code()).to_owned();
        let all = language.texts().all_of.replace("{}", &name);
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
