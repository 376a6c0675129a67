//! Signing in by a code or a link in an e-mail.

use crate::{
    support::checkout::selling,
    support::{Answer, Browser, PASSWORD, Shop, UNLIMITED},
};
use awning::{account::email_proof, base::shop::SignInWays};

const ADA: &str = "ada@example.com";
const OVER: &str = "{\"Refused\":\"CodeOver\"}";

async fn ask(browser: &mut Browser, email: &str) -> Answer {
    browser
        .call("account/sign_in", &[("email", email), ("way", "email")])
        .await
}

async fn enter(browser: &mut Browser, code: &str) -> Answer {
    browser
        .call("account/sign_in", &[("code", code), ("way", "code")])
        .await
}

/// The code in the newest e-mail.
async fn code(shop: &Shop) -> String {
    let text = shop.newest_email().await;
    let rest = text.split("Your code is ").nth(1).expect("a code");
    rest[..6].to_owned()
}

fn wrong(code: &str) -> &'static str {
    if code == "000000" { "000001" } else { "000000" }
}

#[tokio::test]
async fn a_code_signs_in_where_it_was_asked_for_and_once() {
    let shop = Shop::open().await;
    shop.customer(ADA).await;
    let mut phone = shop.browser();
    assert_eq!(
        ask(&mut phone, " Ada@Example.com").await.body,
        "\"EmailSent\""
    );
    let code = code(&shop).await;
    let mut eve = shop.browser();
    assert_eq!(enter(&mut eve, &code).await.body, OVER);
    ask(&mut eve, "eve@example.com").await;
    assert_eq!(enter(&mut eve, &code).await.body, "{\"Refused\":\"Code\"}");
    let before = phone.clone();
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let answer = enter(&mut phone, &spaced).await;
    assert!(answer.body.contains("SignedIn") && answer.body.contains(ADA));
    assert!(
        phone
            .get("/")
            .await
            .body
            .contains("data-state=\"signed-in\"")
    );
    assert!(!phone.cookies.contains_key("__Host-awning-code"));
    assert_eq!(enter(&mut before.clone(), &code).await.body, OVER);
}

#[tokio::test]
async fn an_unknown_address_gets_the_same_answer_and_its_code_opens_an_account() {
    let shop = Shop::open().await;
    shop.customer(ADA).await;
    let mut answers = Vec::new();
    for email in [ADA, "new@example.com"] {
        let mut browser = shop.browser();
        let form = [("email", email), ("way", "email")];
        let answer = browser.post("account/sign_in", &form).await;
        let page = browser.get("/account/code").await.body;
        assert!(page.contains(&format!("We have sent a code to {email}.")));
        answers.push((answer.status, answer.header("location").to_owned()));
    }
    assert_eq!(answers[0], (303, "/account/code".to_owned()));
    assert_eq!(answers[0], answers[1]);
    assert_eq!(shop.count("SELECT count(*) FROM customers").await, 1);
    let mut browser = shop.browser();
    ask(&mut browser, "new@example.com").await;
    let code = code(&shop).await;
    assert!(shop.newest_email().await.contains("no account with this"));
    let form = [("code", code.as_str()), ("way", "code")];
    let answer = browser.post("account/sign_in", &form).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, "/account")
    );
    let page = browser.get("/account").await.body;
    assert!(page.contains("Your account is ready") && page.contains("new@example.com"));
    // There is no password to guess.
    for password in ["", PASSWORD] {
        let form = [("email", "new@example.com"), ("password", password)];
        let answer = shop.browser().call("account/sign_in", &form).await;
        assert_eq!(answer.body, "{\"Refused\":\"WrongCredentials\"}");
    }
}

