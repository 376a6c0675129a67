//! What goes back into stock of an order, and what that leaves of it.

use super::support::{filled, is_refused, mugs, pay, send, send_mugs, submit, with_an_order};
use crate::{
    admin::{
        orders::stored,
        support::{Office, fields, pairs},
    },
    support::Browser,
};
use awning::{admin::staff::role::Role, order::status::FulfillmentStatus};
use serde_json::json;

const REFUNDS: &str = "SELECT COUNT(*) FROM order_refunds";

/// A shop with a paid order of three mugs of which `sent` are sent, its owner, and the order's page.
async fn paid_and_sent(sent: &str) -> (Office, Browser, String) {
    let (office, _, number) = with_an_order().await;
    let mut owner = office.signed_in(Role::Owner).await;
    pay(&mut owner, &number).await;
    if sent != "0" {
        send_mugs(&mut owner, &number, sent).await;
    }
    (office, owner, format!("/orders/{number}"))
}

async fn fulfillment(office: &Office, page: &str) -> FulfillmentStatus {
    let number = page.trim_start_matches("/orders/");
    stored(office, number).await.fulfillment_status
}

/// Sends the form on the page of the order that posts to `below`.
async fn click(owner: &mut Browser, page: &str, below: &str) {
    let path = format!("{page}/{below}");
    let form = fields(&owner.get(page).await.body, &path);
    let done = owner.send_form(&path, &pairs(&form)).await;
    assert_eq!(done.status, 303, "{}", done.body);
}

#[tokio::test]
async fn an_amount_that_was_forgotten_is_asked_for() {
    let (office, mut owner, page) = paid_and_sent("0").await;
    let before = mugs(&office).await;
    for asks in [("refund-0", "1"), ("shipping", "yes")] {
        for (amount, why) in [
            ("", "An amount, such as 12.50."),
            ("0", "More than nothing"),
        ] {
            let typed = [asks, ("restock-unsent-0", "1"), ("amount", amount)];
            let refused = send(&mut owner, &format!("{page}/refund"), &typed).await;
            is_refused(&refused, 422, why);
        }
    }
    assert_eq!(mugs(&office).await, before);
    assert_eq!(office.shop.count(REFUNDS).await, 0);
    // What only goes back into stock needs none.
    let typed = [("restock-unsent-0", "1")];
    submit(&mut owner, &format!("{page}/refund"), &typed).await;
    assert_eq!(mugs(&office).await, before + 1);
}

/// One piece came back, and two people have the form open.
#[tokio::test]
async fn a_piece_that_somebody_else_put_back_does_not_go_back_again() {
    let (office, mut owner, page) = paid_and_sent("3").await;
    let mut manager = office.signed_in(Role::Manager).await;
    let path = format!("{page}/refund");
    let before = mugs(&office).await;
    let one = [("restock-0", "1")];
    let theirs = filled(&mut manager, &path, &one).await;
    submit(&mut owner, &path, &one).await;
    let stale = manager.send_form(&path, &pairs(&theirs)).await;
    is_refused(&stale, 409, "1 back in stock");
    assert_eq!(mugs(&office).await, before + 1);
}

/// What was typed is still there where the order is another one by now, also what there is no room for any more.
#[tokio::test]
async fn what_was_typed_is_shown_where_somebody_else_was_quicker() {
    let (office, mut owner, page) = paid_and_sent("1").await;
    let mut manager = office.signed_in(Role::Manager).await;
    let path = format!("{page}/refund");
    let two = [
        ("refund-0", "2"),
        ("restock-unsent-0", "2"),
        ("amount", "49"),
    ];
    let theirs = filled(&mut manager, &path, &two).await;
    send_mugs(&mut owner, page.trim_start_matches("/orders/"), "2").await;
    let stale = manager.send_form(&path, &pairs(&theirs)).await;
    is_refused(&stale, 409, "3 of 3 sent");
    let form = fields(&stale.body, &path);
    for (name, value) in two {
        let typed = form.iter().find(|(typed, _)| typed == name);
        assert_eq!(typed.map(|it| it.1.as_str()), Some(value), "{form:?}");
    }
    // Sent once more, it is told at the field.
    let refused = manager.send_form(&path, &pairs(&form)).await;
    is_refused(&refused, 422, "At most 0");
    assert_eq!(office.shop.count(REFUNDS).await, 0);
}

