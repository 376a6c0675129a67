use std::collections::BTreeSet;

use crate::support::Shop;

#[tokio::test]
async fn requests_of_other_origins_are_refused_and_change_nothing() {
    let shop = Shop::open().await;
    let ada = shop.customer("ada@example.com").await;
    for headers in [
        vec![("sec-fetch-site", "cross-site")],
        vec![("sec-fetch-site", "same-site")],
        vec![("origin", "https://evil.example")],
        vec![("origin", "null")],
    ] {
        let mut browser = ada.clone();
        browser.headers = headers
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect();
        for answer in [
            browser.call("account/sign_out", &[]).await,
            browser.post("account/end_other_sessions", &[]).await,
        ] {
            assert_eq!(answer.status, 403, "{headers:?}");
            assert!(answer.sets("__Host-awning").is_empty());
        }
        assert_eq!(
            shop.count("SELECT count(*) FROM sessions").await,
            1,
            "{headers:?}"
        );
    }
}

#[tokio::test]
async fn the_shop_alone_numbers_requests() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    browser.headers = vec![("x-request-id", "forged".to_owned())];
    let mut ids = BTreeSet::new();
    for path in ["/", "/healthz", "/nowhere"] {
        let answer = browser.get(path).await;
        let id = answer.header("x-request-id").to_owned();
        assert!(id.len() >= 16 && id != "forged", "{path}: {id}");
        assert!(ids.insert(id), "{path}");
    }
}

#[tokio::test]
async fn pages_carry_a_policy_with_a_nonce_of_their_own() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    let mut nonces = BTreeSet::new();
    for path in ["/", "/account", "/nowhere", "/"] {
        let page = browser.get(path).await;
        let policy = page.header("content-security-policy").to_owned();
        let nonce = policy
            .split("'nonce-")
            .nth(1)
            .and_then(|rest| rest.split('\'').next())
            .expect("a nonce")
            .to_owned();
        assert!(
            policy.contains("'strict-dynamic' 'wasm-unsafe-eval'"),
            "{path}"
        );
        let may_be_inline = |directive: &&str| directive.contains("'unsafe-inline'");
        let inline: Vec<_> = policy.split("; ").filter(may_be_inline).collect();
        assert_eq!(
            inline,
            ["style-src 'self' 'unsafe-inline'"],
            "styles alone, at {path}"
        );
        assert!(
            policy.contains("frame-ancestors 'none'") && policy.contains("object-src 'none'"),
            "{path}"
        );
        // Scripts that run, and the preload of the bundle.
        let data = ["application/json", "application/ld+json"].map(|kind| {
            page.body
                .matches(&format!("<script type=\"{kind}\""))
                .count()
        });
        let executable = 1 + page.body.matches("<script").count() - data.iter().sum::<usize>();
        assert_eq!(
            page.body.matches(&format!("nonce=\"{nonce}\"")).count(),
            executable,
            "{path}"
        );
        assert!(!page.body.contains(" style=\""), "{path}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("referrer-policy"), "same-origin");
        assert!(nonces.insert(nonce), "{path}: a nonce is used once");
    }
}

#[tokio::test]
async fn https_shops_insist_on_it() {
    let plain = Shop::open().await;
    assert_eq!(
        plain
            .browser()
            .get("/")
            .await
            .header("strict-transport-security"),
        ""
    );
    let https = Shop::with(|config| config.public_url = "https://shop.test".into()).await;
    assert_eq!(
        https
            .browser()
            .get("/")
            .await
            .header("strict-transport-security"),
        "max-age=31536000"
    );
}

#[tokio::test]
async fn a_cookie_that_names_no_session_is_removed_and_nothing_else_happens() {
    let shop = Shop::open().await;
    for cookie in ["garbled", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
        let mut browser = shop.browser();
        browser
            .cookies
            .insert("__Host-awning".into(), cookie.into());
        let page = browser.get("/").await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("data-state=\"signed-out\""));
        assert!(page.sets("__Host-awning")[0].contains("Max-Age=0"));
        assert!(browser.cookies.is_empty());
    }
}

#[tokio::test]
async fn plain_http_is_a_setting_and_changes_the_cookie() {
    let shop = Shop::with(|config| config.plain_http = true).await;
    let browser = shop.customer("ada@example.com").await;
    assert_eq!(
        browser.cookies.keys().collect::<Vec<_>>(),
        ["awning", "awning-device"]
    );
}

#[tokio::test]
async fn what_is_asked_without_a_path_is_refused() {
    let shop = Shop::open().await;
    for target in ["x", "*"] {
        let answer = shop.browser().get(target).await;
        assert_eq!(answer.status, 400, "{target}: {}", answer.body);
        assert!(answer.body.contains("<h1>"), "{target}: a page says so");
    }
    assert_eq!(shop.browser().get("http://shop.test/").await.status, 200);
}
