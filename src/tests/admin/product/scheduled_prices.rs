//! A price for a while, and when shoppers see a product.

use super::{MUG, office, office_with, save, shown, stored};
use awning::{
    admin::staff::role::Role,
    base::date,
    catalog::{
        Product,
        schedule::{
            Schedules,
            entity::{Column, Entity, ScheduleState},
            settle,
        },
    },
    platform::jobs::Worker,
};
use sea_orm::{EntityTrait, QueryOrder};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

const PLANS: &str = "/products/1201/plans";
const SHOP: &str = "/Blue-Mug-Saucer-p1201";

/// Does what is due at `at`.
async fn pass(office: &super::Office, at: i64) {
    let db = &office.shop.db;
    let all = Entity::find()
        .order_by_asc(Column::Id)
        .all(&db.read)
        .await
        .expect("plans");
    for plan in all {
        let tx = db.begin().await.expect("a transaction");
        settle(&tx, plan.id, at).await.expect("settled");
        // A job may be done twice.
        settle(&tx, plan.id, at).await.expect("settled");
        tx.commit().await.expect("stored");
    }
}

#[tokio::test]
async fn a_sale_begins_and_ends_by_itself() {
    let office = office_with(|config| {
        config.time_zone = "Europe/Berlin".to_owned().try_into().expect("a zone");
    })
    .await;
    let mut editor = office.signed_in(Role::Editor).await;
    let before = stored(&office, 1201).await;
    // In winter an hour ahead of UTC.
    let form = [
        ("kind", "sale"),
        ("price", "19"),
        ("from", "2099-12-01T08:00"),
        ("until", "2099-12-24T18:00"),
    ];
    let planned = editor.send_form(PLANS, &form).await;
    assert_eq!(
        planned.header("location"),
        "/products/1201?said=planned",
        "{}",
        planned.body
    );
    let page = editor.get(MUG).await;
    assert!(
        page.body.contains(
            "Sale at €19.00 from 2099-12-01, 08:00 until 2099-12-24, 18:00 (Europe/Berlin)"
        ),
        "{}",
        page.body
    );
    let begin = date::read("2099-12-01 07:00:00 +0000").expect("a time");
    let end = date::read("2099-12-24 17:00:00 +0000").expect("a time");
    pass(&office, begin - 1).await;
    assert_eq!(stored(&office, 1201).await, before);
    pass(&office, begin).await;
    let on_sale = stored(&office, 1201).await;
    assert_eq!(
        (on_sale.price, on_sale.compare_to),
        (1_900, before.compare_to)
    );
    assert!(shown(&office, SHOP).await.body.contains("19.00"));
    assert!(editor.get(MUG).await.body.contains("goes on"));
    // Other edits go on during it.
    save(&mut editor, MUG, &[("sku", "CUP")]).await;
    pass(&office, end).await;
    let after = stored(&office, 1201).await;
    assert_eq!(
        (after.price, after.compare_to, after.sku.as_str()),
        (before.price, before.compare_to, "CUP")
    );
    assert!(!editor.get(MUG).await.body.contains("Sale at"));
    let who = "SELECT COUNT(*) FROM audit WHERE verb = 'product.change' AND who = 'the shop'";
    assert_eq!(office.shop.count(who).await, 2);
}

#[tokio::test]
async fn a_worker_does_it_when_it_is_time_and_another_one_after_a_restart() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let form = [
        ("kind", "visible"),
        ("from", "2099-01-01T00:00"),
        ("until", "2099-01-02T00:00"),
    ];
    editor.send_form(PLANS, &form).await;
    // It is not seen before its time.
    assert_eq!(shown(&office, SHOP).await.status, 404);
    let clock = Arc::new(AtomicI64::new(date::now()));
    let worker = || {
        let clock = Arc::clone(&clock);
        let now = Arc::new(move || clock.load(Ordering::Relaxed));
        Worker::new(
            office.shop.db.clone(),
            vec![Box::new(Schedules(office.shop.db.clone()))],
            now,
        )
    };
    assert_eq!(worker().work_off().await.expect("worked"), 0);
    clock.store(date::read("2099-01-01").expect("a day"), Ordering::Relaxed);
    assert_eq!(worker().work_off().await.expect("worked"), 1);
    assert_eq!(shown(&office, SHOP).await.status, 200);
    clock.store(date::read("2099-01-03").expect("a day"), Ordering::Relaxed);
    assert_eq!(worker().work_off().await.expect("worked"), 1);
    assert_eq!(shown(&office, SHOP).await.status, 404);
    let row = Entity::find()
        .one(&office.shop.db.read)
        .await
        .expect("read")
        .expect("a plan");
    assert_eq!(row.state, ScheduleState::Over);
}

