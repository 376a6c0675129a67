//! Facts that are changed in the list.

use super::{MUG, SHIRT, is_explained, moved, office, save, send, stored};
use crate::admin::support::{fields, pairs, set};
use awning::{admin::staff::role::Role, catalog::store::stock::Kind};

#[tokio::test]
async fn what_is_typed_is_saved_and_nothing_else_is_touched() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let before = stored(&office, SHIRT).await;
    let typed = [
        ("1201.price", "25,50"),
        ("1201.compare_to", ""),
        ("1201.stock", "+5"),
        ("reason", "A box came"),
    ];
    let (status, to, body) = save(&mut owner, "/products?q=mug", &typed).await;
    assert_eq!(
        (status, to.as_str()),
        (303, "/products?q=mug&said=products-saved"),
        "{body}"
    );
    let mug = stored(&office, MUG).await;
    assert_eq!(
        (mug.price, mug.compare_to, mug.stock),
        (2_550, None, Some(12))
    );
    assert_eq!(stored(&office, SHIRT).await, before);
    let last = &moved(&office, MUG).await[0];
    assert_eq!(
        (last.kind, last.reason.as_str()),
        (Some(Kind::Typed), "A box came")
    );
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM audit WHERE verb = 'product.change' AND target = 'product 1201'")
            .await,
        1
    );
    is_explained(&office).await;
    let nothing = save(&mut owner, "/products", &[]).await;
    assert_eq!(nothing.1, "/products?said=nothing-changed");
    // Shoppers see it.
    office
        .shop
        .state
        .catalog
        .refresh(&office.shop.db)
        .await
        .expect("seen");
    let page = office.shop.browser().get("/search?keyword=mug").await.body;
    assert!(page.contains("25.50"), "{page}");
}

#[tokio::test]
async fn a_product_is_hidden_and_a_variation_has_its_own() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let shirt = stored(&office, SHIRT).await;
    let counted = shirt.variations.iter().find(|it| it.stock.is_some());
    let id = counted.expect("a variation that is counted").id;
    let page = owner.get("/products").await.body;
    let mut form = fields(&page, "/products");
    form.retain(|(name, _)| name != "1202.enabled");
    set(&mut form, &format!("1202-{id}.price"), "30");
    set(&mut form, &format!("1202-{id}.stock"), "2");
    let done = owner.send_form("/products", &pairs(&form)).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let shirt = stored(&office, SHIRT).await;
    let variation = shirt
        .variations
        .iter()
        .find(|it| it.id == id)
        .expect("there");
    assert_eq!((variation.price, variation.stock), (Some(3_000), Some(2)));
    assert!(!shirt.enabled);
    is_explained(&office).await;
    let hidden = owner.get("/products?only=hidden").await.body;
    assert!(
        hidden.contains("Tide Shirt") && !hidden.contains("Blue Mug"),
        "{hidden}"
    );
}

#[tokio::test]
async fn each_wrong_field_is_named_and_nothing_is_saved_or_lost() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let before = stored(&office, MUG).await;
    let typed = [
        ("1201.price", "cheap"),
        ("1201.stock", "-9"),
        ("1202.price", "21"),
        ("reason", "why not"),
    ];
    let (status, _, page) = save(&mut owner, "/products", &typed).await;
    assert_eq!(status, 422);
    assert!(page.contains("Please type an amount"), "{page}");
    for kept in [
        "value=\"cheap\"",
        "value=\"-9\"",
        "value=\"21\"",
        "value=\"why not\"",
    ] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    let (_, _, page) = send(&mut owner, &page, &[("1201.price", "24.50")]).await;
    assert!(page.contains("There are only 7 by now."), "{page}");
    let (_, _, page) = send(&mut owner, &page, &[("1201.price", "")]).await;
    assert!(page.contains("Please type a price."), "{page}");
    assert_eq!(stored(&office, MUG).await, before);
    let typed = [("1201.price", "24.50"), ("1201.stock", "7")];
    let (status, ..) = send(&mut owner, &page, &typed).await;
    assert_eq!(status, 303);
    assert_eq!(stored(&office, SHIRT).await.price, 2_100);
}

