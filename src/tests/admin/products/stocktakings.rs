//! Stocktakings.

use super::{MUG, SHIRT, is_explained, moved, office, stored};
use crate::{
    admin::support::{fields, pairs, set},
    support::checkout::{ordered, place, up_to_review},
    support::{Answer, Browser},
};
use awning::{
    admin::staff::role::Role,
    catalog::{
        stocktake::{self, CountEntry, CountOutcome},
        store::stock::{Kind, StockPlace},
    },
    platform::audit::Actor,
};

async fn begin(browser: &mut Browser) -> String {
    let form = [("name", "November"), ("category", "")];
    let begun = browser.send_form("/stock/takes", &form).await;
    let to = begun.header("location").to_owned();
    assert!(to.starts_with("/stock/take?id="), "{}", begun.body);
    to
}

async fn count(browser: &mut Browser, take: &str, typed: &[(&str, &str)]) -> Answer {
    let page = browser.get(take).await.body;
    let mut form = fields(&page, "/stock/take");
    for (name, value) in typed {
        set(&mut form, name, value);
    }
    browser.send_form("/stock/take", &pairs(&form)).await
}

#[tokio::test]
async fn shelves_are_counted_while_the_shop_goes_on_selling() {
    let office = office().await;
    let mut packer = office.signed_in(Role::Packer).await;
    let take = begin(&mut packer).await;
    let page = packer.get(&take).await;
    assert!(page.header("permissions-policy").contains("camera=(self)"));
    assert!(
        packer
            .get("/stock")
            .await
            .header("permissions-policy")
            .contains("camera=()")
    );
    for _ in 0..4 {
        let done = count(&mut packer, &take, &[("code", "mug")]).await;
        assert!(
            done.header("location").ends_with("last=1201&said=counted"),
            "{}",
            done.body
        );
    }
    // One is sold after it was counted.
    let mut ada = office.shop.browser();
    up_to_review(&mut ada, "ada@example.com").await;
    ordered(&place(&mut ada).await);
    let unknown = count(&mut packer, &take, &[("code", "no such thing")]).await;
    assert_eq!(unknown.status, 422);
    assert!(
        unknown.body.contains("value=\"no such thing\""),
        "{}",
        unknown.body
    );
    let several = count(&mut packer, &take, &[("code", "TEE")]).await;
    assert!(
        several.body.contains("Is it one of these?"),
        "{}",
        several.body
    );
    let wrong = count(&mut packer, &take, &[("code", "MUG"), ("quantity", "many")]).await;
    assert!(
        wrong.body.contains("Please type how many"),
        "{}",
        wrong.body
    );
    let shirt = stored(&office, SHIRT).await;
    let counted = shirt
        .variations
        .iter()
        .find(|it| it.stock.is_some())
        .expect("one");
    let at = format!("{take}&place={SHIRT}-{}", counted.id);
    let done = count(&mut packer, &at, &[("quantity", "8"), ("how", "all")]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let review = take.replace("/take?", "/take/review?");
    let page = packer.get(&review).await.body;
    assert!(page.contains("Make 2 differences the stock"), "{page}");
    let id = take.split_once("id=").expect("an id").1.to_owned();
    let done = packer.send_form("/stock/take/apply", &[("id", &id)]).await;
    assert!(
        done.header("location").ends_with("said=stocktake-applied"),
        "{}",
        done.body
    );
    // Seven were expected and four counted, of which one is sold since.
    assert_eq!(stored(&office, MUG).await.stock, Some(3));
    let last = &moved(&office, MUG).await[0];
    assert_eq!(
        (last.kind, last.delta, last.reason.as_str()),
        (Some(Kind::Counted), -3, "November")
    );
    let shirt = stored(&office, SHIRT).await;
    assert!(
        shirt
            .variations
            .iter()
            .any(|it| it.id == counted.id && it.stock == Some(8))
    );
    is_explained(&office).await;
    let again = packer.send_form("/stock/take/apply", &[("id", &id)]).await;
    assert!(again.header("location").ends_with("said=stocktake-over"));
    assert_eq!(stored(&office, MUG).await.stock, Some(3));
    let kept = packer.get(&review).await.body;
    assert!(
        kept.contains("Made stock on") && kept.contains("packer@shop.example"),
        "{kept}"
    );
    assert_eq!(packer.get(&take).await.header("location"), review);
}

#[tokio::test(flavor = "multi_thread")]
async fn several_count_at_once_and_a_form_counts_once() {
    let office = office().await;
    let actor = Actor::shop();
    let db = office.shop.db.clone();
    let id = stocktake::begin(&db, "All", None, &actor)
        .await
        .expect("begun");
    let mug = StockPlace {
        product: MUG,
        variation: None,
    };
    let counting = (0..8).map(|n| {
        let db = db.clone();
        tokio::spawn(async move {
            // Every form is sent twice.
            let form = format!("form-{}", n / 2);
            let by = Actor::shop();
            stocktake::count(&db, id, mug, CountEntry::More(2), &form, &by).await
        })
    });
    let mut again = 0;
    for one in counting.collect::<Vec<_>>() {
        let counted = one.await.expect("ran").expect("counted");
        again += i64::from(counted == CountOutcome::Again);
    }
    assert_eq!(again, 4);
    assert_eq!(stocktake::counted(&db.read, id, mug).await, Ok(8));
    let fewer = stocktake::count(&db, id, mug, CountEntry::More(-9), "x", &actor).await;
    assert_eq!(fewer, Ok(CountOutcome::OutOfBounds));
    let corrected = stocktake::count(&db, id, mug, CountEntry::InAll(6), "y", &actor).await;
    assert_eq!(corrected, Ok(CountOutcome::InAll(6)));
    let missing = stocktake::missing(&db.read, id, None, 100)
        .await
        .expect("asked");
    assert!(
        !missing.contains(&mug) && !missing.is_empty(),
        "{missing:?}"
    );
    stocktake::drop_it(&db, id, &actor).await.expect("dropped");
    let over = stocktake::count(&db, id, mug, CountEntry::More(1), "z", &actor).await;
    assert_eq!(over, Ok(CountOutcome::Over));
    assert_eq!(stored(&office, MUG).await.stock, Some(7));
}
