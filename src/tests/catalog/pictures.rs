use super::support::shop_of;

#[tokio::test]
async fn pictures_come_in_the_width_and_format_asked_for() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let mut browser = shop.browser();
    let page = browser.get("/Blue-Mug-Saucer-p1201").await.body;
    let hash = page
        .split("/images/")
        .nth(1)
        .expect("a picture")
        .split('-')
        .next()
        .expect("a hash")
        .to_owned();
    for (name, status, kind) in [
        (format!("{hash}-160.webp"), 200, "image/webp"),
        (format!("{hash}-160.jpg"), 200, "image/jpeg"),
        (format!("{hash}-160.webp"), 200, "image/webp"),
        (format!("{hash}-161.webp"), 404, ""),
        (format!("{}-160.webp", "0".repeat(64)), 404, ""),
        ("..%2f..%2fshop.db".to_owned(), 404, ""),
    ] {
        let answer = browser.get(&format!("/images/{name}")).await;
        assert_eq!(answer.status, status, "{name}");
        if status == 200 {
            assert_eq!(answer.header("content-type"), kind);
            assert_eq!(
                answer.header("cache-control"),
                "public, max-age=31536000, immutable"
            );
        }
    }
    assert!(page.contains("width=\"12\" height=\"9\"") && page.contains("fetchpriority=\"high\""));
}
