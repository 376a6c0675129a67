//! What a shopper without scripts sees of a product, and after adding it.

use crate::support::checkout::{selling, selling_with};

#[tokio::test]
async fn what_was_added_is_shown_once_with_the_ways_on() {
    let shop = selling().await;
    let mut browser = shop.browser();
    let form = [("product", "1202"), ("Size", "M"), ("quantity", "2")];
    let answer = browser.post("cart/add", &form).await;
    let page = browser.get(answer.header("location")).await.body;
    let panel = page.split("class=\"added\"").nth(1).expect("a panel");
    let panel = panel.split("</details>").next().expect("its end");
    for part in [
        "2 × Tide Shirt",
        "Size: M",
        "€44.00",
        "href=\"/cart\">View cart",
        "href=\"/checkout\">Checkout",
        "€56.00 more and delivery is free.",
    ] {
        assert!(panel.contains(part), "{part}: {panel}");
    }
    assert!(!browser.get("/").await.body.contains("class=\"added\""));
    let form = [("product", "1202"), ("Size", "M"), ("quantity", "3")];
    browser.post("cart/add", &form).await;
    let page = browser.get("/cart?lang=de").await.body;
    assert!(page.contains("Die Lieferung ist für diese Bestellung kostenlos."));
}

/// The cookie that says what was added is the browser's: it tells nothing of other carts.
#[tokio::test]
async fn a_forged_panel_shows_nothing() {
    let shop = selling().await;
    let mut owner = shop.browser();
    owner.post("cart/add", &[("product", "1201")]).await;
    let mut other = shop.browser();
    other.cookies.extend(
        owner
            .cookies
            .iter()
            .filter(|(name, _)| name.contains("flash"))
            .map(|(name, value)| (name.clone(), value.clone())),
    );
    assert!(!other.get("/").await.body.contains("class=\"added\""));
}

#[tokio::test]
async fn a_product_page_tells_of_delivery_payment_and_returns() {
    let shop = selling_with(|config| config.accept_language = false).await;
    let mut browser = shop.browser();
    let path = "/Blue-Mug-Saucer-p1201";
    let page = browser.get(path).await.body;
    let terms = page.split("product-terms").nth(1).expect("the block");
    for part in [
        "By post: €5.00, free from €100.00",
        "At the counter: Free",
        "Bank transfer, At pickup",
        "You can withdraw from your order online.",
    ] {
        assert!(terms.contains(part), "{part}");
    }
    assert!(!terms.contains("/pages/returns"), "there is no such page");
    awning::content::pages::put(&shop.db.write, "returns", "en", "# Returns\n\nSure.")
        .await
        .expect("stored");
    shop.state.catalog.refresh(&shop.db).await.expect("read");
    let page = browser.get(path).await.body;
    let terms = page.split("product-terms").nth(1).expect("the block");
    assert!(
        terms.contains("<a href=\"/pages/returns\">Returns"),
        "{terms:.900}"
    );
}