#[tokio::test]
async fn what_begins_at_once_holds_at_once_and_is_called_off() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let before = stored(&office, 1202).await;
    let plans = "/products/1202/plans";
    let form = [("kind", "sale"), ("percent", "50")];
    assert_eq!(editor.send_form(plans, &form).await.status, 303);
    let shirt = stored(&office, 1202).await;
    assert_eq!((shirt.price, shirt.compare_to), (1_000, Some(2_000)));
    let own: Vec<_> = shirt
        .variations
        .iter()
        .map(|it| (it.price, it.compare_to))
        .collect();
    assert_eq!(own, [(Some(900), Some(1_800)), (Some(1_100), Some(2_200))]);
    let later = [
        ("kind", "sale"),
        ("percent", "10"),
        ("from", "2099-01-01T00:00"),
        ("until", "2099-02-01T00:00"),
    ];
    let refused = editor.send_form("/products/1201/plans", &later).await;
    assert_eq!(refused.status, 303, "{}", refused.body);
    let again = editor.send_form("/products/1201/plans", &later).await;
    assert_eq!(again.status, 422);
    assert!(
        again.body.contains("planned for a part of that time")
            && again.body.contains("2099-02-01T00:00"),
        "{}",
        again.body
    );
    for (wrong, said) in [
        (
            [("kind", "sale"), ("percent", "half"), ("from", "")],
            "a whole number of percent",
        ),
        (
            [("kind", "sale"), ("price", "1000"), ("from", "")],
            "not cheaper",
        ),
        (
            [("kind", "sale"), ("percent", ""), ("from", "")],
            "either a price or a percentage",
        ),
        (
            [("kind", "visible"), ("until", "soon"), ("from", "")],
            "is no time",
        ),
        (
            [
                ("kind", "visible"),
                ("until", "2000-01-01T00:00"),
                ("from", ""),
            ],
            "over already",
        ),
    ] {
        let refused = editor.send_form(plans, &wrong).await;
        assert_eq!(refused.status, 422, "{wrong:?}");
        assert!(refused.body.contains(said), "{wrong:?}: {}", refused.body);
    }
    // It goes on until it is called off: meanwhile there is no other.
    let other = [
        ("kind", "sale"),
        ("percent", "50"),
        ("until", "2099-01-01T00:00"),
    ];
    assert_eq!(editor.send_form(plans, &other).await.status, 422);
    let number = "SELECT id FROM product_schedules WHERE product_id = 1202";
    let number = office.shop.count(number).await.to_string();
    let off = editor
        .send_form("/products/1202/plans/end", &[("plan", &number)])
        .await;
    assert_eq!(off.header("location"), "/products/1202?said=called-off");
    let shirt = stored(&office, 1202).await;
    assert_eq!(
        (shirt.price, shirt.compare_to),
        (before.price, before.compare_to)
    );
    assert_eq!(shirt.variations, before.variations);
    let twice = editor
        .send_form("/products/1202/plans/end", &[("plan", &number)])
        .await;
    assert_eq!(twice.header("location"), "/products/1202?said=too-late");
}

#[tokio::test]
async fn a_sale_that_is_not_cheaper_on_its_day_changes_no_price() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let form = [
        ("kind", "sale"),
        ("price", "19"),
        ("from", "2099-12-01T08:00"),
        ("until", "2099-12-24T18:00"),
    ];
    editor.send_form(PLANS, &form).await;
    save(&mut editor, MUG, &[("price", "15")]).await;
    let before = stored(&office, 1201).await;
    pass(&office, date::read("2099-12-02").expect("a day")).await;
    assert_eq!(stored(&office, 1201).await, before);
    assert!(editor.get(MUG).await.body.contains("was not cheaper"));
    pass(&office, date::read("2099-12-25").expect("a day")).await;
    assert_eq!(stored(&office, 1201).await, before);
}

/// Nothing would end its sale.
#[tokio::test]
async fn a_copy_made_during_a_sale_has_the_ordinary_prices() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let before = stored(&office, 1202).await;
    let form = [("kind", "sale"), ("percent", "50")];
    editor.send_form("/products/1202/plans", &form).await;
    assert_ne!(stored(&office, 1202).await.price, before.price);
    let copied = editor.send_form("/products/1202/copy", &[]).await;
    let mut path = copied.header("location").split(['/', '?']);
    let id = path.nth(2).and_then(|it| it.parse().ok());
    let copy = stored(&office, id.expect("a number")).await;
    let prices = |it: &Product| {
        let own = it.variations.iter().map(|it| (it.price, it.compare_to));
        (it.price, it.compare_to, own.collect::<Vec<_>>())
    };
    assert_eq!(prices(&copy), prices(&before));
}
