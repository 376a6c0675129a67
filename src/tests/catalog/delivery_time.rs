//! Product pages and the checkout say when an order arrives.

use super::support::{import_into, shop_of};
use crate::{
    support::checkout::selling_with,
    support::{Shop, code},
};
use awning::{
    base::date, catalog::store::set_digital, platform::config::Config,
    pricing::delivery_time::TransitDays,
};

const MUG: &str = "/Blue-Mug-Saucer-p1201";

/// What `config` says of an order of now that takes so many days.
fn days(config: &Config, least: u16, most: u16, language: &str) -> String {
    let days = TransitDays { least, most };
    let arrival = config.working_calendar().arrival(days, date::now());
    let language = config.language(code(language));
    language.days(arrival.first, arrival.last)
}

/// The page at `path`, which says what `expected` calculates; once more where the cut-off came in between.
async fn says(shop: &Shop, path: &str, expected: impl Fn(&Config) -> String) {
    loop {
        let before = expected(&shop.config);
        let page = shop.browser().get(path).await.body;
        if before == expected(&shop.config) {
            assert!(page.contains(&before), "{before} is not in {page}");
            return;
        }
    }
}

#[tokio::test]
async fn a_product_page_says_when_it_arrives() {
    let (shop, _) = shop_of("ecwid.csv").await;
    says(&shop, MUG, |config| {
        format!(">Arrives {}<", days(config, 2, 4, "en"))
    })
    .await;
    says(&shop, MUG, |config| {
        format!(">Express: {}<", days(config, 1, 1, "en"))
    })
    .await;
    says(&shop, &format!("{MUG}?lang=de"), |config| {
        format!(">Ankunft {}<", days(config, 2, 4, "de"))
    })
    .await;
    let in_stock = shop.browser().get("/Tide-Shirt-p1202?Size=M").await.body;
    let sold_out = shop.browser().get("/Tide-Shirt-p1202?Size=S").await.body;
    assert!(in_stock.contains("Arrives "));
    assert!(
        !sold_out.contains("Arrives "),
        "what is sold out arrives never"
    );
}

#[tokio::test]
async fn nothing_is_promised_that_no_way_of_delivery_says() {
    let shop = Shop::with(|config| {
        for method in &mut config.shipping {
            method.days = None;
        }
    })
    .await;
    import_into(&shop, "ecwid.csv").await;
    let page = shop.browser().get(MUG).await.body;
    assert!(page.contains("product-terms") && !page.contains("Arrives "));
}

/// What is only files is sent by no carrier.
#[tokio::test]
async fn files_are_not_delivered() {
    let (shop, _) = shop_of("ecwid.csv").await;
    set_digital(&shop.db.write, 1201, true).await.expect("set");
    let page = shop.browser().get(MUG).await.body;
    assert!(page.contains("product-terms"));
    assert!(!page.contains("Arrives ") && !page.contains("Standard delivery"));
}

#[tokio::test]
async fn each_way_of_the_checkout_says_when_it_is_there() {
    let shop = selling_with(|config| {
        for (method, days) in config.shipping.iter_mut().zip([[1, 2], [0, 0]]) {
            method.days = TransitDays::try_from(days).ok();
        }
    })
    .await;
    let mut browser = shop.browser();
    browser.post("cart/add", &[("product", "1201")]).await;
    let email = [("email", "ada@example.com")];
    browser.post("cart/checkout", &email).await;
    let address = crate::support::checkout::ADDRESS;
    browser.post("checkout/address", &address).await;
    loop {
        let said = |config: &Config| {
            [
                format!(">Arrives {}<", days(config, 1, 2, "en")),
                format!(">Ready {}<", days(config, 0, 0, "en")),
            ]
        };
        let before = said(&shop.config);
        let page = browser.get("/checkout/shipping").await.body;
        if before == said(&shop.config) {
            assert!(before.iter().all(|said| page.contains(said)), "{page}");
            return;
        }
    }
}
