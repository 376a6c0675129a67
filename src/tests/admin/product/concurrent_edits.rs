//! Two people at once, what was changed, and the way back.

use super::{MUG, SHIRT, form_at, form_in, office, save, send, stored};
use crate::catalog::support::{fixture, run};
use awning::{admin::staff::role::Role, import::export};
use std::{collections::BTreeMap, fs};

#[tokio::test]
async fn of_different_fields_both_hold_and_of_one_field_both_are_shown() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Manager).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let (first, second) = (
        form_at(&mut editor, MUG).await,
        form_at(&mut owner, MUG).await,
    );
    assert_eq!(
        send(&mut editor, MUG, &first, &[("price", "20")])
            .await
            .status,
        303
    );
    // Something sold meanwhile stays sold.
    office
        .shop
        .execute("UPDATE products SET stock = 6 WHERE id = 1201")
        .await;
    assert_eq!(
        send(&mut owner, MUG, &second, &[("sku", "CUP")])
            .await
            .status,
        303
    );
    let mug = stored(&office, 1201).await;
    assert_eq!(
        (mug.price, mug.sku.as_str(), mug.stock),
        (2_000, "CUP", Some(6))
    );

    let stale = send(
        &mut owner,
        MUG,
        &second,
        &[("price", "22"), ("seo_title.en", "Kept")],
    )
    .await;
    assert_eq!(stale.status, 409, "{}", stale.body);
    assert!(
        stale.body.contains("What somebody else saved meanwhile"),
        "{}",
        stale.body
    );
    assert!(
        stale.body.contains("value=\"20.00\"") && stale.body.contains("value=\"22\""),
        "{}",
        stale.body
    );
    assert!(stale.body.contains("value=\"Kept\""));
    let again = form_in(&stale, MUG);
    let theirs = send(&mut owner, MUG, &again, &[("act", "theirs price")]).await;
    let taken = form_in(&theirs, MUG);
    assert!(
        taken.contains(&("price".to_owned(), "20.00".to_owned())),
        "{taken:?}"
    );
    // Saved once more, what was typed holds.
    assert_eq!(send(&mut owner, MUG, &again, &[]).await.status, 303);
    let mug = stored(&office, 1201).await;
    assert_eq!(
        (mug.price, mug.seo_title.get("en"), mug.sku.as_str()),
        (2_200, "Kept", "CUP")
    );
}

#[tokio::test]
async fn twice_at_once_is_once() {
    let office = office().await;
    let editor = office.signed_in(Role::Manager).await;
    let form = form_at(&mut editor.clone(), MUG).await;
    let tries = ["20", "21", "22"].map(|price| {
        let (mut browser, form) = (editor.clone(), form.clone());
        async move {
            send(&mut browser, MUG, &form, &[("price", price)])
                .await
                .status
        }
    });
    let mut answers = futures::future::join_all(tries).await;
    answers.sort_unstable();
    assert_eq!(answers, [303, 409, 409]);
    let changes = "SELECT COUNT(*) FROM audit WHERE verb = 'product.change'";
    assert_eq!(office.shop.count(changes).await, 1);
}

#[tokio::test]
async fn variations_keep_what_was_sold_and_ask_of_what_was_counted() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Manager).await;
    let form = form_at(&mut editor, SHIRT).await;
    office
        .shop
        .execute("UPDATE variations SET stock = 4 WHERE sku = 'TEE-M'")
        .await;
    let priced = send(&mut editor, SHIRT, &form, &[("variations.1.price", "23")]).await;
    assert_eq!(priced.status, 303, "{}", priced.body);
    let shirt = stored(&office, 1202).await;
    assert_eq!(
        (shirt.variations[1].price, shirt.variations[1].stock),
        (Some(2_300), Some(4))
    );
    let counted = send(&mut editor, SHIRT, &form, &[("variations.1.stock", "50")]).await;
    assert_eq!(counted.status, 409, "{}", counted.body);
    assert!(
        counted.body.contains("sold or counted meanwhile"),
        "{}",
        counted.body
    );
    let saved = send(&mut editor, SHIRT, &form_in(&counted, SHIRT), &[]).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let shirt = stored(&office, 1202).await;
    assert_eq!(
        (shirt.variations[1].price, shirt.variations[1].stock),
        (Some(2_300), Some(50))
    );
}

#[tokio::test]
async fn a_change_is_taken_back_and_counts_are_not() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Manager).await;
    let before = stored(&office, 1201).await;
    let changes = [
        ("price", "20"),
        ("compare_to", ""),
        ("name.en", "Cup"),
        ("stock", "9"),
    ];
    save(&mut editor, MUG, &changes).await;
    let history = editor.get("/products/1201/history").await;
    assert!(
        history.body.contains("Blue Mug") && history.body.contains("manager@shop.example"),
        "{}",
        history.body
    );
    let number = office
        .shop
        .count("SELECT id FROM audit WHERE verb = 'product.change'")
        .await
        .to_string();
    let undone = editor
        .send_form("/products/1201/undo", &[("id", &number)])
        .await;
    assert_eq!(
        undone.header("location"),
        "/products/1201?said=undone",
        "{}",
        undone.body
    );
    let after = stored(&office, 1201).await;
    assert_eq!(
        (after.price, after.compare_to, &after.name),
        (before.price, before.compare_to, &before.name)
    );
    assert_eq!(after.stock, Some(9));
    let again = editor
        .send_form("/products/1201/undo", &[("id", &number)])
        .await;
    assert_eq!(
        again.header("location"),
        "/products/1201?said=changed-since"
    );
    let foreign = editor
        .send_form("/products/1202/undo", &[("id", &number)])
        .await;
    assert_eq!(foreign.status, 400);
}

/// Lines of an export by what they begin with.
async fn lines(office: &super::Office, name: &str) -> BTreeMap<String, String> {
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join(name);
    let (db, images) = (&office.shop.db, &office.shop.state.images);
    export(db, images, &file).await.expect("exported");
    let text = fs::read_to_string(&file).expect("text");
    let each = text.lines().enumerate().map(|(at, line)| {
        let start: String = line.chars().take(30).collect();
        (format!("{at} {start}"), line.to_owned())
    });
    each.collect()
}

#[tokio::test]
async fn an_export_differs_by_what_was_edited_and_an_import_of_it_changes_nothing() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Manager).await;
    let before = lines(&office, "one.jsonl").await;
    save(&mut editor, MUG, &[("price", "21.50")]).await;
    let after = lines(&office, "two.jsonl").await;
    let changed: Vec<_> = before
        .iter()
        .filter(|(key, line)| after.get(*key) != Some(line))
        .collect();
    assert_eq!(changed.len(), 1, "{changed:?}");
    let (key, line) = changed[0];
    assert_eq!(after[key], line.replace("\"price\":2450", "\"price\":2150"));
    // The file it came from says nothing new of it: the edit stays.
    let again = run(&office.shop, fixture("ecwid.csv"), false).await;
    assert_eq!(again.updated, 0, "{again:?}");
    assert_eq!(stored(&office, 1201).await.price, 2_150);
    // Exported, edited in the file and imported, only that is other.
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("three.jsonl");
    let (db, images) = (&office.shop.db, &office.shop.state.images);
    export(db, images, &file).await.expect("exported");
    let text = fs::read_to_string(&file).expect("text");
    fs::write(&file, text.replace("\"price\":2150", "\"price\":2250")).expect("written");
    let report = run(&office.shop, file, false).await;
    assert_eq!((report.created, report.updated), (0, 1), "{report:?}");
    assert_eq!(stored(&office, 1201).await.price, 2_250);
}
