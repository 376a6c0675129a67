use crate::support::{Browser, PASSWORD, Shop};
use awning::app::router::router;
use proptest::{prelude::*, test_runner::TestRunner};

/// Somebody else holds the database: nothing changes, and the answer says what to do.
#[tokio::test]
async fn a_locked_database_is_a_503_and_the_session_stays() {
    let shop = Shop::with(|config| config.database_wait_ms = 50).await;
    let mut ada = shop.customer("ada@example.com").await;
    let lock = shop.locked().await;
    let answer = ada.call("account/sign_out", &[]).await;
    assert_eq!(
        (answer.status, answer.body.as_str()),
        (503, "\"Unavailable\"")
    );
    assert!(answer.sets("__Host-awning").is_empty(), "the cookie stays");
    let page = ada.post("account/sign_out", &[]).await;
    assert_eq!(page.status, 503);
    assert!(
        page.body.contains("Please try again in a minute.")
            && page.body.contains(page.header("x-request-id"))
    );
    assert!(!page.body.to_lowercase().contains("sqlite") && !page.body.contains("locked"));
    assert!(
        ada.get("/").await.body.contains("data-state=\"signed-in\""),
        "reading goes on"
    );
    lock.rollback().await.expect("released");
    assert!(
        ada.call("account/sign_out", &[])
            .await
            .body
            .contains("true")
    );
}

/// The database is gone: every page says so, and `/healthz` too.
#[tokio::test]
async fn a_broken_database_is_a_page_without_details() {
    let shop = Shop::open().await;
    let mut ada = shop.customer("ada@example.com").await;
    assert_eq!(ada.get("/healthz").await.status, 200);
    shop.execute("DROP TABLE sessions").await;
    let page = ada.get("/").await;
    assert_eq!(page.status, 500);
    assert!(page.body.contains("Nothing was changed.") && !page.body.contains("sessions"));
    shop.execute("DROP TABLE health").await;
    // A check holds for a second; this one asks for the first time.
    let mut prober = Browser::new(router(shop.state.clone()));
    assert_eq!(prober.get("/healthz").await.status, 503);
}

/// Whatever is sent to whatever server function: no 5xx, and nothing changed.
#[test]
fn no_input_is_a_server_error() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let shop = runtime.block_on(Shop::with(|config| config.attempts_per_address = 1_000_000));
    let signed_in = runtime.block_on(shop.customer("ada@example.com"));
    // An id that no input hits: who names their own session ends it, and rightly so.
    runtime.block_on(shop.execute("UPDATE sessions SET id = 7305118841226093"));
    let before = runtime.block_on(fingerprint(&shop));
    let endpoint = prop::sample::select(vec![
        "sign_in",
        "register",
        "end_session",
        "change_password",
        "who",
        "nothing",
    ]);
    let key = prop_oneof![
        "[a-z]{1,8}",
        Just("email".to_owned()),
        Just("password".to_owned()),
        Just("id".to_owned()),
        Just("name".to_owned()),
        Just("current".to_owned()),
        Just("new".to_owned()),
        Just("returnurl".to_owned())
    ];
    // Never a password that would be accepted: those may change something.
    let value = prop_oneof![
        "[ -~]{0,9}",
        "\\PC{0,9}",
        "%[0-9a-fA-F]?[^a]?",
        "-?[0-9]{1,25}"
    ];
    let body = prop_oneof![
        prop::collection::vec((key, value), 0..5).prop_map(|pairs| pairs
            .iter()
            .map(|(key, value)| format!("{key}={value}"))
            .collect::<Vec<_>>()
            .join("&")),
        "\\PC{0,60}",
    ];
    let mut runner = TestRunner::new(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let outcome = runner.run(
        &(endpoint, body, any::<bool>(), any::<bool>()),
        |(endpoint, body, page, customer)| {
            let mut browser = if customer {
                signed_in.clone()
            } else {
                shop.browser()
            };
            let accept = if page {
                "text/html"
            } else {
                "application/json"
            };
            let path = format!("/api/account/{endpoint}");
            let answer =
                runtime.block_on(browser.send(axum::http::Method::POST, &path, accept, &body));
            prop_assert!(answer.status < 500, "{} {}", answer.status, answer.body);
            Ok(())
        },
    );
    outcome.expect("no input is a server error");
    assert_eq!(runtime.block_on(fingerprint(&shop)), before);
}

async fn fingerprint(shop: &Shop) -> (i64, i64, i64) {
    let customers = shop.count("SELECT count(*) * 1000 + sum(auth_epoch) + sum(length(email || name || password_hash)) FROM customers").await;
    (
        customers,
        shop.count("SELECT count(*) FROM sessions").await,
        shop.count("SELECT sum(id) FROM sessions").await,
    )
}

#[tokio::test]
async fn bodies_have_a_limit_and_unknown_calls_are_not_found() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    let huge = "x".repeat(100 * 1024);
    let answer = browser
        .call(
            "account/sign_in",
            &[("email", "ada@example.com"), ("password", &huge)],
        )
        .await;
    assert_eq!(answer.status, 413);
    assert_eq!(
        browser
            .call("account/nothing", &[("password", PASSWORD)])
            .await
            .status,
        405
    );
    assert_eq!(
        browser
            .call("account/register", &[("email", "ada@example.com")])
            .await
            .status,
        400
    );
}
