//! Who is reminded of a cart, once, and who is not.

use super::{
    EMAIL, leave, leave_and_ask, look, on, order, reminder, reminders, type_address, wait,
};
use crate::{
    order::{
        mail::send_due,
        personal_data::{ADA, delete, deliver, export, tables_with},
    },
    support::checkout::selling_with,
};
use awning::{
    app::jobs::worker,
    base::date::{DAY, now},
    cart::store,
};

#[tokio::test]
async fn a_shop_that_sends_none_asks_nobody_and_keeps_nothing() {
    let shop = selling_with(|_| {}).await;
    let mut guest = shop.browser();
    leave_and_ask(&mut guest, EMAIL).await;
    assert!(!guest.get("/cart").await.body.contains("name=\"remind\""));
    let kept =
        "SELECT COUNT(*) FROM carts WHERE remind_email IS NOT NULL OR details LIKE '%shop.test%'";
    assert_eq!(shop.count(kept).await, 0);
    wait(&shop).await;
    look(&shop).await;
    assert_eq!(reminders(&shop).await, 0);
}

#[tokio::test]
async fn who_asks_is_reminded_once_in_the_language_of_the_box() {
    let shop = selling_with(on).await;
    let mut silent = shop.browser();
    leave(&mut silent, "ada@example.com", &[]).await;
    let mut guest = shop.browser();
    guest.get("/?lang=de").await;
    leave_and_ask(&mut guest, "Grace@Example.com").await;
    let page = guest.get("/cart").await.body;
    assert!(
        page.contains("Erinnern Sie mich einmal per E-Mail"),
        "{page}"
    );
    let boxed = |page: &str| {
        let at = page.find("name=\"remind\"").expect("the box");
        page[at..]
            .split('>')
            .next()
            .expect("its end")
            .contains("checked")
    };
    assert!(boxed(&page), "what was ticked stays so");
    assert!(
        !boxed(&silent.get("/cart").await.body),
        "it is never ticked before"
    );
    look(&shop).await;
    assert_eq!(reminders(&shop).await, 0, "it was left a moment ago");
    wait(&shop).await;
    shop.set_product(1201, "/price", 2000).await;
    look(&shop).await;
    look(&shop).await;
    assert_eq!(reminders(&shop).await, 1);
    let said = reminder(&shop).await;
    for part in [
        "Ihr Warenkorb bei",
        "2 × Blue Mug & Saucer",
        "40,00",
        "http://shop.test/cart/again?id=",
        "http://shop.test/cart/no-reminders?id=",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let to = "SELECT COUNT(*) FROM letters WHERE recipient = 'grace@example.com'";
    assert_eq!(shop.count(to).await, 1);
    // Never again of this cart, whatever becomes of it.
    guest.post("cart/add", &[("product", "1201")]).await;
    type_address(&mut guest, EMAIL, &[("remind", "yes")]).await;
    wait(&shop).await;
    shop.execute("UPDATE cart_reminders SET sent_at = 1").await;
    look(&shop).await;
    assert_eq!(reminders(&shop).await, 1);
}

#[tokio::test]
async fn a_cart_that_changes_waits_anew_and_one_that_was_left_long_ago_does_not() {
    let shop = selling_with(on).await;
    let mut guest = shop.browser();
    leave_and_ask(&mut guest, EMAIL).await;
    wait(&shop).await;
    guest.post("cart/add", &[("product", "1201")]).await;
    look(&shop).await;
    assert_eq!(reminders(&shop).await, 0, "it is in use");
    let cart = "SELECT id FROM carts";
    assert_eq!(
        shop.count(&format!("SELECT COUNT(*) FROM ({cart}) AS c"))
            .await,
        1
    );
    for _ in 0..9 {
        wait(&shop).await;
    }
    look(&shop).await;
    assert_eq!(reminders(&shop).await, 0, "it is too late");
    // Whoever takes the tick out is not reminded, nor whoever empties the cart.
    guest.post("cart/add", &[("product", "1201")]).await;
    type_address(&mut guest, EMAIL, &[]).await;
    wait(&shop).await;
    look(&shop).await;
    assert_eq!(reminders(&shop).await, 0);
    type_address(&mut guest, EMAIL, &[("remind", "yes")]).await;
    shop.execute("DELETE FROM cart_lines").await;
    wait(&shop).await;
    look(&shop).await;
    assert_eq!(reminders(&shop).await, 0);
}

#[tokio::test]
async fn who_typed_another_address_since_was_not_asked() {
    let shop = selling_with(on).await;
    let mut guest = shop.browser();
    leave_and_ask(&mut guest, EMAIL).await;
    guest
        .ask(
            "/api/cart/customer-email",
            &serde_json::json!({ "email": "eve@example.com" }),
        )
        .await;
    let kept = "SELECT COUNT(*) FROM carts WHERE remind_email = 'eve@example.com'";
    assert_eq!(shop.count(kept).await, 0);
}

#[tokio::test]
async fn who_ordered_since_is_not_reminded() {
    let shop = selling_with(on).await;
    let mut guest = shop.browser();
    leave_and_ask(&mut guest, EMAIL).await;
    wait(&shop).await;
    let mut desk = shop.browser();
    desk.post("cart/add", &[("product", "1201")]).await;
    order(&mut desk, EMAIL).await;
    look(&shop).await;
    assert_eq!(reminders(&shop).await, 0);
    // What was ordered before the cart was left does not count.
    shop.execute(&format!(
        "UPDATE orders SET placed_at = placed_at - {}",
        3 * DAY
    ))
    .await;
    look(&shop).await;
    assert_eq!(reminders(&shop).await, 1);
}

/// Two instances look at once: nobody is reminded twice.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_instances_remind_once() {
    let shop = selling_with(on).await;
    for number in 0..5 {
        leave_and_ask(&mut shop.browser(), &format!("reader-{number}@example.com")).await;
    }
    wait(&shop).await;
    let other = awning::app::open(shop.config.clone(), shop.db.clone())
        .await
        .expect("a shop");
    shop.execute("DELETE FROM jobs").await;
    for state in [&shop.state, &other] {
        // Each with a job of its own, as if a lease had been lost.
        worker(state).keep_periodic().await.expect("kept");
        shop.execute("UPDATE jobs SET key = NULL WHERE kind = 'remind of carts'")
            .await;
    }
    let (one, two) = tokio::join!(send_due(&shop.state), send_due(&other));
    assert!(one.is_ok() && two.is_ok());
    send_due(&shop.state).await.expect("done");
    assert_eq!(reminders(&shop).await, 5);
}

