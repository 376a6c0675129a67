use super::support::{run, shop_of};
use crate::support::Shop;
use awning::platform::config::Config;
use proptest::prelude::*;

#[tokio::test]
async fn each_product_and_category_has_one_url() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let mut browser = shop.browser();
    for (path, status, to) in [
        ("/Blue-Mug-Saucer-p1201", 200, ""),
        ("/Wrong-p1201", 301, "/Blue-Mug-Saucer-p1201"),
        (
            "/p1201?variation=3",
            301,
            "/Blue-Mug-Saucer-p1201?variation=3",
        ),
        ("/blue-mug-saucer", 301, "/Blue-Mug-Saucer-p1201"),
        (
            "/?store-page=Blue-Mug-Saucer-p1201",
            301,
            "/Blue-Mug-Saucer-p1201",
        ),
        ("/Hidden-Thing-p1203", 404, ""),
        ("/Nothing-p9999", 404, ""),
        ("/Nothing-c9999", 404, ""),
        ("/nothing", 404, ""),
        ("/pages/terms", 404, ""),
        ("/search?keyword=mug", 200, ""),
    ] {
        let answer = browser.get(path).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (status, to),
            "{path}"
        );
    }
}

#[tokio::test]
async fn urls_without_ids_are_a_setting() {
    let (with_ids, _) = shop_of("ecwid.csv").await;
    let state = awning::app::open(
        Config {
            slugs_without_ids: true,
            ..with_ids.config.clone()
        },
        with_ids.db.clone(),
    );
    let router = awning::app::router::router(state.await.expect("a shop"));
    let mut browser = crate::support::Browser::new(router);
    assert_eq!(browser.get("/blue-mug-saucer").await.status, 200);
    let moved = browser.get("/Blue-Mug-Saucer-p1201").await;
    assert_eq!(
        (moved.status, moved.header("location")),
        (301, "/blue-mug-saucer")
    );
    let category = browser.get("/Shirts-c5").await;
    assert_eq!(
        (category.status, category.header("location")),
        (301, "/shirts")
    );
}

#[tokio::test]
async fn a_product_page_tells_search_engines_what_it_sells() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let page = shop.browser().get("/Tide-Shirt-p1202").await.body;
    for part in [
        "<title>Tide Shirt · My shop</title>",
        "<meta name=\"description\" content=\"Café crème, warm\">",
        "<link rel=\"canonical\" href=\"http://shop.test/Tide-Shirt-p1202\">",
        "hreflang=\"de\" href=\"http://shop.test/Tide-Shirt-p1202?lang=de\"",
        "hreflang=\"x-default\"",
        "<meta property=\"og:type\" content=\"product\">",
        "\"@type\":\"BreadcrumbList\"",
        "\"price\":\"18.00\",\"priceCurrency\":\"EUR\"",
        "\"availability\":\"https://schema.org/OutOfStock\"",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    let root = shop.browser().get("/").await.body;
    assert!(root.contains("\"@type\":\"Organization\"") && root.contains("\"@type\":\"WebSite\""));
    let search = shop.browser().get("/search?keyword=x").await.body;
    assert!(search.contains("<meta name=\"robots\" content=\"noindex\">"));
}

#[tokio::test]
async fn the_sitemap_lists_what_can_be_seen() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let mut browser = shop.browser();
    assert!(
        browser
            .get("/robots.txt")
            .await
            .body
            .contains("Sitemap: http://shop.test/sitemap.xml")
    );
    assert!(
        browser
            .get("/sitemap.xml")
            .await
            .body
            .contains("<loc>http://shop.test/sitemap/1.xml</loc>")
    );
    let file = browser.get("/sitemap/1.xml").await.body;
    assert!(file.contains("<loc>http://shop.test/Blue-Mug-Saucer-p1201</loc>"));
    assert!(!file.contains("Hidden"));
    for missing in ["/sitemap/0.xml", "/sitemap/2.xml", "/sitemap/x"] {
        assert_eq!(browser.get(missing).await.status, 404, "{missing}");
    }
}

