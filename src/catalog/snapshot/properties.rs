//! Whatever changes, and in whatever order: what is taken over step by step answers as what is loaded anew; and a
//! search finds what holds its words, and nothing else.

use super::{Assortment, CatalogSnapshot, ChangedAt, Scope, Tree, Versions, Viewer, load::Loading};
use crate::{
    base::translated::Translated,
    catalog::{
        Category, Product,
        filter::{Filter, Sort},
        option::{Choice, Modifier, OptionKind, ProductOption},
        product::Attribute,
        search::SearchQuery,
    },
};
use proptest::{collection::vec, option, prelude::*};
use std::collections::{BTreeMap, HashMap};

const WORDS: [&str; 8] = [
    "ember", "embers", "Émbre", "tide", "S-12", "S-1", "straße", "x",
];

/// One step: products as they are from now on, or not there; and products that sell out or come back.
#[derive(Clone, Debug)]
struct Step {
    products: Vec<(i64, Option<Product>)>,
    stocks: Vec<(i64, i64)>,
}

fn words() -> impl Strategy<Value = String> {
    vec(0..WORDS.len(), 1..3).prop_map(|words| {
        words
            .iter()
            .map(|it| WORDS[*it])
            .collect::<Vec<_>>()
            .join(" ")
    })
}

fn product() -> impl Strategy<Value = Product> {
    let texts = (words(), words(), words());
    let numbers = (
        0..4_i64,
        option::of(0..4_i64),
        0..3_i64,
        0..2_i64,
        option::of(0..2_i64),
    );
    let lists = (
        vec(1..6_i64, 0..3),
        0..3_usize,
        0..3_usize,
        proptest::bool::weighted(0.8),
    );
    (texts, numbers, lists).prop_map(
        |(
            (name, sku, text),
            (price, was, created, stock, featured),
            (categories, fact, choice, enabled),
        )| {
            let fact = Attribute {
                name: "Paper".into(),
                value: WORDS[fact].into(),
                shown: true,
            };
            let choices = (0..choice).map(|it| Choice {
                text: WORDS[it].into(),
                translated: Translated::default(),
                modifier: Modifier::default(),
                color: None,
            });
            let option = ProductOption {
                kind: OptionKind::Select,
                name: "Size".into(),
                translated: Translated::default(),
                required: false,
                choices: choices.collect(),
                default: None,
            };
            Product {
                sku,
                name: Translated::one("en", &name),
                description: Translated::one("en", &format!("<p>{text}</p>")),
                price,
                compare_to: was,
                stock: Some(stock),
                created_at: created,
                featured,
                categories,
                attributes: vec![fact],
                options: vec![option],
                enabled,
                ..Product::default()
            }
        },
    )
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let products = vec((1..9_i64, option::weighted(0.85, product())), 0..5);
    let stocks = vec((1..9_i64, 0..2_i64), 0..3);
    vec(
        (products, stocks).prop_map(|(products, stocks)| Step { products, stocks }),
        1..7,
    )
}

/// One below the other, with an order of its own, and a hidden one.
fn tree() -> Tree {
    let category = |id, parent, order: &[i64]| Category {
        id,
        parent,
        order: order.to_vec(),
        enabled: id != 4,
        ..Category::default()
    };
    let categories = vec![
        category(1, None, &[]),
        category(2, Some(1), &[5, 3]),
        category(3, None, &[2, 7]),
        category(4, None, &[]),
    ];
    Tree::new(categories, &HashMap::new(), Viewer::Shopper)
}

fn slug(product: &Product) -> String {
    product.name.get("").replace(' ', "-")
}

fn loaded(shop: &BTreeMap<i64, Product>) -> CatalogSnapshot {
    let mut loading = Loading::among(tree(), Viewer::Shopper);
    for product in shop.values() {
        loading.take(product, &slug(product));
    }
    snapshot(loading.finish())
}

fn snapshot((assortment, in_stock): (Assortment, roaring::RoaringBitmap)) -> CatalogSnapshot {
    CatalogSnapshot {
        in_stock,
        assortment: assortment.into(),
        ..CatalogSnapshot::default()
    }
}

/// The snapshot after `step`, taken over from `before`.
fn after(
    before: &CatalogSnapshot,
    shop: &mut BTreeMap<i64, Product>,
    step: &Step,
) -> CatalogSnapshot {
    let mut ids: Vec<i64> = step.products.iter().map(|(id, _)| *id).collect();
    ids.sort_unstable();
    ids.dedup();
    for (id, product) in &step.products {
        match product {
            Some(product) => drop(shop.insert(
                *id,
                Product {
                    id: *id,
                    ..product.clone()
                },
            )),
            None => drop(shop.remove(id)),
        }
    }
    let products = ids.iter().filter_map(|id| Some((*id, shop.get(id)?)));
    let products = products
        .map(|(id, product)| (id, (product.clone(), slug(product))))
        .collect();
    let next = snapshot(before.with_products(&ids, &products));
    let mut sold = Vec::new();
    for (id, stock) in &step.stocks {
        if let Some(product) = shop.get_mut(id) {
            product.stock = Some(*stock);
            sold.push(product.clone());
        }
    }
    let now = Versions {
        catalog: 0,
        stock: 1,
        changed_at: ChangedAt::default(),
    };
    next.with_stock(&now, sold.iter())
}

