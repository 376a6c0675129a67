//! Payments online, by the method that takes no money: the order holds once it is paid.

use crate::{
    support::checkout::{ADDRESS, field, ordered, selling_with},
    support::{Answer, Browser, Shop},
};
use awning::platform::config::Config;
use std::process::{Command, Output};

const PAYMENTS: &str = r#"
payment = [
  { id = "bank", title = { en = "Bank transfer" } },
  { id = "card", title = { en = "Card" }, test = "OUTCOME" },
]
"#;

fn test_payment(config: &mut Config, outcome: &str) {
    let text = PAYMENTS.replace("OUTCOME", outcome);
    let mut table = text.parse::<toml::Table>().expect("TOML");
    let payment = table.remove("payment").expect("methods");
    config.payment = payment.try_into().expect("methods");
    config.test_payments = true;
}

async fn shop_whose_card(outcome: &str) -> Shop {
    selling_with(|config| {
        test_payment(config, outcome);
        config.notify = vec!["merchant@example.com".into()];
    })
    .await
}

/// Everything up to the last button, with `payment` chosen.
async fn buy(browser: &mut Browser, payment: &str) -> Answer {
    for (endpoint, form) in [
        ("cart/add", vec![("product", "1201")]),
        ("cart/coupon", vec![("coupon", "INK10")]),
        ("cart/checkout", vec![("email", "ada@example.com")]),
        ("checkout/address", ADDRESS.to_vec()),
        ("checkout/shipping", vec![("delivery", "post")]),
    ] {
        browser.post(endpoint, &form).await;
    }
    pay(browser, payment).await
}

async fn pay(browser: &mut Browser, payment: &str) -> Answer {
    let page = browser.get("/checkout/payment").await.body;
    let (key, total) = (field(&page, "key"), field(&page, "total"));
    let form = [
        ("key", key.as_str()),
        ("total", &total),
        ("payment", payment),
    ];
    browser.post("checkout/place", &form).await
}

/// The number of the order whose payment is waited for.
fn to_pay(answer: &Answer) -> String {
    let to = answer.header("location");
    let id = to.strip_prefix("/checkout/result?order=");
    id.unwrap_or_else(|| panic!("nothing to pay: {} {to}", answer.status))
        .to_owned()
}

fn status(shop: &Shop, number: &str, payment: &str) -> Output {
    let test = "payment=[{ id = 'card', title = { en = 'Card' }, test = 'pending' }]";
    Command::new(env!("CARGO_BIN_EXE_awning"))
        .args(["orders", "status", number, "--payment", payment])
        .args(["--set", &format!("database={}", shop.config.database)])
        .args(["--set", "test_payments=true", "--set", test])
        .output()
        .expect("it runs")
}

const STOCK: &str = "SELECT stock FROM products WHERE id = 1201";
const EMAILS: &str = "SELECT count(*) FROM letters";
const USES: &str = "SELECT sum(orders) FROM coupon_uses";

#[tokio::test]
async fn a_paid_order_is_placed_once_however_often_it_is_looked_at() {
    let shop = shop_whose_card("succeeds").await;
    let mut browser = shop.browser();
    let id = to_pay(&buy(&mut browser, "card").await);
    assert_eq!(shop.count(EMAILS).await, 0, "nothing is confirmed yet");
    let result = format!("/checkout/result?order={id}");
    for _ in 0..3 {
        let answer = browser.get(&result).await;
        assert_eq!(ordered(&answer), id);
    }
    assert_eq!(shop.count(EMAILS).await, 2, "one to each");
    let thanks = format!("/checkout/order-confirmation?order={id}");
    let page = browser.get(&thanks).await.body;
    assert!(page.contains("Thank you, Ada Lovelace") && page.contains("Paid"));
    assert!(
        page.contains("data-paid-online"),
        "scripts may lead elsewhere"
    );
    let again = browser.get(&thanks).await.body;
    assert!(!again.contains("data-paid-online"), "but only once");
    assert_eq!(shop.count(STOCK).await, 6);
    let paid = "SELECT count(*) FROM orders WHERE payment_status = 'PAID' AND paid_at IS NOT NULL";
    assert_eq!(shop.count(paid).await, 1);
}

#[tokio::test]
async fn an_order_that_is_not_paid_gives_everything_back() {
    let shop = shop_whose_card("fails").await;
    let mut browser = shop.browser();
    let id = to_pay(&buy(&mut browser, "card").await);
    assert_eq!(shop.count(STOCK).await, 6, "it is taken while it is paid");
    let answer = browser.get(&format!("/checkout/result?order={id}")).await;
    let failure = format!("/checkout/failure?order={id}");
    assert_eq!(answer.header("location"), failure);
    let page = browser.get(&failure).await;
    assert!(page.status == 200 && page.body.contains("The payment did not go through"));
    assert!(page.body.contains("href=\"/checkout/payment\""));
    assert_eq!((shop.count(STOCK).await, shop.count(USES).await), (7, 0));
    assert_eq!(shop.count(EMAILS).await, 0);
    let cart = browser.get("/cart").await.body;
    assert!(cart.contains("Blue Mug") && cart.contains("ada@example.com") && cart.contains("Ink"));
    // Nothing is asked again but how to pay, and the next order has a number of its own.
    let other = ordered(&pay(&mut browser, "bank").await);
    assert_ne!(other, id);
    assert_eq!((shop.count(STOCK).await, shop.count(USES).await), (6, 1));
    let list = browser.get(&format!("/account/orders/{id}")).await;
    assert_eq!(
        list.header("location"),
        format!("/checkout/result?order={id}")
    );
}

