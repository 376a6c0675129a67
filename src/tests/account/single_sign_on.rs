//! Sign-in by the merchant's own site (`spec/js-api.md` 7).

use crate::support::{Browser, PASSWORD, Shop};
use awning::{base::date, content::apps::Change};
use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha1::Sha1;
use sha2::Sha256;

const SECRET: &str = "what only site and shop know";

async fn shop() -> Shop {
    shop_with(false).await
}

async fn shop_with(sso_sha1: bool) -> Shop {
    let shop = Shop::with(|config| config.sso_sha1 = sso_sha1).await;
    let change = Change {
        client_secret: Some(SECRET.to_owned()),
        ..Change::default()
    };
    let tx = shop.db.begin().await.expect("a transaction");
    change.put(&tx, "site").await.expect("an app");
    tx.commit().await.expect("kept");
    shop
}

fn profile(user: &str, email: &str) -> Value {
    let person = |name: &str, city: &str| json!({ "name": name, "city": city, "countryCode": "GB", "countryName": "United Kingdom" });
    json!({ "appClientId": "site", "userId": user, "profile": {
        "email": email, "registered": 1_500_000_000, "billingPerson": person("Ada King", "London"),
        "shippingAddresses": [{ "person": person("Ada King", "Ockham") }, { "person": person("Lady Byron", "Kirkby") }],
    }})
}

fn signed<M: Mac + KeyInit>(message: &Value, at: i64) -> String {
    let message = STANDARD.encode(message.to_string());
    let mut mac = <M as KeyInit>::new_from_slice(SECRET.as_bytes()).expect("a key");
    mac.update(format!("{message} {at}").as_bytes());
    let bytes = mac.finalize().into_bytes();
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{message} {hex} {at}")
}

fn payload(user: &str, email: &str) -> String {
    signed::<Hmac<Sha256>>(&profile(user, email), date::now())
}

async fn enters(browser: &mut Browser, payload: &str) -> bool {
    let answer = browser
        .call("account/single_sign_on", &[("payload", payload)])
        .await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body == "true"
}

async fn who(browser: &mut Browser) -> Value {
    let answer = browser.call("account/who", &[]).await;
    let customer: Value = serde_json::from_str(&answer.body).expect("JSON");
    let profile = customer["profile"].as_str().unwrap_or("null");
    serde_json::from_str(profile).expect("a profile")
}

