//! What the pages and files of reports say.

use super::{DAY, JUNE, office, placed, times};
use crate::{
    admin::{orders::Copies, support::Office},
    support::checkout::{place, up_to_review},
};
use awning::{
    admin::staff::role::Role, order::status::FulfillmentStatus, pricing::payment::PaymentStatus,
};

const DAYS: &str = "from=2026-06-01&until=2026-06-03";

/// Three orders: one with a coupon that is paid, one called off before it was paid, one paid back on the third day.
async fn three() -> (Office, Copies) {
    let office = office().await;
    let mut copies = Copies::new(&office).await;
    let paid = placed(&mut copies, &office, 60, |order, document| {
        order.payment_status = PaymentStatus::Paid;
        document.coupon_code = Some("INK10".to_owned());
        document.totals.coupon = 100;
        document.totals.taxes[0].1 = 475;
        document.totals.total = 2_850;
    });
    let paid = paid.await;
    placed(&mut copies, &office, 120, |order, _| {
        order.payment_status = PaymentStatus::Cancelled;
    })
    .await;
    let back = placed(&mut copies, &office, DAY, |order, _| {
        order.payment_status = PaymentStatus::Paid;
        order.fulfillment_status = FulfillmentStatus::Returned;
    });
    let back = back.await;
    times(&office, &paid, Some(JUNE + DAY), None).await;
    times(&office, &back, Some(JUNE + DAY), None).await;
    let refund =
        format!("UPDATE orders SET payment_status = 'REFUNDED' WHERE public_id = '{back}'");
    office.shop.execute(&refund).await;
    let now = "SELECT COUNT(*) FROM orders WHERE refunded_at > 1700000000 AND payment_status = 'REFUNDED'";
    assert_eq!(
        office.shop.count(now).await,
        1,
        "noted by the database itself"
    );
    times(&office, &back, Some(JUNE + DAY), Some(JUNE + 2 * DAY)).await;
    (office, copies)
}

