//! Prices and countries as the readers of a page write them.

use crate::support::checkout::{ordered, place, selling, selling_with, up_to_review};

#[tokio::test]
async fn prices_and_countries_follow_the_pages_language() {
    let shop = selling().await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    for (language, price, country) in [
        ("en", "€29.50", "Germany"),
        ("de", "29,50\u{a0}€", "Deutschland"),
    ] {
        let page = browser
            .get(&format!("/checkout/payment?lang={language}"))
            .await;
        assert!(page.body.contains(price), "{price}");
        let page = browser.get("/checkout/address").await;
        let main = page.body.split("<main").nth(1).expect("a page");
        assert!(main.contains(country), "{main:.2900}");
        let product = browser.get("/Blue-Mug-Saucer-p1201").await.body;
        let whole = price.replace("29", "24");
        assert!(product.contains(&whole), "{whole}");
        // What scripts format is what stands on the page (`spec/dom.md` 1.13).
        let decimal = if language == "de" {
            "\"decimal\":\",\""
        } else {
            "\"decimal\":\".\""
        };
        assert!(product.contains(decimal), "{language}");
        let found = browser.get("/search/suggest?keyword=mug").await.body;
        assert!(found.contains(&whole), "{found}");
    }
    let id = ordered(&place(&mut browser).await);
    let letters =
        "SELECT count(*) FROM letters WHERE text LIKE '%29,50%' AND text LIKE '%Deutschland%'";
    assert_eq!(shop.count(letters).await, 1, "ordered in German");
    let order = browser
        .get(&format!("/account/orders/{id}?lang=en"))
        .await
        .body;
    assert!(
        order.contains("€29.50") && order.contains("Germany"),
        "shown in English"
    );
}

#[tokio::test]
async fn the_account_page_begins_with_orders_and_addresses() {
    let shop = selling().await;
    let mut ada = shop.customer("ada@example.com").await;
    let page = ada.get("/account").await.body;
    assert!(page.contains("You have not ordered anything yet."));
    up_to_review(&mut ada, "ada@example.com").await;
    let id = ordered(&place(&mut ada).await);
    let page = ada.get("/account").await.body;
    let main = page.split("<main").nth(1).expect("the page");
    let places: Vec<usize> = [
        format!("href=\"/account/orders/{id}\""),
        "Elbchaussee 1".to_owned(),
        "id=\"sessions\"".to_owned(),
        "id=\"password-title\"".to_owned(),
    ]
    .iter()
    .map(|part| main.find(part).unwrap_or_else(|| panic!("no {part}")))
    .collect();
    assert!(places.is_sorted(), "{places:?}");
    let menu = page.split("menu__items").nth(1).expect("the menu");
    for path in ["/account/orders", "/account/address-book"] {
        assert!(menu.contains(&format!("href=\"{path}\"")), "{path}");
    }
}

#[tokio::test]
async fn every_page_says_what_prices_hold() {
    for (holds_tax, said) in [(true, 1), (false, 0)] {
        let shop = selling_with(|config| config.prices_include_tax = holds_tax).await;
        let mut browser = shop.browser();
        for (language, note) in [
            ("en", "All prices include tax, plus delivery."),
            ("de", "Alle Preise inkl. MwSt., zzgl. Versand."),
        ] {
            let page = browser.get(&format!("/search?lang={language}")).await.body;
            assert_eq!(page.matches(note).count(), said, "{language}, {holds_tax}");
        }
    }
}
