use crate::support::checkout::selling;
use serde_json::{Value, json};

#[tokio::test]
async fn a_script_adds_what_there_is() {
    let shop = selling().await;
    let mut browser = shop.browser();
    let added = browser
        .ask("/api/cart/products", &json!({ "id": 1201, "quantity": 3 }))
        .await;
    assert_eq!(added["success"], true);
    assert_eq!(added["product"]["name"], "Blue Mug & Saucer");
    assert_eq!(added["cart"]["productsQuantity"], 3);
    assert_eq!(added["cart"]["subtotal"], json!(73.5));
    let more = browser
        .ask(
            "/api/cart/products",
            &json!({ "id": "1201", "quantity": "9" }),
        )
        .await;
    assert_eq!(
        (
            more["success"].clone(),
            more["cart"]["productsQuantity"].clone()
        ),
        (json!(true), json!(7)),
        "as many as there are"
    );
    let none = browser
        .ask("/api/cart/products", &json!({ "id": 1201 }))
        .await;
    assert_eq!(
        (none["success"].clone(), none["product"].clone()),
        (json!(false), Value::Null)
    );
    assert!(none["error"].as_str().is_some_and(|said| !said.is_empty()));
    // The first size is sold out: whoever does not choose gets the one that is there.
    let any = browser
        .ask("/api/cart/products", &json!({ "id": 1202 }))
        .await;
    assert_eq!(any["product"]["sku"], "TEE-M");
    let exact = browser
        .ask(
            "/api/cart/products",
            &json!({ "id": 1202, "options": { "Size": "S" } }),
        )
        .await;
    assert_eq!(exact["success"], false);
    for wrong in [
        json!({}),
        json!({ "id": [] }),
        json!({ "id": 9 }),
        json!({ "id": 1201, "quantity": -1 }),
        json!({ "id": 1201, "quantity": 1e30 }),
        json!({ "id": 1201, "quantity": 1.5 }),
        json!({ "id": 1201, "quantity": "abc" }),
        json!({ "id": 1201, "quantity": [] }),
        json!({ "id": 1202, "options": { "Size": "XXL" } }),
        json!({ "id": 1202, "options": { "Size": "M", "Print": ["Back", "Sleeve"] } }),
        json!({ "id": 1203 }),
    ] {
        assert_eq!(
            browser.ask("/api/cart/products", &wrong).await["success"],
            false,
            "{wrong}"
        );
    }
}

#[tokio::test]
async fn prices_are_the_shops_whatever_a_script_says() {
    let shop = selling().await;
    let mut browser = shop.browser();
    let added = browser
        .ask(
            "/api/cart/products",
            &json!({ "id": 1201, "price": 1, "selectedPrice": "1" }),
        )
        .await;
    assert_eq!(added["product"]["price"], json!(24.5));
    assert_eq!(added["product"]["isCustomerSetPrice"], false);
}

#[tokio::test]
async fn a_profile_has_its_errors() {
    let shop = selling().await;
    let mut browser = shop.browser();
    let mut say = async |said: Value| browser.ask("/api/cart/profile", &said).await;
    assert_eq!(say(json!({ "email": "nobody" })).await["code"], 100);
    assert!(say(json!({ "email": "ada@example.com" })).await["cart"].is_object());
    let replaced = say(json!({ "address": { "name": "Ada", "countryName": "germany", "stateOrProvinceCode": "HH" } })).await;
    assert_eq!(replaced["cart"]["shippingPerson"]["countryCode"], "DE");
    let again = say(json!({ "address": { "name": "Eve", "stateOrProvinceCode": "HH" } })).await;
    assert_eq!(
        again["cart"]["shippingPerson"],
        json!({ "name": "Eve" }),
        "what is left out is gone"
    );
    say(json!({ "billingAddress": { "name": "Bill", "city": "Lyon" } })).await;
    let merged = say(json!({ "billingAddress": { "city": "Paris" } })).await;
    assert_eq!(
        merged["cart"]["billingPerson"],
        json!({ "name": "Bill", "city": "Paris" })
    );
}

#[tokio::test]
async fn the_total_is_calculated_part_by_part() {
    let shop = selling().await;
    let mut browser = shop.browser();
    browser
        .ask("/api/cart/products", &json!({ "id": 1201, "quantity": 2 }))
        .await;
    browser.post("cart/coupon", &[("coupon", "INK10")]).await;
    browser
        .ask(
            "/api/cart/profile",
            &json!({ "address": { "name": "Ada", "countryCode": "DE" } }),
        )
        .await;
    browser
        .post("checkout/shipping", &[("delivery", "post")])
        .await;
    let total = browser.ask("/api/cart/total", &Value::Null).await;
    for (field, value) in [
        ("subtotal", json!(44.1)),
        ("subtotalWithoutTax", json!(36.75)),
        ("couponDiscount", json!(4.9)),
        ("volumeDiscount", json!(0)),
        ("shipping", json!(5)),
        ("shippingWithoutTax", json!(4.17)),
        ("tax", json!(8.18)),
        ("total", json!(49.1)),
        ("totalWithoutTax", json!(40.92)),
        ("pricesIncludeTax", json!(true)),
    ] {
        assert_eq!(total[field], value, "{field}");
    }
    assert_eq!(total["cart"]["couponName"], "Ink");
    assert_eq!(total["cart"]["shippingMethod"], "By post");
}