#[tokio::test]
async fn a_code_is_over_after_five_wrong_ones_and_after_ten_minutes() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    ask(&mut browser, ADA).await;
    let first = code(&shop).await;
    for _ in 0..4 {
        let answer = enter(&mut browser, wrong(&first)).await;
        assert_eq!(answer.body, "{\"Refused\":\"Code\"}");
    }
    for tried in [wrong(&first), &first] {
        assert_eq!(enter(&mut browser, tried).await.body, OVER);
    }
    ask(&mut browser, ADA).await;
    let second = code(&shop).await;
    shop.execute("UPDATE email_proofs SET created_at = created_at - 600")
        .await;
    assert_eq!(enter(&mut browser, &second).await.body, OVER);
    let page = browser.get("/account/code").await;
    assert_eq!(page.header("location"), "/account");
    let now = awning::base::date::now();
    assert_eq!(email_proof::purge(&shop.db.write, now).await, Ok(1));
}

#[tokio::test]
async fn without_scripts_a_wrong_code_comes_back_and_one_that_is_over_leads_to_a_new_one() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    ask(&mut browser, ADA).await;
    let code = code(&shop).await;
    for (tries, back, said) in [
        (4, "/account/code", "not the code in the newest email"),
        (1, "/account", "This code is used up."),
    ] {
        for _ in 0..tries {
            let form = [("code", wrong(&code)), ("way", "code")];
            let answer = browser.post("account/sign_in", &form).await;
            assert_eq!((answer.status, answer.header("location")), (303, back));
            assert!(browser.get(back).await.body.contains(said));
        }
    }
}

#[tokio::test]
async fn a_link_is_used_by_a_click_alone_in_any_browser_and_once() {
    let shop = Shop::open().await;
    shop.customer(ADA).await;
    let mut asked = shop.browser();
    let form = [("email", ADA), ("way", "email"), ("returnurl", "/cart?a=1")];
    asked.post("account/sign_in", &form).await;
    let code = code(&shop).await;
    let link = shop.newest_link().await;
    let token = link.split("token=").nth(1).expect("a token").to_owned();
    let mut phone = shop.browser();
    for _ in 0..2 {
        let page = phone.get(&link).await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("signed in as ada@example.com"));
        assert!(page.body.contains("data-state=\"signed-out\""));
    }
    let form = [("token", token.as_str())];
    let answer = phone.post("account/use_link", &form).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, "/cart?a=1")
    );
    assert!(
        phone
            .get("/")
            .await
            .body
            .contains("data-state=\"signed-in\"")
    );
    let again = shop.browser().post("account/use_link", &form).await;
    assert_eq!(again.header("location"), "/account");
    let page = shop.browser().get(&link).await;
    assert!(page.body.contains("used already"));
    // The code went with the link.
    assert_eq!(enter(&mut asked, &code).await.body, OVER);
}

#[tokio::test]
async fn a_code_leads_on_within_the_shop_alone() {
    let shop = Shop::with(|config| config.account_emails_per_recipient = UNLIMITED).await;
    for (wanted, reached) in [
        ("/cart?a=1&b=2", "/cart?a=1&b=2"),
        ("/account/register", "/account"),
        ("//evil.example/", "/account"),
        ("https://evil.example/", "/account"),
        ("/\\evil.example", "/account"),
        ("/a\r\nset-cookie: x=y", "/account"),
        ("/api/account/sign_out", "/account"),
        ("", "/account"),
    ] {
        let mut browser = shop.browser();
        let form = [("email", ADA), ("way", "email"), ("returnurl", wanted)];
        browser.post("account/sign_in", &form).await;
        let code = code(&shop).await;
        let form = [("code", code.as_str()), ("way", "code")];
        let answer = browser.post("account/sign_in", &form).await;
        assert_eq!(answer.header("location"), reached, "{wanted:?}");
    }
}

