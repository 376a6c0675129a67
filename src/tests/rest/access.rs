//! Every path by every kind of token and scope.

use super::support::{ask, send, shop, shop_with};
use axum::http::Method;

/// Tokens of each kind, in the order of the statuses below.
const TOKENS: [&str; 8] = [
    "",
    "public_wrong",
    "public_reader",
    "secret_reader",
    "public_orders",
    "secret_orders",
    "public_mute",
    "secret_mute",
];

/// Paths and what each token is answered there.
const STATUSES: [(&str, [u16; 8]); 30] = [
    // What shoppers see: with `public_storefront`, or `read_catalog` for the merchant.
    ("/products", SEEN),
    ("/products/11", SEEN),
    ("/products/11/combinations", SEEN),
    ("/products/11/combinations/111", SEEN),
    ("/products/12/combinations", SEEN),
    ("/products/filters", SEEN),
    ("/products/deleted", SEEN),
    ("/categories", SEEN),
    ("/categories/1", SEEN),
    ("/classes", SEEN),
    ("/classes/0", SEEN),
    // What shoppers do not see, and what is not there at all, look alike to them.
    ("/products/13", HIDDEN),
    ("/products/13/combinations", HIDDEN),
    ("/categories/3", HIDDEN),
    ("/categories/4", HIDDEN),
    ("/products/99", NONE),
    ("/products/99/combinations", NONE),
    ("/products/11/combinations/999", NONE),
    ("/products/word", NONE),
    ("/categories/99", NONE),
    ("/classes/7", NONE),
    // What every secret token may read.
    ("/profile", OWN),
    ("/profile/shippingOptions", OWN),
    ("/profile/paymentOptions", OWN),
    ("/latest-stats", OWN),
    // The shop's pages, with their own scope.
    ("/storefront-widget-pages?slug=Blue-Mug-p11", SEEN),
    ("/storefront-widget-pages?storeRootPage=true", SEEN),
    (
        "/storefront-widget-pages",
        [403, 403, 400, 400, 403, 403, 403, 403],
    ),
    // Each app its own.
    ("/storage", OWN),
    ("/storage/public", OWN),
];
const SEEN: [u16; 8] = [403, 403, 200, 200, 403, 403, 403, 403];
const HIDDEN: [u16; 8] = [403, 403, 404, 200, 403, 403, 403, 403];
const NONE: [u16; 8] = [403, 403, 404, 404, 403, 403, 403, 403];
const OWN: [u16; 8] = [403, 403, 200, 200, 403, 200, 403, 200];

#[tokio::test]
async fn every_path_answers_each_token_what_it_may() {
    let shop = shop().await;
    for (path, statuses) in STATUSES {
        for (token, expected) in TOKENS.into_iter().zip(statuses) {
            // Each wrong token may be tried so often and no more.
            let sent = match token {
                "public_wrong" => format!("{token}{path}"),
                token => token.to_owned(),
            };
            let (status, body) = ask(&shop, path, &sent).await;
            assert_eq!(status, expected, "{path} by {token}: {body}");
            let is_fault = body["errorMessage"].is_string();
            assert_eq!(is_fault, expected >= 400, "{path} by {token}: {body}");
        }
    }
}

