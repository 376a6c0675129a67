//! Products, variations and categories in detail.

use super::support::{ask, get, ids, shop};
use serde_json::json;

/// What is left out of a variation is its product's.
#[tokio::test]
async fn variations_say_what_sets_them_apart() {
    let shop = shop().await;
    let all = get(&shop, "/products/11/combinations", "public_reader").await;
    assert_eq!(ids(&all), [111, 112], "a list, and no page of one");
    let large = &all[0];
    assert_eq!(
        (
            &large["price"],
            &large["quantity"],
            &large["sku"],
            &large["inStock"]
        ),
        (&json!(29.5), &json!(2), &json!("MUG-Large"), &json!(true))
    );
    assert_eq!(
        large["options"][0]["valueTranslated"],
        json!({ "en": "Large", "de": "Groß" })
    );
    assert!(
        large["imageUrl"]
            .as_str()
            .is_some_and(|url| url.starts_with("http://shop.test/images/"))
    );
    let small = &all[1];
    assert_eq!(
        (small.get("price"), &small["quantity"]),
        (None, &json!(7)),
        "the product's"
    );
    assert!(small.get("imageUrl").is_none());
    let one = get(&shop, "/products/11/combinations/112", "public_reader").await;
    assert_eq!(&one, small);
    assert_eq!(
        get(&shop, "/products/12/combinations", "public_reader").await,
        json!([])
    );
}

#[tokio::test]
async fn texts_come_in_the_language_that_is_asked_for() {
    let shop = shop().await;
    for (query, name, description, option) in [
        ("", "Blue Mug", "<p>Glazed</p>", "Size"),
        ("?lang=de", "Blauer Becher", "<p>Glazed</p>", "Größe"),
        ("?lang=fr", "Blue Mug", "<p>Glazed</p>", "Size"),
    ] {
        let mug = get(&shop, &format!("/products/11{query}"), "public_reader").await;
        assert_eq!(mug["name"], name, "{query}");
        assert_eq!(mug["description"], description, "{query}");
        assert_eq!(mug["options"][0]["name"], option, "{query}");
        assert_eq!(
            mug["nameTranslated"],
            json!({ "en": "Blue Mug", "de": "Blauer Becher" })
        );
    }
}

#[tokio::test]
async fn urls_are_written_as_they_are_asked_for() {
    let shop = shop().await;
    for (query, url) in [
        ("", "http://shop.test/Blue-Mug-p11"),
        ("?slugsWithoutIds=true", "http://shop.test/blue-mug"),
        (
            "?baseUrl=https%3A%2F%2Fsite.example%2Fshop%2F",
            "https://site.example/shop/Blue-Mug-p11",
        ),
        (
            "?baseUrl=https%3A%2F%2Fsite.example&cleanUrls=false",
            "https://site.example/#!/Blue-Mug/p/11",
        ),
    ] {
        let mug = get(&shop, &format!("/products/11{query}"), "public_reader").await;
        assert_eq!(mug["url"], url, "{query}");
    }
}

/// A public token learns of nothing that is hidden, wherever it is named.
#[tokio::test]
async fn what_is_hidden_is_named_to_nobody_but_the_merchant() {
    let shop = shop().await;
    let public = get(&shop, "/products/11", "public_reader").await;
    assert_eq!(public["categoryIds"], json!([2]));
    assert_eq!(public["attributes"].as_array().map(Vec::len), Some(1));
    let secret = get(&shop, "/products/11", "secret_reader").await;
    assert_eq!(secret["categoryIds"], json!([2, 3]));
    assert_eq!(secret["attributes"][1]["show"], "NOTSHOW");
    let classes = get(&shop, "/classes", "public_reader").await;
    assert_eq!(classes[0]["attributes"].as_array().map(Vec::len), Some(1));
    let classes = get(&shop, "/classes/0", "secret_reader").await;
    assert_eq!(classes["attributes"][1]["name"], "Shelf mark");
    let beside = |mug: &serde_json::Value| mug["relatedProducts"]["productIds"].clone();
    assert_eq!(
        (beside(&public), beside(&secret)),
        (json!([12]), json!([13, 12]))
    );
    let jar = get(&shop, "/products/14", "public_reader").await;
    assert_eq!(
        (&jar["categoryIds"], &jar["defaultCategoryId"]),
        (&json!([]), &json!(0))
    );
}

#[tokio::test]
async fn categories_are_listed_by_what_is_above_them() {
    let shop = shop().await;
    for (query, public, secret) in [
        ("", &[1, 2][..], &[1, 2][..]),
        ("?hidden_categories=true", &[1, 2], &[1, 2, 3, 4]),
        ("?parent=0", &[1], &[1]),
        ("?parent=0&hidden_categories=true", &[1], &[1, 3]),
        ("?parent=1", &[2], &[2]),
        ("?parent=3&hidden_categories=true", &[], &[4]),
        ("?parent=77", &[], &[]),
        ("?limit=1&offset=1", &[2], &[2]),
    ] {
        let path = format!("/categories{query}");
        assert_eq!(
            ids(&get(&shop, &path, "public_reader").await),
            public,
            "{query}"
        );
        assert_eq!(
            ids(&get(&shop, &path, "secret_reader").await),
            secret,
            "{query}"
        );
    }
    let kitchen = get(
        &shop,
        "/categories/1?productIds=true&lang=de",
        "public_reader",
    )
    .await;
    assert_eq!(
        (
            &kitchen["name"],
            &kitchen["productIds"],
            &kitchen["productCount"],
            &kitchen["enabledProductCount"]
        ),
        (&json!("Küche"), &json!([12]), &json!(2), &json!(1))
    );
    let merchants = get(&shop, "/categories/1?productIds=true", "secret_reader").await;
    assert_eq!(
        (
            &merchants["productIds"],
            &merchants["productCount"],
            &merchants["enabledProductCount"]
        ),
        (&json!([12, 13]), &json!(3), &json!(1))
    );
    assert_eq!(
        ask(&shop, "/categories/4", "public_reader").await.0,
        404,
        "below a hidden one"
    );
}
