use crate::support::Shop;
use axum::http::Method;

/// What is not an address yet stays in its form, and in no URL, log or history.
#[tokio::test]
async fn an_address_that_lacks_something_comes_back_with_what_was_typed() {
    let shop = Shop::open().await;
    let mut ada = shop.customer("ada@example.com").await;
    let (path, typed) = (
        "/account/address-book",
        "name=Ada&street=Elbchaussee+1&country=DE",
    );
    let answer = ada.send(Method::POST, path, "text/html", typed).await;
    assert_eq!((answer.status, answer.header("location")), (200, ""));
    assert!(answer.body.contains("Elbchaussee 1") && answer.body.contains("aria-invalid"));
    assert_eq!(shop.count("SELECT count(*) FROM addresses").await, 0);
    let whole = format!("{typed}&city=Hamburg&postal-code=22763");
    let answer = ada.send(Method::POST, path, "text/html", &whole).await;
    assert_eq!((answer.status, answer.header("location")), (303, path));
    assert_eq!(shop.count("SELECT count(*) FROM addresses").await, 1);
    let mut stranger = shop.browser();
    let answer = stranger.send(Method::POST, path, "text/html", &whole).await;
    assert_eq!(answer.header("location"), "/account");
}
