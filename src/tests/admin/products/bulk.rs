//! Changing many at once: what is shown before, what is done, and the way back.

use super::{MUG, SHIRT, is_explained, moved, office, save, stored};
use crate::{
    admin::support::{fields, pairs},
    support::Browser,
};
use awning::{admin::staff::role::Role, catalog::store::stock::Kind};

pub const PREVIEW: &str = "/products/bulk/preview";

/// Sends the form of the preview `page`; where it leads to.
pub async fn apply(browser: &mut Browser, page: &str) -> String {
    let form = fields(page, "/products/bulk");
    let done = browser.send_form("/products/bulk", &pairs(&form)).await;
    assert_eq!(done.status, 303, "{}", done.body);
    done.header("location").to_owned()
}

/// Takes the change back that `path` shows; where it leads to.
pub async fn undo(browser: &mut Browser, path: &str) -> String {
    let id = path.split_once("id=").expect("an id").1;
    let done = browser
        .send_form("/products/changes/undo", &[("id", id)])
        .await;
    assert_eq!(done.status, 303, "{}", done.body);
    done.header("location").to_owned()
}

#[tokio::test]
async fn everything_is_shown_before_it_is_done_and_can_be_taken_back() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let before = (stored(&office, MUG).await, stored(&office, SHIRT).await);
    let asked = "ids=1201&ids=1202&do=price&price_kind=percent&price_sign=more&price_value=10&price_ending=99\
        &do=stock&stock_kind=more&stock_value=3&compare_kind=clear&back=/products";
    let page = owner.get(&format!("{PREVIEW}?{asked}")).await.body;
    for line in [
        "<del>€24.50</del> → <ins>€26.99</ins>",
        "<del>7</del> → <ins>10</ins>",
        "m: stock",
    ] {
        assert!(
            page.to_lowercase().contains(&line.to_lowercase()),
            "{line}: {page}"
        );
    }
    assert!(
        !page.contains("Compare-to price:"),
        "it is not ticked: {page}"
    );
    assert_eq!(stored(&office, MUG).await, before.0, "nothing is done yet");
    let to = apply(&mut owner, &page).await;
    let (mug, shirt) = (stored(&office, MUG).await, stored(&office, SHIRT).await);
    assert_eq!(
        (mug.price, mug.compare_to, mug.stock),
        (2_699, Some(3_000), Some(10))
    );
    for (was, is) in before.1.variations.iter().zip(&shirt.variations) {
        assert_eq!(is.stock, was.stock.map(|left| left + 3));
    }
    assert_eq!(moved(&office, MUG).await[0].kind, Some(Kind::Bulk));
    // The same form again is the same change.
    assert_eq!(apply(&mut owner, &page).await, to);
    assert_eq!(stored(&office, MUG).await.stock, Some(10));
    let shown = owner.get(&to).await.body;
    assert!(shown.contains("2 products are changed."), "{shown}");
    // One is sold meanwhile: it stays sold.
    office
        .shop
        .execute("UPDATE products SET stock = stock - 1, fewest = fewest - 1 WHERE id = 1201")
        .await;
    let back = undo(&mut owner, &to).await;
    assert!(back.ends_with("said=bulk-undone"), "{back}");
    let mug = stored(&office, MUG).await;
    assert_eq!((mug.price, mug.stock), (2_450, Some(6)));
    let shirt = stored(&office, SHIRT).await;
    assert_eq!(
        (shirt.price, &shirt.variations),
        (before.1.price, &before.1.variations)
    );
    assert_eq!(moved(&office, MUG).await[0].kind, Some(Kind::Undone));
    let again = undo(&mut owner, &to).await;
    assert!(again.ends_with("said=bulk-undone-already"), "{again}");
    assert_eq!(stored(&office, MUG).await.stock, Some(6));
}

