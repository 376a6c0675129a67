//! Groups: their names, who is in them, and that discounts go by them.

use super::{ADA, EVE, log, office, office_with, stored};
use crate::{
    admin::support::{fields, pairs, set},
    support::Browser,
};
use awning::{admin::staff::role::Role, pricing::discount};

const PATH: &str = "/customers/groups";

async fn add(browser: &mut Browser, name: &str) -> u16 {
    let to = format!("{PATH}/add");
    browser.send_form(&to, &[("name", name)]).await.status
}

#[tokio::test]
async fn groups_are_added_renamed_and_taken_away() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    assert_eq!(add(&mut owner, " Trade ").await, 303);
    assert_eq!(add(&mut owner, "Trade").await, 422, "taken");
    assert_eq!(add(&mut owner, "  ").await, 422);
    assert_eq!(add(&mut owner, &"x".repeat(61)).await, 422);
    let id = office
        .shop
        .count("SELECT id FROM customer_groups")
        .await
        .to_string();
    let rename = format!("{PATH}/rename");
    let form = |was, name| {
        [
            ("id", id.clone()),
            ("was", String::from(was)),
            ("name", String::from(name)),
        ]
    };
    for (was, name, status) in [
        ("Trade", "Dealers", 303),
        // Twice at once is once.
        ("Trade", "Dealers", 303),
        ("Trade", "Shops", 422),
        ("Dealers", "Shops", 303),
    ] {
        let form = form(was, name);
        let form: Vec<(&str, &str)> = form.iter().map(|(name, it)| (*name, it.as_str())).collect();
        let answer = owner.send_form(&rename, &form).await;
        assert_eq!(answer.status, status, "{was} to {name}: {}", answer.body);
    }
    let remove = format!("{PATH}/remove");
    assert_eq!(owner.send_form(&remove, &[("id", &id)]).await.status, 303);
    assert_eq!(owner.send_form(&remove, &[("id", &id)]).await.status, 422);
    let mut reader = office.signed_in(Role::Reader).await;
    assert_eq!(reader.get(PATH).await.status, 200);
    assert_eq!(add(&mut reader, "Friends").await, 403);
}

#[tokio::test]
async fn a_group_that_discounts_go_by_keeps_its_name() {
    let rule = || {
        let text = "group = 'Trade'\noff = { percent = '10' }";
        toml::from_str::<discount::Rule>(text).expect("a rule")
    };
    let office = office_with(|config| config.discounts = vec![rule()]).await;
    let mut owner = office.signed_in(Role::Owner).await;
    add(&mut owner, "Trade").await;
    let id = office
        .shop
        .count("SELECT id FROM customer_groups")
        .await
        .to_string();
    let form = [("id", id.as_str()), ("was", "Trade"), ("name", "Dealers")];
    for to in ["rename", "remove"] {
        let refused = owner.send_form(&format!("{PATH}/{to}"), &form).await;
        assert_eq!(refused.status, 422, "{to}");
        assert!(refused.body.contains("Discounts go by this name."), "{to}");
    }
    let page = owner.get(PATH).await.body;
    assert!(page.contains("1 discount goes by it"), "{page}");
    // Where discounts are made, the groups there are can be chosen: nobody types a name that is none.
    add(&mut owner, "Neighbours").await;
    let path = "/settings/discounts";
    let mut form = fields(&owner.get(path).await.body, path);
    set(&mut form, "act", "add discounts");
    let form = owner.send_form(path, &pairs(&form)).await.body;
    for option in [
        "<option value=\"Neighbours\">Neighbours</option>",
        "<option value=\"Trade\">Trade</option>",
    ] {
        assert!(form.contains(option), "{form}");
    }
}

#[tokio::test]
async fn ticked_customers_come_into_a_group_and_get_its_discount() {
    let office = office_with(|config| {
        let text = "group = 'Trade'\noff = { percent = '10' }";
        config.discounts = vec![toml::from_str(text).expect("a rule")];
    })
    .await;
    let mut ada = office.shop.customer(ADA).await;
    office.shop.customer(EVE).await;
    let mut owner = office.signed_in(Role::Owner).await;
    add(&mut owner, "Trade").await;
    let group = office
        .shop
        .count("SELECT id FROM customer_groups")
        .await
        .to_string();
    let [ada_id, eve_id] =
        [stored(&office, ADA).await.id, stored(&office, EVE).await.id].map(|it| it.to_string());
    let nobody = owner.get("/customers/group?back=/customers?q=a").await;
    assert_eq!(
        nobody.header("location"),
        "/customers?q=a&said=nothing-ticked",
        "nobody is ticked"
    );
    let shown = owner
        .get(&format!("/customers/group?ids={ada_id}&ids={eve_id}&ids=x"))
        .await;
    assert_eq!(shown.status, 200);
    assert_eq!(shown.body.matches("in no group").count(), 2);
    let form = [
        ("ids", ada_id.as_str()),
        ("ids", &eve_id),
        ("group", &group),
        ("back", "/customers?sort=spent"),
    ];
    for _ in 0..2 {
        let done = owner.send_form("/customers/group", &form).await;
        assert_eq!(
            done.header("location"),
            "/customers?sort=spent&said=customers-grouped"
        );
    }
    let log = log(&office).await;
    assert_eq!(
        log.iter()
            .filter(|it| it.starts_with("customer.group"))
            .count(),
        2,
        "{log:?}"
    );
    ada.post("cart/add", &[("product", "1201")]).await;
    let cart = ada.get("/cart").await.body;
    assert!(cart.contains("22.05"), "ten percent less: {cart}");
    let gone = [("ids", ada_id.as_str()), ("group", "999")];
    assert_eq!(owner.send_form("/customers/group", &gone).await.status, 422);
    let out = [("ids", ada_id.as_str()), ("group", "general")];
    owner.send_form("/customers/group", &out).await;
    assert_eq!(stored(&office, ADA).await.group_id, None);
}
