//! Orders that staff writes down.

use super::{
    customers::{ADA, office, office_with, stored as customer},
    orders::stored,
    support::{Office, fields, pairs, set},
};
use crate::{
    payment::provider::{PAID, PayShop, pay_shop},
    support::{Answer, Browser},
};
use awning::{
    admin::staff::role::Role, demo::test_provider::State, order::store,
    pricing::payment::PaymentStatus,
};

const PATH: &str = "/orders/new";
/// Where it goes.
const THERE: [(&str, &str); 6] = [
    ("name", "Ada Lovelace"),
    ("street", "12 St James's Square"),
    ("city", "Hamburg"),
    ("postal-code", "20095"),
    ("country", "DE"),
    ("email", ADA),
];

/// Sends the form of `page` with these fields changed.
async fn send(browser: &mut Browser, page: &Answer, changes: &[(&str, &str)]) -> Answer {
    let mut form = fields(&page.body, PATH);
    for (name, value) in changes {
        set(&mut form, name, value);
    }
    browser.send_form(PATH, &pairs(&form)).await
}

/// The form with a mug in it that goes to Ada by post.
async fn filled_in(browser: &mut Browser) -> Answer {
    let page = browser.get(PATH).await;
    assert_eq!(page.status, 200, "{}", page.body);
    let found = send(browser, &page, &[("find", "mug"), ("act", "find")]).await;
    assert!(found.body.contains("value=\"add 1201\""), "{}", found.body);
    let page = send(browser, &found, &[("act", "add 1201"), ("find", "")]).await;
    let changes = [&THERE[..], &[("act", "calculate")]].concat();
    let page = send(browser, &page, &changes).await;
    send(
        browser,
        &page,
        &[("delivery", "post"), ("act", "calculate")],
    )
    .await
}

/// The number of the order that `answer` leads to.
fn number(answer: &Answer) -> String {
    let to = answer.header("location");
    let number = to
        .strip_prefix("/orders/")
        .and_then(|it| it.split('?').next());
    number
        .unwrap_or_else(|| panic!("{} {}", answer.status, answer.body))
        .to_owned()
}

/// The link to pay by in the newest e-mail, as a path.
async fn pay_link(office: &Office) -> String {
    let mail = office.shop.newest_email().await;
    let start = mail.find("/account/pay/").expect("a link");
    let link = mail[start..].split_whitespace().next();
    link.expect("its end").to_owned()
}

async fn stock(office: &Office) -> i64 {
    office
        .shop
        .count("SELECT stock FROM products WHERE id = 1201")
        .await
}

#[tokio::test]
async fn an_order_is_calculated_shown_and_placed_once() {
    let office = office().await;
    office.shop.customer(ADA).await;
    let mut manager = office.signed_in(Role::Manager).await;
    let before = stock(&office).await;
    let page = filled_in(&mut manager).await;
    assert!(
        page.body.contains("Save the order: €29.50"),
        "{}",
        page.body
    );
    let mut form = fields(&page.body, PATH);
    set(&mut form, "act", "save");
    set(&mut form, "payment", "due:bank");
    let first = manager.send_form(PATH, &pairs(&form)).await;
    let second = manager.send_form(PATH, &pairs(&form)).await;
    let number = number(&first);
    assert_eq!(first.header("location"), second.header("location"));
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM orders").await, 1);
    assert_eq!(stock(&office).await, before - 1);
    let order = stored(&office, &number).await;
    assert_eq!(
        (order.total, order.payment_status),
        (2_950, PaymentStatus::AwaitingPayment)
    );
    let ada = customer(&office, ADA).await;
    assert_eq!((order.customer_id, ada.order_count), (Some(ada.id), 1));
    let by =
        "SELECT COUNT(*) FROM audit WHERE verb = 'order.place' AND who = 'manager@shop.example'";
    assert_eq!(office.shop.count(by).await, 1);
    let mut packer = office.signed_in(Role::Packer).await;
    assert_eq!(packer.get(PATH).await.status, 403);
}

