//! Numbers that no cart could hold: refused where they come in, and not sold where they are already.

use super::support::{run, shop_of};
use crate::support::Shop;

#[tokio::test]
async fn prices_that_no_total_can_hold_are_refused() {
    let shop = Shop::open().await;
    let dir = tempfile::tempdir().expect("a directory");
    let csv = dir.path().join("shopify.csv");
    std::fs::write(
        &csv,
        "Handle,Title,Variant Price\nmug,Mug,5\npot,Pot,90000000000000.00\njug,Jug,1000000000.00\n",
    )
    .expect("written");
    let report = run(&shop, csv, false).await;
    let said: Vec<String> = report.refused.iter().map(ToString::to_string).collect();
    assert_eq!((report.created, said.len()), (2, 1), "{said:?}");
    for part in [
        "line 3",
        "Variant Price",
        "90000000000000.00",
        "at most 1000000000.00",
    ] {
        assert!(said[0].contains(part), "{part}: {said:?}");
    }
    let lines = dir.path().join("own.jsonl");
    let product = |more: &str| {
        format!(
            "{{\"product\":[{{\"name\":{{\"en\":\"Cup\"}},\"enabled\":true,{more}}},\"cup\"]}}\n"
        )
    };
    let hostile = [
        "\"price\":9223372036854775807",
        "\"price\":5,\"stock\":9223372036854775807",
        "\"price\":5,\"options\":[{\"kind\":\"checkbox\",\"name\":\"Gold\",\"choices\":[{\"text\":\"Yes\",\"modifier\":{\"absolute\":9223372036854775807}}]}]",
    ];
    let file: String = hostile.iter().map(|it| product(it)).collect();
    std::fs::write(&lines, format!("{{\"awning\":1}}\n{file}")).expect("written");
    let report = run(&shop, lines, false).await;
    let said: Vec<String> = report.refused.iter().map(ToString::to_string).collect();
    assert_eq!((report.created, said.len()), (0, 3), "{said:?}");
    for (line, field) in ["line 2, price", "line 3, stock", "line 4, options"]
        .iter()
        .zip(&said)
    {
        assert!(field.starts_with(line), "{said:?}");
    }
}

#[tokio::test]
async fn a_price_that_came_before_there_were_bounds_is_not_sold() {
    let (shop, _) = shop_of("ecwid.csv").await;
    shop.set_product(1201, "/price", 9_000_000_000_000_000_000_i64)
        .await;
    let mut browser = shop.browser();
    for quantity in ["1", "7"] {
        let form = [("product", "1201"), ("quantity", quantity)];
        browser.post("cart/add", &form).await;
    }
    let cart = browser.ask("/api/cart", &serde_json::Value::Null).await;
    assert_eq!(cart["cart"]["productsQuantity"], 0, "{cart}");
}
