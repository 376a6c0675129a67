//! What the staff notes for itself, and what it writes to shoppers.

use super::support::{emails_with, filled, four_at_once, send, verbs, with_an_order};
use crate::{
    admin::support::{fields, pairs, set},
    order::personal_data::{ADA, delete, deliver, shop_of_ada, tables_with},
};
use awning::{
    admin::staff::role::Role,
    base::date::{DAY, now},
    order::{anonymise, timeline},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_the_staffs_and_its_authors() {
    let (office, mut ada, number) = with_an_order().await;
    let mut packer = office.signed_in(Role::Packer).await;
    let (own, path) = (
        format!("/orders/{number}"),
        format!("/orders/{number}/notes"),
    );
    let page = packer.get(&own).await.body;
    let mut form = fields(&page, &path);
    set(&mut form, "note", "  ");
    let refused = packer.send_form(&path, &pairs(&form)).await;
    assert_eq!(refused.status, 422, "{}", refused.body);
    set(&mut form, "note", "Rings <twice>\r\nat noon");
    assert_eq!(four_at_once(&packer, &path, &form).await, [303; 4]);
    assert_eq!(
        office.shop.count("SELECT COUNT(*) FROM order_notes").await,
        1
    );
    let page = packer.get(&own).await.body;
    assert!(
        page.contains("Rings &lt;twice&gt;\nat noon") && page.contains("packer@shop.example, 20"),
        "{page}"
    );
    let shown = ada.get(&format!("/account/orders/{number}")).await.body;
    assert!(!shown.contains("twice"), "never the shopper's");
    // Somebody else reads it, and changes nothing.
    let id = office.shop.count("SELECT id FROM order_notes").await;
    let one = format!("{path}/{id}");
    let mut manager = office.signed_in(Role::Manager).await;
    assert!(manager.get(&own).await.body.contains("at noon"));
    assert_eq!(manager.get(&one).await.status, 404);
    let taken = manager.send_form(&one, &[("act", "remove")]).await;
    assert_eq!(taken.status, 404);
    // A change shows what is stored, if that is another one by now.
    let late = filled(&mut packer, &one, &[("note", "Late")]).await;
    let done = send(&mut packer, &one, &[("note", "First")]).await;
    assert!(
        done.header("location").ends_with("said=note-kept"),
        "{}",
        done.body
    );
    let stale = packer.send_form(&one, &pairs(&late)).await;
    assert_eq!(stale.status, 409, "{}", stale.body);
    assert!(
        stale.body.contains(">First</p>") && stale.body.contains("Late"),
        "{}",
        stale.body
    );
    let gone = send(&mut packer, &one, &[("act", "remove")]).await;
    assert!(
        gone.header("location").ends_with("said=note-gone"),
        "{}",
        gone.body
    );
    assert_eq!(
        office.shop.count("SELECT COUNT(*) FROM order_notes").await,
        0
    );
    let verbs = verbs(&office, &number).await;
    let known = [
        timeline::PLACE,
        timeline::NOTE,
        timeline::NOTE_CHANGE,
        timeline::NOTE_REMOVE,
    ];
    assert_eq!(verbs, known);
    let told = "SELECT COUNT(*) FROM audit WHERE after LIKE '%twice%'";
    assert_eq!(office.shop.count(told).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_merchant_writes_to_the_shopper_once_and_sends_it_again() {
    let (office, _, number) = with_an_order().await;
    let mut manager = office.signed_in(Role::Manager).await;
    let path = format!("/orders/{number}/write");
    let refused = send(&mut manager, &path, &[("text", " "), ("subject", "Kept")]).await;
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert!(refused.body.contains("value=\"Kept\""), "{}", refused.body);
    let form = filled(
        &mut manager,
        &path,
        &[("text", "The blue one is sold out.\r\nA green one?")],
    )
    .await;
    assert!(
        form.contains(&("subject".to_owned(), format!("About your order {number}"))),
        "{form:?}"
    );
    assert_eq!(four_at_once(&manager, &path, &form).await, [303; 4]);
    assert_eq!(emails_with(&office, "A green one").await, 1);
    let look = format!("/account/orders/{number}");
    assert!(
        emails_with(&office, &look).await >= 2,
        "with the way to the order"
    );
    let page = manager.get(&format!("/orders/{number}")).await.body;
    assert!(
        page.contains("About your order") && page.contains("waits to be sent"),
        "{page}"
    );
    office.shop.deliver().await;
    let id = office
        .shop
        .count("SELECT id FROM letters WHERE text LIKE '%A green one%'")
        .await;
    let copy = manager
        .get(&format!("/orders/{number}/emails/{id}"))
        .await
        .body;
    assert!(
        copy.contains("The blue one is sold out.\nA green one?"),
        "{copy}"
    );
    let mut again = fields(&copy, &format!("/orders/{number}/resend"));
    set(&mut again, "email", &id.to_string());
    let to = format!("/orders/{number}/resend");
    assert_eq!(four_at_once(&manager, &to, &again).await, [303; 4]);
    assert_eq!(emails_with(&office, "A green one").await, 2);
    let confirmation = [("email", "confirmation")];
    assert_eq!(manager.send_form(&to, &confirmation).await.status, 303);
    assert_eq!(emails_with(&office, "Here is a summary").await, 2);
    // An e-mail of another order is none of this one's.
    assert_eq!(
        manager.send_form(&to, &[("email", "999999")]).await.status,
        404
    );
}

/// Notes and reasons may name the shopper: they go when the shopper's contact goes.
#[tokio::test]
async fn what_the_staff_wrote_of_a_shopper_goes_with_them() {
    let (shop, mut ada, number) = shop_of_ada().await;
    let id = format!("(SELECT id FROM orders WHERE public_id = '{number}')");
    for sql in [
        format!(
            "INSERT INTO order_notes (order_id, who, text, written_at) VALUES ({id}, 'Mara', 'Mrs Lovelace is deaf', 1)"
        ),
        format!(
            "INSERT INTO order_refunds (order_id, amount, currency, reason, items, has_shipping, refunded_at) VALUES ({id}, 1, 'EUR', 'Mrs Lovelace was cross', '[]', FALSE, 1)"
        ),
    ] {
        shop.execute(&sql).await;
    }
    delete(&shop, &mut ada).await;
    deliver(&shop).await;
    let mut kept = tables_with(&shop, &["Mrs Lovelace"]).await;
    kept.sort_unstable();
    assert_eq!(
        kept,
        ["order_notes", "order_refunds"],
        "the order is under way"
    );
    let late = now() + 500 * DAY;
    anonymise::sweep(&shop.db, 10, late).await.expect("swept");
    assert!(tables_with(&shop, &["Mrs Lovelace", ADA]).await.is_empty());
}

/// What the staff noted of somebody's order is kept of them, and so they get it.
#[tokio::test]
async fn notes_on_an_order_are_in_the_file_of_its_customer() {
    let (shop, mut ada, number) = shop_of_ada().await;
    let note = format!(
        "INSERT INTO order_notes (order_id, who, text, written_at) \
         SELECT id, 'Mara', 'Rings twice, is deaf', 1800000000 FROM orders WHERE public_id = '{number}'"
    );
    shop.execute(&note).await;
    let file = ada.get("/account/data.json").await.body;
    let file: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    let notes = &file["orders"][0]["notes"];
    assert_eq!(notes[0]["text"], "Rings twice, is deaf", "{file}");
    let page = ada.get("/account/data.html").await.body;
    assert!(page.contains("Rings twice, is deaf"), "{page}");
}
