//! Who is found, in which order, and taken along.

use super::{ADA, EVE, office, office_with, order, stored};
use crate::support::Browser;
use awning::{
    account::{
        customers::filter::{Filter, Sort},
        customers::list,
        entity::customer,
    },
    admin::staff::role::Role,
    app::migration::m0031_loose_ends::RECALCULATE,
    base::{date, time_zone::TimeZone},
};
use regex::Regex;
use sea_orm::{ActiveValue::Set, EntityTrait};

/// The names on a page, from the top.
fn names(html: &str) -> Vec<String> {
    let row = Regex::new(
        r#"<td class="orders__number orders__name"><a href="/customers/\d+">([^<]+)</a>"#,
    );
    let row = row.expect("a pattern");
    row.captures_iter(html).map(|it| it[1].to_owned()).collect()
}

async fn names_at(browser: &mut Browser, path: &str) -> Vec<String> {
    let page = browser.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.body);
    names(&page.body)
}

/// Adds a customer who registered at this time.
async fn add(office: &super::Office, name: &str, at: i64) {
    let row = customer::ActiveModel {
        email: Set(format!(
            "{}@mail.example",
            name.to_lowercase().replace(' ', ".")
        )),
        name: Set(name.to_owned()),
        password_hash: Set(String::new()),
        auth_epoch: Set(0),
        registered_at: Set(at),
        ..Default::default()
    };
    let added = customer::Entity::insert(row).exec(&office.shop.db.write);
    added.await.expect("stored");
}

#[tokio::test]
async fn each_is_shown_once_while_others_register() {
    let office = office().await;
    let mut wanted = Vec::new();
    for n in 0..120 {
        let name = format!("Person {n:03}");
        // Many in the same second, so that ids decide.
        add(&office, &name, 1_800_000_000 + n / 40).await;
        wanted.insert(0, name);
    }
    let mut owner = office.signed_in(Role::Owner).await;
    let (mut path, mut found) = ("/customers".to_owned(), Vec::new());
    for size in [50, 50, 20] {
        let page = owner.get(&path).await;
        let rows = names(&page.body);
        assert_eq!(rows.len(), size, "{path}");
        found.extend(rows);
        path = super::super::orders::link(&page.body, "Further customers").unwrap_or_default();
        let late = format!("Latecomer {}", found.len());
        add(&office, &late, 1_900_000_000 + size as i64).await;
    }
    assert_eq!((path.as_str(), found), ("", wanted));
}

#[tokio::test]
async fn orders_and_what_was_paid_are_calculated_with_each_order() {
    let office = office().await;
    let mut ada = office.shop.customer(ADA).await;
    office.shop.customer(EVE).await;
    let first = order(&mut ada, ADA).await;
    let second = order(&mut ada, ADA).await;
    let row = stored(&office, ADA).await;
    assert_eq!((row.order_count, row.spent), (2, 0));
    assert!(row.last_order_at > 0);
    let paid = format!("UPDATE orders SET payment_status = 'PAID' WHERE public_id = '{first}'");
    office.shop.execute(&paid).await;
    assert_eq!(stored(&office, ADA).await.spent, 2_950);
    let never =
        format!("UPDATE orders SET payment_status = 'INCOMPLETE' WHERE public_id = '{second}'");
    office.shop.execute(&never).await;
    assert_eq!(stored(&office, ADA).await.order_count, 1);
    let mut owner = office.signed_in(Role::Owner).await;
    assert_eq!(names_at(&mut owner, "/customers?orders=no").await.len(), 1);
    assert_eq!(names_at(&mut owner, "/customers?orders=yes").await.len(), 1);
    // What they got back they did not spend, from each moment on and in whatever order it is told.
    let refund = async |amount: i64| {
        let sql = format!(
            "INSERT INTO order_refunds (order_id, amount, currency, reason, items, has_shipping, refunded_at) \
             SELECT id, {amount}, 'EUR', '', '[]', FALSE, 1 FROM orders WHERE public_id = '{first}'"
        );
        office.shop.execute(&sql).await;
    };
    let stands = async |status: &str| {
        let sql =
            format!("UPDATE orders SET payment_status = '{status}' WHERE public_id = '{first}'");
        office.shop.execute(&sql).await;
        stored(&office, ADA).await.spent
    };
    refund(450).await;
    assert_eq!(stored(&office, ADA).await.spent, 2_500);
    assert_eq!(stands("PARTIALLY_REFUNDED").await, 2_500);
    refund(500).await;
    assert_eq!(stored(&office, ADA).await.spent, 2_000);
    office
        .shop
        .execute("DELETE FROM order_refunds WHERE amount = 450")
        .await;
    assert_eq!(stored(&office, ADA).await.spent, 2_450);
    refund(2_450).await;
    assert_eq!(stands("REFUNDED").await, 0);
    assert_eq!(stands("PARTIALLY_REFUNDED").await, 0);
    let less = "DELETE FROM order_refunds WHERE amount = 2450";
    office.shop.execute(less).await;
    assert_eq!(stored(&office, ADA).await.spent, 2_450);
    let eve = stored(&office, EVE).await.id;
    let moved = format!("UPDATE orders SET customer_id = {eve} WHERE public_id = '{first}'");
    office.shop.execute(&moved).await;
    assert_eq!(stored(&office, ADA).await.spent, 0);
    assert_eq!(stored(&office, EVE).await.spent, 2_450);
    // Calculated anew, as after a move to another database, it is the same.
    office.shop.execute(RECALCULATE).await;
    assert_eq!(stored(&office, EVE).await.spent, 2_450);
    office.shop.execute("DELETE FROM letters").await;
    office.shop.execute("DELETE FROM orders").await;
    for email in [ADA, EVE] {
        let row = stored(&office, email).await;
        let numbers = (row.order_count, row.spent, row.last_order_at);
        assert_eq!(numbers, (0, 0, 0), "{email}");
    }
}

