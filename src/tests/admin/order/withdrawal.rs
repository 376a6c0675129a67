//! A shopper withdraws, and the merchant answers.

use super::support::{emails_with, filled, four_at_once, is_refused, mugs, send, with_an_order};
use crate::admin::{
    orders::{rows_at, stored},
    support::{fields, pairs, set},
};
use awning::{
    admin::staff::role::Role,
    order::status::{FulfillmentStatus, WithdrawalState},
    pricing::payment::PaymentStatus,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawal_is_accepted_and_settled_when_the_goods_are_back() {
    let (office, mut ada, number) = with_an_order().await;
    let mut owner = office.signed_in(Role::Owner).await;
    owner
        .send_form(&format!("/orders/{number}/paid"), &[])
        .await;
    send(&mut owner, &format!("/orders/{number}/send"), &[]).await;
    ada.post("orders/withdraw", &[("order", &number)]).await;
    let waiting = rows_at(&mut owner, "/orders?tab=withdrawn").await;
    assert_eq!(waiting, std::slice::from_ref(&number));
    assert!(owner.get("/").await.body.contains("withdrawals to answer"));
    let shown = ada.get(&format!("/account/orders/{number}")).await.body;
    assert!(shown.contains("will answer it by email"), "{shown}");
    let path = format!("/orders/{number}/withdrawal");
    let empty = send(&mut owner, &path, &[("said", ""), ("act", "accept")]).await;
    assert_eq!(empty.status, 422, "{}", empty.body);
    let answer = [
        ("said", "Send it to Hamburg within 14 days."),
        ("act", "accept"),
    ];
    let form = filled(&mut owner, &path, &answer).await;
    assert_eq!(four_at_once(&owner, &path, &form).await, [303; 4]);
    assert_eq!(emails_with(&office, "within 14 days").await, 1);
    assert_eq!(
        stored(&office, &number).await.withdrawal,
        WithdrawalState::Accepted
    );
    let shown = ada.get(&format!("/account/orders/{number}")).await.body;
    assert!(
        shown.contains("Send it to Hamburg within 14 days."),
        "{shown}"
    );
    // The parcel is back: one form for money and shelf.
    let page = owner.get(&format!("/orders/{number}")).await.body;
    assert!(page.contains("Goods are back: settle it"), "{page}");
    let settle = format!("/orders/{number}/refund");
    let page = owner.get(&format!("{settle}?settles=yes")).await.body;
    let form = fields(&page, &settle);
    for (name, value) in [("amount", "78.50"), ("restock-0", "3"), ("settles", "yes")] {
        assert!(
            form.contains(&(name.to_owned(), value.to_owned())),
            "{name}: {form:?}"
        );
    }
    let before = mugs(&office).await;
    let form: Vec<(String, String)> = form.into_iter().filter(|it| it.0 != "act").collect();
    let mut forgotten = form.clone();
    set(&mut forgotten, "amount", "");
    let refused = owner.send_form(&settle, &pairs(&forgotten)).await;
    is_refused(&refused, 422, "An amount, such as 12.50.");
    let done = owner.send_form(&settle, &pairs(&form)).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let order = stored(&office, &number).await;
    assert_eq!(order.withdrawal, WithdrawalState::Settled);
    assert_eq!(order.payment_status, PaymentStatus::Refunded);
    assert_eq!(order.fulfillment_status, FulfillmentStatus::Returned);
    assert_eq!(mugs(&office).await, before + 3);
    assert!(
        rows_at(&mut owner, "/orders?tab=withdrawn")
            .await
            .is_empty()
    );
    let shown = ada.get(&format!("/account/orders/{number}")).await.body;
    assert!(shown.contains("Your withdrawal is settled."), "{shown}");
}

#[tokio::test]
async fn a_withdrawal_is_refused_with_a_reason_in_the_shoppers_language() {
    let (office, mut ada, number) = with_an_order().await;
    let id = office.shop.count("SELECT id FROM orders").await;
    office
        .shop
        .set("orders", "document", id, "/language", "de".into())
        .await;
    let mut manager = office.signed_in(Role::Manager).await;
    let path = format!("/orders/{number}/withdrawal");
    let none = manager.get(&path).await.body;
    assert!(none.contains("There is no withdrawal"), "{none}");
    ada.post("orders/withdraw", &[("order", &number)]).await;
    let refusal = [("said", "Es wurde nach Maß gefertigt."), ("act", "refuse")];
    let done = send(&mut manager, &path, &refusal).await;
    assert_eq!(done.status, 303, "{}", done.body);
    assert_eq!(emails_with(&office, "nach Maß gefertigt").await, 1);
    let subject = "SELECT COUNT(*) FROM letters WHERE subject LIKE 'Ihr Widerruf der Bestellung % konnte nicht%'";
    assert_eq!(office.shop.count(subject).await, 1);
    assert_eq!(
        stored(&office, &number).await.withdrawal,
        WithdrawalState::Refused
    );
    let shown = ada.get(&format!("/account/orders/{number}")).await.body;
    assert!(shown.contains("nach Maß gefertigt"), "{shown}");
}

/// Nothing was sent and nothing was paid: it is settled at once, and nobody waits for money.
#[tokio::test]
async fn a_withdrawal_before_anything_happened_is_settled_at_once() {
    let (office, mut ada, number) = with_an_order().await;
    let mut manager = office.signed_in(Role::Manager).await;
    ada.post("orders/withdraw", &[("order", &number)]).await;
    let before = mugs(&office).await;
    let settle = format!("/orders/{number}/refund");
    let done = send(&mut manager, &format!("{settle}?settles=yes"), &[]).await;
    assert!(
        done.header("location").ends_with("said=order-taken-back"),
        "{}",
        done.body
    );
    let order = stored(&office, &number).await;
    assert_eq!(order.payment_status, PaymentStatus::Cancelled);
    assert_eq!(order.fulfillment_status, FulfillmentStatus::WillNotDeliver);
    assert_eq!(mugs(&office).await, before + 3);
}

/// Whoever calls the order off has answered: nobody is reminded of the withdrawal.
#[tokio::test]
async fn a_withdrawal_of_what_is_cancelled_waits_for_nobody() {
    let (office, mut ada, number) = with_an_order().await;
    let mut manager = office.signed_in(Role::Manager).await;
    ada.post("orders/withdraw", &[("order", &number)]).await;
    assert!(
        manager
            .get("/")
            .await
            .body
            .contains("withdrawals to answer")
    );
    let done = send(&mut manager, &format!("/orders/{number}/cancel"), &[]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    assert!(
        !manager
            .get("/")
            .await
            .body
            .contains("withdrawals to answer")
    );
}

#[tokio::test]
async fn one_goes_from_order_to_order_of_the_list() {
    let office = crate::admin::orders::office().await;
    let mut copies = crate::admin::orders::Copies::new(&office).await;
    let mut numbers = Vec::new();
    for _ in 0..3 {
        numbers.push(copies.add(&office, |_, _| {}).await);
    }
    let mut reader = office.signed_in(Role::Reader).await;
    let list = reader.get("/orders?tab=unpaid&q=mug").await.body;
    let to = crate::admin::orders::link(&list, &numbers[1]).expect("a link");
    let page = reader.get(&to).await.body;
    let previous = crate::admin::orders::link(&page, "Previous order").expect("one");
    let next = crate::admin::orders::link(&page, "Next order").expect("one");
    assert!(
        previous.starts_with(&format!("/orders/{}?list=", numbers[2])),
        "{previous}"
    );
    assert!(
        next.starts_with(&format!("/orders/{}?list=", numbers[0])),
        "{next}"
    );
    let last = reader.get(&next).await.body;
    assert!(crate::admin::orders::link(&last, "Next order").is_none());
    assert!(
        last.contains("href=\"/orders?tab=unpaid&amp;q=mug\""),
        "{last}"
    );
    // What one may not do is not drawn.
    for verb in [
        "/send",
        "/refund",
        "/cancel",
        "/correct",
        "/write",
        "method=\"post\" action=\"/orders",
    ] {
        assert!(!page.contains(verb), "{verb}: {page}");
    }
}
