//! The amounts beside a cart add up, wherever it is on its way.

use crate::support::{Browser, Shop, checkout::selling_with};
use awning::platform::config::Config;

#[tokio::test]
async fn the_only_way_of_delivery_costs_what_the_total_says() {
    let only_one = |config: &mut Config| config.shipping.truncate(1);
    let (_shop, mut browser) = with_a_shirt(only_one).await;
    let summary = summary(&mut browser, "/cart").await;
    assert_eq!(amount(&summary, "shipping"), "€5.00");
    assert_eq!(amount(&summary, "total"), "€27.00");
}

#[tokio::test]
async fn what_is_not_known_of_delivery_is_said_by_the_step_that_asks_for_it() {
    let (_shop, mut browser) = with_a_shirt(|_| ()).await;
    let cart = summary(&mut browser, "/cart").await;
    assert_eq!(amount(&cart, "shipping"), "Calculated at checkout");
    assert_eq!(amount(&cart, "total"), "€22.00");
    let email = [("email", "ada@example.com")];
    browser.post("cart/checkout", &email).await;
    let step = summary(&mut browser, "/checkout/address").await;
    assert_eq!(amount(&step, "shipping"), "Once there is an address");
}

/// A shop with these settings, whose database is there as long as it is held, and a guest with a shirt for €22.00 in the cart.
async fn with_a_shirt(change: impl FnOnce(&mut Config)) -> (Shop, Browser) {
    let shop = selling_with(change).await;
    let mut browser = shop.browser();
    let shirt = [("product", "1202"), ("Size", "M")];
    browser.post("cart/add", &shirt).await;
    (shop, browser)
}

/// The amounts on the page at `path`.
async fn summary(browser: &mut Browser, path: &str) -> String {
    let page = browser.get(path).await.body;
    let list = page.split("class=\"ec-cart-summary\"").nth(1);
    let list = list.and_then(|it| it.split("</dl>").next());
    list.expect("a summary").to_owned()
}

/// What the row `name` of `summary` says.
fn amount(summary: &str, name: &str) -> String {
    let row = summary.split(&format!("row--{name}")).nth(1);
    let value = row.and_then(|it| it.split("ec-price-item\">").nth(1));
    let value = value.and_then(|it| it.split('<').next());
    value.expect("an amount").to_owned()
}
