//! What is done to many orders at once.

use super::{Copies, office, placed, stored};
use crate::admin::support::{Office, fields, pairs, set};
use awning::{
    admin::staff::role::Role,
    order::{Method, status::FulfillmentStatus, timeline},
    platform::db::statement,
    pricing::payment::PaymentStatus,
};
use sea_orm::ConnectionTrait;

/// Verbs, who did it, and how it was and is, of the order `number`, from the first on.
async fn log(office: &Office, number: &str) -> Vec<[String; 4]> {
    const LOG: &str = "SELECT verb, who, COALESCE(before, ''), COALESCE(after, '') FROM audit WHERE target = $1 ORDER BY id";
    let db = &office.shop.db.read;
    let rows = db.query_all_raw(statement(db, LOG, [number.into()])).await;
    let text = |row: &sea_orm::QueryResult, index| row.try_get_by_index(index).expect("text");
    let rows = rows.expect("rows");
    rows.iter()
        .map(|row| [0, 1, 2, 3].map(|index| text(row, index)))
        .collect()
}

#[tokio::test]
async fn ticked_orders_are_shipped_each_with_its_parcel() {
    let office = office().await;
    let mut ada = office.shop.browser();
    crate::support::checkout::up_to_review(&mut ada, "ada@example.com").await;
    let first = crate::support::checkout::ordered(&crate::support::checkout::place(&mut ada).await);
    let second = placed(&office, "eve@example.com").await;
    let mut packer = office.signed_in(Role::Packer).await;
    let page = packer
        .get(&format!(
            "/orders/shipped?ids={first}&ids={second}&ids={first}&back=/orders?tab=to-do"
        ))
        .await;
    assert_eq!(page.status, 200);
    let change = "<del>To be packed</del> → <ins>Shipped</ins>";
    assert_eq!(page.body.matches(change).count(), 2, "{}", page.body);
    let mut form = fields(&page.body, "/orders/shipped");
    set(&mut form, "carrier", "UPS");
    set(&mut form, &format!("tracking-{first}"), " 1Z 999 ");
    let done = packer.send_form("/orders/shipped", &pairs(&form)).await;
    assert_eq!(
        done.header("location"),
        "/orders?tab=to-do&said=orders-shipped",
        "{}",
        done.body
    );
    let order = stored(&office, &first).await;
    assert_eq!(order.fulfillment_status, FulfillmentStatus::Shipped);
    assert_eq!(order.tracking().text(), "UPS 1Z 999");
    assert!(order.shipped_at.is_some());
    assert!(!stored(&office, &second).await.tracking().is_known());
    // The shopper reads it in the e-mail, and on their page.
    let link = "https://www.ups.com/track?tracknum=1Z999";
    let emails = format!(
        "SELECT COUNT(*) FROM letters WHERE text LIKE '%UPS 1Z 999%' AND text LIKE '%{link}%'"
    );
    assert_eq!(office.shop.count(&emails).await, 1);
    let own = ada.get(&format!("/account/orders/{first}")).await.body;
    assert!(
        own.contains(&format!("href=\"{link}\"")) && own.contains("UPS 1Z 999"),
        "{own}"
    );
    // The log holds what happened to each, and nobody's name.
    let log = log(&office, &first).await;
    let verbs: Vec<&str> = log.iter().map(|it| it[0].as_str()).collect();
    assert_eq!(verbs, [timeline::PLACE, timeline::CHANGE]);
    assert_eq!(log[0][1], "the shopper");
    assert_eq!(log[1][1], "packer@shop.example");
    assert_eq!(
        log[1][2],
        r#"{"fulfillment":"AWAITING_PROCESSING","tracking":""}"#
    );
    assert_eq!(
        log[1][3],
        r#"{"fulfillment":"SHIPPED","tracking":"UPS 1Z 999"}"#
    );
    // The page from before, sent once more.
    let again = packer.send_form("/orders/shipped", &pairs(&form)).await;
    assert_eq!(again.status, 200);
    assert_eq!(
        again.body.matches("It is so already.").count(),
        2,
        "{}",
        again.body
    );
    assert!(again.body.contains("Nothing was changed."));
    assert_eq!(office.shop.count(&emails).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn twice_at_once_is_once() {
    let office = office().await;
    let number = placed(&office, "ada@example.com").await;
    let owner = office.signed_in(Role::Owner).await;
    for (path, column) in [
        ("/orders/paid", "paid_at"),
        ("/orders/shipped", "shipped_at"),
    ] {
        let clicks = (0..4).map(|_| {
            let (mut owner, number) = (owner.clone(), number.clone());
            tokio::spawn(async move {
                let form = [("ids", number.as_str()), ("mail", "yes")];
                owner.send_form(path, &form).await.status
            })
        });
        let mut statuses = Vec::new();
        for click in clicks.collect::<Vec<_>>() {
            statuses.push(click.await.expect("an answer"));
        }
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 200, 200, 303], "{path}");
        let is_set = format!("SELECT COUNT(*) FROM orders WHERE {column} IS NOT NULL");
        assert_eq!(office.shop.count(&is_set).await, 1);
    }
    let log = log(&office, &number).await;
    assert_eq!(log.len(), 3, "{log:?}");
    // An e-mail when it was placed, when it was paid and when it was sent; one invoice.
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM letters").await, 3);
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM invoices").await, 1);
}

