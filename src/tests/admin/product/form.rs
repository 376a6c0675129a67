//! Everything that can be said of a product is said on its form.

use super::{MUG, SHIRT, form_at, form_in, office, office_with, save, send, shown, stored};
use awning::{
    admin::staff::role::Role,
    catalog::{Product, option::Modifier},
};

/// A form that nobody touched changes nothing: neither of what is simple nor of what is not.
#[tokio::test]
async fn saving_what_was_not_touched_changes_nothing() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Manager).await;
    for (id, path) in [(1201, MUG), (1202, SHIRT)] {
        let before = stored(&office, id).await;
        save(&mut editor, path, &[]).await;
        assert_eq!(stored(&office, id).await, before);
    }
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM audit WHERE target LIKE 'product %'")
            .await,
        0
    );
}

#[tokio::test]
async fn what_is_typed_is_what_shoppers_see() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Manager).await;
    let changes = [
        ("name.en", "Red Mug <1>"),
        ("price", "19,90"),
        ("compare_to", "25"),
        ("weight", "0.4"),
        ("stock", "3"),
        ("description.en", "Plain & good\n\nsecond"),
        ("seo_title.en", "Mugs of red"),
        ("min_quantity", "1"),
        ("content.amount", "0,5"),
        ("content.unit.en", "l"),
        ("ribbon.text.en", "Fresh"),
        ("related.products", "TEE\n1203"),
    ];
    save(&mut editor, MUG, &changes).await;
    let mug = stored(&office, 1201).await;
    assert_eq!(
        (mug.price, mug.compare_to, mug.weight, mug.stock),
        (1_990, Some(2_500), Some(400), Some(3))
    );
    assert_eq!(
        mug.description.get("en"),
        "<p>Plain &amp; good</p><p>second</p>"
    );
    assert_eq!(mug.content.as_ref().map(|it| it.thousandths), Some(500));
    assert_eq!(mug.related.products, [1202, 1203]);
    let page = shown(&office, "/p1201").await;
    assert_eq!(page.status, 301);
    let page = shown(&office, page.header("location")).await;
    for text in ["Red Mug &lt;1&gt;", "Mugs of red", "second"] {
        assert!(page.body.contains(text), "{text}: {}", page.body);
    }
    assert!(!page.body.contains("Red Mug <1>"));
    // The form says it as it is.
    let form = form_at(&mut editor, MUG).await;
    let value = |name: &str| {
        form.iter()
            .find(|(key, _)| key == name)
            .map(|(_, it)| it.as_str())
    };
    assert_eq!(
        value("related.products"),
        Some("1202 Tide Shirt\n1203 Hidden Thing")
    );
    assert_eq!(value("weight"), Some("0.4"));
    assert!(!editor.get(MUG).await.body.contains("<script>alert"));
}

#[tokio::test]
async fn a_mistake_is_said_at_its_field_and_nothing_typed_is_lost() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Manager).await;
    let before = stored(&office, 1201).await;
    let form = form_at(&mut editor, MUG).await;
    for (name, wrong, said) in [
        ("price", "cheap", "Please type a number"),
        ("price", "", "Please type a number"),
        ("price", "1.249", "can be read in two ways"),
        ("price", "1,249", "can be read in two ways"),
        ("weight", "heavy", "Please type a number"),
        ("stock", "-3", "a whole number"),
        ("slug", "cart", "cannot be an address"),
        ("slug", "a b", "cannot be an address"),
        ("content.amount", "1.2345", "up to three decimals"),
        (
            "related.products",
            "NO SUCH",
            "no product of the SKU or number “NO SUCH”",
        ),
        ("max_quantity", "0", "a whole number"),
        ("price", "99999999999999", "out of bounds"),
    ] {
        let refused = send(&mut editor, MUG, &form, &[(name, wrong), ("sku", "OTHER")]).await;
        assert_eq!(refused.status, 422, "{name} {wrong}: {}", refused.body);
        assert!(
            refused.body.contains(said),
            "{name} {wrong}: {}",
            refused.body
        );
        let again = form_in(&refused, MUG);
        let kept = again
            .iter()
            .find(|(key, _)| key == "sku")
            .map(|(_, it)| it.as_str());
        assert_eq!(kept, Some("OTHER"), "{name}");
        let typed = again
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, it)| it.as_str());
        assert!(
            typed.is_some_and(|typed| typed == wrong || typed.replace(',', ".") == wrong),
            "{name}: {typed:?}"
        );
    }
    let nameless = send(&mut editor, MUG, &form, &[("name.en", " ")]).await;
    assert_eq!(nameless.status, 422);
    assert_eq!(stored(&office, 1201).await, before);
}

