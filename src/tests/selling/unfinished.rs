//! Carts that were left: who agreed to it is reminded once, and the link brings the cart back, wherever it is opened.

use super::{
    mail::send_due,
    personal_data::{ADA, delete, deliver, export, tables_with},
    support::{ADDRESS, field, ordered, place, selling_with},
};
use crate::support::{Answer, Browser, Shop};
use awning::{
    app::jobs::worker,
    base::date::{DAY, now},
    cart::store,
    order::unfinished,
    platform::{config::Config, db::statement},
};
use sea_orm::ConnectionTrait;

const EMAIL: &str = "grace@example.com";

pub fn on(config: &mut Config) {
    config.cart_reminders = true;
}

/// Puts a mug into the cart, and types the address there; `more` stands in the same form.
pub async fn leave(browser: &mut Browser, email: &str, more: &[(&str, &str)]) {
    browser
        .post("cart/add", &[("product", "1201"), ("quantity", "2")])
        .await;
    type_address(browser, email, more).await;
}

async fn type_address(browser: &mut Browser, email: &str, more: &[(&str, &str)]) -> Answer {
    let form = [&[("email", email)], more].concat();
    browser.post("cart/checkout", &form).await
}

/// The same, and asks for a reminder.
pub async fn leave_and_ask(browser: &mut Browser, email: &str) {
    leave(browser, email, &[("remind", "yes")]).await;
}

/// Lets a day and a bit pass for every cart.
pub async fn wait(shop: &Shop) {
    shop.execute("UPDATE carts SET updated_at = updated_at - 90000")
        .await;
}

/// Looks as the shop does now and then.
pub async fn look(shop: &Shop) {
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    shop.execute("DELETE FROM jobs WHERE kind = 'remind of carts'")
        .await;
    worker(&shop.state).keep_periodic().await.expect("kept");
    send_due(&shop.state).await.expect("done");
}

async fn reminders(shop: &Shop) -> i64 {
    let sent = shop
        .count("SELECT COUNT(*) FROM letters WHERE unsubscribe <> ''")
        .await;
    assert_eq!(
        sent,
        shop.count("SELECT COUNT(*) FROM cart_reminders").await
    );
    sent
}

/// The newest reminder's subject and text.
async fn reminder(shop: &Shop) -> String {
    let sql = "SELECT subject || '\n' || text FROM letters WHERE unsubscribe <> '' ORDER BY id DESC LIMIT 1";
    let row = shop
        .db
        .read
        .query_one_raw(statement(&shop.db.read, sql, []))
        .await;
    let row = row.expect("a query").expect("a reminder");
    row.try_get_by_index(0).expect("text")
}

/// The path in the newest reminder that begins so.
pub async fn link(shop: &Shop, path: &str) -> String {
    let text = reminder(shop).await;
    let mut links = text.split("http://shop.test").skip(1);
    let link = links.find(|it| it.starts_with(path)).expect("a link");
    link.split_whitespace().next().expect("its end").to_owned()
}

/// Presses the button of the page at `path`, which posts to `endpoint`.
async fn press(browser: &mut Browser, path: &str, endpoint: &str) -> Answer {
    let page = browser.get(path).await.body;
    assert!(
        page.contains(&format!("action=\"/api/{endpoint}\"")),
        "{page}"
    );
    let (id, token) = (field(&page, "id"), field(&page, "token"));
    browser
        .post(endpoint, &[("id", &id), ("token", &token)])
        .await
}

/// Orders what is in the cart, from its page on.
async fn order(browser: &mut Browser, email: &str) -> String {
    type_address(browser, email, &[]).await;
    browser.post("checkout/address", &ADDRESS).await;
    browser
        .post("checkout/shipping", &[("delivery", "post")])
        .await;
    ordered(&place(browser).await)
}

async fn recovered(shop: &Shop) -> i64 {
    shop.count("SELECT COUNT(*) FROM cart_reminders WHERE order_id IS NOT NULL")
        .await
}

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

