//! What apps keep in the shop.

use super::support::{ask, get, send, shop};
use crate::support::{Answer, Shop};
use axum::http::Method;
use serde_json::json;

async fn put(shop: &Shop, key: &str, kind: &str, body: &str, token: &str) -> Answer {
    let mut browser = shop.browser();
    browser
        .headers
        .push(("authorization", format!("Bearer {token}")));
    let path = format!("/api/v3/1003/storage/{key}");
    browser.send_as(Method::PUT, &path, kind, body).await
}

#[tokio::test]
async fn an_app_keeps_texts_that_its_own_tokens_read() {
    let shop = shop().await;
    for (key, body) in [
        ("state", r#"{"value":"on"}"#),
        ("a/b c", "plain text"),
        ("state", "\"off\""),
    ] {
        let key = awning::base::url::encoded(key);
        let answer = put(&shop, &key, "application/json", body, "secret_reader").await;
        assert_eq!(
            (answer.status, &*answer.body),
            (200, r#"{"success":true}"#),
            "{key}"
        );
    }
    assert_eq!(
        get(&shop, "/storage", "secret_reader").await,
        json!([
            { "key": "a/b c", "value": "plain text" },
            { "key": "public", "value": "reader publishes this" },
            { "key": "state", "value": "off" },
        ])
    );
    assert_eq!(
        get(&shop, "/storage/state", "secret_reader").await["value"],
        "off"
    );
    // Neither a page nor another app reads it.
    assert_eq!(ask(&shop, "/storage/state", "public_reader").await.0, 404);
    assert_eq!(ask(&shop, "/storage/state", "secret_orders").await.0, 404);
    assert_eq!(
        get(&shop, "/storage", "public_reader").await,
        json!([{ "key": "public", "value": "reader publishes this" }])
    );
    let gone = send(&shop, Method::DELETE, "/storage/state", "secret_reader", "").await;
    assert_eq!(gone.status, 200);
    assert_eq!(ask(&shop, "/storage/state", "secret_reader").await.0, 404);
}

/// The key `public` is what `getAppPublicConfig` tells.
#[tokio::test]
async fn what_is_kept_as_public_stands_in_every_page() {
    let shop = shop().await;
    let answer = put(
        &shop,
        "public",
        "text/plain",
        "sale until friday",
        "secret_reader",
    )
    .await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    shop.state.catalog.refresh(&shop.db).await.expect("read");
    assert!(
        shop.browser()
            .get("/")
            .await
            .body
            .contains("sale until friday")
    );
    let gone = send(
        &shop,
        Method::DELETE,
        "/storage/public",
        "secret_reader",
        "",
    )
    .await;
    assert_eq!(gone.status, 200);
    shop.state.catalog.refresh(&shop.db).await.expect("read");
    let page = shop.browser().get("/").await.body;
    assert!(!page.contains("sale until friday") && page.contains("public_reader"));
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_and_says_why() {
    let shop = shop().await;
    let long = "x".repeat(1024 * 1024 + 1);
    let longest_public = "x".repeat(256 * 1024 + 1);
    let long_key = "k".repeat(1_025);
    for (key, kind, body, token, status) in [
        ("state", "application/json", "\"x\"", "public_reader", 403),
        (
            "state",
            "application/octet-stream",
            "x",
            "secret_reader",
            415,
        ),
        ("state", "text/plain", &long, "secret_reader", 413),
        (
            "public",
            "text/plain",
            &longest_public,
            "secret_reader",
            413,
        ),
        (&long_key, "text/plain", "x", "secret_reader", 422),
        ("a%00b", "text/plain", "x", "secret_reader", 422),
        (
            "state",
            "application/json",
            "\"a\\u0000b\"",
            "secret_reader",
            422,
        ),
    ] {
        let answer = put(&shop, key, kind, body, token).await;
        assert_eq!(answer.status, status, "{}", answer.body);
        assert!(answer.body.contains("errorMessage"), "{}", answer.body);
    }
    let none = json!([{ "key": "public", "value": "reader publishes this" }]);
    assert_eq!(get(&shop, "/storage", "secret_reader").await, none);
}
