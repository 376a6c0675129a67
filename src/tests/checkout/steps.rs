use crate::{
    order::mail::send_due,
    support::checkout::{ADDRESS, field, ordered, place, selling, selling_with, up_to_review},
};

#[tokio::test]
async fn a_guest_orders_without_scripts() {
    let shop = selling().await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let page = browser.get("/checkout/payment").await.body;
    for part in [
        "Bank transfer",
        "Buy now for €29.50",
        "€5.00",
        "Including VAT",
        "€4.91",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert_eq!(
        browser
            .get("/checkout/place-order")
            .await
            .header("location"),
        "/checkout/payment"
    );
    let answer = place(&mut browser).await;
    let id = ordered(&answer);
    let thanks = browser.get(answer.header("location")).await.body;
    for part in [
        "Thank you, Ada Lovelace",
        id.as_str(),
        "Within seven days.",
        "Blue Mug",
    ] {
        assert!(thanks.contains(part), "{part}");
    }
    assert_eq!(
        shop.count("SELECT stock FROM products WHERE id = 1201")
            .await,
        6
    );
    assert_eq!(shop.count("SELECT count(*) FROM carts").await, 0);
    assert!(
        browser
            .get("/cart")
            .await
            .body
            .contains("Your cart is empty.")
    );
    assert!(
        shop.browser()
            .get(answer.header("location"))
            .await
            .header("location")
            .starts_with("/account/orders")
    );
}

#[tokio::test]
async fn everything_is_shown_once_more_where_the_merchant_wants_it() {
    let shop = selling_with(|config| config.review_order = true).await;
    let mut browser = shop.browser();
    browser.post("cart/add", &[("product", "1201")]).await;
    let email = [("email", "ada@example.com")];
    browser.post("cart/checkout", &email).await;
    browser.post("checkout/address", &ADDRESS).await;
    let by_post = [("delivery", "post")];
    let answer = browser.post("checkout/shipping", &by_post).await;
    let review = "/checkout/place-order";
    assert_eq!(answer.header("location"), review, "one way to pay");
    let page = browser.get(review).await.body;
    for part in ["ada@example.com", "Elbchaussee 1", "By post", "€29.50"] {
        assert!(page.contains(part), "{part}");
    }
    let payment = browser.get("/checkout/payment").await.body;
    assert!(!payment.contains("Buy now"));
    let (key, total) = (field(&page, "key"), field(&page, "total"));
    let form = [("key", key.as_str()), ("total", total.as_str())];
    ordered(&browser.post("checkout/place", &form).await);
}

#[tokio::test]
async fn what_is_answered_while_paying_is_in_the_order() {
    let shop = selling_with(|config| {
        let fields = "gift = { title = 'Gift', type = 'checkbox', checkoutDisplaySection = 'payment_details', options = [{ title = 'Wrap', surcharge = 3, surchargeType = 'ABSOLUTE' }] }";
        config.extra_fields = fields.parse().expect("TOML");
    })
    .await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let page = browser.get("/checkout/payment").await.body;
    let (key, total) = (field(&page, "key"), field(&page, "total"));
    let gift = [("extra-field", "gift"), ("extra-gift", "Wrap")];
    let form = [&gift[..], &[("key", &key), ("total", &total)]].concat();
    let answer = browser.post("checkout/place", &form).await;
    assert_eq!(answer.header("location"), "/checkout/payment?total");
    let page = browser.get("/checkout/payment?total").await.body;
    assert!(page.contains("Buy now for €32.50"), "and why it is dearer");
    let form = [&gift[..], &[("key", &key), ("total", "3250")]].concat();
    ordered(&browser.post("checkout/place", &form).await);
    assert_eq!(shop.count("SELECT total FROM orders").await, 3250);
}

#[tokio::test]
async fn the_email_comes_once_the_order_is_in() {
    let shop = selling().await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let id = ordered(&place(&mut browser).await);
    assert_eq!(send_due(&shop.state).await.expect("sent"), 1);
    assert_eq!(send_due(&shop.state).await.expect("none"), 0);
    let outbox = shop.config.mail.strip_prefix("file:").expect("files");
    let file = std::fs::read_dir(outbox)
        .expect("an outbox")
        .next()
        .expect("an e-mail");
    let email = std::fs::read_to_string(file.expect("a file").path()).expect("text");
    for part in ["ada@example.com", id.as_str(), "Blue Mug", "text/html"] {
        assert!(email.contains(part), "{part}: {email}");
    }
}

#[tokio::test]
async fn what_was_typed_stays_and_what_is_wrong_is_said_at_its_field() {
    let shop = selling().await;
    let mut browser = shop.browser();
    browser.post("cart/add", &[("product", "1201")]).await;
    let answer = browser.post("cart/checkout", &[("email", "nobody")]).await;
    assert_eq!(answer.header("location"), "/cart?check=1");
    let page = browser.get("/cart?check=1").await.body;
    assert!(page.contains("value=\"nobody\"") && page.contains("Please enter an email address"));
    browser
        .post("cart/checkout", &[("email", "ada@example.com")])
        .await;
    let form = [
        ("name", "Ada"),
        ("street", ""),
        ("city", "Hamburg"),
        ("country", "DE"),
        ("postal-code", "2009"),
        ("same", "yes"),
    ];
    let answer = browser.post("checkout/address", &form).await;
    assert_eq!(answer.header("location"), "/checkout/address?check=1");
    let page = browser.get("/checkout/address?check=1").await.body;
    for part in [
        "value=\"Ada\"",
        "value=\"2009\"",
        "Please enter street and number.",
        "not a postal code of that country",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("Please enter a town."));
    let early = browser.get("/checkout/payment").await;
    assert_eq!(
        (early.status, early.header("location")),
        (303, "/checkout/address")
    );
}

#[tokio::test]
async fn fields_follow_the_country() {
    let shop = selling().await;
    let mut browser = shop.browser();
    browser.post("cart/add", &[("product", "1201")]).await;
    browser
        .post("cart/checkout", &[("email", "ada@example.com")])
        .await;
    browser
        .post(
            "checkout/address",
            &[
                ("name", "Ada"),
                ("country", "US"),
                ("same", "yes"),
                ("again", "yes"),
            ],
        )
        .await;
    let page = browser.get("/checkout/address").await.body;
    assert!(page.contains("California") && page.contains("value=\"Ada\""));
    let form = [
        ("name", "Ada"),
        ("street", "1 Main"),
        ("city", "Albany"),
        ("country", "US"),
        ("postal-code", "12207"),
        ("state", "NY"),
        ("same", "yes"),
    ];
    let answer = browser.post("checkout/address", &form).await;
    assert_eq!(
        answer.header("location"),
        "/checkout/shipping",
        "only the counter is left, which nobody takes without knowing"
    );
    let page = browser.get("/checkout/shipping").await.body;
    assert!(page.contains("We do not deliver there yet") && page.contains("module-Pickup"));
    assert!(!page.contains("checked"), "{page}");
    let answer = browser
        .post("checkout/shipping", &[("delivery", "pickup")])
        .await;
    assert_eq!(answer.header("location"), "/checkout/payment");
    let page = browser.get("/checkout/payment").await.body;
    assert!(page.contains("At pickup") && page.contains("ec-radiogroup__item--module-Offline"));
    assert!(!page.contains("Including VAT"), "no tax there");
}

#[tokio::test]
async fn one_cart_is_one_order_however_often_it_is_clicked() {
    let shop = selling().await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let page = browser.get("/checkout/payment").await.body;
    let (key, total) = (field(&page, "key"), field(&page, "total"));
    let form = [
        ("key", key.as_str()),
        ("total", total.as_str()),
        ("comments", "Ring twice."),
    ];
    let first = ordered(&browser.post("checkout/place", &form).await);
    let second = ordered(&browser.post("checkout/place", &form).await);
    assert_eq!(
        (
            first.clone(),
            shop.count("SELECT count(*) FROM orders").await
        ),
        (second, 1)
    );
    assert_eq!(shop.count("SELECT count(*) FROM letters").await, 1);
    let carts = "SELECT count(*) FROM carts";
    assert_eq!(shop.count(carts).await, 0, "the next cart starts afresh");
    let mut stranger = shop.browser();
    let answer = stranger.post("checkout/place", &form).await;
    assert_eq!(
        answer.header("location"),
        "/cart",
        "a key is not an order to look at"
    );
}

#[tokio::test]
async fn what_changed_meanwhile_is_said_before_it_is_ordered() {
    let shop = selling().await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let page = browser.get("/checkout/payment").await.body;
    let (key, total) = (field(&page, "key"), field(&page, "total"));
    shop.set_product(1201, "/price", 3000).await;
    let answer = browser
        .post(
            "checkout/place",
            &[
                ("key", &key),
                ("total", &total),
                ("comments", "Ring twice</textarea><i>&"),
            ],
        )
        .await;
    assert_eq!(answer.header("location"), "/checkout/payment?total");
    let page = browser.get("/checkout/payment?total").await.body;
    for part in [
        "The total has changed",
        "€35.00",
        "Ring twice&lt;/textarea&gt;&lt;i&gt;&amp;</textarea>",
    ] {
        assert!(page.contains(part), "{part}");
    }
    shop.execute("UPDATE products SET stock = 0 WHERE id = 1201")
        .await;
    let answer = browser
        .post("checkout/place", &[("key", &key), ("total", "3500")])
        .await;
    assert_eq!(answer.header("location"), "/cart?check=1");
    let page = browser.get("/cart").await.body;
    assert!(page.contains("This has sold out."));
    assert_eq!(shop.count("SELECT count(*) FROM orders").await, 0);
}

#[tokio::test]
async fn coupons_hold_as_long_as_they_do() {
    let shop = selling().await;
    for (number, said) in [
        (1, "Coupon “Ink” applied."),
        (2, "Coupon “Ink” applied."),
        (3, "This coupon does not exist"),
    ] {
        let mut browser = shop.browser();
        up_to_review(&mut browser, "ada@example.com").await;
        browser.post("cart/coupon", &[("coupon", "ink10")]).await;
        let page = browser.get("/cart").await.body;
        assert!(page.contains(said), "{number}");
        assert_eq!(page.contains("-€2.45"), number < 3, "{number}");
        ordered(&place(&mut browser).await);
    }
    assert_eq!(shop.count("SELECT orders FROM coupon_uses").await, 2);
}

#[tokio::test]
async fn terms_are_agreed_to_where_the_shop_wants_it() {
    let shop = selling_with(|config| config.ask_agreement = true).await;
    let mut browser = shop.browser();
    browser.post("cart/add", &[("product", "1201")]).await;
    let answer = browser
        .post("cart/checkout", &[("email", "ada@example.com")])
        .await;
    assert_eq!(answer.header("location"), "/cart?check=1");
    assert!(
        browser
            .get("/cart?check=1")
            .await
            .body
            .contains("Please agree to the terms")
    );
    let answer = browser
        .post(
            "cart/checkout",
            &[("email", "ada@example.com"), ("agreed", "yes")],
        )
        .await;
    assert_eq!(answer.header("location"), "/checkout/address");
}

#[tokio::test]
async fn a_bill_may_go_elsewhere() {
    let shop = selling_with(|config| config.review_order = true).await;
    let mut browser = shop.browser();
    browser.post("cart/add", &[("product", "1201")]).await;
    browser
        .post("cart/checkout", &[("email", "ada@example.com")])
        .await;
    let own = &ADDRESS[..5];
    let answer = browser.post("checkout/address", own).await;
    assert_eq!(
        answer.header("location"),
        "/checkout/address?check=1",
        "it is not filled in"
    );
    let bill = [
        ("billing-name", "Engines Ltd"),
        ("billing-street", "2 Rue"),
        ("billing-city", "Lyon"),
        ("billing-country", "FR"),
        ("billing-postal-code", "69001"),
    ];
    let both: Vec<_> = own.iter().chain(&bill).copied().collect();
    let answer = browser.post("checkout/address", &both).await;
    assert_eq!(answer.header("location"), "/checkout/shipping");
    browser
        .post("checkout/shipping", &[("delivery", "post")])
        .await;
    let page = browser.get("/checkout/place-order").await.body;
    assert!(page.contains("Engines Ltd") && page.contains("Elbchaussee 1"));
}

#[tokio::test]
async fn a_locked_or_full_database_places_no_order_and_says_so() {
    let shop = selling_with(|config| config.database_wait_ms = 50).await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let page = browser.get("/checkout/payment").await.body;
    let (key, total) = (field(&page, "key"), field(&page, "total"));
    let form = [("key", key.as_str()), ("total", total.as_str())];
    let lock = shop.locked().await;
    let answer = browser.post("checkout/place", &form).await;
    assert_eq!(answer.status, 503);
    assert!(answer.body.contains("Please try again in a minute."));
    lock.rollback().await.expect("released");
    if shop.is_on_server() {
        // A server's full disk cannot be had here.
        ordered(&browser.post("checkout/place", &form).await);
        return;
    }
    let pages = shop.count("SELECT page_count FROM pragma_page_count").await;
    shop.execute(&format!("PRAGMA max_page_count = {pages}"))
        .await;
    shop.try_execute("CREATE TABLE filler (it TEXT)").await;
    let full = "INSERT INTO filler VALUES (hex(randomblob(1000)))";
    while shop.try_execute(full).await {}
    // More than the pages there are have room for.
    let long = "€".repeat(2_000);
    let longer = [form[0], form[1], ("comments", long.as_str())];
    let answer = browser.post("checkout/place", &longer).await;
    assert_eq!(answer.status, 503);
    assert!(answer.body.contains("Nothing was changed."));
    assert_eq!(shop.count("SELECT count(*) FROM orders").await, 0);
    assert_eq!(
        shop.count("SELECT stock FROM products WHERE id = 1201")
            .await,
        7
    );
    shop.execute("PRAGMA max_page_count = 1000000").await;
    ordered(&browser.post("checkout/place", &form).await);
}
