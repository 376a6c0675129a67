use super::support::{run, shop_of};
use crate::support::Shop;
use awning::catalog::{attribute, filter::Filter, snapshot::Scope, store};

/// A shop of `count` products with prices, papers and sizes by their number.
pub async fn numbered(count: usize) -> Shop {
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("many.jsonl");
    let mut lines = vec![
        r#"{"awning":1}"#.to_owned(),
        r#"{"category":[{"id":1,"name":{"en":"All"},"enabled":true},["All"]]}"#.to_owned(),
        r#"{"category":[{"id":2,"parent":1,"name":{"en":"Even"},"enabled":true,"order":[4,2]},["All","Even"]]}"#.to_owned(),
    ];
    for id in 1..=count {
        let (category, stock) = (1 + (id + 1) % 2, if id % 5 == 0 { 0 } else { 3 });
        let paper = ["Cotton", "Washi", "Bamboo"][id % 3];
        lines.push(format!(
            r#"{{"product":[{{"id":{id},"sku":"N-{id}","name":{{"en":"Thing {id} {paper}"}},"price":{},"stock":{stock},"enabled":true,"created_at":{id},"categories":[{category}],"attributes":[{{"name":"Paper","value":"{paper}"}}]}},""]}}"#,
            id * 100
        ));
    }
    std::fs::write(&file, lines.join("\n")).expect("written");
    let shop = Shop::open().await;
    assert_eq!(run(&shop, file, false).await.refused, []);
    shop
}

fn listed(shop: &Shop, category: i64, query: &str) -> (u64, Vec<i64>) {
    let filter = Filter::read(query, &shop.config.shop().prices, 5);
    let snapshot = shop.state.catalog.snapshot();
    let filter = snapshot.with_names(filter);
    let list = snapshot.list(&category.to_string(), Scope::Category(category), &filter, 5);
    (
        list.total,
        snapshot.each(&list.products).map(|card| card.id).collect(),
    )
}

#[tokio::test]
async fn lists_are_sorted_filtered_and_cut_into_pages() {
    let shop = numbered(20).await;
    assert_eq!(
        listed(&shop, 2, ""),
        (10, vec![4, 2, 6, 8, 10]),
        "the merchant's order comes first"
    );
    assert_eq!(
        listed(&shop, 0, "sort=priceDesc"),
        (20, vec![20, 19, 18, 17, 16])
    );
    assert_eq!(
        listed(&shop, 0, "sort=priceAsc&page=2"),
        (20, vec![6, 7, 8, 9, 10])
    );
    assert_eq!(
        listed(&shop, 0, "sort=addedTimeDesc&offset=18"),
        (20, vec![5, 4, 3, 2, 1]),
        "the last page"
    );
    assert_eq!(listed(&shop, 0, "sort=nameAsc").1[..2], [1, 10]);
    assert_eq!(
        listed(&shop, 1, "inventory=instock&sort=priceAsc"),
        (16, vec![1, 2, 3, 4, 6])
    );
    assert_eq!(
        listed(
            &shop,
            1,
            "includeProductsFromSubcategories=false&sort=priceAsc"
        )
        .0,
        10
    );
    assert_eq!(
        listed(&shop, 0, "priceFrom=3&priceTo=5&sort=priceAsc"),
        (3, vec![3, 4, 5])
    );
    assert_eq!(
        listed(
            &shop,
            0,
            "attribute_Paper=Cotton,Washi&categories=2&sort=priceAsc"
        ),
        (6, vec![4, 6, 10, 12, 16])
    );
    assert_eq!(listed(&shop, 0, "createdFrom=19"), (2, vec![19, 20]));
    assert_eq!(listed(&shop, 0, "attribute_Paper=None"), (0, vec![]));
}

#[tokio::test]
async fn an_attribute_is_known_by_its_number_too() {
    let shop = numbered(20).await;
    let paper = attribute::id("Paper");
    let cotton = listed(&shop, 0, "attribute_Paper=Cotton");
    assert_eq!(cotton.0, 6);
    assert_eq!(listed(&shop, 0, &format!("field{paper}=Cotton")), cotton);
    let both = format!("field{paper}=Cotton&attribute_Paper=Washi,Cotton");
    assert_eq!(listed(&shop, 0, &both).0, 13, "any of both");
    assert_eq!(listed(&shop, 0, "field1=Cotton").0, 0, "there is no such");
    let mut browser = shop.browser();
    let page = browser.get(&format!("/search?field{paper}=Cotton")).await;
    let shown = format!("data-attribute-id=\"{paper}\"");
    assert!(page.body.contains(&shown), "scripts find the number");
    assert!(page.body.contains("?attribute_Paper=Cotton%2CWashi"));
}

