use super::support::{fixture, import_into, run, shop_of};
use crate::support::Shop;
use awning::{
    catalog::{
        filter::Filter,
        option::{Modifier, OptionKind},
        selection::Selection,
        snapshot::Scope,
        store,
    },
    import::export,
};

#[tokio::test]
async fn an_ecwid_export_comes_over_with_its_ids() {
    let (shop, report) = shop_of("ecwid.csv").await;
    assert_eq!(
        (report.created, report.refused),
        (8, vec![]),
        "3 products, 5 categories"
    );
    let mug = store::product(&shop.db.read, 1201)
        .await
        .expect("read")
        .expect("there");
    assert_eq!(
        (mug.sku.as_str(), mug.price, mug.compare_to, mug.stock),
        ("MUG", 2_450, Some(3_000), Some(7))
    );
    assert_eq!(
        (mug.weight, mug.featured, mug.categories.len()),
        (Some(350), Some(0), 2)
    );
    assert_eq!(
        mug.description.get("en"),
        "<p>Holds <b>tea</b>.</p>",
        "scripts are gone"
    );
    assert_eq!(mug.images.len(), 1);
    assert_eq!(
        (mug.images[0].width, mug.images[0].alt.get("en")),
        (12, "A blue mug")
    );
    let facts: Vec<_> = mug
        .attributes
        .iter()
        .map(|it| (it.name.as_str(), it.value.as_str()))
        .collect();
    assert_eq!(facts, [("Brand", "Kiln"), ("Paper", "Glazed")]);
    let tee = store::product(&shop.db.read, 1202)
        .await
        .expect("read")
        .expect("there");
    let kinds: Vec<_> = tee
        .options
        .iter()
        .map(|it| (it.name.as_str(), it.kind, it.required))
        .collect();
    assert_eq!(
        kinds,
        [
            ("Size", OptionKind::Size, true),
            ("Print", OptionKind::Checkbox, false),
            ("Note", OptionKind::Textfield, false)
        ]
    );
    assert_eq!(tee.options[1].choices[0].modifier, Modifier::Percent(1_000));
    let offer = Selection::initial(&tee);
    let offer = offer.offer(&tee);
    assert_eq!(
        (offer.sku, offer.price, offer.stock),
        ("TEE-M", 2_200, Some(5)),
        "M is the default"
    );
    assert!(
        !store::product(&shop.db.read, 1203)
            .await
            .expect("read")
            .expect("there")
            .enabled
    );
}

#[tokio::test]
async fn the_same_file_twice_changes_nothing() {
    for (name, products) in [("ecwid.csv", 3), ("shopify.csv", 3)] {
        let (shop, _) = shop_of(name).await;
        let before = shop.count("SELECT sum(length(doc)) FROM products").await;
        let again = import_into(&shop, name).await;
        assert_eq!((again.created, again.updated), (0, 0), "{name}");
        assert!(again.unchanged >= products, "{name}");
        assert_eq!(
            shop.count("SELECT sum(length(doc)) FROM products").await,
            before,
            "{name}"
        );
        assert_eq!(
            shop.count("SELECT count(*) FROM products").await,
            i64::try_from(products).expect("small")
        );
    }
}

#[tokio::test]
async fn a_dry_run_says_the_same_and_changes_nothing() {
    let shop = Shop::open().await;
    let dry = run(&shop, fixture("ecwid.csv"), true).await;
    assert_eq!((dry.created, dry.refused), (8, vec![]));
    for table in ["products", "categories", "slugs", "variations", "images"] {
        assert_eq!(
            shop.count(&format!("SELECT count(*) FROM {table}")).await,
            0,
            "{table}"
        );
    }
}

#[tokio::test]
async fn every_broken_row_is_named_and_the_rest_comes_in() {
    let (shop, report) = shop_of("ecwid-broken.csv").await;
    let refused: Vec<(u64, &str, &str)> = report
        .refused
        .iter()
        .map(|it| (it.line, it.column.as_str(), it.value.as_str()))
        .collect();
    assert_eq!(
        refused,
        [
            (2, "product_price", ""),
            (3, "product_price", "12.345"),
            (4, "product_name", ""),
            (5, "product_quantity", "many"),
            (6, "product_is_inventory_tracked", "maybe"),
            (7, "product_weight", "heavy"),
            (9, "product_option_type", "HOLOGRAM"),
            (11, "product_option_markup", "lots"),
            (14, "product_variation_option_Size", "XL"),
            (15, "category_path", ""),
            (16, "type", "unicorn"),
            (17, "picture", "missing.png"),
            (19, "product_option_value", ""),
        ]
    );
    assert!(report.refused.iter().all(|it| !it.why.is_empty()));
    assert_eq!(
        report.created, 2,
        "No Picture comes without its picture, and Fine at last"
    );
    assert_eq!(shop.count("SELECT count(*) FROM products").await, 2);
}

