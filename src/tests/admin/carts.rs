//! Carts that were left, as the merchant sees them.

use super::{
    orders::office_with,
    support::{Office, fields, pairs},
};
use crate::{
    cart::abandoned::{leave, leave_and_ask, link, look, on, wait},
    support::checkout::ADDRESS,
    support::checkout::{ordered, place},
};
use awning::admin::staff::role::Role;

const EMAIL: &str = "grace@example.com";

async fn office() -> Office {
    office_with(on).await
}

/// The path of the newest cart's page.
async fn newest(office: &Office) -> String {
    let id = office.shop.count("SELECT MAX(id) FROM carts").await;
    format!("/carts/{id}")
}

async fn reminders(office: &Office) -> i64 {
    office
        .shop
        .count("SELECT COUNT(*) FROM cart_reminders")
        .await
}

#[tokio::test]
async fn a_cart_goes_from_waiting_to_recovered() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let empty = owner.get("/carts").await.body;
    assert!(empty.contains("Nobody waits for a reminder"), "{empty}");
    leave(&mut office.shop.browser(), "ada@example.com", &[]).await;
    let mut grace = office.shop.browser();
    leave_and_ask(&mut grace, EMAIL).await;
    let waiting = owner.get("/carts").await.body;
    assert!(
        waiting.contains(EMAIL) && waiting.contains("2 × Blue Mug &amp; Saucer"),
        "{waiting}"
    );
    assert!(
        waiting.contains("€49.00") && waiting.contains(">Waits<"),
        "{waiting}"
    );
    assert!(!waiting.contains("ada@example.com"), "who was not asked");
    assert!(
        owner
            .get("/")
            .await
            .body
            .contains("carts to be reminded of")
    );
    wait(&office.shop).await;
    look(&office.shop).await;
    assert!(!owner.get("/carts").await.body.contains(EMAIL));
    let reminded = owner.get("/carts?tab=reminded").await.body;
    assert!(
        reminded.contains(EMAIL) && reminded.contains(">Reminded<"),
        "{reminded}"
    );
    grace.post("checkout/address", &ADDRESS).await;
    grace
        .post("checkout/shipping", &[("delivery", "post")])
        .await;
    let number = ordered(&place(&mut grace).await);
    assert!(!owner.get("/carts?tab=reminded").await.body.contains(EMAIL));
    let recovered = owner.get("/carts?tab=recovered").await.body;
    assert!(
        recovered.contains(&format!("/orders/{number}")) && recovered.contains("€54.00"),
        "{recovered}"
    );
    let tiles = "<strong>1</strong><span>reminded</span></li><li class=\"tile\"><strong>1</strong>\
        <span>of their carts ordered</span></li><li class=\"tile\"><strong>€54.00</strong>";
    assert!(recovered.contains(tiles), "{recovered}");
    let report = owner.get("/reports/carts").await.body;
    assert!(report.contains("orders after a reminder"), "{report}");
    // One that is called off before it is paid is none.
    office
        .shop
        .execute("UPDATE orders SET payment_status = 'CANCELLED'")
        .await;
    assert!(
        !owner
            .get("/carts?tab=recovered")
            .await
            .body
            .contains(&number)
    );
}

#[tokio::test]
async fn everything_unfinished_is_listed_and_names_nobody() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let mut ada = office.shop.browser();
    leave(&mut ada, "ada@example.com", &[]).await;
    ada.post("checkout/address", &ADDRESS).await;
    leave_and_ask(&mut office.shop.browser(), EMAIL).await;
    office
        .shop
        .browser()
        .post("cart/coupon", &[("coupon", "X")])
        .await;
    let all = owner.get("/carts?tab=all").await.body;
    assert_eq!(all.matches("<td class=\"orders__number\">").count(), 2);
    let first = office.shop.count("SELECT MIN(id) FROM carts").await;
    let one = owner.get(&format!("/carts/{first}")).await.body;
    assert!(one.contains("did not ask for a reminder"), "{one}");
    for page in [&all, &one] {
        for secret in ["ada@example.com", EMAIL, "Lovelace", "Elbchaussee"] {
            assert!(!page.contains(secret), "{secret}");
        }
    }
}

#[tokio::test]
async fn carts_are_found_by_their_address() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    for email in ["ada@example.com", EMAIL] {
        leave_and_ask(&mut office.shop.browser(), email).await;
    }
    for (tab, words, found) in [
        ("waiting", "Grace@example.com", true),
        ("waiting", "grace", false),
        ("reminded", EMAIL, false),
        ("recovered", EMAIL, false),
    ] {
        let page = owner.get(&format!("/carts?tab={tab}&q={words}")).await.body;
        let is_found = page.contains(&format!(">{EMAIL}<"));
        assert_eq!(is_found, found, "{tab} {words}");
        assert!(!page.contains(">ada@example.com<"), "{tab} {words}");
    }
}

