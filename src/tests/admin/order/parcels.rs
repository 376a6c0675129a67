//! What is sent of an order, in as many parcels as it takes.

use super::support::{emails_with, filled, four_at_once, mugs, send, verbs, with_an_order};
use crate::{
    admin::{
        orders::{office_with, stored},
        support::{pairs, set},
    },
    support::checkout::{ordered, place, up_to_review},
};
use awning::{
    admin::staff::role::Role,
    catalog::store::set_digital,
    order::{status::FulfillmentStatus, timeline},
};

#[tokio::test]
async fn an_order_goes_in_two_parcels_and_each_says_what_is_in_it() {
    let (office, mut ada, number) = with_an_order().await;
    let mut packer = office.signed_in(Role::Packer).await;
    let page = packer.get(&format!("/orders/{number}")).await.body;
    assert!(
        page.contains("Send a parcel") && !page.contains("Mark as paid"),
        "{page}"
    );
    let path = format!("/orders/{number}/send");
    let first = [
        ("quantity-0", "1"),
        ("carrier", "UPS"),
        ("tracking", "1Z 999"),
    ];
    let done = send(&mut packer, &path, &first).await;
    assert_eq!(done.status, 303, "{}", done.body);
    assert_eq!(
        done.header("location"),
        format!("/orders/{number}?said=parcel-sent")
    );
    let order = stored(&office, &number).await;
    assert_eq!(order.fulfillment_status, FulfillmentStatus::Processing);
    assert_eq!(order.tracking().text(), "UPS 1Z 999");
    assert_eq!(order.shipped_at, None);
    // The shopper reads what is in it, and that the rest follows.
    assert_eq!(emails_with(&office, "1 × Blue Mug").await, 1);
    assert_eq!(emails_with(&office, "The rest follows").await, 1);
    let own = ada.get(&format!("/account/orders/{number}")).await.body;
    assert!(
        own.contains("Parcels") && own.contains("tracknum=1Z999"),
        "{own}"
    );
    let page = packer.get(&format!("/orders/{number}")).await.body;
    assert!(
        page.contains("1 of 3 sent") && page.contains("Send the rest"),
        "{page}"
    );
    let slip = packer
        .get(&format!("/orders/print?what=slip&ids={number}"))
        .await
        .body;
    assert!(
        slip.contains("2 × Blue Mug") && !slip.contains("3 × Blue Mug"),
        "{slip}"
    );
    // The rest goes with the inbox's click.
    let form = [("ids", number.as_str()), ("mail", "yes")];
    let shipped = packer.send_form("/orders/shipped", &form).await;
    assert_eq!(shipped.status, 303, "{}", shipped.body);
    let order = stored(&office, &number).await;
    assert_eq!(order.fulfillment_status, FulfillmentStatus::Shipped);
    assert!(order.shipped_at.is_some());
    let parcels = office
        .shop
        .count("SELECT COUNT(*) FROM order_parcels")
        .await;
    assert_eq!(parcels, 2);
    let page = packer.get(&format!("/orders/{number}")).await.body;
    assert!(
        page.contains("2 × Blue Mug") && !page.contains("Send the rest"),
        "{page}"
    );
    let again = packer.get(&path).await;
    assert!(again.body.contains("It is so already."), "{}", again.body);
}

