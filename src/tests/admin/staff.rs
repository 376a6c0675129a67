//! Who works here, and what is noted of it.

use super::support::{Office, sign_in};
use crate::support::PASSWORD;
use awning::admin::staff::role::Role;

#[tokio::test]
async fn roles_change_at_once_and_an_owner_is_always_left() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let mut editor = office.signed_in(Role::Editor).await;
    let id = |role: &str| {
        let sql = format!("SELECT id FROM staff WHERE email = '{role}@shop.example'");
        let shop = &office.shop;
        async move { shop.count(&sql).await.to_string() }
    };
    let (own, theirs) = (id("owner").await, id("editor").await);
    for path in ["/staff/role", "/staff/remove"] {
        let answer = owner
            .send_form(path, &[("id", &own), ("role", "reader")])
            .await;
        assert_eq!(answer.status, 422, "{path}");
        assert!(answer.body.contains("the only owner"), "{}", answer.body);
    }
    assert_eq!(editor.get("/audit").await.status, 403);
    let form = [("id", theirs.as_str()), ("role", "reader")];
    assert_eq!(owner.send_form("/staff/role", &form).await.status, 303);
    assert_eq!(
        editor.get("/audit").await.status,
        200,
        "from the next request on"
    );
    assert_eq!(
        owner
            .send_form("/staff/remove", &[("id", &theirs)])
            .await
            .status,
        303
    );
    assert_eq!(editor.get("/").await.status, 303, "signed out");
    assert_eq!(
        sign_in(&mut editor, "editor@shop.example", PASSWORD)
            .await
            .status,
        422
    );
    let twice = owner.send_form("/staff/remove", &[("id", &theirs)]).await;
    assert!(twice.body.contains("gone already"), "{}", twice.body);
    let log = owner.get("/audit").await;
    for action in [
        "added editor@shop.example",
        "gave another role to editor@shop.example",
        "removed editor@shop.example",
    ] {
        assert!(log.body.contains(action), "{action} in {}", log.body);
    }
}

#[tokio::test]
async fn two_owners_cannot_both_be_dismissed_at_once() {
    let office = Office::open().await;
    let owner = office.signed_in(Role::Owner).await;
    office.hire(Role::Manager).await;
    office.shop.execute("UPDATE staff SET role = 'owner'").await;
    let tries = ["owner", "manager"].map(|name| {
        let (office, mut browser) = (&office, owner.clone());
        async move {
            let sql = format!("SELECT id FROM staff WHERE email = '{name}@shop.example'");
            let id = office.shop.count(&sql).await.to_string();
            browser
                .send_form("/staff/role", &[("id", &id), ("role", "reader")])
                .await
                .status
        }
    });
    futures::future::join_all(tries).await;
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM staff WHERE role = 'owner'")
            .await,
        1
    );
}

#[tokio::test]
async fn the_log_goes_back_page_by_page_and_shows_markup_as_text() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    for number in 0..60 {
        let add = format!(
            "INSERT INTO audit (at, who, network, verb, target) VALUES ({number}, 'x', '', 'odd', '<b>{number}</b>')"
        );
        office.shop.execute(&add).await;
    }
    let first = owner.get("/audit").await;
    assert!(
        first.body.contains("odd &lt;b&gt;59&lt;/b&gt;") && !first.body.contains("<b>59"),
        "{}",
        first.body
    );
    let (_, rest) = first
        .body
        .split_once("href=\"/audit?before=")
        .expect("earlier ones");
    let before = rest.split('"').next().expect("a number");
    let second = owner.get(&format!("/audit?before={before}")).await;
    assert!(
        second.body.contains("&gt;0&lt;") && !second.body.contains("Earlier"),
        "{}",
        second.body
    );
}

/// Whoever is added finds the way in their mail; nothing of the link is kept.
#[tokio::test]
async fn somebody_new_gets_an_email_by_which_they_come_in() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let form = [
        ("name", "Eve"),
        ("email", "eve@shop.example"),
        ("role", "packer"),
    ];
    let added = owner.send_form("/staff/add", &form).await;
    assert_eq!(added.status, 200, "{}", added.body);
    assert!(added.body.contains("within three days"), "{}", added.body);
    let email = office.shop.newest_email().await;
    for part in ["opened an account for you", "Packer", "within three days"] {
        assert!(email.contains(part), "{part} in {email}");
    }
    let (_, rest) = email.split_once("/password#").expect("a link");
    let token = rest[..43].to_owned();
    office.shop.deliver().await;
    let kept = office.shop.count("SELECT COUNT(*) FROM letters").await;
    assert_eq!(kept, 0, "what was sent is forgotten");
    let mut eve = office.browser();
    let two_days_on = "UPDATE staff_links SET expires_at = expires_at - 2 * 86400";
    office.shop.execute(two_days_on).await;
    let form = [("token", token.as_str()), ("password", PASSWORD)];
    let chosen = eve.send_form("/password", &form).await;
    assert_eq!(chosen.status, 303, "{}", chosen.body);
    assert_eq!(eve.get("/orders").await.status, 200);
}