#[tokio::test]
async fn what_was_put_into_the_cart_meanwhile_stays_there() {
    let shop = shop_whose_card("pending").await;
    let mut ada = shop.customer("ada@example.com").await;
    let id = to_pay(&buy(&mut ada, "card").await);
    let shirt = [("product", "1202"), ("option-Size", "M")];
    ada.post("cart/add", &shirt).await;
    let waits = ada.get(&format!("/checkout/result?order={id}")).await;
    assert!(waits.status == 200 && waits.body.contains("We are waiting for your payment"));
    assert!(!ada.get("/account/orders").await.body.contains(&id));
    let answer = ada.post("checkout/cancel-payment", &[("order", &id)]).await;
    let answer = ada.get(answer.header("location")).await;
    assert_eq!(
        answer.header("location"),
        format!("/checkout/failure?order={id}")
    );
    let cart = ada.get("/cart").await.body;
    assert!(cart.contains("Blue Mug") && cart.contains("shirt") || cart.contains("Shirt"));
    assert_eq!(shop.count("SELECT count(*) FROM cart_lines").await, 2);
}

#[tokio::test]
async fn the_merchant_ends_what_is_waited_for() {
    let shop = shop_whose_card("pending").await;
    let mut browser = shop.browser();
    let id = to_pay(&buy(&mut browser, "card").await);
    // The answer was lost: the cart leads to where it is waited for.
    let result = format!("/checkout/result?order={id}");
    assert_eq!(browser.get("/cart").await.header("location"), result);
    assert!(status(&shop, &id, "paid").status.success());
    assert_eq!(ordered(&browser.get(&result).await), id);
    assert_eq!(
        shop.count("SELECT count(*) FROM letters WHERE recipient = 'ada@example.com'")
            .await,
        1
    );
    let mut other = shop.browser();
    let id = to_pay(&buy(&mut other, "card").await);
    assert!(status(&shop, &id, "cancelled").status.success());
    let failure = other.get(&format!("/checkout/result?order={id}")).await;
    // A cancelled order is shown as it stands.
    assert_eq!(ordered(&failure), id);
    assert!(other.get("/cart").await.body.contains("Blue Mug"));
    assert_eq!(shop.count(STOCK).await, 6);
}

#[tokio::test]
async fn nobody_else_sees_or_ends_a_payment() {
    let shop = shop_whose_card("pending").await;
    let id = to_pay(&buy(&mut shop.browser(), "card").await);
    let mut eve = shop.browser();
    let page = eve.get(&format!("/checkout/result?order={id}")).await;
    assert_eq!(page.header("location"), "/account/orders");
    let page = eve.get(&format!("/checkout/failure?order={id}")).await;
    assert_eq!(page.header("location"), "/cart");
    let answer = eve.post("checkout/cancel-payment", &[("order", &id)]).await;
    assert_eq!(answer.status, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn looks_at_once_place_one_order() {
    let shop = shop_whose_card("succeeds").await;
    let mut browser = shop.browser();
    let id = to_pay(&buy(&mut browser, "card").await);
    let looks = (0..6).map(|_| {
        let (mut browser, path) = (browser.clone(), format!("/checkout/result?order={id}"));
        tokio::spawn(async move { ordered(&browser.get(&path).await) })
    });
    for look in looks.collect::<Vec<_>>() {
        assert_eq!(look.await.expect("an answer"), id);
    }
    assert_eq!(shop.count(EMAILS).await, 2);
}

#[test]
fn a_method_that_takes_no_money_needs_a_shop_that_sells_nothing() {
    let mut config = Config::default();
    test_payment(&mut config, "succeeds");
    assert!(config.check().is_ok());
    config.test_payments = false;
    let refused = config.check().expect_err("it takes no money");
    assert!(refused.to_string().contains("test_payments"), "{refused}");
}

/// What the merchant has not accepted stands where it was: until the payment ends, it is paid or cancelled.
#[tokio::test]
async fn an_order_that_waits_for_its_payment_goes_nowhere_else() {
    let shop = shop_whose_card("pending").await;
    let mut browser = shop.browser();
    let id = to_pay(&buy(&mut browser, "card").await);
    for refused in ["awaiting_payment", "refunded"] {
        let run = status(&shop, &id, refused);
        assert!(!run.status.success(), "{refused}");
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        assert!(said.contains("PAID or CANCELLED"), "{said}");
    }
    assert!(status(&shop, &id, "paid").status.success());
    browser
        .post("checkout/cancel-payment", &[("order", &id)])
        .await;
    assert_eq!(shop.count(STOCK).await, 6, "what is paid stays sold");
}

/// Money that comes after everything was given back buys nothing that somebody else may have by now.
#[tokio::test]
async fn an_order_whose_payment_failed_is_not_paid_afterwards() {
    let shop = shop_whose_card("pending").await;
    let mut browser = shop.browser();
    let id = to_pay(&buy(&mut browser, "card").await);
    browser
        .post("checkout/cancel-payment", &[("order", &id)])
        .await;
    assert_eq!(shop.count(STOCK).await, 7);
    let run = status(&shop, &id, "paid");
    assert!(!run.status.success());
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(said.contains("back in stock"), "{said}");
    assert!(status(&shop, &id, "cancelled").status.success());
    let paid = "SELECT count(*) FROM orders WHERE payment_status = 'PAID'";
    assert_eq!(shop.count(paid).await, 0);
}
