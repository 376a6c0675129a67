//! Messages of providers: whose they are, how often they come, and that they are only asked about.

use super::{HELD, MINUTE, PayShop, SOLD, pay_shop, result, thanks};
use awning::{
    admin::staff::role::Role,
    base::date,
    demo::test_provider::{
        STRIPE_HOOK_KEY, State,
        faults::{Delivery, Fault},
    },
};
use axum::http::Method;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

const JOBS: &str = "SELECT count(*) FROM jobs WHERE kind = 'look at payment'";

/// Sends `body` as Stripe would, signed with `secret` at `time`.
async fn told(it: &PayShop, body: &Value, secret: &str, time: i64) -> u16 {
    let body = body.to_string();
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("a key");
    mac.update(format!("{time}.{body}").as_bytes());
    let signature = data_encoding::HEXLOWER.encode(&mac.finalize().into_bytes());
    let mut stripe = it.office.shop.browser();
    stripe
        .headers
        .push(("stripe-signature", format!("t={time},v1={signature}")));
    let sent = stripe
        .send_as(Method::POST, "/hooks/stripe", "application/json", &body)
        .await;
    sent.status
}

fn event(id: &str, key: &str) -> Value {
    json!({
        "id": id, "type": "checkout.session.completed",
        "data": { "object": { "object": "checkout.session", "metadata": { "awning": key } } },
    })
}

#[tokio::test]
async fn a_message_places_the_order_once_however_often_it_comes() {
    for method in ["card", "ideal"] {
        let it = pay_shop().await;
        it.ordered(method).await;
        it.provider.faults().of_messages([Delivery::Twice]);
        it.becomes(State::Paid).await;
        assert_eq!(it.books().await, HELD, "{method}: it is answered first");
        let jobs = it.office.shop.count(JOBS).await;
        assert!(jobs >= 1, "{method}");
        if method == "card" {
            assert_eq!(jobs, 1, "one event is one job");
        }
        it.work_off().await;
        assert_eq!(
            (it.state().await.as_str(), it.books().await),
            ("PAID", SOLD),
            "{method}"
        );
    }
}

/// What a message says is no fact: the provider says otherwise when it is asked.
#[tokio::test]
async fn a_message_that_comes_too_early_places_nothing() {
    let it = pay_shop().await;
    it.ordered("card").await;
    let key = it.payment().key;
    assert_eq!(
        told(&it, &event("evt_1", &key), STRIPE_HOOK_KEY, date::now()).await,
        200
    );
    assert_eq!(it.work_off().await, 1);
    assert_eq!(
        (it.state().await.as_str(), it.books().await),
        ("WAITING", HELD)
    );
}

#[tokio::test]
async fn only_the_providers_messages_are_taken() {
    let it = pay_shop().await;
    it.ordered("card").await;
    let (key, now) = (it.payment().key, date::now());
    let event = event("evt_1", &key);
    assert_eq!(told(&it, &event, "whsec_guessed", now).await, 400);
    assert_eq!(told(&it, &event, "", now).await, 400);
    assert_eq!(
        told(&it, &event, STRIPE_HOOK_KEY, now - 301).await,
        400,
        "played again"
    );
    let mut anybody = it.office.shop.browser();
    let unsigned = anybody.send_json("/hooks/stripe", &event.to_string()).await;
    assert_eq!(unsigned.status, 400);
    let form = anybody
        .send_form("/hooks/mollie", &[("id", "tr_../../secrets")])
        .await;
    assert_eq!(form.status, 400);
    assert_eq!(anybody.send_json("/hooks/paypal", "{}").await.status, 404);
    let large = format!("{{\"id\":\"{}\"}}", "x".repeat(300 * 1024));
    assert_eq!(anybody.send_json("/hooks/stripe", &large).await.status, 413);
    assert_eq!(it.office.shop.count(JOBS).await, 0);
}

