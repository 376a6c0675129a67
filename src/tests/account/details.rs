//! Another name and another e-mail address.

use crate::support::{Browser, PASSWORD, Shop};

const ADA: &str = "ada@example.com";
const NEW: &str = "countess@example.com";

async fn ask(browser: &mut Browser, email: &str) -> String {
    let answer = browser
        .post("account/change_email", &[("email", email)])
        .await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.header("location").to_owned()
}

async fn token(shop: &Shop) -> String {
    let link = shop.newest_link().await;
    link.split("token=").nth(1).expect("a token").to_owned()
}

#[tokio::test]
async fn a_name_is_changed_and_a_wrong_one_comes_back() {
    let shop = Shop::open().await;
    let mut ada = shop.customer(ADA).await;
    let answer = ada.post("account/change_name", &[("name", " ")]).await;
    assert_eq!(answer.header("location"), "/account#name");
    assert!(
        ada.get("/account")
            .await
            .body
            .contains("Please enter your name")
    );
    let answer = ada
        .post("account/change_name", &[("name", " Ada  King ")])
        .await;
    assert_eq!(answer.header("location"), "/account");
    let page = ada.get("/account").await.body;
    assert!(page.contains("Your name is changed.") && page.contains("Ada King"));
    let mut nobody = shop.browser();
    let answer = nobody.call("account/change_name", &[("name", "Eve")]).await;
    assert_eq!(answer.status, 401);
}

#[tokio::test]
async fn a_new_address_proves_itself_both_are_told_and_other_sessions_end() {
    let shop = Shop::open().await;
    let mut ada = shop.customer(ADA).await;
    let mut phone = shop.browser();
    let form = [("email", ADA), ("password", PASSWORD)];
    phone.call("account/sign_in", &form).await;
    // A code that is on its way to the old address opens nothing afterwards.
    let mut eve = shop.browser();
    let form = [("email", ADA), ("way", "email")];
    eve.call("account/sign_in", &form).await;
    assert_eq!(ask(&mut ada, "Countess@example.com").await, "/account");
    assert!(
        ada.get("/account")
            .await
            .body
            .contains("sent a link to the new address")
    );
    let (link, token) = (shop.newest_link().await, token(&shop).await);
    let mut reader = shop.browser();
    assert!(reader.get(&link).await.body.contains(NEW));
    let still = "SELECT count(*) FROM customers WHERE email = 'ada@example.com'";
    assert_eq!(shop.count(still).await, 1, "a visit changes nothing");
    let form = [("token", token.as_str())];
    let answer = ada.post("account/confirm_email", &form).await;
    assert_eq!(answer.header("location"), "/account");
    let page = ada.get("/account").await.body;
    assert!(page.contains("The email address is changed.") && page.contains(NEW));
    assert!(
        phone
            .get("/")
            .await
            .body
            .contains("data-state=\"signed-out\"")
    );
    let told = "SELECT count(*) FROM letters WHERE text LIKE '%from now on%' AND recipient";
    for address in [ADA, NEW] {
        assert_eq!(shop.count(&format!("{told} = '{address}'")).await, 1);
    }
    assert_eq!(shop.count("SELECT count(*) FROM email_proofs").await, 0);
    let again = reader.post("account/confirm_email", &form).await;
    assert_eq!(again.header("location"), "/account");
    assert!(reader.get("/account").await.body.contains("used already"));
    for (email, opens) in [(ADA, false), (NEW, true)] {
        let form = [("email", email), ("password", PASSWORD)];
        let answer = shop.browser().call("account/sign_in", &form).await;
        assert_eq!(answer.body.contains("SignedIn"), opens);
    }
}

#[tokio::test]
async fn a_link_that_is_opened_elsewhere_changes_the_address_and_signs_nobody_in() {
    let shop = Shop::open().await;
    let mut ada = shop.customer(ADA).await;
    ask(&mut ada, NEW).await;
    let token = token(&shop).await;
    let mut phone = shop.browser();
    phone
        .post("account/confirm_email", &[("token", token.as_str())])
        .await;
    for browser in [&mut phone, &mut ada] {
        assert!(
            browser
                .get("/")
                .await
                .body
                .contains("data-state=\"signed-out\"")
        );
    }
    let changed = "SELECT count(*) FROM customers WHERE email = 'countess@example.com'";
    assert_eq!(shop.count(changed).await, 1);
}