#[tokio::test]
async fn emails_are_limited_by_recipient_and_network_for_every_instance() {
    let shop = Shop::with(|config| config.account_emails_per_address = 10).await;
    let other = awning::app::open(shop.config.clone(), shop.db.clone()).await;
    let other = awning::app::router::router(other.expect("a second instance"));
    for count in 1..=12 {
        let mut browser = match count % 2 {
            0 => shop.browser(),
            _ => Browser::new(other.clone()),
        };
        let email = format!("{}@example.com", count / 4);
        let answer = ask(&mut browser, &email).await.body;
        let is_refused = answer.contains("TooManyAttempts\":60");
        // Each address is written to three times; what it is refused counts for the network.
        assert_eq!(
            is_refused,
            count % 4 == 3 && count > 4 || count > 10,
            "{count}: {answer}"
        );
    }
}

#[tokio::test]
async fn nothing_of_a_code_is_kept_in_the_clear() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    ask(&mut browser, ADA).await;
    let (code, link) = (code(&shop).await, shop.newest_link().await);
    shop.deliver().await;
    assert_eq!(shop.count("SELECT count(*) FROM letters").await, 0);
    let hashes =
        "SELECT count(*) FROM email_proofs WHERE length(code_hash) = 32 AND length(link_hash) = 32";
    assert_eq!(shop.count(hashes).await, 1);
    let token = link.split("token=").nth(1).expect("a token");
    assert!(!code.is_empty() && token.len() > 40);
    assert!(enter(&mut browser, &code).await.body.contains("SignedIn"));
    assert_eq!(shop.count("SELECT count(*) FROM email_proofs").await, 0);
}

#[tokio::test]
async fn the_cart_is_merged_as_with_a_password() {
    let shop = selling().await;
    let mut browser = shop.browser();
    ask(&mut browser, ADA).await;
    browser.post("cart/add", &[("product", "1201")]).await;
    let code = code(&shop).await;
    let guests = "SELECT count(*) FROM carts WHERE customer_id IS NULL";
    assert_eq!(shop.count(guests).await, 1);
    let answer = enter(&mut browser, &code).await;
    assert!(answer.body.contains("SignedIn"));
    assert_eq!(shop.count(guests).await, 0);
    assert_eq!(shop.count("SELECT count(*) FROM cart_lines").await, 1);
}

#[tokio::test]
async fn the_setting_says_which_ways_there_are() {
    for (ways, has_password, has_code) in [
        (SignInWays::Password, true, false),
        (SignInWays::Code, false, true),
        (SignInWays::Both, true, true),
    ] {
        let shop = Shop::with(|config| config.sign_in = ways).await;
        let page = shop.browser().get("/account").await.body;
        assert_eq!(page.contains("name=\"password\""), has_password);
        assert_eq!(page.contains("name=\"way\" value=\"email\""), has_code);
        assert_eq!(page.contains("/account/register"), has_password);
        let form = [("email", ADA), ("name", "Ada"), ("password", PASSWORD)];
        let by_email = [("email", ADA), ("way", "email")];
        for (endpoint, form, is_there) in [
            ("account/register", &form[..], has_password),
            ("account/sign_in", &form[..], has_password),
            ("account/sign_in", &by_email, has_code),
        ] {
            let answer = shop.browser().call(endpoint, form).await;
            let status = if is_there { 200 } else { 400 };
            assert_eq!(answer.status, status, "{ways:?} {endpoint}");
        }
        let register = shop.browser().get("/account/register").await;
        assert_eq!(register.status == 200, has_password);
    }
}

/// A stranger who asks for somebody's codes locks them out of nothing where they were signed in before.
#[tokio::test]
async fn a_known_device_gets_its_code_however_often_strangers_ask() {
    let shop = Shop::with(|config| config.account_emails_per_recipient = 3).await;
    let mut ada = shop.customer("ada@example.com").await;
    ada.post("account/sign_out", &[]).await;
    let form = [("email", "ada@example.com"), ("way", "email")];
    for _ in 0..5 {
        shop.browser().call("account/sign_in", &form).await;
    }
    let stranger = shop.browser().call("account/sign_in", &form).await;
    assert!(stranger.body.contains("TooMany"), "{}", stranger.body);
    let own = ada.call("account/sign_in", &form).await;
    assert!(own.body.contains("EmailSent"), "{}", own.body);
}
