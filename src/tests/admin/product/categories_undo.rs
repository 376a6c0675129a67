//! What was done to categories is taken back, unless somebody changed the same since.

use super::{form_at, office, save, send, stored};
use crate::{
    admin::support::Office,
    support::{Answer, Browser},
};
use awning::{
    admin::staff::role::Role,
    catalog::{Category, store},
};
use std::collections::HashMap;

const UNDO: &str = "/categories/undo";

async fn all(office: &Office) -> HashMap<String, Category> {
    let all = store::categories(&office.shop.db.read).await.expect("read");
    all.into_iter()
        .map(|it| (it.name.get("en").to_owned(), it))
        .collect()
}

/// The number in the log of what was done last with this verb.
async fn last(office: &Office, verb: &str) -> i64 {
    let sql = format!("SELECT MAX(id) FROM audit WHERE verb = '{verb}'");
    office.shop.count(&sql).await
}

async fn undo(browser: &mut Browser, number: i64) -> Answer {
    browser
        .send_form(UNDO, &[("id", &number.to_string())])
        .await
}

#[tokio::test]
async fn a_change_of_a_category_goes_back_once() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let paper = all(&office).await["Paper"].clone();
    let path = format!("/categories/{}", paper.id);
    let changes = [("name.en", "Sheets"), ("slug", "sheets")];
    save(&mut editor, &path, &changes).await;
    let number = last(&office, "category.change").await;
    let page = editor.get(&path).await.body;
    assert!(
        page.contains("<del>Paper (en)</del> → <ins>Sheets (en)</ins>")
            && page.contains(&format!("name=\"id\" value=\"{number}\"")),
        "{page}"
    );
    let undone = undo(&mut editor, number).await;
    assert_eq!(undone.header("location"), format!("{path}?said=undone"));
    assert_eq!(all(&office).await["Paper"], paper);
    let twice = undo(&mut editor, number).await;
    assert_eq!(
        twice.header("location"),
        format!("{path}?said=changed-since")
    );
    // Taking it back is a change like others; what somebody else did since stays.
    save(&mut editor, &path, &[("name.en", "Leaves")]).await;
    let first = last(&office, "category.change").await;
    save(&mut editor, &path, &[("name.en", "Reams")]).await;
    let refused = undo(&mut editor, first).await;
    assert_eq!(
        refused.header("location"),
        format!("{path}?said=changed-since")
    );
    assert!(all(&office).await.contains_key("Reams"));
    // Nobody who may not change it takes it back, and nothing that is older than thirty days.
    let mut reader = office.signed_in(Role::Reader).await;
    assert!(!reader.get(&path).await.body.contains(">Undo<"));
    assert_eq!(undo(&mut reader, first).await.status, 403);
    let latest = last(&office, "category.change").await;
    let old = format!("UPDATE audit SET at = at - 31 * 86400 WHERE id = {latest}");
    office.shop.execute(&old).await;
    let late = undo(&mut editor, latest).await;
    assert_eq!(late.header("location"), format!("{path}?said=bulk-too-old"));
    assert!(all(&office).await.contains_key("Reams"));
    for other in ["1000000", "x", ""] {
        let wrong = editor.send_form(UNDO, &[("id", other)]).await;
        assert_eq!(wrong.status, 400, "{other}");
    }
}

#[tokio::test]
async fn the_order_of_categories_goes_back_as_a_whole() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    for name in ["One", "Two"] {
        let form = [("name", name), ("parent", "")];
        assert_eq!(editor.send_form("/categories/add", &form).await.status, 303);
    }
    let before = all(&office).await;
    let (one, two) = (before["One"].id, before["Two"].id);
    let form = form_at(&mut editor, "/categories").await;
    let (place, parent) = (format!("place.{two}"), format!("parent.{one}"));
    let two_first = [(place.as_str(), "1"), (parent.as_str(), &two.to_string())];
    let saved = send(&mut editor, "/categories", &form, &two_first).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(all(&office).await["One"].parent, Some(two));
    let number = last(&office, "category.arrange").await;
    let page = editor.get("/categories").await.body;
    assert!(
        page.contains("Another order") && page.contains("below Two"),
        "{page}"
    );
    let undone = undo(&mut editor, number).await;
    assert_eq!(undone.header("location"), "/categories?said=undone");
    assert_eq!(all(&office).await, before);
}

