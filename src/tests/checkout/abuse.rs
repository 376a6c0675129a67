//! Who asks for too much gets no more of it, and takes nothing from others.

use crate::{
    support::PASSWORD,
    support::checkout::{ordered, place, selling_with, up_to_review},
};
use awning::{account::limits, base::date, cart};

#[tokio::test]
async fn an_address_begins_only_so_many_carts() {
    let shop = selling_with(|config| config.carts_per_address = 3).await;
    for number in 1..=5 {
        // Any 32 bytes were a cart once.
        let mut browser = shop.browser();
        let token = format!("{number:064x}");
        browser.cookies.insert("__Host-awning-cart".into(), token);
        let answer = browser.post("cart/add", &[("product", "1201")]).await;
        let expected = if number <= 3 { 303 } else { 429 };
        assert_eq!(answer.status, expected, "cart {number}");
    }
    assert_eq!(shop.count("SELECT count(*) FROM carts").await, 3);
}

#[tokio::test]
async fn carts_that_name_nobody_and_attempts_are_forgotten_sooner() {
    let shop = selling_with(|_| {}).await;
    for email in ["", "ada@example.com"] {
        let mut browser = shop.browser();
        browser.post("cart/add", &[("product", "1201")]).await;
        browser.post("cart/checkout", &[("email", email)]).await;
    }
    shop.browser()
        .post("cart/add", &[("product", "1201")])
        .await;
    let now = date::now() + 15 * date::DAY;
    let (long, short) = (now - 90 * date::DAY, now - 14 * date::DAY);
    let purged = cart::store::purge(&shop.db.write, long, short).await;
    assert_eq!(purged.expect("purged"), 2);
    let left = "SELECT count(*) FROM carts WHERE details LIKE '%ada@example.com%'";
    assert_eq!(shop.count(left).await, 1);
    assert!(shop.count("SELECT count(*) FROM attempts").await > 0);
    let purged = limits::purge(&shop.db.write, &shop.config, now).await;
    purged.expect("purged");
    assert_eq!(shop.count("SELECT count(*) FROM attempts").await, 0);
}

#[tokio::test]
async fn a_customer_has_only_so_many_sessions() {
    let shop = selling_with(|config| config.sessions_per_customer = 2).await;
    let mut first = shop.customer("ada@example.com").await;
    let form = [("email", "ada@example.com"), ("password", PASSWORD)];
    for _ in 0..2 {
        shop.browser().call("account/sign_in", &form).await;
    }
    assert_eq!(shop.count("SELECT count(*) FROM sessions").await, 2);
    let page = first.get("/").await.body;
    assert!(
        page.contains("data-state=\"signed-out\""),
        "the oldest ended"
    );
}

#[tokio::test]
async fn unpaid_orders_have_a_limit_and_no_mailbox_is_flooded() {
    let shop = selling_with(|config| {
        config.orders_per_email = 5;
        config.orders_per_address = 6;
    })
    .await;
    for number in 1..=6 {
        let mut browser = shop.browser();
        up_to_review(&mut browser, "ada@example.com").await;
        let answer = place(&mut browser).await;
        if number <= 5 {
            ordered(&answer);
            continue;
        }
        assert_eq!(answer.status, 429);
        assert!(answer.body.contains("Please try again in an hour."));
        assert!(browser.get("/cart").await.body.contains("Blue Mug"));
    }
    let due = |when: &str| {
        format!(
            "SELECT count(*) FROM letters WHERE recipient = 'ada@example.com' AND due_at - created_at {when}"
        )
    };
    assert_eq!(shop.count(&due("= 0")).await, 3, "three at once");
    assert_eq!(shop.count(&due("> 3000")).await, 2, "then one an hour");
    let mut eve = shop.browser();
    up_to_review(&mut eve, "eve@example.com").await;
    ordered(&place(&mut eve).await);
    up_to_review(&mut eve, "mallory@example.com").await;
    assert_eq!(place(&mut eve).await.status, 429, "from one address");
    let left = shop
        .count("SELECT stock FROM products WHERE id = 1201")
        .await;
    assert_eq!(left, 1, "what is refused takes nothing");
}

/// The answer to placing is lost: the browser knows its cart, and by that its order.
#[tokio::test]
async fn a_guest_whose_answer_was_lost_sees_the_order() {
    let shop = selling_with(|_| {}).await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let page = browser.get("/checkout/payment").await.body;
    let known = browser.cookies.clone();
    let order = ordered(&place(&mut browser).await);
    browser.cookies = known.clone();
    let again = browser.get("/cart").await;
    let to = format!("/checkout/order-confirmation?order={order}");
    assert_eq!((again.status, again.header("location")), (303, to.as_str()));
    assert!(browser.get(&to).await.body.contains(&order));
    assert_eq!(browser.get("/cart").await.status, 200, "it is said once");
    // Or the button is clicked again.
    browser.cookies = known;
    let field = |name| crate::support::checkout::field(&page, name);
    let (key, total) = (field("key"), field("total"));
    let form = [("key", key.as_str()), ("total", total.as_str())];
    assert_eq!(ordered(&browser.post("checkout/place", &form).await), order);
    let mut stranger = shop.browser();
    stranger.post("cart/add", &[("product", "1201")]).await;
    assert!(!stranger.get(&to).await.body.contains("Ada Lovelace"));
}
