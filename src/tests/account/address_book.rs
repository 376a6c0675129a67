use crate::support::{Browser, Shop};
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

const PATH: &str = "/account/address-book";

fn typed(street: &str) -> String {
    format!("name=Ada&street={street}&country=DE&city=Hamburg&postal-code=22763")
}

async fn keep(browser: &mut Browser, form: &str) {
    let answer = browser.send(Method::POST, PATH, "text/html", form).await;
    assert_eq!((answer.status, answer.header("location")), (303, PATH));
}

/// The streets of the book, in its order.
async fn streets(browser: &mut Browser) -> Vec<String> {
    let answer = browser.call("account/who", &[]).await;
    let customer: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
    let profile = customer["profile"].as_str().expect("a profile");
    let profile: serde_json::Value = serde_json::from_str(profile).expect("JSON");
    let book = profile["shippingAddresses"].as_array().expect("a book");
    let street = |it: &serde_json::Value| it["person"]["street"].as_str().map(str::to_owned);
    book.iter().filter_map(street).collect()
}

#[tokio::test]
async fn the_same_address_is_kept_once_however_it_is_written() {
    let shop = Shop::open().await;
    let mut ada = shop.customer("ada@example.com").await;
    for street in ["Lange Straße 1", "lange  strasse 1.", "Lange Str. 1"] {
        keep(&mut ada, &typed(street)).await;
    }
    assert_eq!(streets(&mut ada).await, ["Lange Str. 1"]);
    keep(&mut ada, &typed("Elbchaussee 1")).await;
    let last = shop.count("SELECT max(id) FROM addresses").await;
    let changed = format!("address={last}&{}", typed("LANGE STR 1"));
    keep(&mut ada, &changed).await;
    assert_eq!(streets(&mut ada).await, ["LANGE STR 1"]);
}

#[tokio::test]
async fn one_is_the_default_and_another_can_be() {
    let shop = Shop::open().await;
    let mut ada = shop.customer("ada@example.com").await;
    for street in ["A 1", "B 1", "C 1"] {
        keep(&mut ada, &typed(street)).await;
    }
    let page = ada.get(PATH).await.body;
    assert_eq!(page.matches(">Make default<").count(), 2);
    let last = shop
        .count("SELECT max(id) FROM addresses")
        .await
        .to_string();
    let form = [("address", last.as_str())];
    let mut eve = shop.customer("eve@example.com").await;
    eve.post("account/address-default", &form).await;
    assert_eq!(streets(&mut ada).await, ["A 1", "B 1", "C 1"]);
    let answer = ada.post("account/address-default", &form).await;
    assert_eq!((answer.status, answer.header("location")), (303, PATH));
    assert_eq!(streets(&mut ada).await, ["C 1", "A 1", "B 1"]);
}

/// What was typed is never lost: not where the book is full, nor where another tab removed the address.
#[tokio::test]
async fn an_address_that_cannot_be_kept_stays_in_its_form() {
    let shop = Shop::open().await;
    let mut ada = shop.customer("ada@example.com").await;
    for number in 1..=50 {
        keep(&mut ada, &typed(&format!("Street {number}"))).await;
    }
    let one_more = typed("One too many 1");
    let full = ada.send(Method::POST, PATH, "text/html", &one_more).await;
    assert!(
        full.body.contains("Your address book is full"),
        "{}",
        full.body
    );
    assert!(full.body.contains("One too many 1"));
    let form = format!("address=999999&{}", typed("Gone 1"));
    let gone = ada.send(Method::POST, PATH, "text/html", &form).await;
    assert!(gone.body.contains("removed meanwhile") && gone.body.contains("Gone 1"));
    assert_eq!(streets(&mut ada).await.len(), 50);
}
