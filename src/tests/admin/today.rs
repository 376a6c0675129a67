//! The start page.

use super::{
    orders::{Copies, office, rows_at},
    support::Office,
};
use awning::{
    admin::staff::role::Role,
    base::date::{DAY, now},
    order::status::FulfillmentStatus,
    pricing::payment::PaymentStatus,
};

/// The number of the tile that says `what`, and where that leads.
fn tile(page: &str, what: &str) -> Option<(String, String)> {
    let (before, _) = page.split_once(&format!("\">{what}</a>"))?;
    let to = before.rsplit("href=\"").next()?.replace("&amp;", "&");
    let number = before.rsplit("<strong>").next()?.split('<').next()?;
    Some((number.to_owned(), to))
}

/// Orders of today, of last week, and of a month ago.
async fn busy() -> (Office, i64) {
    let office = office().await;
    let mut copies = Copies::new(&office).await;
    let now = now();
    for (age, payment) in [
        (10, PaymentStatus::Paid),
        (20, PaymentStatus::AwaitingPayment),
        (30, PaymentStatus::Cancelled),
        (3 * DAY, PaymentStatus::AwaitingPayment),
        (5 * DAY, PaymentStatus::AwaitingPayment),
        (7 * DAY + 30, PaymentStatus::Paid),
        (29 * DAY, PaymentStatus::Paid),
        (40 * DAY, PaymentStatus::Paid),
    ] {
        copies
            .add(&office, |order, _| {
                order.placed_at = now - age;
                order.payment_status = payment;
                order.fulfillment_status = match age > 6 * DAY {
                    true => FulfillmentStatus::Delivered,
                    false => FulfillmentStatus::AwaitingProcessing,
                };
            })
            .await;
    }
    (office, now)
}

#[tokio::test]
async fn each_number_leads_to_the_list_that_has_so_many() {
    let (office, now) = busy().await;
    let withdrawn =
        format!("UPDATE orders SET withdrawn_at = {now} WHERE public_id IN ('N00003', 'N00006')");
    office.shop.execute(&withdrawn).await;
    let settled = "UPDATE orders SET withdrawal = 'SETTLED' WHERE public_id = 'N00006'";
    office.shop.execute(settled).await;
    office
        .shop
        .execute("UPDATE products SET stock = 0 WHERE id = 1201")
        .await;
    let noted = awning::catalog::store::stock::note(&office.shop.db.write, &[1201]).await;
    noted.expect("noted");
    office
        .shop
        .state
        .catalog
        .refresh(&office.shop.db)
        .await
        .expect("seen");
    let mut owner = office.signed_in(Role::Owner).await;
    let page = owner.get("/").await.body;
    for (what, number) in [
        ("orders to send", 1),
        ("orders not paid yet", 3),
        ("of them for more than three days", 1),
    ] {
        let (shown, to) = tile(&page, what).unwrap_or_else(|| panic!("{what}: {page}"));
        assert_eq!(shown, number.to_string(), "{what}");
        assert_eq!(rows_at(&mut owner, &to).await.len(), number, "{what}: {to}");
    }
    // One of the two that were withdrawn from is settled already.
    let (withdrawals, _) = tile(&page, "withdrawals to answer").expect("told");
    assert_eq!(withdrawals, "1");
    let (sold_out, _) = tile(&page, "products sold out").expect("told");
    assert_eq!(sold_out, "1");
    assert!(
        tile(&page, "questions to answer").is_none() && tile(&page, "reviews to look at").is_none()
    );
}

#[tokio::test]
async fn today_is_told_beside_last_week_and_the_month_is_drawn() {
    let (office, _) = busy().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let page = owner.get("/").await.body;
    assert!(
        page.contains("<strong>2</strong><span>orders today</span>"),
        "{page}"
    );
    assert!(
        page.contains("<strong>€59.00</strong><span>sold today</span>"),
        "{page}"
    );
    assert!(page.contains("by this time 1, and 1 in all."), "{page}");
    // The one that was called off, and those of longer ago, are not in it.
    assert!(
        page.contains("€177.00 from 6 orders within 30 days."),
        "{page}"
    );
    assert!(
        page.contains("role=\"img\"") && page.contains("The same as a table"),
        "{page}"
    );
    // It is the same once it is counted.
    let state = &office.shop.state;
    let snapshot = state.catalog.snapshot();
    let counted = awning::order::sales::catch_up(&state.db, &state.config, &*snapshot, None).await;
    assert!(counted.expect("counted"));
    let again = owner.get("/").await.body;
    assert!(
        again.contains("€177.00 from 6 orders within 30 days."),
        "{again}"
    );
}

#[tokio::test]
async fn each_role_reads_what_it_may() {
    let (office, _) = busy().await;
    let mut packer = office.signed_in(Role::Packer).await;
    let page = packer.get("/").await.body;
    assert!(tile(&page, "orders to send").is_some());
    assert!(
        !page.contains("sold today") && !page.contains("/reports") && !page.contains("/questions")
    );
    let mut editor = office.signed_in(Role::Editor).await;
    let page = editor.get("/").await.body;
    assert!(tile(&page, "orders to send").is_none() && !page.contains("sold today"));
    assert!(
        page.contains("Nothing waits for you just now.")
            || tile(&page, "products sold out").is_some(),
        "{page}"
    );
}

#[tokio::test]
async fn an_empty_shop_says_what_to_do_next() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let page = owner.get("/").await.body;
    assert!(page.contains("There is nothing in your shop yet") && page.contains("/guide/products"));
    assert!(
        page.contains("Nobody ordered within the last thirty days."),
        "{page}"
    );
}

/// The guide is what to do first, until it is done.
#[tokio::test]
async fn the_guide_is_offered_while_a_step_is_left() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    const BUTTON: &str = "<a class=\"button\" href=\"/guide\">Set up your shop</a>";
    let page = owner.get("/").await.body;
    assert!(page.contains(BUTTON), "{page}");
    assert!(page.contains("8 steps are left."), "{page}");
    for step in [
        "store", "money", "products", "delivery", "payment", "legal", "email", "address",
    ] {
        let step = format!("/guide/{step}");
        let skipped = owner.send_form("/guide/skip", &[("step", &step)]).await;
        assert_eq!(skipped.status, 303, "{step}");
    }
    let page = owner.get("/").await.body;
    assert!(!page.contains("left.") && !page.contains(BUTTON), "{page}");
    assert!(page.contains("/guide"), "the menu leads there still");
    // A step that was put off is still said where it keeps e-mails from everybody, to whoever can mend it.
    let warning = "written into files and reach nobody";
    assert!(page.contains(warning), "{page}");
    let mut packer = office.signed_in(Role::Packer).await;
    assert!(!packer.get("/").await.body.contains(warning));
}

/// What is said to be sold out or to run low is what the list shows where the number leads.
#[tokio::test]
async fn products_that_wait_are_those_of_their_list() {
    let office = office().await;
    office
        .shop
        .execute("UPDATE products SET stock = 1, fewest = 1, low_from = 1 WHERE id = 1201")
        .await;
    let mut owner = office.signed_in(Role::Owner).await;
    let page = owner.get("/").await.body;
    for (what, count) in [("products sold out", 1), ("products running low", 2)] {
        let (number, to) = tile(&page, what).unwrap_or_else(|| panic!("{what}: {page}"));
        let list = owner.get(&to).await.body;
        let rows = list.matches("class=\"shelf__row\"").count();
        assert_eq!(
            (number.as_str(), rows),
            (count.to_string().as_str(), count),
            "{to}"
        );
    }
}
