//! How requests are made: tokens, pages of other sites, caches, fields.

use super::support::{ask, get, send, shop};
use axum::http::Method;
use serde_json::json;

#[tokio::test]
async fn a_token_is_taken_from_the_header_or_the_query() {
    let shop = shop().await;
    assert_eq!(ask(&shop, "/classes?token=public_reader", "").await.0, 200);
    assert_eq!(ask(&shop, "/classes?token=public_wrong", "").await.0, 403);
    // The header holds where both are there.
    let both = ask(&shop, "/classes?token=public_reader", "public_wrong").await;
    assert_eq!(both.0, 403);
    let mut browser = shop.browser();
    browser
        .headers
        .push(("authorization", "bearer public_reader".into()));
    let answer = browser.get("/api/v3/1003/classes").await;
    assert_eq!(answer.status, 200);
}

/// Pages of any site may read with a public token; a secret one belongs into no page.
#[tokio::test]
async fn pages_of_any_site_may_ask_with_a_public_token() {
    let shop = shop().await;
    let preflight = send(&shop, Method::OPTIONS, "/products/11", "", "").await;
    assert_eq!((preflight.status, &*preflight.body), (204, ""));
    assert_eq!(preflight.header("access-control-allow-origin"), "*");
    assert!(
        preflight
            .header("access-control-allow-headers")
            .contains("Authorization")
    );
    for (token, allowed) in [
        ("public_reader", "*"),
        ("public_wrong", "*"),
        ("secret_reader", ""),
    ] {
        let answer = send(&shop, Method::GET, "/products/11", token, "").await;
        assert_eq!(
            answer.header("access-control-allow-origin"),
            allowed,
            "{token}"
        );
        assert_eq!(answer.header("access-control-allow-credentials"), "");
    }
}

/// Whoever is signed in or has a cart in the browser is not asked about it.
#[tokio::test]
async fn no_cookie_is_read_or_set() {
    let shop = shop().await;
    let mut ada = shop.customer("ada@example.com").await;
    ada.headers
        .push(("authorization", "Bearer public_reader".into()));
    ada.headers.push(("sec-fetch-site", "cross-site".into()));
    let before = ada.cookies.clone();
    let mut garbled = ada.clone();
    garbled.cookies = [("__Host-awning".to_owned(), "garbage".to_owned())].into();
    let mut answers = Vec::new();
    for browser in [&mut ada, &mut garbled] {
        let answer = browser.get("/api/v3/1003/products/11?lang=de").await;
        assert_eq!((answer.status, answer.header("set-cookie")), (200, ""));
        assert!(!answer.headers.contains_key("x-awning-customer"));
        answers.push(answer.body);
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(ada.cookies, before);
    // Another site's page may not post to the shop's own API, but a token is no cookie.
    let posted = ada.send_as(
        Method::POST,
        "/api/v3/1003/products/filters",
        "application/json",
        "{}",
    );
    assert_eq!(posted.await.status, 200);
}

#[tokio::test]
async fn what_is_known_is_not_sent_again() {
    let shop = shop().await;
    let first = send(&shop, Method::GET, "/products/11", "public_reader", "").await;
    assert_eq!(first.header("cache-control"), "private, no-cache");
    let mut browser = shop.browser();
    browser
        .headers
        .push(("authorization", "Bearer public_reader".into()));
    browser
        .headers
        .push(("if-none-match", first.header("etag").into()));
    let again = browser.get("/api/v3/1003/products/11").await;
    assert_eq!((again.status, &*again.body), (304, ""));
    let other = browser.get("/api/v3/1003/products/12").await;
    assert_eq!(other.status, 200);
}

#[tokio::test]
async fn answers_are_compressed_for_who_wants_that() {
    let shop = shop().await;
    let mut browser = shop.browser();
    browser
        .headers
        .push(("authorization", "Bearer public_reader".into()));
    browser.headers.push(("accept-encoding", "gzip".into()));
    let answer = browser.get("/api/v3/1003/products").await;
    assert_eq!(answer.header("content-encoding"), "gzip");
}

/// Somebody who opens an address in a browser reads the same as a program.
#[tokio::test]
async fn a_fault_is_json_for_browsers_too() {
    let shop = shop().await;
    let answer = shop.browser().get("/api/v3/1003/products").await;
    assert_eq!(answer.status, 403);
    assert!(answer.body.contains("errorMessage"), "{}", answer.body);
}

#[tokio::test]
async fn only_the_fields_that_are_wanted_are_answered() {
    let shop = shop().await;
    let list = get(
        &shop,
        "/products?responseFields=total,items(id,options(name),none)&limit=1&offset=1",
        "public_reader",
    )
    .await;
    assert_eq!(
        list,
        json!({ "total": 3, "items": [{ "id": 11, "options": [{ "name": "Size" }] }] })
    );
    let classes = get(&shop, "/classes?responseFields=name", "public_reader").await;
    assert_eq!(classes, json!([{ "name": "General" }]));
    let wrong = ask(&shop, "/products?responseFields=items(id", "public_reader").await;
    assert_eq!(wrong.0, 400);
}

#[tokio::test]
async fn what_cannot_be_read_is_named() {
    let shop = shop().await;
    for (path, status, said) in [
        ("/products?limit=many", 400, "limit"),
        ("/products?offset=-1", 400, "offset"),
        ("/products?sortBy=SIDEWAYS", 400, "sortBy"),
        ("/products?priceFrom=cheap", 400, "priceFrom"),
        ("/products?updatedFrom=soon", 400, "updatedFrom"),
        ("/products?productId=1,x", 400, "productId"),
        ("/products?inStock=maybe", 400, "inStock"),
        ("/products?categories=1,x", 400, "categories"),
        ("/products/11?baseUrl=javascript:1", 400, "baseUrl"),
        ("/categories?parent=x", 400, "parent"),
        ("/products/deleted?from_date=soon", 400, "from_date"),
    ] {
        let (got, body) = ask(&shop, path, "public_reader").await;
        let message = body["errorMessage"].as_str().unwrap_or_default();
        assert!(
            got == status && message.contains(said),
            "{path}: {got} {body}"
        );
    }
    let many = vec!["1"; 101].join(",");
    let (status, _) = ask(
        &shop,
        &format!("/products?productId={many}"),
        "public_reader",
    )
    .await;
    assert_eq!(status, 422);
    let (status, body) = ask(&shop, "/products/11?cleanUrls=perhaps", "public_reader").await;
    assert_eq!(
        (status, &body["errorCode"]),
        (400, &json!("CLEAN_URLS_PARAMETER_IS_INVALID"))
    );
}