#[tokio::test]
async fn choosing_works_by_url_alone() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let mut browser = shop.browser();
    for (query, price, stock) in [
        ("", "€22.00", "5 left"),
        ("?options=1", "€18.00", "Sold out"),
        ("?Size=S", "€18.00", "Sold out"),
        ("?Size=M&Print=Back", "€24.20", "5 left"),
        ("?options=9,x&Size=Forged", "€22.00", "5 left"),
    ] {
        let page = browser.get(&format!("/Tide-Shirt-p1202{query}")).await.body;
        assert!(page.contains(&format!(">{price}<")), "{query}: {price}");
        assert!(page.contains(stock), "{query}: {stock}");
    }
}

#[tokio::test]
async fn a_language_is_chosen_by_url_and_kept() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let mut browser = shop.browser();
    assert!(
        browser
            .get("/?lang=de")
            .await
            .body
            .contains("<html lang=\"de\"")
    );
    assert!(browser.get("/search").await.body.contains("Alle Produkte"));
    assert!(
        browser
            .get("/?lang=xx")
            .await
            .body
            .contains("<html lang=\"de\"")
    );
    assert!(
        browser
            .get("/?lang=en")
            .await
            .body
            .contains("<html lang=\"en\"")
    );
}

#[tokio::test]
async fn the_visitors_country_comes_from_the_configured_header_alone() {
    let shop = Shop::with(|config| config.visitor_country_header = "cf-ipcountry".into()).await;
    for (country, told) in [
        ("nl", "\"country\":\"NL\""),
        ("XX", "\"country\":null"),
        ("<b>", "\"country\":null"),
    ] {
        let mut browser = shop.browser();
        browser.headers.push(("cf-ipcountry", country.into()));
        assert!(browser.get("/").await.body.contains(told), "{country}");
    }
    let mut other = Shop::open().await.browser();
    other.headers.push(("cf-ipcountry", "NL".into()));
    assert!(other.get("/").await.body.contains("\"country\":null"));
}

#[test]
fn any_path_and_query_is_a_page() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let (shop, _) = runtime.block_on(shop_of("ecwid.csv"));
    let pages =
        proptest::sample::select(vec!["/", "/search", "/Paper-c1", "/Tide-Shirt-p1202", "/"]);
    let query = "[a-zA-Z_=&%0-9,\"+.;<>\\[\\]{}' -]{0,80}";
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    runner
        .run(&(pages, query), |(path, query)| {
            let url = format!(
                "{path}?{}",
                query.replace(['<', '>', '"', ' ', '{', '}', '\'', '[', ']'], "%22")
            );
            let mut browser = shop.browser();
            let status = runtime.block_on(browser.get(&url)).status;
            prop_assert!([200, 301, 404].contains(&status), "{url}: {status}");
            Ok(())
        })
        .expect("always a page");
}

#[tokio::test]
async fn the_price_of_a_measure_follows_the_choice() {
    let shop = Shop::open().await;
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("oil.jsonl");
    let product = serde_json::json!({ "product": [{
        "id": 1, "name": { "en": "Oil" }, "price": 600, "enabled": true,
        "content": { "thousandths": 750, "unit": { "en": "l" } },
        "options": [{ "kind": "select", "name": "Press", "choices": [
            { "text": "Warm" }, { "text": "Cold", "modifier": { "absolute": 300 } },
        ] }],
    }, ""] });
    std::fs::write(&file, format!("{{\"awning\":1}}\n{product}\n")).expect("written");
    assert_eq!(run(&shop, file, false).await.refused, []);
    let mut browser = shop.browser();
    for (query, said) in [("", "€8.00 per l"), ("?Press=Cold", "€12.00 per l")] {
        let page = browser.get(&format!("/Oil-p1{query}")).await.body;
        assert!(page.contains(said), "{query}: {page}");
    }
}

#[tokio::test]
async fn a_product_without_a_picture_has_a_place_for_one_on_its_page_too() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let page = shop.browser().get("/Tide-Shirt-p1202").await.body;
    assert!(
        page.contains("details-gallery__placeholder") && !page.contains("details-gallery__slide")
    );
}