/// Others may use the same account; what they do is no fault here, or it would be sent for days.
#[tokio::test]
async fn messages_of_other_systems_are_let_pass() {
    let it = pay_shop().await;
    it.ordered("card").await;
    let now = date::now();
    let others = json!({ "id": "evt_2", "type": "invoice.paid", "data": { "object": { "object": "invoice" } } });
    assert_eq!(told(&it, &others, STRIPE_HOOK_KEY, now).await, 200);
    assert_eq!(
        told(
            &it,
            &event("evt_3", "somebody else's"),
            STRIPE_HOOK_KEY,
            now
        )
        .await,
        200
    );
    let mut mollie = it.office.shop.browser();
    let unknown = mollie
        .send_form("/hooks/mollie", &[("id", "tr_unknown")])
        .await;
    assert_eq!(unknown.status, 200);
    assert_eq!(it.office.shop.count(JOBS).await, 0);
    assert_eq!(
        it.office
            .shop
            .count("SELECT count(*) FROM payment_events")
            .await,
        0
    );
}

#[tokio::test]
async fn a_message_while_the_provider_is_away_is_asked_about_later() {
    let it = pay_shop().await;
    it.ordered("card").await;
    it.provider.faults().of_requests([Fault::Fail]);
    it.becomes(State::Paid).await;
    it.work_off().await;
    assert_eq!(
        (it.state().await.as_str(), it.books().await),
        ("WAITING", HELD)
    );
    it.work_off_at(date::now() + 60).await;
    assert_eq!(
        (it.state().await.as_str(), it.books().await),
        ("PAID", SOLD)
    );
}

#[tokio::test]
async fn keys_are_nowhere_to_be_read() {
    let it = pay_shop().await;
    let keys = awning::order::payment::provider::Keys {
        secret: "sk_live_secret".into(),
        hook: "whsec_secret".into(),
    };
    assert!(!format!("{keys:?}").contains("secret"), "not in a log");
    let shown = toml::to_string(&it.office.shop.state.current().config).expect("settings");
    for key in [STRIPE_HOOK_KEY, awning::demo::test_provider::STRIPE_KEY] {
        assert!(!shown.contains(key), "not among the settings");
    }
}

/// A page that is loaded again and again makes no provider answer again and again; what is paid is found out all the same.
#[tokio::test]
async fn whoever_looks_all_the_time_is_not_asked_for_each_time() {
    let it = pay_shop().await;
    let (mut browser, number) = it.ordered("card").await;
    for _ in 0..60 {
        assert_eq!(browser.get(&result(&number)).await.status, 200);
    }
    it.provider.faults().of_messages([Delivery::Lost]);
    it.becomes(State::Paid).await;
    let page = browser.get(&result(&number)).await;
    assert!(page.body.contains("We are waiting for your payment"));
    it.sweep_in(3 * MINUTE).await;
    let answer = browser.get(&result(&number)).await;
    assert_eq!(answer.header("location"), thanks(&number));
}

/// The secret of another address is the mistake that everybody makes once: the merchant sees it.
#[tokio::test]
async fn messages_that_are_signed_otherwise_are_seen_in_the_office() {
    let it = pay_shop().await;
    it.ordered("card").await;
    let (key, now) = (it.payment().key, date::now());
    let mut owner = it.office.signed_in(Role::Owner).await;
    let wrong = "was not signed with the secret";
    let page = owner.get("/payments/keys").await.body;
    assert!(page.contains("No message came yet") && !page.contains(wrong));
    for id in ["evt_1", "evt_2"] {
        told(&it, &event(id, &key), "whsec_other", now).await;
    }
    let page = owner.get("/payments/keys").await.body;
    assert!(page.contains("No message came yet") && page.contains(wrong));
    let noted = "SELECT count(*) FROM payment_events";
    assert_eq!(
        it.office.shop.count(noted).await,
        1,
        "strangers fill nothing"
    );
    it.office
        .shop
        .execute("UPDATE payment_events SET received_at = received_at - 10")
        .await;
    told(&it, &event("evt_3", &key), STRIPE_HOOK_KEY, now).await;
    let page = owner.get("/payments/keys").await.body;
    assert!(page.contains("The last message came") && !page.contains(wrong));
}
