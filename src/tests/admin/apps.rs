//! Apps and their keys, from the form to what a program gets.

use super::support::{Office, fields, pairs, set};
use crate::support::Browser;
use awning::{admin::staff::role::Role, content::storage};
use regex::Regex;

/// What a program gets that asks for the hidden catalogue too.
async fn asked(office: &Office, token: &str) -> u16 {
    let shop = &office.shop;
    shop.state.catalog.refresh(&shop.db).await.expect("read");
    let path = format!(
        "/api/v3/{}/categories?hidden_categories=true&token={token}",
        shop.config.store_id
    );
    Browser::new(shop.router.clone()).get(&path).await.status
}

/// The key that a page shows.
fn key(body: &str) -> String {
    let shown = Regex::new(r#"<code data-copy="" class="long">([^<]+)<"#).expect("a pattern");
    shown
        .captures(body)
        .unwrap_or_else(|| panic!("no key in {body}"))[1]
        .to_owned()
}

#[tokio::test]
async fn an_app_is_let_in_by_its_key_as_far_as_is_ticked_and_shut_out_again() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let empty = owner.get("/apps").await;
    assert!(empty.body.contains("None yet"), "{}", empty.body);
    let mut form = fields(&empty.body, "/apps/add");
    set(&mut form, "id", "my-books");
    let added = owner.send_form("/apps/add", &pairs(&form)).await;
    assert_eq!(added.status, 303, "{}", added.body);
    assert_eq!(
        added.header("location"),
        "/apps/edit?id=my-books&said=app-added"
    );

    let ask = [("id", "my-books"), ("key", "secret token")];
    let first = owner.send_form("/apps/key", &ask).await;
    let first_key = key(&first.body);
    assert!(first_key.starts_with("secret_"), "{first_key}");
    assert_eq!(asked(&office, &first_key).await, 200);
    let page = owner.get("/apps/edit?id=my-books").await;
    assert!(
        !page.body.contains(&first_key) && page.body.contains("It has one"),
        "shown once"
    );

    let second_key = key(&owner.send_form("/apps/key", &ask).await.body);
    assert_eq!(
        asked(&office, &first_key).await,
        403,
        "the new one takes its place"
    );
    assert_eq!(asked(&office, &second_key).await, 200);

    let mut form = fields(&page.body, "/apps/edit");
    form.retain(|(name, _)| name != "scope");
    set(&mut form, "config", "{\"a\": 1}");
    let saved = owner.send_form("/apps/edit", &pairs(&form)).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(asked(&office, &second_key).await, 403, "nothing is ticked");

    let taken = owner.send_form("/apps/key/remove", &ask).await;
    assert_eq!(taken.status, 303);
    let page = owner.get("/apps/edit?id=my-books").await;
    assert!(page.body.contains("It has none."), "{}", page.body);
    let form = fields(&page.body, "/apps/edit");
    assert!(form.contains(&("config".to_owned(), "{\"a\": 1}".to_owned())));

    // A public token stands in pages, and is shown whenever one looks.
    let public = [("id", "my-books"), ("key", "public token")];
    assert_eq!(owner.send_form("/apps/key", &public).await.status, 303);
    let page = owner.get("/apps/edit?id=my-books").await;
    assert!(key(&page.body).starts_with("public_"), "{}", page.body);

    assert_eq!(
        owner
            .send_form("/apps/remove", &[("id", "my-books")])
            .await
            .status,
        303
    );
    assert_eq!(owner.get("/apps/edit?id=my-books").await.status, 400);
    let log = owner.get("/audit").await.body;
    for told in [
        "added the app my-books",
        "changed the app my-books",
        "removed the app my-books",
    ] {
        assert!(log.contains(told), "{told} in {log}");
    }
    for secret in [&first_key, &second_key] {
        let sql = format!(
            "SELECT COUNT(*) FROM audit WHERE before LIKE '%{secret}%' OR after LIKE '%{secret}%'"
        );
        assert_eq!(office.shop.count(&sql).await, 0, "the log holds no key");
    }
}

#[tokio::test]
async fn what_two_save_at_once_is_shown_beside_each_other_and_odd_names_are_refused() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    for (id, why) in [
        ("", "A client id is at most"),
        ("two words", "without spaces"),
    ] {
        let refused = owner
            .send_form("/apps/add", &[("id", id), ("scope", "read_catalog")])
            .await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains(why), "{}", refused.body);
    }
    let odd = owner
        .send_form("/apps/add", &[("id", "a"), ("scope", "rule_the_world")])
        .await;
    assert!(
        odd.status == 422 && odd.body.contains("is no scope"),
        "{}",
        odd.body
    );
    assert_eq!(
        owner.send_form("/apps/add", &[("id", "a<b>")]).await.status,
        303
    );
    let twice = owner.send_form("/apps/add", &[("id", "a<b>")]).await;
    assert!(
        twice.status == 422 && twice.body.contains("of that name already"),
        "{}",
        twice.body
    );

    let page = owner.get("/apps/edit?id=a%3Cb%3E").await;
    assert!(page.body.contains("a&lt;b&gt;"), "{}", page.body);
    let mut mine = fields(&page.body, "/apps/edit");
    let mut theirs = mine.clone();
    set(&mut theirs, "config", "theirs </textarea>");
    assert_eq!(
        owner.send_form("/apps/edit", &pairs(&theirs)).await.status,
        303
    );
    set(&mut mine, "config", "mine");
    let stale = owner.send_form("/apps/edit", &pairs(&mine)).await;
    assert_eq!(stale.status, 409);
    assert!(
        stale.body.contains("theirs &lt;/textarea") && stale.body.contains("mine"),
        "{}",
        stale.body
    );
    let again = fields(&stale.body, "/apps/edit");
    assert_eq!(
        owner.send_form("/apps/edit", &pairs(&again)).await.status,
        303
    );
    let page = owner.get("/apps/edit?id=a%3Cb%3E").await;
    assert!(page.body.contains("mine") && !page.body.contains("theirs"));
}

#[tokio::test]
async fn what_an_app_keeps_is_listed_and_can_be_forgotten() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    assert_eq!(
        owner.send_form("/apps/add", &[("id", "app")]).await.status,
        303
    );
    let db = &office.shop.db.write;
    storage::put(db, "app", "carts", "12345")
        .await
        .expect("kept");
    let page = owner.get("/apps/edit?id=app").await;
    assert!(
        page.body.contains("<td>carts</td><td>5</td>"),
        "{}",
        page.body
    );
    let form = [("id", "app"), ("key", "carts")];
    assert_eq!(
        owner.send_form("/apps/storage/remove", &form).await.status,
        303
    );
    assert_eq!(storage::get(db, "app", "carts").await.expect("read"), None);
    let log = owner.get("/audit").await.body;
    assert!(
        log.contains("forgot what an app kept: carts of app"),
        "{log}"
    );
}

#[tokio::test]
async fn keys_need_a_proof_and_an_owner() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    assert_eq!(
        owner.send_form("/apps/add", &[("id", "app")]).await.status,
        303
    );
    office.forget_proofs().await;
    let form = [("id", "app"), ("key", "secret token")];
    let asked = owner.send_form("/apps/key", &form).await;
    assert!(
        asked.status == 403 && asked.body.contains("Is it you?"),
        "{}",
        asked.body
    );
    let mut manager = office.signed_in(Role::Manager).await;
    assert_eq!(manager.get("/apps").await.status, 403);
    assert!(
        !manager.get("/").await.body.contains("href=\"/apps\""),
        "not drawn"
    );
}
