use crate::support::{Shop, code};

#[tokio::test]
async fn the_shop_speaks_its_language() {
    let shop = Shop::with(|config| config.store_language = code("de")).await;
    let page = shop.browser().get("/").await.body;
    assert!(
        page.contains("<html lang=\"de\"")
            && page.contains("Anmelden")
            && page.contains("\"language\":\"de\"")
    );
}

#[tokio::test]
async fn a_browser_gets_its_own_if_the_shop_allows() {
    for (allowed, expected) in [(true, "de"), (false, "en")] {
        let shop = Shop::with(|config| config.accept_language = allowed).await;
        let mut browser = shop.browser();
        browser
            .headers
            .push(("accept-language", "de-AT,de;q=0.9,en;q=0.5".into()));
        let page = browser.get("/").await.body;
        assert!(
            page.contains(&format!("<html lang=\"{expected}\"")),
            "{allowed}"
        );
    }
}

#[tokio::test]
async fn a_language_that_was_chosen_is_kept_under_a_name_no_other_host_can_set() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    let answer = browser.get("/?lang=de").await;
    assert_eq!(answer.sets("__Host-awning-language").len(), 1);
    let page = browser.get("/").await.body;
    assert!(page.contains("<html lang=\"de\""));
}