#[tokio::test]
async fn the_link_to_pay_by_shows_the_order_in_any_browser_and_nobody_else() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let page = filled_in(&mut owner).await;
    let placed = send(
        &mut owner,
        &page,
        &[("payment", "due:bank"), ("act", "save")],
    )
    .await;
    let number = number(&placed);
    let link = pay_link(&office).await;
    let mut shopper = office.shop.browser();
    let there = shopper.get(&link).await;
    assert_eq!(
        there.header("location"),
        format!("/account/orders/{number}")
    );
    let order = shopper.get(&format!("/account/orders/{number}")).await;
    assert_eq!(order.status, 200);
    assert!(order.body.contains("Within seven days."), "{}", order.body);
    let mut stranger = office.shop.browser();
    let wrong = format!("/account/pay/{number}/{}", "A".repeat(43));
    stranger.get(&wrong).await;
    let there = stranger.get(&format!("/account/orders/{number}")).await;
    assert_ne!(there.status, 200);
}

#[tokio::test]
async fn an_order_that_is_due_by_card_is_paid_by_the_link_of_its_email() {
    let PayShop { office, provider } = pay_shop().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let page = filled_in(&mut owner).await;
    let due = [("payment", "due:card"), ("act", "save")];
    let number = number(&send(&mut owner, &page, &due).await);
    let order = stored(&office, &number).await;
    assert_eq!(order.payment_status, PaymentStatus::AwaitingPayment);
    let unpaid = owner.get("/orders?tab=unpaid").await.body;
    assert!(unpaid.contains(&number), "{unpaid}");
    let mut shopper = office.shop.browser();
    shopper.get(&pay_link(&office).await).await;
    let shown = shopper.get(&format!("/account/orders/{number}")).await.body;
    assert!(shown.contains("This order is not paid yet"), "{shown}");
    let form = [("order", number.as_str()), ("payment", "card")];
    let there = shopper.post("orders/pay", &form).await;
    let there = there.header("location").to_owned();
    assert_eq!(there, format!("/checkout/result?order={number}&pay"));
    let key = provider.payments()[0].key.clone();
    let told = provider.change(&key, |it| it.state = State::Paid).await;
    told.expect("a payment");
    shopper.get(&there).await;
    assert_eq!(office.shop.count(PAID).await, 1);
    assert_eq!(stock(&office).await, 6, "taken once");
}

#[tokio::test]
async fn what_is_no_product_what_is_taken_off_and_another_way_count_too() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let page = filled_in(&mut owner).await;
    let changes = [
        ("own.0.name", "Engraving"),
        ("own.0.price", "10"),
        ("own.1.name", "Deposit"),
        ("own.1.price", "3"),
        ("own.1.quantity", "2"),
        ("own.1.untaxed", "yes"),
        ("off", "10 %"),
        ("off_why", "Late last time"),
        ("delivery", "own"),
        ("sending", "By our van"),
        ("sending_price", "2.50"),
        ("payment", "paid:Cash"),
        ("act", "calculate"),
    ];
    let page = send(&mut owner, &page, &changes).await;
    // 24.50 and 10, ten percent less, with 6 and 2.50.
    assert!(
        page.body.contains("Save the order: €39.55"),
        "{}",
        page.body
    );
    let placed = send(&mut owner, &page, &[("act", "save")]).await;
    let order = stored(&office, &number(&placed)).await;
    assert_eq!(
        (order.total, order.payment_status),
        (3_955, PaymentStatus::Paid)
    );
    assert!(order.paid_at.is_some());
    let document = store::document(&order).expect("a document");
    let names: Vec<&str> = document.items.iter().map(|it| it.name.as_str()).collect();
    assert!(names.contains(&"Engraving"), "{names:?}");
    let besides: Vec<&str> = document
        .totals
        .surcharges
        .iter()
        .map(|it| it.0.as_str())
        .collect();
    assert_eq!(besides, ["2 × Deposit", "Late last time"]);
    assert_eq!(
        document.delivery.map(|it| it.title).as_deref(),
        Some("By our van")
    );
    assert_eq!(document.payment.map(|it| it.title).as_deref(), Some("Cash"));
}

