//! Searches for products.

use super::support::{get, ids, send, shop};
use crate::{catalog::lists::numbered, support::Shop};
use awning::content::apps::Change;
use axum::http::Method;
use serde_json::json;

/// Ids of the products that `query` finds by `token`.
async fn found(shop: &Shop, query: &str, token: &str) -> Vec<i64> {
    let list = get(shop, &format!("/products?{query}"), token).await;
    assert_eq!(list["count"], json!(ids(&list).len()), "{query}");
    ids(&list)
}

#[tokio::test]
async fn a_search_finds_what_the_shops_own_search_finds_and_what_programs_ask_besides() {
    let shop = shop().await;
    for (query, public, secret) in [
        ("", &[11, 12, 14][..], &[11, 12, 13, 14][..]),
        ("keyword=mug", &[11], &[11]),
        ("keyword=secret", &[], &[13]),
        ("keyword=%22blue+mug%22", &[11], &[11]),
        ("keyword=cobalt", &[11], &[11]),
        ("productId=14,13,11", &[14, 11], &[14, 13, 11]),
        ("productId=12&keyword=mug", &[12], &[12]),
        ("sku=SKU-12", &[12], &[12]),
        ("sku=MUG-Large", &[11], &[11]),
        ("sku=MUG", &[], &[]),
        ("sku=SKU-13", &[], &[13]),
        ("category=1", &[12], &[12, 13]),
        (
            "category=1&withSubcategories=true",
            &[12, 11],
            &[12, 11, 13],
        ),
        ("categories=1,4", &[11, 12], &[11, 12, 13, 14]),
        (
            "categories=1&includeProductsFromSubcategories=false",
            &[12],
            &[12, 13],
        ),
        ("category=0", &[11], &[11]),
        ("categories=home", &[11], &[11]),
        ("priceFrom=20&priceTo=30", &[11], &[11]),
        ("inStock=true", &[11, 14], &[11, 13, 14]),
        ("inStock=false", &[12], &[12]),
        ("onsale=onsale", &[11], &[11]),
        ("onsale=notonsale", &[12, 14], &[12, 13, 14]),
        ("attribute_Glaze=Cobalt", &[11], &[11]),
        ("fieldGlaze=Cobalt", &[11], &[11]),
        ("option_Size=Large", &[11], &[11]),
        ("option_Size=Huge", &[], &[]),
        ("createdFrom=1700000012", &[12, 14], &[12, 13, 14]),
        ("createdTo=2023-11-14", &[], &[]),
        ("enabled=false", &[11, 12, 14], &[13]),
        ("enabled=true", &[11, 12, 14], &[11, 12, 14]),
    ] {
        let mut got = found(&shop, query, "public_reader").await;
        got.sort_unstable();
        let mut expected = public.to_vec();
        expected.sort_unstable();
        if query.starts_with("productId") {
            got = found(&shop, query, "public_reader").await;
            expected = public.to_vec();
        }
        assert_eq!(got, expected, "{query}");
        let mut got = found(&shop, query, "secret_reader").await;
        got.sort_unstable();
        let mut expected = secret.to_vec();
        expected.sort_unstable();
        assert_eq!(got, expected, "{query} by the merchant");
    }
}

#[tokio::test]
async fn what_stands_in_no_category_comes_last() {
    let shop = shop().await;
    assert_eq!(found(&shop, "", "public_reader").await, [12, 11, 14]);
}

#[tokio::test]
async fn lists_are_sorted_and_cut_as_they_are_asked_for() {
    let shop = numbered(20).await;
    let reader = Change {
        public_token: Some("public_reader".into()),
        ..Change::default()
    };
    reader.put(&shop.db.write, "reader").await.expect("put");
    shop.state.catalog.refresh(&shop.db).await.expect("read");
    for (query, expected) in [
        ("category=2&limit=3", vec![4, 2, 6]),
        ("categories=2&limit=3&offset=1", vec![2, 6, 8]),
        ("sortBy=PRICE_DESC&limit=2&offset=1", vec![19, 18]),
        ("sortBy=PRICE_ASC&offset=18", vec![19, 20]),
        ("sortBy=ADDED_TIME_ASC&limit=3&offset=2", vec![3, 4, 5]),
        ("sortBy=ADDED_TIME_DESC&limit=2", vec![20, 19]),
        ("sortBy=NAME_ASC&limit=2", vec![1, 10]),
        ("sortBy=PRICE_ASC&offset=20", vec![]),
        ("offset=1000", vec![]),
    ] {
        assert_eq!(
            found(&shop, query, "public_reader").await,
            expected,
            "{query}"
        );
    }
    let page = get(&shop, "/products?limit=1000&offset=3", "public_reader").await;
    assert_eq!(
        (
            &page["total"],
            &page["count"],
            &page["offset"],
            &page["limit"]
        ),
        (&json!(20), &json!(17), &json!(3), &json!(100))
    );
}

#[tokio::test]
async fn filters_are_counted_for_what_was_searched() {
    let shop = shop().await;
    let path = "/products/filters?filterFields=price,inventory,onsale,categories,option_Size,attribute_Glaze,none";
    let filters = get(&shop, path, "public_reader").await;
    assert_eq!(filters["productCount"], 3);
    let of = |name: &str| &filters["filters"][name];
    assert_eq!(
        of("price"),
        &json!({ "minValue": 10, "maxValue": 24.5, "status": "SUCCESS" })
    );
    assert_eq!(
        of("inventory")["values"],
        json!([
            { "id": "instock", "title": "In stock", "productCount": 2 },
            { "id": "outofstock", "title": "Out of stock", "productCount": 1 },
        ])
    );
    assert_eq!(of("onsale")["values"][0]["productCount"], 1);
    assert_eq!(
        of("categories")["values"][0],
        json!({ "id": 1, "title": "Kitchen", "titleTranslated": { "en": "Kitchen", "de": "Küche" }, "productCount": 2 })
    );
    assert_eq!(of("option_Size")["values"][0]["id"], "Large");
    assert!(filters["filters"].get("none").is_none());
    // The newest form: a body, whose parameters stand before those of the address.
    let body = r#"{"params":{"filterFields":"inventory","keyword":"bowl"}}"#;
    let answer = send(
        &shop,
        Method::POST,
        "/products/filters",
        "public_reader",
        body,
    )
    .await;
    assert!(
        answer.body.contains(r#""productCount":1"#),
        "{}",
        answer.body
    );
    let merchants = get(&shop, "/products/filters", "secret_reader").await;
    assert_eq!(merchants["productCount"], 4);
}

#[tokio::test]
async fn filters_take_json_alone() {
    let shop = shop().await;
    let mut browser = shop.browser();
    browser
        .headers
        .push(("authorization", "Bearer public_reader".into()));
    for (kind, body, status) in [("text/plain", "{}", 415), ("application/json", "{", 400)] {
        let answer = browser
            .send_as(Method::POST, "/api/v3/1003/products/filters", kind, body)
            .await;
        assert_eq!(answer.status, status, "{}", answer.body);
        assert!(answer.body.contains("errorMessage"));
    }
}
