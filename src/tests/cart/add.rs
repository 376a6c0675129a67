use crate::catalog::support::shop_of;

#[tokio::test]
async fn what_is_put_into_the_cart_stays_there() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let mut browser = shop.browser();
    let form = [
        ("product", "1202"),
        ("Size", "M"),
        ("Print", "Back"),
        ("Note", "Hi"),
        ("quantity", "2"),
    ];
    let answer = browser.post("cart/add", &form).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/cart"));
    let cart = browser.get("/cart").await.body;
    assert!(
        !cart.contains("/api/cart/coupon"),
        "the shop has no coupons"
    );
    for part in [
        "Added to your cart.",
        "Tide Shirt",
        "Hi",
        "Cart, 2 items",
        "€48.40",
    ] {
        assert!(cart.contains(part), "{part}");
    }
    browser.post("cart/add", &form).await;
    assert_eq!(shop.count("SELECT sum(quantity) FROM cart_lines").await, 4);
    assert_eq!(
        shop.count("SELECT count(*) FROM cart_lines").await,
        1,
        "the same is one line"
    );
    let mut stranger = shop.browser();
    assert!(
        stranger
            .get("/cart")
            .await
            .body
            .contains("Your cart is empty.")
    );
    stranger.post("cart/remove", &[("line", "1")]).await;
    assert_eq!(
        shop.count("SELECT count(*) FROM cart_lines").await,
        1,
        "carts are their owners'"
    );
    browser.post("cart/remove", &[("line", "1")]).await;
    assert!(
        browser
            .get("/cart")
            .await
            .body
            .contains("Your cart is empty.")
    );
}

#[tokio::test]
async fn what_cannot_be_bought_is_said_and_nothing_typed_is_lost() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let mut browser = shop.browser();
    for (form, said) in [
        (
            vec![
                ("product", "1202"),
                ("Size", "M"),
                ("quantity", "6"),
                ("Note", "Hi"),
            ],
            "not that many left",
        ),
        (
            vec![("product", "1202"), ("Size", "S"), ("Note", "Hi")],
            "said--failed\">Sold out",
        ),
        (
            vec![("product", "1202"), ("quantity", "0"), ("Note", "Hi")],
            "quantity within the limits",
        ),
        (
            vec![("product", "1202"), ("quantity", "lots"), ("Note", "Hi")],
            "quantity within the limits",
        ),
    ] {
        let answer = browser.post("cart/add", &form).await;
        let to = answer.header("location").to_owned();
        assert!(
            to.starts_with("/Tide-Shirt-p1202?") && to.contains("Note=Hi"),
            "{to}"
        );
        let page = browser.get(&to).await.body;
        assert!(page.contains(said), "{form:?}: {said}");
        assert!(page.contains("value=\"Hi\""), "{form:?}");
    }
    assert_eq!(
        browser
            .post("cart/add", &[("product", "1203")])
            .await
            .status,
        303,
        "hidden"
    );
    assert_eq!(
        browser.post("cart/add", &[("product", "x")]).await.status,
        400
    );
    assert_eq!(browser.post("cart/add", &[]).await.status, 400);
    assert_eq!(shop.count("SELECT count(*) FROM cart_lines").await, 0);
}

#[tokio::test]
async fn other_sites_put_nothing_into_a_cart() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let mut browser = shop.browser();
    browser
        .headers
        .push(("sec-fetch-site", "cross-site".into()));
    assert_eq!(
        browser
            .post("cart/add", &[("product", "1201")])
            .await
            .status,
        403
    );
}
