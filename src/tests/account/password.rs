use crate::support::{PASSWORD, Shop};

const NEW: &str = "four other random words";

#[tokio::test]
async fn changing_it_ends_the_other_sessions_and_keeps_this_one() {
    let shop = Shop::open().await;
    let mut ada = shop.customer("ada@example.com").await;
    let old_token = ada.clone();
    let mut phone = shop.browser();
    phone
        .call(
            "account/sign_in",
            &[("email", "ada@example.com"), ("password", PASSWORD)],
        )
        .await;
    let answer = ada
        .post(
            "account/change_password",
            &[("current", PASSWORD), ("new", NEW)],
        )
        .await;
    assert_eq!(answer.header("location"), "/account");
    assert!(
        ada.get("/account")
            .await
            .body
            .contains("Your password is changed.")
    );
    for mut ended in [phone, old_token] {
        assert!(
            ended
                .get("/")
                .await
                .body
                .contains("data-state=\"signed-out\"")
        );
    }
    let mut later = shop.browser();
    let old = later
        .call(
            "account/sign_in",
            &[("email", "ada@example.com"), ("password", PASSWORD)],
        )
        .await;
    assert_eq!(old.body, "{\"Refused\":\"WrongCredentials\"}");
    let new = later
        .call(
            "account/sign_in",
            &[("email", "ada@example.com"), ("password", NEW)],
        )
        .await;
    assert!(new.body.contains("SignedIn"));
}

#[tokio::test]
async fn a_wrong_current_or_a_short_new_password_changes_nothing() {
    let shop = Shop::open().await;
    let mut ada = shop.customer("ada@example.com").await;
    let wrong = ada
        .call(
            "account/change_password",
            &[("current", "wrong"), ("new", NEW)],
        )
        .await;
    assert_eq!(wrong.body, "{\"Refused\":\"CurrentPassword\"}");
    let short = ada
        .call(
            "account/change_password",
            &[("current", PASSWORD), ("new", "short")],
        )
        .await;
    assert_eq!(short.body, "{\"Refused\":\"NewPassword\"}");
    assert!(ada.get("/").await.body.contains("data-state=\"signed-in\""));
    assert_eq!(shop.count("SELECT auth_epoch FROM customers").await, 0);
}