#[tokio::test]
async fn what_cannot_be_is_said_of_each_and_the_rest_is_done() {
    use FulfillmentStatus::{AwaitingProcessing, Delivered, Returned};
    use PaymentStatus::{AwaitingPayment, Cancelled, Incomplete, NotRequired, Paid};
    let office = office().await;
    let mut copies = Copies::new(&office).await;
    let sent = copies.standing(&office, Paid, Delivered).await;
    let cancelled = copies
        .standing(&office, Cancelled, AwaitingProcessing)
        .await;
    let back = copies.standing(&office, Paid, Returned).await;
    let waits = copies
        .standing(&office, Incomplete, AwaitingProcessing)
        .await;
    let file = copies
        .add(&office, |_, document| document.delivery = None)
        .await;
    let good = copies
        .standing(&office, AwaitingPayment, AwaitingProcessing)
        .await;
    let free = copies
        .standing(&office, NotRequired, AwaitingProcessing)
        .await;
    let fetched = copies
        .add(&office, |_, document| {
            document.is_pickup = true;
            document.delivery = Some(Method {
                id: "pickup".into(),
                title: "At the counter".into(),
            });
        })
        .await;
    let mut owner = office.signed_in(Role::Owner).await;
    let all = [
        &sent, &cancelled, &back, &waits, &file, &good, &free, &fetched,
    ];
    let ids: Vec<(&str, &str)> = all
        .iter()
        .map(|it| ("ids", it.as_str()))
        .chain([("ids", "NOSUCH")])
        .collect();
    let query: Vec<String> = all.iter().map(|it| format!("ids={it}")).collect();
    let page = owner
        .get(&format!("/orders/shipped?{}", query.join("&")))
        .await
        .body;
    assert!(page.contains("Mark as shipped: 3 orders"), "{page}");
    assert!(page.contains("<ins>Ready to be fetched</ins>"), "{page}");
    let done = owner.send_form("/orders/shipped", &ids).await.body;
    assert!(done.contains("3 of 9 are done."), "{done}");
    for (number, why) in [
        (sent.as_str(), "It is so already."),
        (&cancelled, "It is cancelled, refunded, or came back."),
        (&back, "It is cancelled, refunded, or came back."),
        (&waits, "Its payment online is not finished."),
        (&file, "There is nothing to send."),
        ("NOSUCH", "There is no such order."),
    ] {
        let told = format!("{number}</a> · <strong>{why}</strong>");
        assert!(done.contains(&told), "{told}: {done}");
    }
    for number in [&good, &free] {
        assert_eq!(
            stored(&office, number).await.fulfillment_status,
            FulfillmentStatus::Shipped
        );
    }
    let fetched = stored(&office, &fetched).await;
    assert_eq!(
        fetched.fulfillment_status,
        FulfillmentStatus::ReadyForPickup
    );
    let paid = owner.send_form("/orders/paid", &ids).await.body;
    assert!(
        paid.contains(&format!("{free}</a> · <strong>It costs nothing.")),
        "{paid}"
    );
    assert_eq!(stored(&office, &good).await.payment_status, Paid);
    let nothing = owner.send_form("/orders/paid", &[]).await;
    assert_eq!(nothing.header("location"), "/orders?said=nothing-ticked");
}