#[tokio::test]
async fn the_list_is_searched_narrowed_and_sorted() {
    let office = office().await;
    let day = 1_800_000_000;
    for (at, name) in ["Ada Lovelace", "Müller Übel", "Grace Hopper"]
        .into_iter()
        .enumerate()
    {
        add(&office, name, day + at as i64 * date::DAY).await;
    }
    office
        .shop
        .execute("UPDATE customers SET spent = 500, last_order_at = 7, order_count = 1 WHERE name = 'Ada Lovelace'")
        .await;
    office
        .shop
        .execute("UPDATE customers SET phone = '+49 40 998877' WHERE name = 'Grace Hopper'")
        .await;
    let mut reader = office.signed_in(Role::Reader).await;
    for (query, wanted) in [
        ("q=love", vec!["Ada Lovelace"]),
        ("q=GRACE+mail", vec!["Grace Hopper"]),
        ("q=müll", vec!["Müller Übel"]),
        ("q=998877", vec!["Grace Hopper"]),
        ("q=ovelace", vec![]),
        ("q=%22+OR+1", vec![]),
        (
            "sort=spent",
            vec!["Ada Lovelace", "Grace Hopper", "Müller Übel"],
        ),
        (
            "sort=last-order",
            vec!["Ada Lovelace", "Grace Hopper", "Müller Übel"],
        ),
        ("", vec!["Grace Hopper", "Müller Übel", "Ada Lovelace"]),
        ("group=general&orders=yes", vec!["Ada Lovelace"]),
        ("group=999", vec![]),
    ] {
        let path = format!("/customers?{}", query.replace('ü', "%C3%BC"));
        assert_eq!(names_at(&mut reader, &path).await, wanted, "{query}");
    }
    let second = date::day(day + date::DAY);
    let path = format!("/customers?from={second}&to={second}");
    assert_eq!(names_at(&mut reader, &path).await, ["Müller Übel"]);
    // What is renamed is found by its new name alone.
    office
        .shop
        .execute("UPDATE customers SET name = 'Ada King' WHERE name = 'Ada Lovelace'")
        .await;
    assert_eq!(
        names_at(&mut reader, "/customers?q=king").await,
        ["Ada King"]
    );
    let both = names_at(&mut reader, "/customers?q=ada+hopper").await;
    assert!(both.is_empty(), "{both:?}");
    let plain = Filter {
        sort: Sort::Spent,
        ..Filter::default()
    };
    let (db, zone) = (&office.shop.db.read, &office.shop.config.time_zone);
    let page = list::page(db, &plain, zone, None, 1).await.expect("a page");
    let next = list::page(db, &plain, zone, page.next, 5)
        .await
        .expect("the next");
    assert_eq!((page.customers.len(), next.customers.len()), (1, 2));
    // A reader takes nobody along, and is not offered to.
    let shown = reader.get("/customers").await.body;
    assert!(!shown.contains("export.csv") && !shown.contains("name=\"ids\""));
}

#[tokio::test]
async fn a_file_holds_whom_the_filter_leaves_and_no_formula() {
    let office = office().await;
    add(&office, "=1+1 Smith", 1_800_000_000).await;
    add(&office, "Ada Lovelace", 1_800_000_001).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let file = owner.get("/customers/export.csv?q=smith").await;
    assert_eq!(file.status, 200);
    let lines: Vec<&str> = file.body.lines().collect();
    assert_eq!(lines.len(), 2, "{}", file.body);
    assert!(lines[0].starts_with("id,name,email,phone,registered,group,orders,spent"));
    assert!(lines[1].contains("'=1+1 Smith"), "{}", lines[1]);
    let log = super::log(&office).await;
    assert_eq!(log, ["customers.export sort=newest, searched"]);
    let all = owner.get("/customers/export.csv").await;
    assert_eq!(all.body.lines().count(), 3);
}

#[tokio::test]
async fn a_day_of_registration_is_one_of_the_shops_time_zone() {
    let there = TimeZone::try_from("America/Los_Angeles".to_owned()).expect("a zone");
    let evening = there.second_of("2027-01-31T18:00").expect("a time");
    let office = office_with(|config| config.time_zone = there).await;
    add(&office, "Ada Lovelace", evening).await;
    let mut owner = office.signed_in(Role::Owner).await;
    for (days, found) in [
        ("from=2027-01-01&to=2027-01-31", 1),
        ("from=2027-02-01", 0),
        ("to=2027-01-30", 0),
    ] {
        let rows = names_at(&mut owner, &format!("/customers?{days}")).await;
        let export = format!("/customers/export.csv?{days}");
        let file = owner.get(&export).await.body;
        assert_eq!(
            (rows.len(), file.lines().count()),
            (found, found + 1),
            "{days}"
        );
        assert!(
            found == 0 || file.contains("\"2027-01-31, 18:00\""),
            "{file}"
        );
    }
}

#[tokio::test]
async fn guests_are_found_by_what_they_ordered_with() {
    let office = office().await;
    let mut guest = office.shop.browser();
    order(&mut guest, "guest@example.com").await;
    let mut owner = office.signed_in(Role::Owner).await;
    let page = owner.get("/customers?q=guest%40example").await.body;
    assert!(
        page.contains("/orders?tab=all&amp;q=guest%40example.com"),
        "{page}"
    );
    assert!(!owner.get("/customers").await.body.contains("guest@example"));
}
