//! The shop in languages that are built in or come from a folder, and in the merchant's own words.

use crate::{
    support::checkout::{ordered, place, selling_with, up_to_review},
    support::{Shop, code},
};
use awning::{base::date, pricing::delivery_time::TransitDays};
use std::{collections::BTreeMap, fs};

#[tokio::test]
async fn a_shop_in_french_and_polish_shows_their_words_countries_and_prices() {
    let shop = selling_with(|config| {
        config.store_language = code("fr");
        config.languages = ["fr", "pl", "en"].map(code).to_vec();
        let (least, most) = (2, 4);
        config.shipping[0].days = Some(TransitDays { least, most });
    })
    .await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    for (language, words, price, country) in [
        ("fr", "Ajouter au panier", "24,50\u{a0}€", "Allemagne"),
        ("pl", "Dodaj do koszyka", "24,50\u{a0}€", "Niemcy"),
    ] {
        let product = browser
            .get(&format!("/Blue-Mug-Saucer-p1201?lang={language}"))
            .await;
        assert!(product.body.contains(&format!("<html lang=\"{language}\"")));
        assert!(product.body.contains(words) && product.body.contains(price));
        let spoken = shop.config.language(code(language));
        let days = TransitDays { least: 2, most: 4 };
        let arrival = shop.config.working_calendar().arrival(days, date::now());
        let days = spoken.days(arrival.first, arrival.last);
        assert!(product.body.contains(&days), "{days}");
        let address = browser.get("/checkout/address").await.body;
        let main = address.split("<main").nth(1).expect("a page");
        assert!(main.contains(country), "{main:.2900}");
    }
    let page = browser.get("/?lang=fr").await;
    for (at, what) in [
        (
            "hreflang=\"pl\" href=\"http://shop.test/?lang=pl\"",
            "alternate",
        ),
        (
            "hreflang=\"fr\" href=\"http://shop.test/\"",
            "the shop's own",
        ),
        ("property=\"og:locale\" content=\"fr_FR\"", "the locale"),
        (
            "property=\"og:locale:alternate\" content=\"pl_PL\"",
            "others",
        ),
        (">Polski</a>", "the menu"),
        (">English</a>", "the menu"),
    ] {
        assert!(page.body.contains(at), "{what}");
    }
    let words: String = serde_json::from_str(&page.words).expect("the widget's words");
    assert!(words.lines().any(|text| text == "Se déconnecter"));
    browser.get("/?lang=pl").await;
    let id = ordered(&place(&mut browser).await);
    let letters = format!(
        "SELECT count(*) FROM letters WHERE subject LIKE 'Zamówienie {id}%' AND text LIKE '%Niemcy%'"
    );
    assert_eq!(shop.count(&letters).await, 1, "told in Polish");
}

#[tokio::test]
async fn a_language_comes_from_a_folder_without_a_compiler() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "format_name = Svenska\nformat_decimal = ,\nformat_price = { $amount } { $symbol }\nshop_home = Hem\n\
                shop_add_to_cart = Lägg i varukorgen\n";
    fs::write(folder.path().join("sv.ftl"), text).expect("a file");
    let shop = selling_with(|config| {
        config.languages_directory = folder.path().display().to_string();
        config.languages = ["en", "sv"].map(code).to_vec();
    })
    .await;
    let mut browser = shop.browser();
    let page = browser.get("/Blue-Mug-Saucer-p1201?lang=sv").await.body;
    assert!(page.contains("<html lang=\"sv\"") && page.contains("Lägg i varukorgen"));
    assert!(page.contains("24,50 €"), "its own prices");
    assert!(page.contains("In stock"), "English says the rest");
    let page = browser.get("/?lang=en").await.body;
    assert!(page.contains(">Svenska</a>"), "the menu names it");
}

#[tokio::test]
async fn the_merchants_words_are_those_of_pages_and_emails_at_once() {
    let shop = selling_with(|_| {}).await;
    let mut browser = shop.browser();
    let product = "/Blue-Mug-Saucer-p1201";
    assert!(browser.get(product).await.body.contains("Add to cart"));
    let mut config = shop.config.clone();
    let words = [
        ("shop_add_to_cart", "I want this"),
        ("widget_sign_in", "Come in"),
        ("checkout_letter_lead", "You made our day."),
        ("checkout_letter_subject", "{ $shop }: { $order } is yours"),
    ];
    let words = words.map(|(id, text)| (id.to_owned(), text.to_owned()));
    config.labels = BTreeMap::from([(code("en"), BTreeMap::from(words))]);
    shop.state.set_config(config.clone()).expect("the settings");
    let page = browser.get(product).await;
    assert!(page.body.contains("I want this") && !page.body.contains("Add to cart"));
    assert!(page.body.contains(">Come in<"));
    assert!(
        page.words.contains("\\nCome in\\n"),
        "the browser says the same"
    );
    let other = Shop::open().await;
    assert!(!other.browser().get("/").await.body.contains("Come in"));
    up_to_review(&mut browser, "ada@example.com").await;
    let id = ordered(&place(&mut browser).await);
    let letters = format!(
        "SELECT count(*) FROM letters WHERE subject LIKE '%: {id} is yours' AND text LIKE '%You made our day.%'"
    );
    assert_eq!(shop.count(&letters).await, 1);
    let german = browser.get(&format!("{product}?lang=de")).await.body;
    assert!(
        german.contains("In den Warenkorb"),
        "no other language's words"
    );
    config.labels.clear();
    shop.state.set_config(config.clone()).expect("the settings");
    let page = browser.get(&format!("{product}?lang=en")).await.body;
    assert!(page.contains("Add to cart"));
    let wrong = BTreeMap::from([("shop_add_to_cart".to_owned(), "{ $price }".to_owned())]);
    config.labels = BTreeMap::from([(code("en"), wrong)]);
    let refused = shop
        .state
        .set_config(config)
        .expect_err("refused")
        .to_string();
    assert!(refused.contains("labels.en.shop_add_to_cart"), "{refused}");
}

#[tokio::test]
async fn the_browsers_language_is_the_nearest_that_shoppers_can_choose() {
    let shop = Shop::with(|config| {
        config.accept_language = true;
        config.languages = ["en", "pt"].map(code).to_vec();
    })
    .await;
    for (wanted, expected) in [("pt-BR,pt;q=0.9", "pt"), ("it,de;q=0.5", "en")] {
        let mut browser = shop.browser();
        browser.headers.push(("accept-language", wanted.into()));
        let page = browser.get("/").await.body;
        assert!(
            page.contains(&format!("<html lang=\"{expected}\"")),
            "{wanted}"
        );
    }
    // A language that nobody offers is not kept by whoever has its cookie.
    let mut browser = shop.browser();
    let answer = browser.get("/?lang=fr").await;
    assert!(
        answer.body.contains("<html lang=\"en\"")
            && answer.sets("__Host-awning-language").is_empty()
    );
}