/// Everything that may be asked of `snapshot`.
fn answers(snapshot: &CatalogSnapshot) -> Vec<String> {
    let ids = |slots: &[u32]| snapshot.each(slots).map(|card| card.id).collect::<Vec<_>>();
    let cards = snapshot.cards().map(|card| {
        format!(
            "{card:?} {} {}",
            snapshot.is_in_stock(card.id),
            snapshot.card(card.id).is_some()
        )
    });
    let mut answers: Vec<String> = cards.collect();
    answers.push(format!("featured {:?}", ids(&snapshot.featured())));
    let narrowed = [
        Filter::default(),
        Filter {
            in_stock: true,
            price_from: Some(1),
            ..Filter::default()
        },
        Filter {
            on_sale: true,
            subcategories: false,
            created_to: Some(1),
            ..Filter::default()
        },
        Filter {
            attributes: [("Paper".into(), vec![WORDS[0].into(), WORDS[1].into()])].into(),
            ..Filter::default()
        },
        Filter {
            options: [("Size".into(), vec![WORDS[1].into()])].into(),
            categories: vec![1],
            ..Filter::default()
        },
    ];
    for (sort, name) in Sort::ALL {
        for filter in &narrowed {
            let filter = Filter {
                sort,
                ..filter.clone()
            };
            let mut answer = |key: &str, scope: Scope<'_>| {
                for (page, most) in [(0, 3), (3, 3)] {
                    let list = snapshot.list(
                        key,
                        scope,
                        &Filter {
                            offset: page,
                            ..filter.clone()
                        },
                        most,
                    );
                    let (products, facets) = (ids(&list.products), &list.facets);
                    answers.push(format!(
                        "{key} {name} {filter:?}: {} {products:?} {facets:?}",
                        list.total
                    ));
                }
            };
            for category in 0..5 {
                answer(&category.to_string(), Scope::Category(category));
            }
            let found = snapshot.find("emb");
            answer("search", Scope::Found(&found));
        }
    }
    for typed in [
        "e",
        "ember",
        "embr",
        "embers",
        "tidee",
        "s",
        "s 12",
        "strasse x",
        "zzzz",
    ] {
        let found = snapshot.find(typed);
        answers.push(format!(
            "{typed}: {} {:?}",
            found.is_corrected,
            ids(&snapshot.best(&found, 9))
        ));
    }
    answers
}

/// The folded words of `product`.
fn held(product: &Product) -> Vec<String> {
    let texts = [
        product.name.get(""),
        &product.sku,
        &product
            .description
            .get("")
            .replace("<p>", "")
            .replace("</p>", ""),
        &product.attributes[0].value,
    ];
    let words = texts.iter().flat_map(|text| {
        SearchQuery::typed(text)
            .each()
            .map(<[String]>::concat)
            .collect::<Vec<_>>()
    });
    words.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_is_taken_over_answers_as_what_is_loaded(steps in steps()) {
        let mut shop = BTreeMap::new();
        let mut taken_over = loaded(&shop);
        for step in &steps {
            taken_over = after(&taken_over, &mut shop, step);
            let (taken_over, loaded) = (answers(&taken_over), answers(&loaded(&shop)));
            for (one, other) in taken_over.iter().zip(&loaded) {
                prop_assert_eq!(one, other);
            }
            prop_assert_eq!(taken_over.len(), loaded.len());
        }
    }

    #[test]
    fn a_search_finds_what_holds_its_words_and_nothing_else(products in vec(product(), 1..8), typed in vec(0..WORDS.len(), 1..3), letters in 1..7_usize) {
        let shop: BTreeMap<i64, Product> = (1..).zip(products).map(|(id, it)| (id, Product { id, enabled: true, ..it })).collect();
        let snapshot = loaded(&shop);
        let found = |typed: &str| {
            let found = snapshot.find(typed);
            let mut ids: Vec<i64> = snapshot.each(&snapshot.best(&found, 9)).map(|card| card.id).collect();
            ids.sort_unstable();
            (ids, found.is_corrected)
        };
        for (id, product) in &shop {
            for word in held(product) {
                let beginning: String = word.chars().take(letters).collect();
                prop_assert!(found(&beginning).0.contains(id), "{} by {}", id, beginning);
            }
        }
        let typed: Vec<String> = typed.iter().map(|it| WORDS[*it].chars().take(letters).collect()).collect();
        let words = SearchQuery::typed(&typed.join(" "));
        let holds = |product: &Product| {
            let held = held(product);
            words.each().all(|word| held.iter().any(|held| held.starts_with(word.concat().as_str())))
        };
        let holding: Vec<i64> = shop.iter().filter(|(_, it)| holds(it)).map(|(id, _)| *id).collect();
        let (ids, is_corrected) = found(&typed.join(" "));
        if !is_corrected {
            prop_assert_eq!(ids, holding);
        } else {
            prop_assert_eq!(holding, Vec::<i64>::new());
        }
    }
}
