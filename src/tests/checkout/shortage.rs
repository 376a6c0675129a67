//! What sold out or shrank on the way is named, and one click goes on without scripts.

use crate::support::checkout::{ordered, place, selling, up_to_review};

const STOCK: &str = "UPDATE products SET stock = {} WHERE id = 1201";

#[tokio::test]
async fn a_line_that_shrank_is_named_and_what_is_left_is_ordered() {
    let shop = selling().await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let line = [("product", "1201"), ("quantity", "4")];
    browser.post("cart/add", &line).await;
    shop.execute(&STOCK.replace("{}", "2")).await;
    let refused = place(&mut browser).await;
    let page = browser.get(refused.header("location")).await.body;
    for part in [
        "no longer available",
        "Blue Mug",
        "Only 2 left.",
        "Change to 2",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let id = shop.count("SELECT id FROM cart_lines").await.to_string();
    let form = [("line", id.as_str()), ("back", "/checkout/payment")];
    let settled = browser.post("cart/settle", &form).await;
    assert_eq!(settled.header("location"), "/checkout/payment");
    let page = browser.get("/checkout/payment").await.body;
    assert!(!page.contains("Only 2 left."));
    ordered(&place(&mut browser).await);
    assert_eq!(
        shop.count("SELECT stock FROM products WHERE id = 1201")
            .await,
        0
    );
}

/// Two lines of one stock: each holds what the other leaves, whichever is settled first.
#[tokio::test]
async fn lines_that_share_a_stock_are_settled_in_any_order() {
    for first in [0, 1] {
        let shop = selling().await;
        let mut browser = shop.browser();
        browser
            .post("cart/add", &[("product", "1201"), ("quantity", "4")])
            .await;
        let copy = "INSERT INTO cart_lines (cart_id, product_id, quantity, chosen) \
                    SELECT cart_id, product_id, 2, chosen || ' ' FROM cart_lines";
        shop.execute(copy).await;
        shop.execute(&STOCK.replace("{}", "3")).await;
        let ids = [
            shop.count("SELECT min(id) FROM cart_lines").await,
            shop.count("SELECT max(id) FROM cart_lines").await,
        ];
        for at in [first, 1 - first] {
            browser
                .post("cart/settle", &[("line", &ids[at].to_string())])
                .await;
        }
        assert_eq!(shop.count("SELECT sum(quantity) FROM cart_lines").await, 3);
        assert!(!browser.get("/cart").await.body.contains("Only"));
    }
}

#[tokio::test]
async fn what_sold_out_or_is_no_longer_sold_goes_in_one_click() {
    let shop = selling().await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let shirt = [("product", "1202"), ("Size", "M")];
    browser.post("cart/add", &shirt).await;
    shop.set_product(1201, "/enabled", false).await;
    shop.execute("UPDATE products SET enabled = FALSE WHERE id = 1201")
        .await;
    place(&mut browser).await;
    for path in ["/cart", "/checkout/payment"] {
        let page = browser.get(path).await.body;
        assert!(page.contains("This is no longer sold."), "{path}");
        assert!(page.contains("aria-label=\"Remove Blue Mug"), "{path}");
    }
    let id = shop
        .count("SELECT id FROM cart_lines WHERE product_id = 1201")
        .await;
    let form = [
        ("line", id.to_string()),
        ("back", "/checkout/payment".into()),
    ];
    let form: Vec<(&str, &str)> = form
        .iter()
        .map(|(key, value)| (*key, value.as_str()))
        .collect();
    let gone = browser.post("cart/settle", &form).await;
    assert_eq!(gone.header("location"), "/checkout/payment");
    ordered(&place(&mut browser).await);
}