#[tokio::test]
async fn the_link_brings_the_things_to_another_device_and_nothing_of_whose_they_are() {
    let shop = selling_with(on).await;
    let mut ada = shop.customer("ada@example.com").await;
    leave_and_ask(&mut ada, EMAIL).await;
    ada.post("checkout/address", &ADDRESS).await;
    wait(&shop).await;
    look(&shop).await;
    let path = link(&shop, "/cart/again").await;
    let mut phone = shop.browser();
    let page = phone.get(&path).await;
    assert_eq!(page.header("referrer-policy"), "same-origin");
    assert!(
        page.body.contains("2 × Blue Mug &amp; Saucer"),
        "{}",
        page.body
    );
    for secret in [EMAIL, "ada@example.com", "Lovelace", "Elbchaussee", "20095"] {
        assert!(!page.body.contains(secret), "{secret}");
    }
    assert_eq!(
        shop.count("SELECT COUNT(*) FROM carts").await,
        1,
        "looking changes nothing"
    );
    let answer = press(&mut phone, &path, "cart/again").await;
    assert_eq!(answer.header("location"), "/cart");
    let cart = phone.get("/cart").await.body;
    assert!(cart.contains("Blue Mug"), "{cart}");
    for secret in [EMAIL, "ada@example.com", "Lovelace", "Elbchaussee"] {
        assert!(!cart.contains(secret), "{secret}");
    }
    assert_eq!(
        phone.get("/account").await.header("location"),
        "",
        "nobody is signed in"
    );
    assert!(!phone.get("/account").await.body.contains("ada@example.com"));
    let number = order(&mut phone, "grace@work.example").await;
    assert_eq!(recovered(&shop).await, 1);
    let sum = "SELECT o.total FROM cart_reminders r JOIN orders o ON o.id = r.order_id WHERE r.currency = 'EUR'";
    assert_eq!(
        shop.count(sum).await,
        5_400,
        "{number}: two mugs and the post"
    );
    // The first order counts; the link has done its work.
    assert!(
        shop.browser()
            .get(&path)
            .await
            .body
            .contains("has been ordered already")
    );
    ada.post("checkout/shipping", &[("delivery", "post")]).await;
    let second = ordered(&place(&mut ada).await);
    assert_ne!(second, number);
    let first = format!(
        "SELECT COUNT(*) FROM cart_reminders r JOIN orders o ON o.id = r.order_id WHERE o.public_id = '{number}'"
    );
    assert_eq!(shop.count(&first).await, 1);
}

#[tokio::test]
async fn a_cart_that_is_there_loses_nothing_and_doubles_nothing() {
    let shop = selling_with(on).await;
    leave_and_ask(&mut shop.browser(), EMAIL).await;
    wait(&shop).await;
    look(&shop).await;
    let path = link(&shop, "/cart/again").await;
    let mut other = shop.browser();
    other.post("cart/add", &[("product", "1201")]).await;
    let shirt = [("product", "1202"), ("Size", "M")];
    other.post("cart/add", &shirt).await;
    assert!(other.get(&path).await.body.contains("nothing is doubled"));
    for _ in 0..2 {
        press(&mut other, &path, "cart/again").await;
        let held = |product: i64| {
            let shop = &shop;
            let sql = format!(
                "SELECT COALESCE(SUM(l.quantity), 0) FROM cart_lines l JOIN carts c ON c.id = l.cart_id \
                 WHERE l.product_id = {product} AND c.remind_email IS NULL"
            );
            async move { shop.count(&sql).await }
        };
        assert_eq!((held(1201).await, held(1202).await), (2, 1));
    }
    // What its shopper takes out then stays out.
    let line = shop
        .count("SELECT MAX(id) FROM cart_lines WHERE product_id = 1201")
        .await;
    let line = shop.count(&format!("SELECT l.id FROM cart_lines l JOIN carts c ON c.id = l.cart_id WHERE l.product_id = 1201 AND c.remind_email IS NULL AND l.id <= {line}")).await;
    other
        .post("cart/remove", &[("line", &line.to_string())])
        .await;
    press(&mut other, &path, "cart/again").await;
    let left = "SELECT COUNT(*) FROM cart_lines l JOIN carts c ON c.id = l.cart_id WHERE l.product_id = 1201 AND c.remind_email IS NULL";
    assert_eq!(shop.count(left).await, 0);
}