#[tokio::test]
async fn sales_taxes_and_files_say_the_same() {
    let (office, _) = three().await;
    let mut reader = office.signed_in(Role::Reader).await;
    let csv = |path: &str| format!("/reports/{path}/table.csv?{DAYS}");
    let sales = reader.get(&csv("sales")).await;
    assert_eq!(sales.status, 200, "{}", sales.body);
    assert_eq!(sales.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(
        sales.body,
        "When,Orders,Things,Sold,Tax in it,Without tax,Delivery in that,Taken off,Paid back,Left,An order\n\
         2026-06-01,1,1,28.50,4.75,23.75,4.17,1.00,0.00,28.50,28.50\n\
         2026-06-02,1,1,29.50,4.91,24.59,4.17,0.00,0.00,29.50,29.50\n\
         2026-06-03,0,0,0.00,0.00,0.00,0.00,0.00,29.50,-29.50,0.00\n"
    );
    // By when the money came, and less what went back.
    let taxes = reader.get(&csv("taxes")).await.body;
    assert_eq!(
        taxes,
        "Country,Code,Tax,Rate,Orders,\"Taxed, without tax\",Tax,Together\nGermany,DE,VAT,20 %,2,23.75,4.75,28.50\n"
    );
    let second = reader
        .get("/reports/taxes/table.csv?from=2026-06-02&until=2026-06-02")
        .await
        .body;
    assert!(
        second.ends_with("Germany,DE,VAT,20 %,2,48.34,9.66,58.00\n"),
        "{second}"
    );
    let third = reader
        .get("/reports/taxes/table.csv?from=2026-06-03&until=2026-06-03")
        .await
        .body;
    assert!(
        third.ends_with("Germany,DE,VAT,20 %,0,-24.59,-4.91,-29.50\n"),
        "{third}"
    );
    for (report, row) in [
        ("products", "Blue Mug & Saucer,2,2,49.00,0.00\n"),
        ("coupons", "INK10,1,1.00,28.50,0.00\n"),
        ("payments", "Bank transfer,2,2,58.00,0.00\n"),
        ("deliveries", "By post,2,2,58.00,0.00\n"),
    ] {
        let file = reader.get(&csv(report)).await.body;
        assert!(file.ends_with(row), "{report}: {file}");
    }
    let categories = reader.get(&csv("categories")).await.body;
    assert!(categories.contains(",2,2,49.00,0.00\n"), "{categories}");
}

#[tokio::test]
async fn a_page_has_a_chart_its_table_and_what_counts() {
    let (office, _) = three().await;
    let mut reader = office.signed_in(Role::Reader).await;
    for report in [
        "sales",
        "products",
        "categories",
        "coupons",
        "taxes",
        "payments",
        "deliveries",
        "carts",
    ] {
        let page = reader
            .get(&format!("/reports/{report}?{DAYS}&by=week"))
            .await;
        assert_eq!(page.status, 200, "{report}");
        assert!(
            page.body.contains("What counts") && page.body.contains("Europe/Berlin"),
            "{report}"
        );
        assert!(
            !page.body.contains("style="),
            "{report}: the policy lets no style in"
        );
    }
    let page = reader.get(&format!("/reports/sales?{DAYS}")).await.body;
    assert!(
        page.contains("role=\"img\"")
            && page.contains("<desc id=\"report-about\">€58.00 from 2 orders."),
        "{page}"
    );
    assert!(
        page.contains("<strong>€29.50</strong><span>paid back</span>"),
        "{page}"
    );
    assert!(
        page.contains("Compared with 2026-05-29 \u{2013} 2026-05-31."),
        "{page}"
    );
    let none = reader
        .get("/reports/sales?from=2020-01-01&until=2020-01-31")
        .await
        .body;
    assert!(none.contains("0 before"), "{none}");
    // Another currency is another report.
    let dollars = reader
        .get(&format!("/reports/products?{DAYS}&currency=USD"))
        .await
        .body;
    assert!(
        dollars.contains("There is nothing of these days."),
        "{dollars}"
    );
}

#[tokio::test]
async fn what_is_no_day_is_named_where_it_was_typed() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let page = owner.get("/reports/sales?from=soon&until=2026-06-01").await;
    assert_eq!(page.status, 422);
    assert!(
        page.body
            .contains("value=\"soon\" aria-invalid=\"true\" aria-describedby=\"from-note\""),
        "{}",
        page.body
    );
    let file = owner
        .get("/reports/sales/table.csv?from=2026-06-02&until=2026-06-01")
        .await;
    assert_eq!(file.status, 422);
    assert_eq!(owner.get("/reports/nothing").await.status, 404);
    assert_eq!(owner.get("/reports/nothing/table.csv").await.status, 404);
}

/// Carts are counted when they were begun, with what became of them; who looks at nothing but the cart's page has none.
#[tokio::test]
async fn carts_are_counted_with_what_they_became() {
    let office = office().await;
    let mut buyer = office.shop.browser();
    up_to_review(&mut buyer, "ada@example.com").await;
    place(&mut buyer).await;
    let mut idler = office.shop.browser();
    idler.post("cart/add", &[("product", "1201")]).await;
    let mut emptied = office.shop.browser();
    emptied.post("cart/add", &[("product", "1201")]).await;
    office
        .shop
        .execute("DELETE FROM cart_lines WHERE cart_id = (SELECT MAX(id) FROM carts)")
        .await;
    let mut owner = office.signed_in(Role::Owner).await;
    let of = |page: &str| {
        let row = page.lines().last().unwrap_or_default().to_owned();
        row.split(',')
            .skip(1)
            .map(str::to_owned)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let file = owner.get("/reports/carts/table.csv").await.body;
    assert_eq!(of(&file), "2 1 50.0", "{file}");
    // What is purged stays counted; what was empty is not.
    office.shop.execute("DELETE FROM carts").await;
    let file = owner.get("/reports/carts/table.csv").await.body;
    assert_eq!(of(&file), "2 1 50.0", "{file}");
}
