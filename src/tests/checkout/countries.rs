use crate::support::checkout::selling_with;

/// Nobody types an address first and hears then that nothing goes there.
#[tokio::test]
async fn an_address_is_chosen_among_the_countries_that_are_delivered_to() {
    let shop = selling_with(|config| {
        config.store_country = "CH".to_owned();
        config.shipping.retain(|method| !method.pickup);
        for method in &mut config.shipping {
            let zones = toml::Value::from(vec!["DE", "US-NY"]);
            method.zones = zones.try_into().expect("zones");
        }
    })
    .await;
    let mut browser = shop.browser();
    browser.post("cart/add", &[("product", "1201")]).await;
    browser
        .post("cart/checkout", &[("email", "ada@example.com")])
        .await;
    let page = browser.get("/checkout/address").await.body;
    let (shipping, billing) = page.split_once("Billing address").expect("both");
    let offered = |part: &str| {
        let options = regex::Regex::new(r#"<option value="([A-Z]{2})"#).expect("a pattern");
        let codes = options.captures_iter(part).map(|it| it[1].to_owned());
        codes.collect::<Vec<_>>()
    };
    assert_eq!(offered(shipping), ["DE", "US"]);
    assert!(!shipping.contains("value=\"CH\""), "not the shop's own");
    assert!(offered(billing).len() > 200, "a bill goes anywhere");
    assert!(billing.contains("<option value=\"CH\" selected"));
}
