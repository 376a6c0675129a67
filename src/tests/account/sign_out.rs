use crate::support::Shop;
use axum::http::Method;

const COOKIE: &str = "__Host-awning";
const DONE: &str = "{\"success\":true,\"error\":null}";
const NO_SESSION: &str = "{\"success\":false,\"error\":\"NoSession\"}";

#[tokio::test]
async fn ends_the_session_and_forgets_the_browser() {
    let shop = Shop::open().await;
    let mut browser = shop.customer("ada@example.com").await;
    let signed_in = browser.clone();
    let answer = browser.call("account/sign_out", &[]).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, DONE));
    assert_eq!(
        answer.sets(COOKIE),
        ["__Host-awning=; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=0"]
    );
    assert_eq!(answer.header("clear-site-data"), "\"cache\"");
    assert_eq!(answer.header("cache-control"), "no-store, private");
    assert_eq!(shop.count("SELECT count(*) FROM sessions").await, 0);
    for mut after in [browser, signed_in] {
        let page = after.get("/account").await.body;
        assert!(page.contains("data-state=\"signed-out\""));
        assert!(
            !page.contains("Ada Lovelace") && !page.contains("ada@example.com"),
            "customer data stays behind"
        );
    }
}

#[tokio::test]
async fn a_second_time_there_is_no_session() {
    let shop = Shop::open().await;
    let mut browser = shop.customer("ada@example.com").await;
    let stale = browser.clone();
    browser.call("account/sign_out", &[]).await;
    for mut again in [browser, stale, shop.browser()] {
        let answer = again.call("account/sign_out", &[]).await;
        assert_eq!((answer.status, answer.body.as_str()), (200, NO_SESSION));
        assert!(answer.sets(COOKIE)[0].contains("Max-Age=0"));
    }
}

#[tokio::test]
async fn expired_idle_garbled_and_outdated_sessions_are_no_sessions() {
    let spoilers = [
        "UPDATE sessions SET expires_at = 1",
        "UPDATE sessions SET last_seen_at = 1",
        "UPDATE customers SET auth_epoch = auth_epoch + 1",
        "DELETE FROM sessions",
    ];
    for spoiler in spoilers {
        let shop = Shop::open().await;
        let mut browser = shop.customer("ada@example.com").await;
        shop.execute(spoiler).await;
        let answer = browser.call("account/sign_out", &[]).await;
        assert_eq!(
            (answer.status, answer.body.as_str()),
            (200, NO_SESSION),
            "{spoiler}"
        );
        assert!(!browser.cookies.contains_key(COOKIE), "{spoiler}");
    }
    let shop = Shop::open().await;
    for garbled in ["", "x", "====", "AAAA", "\u{fffd}"] {
        let mut browser = shop.browser();
        browser.cookies.insert(COOKIE.into(), garbled.into());
        let answer = browser.call("account/sign_out", &[]).await;
        assert_eq!(
            (answer.status, answer.body.as_str()),
            (200, NO_SESSION),
            "{garbled:?}"
        );
    }
}

#[tokio::test]
async fn of_many_at_once_one_succeeds() {
    let shop = Shop::open().await;
    let browser = shop.customer("ada@example.com").await;
    let calls = (0..16).map(|_| {
        let mut browser = browser.clone();
        tokio::spawn(async move { browser.call("account/sign_out", &[]).await.body })
    });
    let mut bodies = Vec::new();
    for call in calls.collect::<Vec<_>>() {
        bodies.push(call.await.expect("an answer"));
    }
    assert_eq!(
        bodies.iter().filter(|body| *body == DONE).count(),
        1,
        "{bodies:?}"
    );
    assert_eq!(
        bodies.iter().filter(|body| *body == NO_SESSION).count(),
        15,
        "{bodies:?}"
    );
}

#[tokio::test]
async fn get_asks_and_changes_nothing() {
    let shop = Shop::open().await;
    let mut browser = shop.customer("ada@example.com").await;
    let page = browser.get("/account/sign-out").await;
    assert_eq!(page.status, 200);
    assert!(
        page.body.contains("Sign out?") && page.body.contains("action=\"/api/account/sign_out\"")
    );
    for method in [Method::GET, Method::HEAD, Method::PUT, Method::DELETE] {
        let answer = browser
            .send(method.clone(), "/api/account/sign_out", "text/html", "")
            .await;
        assert_eq!(answer.status, 405, "{method}");
    }
    assert_eq!(shop.count("SELECT count(*) FROM sessions").await, 1);
}

#[tokio::test]
async fn without_scripts_the_next_page_says_what_came_of_it() {
    let shop = Shop::open().await;
    let mut browser = shop.customer("ada@example.com").await;
    browser
        .headers
        .push(("referer", "http://shop.test/nowhere?x=1".into()));
    let answer = browser.post("account/sign_out", &[]).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, "/nowhere?x=1")
    );
    assert!(browser.get("/").await.body.contains("You are signed out."));
    let answer = browser.post("account/sign_out", &[]).await;
    assert_eq!(answer.status, 303);
    assert!(
        browser
            .get("/")
            .await
            .body
            .contains("Nobody was signed in.")
    );
}

#[tokio::test]
async fn without_scripts_a_foreign_or_private_page_is_not_returned_to() {
    let shop = Shop::open().await;
    for (nth, referer) in [
        "http://shop.test/account/orders",
        "http://shop.test/account/address-book",
        "http://shop.test:81/nowhere",
        "http://evil.example/nowhere",
        "http://shop.test//evil.example",
        "nonsense",
        "",
    ]
    .into_iter()
    .enumerate()
    {
        let mut browser = shop.customer(&format!("ada{nth}@example.com")).await;
        browser.headers.push(("referer", referer.into()));
        let answer = browser.post("account/sign_out", &[]).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, "/account"),
            "{referer:?}"
        );
        let page = browser.get("/account").await.body;
        assert!(page.contains("data-state=\"signed-out\""), "{referer:?}");
    }
    assert_eq!(shop.count("SELECT count(*) FROM sessions").await, 0);
}