#[tokio::test]
async fn an_order_that_changed_meanwhile_stays_as_it_is() {
    let office = office().await;
    let number = placed(&office, "ada@example.com").await;
    let mut owner = office.signed_in(Role::Owner).await;
    let path = format!("/orders/shipped?ids={number}");
    let form = fields(&owner.get(&path).await.body, "/orders/shipped");
    owner.send_form("/orders/paid", &[("ids", &number)]).await;
    let stale = owner.send_form("/orders/shipped", &pairs(&form)).await;
    assert!(
        stale.body.contains("Somebody changed it meanwhile"),
        "{}",
        stale.body
    );
    let order = stored(&office, &number).await;
    assert_eq!(
        order.fulfillment_status,
        FulfillmentStatus::AwaitingProcessing
    );
    let form = fields(&owner.get(&path).await.body, "/orders/shipped");
    assert_eq!(
        owner
            .send_form("/orders/shipped", &pairs(&form))
            .await
            .status,
        303
    );
}

/// What shoppers do is in the order's log, and not among what staff did.
#[tokio::test]
async fn a_withdrawal_is_in_the_orders_log() {
    let office = office().await;
    let mut ada = office.shop.browser();
    crate::support::checkout::up_to_review(&mut ada, "ada@example.com").await;
    let number =
        crate::support::checkout::ordered(&crate::support::checkout::place(&mut ada).await);
    for _ in 0..2 {
        ada.post("orders/withdraw", &[("order", &number)]).await;
    }
    let log = log(&office, &number).await;
    let verbs: Vec<&str> = log.iter().map(|it| it[0].as_str()).collect();
    assert_eq!(verbs, [timeline::PLACE, timeline::WITHDRAW]);
    let mut owner = office.signed_in(Role::Owner).await;
    let page = owner.get("/audit").await.body;
    assert!(!page.contains(&number), "{page}");
    owner.send_form("/orders/paid", &[("ids", &number)]).await;
    let page = owner.get("/audit").await.body;
    assert!(
        page.contains(&format!(
            "Order {number}: Marked as “Paid” by owner@shop.example."
        )),
        "{page}"
    );
    assert!(page.contains("payment: Not paid yet"), "{page}");
}

/// Whoever ticks nothing is told what to tick, in the list that they come from, filtered as it was.
#[tokio::test]
async fn nothing_ticked_leads_back_to_the_same_list() {
    let office = office().await;
    placed(&office, "ada@example.com").await;
    let mut manager = office.signed_in(Role::Manager).await;
    for path in ["/orders/paid", "/orders/shipped"] {
        let back = "/orders?tab=unpaid&q=mug";
        let query = format!("{path}?back={}", awning::base::url::encoded(back));
        let led = manager.get(&query).await;
        assert_eq!(
            led.header("location"),
            format!("{back}&said=nothing-ticked"),
            "{}",
            led.body
        );
        let list = manager.get(led.header("location")).await.body;
        assert!(list.contains("Tick the rows that you mean"), "{list}");
        let elsewhere = manager
            .send_form(path, &[("back", "https://evil.example")])
            .await;
        assert_eq!(elsewhere.header("location"), "/orders?said=nothing-ticked");
    }
    let products = manager
        .get("/products/bulk?back=%2Fproducts%3Fonly%3Dlow")
        .await;
    assert_eq!(
        products.header("location"),
        "/products?only=low&said=nothing-ticked"
    );
}