#[tokio::test]
async fn a_parcel_is_taken_back_and_one_that_arrived_is_noted() {
    let (office, _, number) = with_an_order().await;
    let mut packer = office.signed_in(Role::Packer).await;
    let path = format!("/orders/{number}/send");
    let wrong = [("quantity-0", "2"), ("tracking", "WRONG")];
    send(&mut packer, &path, &wrong).await;
    let own = format!("/orders/{number}");
    let form =
        |page: &str, below: &str| crate::admin::support::fields(page, &format!("{own}/{below}"));
    let page = packer.get(&own).await.body;
    let undo = form(&page, "unsend");
    let path_of = |below: &str| format!("{own}/{below}");
    let done = packer.send_form(&path_of("unsend"), &pairs(&undo)).await;
    assert!(
        done.header("location").ends_with("said=parcel-back"),
        "{}",
        done.body
    );
    let order = stored(&office, &number).await;
    assert_eq!(
        order.fulfillment_status,
        FulfillmentStatus::AwaitingProcessing
    );
    assert!(!order.tracking().is_known());
    send(&mut packer, &path, &[("tracking", "RIGHT")]).await;
    let page = packer.get(&own).await.body;
    let arrived = form(&page, "delivered");
    let done = packer
        .send_form(&path_of("delivered"), &pairs(&arrived))
        .await;
    assert!(
        done.header("location").ends_with("said=parcel-delivered"),
        "{}",
        done.body
    );
    let order = stored(&office, &number).await;
    assert_eq!(order.fulfillment_status, FulfillmentStatus::Delivered);
    let verbs = verbs(&office, &number).await;
    let known = [
        timeline::PLACE,
        timeline::SEND,
        timeline::UNSEND,
        timeline::SEND,
        timeline::DELIVER,
        timeline::CHANGE,
    ];
    assert_eq!(verbs, known);
    let page = packer.get(&own).await.body;
    assert!(
        page.contains("Parcel taken back by packer@shop.example"),
        "{page}"
    );
    assert!(page.contains("Times are those of Europe/Berlin."), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_parcel_is_sent_once_however_often_its_form_is() {
    let (office, _, number) = with_an_order().await;
    let mut packer = office.signed_in(Role::Packer).await;
    let path = format!("/orders/{number}/send");
    let form = filled(&mut packer, &path, &[("quantity-0", "1")]).await;
    assert_eq!(four_at_once(&packer, &path, &form).await, [303; 4]);
    let parcels = office
        .shop
        .count("SELECT COUNT(*) FROM order_parcels")
        .await;
    assert_eq!(parcels, 1);
    assert_eq!(emails_with(&office, "In this parcel").await, 1);
}

#[tokio::test]
async fn a_form_that_is_out_of_date_shows_both_and_loses_nothing() {
    let (office, _, number) = with_an_order().await;
    let mut packer = office.signed_in(Role::Packer).await;
    let mut manager = office.signed_in(Role::Manager).await;
    let path = format!("/orders/{number}/send");
    let late = [("quantity-0", "1"), ("tracking", "LATE-1")];
    let form = filled(&mut packer, &path, &late).await;
    send(
        &mut manager,
        &path,
        &[("quantity-0", "2"), ("tracking", "FIRST")],
    )
    .await;
    let stale = packer.send_form(&path, &pairs(&form)).await;
    assert_eq!(stale.status, 409, "{}", stale.body);
    for part in [
        "Somebody changed this order while you had it open.",
        "0 of 3 sent",
        "2 of 3 sent",
        "value=\"LATE-1\"",
    ] {
        assert!(stale.body.contains(part), "{part}: {}", stale.body);
    }
    // Sent once more from there, it holds.
    let form = crate::admin::support::fields(&stale.body, &path);
    let done = packer.send_form(&path, &pairs(&form)).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let order = stored(&office, &number).await;
    assert_eq!(order.fulfillment_status, FulfillmentStatus::Shipped);
}

#[tokio::test]
async fn more_than_is_left_and_what_is_no_number_is_told_at_its_field() {
    let (office, _, number) = with_an_order().await;
    let mut packer = office.signed_in(Role::Packer).await;
    let path = format!("/orders/{number}/send");
    for (typed, said) in [
        ("9", "There are only 3 left to send."),
        ("two", "A whole number, please."),
        ("-1", "A whole number, please."),
        ("0", "There is nothing to send."),
    ] {
        let mut form = filled(&mut packer, &path, &[("quantity-0", typed)]).await;
        set(&mut form, "carrier", "Our van");
        let refused = packer.send_form(&path, &pairs(&form)).await;
        assert_eq!(refused.status, 422, "{typed}: {}", refused.body);
        assert!(refused.body.contains(said), "{typed}: {}", refused.body);
        assert!(refused.body.contains("Our van"), "{}", refused.body);
    }
    let order = stored(&office, &number).await;
    assert_eq!(
        order.fulfillment_status,
        FulfillmentStatus::AwaitingProcessing
    );
}

/// What was sent before there were parcels was sent whole.
#[tokio::test]
async fn an_order_of_before_has_the_parcel_it_was_sent_with() {
    let (office, _, number) = with_an_order().await;
    office
        .shop
        .execute("UPDATE orders SET fulfillment_status = 'SHIPPED', shipped_at = 1800000000, tracking_number = 'OLD-1'")
        .await;
    let mut packer = office.signed_in(Role::Packer).await;
    let own = format!("/orders/{number}");
    let page = packer.get(&own).await.body;
    assert!(
        page.contains("OLD-1") && page.contains("3 × Blue Mug"),
        "{page}"
    );
    let undo = crate::admin::support::fields(&page, &format!("{own}/unsend"));
    let done = packer
        .send_form(&format!("{own}/unsend"), &pairs(&undo))
        .await;
    assert_eq!(done.status, 303, "{}", done.body);
    let order = stored(&office, &number).await;
    assert_eq!(
        order.fulfillment_status,
        FulfillmentStatus::AwaitingProcessing
    );
}

/// Files beside goods: only the goods are packed.
#[tokio::test]
async fn files_are_in_no_parcel() {
    let office = office_with(|_| {}).await;
    let set = set_digital(&office.shop.db.write, 1201, true).await;
    assert!(set.expect("set"));
    let mut ada = office.shop.browser();
    let shirt = [("product", "1202"), ("option-Size", "M")];
    ada.post("cart/add", &shirt).await;
    up_to_review(&mut ada, "ada@example.com").await;
    let number = ordered(&place(&mut ada).await);
    let mut packer = office.signed_in(Role::Packer).await;
    let slip = format!("/orders/print?what=slip&ids={number}");
    let sheet = packer.get(&slip).await.body;
    assert!(
        sheet.contains("1 × Tide Shirt") && !sheet.contains("Blue Mug"),
        "{sheet}"
    );
    let path = format!("/orders/{number}/send");
    let form = filled(&mut packer, &path, &[]).await;
    let fields = form
        .iter()
        .filter(|(name, _)| name.starts_with("quantity-"));
    assert_eq!(fields.count(), 1, "{form:?}");
    let done = packer.send_form(&path, &pairs(&form)).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let order = stored(&office, &number).await;
    assert_eq!(order.fulfillment_status, FulfillmentStatus::Shipped);
    let page = packer.get(&format!("/orders/{number}")).await.body;
    assert!(!page.contains("Send the rest"), "{page}");
    let sheet = packer.get(&slip).await.body;
    assert!(!sheet.contains("Blue Mug"), "nor afterwards: {sheet}");
}

#[tokio::test]
async fn what_went_back_into_stock_unsent_is_not_sent() {
    let (office, _, number) = with_an_order().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let page = |page: &str| format!("/orders/{number}/{page}");
    let paid = owner.send_form(&page("paid"), &[]).await;
    assert_eq!(paid.status, 303, "{}", paid.body);
    let before = mugs(&office).await;
    let back = [("amount", "24.50"), ("restock-unsent-0", "1")];
    let done = send(&mut owner, &page("refund"), &back).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let slip = format!("/orders/print?what=slip&ids={number}");
    let slip = owner.get(&slip).await.body;
    assert!(slip.contains("2 × Blue Mug"), "{slip}");
    // All that is left is sent: nothing is waited for.
    let done = send(&mut owner, &page("send"), &[("quantity-0", "2")]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let order = stored(&office, &number).await;
    assert_eq!(order.fulfillment_status, FulfillmentStatus::Shipped);
    assert_eq!(mugs(&office).await, before + 1, "once");
}