#[tokio::test]
async fn who_is_signed_in_at_the_site_is_signed_in_here() {
    let shop = shop().await;
    let mut browser = shop.browser();
    assert!(enters(&mut browser, &payload("7", "ada@site.example")).await);
    let customer = who(&mut browser).await;
    assert_eq!(customer["email"], "ada@site.example");
    assert_eq!(customer["registered"], "1500000000");
    assert_eq!(customer["billingPerson"]["city"], "London");
    let cities = |customer: &Value| {
        let book = customer["shippingAddresses"].as_array().expect("a book");
        book.iter()
            .map(|it| it["person"]["city"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(cities(&customer), ["Ockham", "Kirkby"]);

    // What the site says later is taken over, but for the address book.
    let mut changed = profile("7", "countess@site.example");
    changed["profile"]["billingPerson"] = json!({ "name": "Countess Lovelace", "city": "Horsley" });
    changed["profile"]["shippingAddresses"] = json!([]);
    let mut other = shop.browser();
    assert!(enters(&mut other, &signed::<Hmac<Sha256>>(&changed, date::now())).await);
    let later = who(&mut other).await;
    assert_eq!(later["id"], customer["id"]);
    assert_eq!(later["email"], "countess@site.example");
    assert_eq!(later["billingPerson"]["city"], "Horsley");
    assert_eq!(cities(&later), ["Ockham", "Kirkby"]);
    assert!(
        other
            .get("/account")
            .await
            .body
            .contains("Countess Lovelace")
    );
    assert_eq!(shop.count("SELECT COUNT(*) FROM customers").await, 1);
}

/// A signature is good once; a page that is loaded again keeps who is there, and takes nobody else's place.
#[tokio::test]
async fn a_payload_signs_in_once() {
    let shop = shop().await;
    let payload = payload("7", "ada@site.example");
    let mut browser = shop.browser();
    assert!(enters(&mut browser, &payload).await);
    let session = browser.cookies.clone();
    assert!(enters(&mut browser, &payload).await, "the page came again");
    assert_eq!(browser.cookies, session, "and the session is the same");
    assert!(
        !enters(&mut shop.browser(), &payload).await,
        "a thief comes late"
    );
    browser.post("account/sign_out", &[]).await;
    assert!(
        !enters(&mut browser, &payload).await,
        "and so does who signed out"
    );
}

#[tokio::test]
async fn two_instances_take_one_payload_once() {
    let shop = shop().await;
    let payload = payload("7", "ada@site.example");
    let (mut one, mut other) = (shop.browser(), shop.browser());
    let both = tokio::join!(enters(&mut one, &payload), enters(&mut other, &payload));
    assert!(both.0 != both.1, "{both:?}");
}

#[tokio::test]
async fn what_the_site_did_not_sign_lets_nobody_in() {
    let shop = shop().await;
    let (now, ada) = (date::now(), profile("7", "ada@site.example"));
    let good = signed::<Hmac<Sha256>>(&ada, now);
    let mut other_app = ada.clone();
    other_app["appClientId"] = json!("elsewhere");
    let mut no_email = ada.clone();
    no_email["profile"]["email"] = json!("nobody");
    let refused = [
        String::new(),
        "a b c".to_owned(),
        good.replace(' ', "_"),
        good.replacen("eyJ", "eyK", 1),
        format!("{good}0"),
        signed::<Hmac<Sha256>>(&ada, now - 601),
        signed::<Hmac<Sha256>>(&ada, now + 700),
        signed::<Hmac<Sha1>>(&ada, now),
        signed::<Hmac<Sha256>>(&other_app, now),
        signed::<Hmac<Sha256>>(&no_email, now),
    ];
    let mut browser = shop.browser();
    for payload in refused {
        assert!(!enters(&mut browser, &payload).await, "{payload}");
        assert_eq!(who(&mut browser).await, Value::Null);
    }
    assert_eq!(shop.count("SELECT COUNT(*) FROM customers").await, 0);
    assert!(enters(&mut browser, &good).await);
}

#[tokio::test]
async fn sha1_is_believed_where_the_merchant_says_so() {
    let shop = shop_with(true).await;
    let old = signed::<Hmac<Sha1>>(&profile("7", "ada@site.example"), date::now());
    assert!(enters(&mut shop.browser(), &old).await);
}

/// An account that was here before belongs to whoever has its password, whatever the site says.
#[tokio::test]
async fn an_email_of_another_customer_signs_nobody_in() {
    let shop = shop().await;
    shop.customer("ada@site.example").await;
    let mut browser = shop.browser();
    assert!(!enters(&mut browser, &payload("7", "Ada@Site.example")).await);
    assert_eq!(who(&mut browser).await, Value::Null);
    assert!(enters(&mut browser, &payload("8", "eve@site.example")).await);
    let mut other = shop.browser();
    assert!(enters(&mut other, &payload("8", "ada@site.example")).await);
    assert_eq!(
        who(&mut other).await["email"],
        "eve@site.example",
        "the address stays"
    );
    let mut ada = shop.browser();
    let form = [("email", "ada@site.example"), ("password", PASSWORD)];
    let answer = ada.call("account/sign_in", &form).await;
    assert!(answer.body.starts_with("{\"SignedIn\":"));
    for password in ["", "anything"] {
        let form = [("email", "eve@site.example"), ("password", password)];
        let answer = ada.call("account/sign_in", &form).await;
        assert!(answer.body.contains("Refused"), "no password fits none");
    }
}

/// The old address may be somebody else's by now: neither a session nor a link of before it changed opens the account.
#[tokio::test]
async fn another_address_ends_what_was_sent_to_the_old_one() {
    let shop = shop().await;
    let (mut here, mut elsewhere) = (shop.browser(), shop.browser());
    let now = date::now();
    for (browser, age) in [(&mut here, 1), (&mut elsewhere, 2)] {
        // A signature is good once.
        let at = now - age;
        let payload = signed::<Hmac<Sha256>>(&profile("7", "ada@site.example"), at);
        assert!(enters(browser, &payload).await);
    }
    let form = [("email", "ada@site.example")];
    shop.browser().post("account/send_reset", &form).await;
    let link = shop.newest_link().await;
    assert!(enters(&mut here, &payload("7", "countess@site.example")).await);
    assert_eq!(who(&mut here).await["email"], "countess@site.example");
    assert_eq!(who(&mut elsewhere).await, Value::Null);
    let page = shop.browser().get(&link).await.body;
    assert!(page.contains("used already") && !page.contains("name=\"password\""));
    // The page is loaded again, and who is here stays here.
    let session = here.cookies.clone();
    assert!(enters(&mut here, &payload("7", "countess@site.example")).await);
    assert_eq!(here.cookies, session);
}
