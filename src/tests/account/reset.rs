//! Another password by a link in an e-mail.

use crate::support::{Browser, PASSWORD, Shop};
use awning::base::shop::SignInWays;

const ADA: &str = "ada@example.com";
const NEW: &str = "four other random words";

async fn ask(browser: &mut Browser, email: &str) -> String {
    let answer = browser
        .post("account/send_reset", &[("email", email)])
        .await;
    assert_eq!(answer.status, 303);
    answer.header("location").to_owned()
}

async fn token(shop: &Shop) -> String {
    let link = shop.newest_link().await;
    link.split("token=").nth(1).expect("a token").to_owned()
}

#[tokio::test]
async fn a_link_sets_another_password_once_and_ends_every_other_session() {
    let shop = Shop::open().await;
    let mut ada = shop.customer(ADA).await;
    let mut phone = shop.browser();
    assert_eq!(ask(&mut phone, ADA).await, "/account/reset-password");
    let said = phone.get("/account/reset-password").await.body;
    assert!(said.contains("If there is an account with this address"));
    let (link, token) = (shop.newest_link().await, token(&shop).await);
    for _ in 0..2 {
        let page = phone.get(&link).await.body;
        assert!(
            page.contains("name=\"password\""),
            "a visit changes nothing"
        );
    }
    let short = [("token", token.as_str()), ("password", "short")];
    let answer = phone.post("account/set_password", &short).await;
    assert_eq!(answer.header("location"), link);
    let page = phone.get(&link).await.body;
    assert!(page.contains("at least 10 characters.") && page.contains("aria-invalid=\"true\""));
    let good = [("token", token.as_str()), ("password", NEW)];
    let answer = phone.post("account/set_password", &good).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, "/account")
    );
    let page = phone.get("/account").await.body;
    assert!(page.contains("Your password is changed.") && page.contains(ADA));
    assert!(
        ada.get("/")
            .await
            .body
            .contains("data-state=\"signed-out\"")
    );
    assert!(shop.newest_email().await.contains("was changed"));
    let again = shop.browser().post("account/set_password", &good).await;
    assert_eq!(again.header("location"), "/account/reset-password");
    let page = shop.browser().get(&link).await.body;
    assert!(page.contains("used already") && !page.contains("name=\"password\""));
    for (password, opens) in [(PASSWORD, false), (NEW, true)] {
        let form = [("email", ADA), ("password", password)];
        let answer = shop.browser().call("account/sign_in", &form).await;
        assert_eq!(answer.body.contains("SignedIn"), opens);
    }
}

#[tokio::test]
async fn the_answer_does_not_tell_who_has_an_account_and_the_email_does() {
    let shop = Shop::open().await;
    shop.customer(ADA).await;
    let mut answers = Vec::new();
    for (email, said) in [
        (ADA, "Set a new password here"),
        ("eve@example.com", "There is no account"),
    ] {
        let mut browser = shop.browser();
        let location = ask(&mut browser, email).await;
        let page = browser.get(&location).await.body;
        answers.push((
            location,
            page.contains("If there is an account with this address"),
        ));
        assert!(shop.newest_email().await.contains(said), "{email}");
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(shop.count("SELECT count(*) FROM email_proofs").await, 1);
}

#[tokio::test]
async fn what_is_no_address_and_what_is_too_often_is_said() {
    let shop = Shop::open().await;
    for (email, times, said) in [
        ("ada@nowhere", 1, "Please enter an email address"),
        (ADA, 4, "Please wait 60 minutes"),
    ] {
        let mut browser = shop.browser();
        for _ in 0..times {
            ask(&mut browser, email).await;
        }
        let page = browser.get("/account/reset-password").await.body;
        assert!(page.contains(said) && page.contains(&format!("value=\"{email}\"")));
    }
    assert_eq!(shop.count("SELECT count(*) FROM letters").await, 3);
}

#[tokio::test]
async fn a_link_is_over_after_an_hour_and_where_there_are_no_passwords() {
    let shop = Shop::open().await;
    shop.customer(ADA).await;
    ask(&mut shop.browser(), ADA).await;
    let token = token(&shop).await;
    shop.execute("UPDATE email_proofs SET created_at = created_at - 3600")
        .await;
    let form = [("token", token.as_str()), ("password", NEW)];
    let answer = shop.browser().post("account/set_password", &form).await;
    assert_eq!(answer.header("location"), "/account/reset-password");
    let shop = Shop::with(|config| config.sign_in = SignInWays::Code).await;
    let page = shop.browser().get("/account/reset-password").await;
    assert_eq!(page.header("location"), "/account");
    let form = [("email", ADA)];
    let answer = shop.browser().call("account/send_reset", &form).await;
    assert_eq!(answer.status, 400);
}

/// Whoever signs in by e-mail alone may have a password by the same link.
#[tokio::test]
async fn a_customer_without_a_password_is_offered_one() {
    let shop = Shop::open().await;
    let mut ada = shop.by_code(ADA).await;
    let page = ada.get("/account").await.body;
    assert!(page.contains("have no password") && !page.contains("change_password"));
    ask(&mut ada, ADA).await;
    let token = token(&shop).await;
    let form = [("token", token.as_str()), ("password", NEW)];
    ada.post("account/set_password", &form).await;
    assert!(ada.get("/account").await.body.contains("change_password"));
}
