use crate::support::Shop;

#[tokio::test]
async fn pages_are_whole_before_any_script() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    for (path, status, text) in [
        ("/", 200, "Pictures that were drawn once"),
        ("/account", 200, "Welcome back."),
        (
            "/account/register",
            200,
            "With an account the shop knows you",
        ),
        ("/account/sign-out", 200, "Nobody is signed in here."),
        ("/nowhere", 404, "This page is not here"),
        ("/%ff%00", 404, "This page is not here"),
        (
            "/?__path=x&__err=%3Cscript%3E",
            200,
            "Pictures that were drawn once",
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