#[tokio::test]
async fn facets_count_what_each_choice_would_leave() {
    let shop = numbered(20).await;
    let filter = Filter::read("attribute_Paper=Cotton", &shop.config.shop().prices, 5);
    let list = shop
        .state
        .catalog
        .snapshot()
        .list("", Scope::Category(0), &filter, 5);
    let paper: Vec<_> = list.facets.attributes[0]
        .values
        .iter()
        .map(|(value, left)| (value.as_str(), *left))
        .collect();
    assert_eq!(list.total, 6);
    assert_eq!(
        paper,
        [("Bamboo", 7), ("Washi", 7), ("Cotton", 6)],
        "others of the same name stay to choose"
    );
    assert_eq!((list.facets.in_stock, list.facets.on_sale), (5, 0));
    assert_eq!(list.facets.price, Some((300, 1_800)));
    assert_eq!(list.facets.categories, [(1, 6), (2, 3)]);
}

#[tokio::test]
async fn search_ranks_titles_first_and_mends_one_slip() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let snapshot = shop.state.catalog.snapshot();
    let find = |typed: &str| {
        let found = snapshot.find(typed);
        let best = snapshot.best(&found, 10);
        let ids: Vec<i64> = snapshot.each(&best).map(|card| card.id).collect();
        (ids, found.is_corrected)
    };
    assert_eq!(find("mug"), (vec![1201], false));
    assert_eq!(
        find("MUG bl").0,
        [1201],
        "beginnings of words, in any order"
    );
    assert_eq!(find("tee").0, [1202], "a SKU");
    assert_eq!(find("cafe").0, [1202], "accents are folded");
    assert_eq!(find("tea").0, [1201]);
    assert_eq!(find("te").0, [1202, 1201], "a SKU before a text");
    assert_eq!(find("t").0, [1202, 1201], "a name before a text");
    assert_eq!(find("shrit"), (vec![1202], true));
    assert_eq!(find("hidden").0, [0; 0]);
    assert_eq!(find("\" OR *").0, [0; 0]);
    assert_eq!(find("").0, [0; 0]);
    let page = shop.browser().get("/search?keyword=shrit").await.body;
    assert!(page.contains("Showing similar ones.") && page.contains("Tide Shirt"));
    let empty = shop.browser().get("/search?keyword=zeppelin").await.body;
    assert!(empty.contains("Nothing fits all of this") && empty.contains("All products"));
    let suggested = shop.browser().get("/search/suggest?keyword=sai").await;
    assert!(suggested.body.is_empty());
    assert!(
        shop.browser()
            .get("/search/suggest?keyword=sau")
            .await
            .body
            .contains("/Blue-Mug-Saucer-p1201")
    );
}

/// The last one is sold: cards, filters and counts say so, and nothing else is made anew.
#[tokio::test]
async fn what_sells_out_or_comes_back_is_seen_without_a_new_catalogue() {
    let shop = numbered(10).await;
    let before = shop.state.catalog.snapshot();
    let filter = Filter::read("", &shop.config.shop().prices, 5);
    for (stock, left) in [(0, 7), (3, 8)] {
        let sql = format!("UPDATE products SET stock = {stock} WHERE id = 1");
        shop.execute(&sql).await;
        let noted = store::stock::note(&shop.db.write, &[1]).await;
        noted.expect("noted");
        let refreshed = shop.state.catalog.refresh(&shop.db).await;
        refreshed.expect("seen");
        let now = shop.state.catalog.snapshot();
        assert_eq!(now.is_in_stock(1), stock > 0);
        let list = now.list("", Scope::Category(0), &filter, 5);
        assert_eq!(list.facets.in_stock, left);
        assert_eq!(now.version, before.version);
        assert!(std::ptr::eq(&now.tree, &before.tree), "it is shared");
    }
}
