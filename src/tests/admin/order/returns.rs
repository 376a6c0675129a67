//! Goods that come back: of what was sent, of what was not, and of what nobody paid.

use super::support::{filled, is_refused, mugs, pay, send, send_mugs, submit, with_an_order};
use crate::admin::orders::stored;
use awning::{
    admin::staff::role::Role, order::status::FulfillmentStatus, pricing::payment::PaymentStatus,
};

#[tokio::test]
async fn an_order_whose_rest_goes_back_into_stock_is_sent() {
    let (office, _, number) = with_an_order().await;
    let mut owner = office.signed_in(Role::Owner).await;
    pay(&mut owner, &number).await;
    send_mugs(&mut owner, &number, "1").await;
    let before = mugs(&office).await;
    let path = format!("/orders/{number}/refund");
    let page = owner.get(&path).await.body;
    for label in [
        "Back into stock, of those sent: Blue Mug &amp; Saucer (of 1)",
        "Back into stock, of those not sent: Blue Mug &amp; Saucer (of 2)",
    ] {
        assert!(page.contains(label), "{label}: {page}");
    }
    let too_many = [("amount", "49"), ("restock-unsent-0", "3")];
    let refused = send(&mut owner, &path, &too_many).await;
    is_refused(&refused, 422, "At most 2");
    let rest = [("amount", "49"), ("restock-unsent-0", "2")];
    submit(&mut owner, &path, &rest).await;
    let order = stored(&office, &number).await;
    assert_eq!(order.fulfillment_status, FulfillmentStatus::Shipped);
    assert!(order.shipped_at.is_some());
    assert_eq!(mugs(&office).await, before + 2);
    let page = owner.get(&format!("/orders/{number}")).await.body;
    assert!(!page.contains("Send the rest"), "{page}");
}

#[tokio::test]
async fn an_order_of_which_nothing_is_left_to_be_sent_is_not_packed() {
    let (office, _, number) = with_an_order().await;
    let mut owner = office.signed_in(Role::Owner).await;
    pay(&mut owner, &number).await;
    let path = format!("/orders/{number}/refund");
    submit(
        &mut owner,
        &path,
        &[("amount", "73.50"), ("restock-unsent-0", "3")],
    )
    .await;
    let order = stored(&office, &number).await;
    assert_eq!(order.fulfillment_status, FulfillmentStatus::WillNotDeliver);
}

/// One of three is with the customer, one is back in stock, one is still to be sent.
#[tokio::test]
async fn a_piece_that_was_not_sent_is_told_from_one_that_was() {
    for (field, left, back_by_cancel) in [
        ("restock-unsent-0", "1 × Blue Mug", 1),
        ("restock-0", "2 × Blue Mug", 2),
    ] {
        let (office, _, number) = with_an_order().await;
        let mut owner = office.signed_in(Role::Owner).await;
        pay(&mut owner, &number).await;
        send_mugs(&mut owner, &number, "1").await;
        let path = format!("/orders/{number}/refund");
        submit(&mut owner, &path, &[("amount", "24.50"), (field, "1")]).await;
        let slip = format!("/orders/print?what=slip&ids={number}");
        let slip = owner.get(&slip).await.body;
        assert!(slip.contains(left), "{field}: {slip}");
        let before = mugs(&office).await;
        let cancel = format!("/orders/{number}/cancel");
        submit(&mut owner, &cancel, &[]).await;
        assert_eq!(mugs(&office).await, before + back_by_cancel, "{field}");
    }
}

#[tokio::test]
async fn what_comes_back_after_all_of_it_was_paid_back_is_noted() {
    let (office, _, number) = with_an_order().await;
    let mut owner = office.signed_in(Role::Owner).await;
    pay(&mut owner, &number).await;
    send_mugs(&mut owner, &number, "3").await;
    let before = mugs(&office).await;
    let path = format!("/orders/{number}/refund");
    submit(&mut owner, &path, &[("amount", "78.50")]).await;
    let page = owner.get(&format!("/orders/{number}")).await.body;
    assert!(page.contains("Goods came back"), "{page}");
    let nothing = [("came_back", ""), ("restock-0", "0")];
    let refused = send(&mut owner, &path, &nothing).await;
    is_refused(&refused, 422, "Tick this, or say how many");
    // As the form is opened, all of it came back.
    submit(&mut owner, &path, &[]).await;
    let order = stored(&office, &number).await;
    assert_eq!(order.fulfillment_status, FulfillmentStatus::Returned);
    assert_eq!(order.payment_status, PaymentStatus::Refunded);
    assert_eq!(mugs(&office).await, before + 3);
    let page = owner.get(&format!("/orders/{number}")).await.body;
    assert!(!page.contains("Goods came back"), "{page}");
    let given = "SELECT COUNT(*) FROM order_refunds";
    assert_eq!(office.shop.count(given).await, 1, "no money goes twice");
}

/// Cash on delivery that nobody paid at the door.
#[tokio::test]
async fn a_parcel_that_nobody_took_comes_back_and_is_not_paid() {
    let (office, _, number) = with_an_order().await;
    let mut owner = office.signed_in(Role::Owner).await;
    send_mugs(&mut owner, &number, "3").await;
    let before = mugs(&office).await;
    let path = format!("/orders/{number}/refund");
    let page = owner.get(&path).await.body;
    for part in [
        "Return of order",
        "It is not paid, and then need not be",
        "Note the return",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("name=\"amount\""), "{page}");
    let form = filled(&mut owner, &path, &[]).await;
    for _ in 0..2 {
        let form = crate::admin::support::pairs(&form);
        let done = owner.send_form(&path, &form).await;
        assert_eq!(done.status, 303, "{}", done.body);
    }
    let order = stored(&office, &number).await;
    assert_eq!(order.fulfillment_status, FulfillmentStatus::Returned);
    assert_eq!(order.payment_status, PaymentStatus::Cancelled);
    assert_eq!(mugs(&office).await, before + 3, "once");
    let page = owner.get(&format!("/orders/{number}")).await.body;
    assert!(!page.contains("Mark as paid"), "{page}");
}