/// A parcel was refused at the door, and the rest was not sent: nobody ends the order by oversight.
#[tokio::test]
async fn a_return_of_what_was_sent_in_part_says_what_becomes_of_the_rest() {
    let (office, _, number) = with_an_order().await;
    let mut owner = office.signed_in(Role::Owner).await;
    send_mugs(&mut owner, &number, "1").await;
    let page = format!("/orders/{number}");
    let path = format!("{page}/refund");
    let before = mugs(&office).await;
    let form = filled(&mut owner, &path, &[]).await;
    assert!(form.iter().all(|(name, _)| name != "came_back"), "{form:?}");
    let stranded = [("came_back", "yes"), ("restock-0", "1")];
    let refused = send(&mut owner, &path, &stranded).await;
    is_refused(&refused, 422, "2 are not sent");
    assert_eq!(mugs(&office).await, before);
    let all = [
        ("came_back", "yes"),
        ("restock-0", "1"),
        ("restock-unsent-0", "2"),
    ];
    submit(&mut owner, &path, &all).await;
    assert_eq!(
        fulfillment(&office, &page).await,
        FulfillmentStatus::Returned
    );
    assert_eq!(mugs(&office).await, before + 3);
}

/// What was sold beyond the stock was never in it.
#[tokio::test]
async fn what_was_never_in_stock_does_not_go_back_into_it() {
    let (office, mut owner, page) = paid_and_sent("2").await;
    let id = office.shop.count("SELECT id FROM orders").await;
    office
        .shop
        .set("orders", "document", id, "/items/0/missing", json!(1))
        .await;
    let form = owner.get(&format!("{page}/refund")).await.body;
    let label = "Back into stock: Blue Mug &amp; Saucer (of 2)";
    assert!(
        form.contains(label) && !form.contains("of those not sent"),
        "{form}"
    );
    let before = mugs(&office).await;
    submit(&mut owner, &format!("{page}/cancel"), &[]).await;
    assert_eq!(mugs(&office).await, before);
}

#[tokio::test]
async fn a_parcel_taken_back_is_not_packed_again_if_it_is_in_stock() {
    let (office, mut owner, page) = paid_and_sent("3").await;
    submit(&mut owner, &format!("{page}/refund"), &[("restock-0", "3")]).await;
    click(&mut owner, &page, "unsend").await;
    assert_eq!(
        fulfillment(&office, &page).await,
        FulfillmentStatus::WillNotDeliver
    );
}

#[tokio::test]
async fn what_arrived_before_the_rest_was_called_off_is_delivered() {
    let (office, mut owner, page) = paid_and_sent("1").await;
    click(&mut owner, &page, "delivered").await;
    submit(&mut owner, &format!("{page}/cancel"), &[]).await;
    assert_eq!(
        fulfillment(&office, &page).await,
        FulfillmentStatus::Delivered
    );
}

#[tokio::test]
async fn what_becomes_of_an_order_by_it_is_in_its_history() {
    let (_office, mut owner, page) = paid_and_sent("1").await;
    submit(
        &mut owner,
        &format!("{page}/refund"),
        &[("restock-unsent-0", "2")],
    )
    .await;
    let page = owner.get(&page).await.body;
    assert!(page.contains("Marked as “Shipped”"), "{page}");
}

/// The same, of which nothing is paid: there is nothing that was not sent.
#[tokio::test]
async fn of_an_older_order_nothing_goes_back_that_is_with_the_customer() {
    let (office, _, number) = with_an_order().await;
    let mut owner = office.signed_in(Role::Owner).await;
    send_mugs(&mut owner, &number, "2").await;
    let page = format!("/orders/{number}");
    submit(
        &mut owner,
        &format!("{page}/refund"),
        &[("restock-unsent-0", "1")],
    )
    .await;
    let id = office.shop.count("SELECT id FROM orders").await;
    let split = "/items/0/restocked_unsent";
    office
        .shop
        .set("orders", "document", id, split, json!(0))
        .await;
    let before = mugs(&office).await;
    submit(&mut owner, &format!("{page}/cancel"), &[]).await;
    assert_eq!(mugs(&office).await, before);
}

/// An order of a version that did not say whether a piece in stock had been sent.
#[tokio::test]
async fn of_an_older_order_all_that_was_sent_can_come_back() {
    let (office, mut owner, page) = paid_and_sent("2").await;
    submit(&mut owner, &format!("{page}/cancel"), &[]).await;
    let id = office.shop.count("SELECT id FROM orders").await;
    office
        .shop
        .set(
            "orders",
            "document",
            id,
            "/items/0/restocked_unsent",
            json!(0),
        )
        .await;
    let form = owner.get(&format!("{page}/refund")).await.body;
    let label = "Back into stock: Blue Mug &amp; Saucer (of 2)";
    assert!(form.contains(label), "{form}");
}