/// Who types a stranger's address into many carts has them written to once.
#[tokio::test]
async fn one_address_is_reminded_of_one_cart_a_week() {
    let shop = selling_with(on).await;
    for _ in 0..3 {
        leave_and_ask(&mut shop.browser(), EMAIL).await;
    }
    wait(&shop).await;
    look(&shop).await;
    assert_eq!(reminders(&shop).await, 1);
}

#[tokio::test]
async fn programs_of_readers_are_told_where_to_stop_it() {
    let shop = selling_with(on).await;
    leave_and_ask(&mut shop.browser(), EMAIL).await;
    wait(&shop).await;
    look(&shop).await;
    shop.deliver().await;
    let outbox = shop.config.mail.trim_start_matches("file:").to_owned();
    let files = std::fs::read_dir(outbox).expect("a folder").flatten();
    let texts: Vec<String> = files
        .filter_map(|it| std::fs::read_to_string(it.path()).ok())
        .collect();
    let sent = texts
        .iter()
        .find(|it| it.contains("To: grace@example.com"))
        .expect("the reminder");
    let unfolded = sent.replace("\r\n ", " ");
    assert!(
        unfolded.contains("List-Unsubscribe: <http://shop.test/cart/no-reminders?id="),
        "{sent}"
    );
    assert!(
        unfolded.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"),
        "{sent}"
    );
}

/// A cart is kept as long as it is used, also where nothing is said of its order.
#[tokio::test]
async fn a_cart_in_use_is_not_forgotten() {
    let shop = selling_with(|_| {}).await;
    let mut guest = shop.browser();
    guest.post("cart/add", &[("product", "1201")]).await;
    shop.execute(&format!(
        "UPDATE carts SET updated_at = {}",
        now() - 20 * DAY
    ))
    .await;
    guest.post("cart/add", &[("product", "1201")]).await;
    let before = [90, 14].map(|days| now() - days * DAY);
    let gone = store::purge(&shop.db.write, before[0], before[1]).await;
    assert_eq!(gone.expect("purged"), 0, "it was changed just now");
}

#[tokio::test]
async fn who_is_deleted_leaves_no_trace_in_reminders() {
    let shop = selling_with(on).await;
    let mut ada = shop.by_code(ADA).await;
    leave_and_ask(&mut ada, ADA).await;
    let mut guest = shop.browser();
    guest
        .post("cart/add", &[("product", "1202"), ("Size", "M")])
        .await;
    type_address(&mut guest, ADA, &[("remind", "yes")]).await;
    let data = export(&mut ada).await;
    let carts = data["cart"].as_array().expect("carts");
    assert_eq!(carts.len(), 2, "{data:#}");
    assert!(
        carts.iter().all(|it| it["reminderAgreedAt"].is_string()),
        "{data:#}"
    );
    wait(&shop).await;
    look(&shop).await;
    assert_eq!(reminders(&shop).await, 1);
    delete(&shop, &mut ada).await;
    deliver(&shop).await;
    assert_eq!(shop.count("SELECT COUNT(*) FROM carts").await, 0);
    let kept = "SELECT COUNT(*) FROM cart_reminders WHERE lines <> '[]' OR recipient <> ''";
    assert_eq!(shop.count(kept).await, 0);
    assert_eq!(tables_with(&shop, &[ADA]).await, Vec::<String>::new());
}