#[tokio::test]
async fn what_changed_since_is_left_and_named() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let asked = "ids=1201&ids=1202&do=price&price_kind=set&price_value=10";
    let page = owner.get(&format!("{PREVIEW}?{asked}")).await.body;
    save(&mut owner, "/products", &[("1201.price", "30")]).await;
    let to = apply(&mut owner, &page).await;
    let shown = owner.get(&to).await.body;
    assert!(
        shown.contains("One product is changed, one stays as it is.")
            && shown.contains("Somebody changed it since you looked"),
        "{shown}"
    );
    assert_eq!(stored(&office, MUG).await.price, 3_000);
    assert_eq!(stored(&office, SHIRT).await.price, 1_000);
    // Taking it back leaves what somebody changed after it.
    save(&mut owner, "/products", &[("1202.price", "12")]).await;
    undo(&mut owner, &to).await;
    let shown = owner.get(&to).await.body;
    assert!(
        shown.contains("Somebody changed the same facts since."),
        "{shown}"
    );
    assert_eq!(stored(&office, SHIRT).await.price, 1_200);
    is_explained(&office).await;
}

#[tokio::test]
async fn only_what_is_ticked_changes_and_wrong_fields_are_named() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let nothing = owner.get("/products/bulk?back=/products").await;
    assert_eq!(nothing.header("location"), "/products?said=nothing-ticked");
    let page = owner.get("/products/bulk?ids=1201").await;
    assert!(
        page.status == 200 && page.body.contains("One product."),
        "{}",
        page.body
    );
    for (asked, problem) in [
        ("ids=1201&price_value=9", "Please tick what is to change."),
        ("ids=1201&do=price&price_value=x", "Please type a number"),
        (
            "ids=1201&do=add&add_value=999999",
            "Please choose a category.",
        ),
        (
            "ids=1201&do=weight&weight_value=heavy",
            "Please type a number",
        ),
        ("ids=1201&do=attribute", "Please say which fact"),
    ] {
        let page = owner.get(&format!("{PREVIEW}?{asked}")).await;
        assert_eq!(page.status, 422, "{asked}");
        assert!(page.body.contains(problem), "{problem}: {}", page.body);
    }
    let typed = owner
        .get(&format!("{PREVIEW}?ids=1201&do=price&price_value=x"))
        .await
        .body;
    assert!(typed.contains("value=\"x\""), "{typed}");
    let kitchen = office
        .shop
        .count("SELECT MIN(category_id) FROM product_categories WHERE product_id = 1201")
        .await;
    let asked = format!(
        "ids=1202&do=add&add_value={kitchen}&do=ribbon&ribbon_value=New&do=attribute&attribute_name=Fit&attribute_value=Loose&do=enabled&enabled_value=no&price_value=1"
    );
    let page = owner.get(&format!("{PREVIEW}?{asked}")).await.body;
    let before = stored(&office, SHIRT).await;
    apply(&mut owner, &page).await;
    let shirt = stored(&office, SHIRT).await;
    assert!(shirt.categories.contains(&kitchen) && !shirt.enabled);
    assert_eq!(
        shirt.attributes.last().map(|it| it.value.as_str()),
        Some("Loose")
    );
    assert_eq!(
        shirt.ribbon.map(|it| it.text.get("en").to_owned()),
        Some("New".to_owned())
    );
    assert_eq!((shirt.price, shirt.images), (before.price, before.images));
    // What cannot be is said of each, and done of none.
    let page = owner
        .get(&format!(
            "{PREVIEW}?ids=1201&do=stock&stock_kind=fewer&stock_value=99"
        ))
        .await
        .body;
    assert!(
        page.contains("There would be less than nothing of it"),
        "{page}"
    );
    assert!(!page.contains("Change one product"), "{page}");
}

#[tokio::test]
async fn who_may_not_count_changes_no_stock() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let page = editor.get("/products/bulk?ids=1201").await.body;
    assert!(!page.contains("stock_value"), "{page}");
    let asked =
        "ids=1201&do=stock&stock_kind=set&stock_value=99&do=price&price_kind=set&price_value=9";
    let page = editor.get(&format!("{PREVIEW}?{asked}")).await.body;
    apply(&mut editor, &page).await;
    let mug = stored(&office, MUG).await;
    assert_eq!((mug.price, mug.stock), (900, Some(7)));
    let mut owner = office.signed_in(Role::Owner).await;
    let asked = "ids=1201&do=stock&stock_kind=set&stock_value=99";
    let page = owner.get(&format!("{PREVIEW}?{asked}")).await.body;
    let to = apply(&mut owner, &page).await;
    let id = to.split_once("id=").expect("an id").1;
    let refused = editor
        .send_form("/products/changes/undo", &[("id", id)])
        .await;
    assert_eq!(refused.status, 403);
}