#[tokio::test]
async fn a_shopify_export_becomes_options_and_variations() {
    let (shop, report) = shop_of("shopify.csv").await;
    let refused: Vec<_> = report
        .refused
        .iter()
        .map(|it| (it.line, it.column.as_str()))
        .collect();
    assert_eq!(refused, [(6, "Variant Inventory Qty"), (7, "Handle")]);
    let snapshot = shop.state.catalog.snapshot();
    let names: Vec<_> = snapshot.cards().map(|card| card.name.get("en")).collect();
    assert_eq!(names, ["Linen Apron", "Tin Box"], "drafts are not shown");
    let ids: Vec<i64> = snapshot.cards().map(|card| card.id).collect();
    let apron = store::product(&shop.db.read, ids[0])
        .await
        .expect("read")
        .expect("there");
    let options: Vec<_> = apron
        .options
        .iter()
        .map(|it| (it.name.as_str(), it.choices.len()))
        .collect();
    assert_eq!(options, [("Color", 2), ("Length", 1)]);
    let variations: Vec<_> = apron
        .variations
        .iter()
        .map(|it| (it.sku.as_str(), it.price, it.stock))
        .collect();
    assert_eq!(
        variations,
        [("AP-1", None, Some(4)), ("AP-2", Some(4_100), Some(0))]
    );
    assert_eq!(
        (apron.weight, apron.images.len(), apron.seo_title.get("en")),
        (Some(300), 1, "Apron of linen")
    );
    let tin = store::product(&shop.db.read, ids[1])
        .await
        .expect("read")
        .expect("there");
    assert_eq!(
        (tin.stock, tin.options.len()),
        (None, 0),
        "it may be sold beyond its stock"
    );
}

#[tokio::test]
async fn what_is_exported_reads_back_identical() {
    let (shop, _) = shop_of("ecwid.csv").await;
    awning::content::pages::put(&shop.db.write, "about", "en", "# About\n\nUs")
        .await
        .expect("stored");
    let dir = tempfile::tempdir().expect("a directory");
    let (first, second) = (
        dir.path().join("first.jsonl"),
        dir.path().join("second.jsonl"),
    );
    assert_eq!(
        export(&shop.db, &shop.state.images, &first)
            .await
            .expect("exported"),
        3
    );
    let other = Shop::open().await;
    let report = run(&other, first.clone(), false).await;
    assert_eq!(report.refused, []);
    export(&other.db, &other.state.images, &second)
        .await
        .expect("exported");
    let text = |path| std::fs::read_to_string(path).expect("text");
    assert_eq!(text(&first), text(&second));
    let again = run(&other, second, false).await;
    assert_eq!((again.created, again.updated), (0, 0));
    assert_eq!(other.state.catalog.snapshot().cards().len(), 2);
}

#[tokio::test]
async fn lines_of_json_that_are_wrong_are_named() {
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("x.jsonl");
    let lines = [
        r#"{"awning":1}"#,
        r#"{"product":[{"name":{"en":"No such field"},"price":1,"colour":"red"},""]}"#,
        r#"{"product":[{"name":{},"price":1},""]}"#,
        r#"{"product":[{"name":{"en":"Negative"},"price":-1},""]}"#,
        "not json",
        r#"{"product":[{"name":{"en":"Fine"},"price":100,"enabled":true,"slug":"cart"},""]}"#,
        r#"{"product":[{"name":{"en":"Fine"},"price":100,"enabled":true},""]}"#,
    ];
    std::fs::write(&file, lines.join("\n")).expect("written");
    let shop = Shop::open().await;
    let report = run(&shop, file, false).await;
    let refused: Vec<u64> = report.refused.iter().map(|it| it.line).collect();
    assert_eq!(refused, [2, 3, 4, 5, 6], "{:?}", report.refused);
    assert_eq!(report.created, 1);
}

#[tokio::test]
async fn a_file_of_no_known_kind_is_refused_whole() {
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("x.csv");
    std::fs::write(&file, "a,b\n1,2\n").expect("written");
    let shop = Shop::open().await;
    let report = run(&shop, file, false).await;
    assert_eq!(report.refused.len(), 1);
    assert!(report.refused[0].why.contains("Shopify"));
}

#[tokio::test]
async fn a_changed_product_keeps_its_old_slug() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let mut mug = store::product(&shop.db.read, 1201)
        .await
        .expect("read")
        .expect("there");
    mug.name = awning::base::translated::Translated::one("en", "Red Mug");
    store::put_product(&shop.db.write, mug, "", 0, crate::support::by_file())
        .await
        .expect("stored");
    awning::content::version::touch(&shop.db.write)
        .await
        .expect("touched");
    shop.state.catalog.refresh(&shop.db).await.expect("stocked");
    let mut browser = shop.browser();
    for path in ["/blue-mug-saucer", "/red-mug", "/Blue-Mug-Saucer-p1201"] {
        let answer = browser.get(path).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (301, "/Red-Mug-p1201"),
            "{path}"
        );
    }
    let snapshot = shop.state.catalog.snapshot();
    let all = snapshot.list("", Scope::Category(0), &Filter::default(), 10);
    assert_eq!(all.total, 2);
}
