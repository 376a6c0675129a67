//! One customer: what is known, noted, kept, and where they are signed in.

use super::{ADA, EVE, log, office, order, path_of, send, stored};
use crate::{
    admin::support::{fields, pairs, set},
    support::checkout::ADDRESS,
};
use awning::{account::store, admin::staff::role::Role};

#[tokio::test]
async fn everything_about_a_customer_is_on_one_page() {
    let office = office().await;
    let mut ada = office.shop.customer(ADA).await;
    let number = order(&mut ada, ADA).await;
    let path = path_of(&office, ADA).await;
    let mut reader = office.signed_in(Role::Reader).await;
    let page = reader.get(&path).await;
    assert_eq!(page.status, 200);
    for wanted in [
        ADA,
        "Ada Lovelace",
        &format!("href=\"/orders/{number}\""),
        "1 order",
        "a password",
        "Last used",
    ] {
        assert!(page.body.contains(wanted), "{wanted} in {}", page.body);
    }
    // Whoever only looks on is offered nothing to change.
    assert!(
        !page.body.contains("<form class=\"settings\"")
            && !page.body.contains("Sign out everywhere")
    );
    assert_eq!(reader.get("/customers/999999").await.status, 404);
    let mut packer = office.signed_in(Role::Packer).await;
    assert_eq!(packer.get(&path).await.status, 403);
    assert!(!packer.get("/").await.body.contains("/customers"));
}

#[tokio::test]
async fn a_correction_is_stored_once_and_the_log_keeps_no_name() {
    let office = office().await;
    office.shop.customer(ADA).await;
    let path = path_of(&office, ADA).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let changes = [
        ("name", "  Ada   King "),
        ("phone", "+49 40 1"),
        ("is_exempt", "yes"),
        ("tax_id", "DE 123"),
    ];
    for _ in 0..2 {
        let answer = send(&mut owner, &path, &path, &changes).await;
        assert_eq!(
            answer.header("location"),
            format!("{path}?said=customer-saved")
        );
    }
    let row = stored(&office, ADA).await;
    assert_eq!(
        (row.name.as_str(), row.phone.as_str()),
        ("Ada King", "+49 40 1")
    );
    assert!(row.is_exempt && row.tax_id == "DE 123");
    let wanted = format!(
        "customer.change {} \"name, phone, tax exemption, tax id\"",
        row.id
    );
    assert_eq!(log(&office).await, [wanted]);
}

#[tokio::test]
async fn bad_input_stays_at_its_field_and_a_stale_form_shows_both() {
    let office = office().await;
    let mut ada = office.shop.customer(ADA).await;
    let path = path_of(&office, ADA).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let long = "9".repeat(50);
    let refused = send(
        &mut owner,
        &path,
        &path,
        &[("phone", &long), ("name", "Countess")],
    )
    .await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("id=\"phone-problem\"") && refused.body.contains(&long));
    assert!(refused.body.contains("value=\"Countess\""));
    // The customer changes the name meanwhile.
    let shown = owner.get(&path).await;
    let mut form = fields(&shown.body, &path);
    ada.post("account/change_name", &[("name", "Ada Byron")])
        .await;
    set(&mut form, "name", "Ada King");
    let stale = owner.send_form(&path, &pairs(&form)).await;
    assert_eq!(stale.status, 409);
    assert!(stale.body.contains("Ada Byron") && stale.body.contains("value=\"Ada King\""));
    assert_eq!(stored(&office, ADA).await.name, "Ada Byron");
    let again = fields(&stale.body, &path);
    assert_eq!(owner.send_form(&path, &pairs(&again)).await.status, 303);
    assert_eq!(stored(&office, ADA).await.name, "Ada King");
    // A group that is gone.
    let gone = send(&mut owner, &path, &path, &[("group", "777")]).await;
    assert_eq!(gone.status, 422);
    assert!(gone.body.contains("That group is gone"));
}