#[tokio::test]
async fn products_go_back_with_the_order_of_a_category() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let cards = all(&office).await["Cards"].clone();
    let before = stored(&office, 1201).await.categories;
    assert!(before.contains(&cards.id));
    let order = format!("/categories/{}/order", cards.id);
    let out = [("product", "1201"), ("drop.1201", "yes"), ("add", "1202")];
    assert_eq!(editor.send_form(&order, &out).await.status, 303);
    assert!(!stored(&office, 1201).await.categories.contains(&cards.id));
    assert!(stored(&office, 1202).await.categories.contains(&cards.id));
    undo(&mut editor, last(&office, "category.change").await).await;
    assert!(stored(&office, 1201).await.categories.contains(&cards.id));
    assert!(!stored(&office, 1202).await.categories.contains(&cards.id));
    assert_eq!(all(&office).await["Cards"].order, cards.order);
}

#[tokio::test]
async fn a_category_that_was_deleted_comes_back_with_what_stood_in_it() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let before = all(&office).await;
    let (paper, cards) = (before["Paper"].clone(), before["Cards"].clone());
    save(
        &mut editor,
        "/products/1202",
        &[("related.category", &cards.id.to_string())],
    )
    .await;
    let (mug, shirt) = (stored(&office, 1201).await, stored(&office, 1202).await);
    for id in [paper.id, cards.id] {
        let gone = editor
            .send_form(&format!("/categories/{id}/delete"), &[])
            .await;
        assert_eq!(gone.status, 303, "{}", gone.body);
    }
    let left = all(&office).await;
    assert!(!left.contains_key("Paper") && !left.contains_key("Cards"));
    let page = editor.get("/categories").await.body;
    assert!(page.contains("<strong>Deleted: Cards</strong>"), "{page}");
    let number = last(&office, "category.remove").await;
    let back = undo(&mut editor, number).await;
    assert_eq!(back.header("location"), "/categories?said=category-back");
    let twice = undo(&mut editor, number).await;
    assert_eq!(
        twice.header("location"),
        "/categories?said=bulk-undone-already"
    );
    let first = office
        .shop
        .count("SELECT MIN(id) FROM audit WHERE verb = 'category.remove'")
        .await;
    let back = undo(&mut editor, first).await;
    assert_eq!(back.header("location"), "/categories?said=category-back");
    assert_eq!(all(&office).await, before, "the tree is what it was");
    assert_eq!(stored(&office, 1201).await.categories, mug.categories);
    assert_eq!(stored(&office, 1202).await.related, shirt.related);
    let page = super::shown(&office, &format!("/Cards-c{}", cards.id)).await;
    assert!(page.body.contains("Blue Mug"), "{}", page.body);
}

#[tokio::test]
async fn a_number_that_another_category_got_meanwhile_is_not_taken_from_it() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let last_of_all = all(&office).await;
    let gone = last_of_all.values().max_by_key(|it| it.id).expect("some");
    let mut stood = Vec::new();
    for id in [1201, 1202, 1203] {
        if stored(&office, id).await.categories.contains(&gone.id) {
            stood.push(id);
        }
    }
    let path = format!("/categories/{}/delete", gone.id);
    assert_eq!(editor.send_form(&path, &[]).await.status, 303);
    let number = last(&office, "category.remove").await;
    let new = [("name", "New"), ("parent", "")];
    editor.send_form("/categories/add", &new).await;
    assert_eq!(all(&office).await["New"].id, gone.id, "the same number");
    undo(&mut editor, number).await;
    let now = all(&office).await;
    let name = gone.name.get("en");
    assert_eq!(now["New"].id, gone.id);
    assert_eq!(now[name].id, gone.id + 1);
    for id in [1201, 1202, 1203] {
        let categories = stored(&office, id).await.categories;
        let stands = categories.contains(&now[name].id);
        assert_eq!(stands, stood.contains(&id), "{id} {categories:?}");
        assert!(!categories.contains(&gone.id), "{id} {categories:?}");
    }
    let twice = undo(&mut editor, number).await;
    assert_eq!(
        twice.header("location"),
        "/categories?said=bulk-undone-already"
    );
    assert_eq!(all(&office).await.len(), now.len());
}