/// One that is not in the table fails here.
#[tokio::test]
async fn no_path_is_left_out_of_the_table() {
    let source = include_str!("../../rest_api/mod.rs");
    let path = regex::Regex::new(r#""(/[\w/{}.-]+)""#).expect("a pattern");
    let mut known = 0;
    for found in path.captures_iter(source).map(|it| it[1].to_owned()) {
        if found.starts_with("/api") || found == "/{store}" {
            continue;
        }
        let pattern = found
            .replace("{id}", r"\w+")
            .replace("{combination}", r"\w+");
        let pattern = regex::Regex::new(&format!(r"^{pattern}(\?|$)")).expect("a pattern");
        let is_tested = STATUSES.iter().any(|(path, _)| pattern.is_match(path));
        assert!(is_tested, "{found} is in no line of the table");
        known += 1;
    }
    assert!(known > 10, "{known} paths are found");
}

/// The reasons that programs are told.
#[tokio::test]
async fn a_refusal_says_why() {
    let shop = shop().await;
    for (path, token, reason) in [
        ("/products", "", "Authorization: Bearer"),
        ("/products", "public_wrong", "not known"),
        ("/products", "public_orders", "public_storefront"),
        ("/products", "secret_orders", "read_catalog"),
        ("/products/13", "public_reader", "no such product"),
        ("/nothing", "public_reader", "nothing at this address"),
    ] {
        let (_, body) = ask(&shop, path, token).await;
        let said = body["errorMessage"].as_str().unwrap_or_default();
        assert!(said.contains(reason), "{path} by {token}: {said}");
    }
}

/// A secret token that may read what shoppers see sees that, and no more.
#[tokio::test]
async fn a_secret_token_without_read_catalog_sees_what_shoppers_see() {
    let shop = shop().await;
    let scopes = awning::content::apps::Change {
        scopes: Some(vec!["public_storefront".into()]),
        ..Default::default()
    };
    scopes.put(&shop.db.write, "orders").await.expect("changed");
    shop.state.catalog.refresh(&shop.db).await.expect("read");
    assert_eq!(ask(&shop, "/products/11", "secret_orders").await.0, 200);
    assert_eq!(ask(&shop, "/products/13", "secret_orders").await.0, 404);
}

#[tokio::test]
async fn another_store_is_nobodys_to_read() {
    let shop = shop().await;
    for store in ["1004", "word", "0"] {
        let mut browser = shop.browser();
        let path = format!("/api/v3/{store}/products?token=public_reader");
        let answer = browser.send(Method::GET, &path, "*/*", "").await;
        assert_eq!(answer.status, 403, "{store}: {}", answer.body);
    }
}

/// Nothing changes by a read, and nothing can be changed where there is nothing to change.
#[tokio::test]
async fn a_method_that_is_not_known_is_405() {
    let shop = shop().await;
    for (method, path) in [
        (Method::POST, "/products"),
        (Method::PUT, "/products/11"),
        (Method::DELETE, "/categories/1"),
        (Method::PATCH, "/profile"),
    ] {
        let answer = send(&shop, method.clone(), path, "secret_reader", "{}").await;
        assert_eq!(answer.status, 405, "{method} {path}: {}", answer.body);
        assert!(answer.header("allow").contains("GET"), "{method} {path}");
        assert!(answer.body.contains("errorMessage"), "{}", answer.body);
    }
}

/// Each token has a count of its own; a wrong one has less, and ends what its address may ask.
#[tokio::test]
async fn too_many_requests_are_told_when_to_come_again() {
    let shop = shop_with(|config| config.api_requests_per_minute = 3).await;
    let mut statuses = Vec::new();
    for _ in 0..8 {
        let answer = send(&shop, Method::GET, "/classes", "public_reader", "").await;
        if answer.status == 429 {
            let seconds: u32 = answer.header("retry-after").parse().expect("seconds");
            assert!((1..=60).contains(&seconds) && answer.body.contains("errorMessage"));
            assert_eq!(answer.header("access-control-allow-origin"), "*");
        }
        statuses.push(answer.status);
    }
    // A minute may begin meanwhile, and the count anew.
    assert!(
        statuses.starts_with(&[200]) && statuses.contains(&429),
        "{statuses:?}"
    );
    let others = ask(&shop, "/classes", "secret_reader").await;
    assert_eq!(others.0, 200, "another token has its own count");
}

#[tokio::test]
async fn a_wrong_token_is_looked_at_so_often_and_no_more() {
    let shop = shop().await;
    let mut statuses = Vec::new();
    for _ in 0..45 {
        statuses.push(ask(&shop, "/classes", "public_wrong").await.0);
    }
    let refused = statuses.iter().filter(|it| **it == 403).count();
    assert!(
        (20..=40).contains(&refused),
        "{refused}: twenty in a minute"
    );
    assert!(statuses.contains(&429));
    assert_eq!(ask(&shop, "/classes", "public_reader").await.0, 200);
}

/// A public token stands in every page: who uses it up, uses it up for nobody else.
#[tokio::test]
async fn a_visitor_uses_a_public_token_up_for_no_other() {
    let shop = shop_with(|config| {
        config.api_requests_per_minute = 3;
        config.trusted_proxies = 1;
    })
    .await;
    let path = format!("/api/v3/{}/classes", shop.config.store_id);
    let mut statuses = Vec::new();
    for address in ["203.0.113.8"; 8].iter().chain(&["203.0.113.9"]) {
        let mut browser = shop.browser();
        let bearer = "Bearer public_reader".to_owned();
        browser.headers.push(("authorization", bearer));
        browser
            .headers
            .push(("x-forwarded-for", (*address).to_owned()));
        let answer = browser
            .send_as(Method::GET, &path, "application/json", "")
            .await;
        statuses.push(answer.status);
    }
    assert!(
        statuses[..8].contains(&429) && statuses[8] == 200,
        "{statuses:?}"
    );
}