#[tokio::test]
async fn bad_input_a_changed_price_and_too_little_stock_are_said_and_lose_nothing() {
    let office = office_with(|_| {}).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let empty = owner.get(PATH).await;
    let nothing = send(&mut owner, &empty, &[("act", "save")]).await;
    assert_eq!(nothing.status, 422);
    let page = filled_in(&mut owner).await;
    let wrong = [
        ("off", "much"),
        ("own.0.name", "Engraving"),
        ("own.0.price", "cheap"),
        ("email", "nobody"),
        ("line.0.quantity", "0"),
        ("act", "save"),
    ];
    let refused = send(&mut owner, &page, &wrong).await;
    assert_eq!(refused.status, 422);
    for id in [
        "off-problem",
        "off_why-problem",
        "own.0.price-problem",
        "email-problem",
        "line.0.quantity-problem",
    ] {
        assert!(
            refused.body.contains(&format!("id=\"{id}\"")),
            "{id} in {}",
            refused.body
        );
    }
    assert!(refused.body.contains("value=\"cheap\"") && refused.body.contains("value=\"nobody\""));
    office.shop.set_product(1201, "/price", 3000).await;
    office
        .shop
        .execute("UPDATE catalog_version SET version = version + 1")
        .await;
    let state = &office.shop.state;
    state.catalog.refresh(&office.shop.db).await.expect("seen");
    let stale = send(
        &mut owner,
        &page,
        &[("payment", "due:bank"), ("act", "save")],
    )
    .await;
    assert_eq!(stale.status, 409);
    assert!(
        stale.body.contains("Save the order: €35.00"),
        "{}",
        stale.body
    );
    office
        .shop
        .execute("UPDATE products SET stock = 2 WHERE id = 1201")
        .await;
    let short = send(
        &mut owner,
        &stale,
        &[("line.0.quantity", "3"), ("act", "save")],
    )
    .await;
    assert_eq!(short.status, 422);
    assert!(
        short.body.contains("There is not enough of something"),
        "{}",
        short.body
    );
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM orders").await, 0);
    let fine = send(
        &mut owner,
        &short,
        &[("line.0.quantity", "2"), ("act", "calculate")],
    )
    .await;
    let placed = send(
        &mut owner,
        &fine,
        &[("payment", "due:bank"), ("act", "save")],
    )
    .await;
    number(&placed);
    assert_eq!(stock(&office).await, 0);
}

#[tokio::test]
async fn more_than_there_is_is_sold_if_somebody_says_so_of_what_they_saw() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    office
        .shop
        .execute("UPDATE products SET stock = 3 WHERE id = 1201")
        .await;
    let page = filled_in(&mut owner).await;
    let five = [
        ("line.0.quantity", "5"),
        ("payment", "due:bank"),
        ("act", "save"),
    ];
    let asked = send(&mut owner, &page, &five).await;
    assert_eq!(asked.status, 422, "{}", asked.body);
    assert!(
        asked.body.contains("3 left, you sell 5.") && asked.body.contains("Sell 5 anyway"),
        "{}",
        asked.body
    );
    // One is sold meanwhile: that there are but two, nobody agreed to.
    office
        .shop
        .execute("UPDATE products SET stock = 2 WHERE id = 1201")
        .await;
    let agreed = [("line.0.beyond", "3"), ("act", "save")];
    let stale = send(&mut owner, &asked, &agreed).await;
    assert_eq!(stale.status, 422, "{}", stale.body);
    assert!(stale.body.contains("2 left, you sell 5."), "{}", stale.body);
    assert!(!stale.body.contains("value=\"2\" checked"), "asked anew");
    let agreed = [("line.0.beyond", "2"), ("act", "calculate")];
    let calculated = send(&mut owner, &stale, &agreed).await;
    assert!(
        calculated.body.contains("5 × Blue Mug") && calculated.body.contains("checked"),
        "{}",
        calculated.body
    );
    let mut form = fields(&calculated.body, PATH);
    set(&mut form, "act", "save");
    let first = owner.send_form(PATH, &pairs(&form)).await;
    let second = owner.send_form(PATH, &pairs(&form)).await;
    let number = number(&first);
    assert_eq!(first.header("location"), second.header("location"));
    assert_eq!(stock(&office).await, 0, "never less than nothing");
    let order = stored(&office, &number).await;
    let document = store::document(&order).expect("a document");
    assert_eq!(
        (document.items[0].quantity, document.items[0].missing),
        (5, 3)
    );
    let shown = owner.get(&format!("/orders/{number}")).await.body;
    assert!(shown.contains("3 sold beyond the stock"), "{shown}");
    let history = owner.get("/stock?product=1201").await.body;
    assert!(history.contains("3 more sold than there were"), "{history}");
    // What was on no shelf does not come back to one.
    let path = format!("/orders/{number}/cancel");
    let page = owner.get(&path).await;
    let mut form = fields(&page.body, &path);
    set(&mut form, "restock", "yes");
    let cancelled = owner.send_form(&path, &pairs(&form)).await;
    assert_eq!(cancelled.status, 303, "{}", cancelled.body);
    assert_eq!(stock(&office).await, 2);
}
