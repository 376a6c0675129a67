//! Money that goes back, things that come back, and orders that are called off.

use super::support::{
    emails_with, filled, four_at_once, is_refused, mugs, send, verbs, with_a_paid_order,
    with_a_paid_order_where, with_an_order,
};
use crate::{
    admin::{
        orders::stored,
        support::{fields, pairs, set},
    },
    support::PASSWORD,
};
use awning::{
    admin::staff::role::Role,
    order::{status::FulfillmentStatus, timeline},
    pricing::payment::PaymentStatus,
};

#[tokio::test]
async fn a_part_goes_back_with_a_credit_note_and_then_the_rest() {
    let (office, number) = with_a_paid_order().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let path = format!("/orders/{number}/refund");
    let before = mugs(&office).await;
    let part = [
        ("amount", "4,50"),
        ("reason", "A chip in the glaze"),
        ("restock-unsent-0", "1"),
    ];
    let done = send(&mut owner, &path, &part).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let order = stored(&office, &number).await;
    assert_eq!(order.payment_status, PaymentStatus::PartiallyRefunded);
    assert_eq!(mugs(&office).await, before + 1);
    assert_eq!(emails_with(&office, "refunded €4.50").await, 1);
    let page = owner.get(&format!("/orders/{number}")).await.body;
    for part in [
        "€4.50 refunded",
        "A chip in the glaze",
        "Credit note CN-00001",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    // The file for the books says it once, where it can be added up.
    let file = owner.get("/orders/export.csv?tab=all").await.body;
    let mut lines = file.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let head = lines.next().expect("a head");
    let at = head.iter().position(|it| *it == "paid_back");
    let row = file.lines().nth(1).expect("a row");
    assert!(at.is_some() && row.contains(",29.50,4.50,"), "{file}");
    // More than is left is told at its field; what went back into stock does not go back again.
    let refused = send(&mut owner, &path, &[("amount", "29.50")]).await;
    is_refused(&refused, 422, "€25.00 left that can be paid back");
    let page = owner.get(&path).await.body;
    assert!(!page.contains("name=\"restock-"), "{page}");
    let done = send(&mut owner, &path, &[("amount", "25")]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let order = stored(&office, &number).await;
    assert_eq!(order.payment_status, PaymentStatus::Refunded);
    let numbers = "SELECT COUNT(*) FROM credit_notes WHERE number IN ('CN-00001', 'CN-00002')";
    assert_eq!(office.shop.count(numbers).await, 2);
    assert!(owner.get(&path).await.body.contains("It is so already."));
    // Reasons are for the staff: neither the log nor the shopper has them.
    let told = "SELECT COUNT(*) FROM audit WHERE after LIKE '%chip%'";
    assert_eq!(office.shop.count(told).await, 0);
    assert_eq!(emails_with(&office, "chip").await, 0);
}

#[tokio::test]
async fn the_amount_is_calculated_by_what_was_paid_for_things() {
    let (office, number) = with_a_paid_order().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let path = format!("/orders/{number}/refund");
    let wanted = [
        ("refund-0", "1"),
        ("act", "calculate"),
        ("reason", "Broken"),
    ];
    let page = send(&mut owner, &path, &wanted).await;
    assert_eq!(page.status, 200, "{}", page.body);
    let form = fields(&page.body, &path);
    let value = |name: &str| form.iter().find(|it| it.0 == name).map(|it| it.1.as_str());
    assert_eq!(value("amount"), Some("24.50"));
    assert_eq!(value("reason"), Some("Broken"), "nothing is lost");
    let with_delivery = [("refund-0", "1"), ("shipping", "yes"), ("act", "calculate")];
    let page = send(&mut owner, &path, &with_delivery).await.body;
    assert!(page.contains("value=\"29.50\""), "{page}");
    let order = stored(&office, &number).await;
    assert_eq!(
        order.payment_status,
        PaymentStatus::Paid,
        "nothing was done"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refund_is_given_once_however_often_its_form_is_sent() {
    let (office, number) = with_a_paid_order().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let path = format!("/orders/{number}/refund");
    let before = mugs(&office).await;
    let values = [("amount", "5"), ("restock-unsent-0", "1")];
    let form = filled(&mut owner, &path, &values).await;
    assert_eq!(four_at_once(&owner, &path, &form).await, [303; 4]);
    let given = "SELECT COUNT(*) FROM order_refunds";
    assert_eq!(office.shop.count(given).await, 1);
    assert_eq!(
        office.shop.count("SELECT COUNT(*) FROM credit_notes").await,
        1
    );
    assert_eq!(mugs(&office).await, before + 1);
    let verbs = verbs(&office, &number).await;
    let refunds = verbs.iter().filter(|it| *it == timeline::REFUND).count();
    assert_eq!(refunds, 1);
    // Another window, opened before: it shows both.
    let stale = owner
        .send_form(
            &path,
            &[("saw", "PAID/AWAITING_PROCESSING//0/0"), ("amount", "5")],
        )
        .await;
    assert_eq!(stale.status, 409, "{}", stale.body);
    assert!(
        stale
            .body
            .contains("<del>Paid · To be packed · 0 of 1 sent</del>"),
        "{}",
        stale.body
    );
    assert!(stale.body.contains("€5.00 refunded"), "{}", stale.body);
    assert_eq!(office.shop.count(given).await, 1);
}

#[tokio::test]
async fn a_large_refund_asks_for_the_password_and_loses_nothing() {
    let (office, number) = with_a_paid_order_where(|config| {
        config.refund_step_up = "10".to_owned().try_into().expect("an amount");
    })
    .await;
    let mut owner = office.signed_in(Role::Owner).await;
    office.forget_proofs().await;
    let path = format!("/orders/{number}/refund");
    let small = send(&mut owner, &path, &[("amount", "10")]).await;
    assert_eq!(small.status, 303, "{}", small.body);
    let large = [("amount", "10.01"), ("reason", "Two of them")];
    let question = send(&mut owner, &path, &large).await;
    assert_eq!(question.status, 403, "{}", question.body);
    let mut form = fields(&question.body, &path);
    assert!(
        form.contains(&("reason".to_owned(), "Two of them".to_owned())),
        "{form:?}"
    );
    let given = "SELECT COUNT(*) FROM order_refunds";
    assert_eq!(office.shop.count(given).await, 1, "not yet");
    set(&mut form, "confirm_password", PASSWORD);
    let done = owner.send_form(&path, &pairs(&form)).await;
    assert_eq!(done.status, 303, "{}", done.body);
    assert_eq!(office.shop.count(given).await, 2);
    // A cancellation that pays back is no way around it.
    office.forget_proofs().await;
    office.shop.execute("UPDATE orders SET total = 9000").await;
    let cancel = format!("/orders/{number}/cancel");
    assert_eq!(send(&mut owner, &cancel, &[]).await.status, 403);
}

#[tokio::test]
async fn what_is_not_paid_is_cancelled_and_goes_back_into_stock() {
    let (office, _, number) = with_an_order().await;
    let mut manager = office.signed_in(Role::Manager).await;
    let before = mugs(&office).await;
    let refused = manager.get(&format!("/orders/{number}/refund")).await;
    assert!(refused.body.contains("It is not paid."), "{}", refused.body);
    let path = format!("/orders/{number}/cancel");
    let form = filled(&mut manager, &path, &[]).await;
    for _ in 0..2 {
        let done = manager.send_form(&path, &pairs(&form)).await;
        assert!(
            done.header("location").ends_with("said=order-cancelled"),
            "{}",
            done.body
        );
    }
    let order = stored(&office, &number).await;
    assert_eq!(order.payment_status, PaymentStatus::Cancelled);
    assert_eq!(order.fulfillment_status, FulfillmentStatus::WillNotDeliver);
    assert_eq!(mugs(&office).await, before + 3);
    assert_eq!(emails_with(&office, "Cancelled").await, 1);
    let page = manager.get(&format!("/orders/{number}")).await.body;
    for gone in ["Send a parcel", "Mark as paid", "/cancel\""] {
        assert!(!page.contains(gone), "{gone}: {page}");
    }
}

#[tokio::test]
async fn what_is_paid_is_cancelled_with_its_refund_and_the_rest_stays_unsent() {
    let (office, number) = with_a_paid_order().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let path = format!("/orders/{number}/cancel");
    let page = owner.get(&path).await.body;
    assert!(page.contains("Note that €29.50 is paid back"), "{page}");
    let mut form = fields(&page, &path);
    set(&mut form, "restock", "no");
    let before = mugs(&office).await;
    let done = owner.send_form(&path, &pairs(&form)).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let order = stored(&office, &number).await;
    assert_eq!(order.payment_status, PaymentStatus::Refunded);
    assert_eq!(order.fulfillment_status, FulfillmentStatus::WillNotDeliver);
    assert_eq!(mugs(&office).await, before, "nobody asked for that");
    let given = "SELECT COALESCE(SUM(amount), 0) FROM order_refunds";
    assert_eq!(office.shop.count(given).await, 2_950);
}

#[tokio::test]
async fn the_rest_of_what_was_sent_in_part_is_called_off() {
    let (office, _, number) = with_an_order().await;
    let mut manager = office.signed_in(Role::Manager).await;
    let before = mugs(&office).await;
    send(
        &mut manager,
        &format!("/orders/{number}/send"),
        &[("quantity-0", "1")],
    )
    .await;
    let done = send(&mut manager, &format!("/orders/{number}/cancel"), &[]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let order = stored(&office, &number).await;
    assert_eq!(order.fulfillment_status, FulfillmentStatus::Shipped);
    assert_eq!(mugs(&office).await, before + 2);
    let page = manager.get(&format!("/orders/{number}")).await.body;
    assert!(page.contains("The rest is not sent"), "{page}");
}

/// What the command line says is done by the same functions.
#[tokio::test]
async fn the_command_line_pays_back_too() {
    let (office, number) = with_a_paid_order().await;
    let run = |arguments: &[&str]| crate::order::command_line::program(&office.shop, arguments);
    let refused = run(&["orders", "refund", &number, "99"]);
    assert!(!refused.status.success());
    let part = run(&["orders", "refund", &number, "9.50"]);
    assert!(part.status.success(), "{part:?}");
    let rest = run(&["orders", "status", &number, "--payment", "refunded"]);
    assert!(rest.status.success(), "{rest:?}");
    let given = "SELECT COALESCE(SUM(amount), 0) FROM order_refunds";
    assert_eq!(office.shop.count(given).await, 2_950);
}
