//! The e-mail address and the addresses of a placed order.

use super::support::{
    filled, four_at_once, is_refused, send, verbs, with_a_paid_order, with_an_order,
};
use crate::admin::{
    orders::{rows_at, stored},
    support::{fields, pairs, set},
};
use awning::{admin::staff::role::Role, order::timeline};

#[tokio::test]
async fn an_address_is_corrected_and_found_and_the_invoice_stays() {
    let (office, number) = with_a_paid_order().await;
    let mut manager = office.signed_in(Role::Owner).await;
    let path = format!("/orders/{number}/correct");
    let page = manager.get(&path).await.body;
    assert!(
        page.contains("The invoice 00001 is written and stays as it is."),
        "{page}"
    );
    let changes = [
        ("email", "Ada.Right@Example.com"),
        ("street", "Reeperbahn 7"),
        ("name", "Augusta King"),
        ("same", "yes"),
    ];
    let done = send(&mut manager, &path, &changes).await;
    assert!(
        done.header("location").ends_with("said=order-corrected"),
        "{}",
        done.body
    );
    let order = stored(&office, &number).await;
    assert_eq!(order.email, "ada.right@example.com");
    let found = rows_at(&mut manager, "/orders?tab=all&q=augusta").await;
    assert_eq!(found, std::slice::from_ref(&number));
    let before = rows_at(&mut manager, "/orders?tab=all&q=lovelace").await;
    assert!(before.is_empty(), "{before:?}");
    let page = manager.get(&format!("/orders/{number}")).await.body;
    assert!(
        page.contains("Reeperbahn 7") && page.contains("ada.right@example.com"),
        "{page}"
    );
    let invoice = manager
        .get(&format!("/orders/print?what=invoice&ids={number}"))
        .await
        .body;
    assert!(
        invoice.contains("Ada Lovelace") && !invoice.contains("Reeperbahn"),
        "{invoice}"
    );
    // The new address finds the order, and the old one no more.
    for (email, leads_to) in [
        ("ada@example.com", "unknown"),
        ("ada.right@example.com", &*number),
    ] {
        let mut guest = office.shop.browser();
        let form = [("number", number.as_str()), ("email", email)];
        let answer = guest.post("orders/find", &form).await;
        assert!(answer.header("location").contains(leads_to), "{email}");
    }
    // The log says which parts, and not what they say.
    let verbs = verbs(&office, &number).await;
    assert_eq!(verbs.last().map(String::as_str), Some(timeline::CORRECT));
    let told = "SELECT COUNT(*) FROM audit WHERE COALESCE(before, '') || COALESCE(after, '') LIKE '%ugusta%' \
        OR COALESCE(after, '') LIKE '%right@%'";
    assert_eq!(office.shop.count(told).await, 0);
}

#[tokio::test]
async fn what_is_wrong_is_told_at_its_field_and_nothing_is_lost() {
    let (office, _, number) = with_an_order().await;
    let mut manager = office.signed_in(Role::Manager).await;
    let path = format!("/orders/{number}/correct");
    let wrong = [
        ("email", "ada at home"),
        ("postal-code", "2009"),
        ("city", ""),
    ];
    let refused = send(&mut manager, &path, &wrong).await;
    assert_eq!(refused.status, 422, "{}", refused.body);
    for part in [
        "id=\"email-problem\"",
        "id=\"postal-code-problem\"",
        "id=\"city-problem\"",
    ] {
        assert!(refused.body.contains(part), "{part}: {}", refused.body);
    }
    let form = fields(&refused.body, &path);
    for (name, value) in wrong {
        assert!(
            form.contains(&(name.to_owned(), value.to_owned())),
            "{name}: {form:?}"
        );
    }
    assert_eq!(stored(&office, &number).await.email, "ada@example.com");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_correct_the_same_see_both_and_two_parts_go_together() {
    let (office, _, number) = with_an_order().await;
    let mut manager = office.signed_in(Role::Manager).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let path = format!("/orders/{number}/correct");
    let mut late = filled(&mut owner, &path, &[("street", "Late Street 2")]).await;
    let form = filled(&mut manager, &path, &[("street", "First Street 1")]).await;
    assert_eq!(four_at_once(&manager, &path, &form).await, [303; 4]);
    let verbs = verbs(&office, &number).await;
    assert_eq!(verbs, [timeline::PLACE, timeline::CORRECT]);
    let stale = owner.send_form(&path, &pairs(&late)).await;
    is_refused(&stale, 409, "It is now: First Street 1");
    assert!(
        stale.body.contains("value=\"Late Street 2\""),
        "{}",
        stale.body
    );
    // What is another part is no conflict.
    set(&mut late, "street", "Elbchaussee 1");
    set(&mut late, "form", "another");
    set(&mut late, "email", "ada.new@example.com");
    let done = owner.send_form(&path, &pairs(&late)).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let order = stored(&office, &number).await;
    assert_eq!(order.email, "ada.new@example.com");
    assert!(
        order.document.contains("First Street 1"),
        "{}",
        order.document
    );
}