#[tokio::test]
async fn wrong_and_old_links_open_nothing() {
    let shop = selling_with(on).await;
    leave_and_ask(&mut shop.browser(), EMAIL).await;
    wait(&shop).await;
    look(&shop).await;
    let (again, stop) = (
        link(&shop, "/cart/again").await,
        link(&shop, "/cart/no-reminders").await,
    );
    let token = |path: &str| path.split_once("token=").expect("a token").1.to_owned();
    let mut guest = shop.browser();
    let foreign = format!("/cart/again?id=1&token={}", token(&stop));
    for path in [
        "/cart/again",
        "/cart/again?id=1&token=AAAA",
        foreign.as_str(),
        &again.replace("id=", "id=9"),
    ] {
        let page = guest.get(path).await.body;
        assert!(
            page.contains("too old") && !page.contains("Blue Mug"),
            "{path}"
        );
    }
    for form in [
        vec![],
        vec![("id", "1"), ("token", "x\" y")],
        vec![("id", "1"), ("token", &token(&stop))],
    ] {
        let answer = guest.post("cart/again", &form).await;
        assert!(
            answer.header("location").starts_with("/cart/again?"),
            "{form:?}"
        );
    }
    for form in [
        vec![("id", "1"), ("token", "AAAA")],
        vec![("id", "1"), ("token", &token(&again))],
    ] {
        assert!(
            guest
                .post("cart/no-reminders", &form)
                .await
                .body
                .contains("too old")
        );
    }
    assert_eq!(
        shop.count("SELECT COUNT(*) FROM cart_reminder_stops").await,
        0
    );
    shop.execute(&format!(
        "UPDATE cart_reminders SET sent_at = {}",
        now() - 31 * DAY
    ))
    .await;
    assert!(guest.get(&again).await.body.contains("too old"));
    let gone = unfinished::purge(&shop.db.write, now()).await;
    assert_eq!(gone.expect("purged"), 0);
    assert_eq!(
        shop.count("SELECT COUNT(*) FROM cart_reminders WHERE lines <> '[]'")
            .await,
        0
    );
    assert_eq!(
        shop.count("SELECT COUNT(*) FROM carts").await,
        1,
        "no cart came of it"
    );
}

#[tokio::test]
async fn the_way_out_holds_for_every_cart_and_a_look_at_it_stops_nothing() {
    let shop = selling_with(on).await;
    leave_and_ask(&mut shop.browser(), EMAIL).await;
    wait(&shop).await;
    look(&shop).await;
    let stop = link(&shop, "/cart/no-reminders").await;
    let stops = "SELECT COUNT(*) FROM cart_reminder_stops";
    assert!(
        shop.browser()
            .get(&stop)
            .await
            .body
            .contains("Stop reminders")
    );
    assert_eq!(shop.count(stops).await, 0);
    let done = press(&mut shop.browser(), &stop, "cart/no-reminders").await;
    assert!(
        done.body.contains("Done. We will not remind you"),
        "{}",
        done.body
    );
    // A program of the reader's mail posts what the RFC says, without a cookie or an origin, and follows nothing.
    let mut program = shop.browser();
    program.headers.clear();
    let answer = program
        .send_form(&stop, &[("List-Unsubscribe", "One-Click")])
        .await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(shop.count(stops).await, 1, "twice is once");
    let kept = format!("SELECT COUNT(*) FROM cart_reminder_stops WHERE recipient LIKE '%{EMAIL}%'");
    assert_eq!(shop.count(&kept).await, 0, "only a code is kept");
    leave_and_ask(&mut shop.browser(), EMAIL).await;
    wait(&shop).await;
    shop.execute("UPDATE cart_reminders SET sent_at = 1").await;
    look(&shop).await;
    assert_eq!(reminders(&shop).await, 1);
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

#[tokio::test]
async fn things_that_are_gone_are_told_of() {
    let shop = selling_with(on).await;
    let mut guest = shop.browser();
    guest
        .post("cart/add", &[("product", "1202"), ("Size", "M")])
        .await;
    leave_and_ask(&mut guest, EMAIL).await;
    wait(&shop).await;
    look(&shop).await;
    let path = link(&shop, "/cart/again").await;
    shop.set_product(1202, "/enabled", false).await;
    shop.execute("UPDATE products SET enabled = FALSE WHERE id = 1202")
        .await;
    shop.execute("UPDATE products SET stock = 1 WHERE id = 1201")
        .await;
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    let mut phone = shop.browser();
    let page = phone.get(&path).await.body;
    assert!(
        page.contains("Only 1 left") || page.contains("only 1"),
        "{page}"
    );
    press(&mut phone, &path, "cart/again").await;
    let held = "SELECT SUM(l.quantity) FROM cart_lines l JOIN carts c ON c.id = l.cart_id WHERE c.remind_email IS NULL";
    assert_eq!(shop.count(held).await, 1, "as many as there are");
}

/// A reminder goes along when its shopper signs in, and comes back with a cart whose payment never came.
#[tokio::test]
async fn what_is_ordered_after_signing_in_is_recovered() {
    let shop = selling_with(on).await;
    shop.customer(EMAIL).await;
    let mut guest = shop.browser();
    leave_and_ask(&mut guest, EMAIL).await;
    wait(&shop).await;
    look(&shop).await;
    let form = [("email", EMAIL), ("password", crate::support::PASSWORD)];
    guest.call("account/sign_in", &form).await;
    order(&mut guest, EMAIL).await;
    assert_eq!(recovered(&shop).await, 1);
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
