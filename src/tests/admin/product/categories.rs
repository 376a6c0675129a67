//! Categories: their tree, what they say, and the order of what stands in them.

use super::{Form, form_at, form_in, office, office_with, send, shown, stored};
use crate::support::{Browser, PASSWORD};
use awning::{
    admin::staff::role::Role,
    catalog::{Category, store},
};
use std::collections::HashMap;

/// The categories by their names.
async fn all(office: &super::Office) -> HashMap<String, Category> {
    let all = store::categories(&office.shop.db.read).await.expect("read");
    all.into_iter()
        .map(|it| (it.name.get("en").to_owned(), it))
        .collect()
}

/// Adds a category; its number.
async fn add(browser: &mut Browser, name: &str, parent: &str) -> i64 {
    let form = [("name", name), ("parent", parent)];
    let added = browser.send_form("/categories/add", &form).await;
    assert_eq!(added.status, 303, "{}", added.body);
    let path = added
        .header("location")
        .split('?')
        .next()
        .unwrap_or_default();
    path.rsplit('/')
        .next()
        .and_then(|it| it.parse().ok())
        .expect("a number")
}

#[tokio::test]
async fn the_tree_is_put_in_order_by_numbers() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let (one, two, three) = (
        add(&mut editor, "One", "").await,
        add(&mut editor, "Two", "").await,
        add(&mut editor, "Three", "").await,
    );
    let form = form_at(&mut editor, "/categories").await;
    let place = form
        .iter()
        .find(|(name, _)| *name == format!("place.{three}"));
    let last: i64 = place.and_then(|(_, it)| it.parse().ok()).expect("a place");
    let changes = [
        (format!("place.{three}"), "1".to_owned()),
        (format!("parent.{two}"), one.to_string()),
    ];
    let changes: Vec<_> = changes
        .iter()
        .map(|(name, it)| (name.as_str(), it.as_str()))
        .collect();
    let saved = send(&mut editor, "/categories", &form, &changes).await;
    assert_eq!(
        saved.header("location"),
        "/categories?said=tree",
        "{}",
        saved.body
    );
    let tree = all(&office).await;
    assert!(last > 2 && tree["Three"].position == 1, "{tree:?}");
    assert_eq!(tree["Two"].parent, Some(one));
    assert_eq!(tree["One"].parent, None);
    shown(&office, "/").await;
    let snapshot = office.shop.state.catalog.snapshot();
    assert_eq!(snapshot.tree.top.first(), Some(&three));
    assert_eq!(
        snapshot.tree.get(one).map(|it| it.children.clone()),
        Some(vec![two])
    );
    // Somebody else did something meanwhile.
    let stale = send(&mut editor, "/categories", &form, &changes).await;
    assert_eq!(stale.status, 409);
    // Nothing stands below itself.
    let form = form_at(&mut editor, "/categories").await;
    let ring = [(format!("parent.{one}"), two.to_string())];
    let ring: Vec<_> = ring
        .iter()
        .map(|(name, it)| (name.as_str(), it.as_str()))
        .collect();
    let refused = send(&mut editor, "/categories", &form, &ring).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.body.contains("It would stand below itself."),
        "{}",
        refused.body
    );
    let path = format!("/categories/{one}");
    let own = form_at(&mut editor, &path).await;
    let refused = send(&mut editor, &path, &own, &[("parent", &two.to_string())]).await;
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert_eq!(
        editor
            .send_form("/categories/add", &[("name", " ")])
            .await
            .status,
        422
    );
}

#[tokio::test]
async fn a_category_says_what_is_typed_at_an_address_of_its_own() {
    let office = office_with(|config| config.slugs_without_ids = true).await;
    let mut editor = office.signed_in(Role::Editor).await;
    let id = add(&mut editor, "Tools", "").await;
    let path = format!("/categories/{id}");
    let form = form_at(&mut editor, &path).await;
    let changes = [
        ("description.en", "All & more"),
        ("slug", "iron"),
        ("name.de", "Werkzeug"),
        ("seo_title.en", "Good tools"),
    ];
    assert_eq!(send(&mut editor, &path, &form, &changes).await.status, 303);
    let page = shown(&office, "/iron").await;
    assert!(
        page.body.contains("All &amp; more") && page.body.contains("Good tools"),
        "{}",
        page.body
    );
    assert_eq!(shown(&office, "/tools").await.header("location"), "/iron");
    // Of two, who changes something else holds too, and who changes the same is asked.
    let other = send(&mut editor, &path, &form, &[("name.en", "Fine Tools")]).await;
    assert_eq!(other.status, 409, "{}", other.body);
    let again = form_in(&other, &path);
    assert_eq!(send(&mut editor, &path, &again, &[]).await.status, 303);
    let stored = &all(&office).await["Fine Tools"];
    assert_eq!(
        (stored.slug.as_deref(), stored.seo_title.get("en")),
        (Some("iron"), "Good tools")
    );
    let form = form_at(&mut editor, &path).await;
    for (name, wrong, said) in [
        ("slug", "cart", "cannot be an address"),
        ("name.en", "", "what it is called"),
    ] {
        let mut typed: Form = form.clone();
        typed.retain(|(key, _)| !key.starts_with("name.") || name != "name.en");
        let refused = send(&mut editor, &path, &typed, &[(name, wrong)]).await;
        assert_eq!(refused.status, 422, "{name}");
        assert!(refused.body.contains(said), "{}", refused.body);
    }
    assert_eq!(editor.get("/categories/99999").await.status, 404);
}

