//! What a shopper would pay, beside the settings that decide it.

use super::support::{Office, fields, pairs, set};
use crate::{
    catalog::support::import_into,
    support::checkout::{field, up_to_review},
    support::{Answer, Browser},
};
use awning::{
    admin::staff::role::Role,
    content::settings::{self, Edit},
    platform::{audit::Actor, config::SettingSources},
};

/// Rules that say yes and no, each for another reason.
const RULES: &str = r#"
store_country = "DE"
prices_include_tax = true
taxes = [{ name = "VAT", rate = "20", zones = ["DE", "FR"], on_shipping = true }]
shipping = [
  { id = "post", title = { en = "By post" }, rates = [{ price = "5" }], free_from = "100", zones = ["DE", "FR"] },
  { id = "pickup", title = { en = "At the counter" }, rates = [{ price = "0" }], pickup = true },
]
payment = [
  { id = "bank", title = { en = "Bank transfer" }, when = "sent" },
  { id = "counter", title = { en = "At pickup" }, when = "fetched" },
]
discounts = [
  { from = "40", off = { percent = "10" } },
  { from = "200", off = { percent = "20" } },
  { group = "Friends", off = { amount = "3" } },
]
coupons = [
  { code = "INK10", name = "Ink", off = { percent = "10" } },
  { code = "LATER", name = "Later", off = { percent = "10" }, starts = "2999-01-01" },
  { code = "RICH", name = "Rich", off = { percent = "10" }, from = "100" },
]

[extra_fields.gift]
title = "Gift wrap"
type = "select"
checkoutDisplaySection = "payment_details"
surchargeType = "ABSOLUTE"
options = [{ title = "No" }, { title = "Yes", surcharge = 2 }]
"#;

/// An office whose shop sells the mug (1201: €24.50, 7 left) by [`RULES`], and its manager.
async fn selling() -> (Office, Browser) {
    let office = Office::open().await;
    import_into(&office.shop, "ecwid.csv").await;
    let catalog = &office.shop.state.catalog;
    catalog.refresh(&office.shop.db).await.expect("a catalogue");
    let values = toml::from_str(RULES).expect("TOML");
    let (edit, actor) = (Edit::of(values), Actor::command_line());
    let given = SettingSources::default();
    let config = settings::change(&office.shop.db, &given, &edit, &actor, 1);
    let config = config.await.expect("stored");
    office.shop.state.set_config(config).expect("taken");
    let manager = office.signed_in(Role::Manager).await;
    (office, manager)
}

/// Opens the screen at `path` and tries so many mugs there, with `changes` of the form.
async fn tried(manager: &mut Browser, path: &str, mugs: &str, changes: &[(&str, &str)]) -> Answer {
    let mut form = fields(&manager.get(path).await.body, path);
    form.retain(|(name, _)| !name.ends_with(".product"));
    set(&mut form, "sample.0.product", "Blue Mug & Saucer #1201");
    set(&mut form, "sample.0.quantity", mugs);
    set(&mut form, "act", "sample");
    for (name, value) in changes {
        match *value {
            "" => form.retain(|(key, _)| key != name),
            value => set(&mut form, name, value),
        }
    }
    manager.send_form(path, &pairs(&form)).await
}