#[tokio::test]
async fn notes_are_added_once_and_taken_away() {
    let office = office().await;
    office.shop.customer(ADA).await;
    let path = path_of(&office, ADA).await;
    let to = format!("{path}/notes");
    let mut owner = office.signed_in(Role::Owner).await;
    for _ in 0..2 {
        let added = owner
            .send_form(&to, &[("text", "Likes <blue>.\r\nRings twice.")])
            .await;
        assert_eq!(added.status, 303);
    }
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM customer_notes")
            .await,
        1
    );
    let page = owner.get(&path).await.body;
    assert!(page.contains("Likes &lt;blue&gt;.\nRings twice."), "{page}");
    let empty = owner.send_form(&to, &[("text", "  ")]).await;
    assert_eq!(empty.status, 422);
    let number = office
        .shop
        .count("SELECT id FROM customer_notes")
        .await
        .to_string();
    // Not by the page of somebody else.
    office.shop.customer(EVE).await;
    let other = format!("{}/notes/remove", path_of(&office, EVE).await);
    owner.send_form(&other, &[("note", &number)]).await;
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM customer_notes")
            .await,
        1
    );
    let gone = owner
        .send_form(&format!("{to}/remove"), &[("note", &number)])
        .await;
    assert_eq!(gone.status, 303);
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM customer_notes")
            .await,
        0
    );
}

#[tokio::test]
async fn addresses_are_kept_changed_and_taken_away() {
    let office = office().await;
    office.shop.customer(ADA).await;
    let path = path_of(&office, ADA).await;
    let to = format!("{path}/address");
    let mut owner = office.signed_in(Role::Owner).await;
    let form = owner.get(&to).await;
    assert!(form.body.contains("value=\"Ada Lovelace\""));
    let refused = owner
        .send_form(
            &to,
            &[
                ("name", "Ada"),
                ("street", "Elbchaussee 1"),
                ("country", "DE"),
            ],
        )
        .await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.body.contains("Please give the town.") && refused.body.contains("Elbchaussee 1")
    );
    let kept = owner.send_form(&to, &ADDRESS).await;
    assert_eq!(
        kept.header("location"),
        format!("{path}?said=address-saved")
    );
    let mut second = ADDRESS.to_vec();
    second.retain(|(name, _)| *name != "street");
    second.push(("street", "Another Street 2"));
    owner.send_form(&to, &second).await;
    let id = stored(&office, ADA).await.id;
    let book = async || {
        store::addresses(&office.shop.db.read, id)
            .await
            .expect("a book")
    };
    let all = book().await;
    assert_eq!(all.len(), 2);
    let last = all[1].id.to_string();
    owner
        .send_form(&format!("{to}/default"), &[("address", &last)])
        .await;
    assert_eq!(book().await[0].street.as_deref(), Some("Another Street 2"));
    let change = owner.get(&format!("{to}?address={last}")).await;
    assert!(change.body.contains("Another Street 2"));
    owner
        .send_form(&format!("{to}/remove"), &[("address", &last)])
        .await;
    assert_eq!(book().await.len(), 1);
}

#[tokio::test]
async fn sessions_are_ended_one_or_all() {
    let office = office().await;
    let mut ada = office.shop.customer(ADA).await;
    office.shop.customer(EVE).await;
    let path = path_of(&office, ADA).await;
    let to = format!("{path}/sessions/end");
    let mut owner = office.signed_in(Role::Owner).await;
    let other = office
        .shop
        .count("SELECT MAX(id) FROM sessions")
        .await
        .to_string();
    owner.send_form(&to, &[("session", &other)]).await;
    assert_eq!(
        office.shop.count("SELECT COUNT(*) FROM sessions").await,
        2,
        "Eve's is not Ada's"
    );
    owner.send_form(&to, &[("session", "all")]).await;
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM sessions").await, 1);
    assert!(
        ada.get("/account").await.body.contains("current-password")
            || !ada.get("/account").await.body.contains(ADA)
    );
}

#[tokio::test]
async fn a_link_for_a_new_password_is_sent_once_a_minute_and_nobody_sees_it() {
    let office = office().await;
    office.shop.customer(ADA).await;
    let path = path_of(&office, ADA).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let to = format!("{path}/reset");
    let first = owner.send_form(&to, &[]).await;
    assert_eq!(first.header("location"), format!("{path}?said=reset-sent"));
    let second = owner.send_form(&to, &[]).await;
    assert_eq!(
        second.header("location"),
        format!("{path}?said=reset-sent-before")
    );
    let sent = "SELECT COUNT(*) FROM letters WHERE recipient = 'ada@example.com' AND text LIKE '%reset-password?token=%'";
    assert_eq!(office.shop.count(sent).await, 1);
    let page = owner.get(&path).await.body;
    assert!(!page.contains("token="), "{page}");
}