#[tokio::test]
async fn a_product_is_added_with_its_choices_and_their_combinations() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Manager).await;
    let new = "/products/new";
    let mut form = form_at(&mut editor, new).await;
    for act in [
        "add options",
        "add options.0.choices",
        "add options.0.choices",
    ] {
        let page = send(
            &mut editor,
            new,
            &form,
            &[("act", act), ("name.en", "Cup"), ("price", "5")],
        )
        .await;
        assert_eq!(page.status, 200, "{}", page.body);
        form = form_in(&page, new);
    }
    let choices = [
        ("options.0.name", "Size"),
        ("options.0.kind", "size"),
        ("options.0.required", "yes"),
        ("options.0.choices.0.text", "S"),
        ("options.0.choices.0.adds", "-0.50"),
        ("options.0.choices.1.text", "L"),
        ("options.0.choices.1.adds", "12.5"),
        ("options.0.choices.1.adds_kind", "percent"),
        ("options.0.choices.1.default", "yes"),
        ("act", "combine"),
    ];
    let page = send(&mut editor, new, &form, &choices).await;
    let form = form_in(&page, new);
    let rows = form.iter().find(|(name, _)| name == "variations.rows");
    assert_eq!(
        rows.map(|(_, count)| count.as_str()),
        Some("2"),
        "{}",
        page.body
    );
    let grid = [
        ("variations.0.sku", "CUP-S"),
        ("variations.0.stock", "4"),
        ("variations.1.price", "7"),
    ];
    let added = send(&mut editor, new, &form, &grid).await;
    assert_eq!(added.status, 303, "{}", added.body);
    let path = added
        .header("location")
        .split('?')
        .next()
        .unwrap_or_default()
        .to_owned();
    let id: i64 = path
        .rsplit('/')
        .next()
        .and_then(|it| it.parse().ok())
        .expect("a number");
    let cup = stored(&office, id).await;
    let option = &cup.options[0];
    assert_eq!((option.default, option.required), (Some(1), true));
    assert_eq!(option.choices[0].modifier, Modifier::Absolute(-50));
    assert_eq!(option.choices[1].modifier, Modifier::Percent(1_250));
    let rows: Vec<_> = cup
        .variations
        .iter()
        .map(|it| (it.sku.as_str(), it.price, it.stock))
        .collect();
    assert_eq!(rows, [("CUP-S", None, Some(4)), ("", Some(700), None)]);
    // A choice that is called otherwise keeps its row, and one that goes takes it along.
    save(&mut editor, &path, &[("options.0.choices.0.text", "Small")]).await;
    let cup = stored(&office, id).await;
    assert_eq!(cup.variations[0].options["Size"], "Small");
    assert_eq!(cup.variations[0].stock, Some(4));
    let form = form_at(&mut editor, &path).await;
    let page = send(
        &mut editor,
        &path,
        &form,
        &[("act", "drop options.0.choices.1")],
    )
    .await;
    let saved = send(&mut editor, &path, &form_in(&page, &path), &[]).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(stored(&office, id).await.variations.len(), 1);
}

#[tokio::test]
async fn the_first_category_is_the_main_one() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Manager).await;
    let before = stored(&office, 1201).await;
    assert_eq!(before.categories.len(), 2, "{:?}", before.categories);
    let second = before.categories[1].to_string();
    save(&mut editor, MUG, &[("main_category", &second)]).await;
    let after = stored(&office, 1201).await;
    assert_eq!(
        after.categories,
        [before.categories[1], before.categories[0]]
    );
    let other = Product {
        categories: before.categories.clone(),
        updated_at: before.updated_at,
        ..after
    };
    assert_eq!(other, before, "nothing else is other");
}

#[tokio::test]
async fn an_address_is_the_merchants_and_those_of_before_lead_on() {
    let office = office_with(|config| config.slugs_without_ids = true).await;
    let mut editor = office.signed_in(Role::Manager).await;
    save(&mut editor, MUG, &[("slug", "best-mug")]).await;
    save(&mut editor, MUG, &[("slug", "mug-of-mugs")]).await;
    assert_eq!(shown(&office, "/mug-of-mugs").await.status, 200);
    let before = shown(&office, "/best-mug").await;
    assert_eq!(
        (before.status, before.header("location")),
        (301, "/mug-of-mugs")
    );
    let form = form_at(&mut editor, SHIRT).await;
    let taken = send(&mut editor, SHIRT, &form, &[("slug", "mug-of-mugs")]).await;
    assert_eq!(taken.status, 422);
    assert!(
        taken.body.contains("Product 1201 has this address."),
        "{}",
        taken.body
    );
}

/// Who looks on sees all of it and changes none.
#[tokio::test]
async fn a_reader_sees_it_and_has_nothing_to_press() {
    let office = office().await;
    let mut reader = office.signed_in(Role::Reader).await;
    let page = reader.get(MUG).await;
    assert_eq!(page.status, 200);
    for button in [
        ">Save<",
        "Duplicate",
        "/delete",
        "Plan it",
        "Add these files",
    ] {
        assert!(!page.body.contains(button), "{button}");
    }
    assert!(page.body.contains("Blue Mug &amp; Saucer"));
    assert_eq!(reader.send_form(MUG, &[("price", "1")]).await.status, 403);
    assert_eq!(reader.get("/products/999999").await.status, 404);
}

#[tokio::test]
async fn prices_are_taken_as_people_write_them() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    for (typed, price) in [
        ("1.249,00", 124_900),
        ("1 249,50", 124_950),
        ("1,249.75", 124_975),
        ("€ 12", 1_200),
    ] {
        save(&mut editor, MUG, &[("price", typed), ("compare_to", "")]).await;
        assert_eq!(stored(&office, 1201).await.price, price, "{typed}");
    }
}