#[tokio::test]
async fn an_address_with_an_account_gets_the_same_answer_and_no_link() {
    let shop = Shop::open().await;
    shop.customer("eve@example.com").await;
    let mut ada = shop.customer(ADA).await;
    let mut answers = Vec::new();
    for email in ["eve@example.com", NEW] {
        let location = ask(&mut ada, email).await;
        let page = ada.get("/account").await.body;
        answers.push((location, page.contains("sent a link to the new address")));
        let has_link = shop.newest_email().await.contains("token=");
        assert_eq!(has_link, email == NEW);
    }
    assert_eq!(answers[0], answers[1]);
    // Somebody else was quicker.
    let token = token(&shop).await;
    shop.customer(NEW).await;
    ada.post("account/confirm_email", &[("token", token.as_str())])
        .await;
    assert!(ada.get("/account").await.body.contains("used already"));
    assert!(ada.get("/account").await.body.contains(ADA));
}

#[tokio::test]
async fn another_address_needs_a_sign_in_of_just_now() {
    let shop = Shop::open().await;
    let mut ada = shop.customer(ADA).await;
    shop.execute("UPDATE sessions SET created_at = created_at - 601")
        .await;
    let again = "/account/sign-in-again?returnurl=%2Faccount%23email";
    assert_eq!(ask(&mut ada, NEW).await, again);
    let page = ada.get(again).await.body;
    assert!(
        page.contains("Please sign in once more") && page.contains("value=\"ada@example.com\"")
    );
    let mut form = [
        ("email", ADA),
        ("password", "wrong"),
        ("returnurl", "/account#email"),
    ];
    let answer = ada.post("account/sign_in", &form).await;
    assert_eq!(answer.header("location"), again);
    assert!(
        ada.get(again)
            .await
            .body
            .contains("Email or password is wrong.")
    );
    form[1].1 = PASSWORD;
    let answer = ada.post("account/sign_in", &form).await;
    assert_eq!(answer.header("location"), "/account#email");
    assert_eq!(ask(&mut ada, NEW).await, "/account");
    assert_eq!(shop.count("SELECT count(*) FROM sessions").await, 1);
}

/// Whoever knew the password may have asked for another address: a new password ends that too.
#[tokio::test]
async fn a_new_password_ends_a_change_of_address_that_was_asked_for() {
    let shop = Shop::open().await;
    let mut ada = shop.customer(ADA).await;
    for way in ["change", "reset"] {
        ask(&mut ada, NEW).await;
        let pending = token(&shop).await;
        let password = format!("another password by {way}");
        if way == "change" {
            let form = [("current", PASSWORD), ("new", password.as_str())];
            let answer = ada.post("account/change_password", &form).await;
            assert_eq!(answer.header("location"), "/account");
        } else {
            ada.post("account/send_reset", &[("email", ADA)]).await;
            let token = token(&shop).await;
            let form = [("token", token.as_str()), ("password", password.as_str())];
            ada.post("account/set_password", &form).await;
        }
        let form = [("token", pending.as_str())];
        shop.browser().post("account/confirm_email", &form).await;
        let taken = "SELECT count(*) FROM customers WHERE email = 'countess@example.com'";
        assert_eq!(shop.count(taken).await, 0, "{way}");
    }
}

/// Of two addresses that were asked for, the second is no way back once the first is proved.
#[tokio::test]
async fn a_new_address_ends_another_one_that_was_asked_for() {
    let shop = Shop::open().await;
    let mut ada = shop.customer(ADA).await;
    ask(&mut ada, "evil@example.com").await;
    let other = token(&shop).await;
    ask(&mut ada, NEW).await;
    let form_token = token(&shop).await;
    ada.post("account/confirm_email", &[("token", form_token.as_str())])
        .await;
    shop.browser()
        .post("account/confirm_email", &[("token", other.as_str())])
        .await;
    let is_new = "SELECT count(*) FROM customers WHERE email = 'countess@example.com'";
    assert_eq!(shop.count(is_new).await, 1);
}
