//! The shop's pages as data.

use super::support::{ask, get, shop};
use awning::content::pages;
use serde_json::json;

const PATH: &str = "/storefront-widget-pages";

#[tokio::test]
async fn a_slug_says_which_page_it_opens() {
    let shop = shop().await;
    for (query, status, kind, slug, id) in [
        ("storeRootPage=true", "OK", "ROOT", "", None),
        (
            "slug=Blue-Mug-p11",
            "OK",
            "PRODUCT",
            "Blue-Mug-p11",
            Some("11"),
        ),
        (
            "slug=%2FBlue-Mug-p11%2F",
            "OK",
            "PRODUCT",
            "Blue-Mug-p11",
            Some("11"),
        ),
        (
            "slug=Old-Name-p11",
            "NONCANONICAL",
            "PRODUCT",
            "Blue-Mug-p11",
            Some("11"),
        ),
        (
            "slug=blue-mug",
            "NONCANONICAL",
            "PRODUCT",
            "Blue-Mug-p11",
            Some("11"),
        ),
        ("slug=Mugs-c2", "OK", "CATEGORY", "Mugs-c2", Some("2")),
        ("slug=cart", "OK", "CART", "cart", None),
        (
            "slug=checkout%2Fpayment",
            "OK",
            "CHECKOUT",
            "checkout/payment",
            None,
        ),
        (
            "slug=account%2Forders",
            "OK",
            "CUSTOMER_ACCOUNT",
            "account/orders",
            None,
        ),
    ] {
        let page = get(&shop, &format!("{PATH}?{query}"), "secret_reader").await;
        let entity = id.map_or(json!({}), |id| json!({ "id": id }));
        let expected = json!({
            "status": status, "type": kind, "canonicalSlug": slug, "storeEntityData": entity,
        });
        assert_eq!(page, expected, "{query}");
    }
    for slug in [
        "nothing",
        "Secret-Jug-p13",
        "Cellar-c3",
        "account/orders/unknown",
    ] {
        let slug = awning::base::url::encoded(slug);
        let page = get(&shop, &format!("{PATH}?slug={slug}"), "secret_reader").await;
        assert_eq!(
            page,
            json!({ "status": "NOT_FOUND" }),
            "{slug}: as for shoppers"
        );
    }
    let search = get(&shop, &format!("{PATH}?slug=search"), "secret_reader").await;
    assert_eq!(search["type"], "SEARCH");
}

/// What is shown on another site leads back here, and says there where it is.
#[tokio::test]
async fn the_content_of_a_page_stands_for_itself() {
    let shop = shop().await;
    let query = "slug=Blue-Mug-p11&getStaticContent=true&lang=de&baseUrl=https%3A%2F%2Fsite.example%2Fshop%2F";
    let page = get(&shop, &format!("{PATH}?{query}"), "secret_reader").await;
    let content = &page["staticContent"];
    let text = |name: &str| content[name].as_str().unwrap_or_default();
    assert!(text("htmlCode").contains("Blauer Becher"), "{page}");
    assert!(text("htmlCode").contains("src=\"http://shop.test/images/"));
    let own = regex::Regex::new(r#"(href|src|action)="/[^/]"#).expect("a pattern");
    assert!(!own.is_match(text("htmlCode")), "every link is whole");
    assert_eq!(
        text("canonicalUrl"),
        "https://site.example/shop/Blue-Mug-p11?lang=de"
    );
    assert!(text("ogTagsHtml").contains("og:title"));
    assert!(text("jsonLDHtml").contains("schema.org"));
    assert!(text("hrefLangHtml").contains("hreflang=\"en\""));
    assert!(
        content["cssFiles"][0]
            .as_str()
            .is_some_and(|url| url.starts_with("http://shop.test/"))
    );
    assert!(
        content["lastUpdated"]
            .as_i64()
            .is_some_and(|time| time > 1_000_000_000_000)
    );
    let wrong = ask(
        &shop,
        &format!("{PATH}?{query}&storeRootPage=perhaps"),
        "secret_reader",
    )
    .await;
    assert_eq!(wrong.0, 400);
}

#[tokio::test]
async fn a_page_of_text_is_one_too() {
    let shop = shop().await;
    let stored = pages::put(&shop.db.write, "terms", "en", "# Terms\n\nFair ones.").await;
    stored.expect("stored");
    shop.state.catalog.refresh(&shop.db).await.expect("read");
    let query = "slug=pages%2Fterms&getStaticContent=true";
    let page = get(&shop, &format!("{PATH}?{query}"), "secret_reader").await;
    assert_eq!(
        (&page["type"], &page["canonicalSlug"]),
        (&json!("LEGAL_PAGE"), &json!("pages/terms"))
    );
    let html = page["staticContent"]["htmlCode"]
        .as_str()
        .unwrap_or_default();
    assert!(html.contains("Fair ones."), "{page}");
}
