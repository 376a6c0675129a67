use super::support::{fixture, run, shop_of};
use crate::support::Shop;
use axum::{Router, http::StatusCode, response::Redirect, routing::get};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

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

/// A site with a picture; its address, and how often that was fetched.
async fn site() -> (String, Arc<AtomicUsize>) {
    let fetched = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&fetched);
    let file = std::fs::read(fixture("mug.png")).expect("a picture");
    let picture = move || {
        counter.fetch_add(1, Ordering::Relaxed);
        let file = file.clone();
        async move { file }
    };
    let site = Router::new()
        .route("/mug.png", get(picture))
        .route("/moved.png", get(|| async { Redirect::to("/mug.png") }))
        .route("/page.png", get(|| async { "<html>no picture</html>" }))
        .fallback(|| async { StatusCode::NOT_FOUND });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, site).await });
    (format!("http://{address}"), fetched)
}

#[tokio::test]
async fn pictures_are_fetched_once_and_what_is_wrong_with_one_is_said() {
    let shop = Shop::open().await;
    let (site, fetched) = site().await;
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let closed = free.local_addr().expect("an address").port();
    drop(free);
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("shopify.csv");
    let rows = format!(
        "Handle,Title,Variant Price,Image Src\n\
         mug,Mug,5,{site}/mug.png\n\
         cup,Cup,5,{site}/moved.png\n\
         jug,Jug,5,{site}/page.png\n\
         pot,Pot,5,{site}/missing.png\n\
         can,Can,5,http://127.0.0.1:{closed}/closed.png\n"
    );
    std::fs::write(&file, rows).expect("written");
    let report = run(&shop, file.clone(), false).await;
    let said: Vec<String> = report.refused.iter().map(ToString::to_string).collect();
    let expected = [(4, "no JPEG"), (5, "404"), (6, "not fetched")];
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    for ((line, why), said) in expected.iter().zip(&said) {
        assert!(
            said.contains(&format!("line {line}")) && said.contains(why),
            "{said}"
        );
    }
    let page = shop.browser().get("/search?keyword=mug").await.body;
    assert!(page.contains("/images/"), "the mug has its picture");
    let before = fetched.load(Ordering::Relaxed);
    run(&shop, file, false).await;
    assert_eq!(
        fetched.load(Ordering::Relaxed),
        before,
        "known ones are not fetched again"
    );
}
