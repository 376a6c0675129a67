//! What the links of a reminder do, and what they do not.

use super::{EMAIL, leave_and_ask, link, look, on, order, press, recovered, reminders, wait};
use crate::support::checkout::{ADDRESS, ordered, place, selling_with};
use awning::{
    base::date::{DAY, now},
    order::abandoned_carts,
};

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
    let gone = abandoned_carts::purge(&shop.db.write, now()).await;
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