#[tokio::test]
async fn long_lists_are_paged() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    leave_and_ask(&mut office.shop.browser(), EMAIL).await;
    let copy = |number: i64| {
        format!(
            "INSERT INTO carts (public_id, uuid, details, remind_email, created_at, updated_at) \
             SELECT 'C{number}', 'U{number}', details, remind_email, created_at, updated_at FROM carts WHERE id = (SELECT MIN(id) FROM carts)"
        )
    };
    for number in 0..60 {
        office.shop.execute(&copy(number)).await;
    }
    office
        .shop
        .execute(
            "INSERT INTO cart_lines (cart_id, product_id, quantity, chosen) SELECT c.id, l.product_id, l.quantity, l.chosen \
             FROM carts c, cart_lines l WHERE c.public_id LIKE 'C%' AND c.uuid LIKE 'U%'",
        )
        .await;
    let row = regex::Regex::new(r#"<a href="(/carts/\d+)">"#).expect("a pattern");
    for tab in ["waiting", "all"] {
        let first = owner.get(&format!("/carts?tab={tab}")).await.body;
        let next = first
            .split("rel=\"next\" href=\"")
            .nth(1)
            .expect("a next page");
        let next = next
            .split('"')
            .next()
            .expect("its end")
            .replace("&amp;", "&");
        let second = owner.get(&next).await.body;
        let rows = |page: &str| -> Vec<String> {
            row.captures_iter(page).map(|it| it[1].to_owned()).collect()
        };
        let (one, two) = (rows(&first), rows(&second));
        assert_eq!((one.len(), two.len()), (50, 11), "{tab}");
        assert!(one.iter().all(|it| !two.contains(it)), "{tab}");
        assert!(!second.contains("rel=\"next\""), "{tab}");
    }
}

#[tokio::test]
async fn a_reminder_is_sent_by_hand_once() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    leave_and_ask(&mut office.shop.browser(), EMAIL).await;
    let path = newest(&office).await;
    let action = format!("{path}/remind");
    let page = owner.get(&path).await.body;
    let form = fields(&page, &action);
    // Two clicks at once.
    let mut other = owner.clone();
    let given = pairs(&form);
    let (one, two) = tokio::join!(
        owner.send_form(&action, &given),
        other.send_form(&action, &given)
    );
    let mut said = [one.header("location"), two.header("location")];
    said.sort_unstable();
    assert_eq!(
        said,
        [
            format!("{path}?said=cart-reminded"),
            format!("{path}?said=cart-reminded-before")
        ]
    );
    assert_eq!(reminders(&office).await, 1);
    look(&office.shop).await;
    let text = link(&office.shop, "/cart/again").await;
    assert!(text.starts_with("/cart/again?id="), "{text}");
    let page = owner.get(&path).await.body;
    assert!(
        page.contains("There is no second one") && !page.contains("Send the reminder now"),
        "{page}"
    );
    let log = owner.get("/audit").await.body;
    assert!(
        log.contains("sent the reminder of the cart") && !log.contains(EMAIL),
        "{log}"
    );
}

#[tokio::test]
async fn a_cart_that_changed_since_is_looked_at_first_and_who_asked_for_none_gets_none() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let mut grace = office.shop.browser();
    leave_and_ask(&mut grace, EMAIL).await;
    office
        .shop
        .execute("UPDATE carts SET updated_at = updated_at - 10")
        .await;
    let path = newest(&office).await;
    let action = format!("{path}/remind");
    let form = fields(&owner.get(&path).await.body, &action);
    grace.post("cart/add", &[("product", "1201")]).await;
    let answer = owner.send_form(&action, &pairs(&form)).await;
    assert_eq!(
        answer.header("location"),
        format!("{path}?said=cart-changed")
    );
    assert_eq!(reminders(&office).await, 0);
    // The tick is taken out while the page is open.
    let form = fields(&owner.get(&path).await.body, &action);
    grace.post("cart/checkout", &[("email", EMAIL)]).await;
    let answer = owner.send_form(&action, &pairs(&form)).await;
    assert_eq!(
        answer.header("location"),
        format!("{path}?said=cart-not-reminded")
    );
    assert_eq!(reminders(&office).await, 0);
    let gone = owner
        .send_form("/carts/999/remind", &[("version", "1")])
        .await;
    assert_eq!(gone.status, 404);
    assert_eq!(owner.get("/carts/999").await.status, 404);
}

#[tokio::test]
async fn who_may_not_send_sees_no_button_and_what_is_off_is_said() {
    let office = office().await;
    leave_and_ask(&mut office.shop.browser(), EMAIL).await;
    let path = newest(&office).await;
    let mut reader = office.signed_in(Role::Reader).await;
    let page = reader.get(&path).await;
    assert_eq!(page.status, 200);
    assert!(!page.body.contains("Send the reminder now"));
    let mut packer = office.signed_in(Role::Packer).await;
    assert_eq!(packer.get("/carts").await.status, 403);
    assert!(!packer.get("/orders").await.body.contains("href=\"/carts\""));
    let off = office_with(|_| {}).await;
    let mut owner = off.signed_in(Role::Owner).await;
    let page = owner.get("/carts").await.body;
    assert!(page.contains("Your shop sends no reminders"), "{page}");
    assert!(!owner.get("/").await.body.contains("carts to be reminded"));
}