#[tokio::test]
async fn products_stand_in_a_category_as_they_are_put() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let id = add(&mut editor, "Picks", "").await;
    let (path, order) = (
        format!("/categories/{id}"),
        format!("/categories/{id}/order"),
    );
    for sku in ["MUG", "1202"] {
        let added = editor
            .send_form(&order, &[("add", sku), ("product", "")])
            .await;
        assert_eq!(added.status, 303, "{}", added.body);
    }
    let unknown = editor.send_form(&order, &[("add", "NOPE")]).await;
    assert_eq!(unknown.status, 422);
    assert!(unknown.body.contains("value=\"NOPE\""), "{}", unknown.body);
    shown(&office, "/").await;
    let in_order = async |office: &super::Office| {
        let page = shown(office, &format!("/Picks-c{id}")).await;
        (page.body.find("Blue Mug"), page.body.find("Tide Shirt"))
    };
    let page = editor.get(&path).await;
    let form = form_in(&page, &order);
    assert_eq!(
        form.iter().filter(|(name, _)| name == "product").count(),
        2,
        "{}",
        page.body
    );
    let moved: Vec<(&str, &str)> = form
        .iter()
        .map(|(name, value)| match name.as_str() {
            "place.1202" => ("place.1202", "1"),
            "place.1201" => ("place.1201", "2"),
            name => (name, value.as_str()),
        })
        .collect();
    assert_eq!(editor.send_form(&order, &moved).await.status, 303);
    let (mug, shirt) = in_order(&office).await;
    assert!(shirt < mug && shirt.is_some(), "{mug:?} {shirt:?}");
    let mut out = moved.clone();
    out.push(("drop.1202", "yes"));
    assert_eq!(editor.send_form(&order, &out).await.status, 303);
    assert!(!stored(&office, 1202).await.categories.contains(&id));
    assert_eq!(all(&office).await["Picks"].order, [1201]);
    // And on the home page, where the mug stood already.
    let home = "/categories/home";
    for sku in ["TEE", "MUG"] {
        let form = form_at(&mut editor, home).await;
        let added = send(&mut editor, home, &form, &[("add", sku)]).await;
        assert_eq!(added.status, 303, "{}", added.body);
        shown(&office, "/").await;
    }
    let places = async |office: &super::Office| {
        let (mug, shirt) = (stored(office, 1201).await, stored(office, 1202).await);
        (mug.featured, shirt.featured)
    };
    assert_eq!(places(&office).await, (Some(1), Some(2)));
    let form = form_at(&mut editor, home).await;
    let moved = send(&mut editor, home, &form, &[("place.1202", "1")]).await;
    assert_eq!(moved.status, 303, "{}", moved.body);
    assert_eq!(places(&office).await, (Some(2), Some(1)));
    shown(&office, "/").await;
    let form = form_at(&mut editor, home).await;
    send(&mut editor, home, &form, &[("drop.1201", "yes")]).await;
    assert_eq!(places(&office).await, (None, Some(1)));
}

#[tokio::test]
async fn a_category_goes_and_what_was_in_it_stays() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let tree = all(&office).await;
    let (paper, cards) = (tree["Paper"].id, tree["Cards"].id);
    let path = format!("/categories/{paper}/delete");
    let page = editor.get(&path).await;
    assert!(
        page.body
            .contains("The category below it comes to stand in its place."),
        "{}",
        page.body
    );
    office.forget_proofs().await;
    assert_eq!(editor.send_form(&path, &[]).await.status, 403);
    let gone = editor
        .send_form(&path, &[("confirm_password", PASSWORD)])
        .await;
    assert_eq!(
        gone.header("location"),
        "/categories?said=category-deleted",
        "{}",
        gone.body
    );
    let tree = all(&office).await;
    assert!(!tree.contains_key("Paper") && tree["Cards"].parent.is_none());
    let path = format!("/categories/{cards}/delete");
    let page = editor.get(&path).await;
    assert!(
        page.body.contains("One product stands in it"),
        "{}",
        page.body
    );
    assert!(stored(&office, 1201).await.categories.contains(&cards));
    editor.send_form(&path, &[]).await;
    assert!(!stored(&office, 1201).await.categories.contains(&cards));
    assert_eq!(shown(&office, "/Blue-Mug-Saucer-p1201").await.status, 200);
    assert_eq!(editor.send_form(&path, &[]).await.status, 404);
}
