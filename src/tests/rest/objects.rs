//! Every object has the fields that `end2end/spec/rest.md` lists, and no others.

use super::support::{get, shop};
use serde_json::Value;
use std::collections::BTreeSet;

/// The list of fields of the heading `name` in the specification: names in backticks, in the table below it.
fn listed(name: &str) -> BTreeSet<String> {
    let text = include_str!("../../../end2end/spec/rest.md");
    let at = text
        .find(&format!("\n- `{name}`: "))
        .unwrap_or_else(|| panic!("no fields of {name}"));
    let list = text[at + 1..].lines().next().unwrap_or_default();
    let field = regex::Regex::new("`([A-Za-z0-9]+)`").expect("a pattern");
    let names = field.captures_iter(list).map(|it| it[1].to_owned());
    names.skip(1).collect()
}

fn fields(value: &Value) -> BTreeSet<String> {
    let object = value
        .as_object()
        .unwrap_or_else(|| panic!("no object: {value}"));
    object.keys().cloned().collect()
}

/// `object` has what the list `name` says.
fn fits(name: &str, object: &Value) {
    assert_eq!(fields(object), listed(name), "{name}");
}

#[tokio::test]
async fn objects_have_the_fields_of_the_specification() {
    let shop = shop().await;
    let (public, secret) = ("public_reader", "secret_reader");
    let mug = get(&shop, "/products/11", public).await;
    fits("Product", &mug);
    fits("Combination", &mug["combinations"][0]);
    fits("CombinationOption", &mug["combinations"][0]["options"][0]);
    fits("Option", &mug["options"][0]);
    fits("Choice", &mug["options"][0]["choices"][0]);
    fits("ProductAttribute", &mug["attributes"][0]);
    fits("MediaImage", &mug["media"]["images"][0]);
    fits("GalleryImage", &mug["galleryImages"][0]);
    fits("Tax", &mug["tax"]);
    let category = get(&shop, "/categories/1?productIds=true", public).await;
    let below = get(&shop, "/categories/2", public).await;
    let all: BTreeSet<String> = &fields(&category) | &fields(&below);
    assert_eq!(all, listed("Category"), "Category");
    fits("Class", &get(&shop, "/classes/0", public).await);
    fits("LatestStats", &get(&shop, "/latest-stats", public).await);
    let profile = get(&shop, "/profile", secret).await;
    fits("Profile", &profile);
    fits("FormatsAndUnits", &profile["formatsAndUnits"]);
    fits("StoreSettings", &profile["settings"]);
    fits("ShippingOption", &profile["shipping"]["shippingOptions"][0]);
    fits("PaymentOption", &profile["payment"]["paymentOptions"][0]);
    fits("Zone", &profile["zones"][0]);
    fits("List", &get(&shop, "/products", public).await);
}

/// What is left out for who may read only what shoppers see.
#[tokio::test]
async fn a_public_token_is_told_less_of_the_profile() {
    let shop = shop().await;
    let profile = get(&shop, "/profile", "public_reader").await;
    let missing: Vec<String> = (&listed("Profile") - &fields(&profile))
        .into_iter()
        .collect();
    assert_eq!(missing, ["mailNotifications", "zones"]);
    assert!(!profile.to_string().contains("To account 7."));
    assert!(
        profile["shipping"]["shippingOptions"][0]
            .get("destinationZone")
            .is_none()
    );
    let secret = get(&shop, "/profile/paymentOptions", "secret_reader").await;
    assert_eq!(
        secret[0]["instructionsForCustomer"]["instructions"],
        "To account 7."
    );
    let zone = &get(&shop, "/profile/shippingOptions", "secret_reader").await[0]["destinationZone"];
    assert_eq!(
        (&zone["countryCodes"][0], &zone["stateOrProvinceCodes"][0]),
        (&"DE".into(), &"US-NY".into())
    );
}
