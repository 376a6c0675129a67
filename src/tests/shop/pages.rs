use crate::support::Shop;

#[tokio::test]
async fn pages_are_whole_before_any_script() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    for (path, status, text) in [
        ("/", 200, "Please come back soon."),
        ("/account", 200, "Welcome back."),
        (
            "/account/register",
            200,
            "With an account the shop knows you",
        ),
        ("/account/sign-out", 200, "Nobody is signed in here."),
        ("/nowhere", 404, "Page not found"),
        ("/%ff%00", 404, "Page not found"),
        (
            "/?__path=x&__err=%3Cscript%3E",
            200,
            "Please come back soon.",
        ),
    ] {
        let page = browser.get(path).await;
        assert_eq!(page.status, status, "{path}");
        assert!(page.body.contains(text), "{path}");
        assert!(page.body.contains("data-state=\"signed-out\""), "{path}");
        assert!(page.body.contains("</html>"), "{path}");
        assert!(!page.body.contains("<script>"), "{path}");
    }
}

#[tokio::test]
async fn what_a_page_carries_cannot_end_its_script_element() {
    let shop =
        Shop::with(|config| config.store_name = "</script><script>alert(1)</script>".into()).await;
    let page = shop.browser().get("/").await.body;
    assert!(!page.contains("<script>alert(1)"));
}

/// A new shop links to no page that is not there; what the merchant stores is named at once.
#[tokio::test]
async fn the_footer_names_the_pages_there_are() {
    use awning::content::pages;
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    assert!(!browser.get("/").await.body.contains("\"/pages/"));
    for (slug, language, text) in [
        ("size-guide", "en", "# Sizes\n\nS to L"),
        ("size-guide", "de", "# Größen\n\nS bis L"),
        ("impressum", "de", "Awning, Hafen 1"),
    ] {
        pages::put(&shop.db.write, slug, language, text)
            .await
            .expect("stored");
    }
    shop.state.catalog.refresh(&shop.db).await.expect("read");
    for (language, said) in [("en", "Sizes"), ("de", "Größen")] {
        let home = browser.get(&format!("/?lang={language}")).await.body;
        let footer = home.split("<footer").nth(1).expect("a footer");
        let first = footer.find("/pages/impressum\">").expect("the common one");
        let second = footer.find(&format!("/pages/size-guide\">{said}<"));
        assert!(second.expect("the merchant's own") > first);
        assert_eq!(footer.matches("/pages/").count(), 2);
    }
    let page = browser.get("/pages/impressum").await;
    assert_eq!(page.status, 200);
    let main = page.body.split("<main").nth(1).expect("a page");
    assert!(
        main.contains("<h1 class=\"page-title__name\">Impressum"),
        "{main:.900}"
    );
    let map = browser.get("/sitemap/1.xml").await.body;
    assert_eq!(map.matches("/pages/").count(), 2, "{map}");
    assert_eq!(browser.get("/pages/Size-Guide").await.status, 404);
}