#[tokio::test]
async fn a_stale_form_shows_both_values_and_saves_nothing() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let mut editor = office.signed_in(Role::Editor).await;
    let stale = owner.get("/products").await.body;
    let typed = [("1201.price", "30"), ("1202.compare_to", "40")];
    let (status, ..) = save(&mut editor, "/products", &typed).await;
    assert_eq!(status, 303);
    let typed = [
        ("1201.price", "28"),
        ("1201.stock", "9"),
        ("1202.price", "19"),
    ];
    let (status, _, page) = send(&mut owner, &stale, &typed).await;
    assert_eq!(status, 422);
    assert!(page.contains("Somebody made it 30.00 meanwhile."), "{page}");
    assert!(page.contains("value=\"28\""), "{page}");
    let mug = stored(&office, MUG).await;
    assert_eq!((mug.price, mug.stock), (3_000, Some(7)));
    assert_eq!(stored(&office, SHIRT).await.price, 2_000);
    // What nobody typed in follows what is stored, and what was typed counts now that both were seen.
    let (status, _, body) = send(&mut owner, &page, &[]).await;
    assert_eq!(status, 303, "{body}");
    let (mug, shirt) = (stored(&office, MUG).await, stored(&office, SHIRT).await);
    assert_eq!((mug.price, mug.stock), (2_800, Some(9)));
    assert_eq!((shirt.price, shirt.compare_to), (1_900, Some(4_000)));
}

#[tokio::test(flavor = "multi_thread")]
async fn differences_are_never_lost_beside_each_other() {
    let office = office().await;
    let owner = office.signed_in(Role::Owner).await;
    let page = owner.clone().get("/products?q=mug").await.body;
    let clicks = (0..6).map(|n| {
        let (mut owner, page) = (owner.clone(), page.clone());
        let more = if n % 2 == 0 { "+3" } else { "-1" };
        tokio::spawn(async move { send(&mut owner, &page, &[("1201.stock", more)]).await.0 })
    });
    for click in clicks.collect::<Vec<_>>() {
        assert_eq!(click.await.expect("an answer"), 303);
    }
    assert_eq!(stored(&office, MUG).await.stock, Some(13));
    is_explained(&office).await;
}

#[tokio::test]
async fn who_may_not_sees_no_field_and_changes_nothing() {
    let office = office().await;
    let mut packer = office.signed_in(Role::Packer).await;
    let page = packer.get("/products").await.body;
    assert!(
        !page.contains("name=\"1201.price\"") && page.contains("name=\"1201.stock\""),
        "{page}"
    );
    let mut form = fields(&page, "/products/stock");
    set(&mut form, "1201.stock", "5");
    set(&mut form, "1201.price", "1");
    let done = packer.send_form("/products/stock", &pairs(&form)).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let mug = stored(&office, MUG).await;
    assert_eq!((mug.price, mug.stock), (2_450, Some(5)));
    assert_eq!(
        packer.send_form("/products", &pairs(&form)).await.status,
        403
    );
    let mut editor = office.signed_in(Role::Editor).await;
    let page = editor.get("/products").await.body;
    assert!(
        page.contains("name=\"1201.price\"") && !page.contains("name=\"1201.stock\""),
        "{page}"
    );
    let (status, ..) = send(
        &mut editor,
        &page,
        &[("1201.stock", "99"), ("1201.price", "26")],
    )
    .await;
    assert_eq!(status, 303);
    let mug = stored(&office, MUG).await;
    assert_eq!((mug.price, mug.stock), (2_600, Some(5)));
    let mut reader = office.signed_in(Role::Reader).await;
    let page = reader.get("/products").await.body;
    assert!(
        page.contains("Blue Mug") && !page.contains("<form method=\"post\" action=\"/products"),
        "{page}"
    );
}
