//! More than two hundred at once: a task, which goes on by itself.

use super::{
    bulk::{PREVIEW, apply, undo},
    office,
    search::add,
};
use crate::admin::support::Office;
use awning::{admin::staff::role::Role, app::jobs::task_worker};

const FOUND: &str = "all=yes&q=nail&do=price&price_kind=amount&price_sign=more&price_value=1";

async fn work_off(office: &Office) {
    let done = task_worker(&office.shop.state).work_off().await;
    done.expect("worked");
}

#[tokio::test]
async fn many_are_changed_step_by_step_and_taken_back_so() {
    let office = office().await;
    add(&office, 250, |_, product| product.price = 100).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let page = owner.get(&format!("{PREVIEW}?{FOUND}")).await.body;
    assert!(
        page.contains("These are 100 of 250.") && page.contains("Change 250 products"),
        "{page}"
    );
    assert!(page.contains("The next ones"), "{page}");
    let to = apply(&mut owner, &page).await;
    assert_eq!(
        apply(&mut owner, &page).await,
        to,
        "the same form is the same change"
    );
    let shown = owner.get(&to).await.body;
    assert!(
        shown.contains("It begins in a moment.") && shown.contains("Cancel"),
        "{shown}"
    );
    // One that somebody changes before its turn is left out.
    office
        .shop
        .execute("UPDATE products SET updated_at = 9999999999 WHERE id = 5007")
        .await;
    work_off(&office).await;
    let shown = owner.get(&to).await.body;
    assert!(
        shown.contains("249 products are changed, one stays as it is."),
        "{shown}"
    );
    let prices = async |price: i64| {
        let sql = format!(
            "SELECT COUNT(*) FROM products WHERE list_name LIKE 'nail%' AND doc LIKE '%\"price\":{price},%'"
        );
        office.shop.count(&sql).await
    };
    assert_eq!((prices(200).await, prices(100).await), (249, 1));
    work_off(&office).await;
    assert_eq!(prices(200).await, 249, "once");
    let back = undo(&mut owner, &to).await;
    assert!(back.ends_with("said=bulk-undoing"), "{back}");
    work_off(&office).await;
    assert_eq!(prices(100).await, 250);
    let rows = "SELECT COUNT(*) FROM bulk_rows WHERE undone = 'yes'";
    assert_eq!(office.shop.count(rows).await, 249);
}

#[tokio::test]
async fn what_is_called_off_stays_where_it_is() {
    let office = office().await;
    add(&office, 210, |_, product| product.price = 100).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let page = owner.get(&format!("{PREVIEW}?{FOUND}")).await.body;
    let to = apply(&mut owner, &page).await;
    let id = to.split_once("id=").expect("an id").1.to_owned();
    let early = owner
        .send_form("/products/changes/undo", &[("id", &id)])
        .await;
    assert!(
        early.header("location").ends_with("said=bulk-goes-on"),
        "{}",
        early.header("location")
    );
    let off = owner
        .send_form("/products/changes/cancel", &[("id", &id)])
        .await;
    assert_eq!(off.header("location"), to);
    work_off(&office).await;
    let shown = owner.get(&to).await.body;
    assert!(shown.contains("It was called off."), "{shown}");
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM bulk_rows").await, 0);
}

/// Whoever takes a task up after a process that ended goes on behind its last batch.
#[tokio::test]
async fn a_process_that_ends_in_the_middle_leaves_it_to_the_next() {
    let office = office().await;
    add(&office, 250, |_, product| product.price = 100).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let page = owner.get(&format!("{PREVIEW}?{FOUND}")).await.body;
    apply(&mut owner, &page).await;
    // It is told to stop before it begins, and the job stays.
    office.shop.state.draining.cancel();
    work_off(&office).await;
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM bulk_rows").await, 0);
    let state = "SELECT COUNT(*) FROM tasks WHERE kind = 'bulk' AND state = 'running'";
    assert_eq!(office.shop.count(state).await, 1);
    // As if the first batch had been written by a process that died behind its commit.
    office
        .shop
        .execute("UPDATE tasks SET report = '{\"after\":5099,\"done\":100}', total = 250 WHERE kind = 'bulk'")
        .await;
    office
        .shop
        .execute("UPDATE jobs SET due_at = 0, leased_until = 0 WHERE kind = 'bulk'")
        .await;
    let next = awning::app::open(office.shop.config.clone(), office.shop.db.clone()).await;
    let next = next.expect("the next process");
    task_worker(&next).work_off().await.expect("worked");
    assert_eq!(
        office.shop.count("SELECT COUNT(*) FROM bulk_rows").await,
        150
    );
    assert_eq!(
        office
            .shop
            .count("SELECT MIN(product_id) FROM bulk_rows")
            .await,
        5_100
    );
}
