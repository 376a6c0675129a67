//! Orders as a file, and on paper.

use super::{Copies, office, office_with, placed, rows_at};
use crate::support::PASSWORD;
use awning::{admin::staff::role::Role, base::time_zone::TimeZone};

/// The numbers in a file, from the top.
fn numbers(csv: &str) -> Vec<&str> {
    csv.lines()
        .skip(1)
        .map(|line| line.split(',').next().unwrap_or_default())
        .collect()
}

#[tokio::test]
async fn a_file_holds_exactly_what_is_filtered() {
    let office = office().await;
    let mut copies = Copies::new(&office).await;
    let mut french = Vec::new();
    for n in 0..260 {
        let number = copies
            .add(&office, |_, document| {
                if n % 2 == 0 {
                    document.shipping.country_code = "FR".into();
                    document.shipping.name = "=HYPERLINK(\"http://evil.example\")".into();
                }
            })
            .await;
        if n % 2 == 0 {
            french.insert(0, number);
        }
    }
    let mut owner = office.signed_in(Role::Owner).await;
    let file = owner.get("/orders/export.csv?tab=all&country=FR").await;
    assert_eq!(file.status, 200);
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert!(file.header("content-disposition").contains("orders.csv"));
    assert_eq!(numbers(&file.body), french);
    assert!(file.body.contains("\"'=HYPERLINK"), "no formula");
    assert!(!file.body.contains(",\"=HYPERLINK"), "no formula");
    let all = owner.get("/orders/export.csv?tab=all").await;
    assert_eq!(numbers(&all.body).len(), 260);
    let ticked = owner
        .get("/orders/export.csv?ids=N00003&ids=N00001&ids=N00003&back=/orders")
        .await;
    assert_eq!(numbers(&ticked.body), ["N00003", "N00001"]);
    // No file of everything for whoever ticked nothing.
    assert_eq!(
        owner.get("/orders/export.csv?back=/orders").await.status,
        422
    );
    let taken = "SELECT COUNT(*) FROM audit WHERE verb = 'orders.export'";
    assert_eq!(office.shop.count(taken).await, 3);
    // Who has not proved for a while who they are is asked.
    office.forget_proofs().await;
    let question = owner.get("/orders/export.csv?tab=all&country=FR").await;
    assert_eq!(question.status, 403);
    assert!(question.body.contains("Is it you?") && !question.body.contains("N00001"));
    let form = [
        ("to", "/orders/export.csv?tab=all&country=FR"),
        ("confirm_password", PASSWORD),
    ];
    let on = owner.send_form("/confirm", &form).await;
    // The file opens no page, so there is one that says so, and leads back.
    assert_eq!(on.status, 200);
    assert_eq!(
        on.header("refresh"),
        "0; url=/orders/export.csv?tab=all&country=FR"
    );
    assert!(on.body.contains("href=\"/orders\""), "{}", on.body);
    assert_eq!(
        owner
            .get("/orders/export.csv?tab=all&country=FR")
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn an_order_without_items_has_one_row_with_its_totals() {
    let office = office().await;
    let mut copies = Copies::new(&office).await;
    let number = copies
        .add(&office, |_, document| document.items.clear())
        .await;
    let mut owner = office.signed_in(Role::Owner).await;
    let file = owner.get("/orders/export.csv?tab=all").await.body;
    assert_eq!(numbers(&file), [number]);
    let [names, row] = [0, 1].map(|at| file.lines().nth(at).unwrap_or_default());
    let ends = |row: &str| row.split(',').rev().take(10).map(str::to_owned).collect();
    let [names, cells]: [Vec<String>; 2] = [ends(names), ends(row)];
    for (name, wanted) in [("total", "29.50"), ("item_sku", ""), ("item_price", "")] {
        let at = names.iter().position(|it| it == name);
        assert_eq!(at.map(|at| cells[at].as_str()), Some(wanted), "{name}");
    }
}

#[tokio::test]
async fn a_day_is_one_of_the_shops_time_zone() {
    let there = TimeZone::try_from("America/Los_Angeles".to_owned()).expect("a zone");
    let evening = there.second_of("2027-01-31T18:00").expect("a time");
    let office = office_with(|config| config.time_zone = there).await;
    let mut copies = Copies::new(&office).await;
    let number = copies
        .add(&office, |order, _| order.placed_at = evening)
        .await;
    let mut owner = office.signed_in(Role::Owner).await;
    for (days, is_found) in [
        ("from=2027-01-31&to=2027-01-31", true),
        ("from=2027-01-01&to=2027-01-31", true),
        ("from=2027-02-01", false),
        ("to=2027-01-30", false),
    ] {
        let rows = rows_at(&mut owner, &format!("/orders?tab=all&{days}")).await;
        let export = format!("/orders/export.csv?tab=all&{days}");
        let file = owner.get(&export).await.body;
        assert_eq!(rows.contains(&number), is_found, "{days}");
        assert_eq!(numbers(&file), rows, "{days}");
    }
}

#[tokio::test]
async fn slips_and_invoices_are_printed_a_sheet_each() {
    let office = office().await;
    let [first, second] = [
        placed(&office, "ada@example.com").await,
        placed(&office, "eve@example.com").await,
    ];
    let mut owner = office.signed_in(Role::Owner).await;
    owner.send_form("/orders/paid", &[("ids", &first)]).await;
    let slips = owner
        .get(&format!("/orders/print?what=slip&ids={first}&ids={second}"))
        .await;
    assert_eq!(
        slips.body.matches("<section class=\"sheet\">").count(),
        2,
        "{}",
        slips.body
    );
    for part in [
        "Elbchaussee 1",
        "1 × Blue Mug &amp; Saucer",
        "MUG",
        "Tide &amp; Line GmbH",
        &first,
        &second,
    ] {
        assert!(slips.body.contains(part), "{part}: {}", slips.body);
    }
    assert!(!slips.body.contains("€"), "a slip names no prices");
    let invoices = owner
        .get(&format!(
            "/orders/print?what=invoice&ids={first}&ids={second}"
        ))
        .await;
    assert_eq!(
        invoices.body.matches("<section class=\"sheet\">").count(),
        1,
        "{}",
        invoices.body
    );
    assert!(invoices.body.contains("€29.50") && invoices.body.contains("DE123456789"));
    let without = format!(
        "have no invoice: they are not paid, or the settings do not say who sells: {second}."
    );
    assert!(invoices.body.contains(&without), "{}", invoices.body);
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM invoices").await, 1);
    assert_eq!(owner.get("/orders/print?what=slip").await.status, 422);
}
