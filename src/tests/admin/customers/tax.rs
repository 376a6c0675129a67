//! Whoever pays no tax pays none: in the cart, the order and its invoice.

use super::{ADA, office_with, order, path_of, send};
use crate::admin::orders;
use awning::{admin::staff::role::Role, order::store, platform::config::Seller};

#[tokio::test]
async fn an_exempt_customer_is_charged_no_tax() {
    let office = office_with(|config| {
        config.seller = Seller {
            name: "Tide & Line GmbH".into(),
            address: "Hamburg".into(),
            vat_id: "DE123456789".into(),
            ..Seller::default()
        };
    })
    .await;
    let mut ada = office.shop.customer(ADA).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let path = path_of(&office, ADA).await;
    let form = [("is_exempt", "yes"), ("tax_id", "FR 987")];
    send(&mut owner, &path, &path, &form).await;
    let number = order(&mut ada, ADA).await;
    let placed = orders::stored(&office, &number).await;
    let totals = store::document(&placed).expect("a document").totals;
    // 24.50 and 5.00 with 20 % in them.
    assert_eq!(
        (totals.items, totals.shipping, totals.tax()),
        (2_042, 417, 0)
    );
    assert_eq!((totals.total, totals.prices_include_tax), (2_459, false));
    office
        .shop
        .execute("UPDATE orders SET payment_status = 'PAID'")
        .await;
    let invoice = ada
        .get(&format!("/account/orders/{number}/invoice"))
        .await
        .body;
    for wanted in ["FR 987", "No tax is charged", "24.59"] {
        assert!(invoice.contains(wanted), "{wanted} in {invoice}");
    }
    // Once it is taken back, the next cart has its tax again.
    let shown = owner.get(&path).await;
    let mut form = crate::admin::support::fields(&shown.body, &path);
    form.retain(|(name, _)| name != "is_exempt");
    owner
        .send_form(&path, &crate::admin::support::pairs(&form))
        .await;
    let number = order(&mut ada, ADA).await;
    assert_eq!(orders::stored(&office, &number).await.total, 2_950);
}
