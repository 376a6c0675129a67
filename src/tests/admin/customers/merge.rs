//! Two accounts of one person become one.

use super::{ADA, EVE, log, office, order, path_of, stored};
use crate::{
    order::personal_data::{shop_of_ada, tables_with},
    support::checkout::ADDRESS,
};
use awning::{
    account::{
        customers::merge::{self, Joined},
        emails::EmailContext,
        personal_data::erase_due,
        store,
    },
    admin::staff::role::Role,
    base::date::{DAY, now},
    platform::audit::Actor,
};

#[tokio::test]
async fn everything_moves_once_and_the_other_account_is_no_more() {
    let office = office().await;
    let mut ada = office.shop.customer(ADA).await;
    let mut eve = office.shop.customer(EVE).await;
    let numbers = [order(&mut ada, ADA).await, order(&mut eve, EVE).await];
    for browser in [&mut ada, &mut eve] {
        browser.post("favourites", &[("add", "1201")]).await;
        browser.send_form("/account/address-book", &ADDRESS).await;
    }
    eve.post("favourites", &[("add", "1202")]).await;
    eve.post("cart/add", &[("product", "1201")]).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let kept = path_of(&office, ADA).await;
    let from = stored(&office, EVE).await.id.to_string();
    let note = format!("/customers/{from}/notes");
    owner.send_form(&note, &[("text", "Rings twice")]).await;
    for (email, status) in [
        ("nobody@example.com", 422),
        (ADA, 422),
        ("x", 422),
        ("EVE@example.com", 200),
    ] {
        let shown = owner
            .get(&format!("{kept}/join?email={}", email.replace('@', "%40")))
            .await;
        assert_eq!(shown.status, status, "{email}");
        if status == 200 {
            for what in [
                "1 orders",
                "2 favourites",
                "1 addresses",
                "1 notes",
                "1 things in the cart",
            ] {
                assert!(shown.body.contains(what), "{what} in {}", shown.body);
            }
        }
    }
    let join = format!("{kept}/join");
    let done = owner.send_form(&join, &[("from", &from)]).await;
    assert_eq!(
        done.header("location"),
        format!("{kept}?said=customers-joined"),
        "{}",
        done.body
    );
    let again = owner.send_form(&join, &[("from", &from)]).await;
    assert_eq!(again.status, 409, "twice is once");
    let row = stored(&office, ADA).await;
    assert_eq!(row.order_count, 2);
    let page = owner.get(&kept).await.body;
    for number in numbers {
        assert!(page.contains(&number), "{number}");
    }
    assert!(page.contains("Rings twice"));
    for (sql, wanted) in [
        ("SELECT COUNT(*) FROM customers", 1),
        ("SELECT COUNT(*) FROM favourites", 2),
        (
            "SELECT COUNT(*) FROM addresses WHERE position IS NOT NULL",
            1,
        ),
        ("SELECT COUNT(*) FROM sessions", 1),
        ("SELECT COUNT(*) FROM cart_lines", 1),
    ] {
        assert_eq!(office.shop.count(sql).await, wanted, "{sql}");
    }
    assert!(!eve.get("/account").await.body.contains(EVE), "signed out");
    let told = "SELECT COUNT(*) FROM letters WHERE recipient = 'eve@example.com' AND subject LIKE 'Your accounts at%' AND text LIKE '%a…@example.com%'";
    assert_eq!(office.shop.count(told).await, 1);
    let log = log(&office).await;
    assert!(
        log.iter().any(|it| it.starts_with("customer.join")),
        "{log:?}"
    );
}

/// Whatever a room keeps of somebody is the other one's, and goes with the other one.
#[tokio::test]
async fn nothing_is_left_of_an_account_that_was_joined_and_then_deleted() {
    let (shop, _, _) = shop_of_ada().await;
    let db = &shop.db.read;
    let row = async |email| {
        store::by_email(db, email)
            .await
            .expect("read")
            .expect("one")
    };
    let (ada, eve) = (
        row("ada@example.com").await.id,
        row("eve@example.com").await.id,
    );
    let email = EmailContext {
        language: shop.state.config.own_language(),
        shop: "Shop",
        origin: "http://shop.test",
        zone: &shop.state.config.time_zone,
    };
    let accounts = &shop.state.accounts;
    let joined = merge::join(accounts, ada, eve, email, &Actor::shop(), now()).await;
    assert_eq!(joined, Ok(Joined::Done));
    for (table, column) in [
        ("orders", "customer_id"),
        ("subscriptions", "customer_id"),
        ("reviews", "customer_id"),
        ("favourites", "customer_id"),
        ("stock_alerts", "customer_id"),
        ("addresses", "customer_id"),
        ("carts", "customer_id"),
    ] {
        let left = format!("SELECT COUNT(*) FROM {table} WHERE {column} = {eve}");
        assert_eq!(shop.count(&left).await, 0, "{table}");
        let all = format!("SELECT COUNT(*) FROM {table} WHERE {column} = {ada}");
        assert!(shop.count(&all).await > 0, "{table}");
    }
    let alerts = "SELECT COUNT(*) FROM stock_alerts WHERE email = 'eve@example.com'";
    assert_eq!(
        shop.count(alerts).await,
        0,
        "told at the address that stays"
    );
    let insert = format!(
        "INSERT INTO deletions (customer_id, language, asked_at, due_at) VALUES ({ada}, 'en', 1, 2)"
    );
    shop.execute(&insert).await;
    assert_eq!(erase_due(accounts, now() + DAY).await, Ok(1));
    crate::order::personal_data::deliver(&shop).await;
    let left = tables_with(&shop, &["Countess L."]).await;
    assert!(left.is_empty(), "{left:?}");
}

#[tokio::test]
async fn an_account_about_to_be_deleted_is_not_joined() {
    let office = office().await;
    office.shop.customer(ADA).await;
    let mut eve = office.shop.customer(EVE).await;
    eve.post("account/delete_account", &[]).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let (kept, from) = (
        path_of(&office, ADA).await,
        stored(&office, EVE).await.id.to_string(),
    );
    let refused = owner
        .send_form(&format!("{kept}/join"), &[("from", &from)])
        .await;
    assert_eq!(refused.status, 409);
    assert!(
        refused.body.contains("about to be deleted"),
        "{}",
        refused.body
    );
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM customers").await, 2);
}

#[tokio::test]
async fn who_takes_over_a_tax_id_pays_no_tax_as_its_owner_did() {
    for (own, is_exempt) in [("", true), ("DE 1", false)] {
        let office = office().await;
        for (email, tax_id, is_exempt) in [(ADA, own, false), (EVE, "FR 987", true)] {
            office.shop.customer(email).await;
            let sql = format!(
                "UPDATE customers SET tax_id = '{tax_id}', is_exempt = {is_exempt} WHERE email = '{email}'"
            );
            office.shop.execute(&sql).await;
        }
        let mut owner = office.signed_in(Role::Owner).await;
        let join = format!("{}/join", path_of(&office, ADA).await);
        let from = stored(&office, EVE).await.id.to_string();
        owner.send_form(&join, &[("from", &from)]).await;
        let kept = stored(&office, ADA).await;
        assert_eq!(kept.is_exempt, is_exempt, "{own}");
        assert_eq!(kept.tax_id, if own.is_empty() { "FR 987" } else { own });
    }
}
