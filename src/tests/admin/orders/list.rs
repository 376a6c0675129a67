//! Tabs, pages, filters, and tabs of one's own.

use super::{Copies, PLACED, link, numbers, office, placed, rows_at};
use awning::{
    admin::staff::role::Role,
    base::date,
    order::{Method, status::FulfillmentStatus},
    pricing::payment::PaymentStatus,
};

#[tokio::test]
async fn pages_show_each_order_once_while_others_come_in() {
    let office = office().await;
    let mut copies = Copies::new(&office).await;
    let mut wanted = Vec::new();
    for n in 0..120 {
        // Many in the same second, so that ids decide.
        let number = copies
            .add(&office, |order, _| order.placed_at = PLACED + n / 40)
            .await;
        wanted.insert(0, number);
    }
    let mut owner = office.signed_in(Role::Owner).await;
    let (mut path, mut found) = ("/orders?tab=unpaid".to_owned(), Vec::new());
    for page_size in [50, 50, 20] {
        let page = owner.get(&path).await;
        let rows = numbers(&page.body);
        assert_eq!(rows.len(), page_size, "{path}");
        found.extend(rows);
        path = link(&page.body, "Earlier orders").unwrap_or_default();
        copies.add(&office, |_, _| {}).await;
    }
    assert_eq!(path, "", "that was the last page");
    assert_eq!(found, wanted);
    let nothing = owner.get("/orders?tab=cancelled").await;
    assert!(
        nothing.body.contains("There is nothing here just now."),
        "{}",
        nothing.body
    );
}

#[tokio::test]
async fn a_list_is_narrowed_by_what_its_address_says() {
    use FulfillmentStatus::{AwaitingProcessing, Shipped};
    let office = office().await;
    let mut copies = Copies::new(&office).await;
    let day = date::day(PLACED);
    let plain = copies.add(&office, |_, _| {}).await;
    let later = copies
        .add(&office, |order, _| order.placed_at += 3 * date::DAY)
        .await;
    let paid = copies
        .standing(&office, PaymentStatus::Paid, AwaitingProcessing)
        .await;
    let free = copies
        .standing(&office, PaymentStatus::NotRequired, Shipped)
        .await;
    let abroad = copies
        .add(&office, |_, document| {
            document.shipping.country_code = "FR".into()
        })
        .await;
    let fetched = copies
        .add(&office, |_, document| {
            document.delivery = Some(Method {
                id: "pickup".into(),
                title: "At the counter".into(),
            });
            document.payment = Some(Method {
                id: "counter".into(),
                title: "At pickup".into(),
            });
        })
        .await;
    let dear = copies
        .add(&office, |_, document| document.totals.total = 123_456)
        .await;
    let mut owner = office.signed_in(Role::Owner).await;
    let after = date::day(PLACED + date::DAY);
    for (query, wanted) in [
        (format!("from={after}"), vec![&later]),
        (format!("from={day}&to={day}&payment=PAID"), vec![&paid]),
        ("payment=NONE".to_owned(), vec![&free]),
        ("fulfillment=SHIPPED".to_owned(), vec![&free]),
        ("country=FR".to_owned(), vec![&abroad]),
        ("sent_by=pickup".to_owned(), vec![&fetched]),
        ("paid_by=counter&tab=unpaid".to_owned(), vec![&fetched]),
        ("least=1234.56".to_owned(), vec![&dear]),
        ("least=1234.57".to_owned(), vec![]),
        ("most=1&tab=all".to_owned(), vec![]),
        ("country=FR&payment=PAID".to_owned(), vec![]),
        (
            "payment=AWAITING_PAYMENT&country=DE&paid_by=bank&most=500".to_owned(),
            vec![&later, &plain],
        ),
    ] {
        let rows = rows_at(&mut owner, &format!("/orders?{query}")).await;
        assert_eq!(rows.iter().collect::<Vec<_>>(), wanted, "{query}");
    }
    let page = owner.get("/orders?country=FR&sent_by=balloon").await.body;
    assert!(page.contains("No order fits this."));
    assert!(
        page.contains("<option value=\"balloon\" selected>balloon</option>"),
        "{page}"
    );
    assert!(
        page.contains("<option value=\"FR\" selected>France</option>"),
        "{page}"
    );
}

