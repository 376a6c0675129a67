use crate::{
    catalog::support::import_into,
    support::{Answer, Browser, Shop},
};
use awning::platform::config::Config;

/// Two taxes and three ways of delivery; everything has a price that can be calculated by heart.
const SETTINGS: &str = r#"
store_country = "DE"
prices_include_tax = true
taxes = [{ name = "VAT", rate = "20", zones = ["DE", "FR"], on_shipping = true }]
shipping = [
  { id = "post", title = { en = "By post" }, rates = [{ price = "5" }], free_from = "100", zones = ["DE", "FR"] },
  { id = "pickup", title = { en = "At the counter" }, rates = [{ price = "0" }], pickup = true },
]
payment = [
  { id = "bank", title = { en = "Bank transfer" }, instructions = { en = "Within seven days." } },
  { id = "counter", title = { en = "At pickup" }, when = "fetched" },
]
coupons = [{ code = "INK10", name = "Ink", off = { percent = "10" }, uses = 2 }]
"#;

/// A shop that sells the mug (1201: €24.50, 7 left) and the shirt (1202: M €22, 5 left).
pub async fn selling() -> Shop {
    selling_with(|_| {}).await
}

pub async fn selling_with(change: impl FnOnce(&mut Config)) -> Shop {
    let shop = Shop::with(|config| {
        set_up(config);
        change(config);
    })
    .await;
    import_into(&shop, "ecwid.csv").await;
    shop
}

/// Taxes, ways of delivery and ways to pay.
pub fn set_up(config: &mut Config) {
    let mut table = toml::Table::try_from(&*config).expect("a table");
    table.extend(SETTINGS.parse::<toml::Table>().expect("TOML"));
    *config = table.try_into().expect("settings");
}

pub use crate::checkout::kills::{ADDRESS, field};

/// Puts a mug into the cart, and answers everything up to the last step.
pub async fn up_to_review(browser: &mut Browser, email: &str) {
    browser.post("cart/add", &[("product", "1201")]).await;
    browser.post("cart/checkout", &[("email", email)]).await;
    let answer = browser.post("checkout/address", &ADDRESS).await;
    assert_eq!(answer.header("location"), "/checkout/shipping");
    let answer = browser
        .post("checkout/shipping", &[("delivery", "post")])
        .await;
    assert_eq!(
        answer.header("location"),
        "/checkout/payment",
        "one way to pay"
    );
}

/// Clicks the last button of the page as it is shown.
pub async fn place(browser: &mut Browser) -> Answer {
    let page = browser.get("/checkout/payment").await.body;
    let (key, total) = (field(&page, "key"), field(&page, "total"));
    browser
        .post("checkout/place", &[("key", &key), ("total", &total)])
        .await
}

/// The number of the order that `answer` leads to.
pub fn ordered(answer: &Answer) -> String {
    let to = answer.header("location");
    let id = to.strip_prefix("/checkout/order-confirmation?order=");
    id.unwrap_or_else(|| panic!("no order: {} {to}", answer.status))
        .to_owned()
}
