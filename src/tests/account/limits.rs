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
