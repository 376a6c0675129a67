use crate::support::Shop;

#[tokio::test]
async fn pages_of_nobody_are_compressed_and_nothing_else() {
    let shop = Shop::open().await;
    let mut ada = shop.customer("ada@example.com").await;
    let mut stranger = shop.browser();
    for browser in [&mut ada, &mut stranger] {
        browser.headers.push(("accept-encoding", "gzip, br".into()));
    }
    assert_eq!(stranger.get("/").await.header("content-encoding"), "gzip");
    assert_eq!(ada.get("/").await.header("content-encoding"), "");
    let page = stranger.get("/").await;
    let vary: Vec<_> = page.headers.get_all("vary").iter().collect();
    assert!(vary.iter().any(|it| *it == "accept-encoding"), "{vary:?}");
}