/// The basket's part of a page, without tags.
fn said(answer: &Answer) -> String {
    let panel = answer.body.split("id=\"sample\"").nth(1).expect("a basket");
    let panel = panel.split("</section>").next().expect("its end");
    let tags = regex::Regex::new("<[^>]*>").expect("a pattern");
    let text = tags.replace_all(panel, " ").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn what_is_typed_is_calculated_and_nothing_is_saved() {
    let (office, mut manager) = selling().await;
    let page = manager.get("/settings/taxes").await;
    assert!(
        page.body.contains("value=\"Blue Mug &amp; Saucer #1201\""),
        "{}",
        page.body
    );
    const ROWS: &str = "SELECT COUNT(*) FROM audit";
    let before = (
        settings::with_versions(&office.shop.db.read)
            .await
            .expect("settings"),
        office.shop.count(ROWS).await,
    );
    // Two mugs are 49.00, a tenth off, and the post: 49.10, which holds a fifth on top of the rest.
    let as_saved = tried(&mut manager, "/settings/taxes", "2", &[]).await;
    assert_eq!(as_saved.status, 200);
    let text = said(&as_saved);
    for part in [
        "2 × Blue Mug & Saucer €49.00",
        "Discounts -€4.90",
        "Delivery: By post €5.00",
        "Total €49.10",
        "VAT 20 %, held in these prices €8.18",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.contains("With what is saved"), "{text}");
    let other = [("taxes.0.rate", "10"), ("prices_include_tax", "")];
    let other = tried(&mut manager, "/settings/taxes", "2", &other).await;
    let text = said(&other);
    for part in [
        "VAT 10 % €4.91",
        "Total €54.01",
        "With what is saved now it is €49.10.",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(other.body.contains("Not saved yet"));
    assert!(fields(&other.body, "/settings/taxes").contains(&("taxes.0.rate".into(), "10".into())));
    let abroad = [("sample.country", "US")];
    let text = said(&tried(&mut manager, "/settings/taxes", "1", &abroad).await);
    assert!(text.contains("VAT 20 %: not in United States"), "{text}");
    assert!(
        text.contains("By post: does not go to United States"),
        "{text}"
    );
    let after = (
        settings::with_versions(&office.shop.db.read)
            .await
            .expect("settings"),
        office.shop.count(ROWS).await,
    );
    assert_eq!(after, before);
}

#[tokio::test]
async fn a_shopper_pays_what_the_basket_said() {
    let (office, mut manager) = selling().await;
    let with_coupon = [("sample.coupon", "ink10"), ("sample.answer.gift", "Yes")];
    let text = said(&tried(&mut manager, "/settings/coupons", "1", &with_coupon).await);
    // 24.50 less a tenth, the wrapping, and the post.
    assert!(text.contains("Total €29.05"), "{text}");
    let mut shopper = office.shop.browser();
    up_to_review(&mut shopper, "ada@shop.example").await;
    shopper.post("cart/coupon", &[("coupon", "ink10")]).await;
    let page = shopper.get("/checkout/payment").await.body;
    let (key, total) = (field(&page, "key"), field(&page, "total"));
    let answers = [
        ("key", key.as_str()),
        ("total", &total),
        ("again", "yes"),
        ("extra-field", "gift"),
        ("extra-gift", "Yes"),
    ];
    shopper.post("checkout/place", &answers).await;
    let page = shopper.get("/checkout/payment").await.body;
    assert_eq!(field(&page, "total"), "2905");
}

#[tokio::test]
async fn each_rule_says_why_it_does_not_count() {
    let (_office, mut manager) = selling().await;
    let text = said(&tried(&mut manager, "/settings/discounts", "2", &[]).await);
    for part in [
        "10 % from €40.00: takes off €4.90",
        "20 % from €200.00: not yet: €151.00 more are needed",
        "€3.00 for the group Friends: not for this customer",
        "Bank transfer: offered",
        "At pickup: not for an order like this",
        "At the counter: free",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let friend = [("sample.group", "Friends"), ("sample.delivery", "pickup")];
    let text = said(&tried(&mut manager, "/settings/discounts", "2", &friend).await);
    assert!(
        text.contains("for the group Friends: takes off €3.00"),
        "{text}"
    );
    assert!(text.contains("At pickup: offered"), "{text}");
    // A row that was only added now counts, too.
    let more = [("discounts.1.from", "45")];
    let text = said(&tried(&mut manager, "/settings/discounts", "2", &more).await);
    assert!(
        text.contains("10 % from €40.00: does not count, for a better one does"),
        "{text}"
    );
    for (code, why) in [
        ("LATER", "LATER: not before 2999-01-01"),
        ("rich", "rich: not yet: €75.50 more are needed"),
        ("NONE", "NONE: there is none of this code"),
    ] {
        let typed = [("sample.coupon", code)];
        let text = said(&tried(&mut manager, "/settings/coupons", "1", &typed).await);
        assert!(text.contains(why), "{why} in {text}");
    }
    let many = said(&tried(&mut manager, "/settings/taxes", "9", &[]).await);
    assert!(
        many.contains("7 × Blue Mug & Saucer – "),
        "as many as there are: {many}"
    );
}

#[tokio::test]
async fn what_is_wrong_is_said_where_it_was_typed() {
    let (_office, mut manager) = selling().await;
    let wrong = [("taxes.0.rate", "nineteen")];
    let refused = tried(&mut manager, "/settings/taxes", "3", &wrong).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.body.contains("href=\"#taxes.0.rate\""),
        "{}",
        refused.body
    );
    assert!(said(&refused).contains("Once what is wrong above is put right"));
    assert!(
        fields(&refused.body, "/settings/taxes")
            .contains(&("sample.0.quantity".into(), "3".into()))
    );
    let none = [
        ("sample.0.product", "zeppelin"),
        ("sample.1.product", "mug"),
        ("sample.1.quantity", "-1"),
    ];
    let none = said(&tried(&mut manager, "/settings/taxes", "1", &none).await);
    assert!(
        none.contains("No product that shoppers see is called that."),
        "{none}"
    );
    assert!(none.contains("This is a whole number from 1 on."), "{none}");
    // Any word of it will do.
    let by_word = [("sample.0.product", "saucer")];
    let by_word = said(&tried(&mut manager, "/settings/taxes", "1", &by_word).await);
    assert!(
        by_word.contains("1 × Blue Mug & Saucer €24.50"),
        "{by_word}"
    );
}

#[tokio::test]
async fn a_shop_without_products_tries_a_price() {
    let office = Office::open().await;
    let mut manager = office.signed_in(Role::Manager).await;
    let path = "/settings/shipping";
    let page = manager.get(path).await;
    assert!(
        said(&page).contains("Your shop has no products yet"),
        "{}",
        said(&page)
    );
    let mut form = fields(&page.body, path);
    set(&mut form, "sample.price", "12,50");
    set(&mut form, "sample.0.quantity", "2");
    set(&mut form, "handling_fee", "1.25");
    set(&mut form, "act", "sample");
    let text = said(&manager.send_form(path, &pairs(&form)).await);
    assert!(
        text.contains("2 × Something of yours") && text.contains("25.00"),
        "{text}"
    );
    assert!(text.contains("Handling") && text.contains("1.25"), "{text}");
    set(&mut form, "sample.price", "much");
    set(&mut form, "sample.weight", "heavy");
    let text = said(&manager.send_form(path, &pairs(&form)).await);
    assert!(
        text.contains("This is a price") && text.contains("These are whole grams."),
        "{text}"
    );
}
