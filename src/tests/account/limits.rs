use crate::support::{PASSWORD, Shop};

const WAIT: &str = "{\"Refused\":{\"TooManyAttempts\":15}}";

#[tokio::test]
async fn one_account_is_not_guessed_at_for_ever() {
    let shop = Shop::with(|config| config.attempts_per_account = 3).await;
    shop.customer("ada@example.com").await;
    let mut browser = shop.browser();
    for _ in 0..3 {
        let answer = browser
            .call(
                "account/sign_in",
                &[("email", "ada@example.com"), ("password", "wrong")],
            )
            .await;
        assert_eq!(answer.body, "{\"Refused\":\"WrongCredentials\"}");
    }
    let right = [("email", "ada@example.com"), ("password", PASSWORD)];
    assert_eq!(browser.call("account/sign_in", &right).await.body, WAIT);
    shop.execute("UPDATE attempts SET window_started_at = window_started_at - 901")
        .await;
    assert!(
        browser
            .call("account/sign_in", &right)
            .await
            .body
            .contains("SignedIn")
    );
}

#[tokio::test]
async fn one_address_does_not_try_every_account() {
    let shop = Shop::with(|config| {
        config.attempts_per_address = 3;
        config.trusted_proxies = 1;
    })
    .await;
    let mut browser = shop.browser();
    browser
        .headers
        .push(("x-forwarded-for", "6.6.6.6, 192.0.2.1".into()));
    for n in 0..3 {
        browser
            .call(
                "account/sign_in",
                &[
                    ("email", &format!("a{n}@example.com")),
                    ("password", "wrong"),
                ],
            )
            .await;
    }
    let next = [("email", "a9@example.com"), ("password", "wrong")];
    assert_eq!(browser.call("account/sign_in", &next).await.body, WAIT);
    browser.headers = vec![("x-forwarded-for", "192.0.2.1, 192.0.2.2".into())];
    assert_eq!(
        browser.call("account/sign_in", &next).await.body,
        "{\"Refused\":\"WrongCredentials\"}"
    );
}

#[tokio::test]
async fn signing_in_rightly_counts_for_nothing() {
    let shop = Shop::with(|config| {
        config.attempts_per_address = 2;
        config.attempts_per_account = 2;
    })
    .await;
    shop.customer("ada@example.com").await;
    for _ in 0..5 {
        let answer = shop
            .browser()
            .call(
                "account/sign_in",
                &[("email", "ada@example.com"), ("password", PASSWORD)],
            )
            .await;
        assert!(answer.body.contains("SignedIn"), "{}", answer.body);
    }
}

#[tokio::test]
async fn an_address_over_its_limit_locks_nobody_out() {
    let shop = Shop::with(|config| {
        config.attempts_per_address = 2;
        config.attempts_per_account = 3;
        config.trusted_proxies = 1;
    })
    .await;
    shop.customer("ada@example.com").await;
    let mut eve = shop.browser();
    eve.headers = vec![("x-forwarded-for", "192.0.2.66".into())];
    let wrong = [("email", "ada@example.com"), ("password", "wrong")];
    for _ in 0..9 {
        eve.call("account/sign_in", &wrong).await;
    }
    assert_eq!(eve.call("account/sign_in", &wrong).await.body, WAIT);
    let mut ada = shop.browser();
    ada.headers = vec![("x-forwarded-for", "192.0.2.1".into())];
    let right = [("email", "ada@example.com"), ("password", PASSWORD)];
    let answer = ada.call("account/sign_in", &right).await;
    assert!(answer.body.contains("SignedIn"), "{}", answer.body);
}

#[tokio::test]
async fn a_locked_account_opens_where_its_customer_was_signed_in_before() {
    let shop = Shop::with(|config| config.attempts_per_account = 3).await;
    let mut ada = shop.customer("ada@example.com").await;
    shop.customer("eve@example.com").await;
    ada.call("account/sign_out", &[]).await;
    let wrong = [("email", "ada@example.com"), ("password", "wrong")];
    let right = [("email", "ada@example.com"), ("password", PASSWORD)];
    let mut eve = shop.customer("mallory@example.com").await;
    for _ in 0..4 {
        eve.call("account/sign_in", &wrong).await;
    }
    let refused = eve.call("account/sign_in", &right).await;
    assert_eq!(
        refused.body, WAIT,
        "another customer's device is none of hers"
    );
    let answer = ada.call("account/sign_in", &right).await;
    assert!(answer.body.contains("SignedIn"), "{}", answer.body);
    assert_eq!(eve.call("account/sign_in", &right).await.body, WAIT);
    ada.call("account/sign_out", &[]).await;
    for _ in 0..3 {
        let answer = ada.call("account/sign_in", &wrong).await;
        assert_eq!(answer.body, "{\"Refused\":\"WrongCredentials\"}");
    }
    assert_eq!(
        ada.call("account/sign_in", &right).await.body,
        WAIT,
        "a known device has a limit of its own"
    );
}

#[tokio::test]
async fn a_new_password_forgets_the_other_devices() {
    let shop = Shop::with(|config| config.attempts_per_account = 1).await;
    let mut ada = shop.customer("ada@example.com").await;
    let mut other = shop.browser();
    let right = [("email", "ada@example.com"), ("password", PASSWORD)];
    other.call("account/sign_in", &right).await;
    let change = [("current", PASSWORD), ("new", "three other words")];
    let answer = ada.call("account/change_password", &change).await;
    assert!(answer.body.contains("Changed"), "{}", answer.body);
    let known = "SELECT count(*) FROM known_devices";
    assert_eq!(shop.count(known).await, 1);
    ada.call("account/sign_out", &[]).await;
    for _ in 0..2 {
        other.call("account/sign_in", &right).await;
    }
    let new = [
        ("email", "ada@example.com"),
        ("password", "three other words"),
    ];
    assert_eq!(other.call("account/sign_in", &new).await.body, WAIT);
    let answer = ada.call("account/sign_in", &new).await;
    assert!(answer.body.contains("SignedIn"), "{}", answer.body);
}

#[tokio::test]
async fn a_clock_that_was_ahead_locks_nobody() {
    let shop = Shop::with(|config| config.attempts_per_account = 1).await;
    shop.customer("ada@example.com").await;
    let mut browser = shop.browser();
    let right = [("email", "ada@example.com"), ("password", PASSWORD)];
    let wrong = [("email", "ada@example.com"), ("password", "wrong")];
    for _ in 0..2 {
        browser.call("account/sign_in", &wrong).await;
    }
    assert_eq!(browser.call("account/sign_in", &right).await.body, WAIT);
    shop.execute("UPDATE attempts SET window_started_at = window_started_at + 86400")
        .await;
    let answer = browser.call("account/sign_in", &right).await;
    assert!(answer.body.contains("SignedIn"), "{}", answer.body);
}