#[tokio::test]
async fn a_row_says_what_a_packer_wants_to_know() {
    let office = office().await;
    let mut copies = Copies::new(&office).await;
    let number = copies
        .add(&office, |order, document| {
            order.withdrawn_at = Some(PLACED);
            let mut second = document.items[0].clone();
            second.name = "Second".into();
            document.items.extend([second.clone(), second]);
            document.shipping.name = "Eve <script>".into();
        })
        .await;
    office
        .shop
        .execute("UPDATE orders SET document = '{' WHERE public_id = 'N00002'")
        .await;
    let broken = copies.add(&office, |_, _| {}).await;
    office
        .shop
        .execute(&format!(
            "UPDATE orders SET document = '{{' WHERE public_id = '{broken}'"
        ))
        .await;
    let mut reader = office.signed_in(Role::Reader).await;
    let page = reader.get("/orders").await.body;
    for part in [
        "1 × Blue Mug &amp; Saucer and 2 more",
        "Eve &lt;script&gt;",
        "ada@example.com",
        "€29.50",
        "Not paid yet",
        "To be packed",
        "Withdrawn",
        "It cannot be read.",
        &format!("form=\"bulk\" name=\"ids\" value=\"{number}\""),
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    // What a reader may not do is not drawn.
    for absent in ["Mark as shipped", "Mark as paid", "CSV"] {
        assert!(!page.contains(absent), "{absent}");
    }
    let ticked = reader.get("/orders?ticked=all").await.body;
    assert_eq!(ticked.matches(" checked").count(), 2, "{ticked}");
    let one = reader
        .get(&format!("/orders/{}", number.to_lowercase()))
        .await;
    for part in [
        "Elbchaussee 1",
        "Bank transfer",
        "€29.50",
        "Second",
        "Withdrawn",
    ] {
        assert!(one.body.contains(part), "{part}: {}", one.body);
    }
    assert_eq!(reader.get("/orders/NOSUCH").await.status, 404);
}

#[tokio::test]
async fn a_filter_is_kept_as_a_tab_of_ones_own() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let mut packer = office.signed_in(Role::Packer).await;
    let query = "tab=to-do&country=FR";
    let kept = owner
        .send_form(
            "/orders/views",
            &[("query", query), ("name", " To  France ")],
        )
        .await;
    assert_eq!(
        kept.header("location"),
        format!("/orders?{query}&said=view-kept")
    );
    let page = owner.get(&format!("/orders?{query}")).await.body;
    let own = "<a href=\"/orders?tab=to-do&amp;country=FR\" aria-current=\"page\">To France</a>";
    assert!(page.contains(own), "{page}");
    assert!(
        !page.contains("aria-current=\"page\">To do"),
        "one tab is the current one"
    );
    let id = office
        .shop
        .count("SELECT id FROM order_views")
        .await
        .to_string();
    // It is nobody else's to see or to take away.
    assert!(!packer.get("/orders").await.body.contains("To France"));
    packer
        .send_form("/orders/views/remove", &[("id", &id)])
        .await;
    let count = "SELECT COUNT(*) FROM order_views";
    assert_eq!(office.shop.count(count).await, 1);
    for name in ["", &"x".repeat(41)] {
        let refused = owner
            .send_form("/orders/views", &[("query", query), ("name", name)])
            .await;
        assert!(refused.header("location").ends_with("said=view-not-named"));
    }
    // The same name is another filter now; twelve are enough.
    owner
        .send_form(
            "/orders/views",
            &[("query", "tab=all&q=mug"), ("name", "To France")],
        )
        .await;
    assert_eq!(office.shop.count(count).await, 1);
    for n in 2..=12 {
        owner
            .send_form(
                "/orders/views",
                &[("query", query), ("name", &n.to_string())],
            )
            .await;
    }
    let full = owner
        .send_form("/orders/views", &[("query", query), ("name", "More")])
        .await;
    assert!(full.header("location").ends_with("said=views-full"));
    assert_eq!(office.shop.count(count).await, 12);
    owner
        .send_form(
            "/orders/views/remove",
            &[("id", &id), ("back", "/orders?tab=all")],
        )
        .await;
    assert_eq!(office.shop.count(count).await, 11);
}

#[tokio::test]
async fn what_is_paid_at_the_door_is_to_be_sent_before() {
    let office = super::office_with(|config| {
        config.payment.truncate(1);
        config.payment[0].paid_later = true;
    })
    .await;
    let number = placed(&office, "ada@example.com").await;
    let mut packer = office.signed_in(Role::Packer).await;
    let page = packer.get("/orders?tab=to-do").await.body;
    assert!(
        page.contains("To do <span class=\"count\">1</span>"),
        "{page}"
    );
    for tab in ["to-do", "unpaid"] {
        let rows = rows_at(&mut packer, &format!("/orders?tab={tab}")).await;
        assert_eq!(rows, std::slice::from_ref(&number), "{tab}");
    }
    packer
        .send_form("/orders/shipped", &[("ids", &number)])
        .await;
    assert!(rows_at(&mut packer, "/orders?tab=to-do").await.is_empty());
    assert_eq!(rows_at(&mut packer, "/orders?tab=unpaid").await, [number]);
}

#[tokio::test]
async fn slips_and_invoices_count_days_by_the_shops_clock() {
    let office = super::office_with(|config| {
        config.time_zone = "Pacific/Kiritimati".to_owned().try_into().expect("a zone");
    })
    .await;
    let number = placed(&office, "ada@example.com").await;
    let mut owner = office.signed_in(Role::Owner).await;
    owner.send_form("/orders/paid", &[("ids", &number)]).await;
    // Half past eleven in the evening of the 23rd in London is half past one in the afternoon of the 24th there.
    office
        .shop
        .execute("UPDATE orders SET placed_at = 1795476600")
        .await;
    for (what, day) in [("slip", "2026-11-24"), ("invoice", "2026-11-24")] {
        let path = format!("/orders/print?what={what}&ids={number}");
        let page = owner.get(&path).await.body;
        assert!(what == "invoice" || page.contains(day), "{what}: {page}");
        assert!(!page.contains("2026-11-23"), "{what}: {page}");
    }
}
