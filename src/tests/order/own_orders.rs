use crate::support::checkout::{ordered, place, selling, up_to_review};

#[tokio::test]
async fn a_customer_finds_orders_and_orders_again() {
    let shop = selling().await;
    let mut ada = shop.customer("ada@example.com").await;
    up_to_review(&mut ada, "ada@example.com").await;
    let id = ordered(&place(&mut ada).await);
    for (query, found) in [
        ("", true),
        ("?keyword=mug", true),
        ("?keyword=MUG+ada", true),
        ("?keyword=shirt", false),
        ("?from=2020-01-01&to=2999-12-31", true),
        ("?from=2999-01-01", false),
        ("?to=2020-01-01", false),
        ("?from=garbage&to=2026-13-45", true),
    ] {
        let page = ada.get(&format!("/account/orders{query}")).await;
        assert_eq!(
            (page.status, page.body.contains(&id)),
            (200, found),
            "{query}"
        );
    }
    let before = ada.get(&format!("/account/orders/{id}")).await.body;
    shop.set_product(1201, "/price", 1).await;
    shop.set_product(1201, "/name", serde_json::json!({ "en": "Other" }))
        .await;
    let after = ada.get(&format!("/account/orders/{id}")).await.body;
    assert!(before.contains("€24.50") && after.contains("€24.50") && after.contains("Blue Mug"));
    let answer = ada.post("orders/again", &[("order", &id)]).await;
    assert_eq!(answer.header("location"), "/cart");
    assert!(ada.get("/cart").await.body.contains("Other"));
    let mut eve = shop.customer("eve@example.com").await;
    assert_eq!(eve.get(&format!("/account/orders/{id}")).await.status, 303);
    assert_eq!(
        eve.post("orders/again", &[("order", &id)]).await.status,
        400
    );
}

#[tokio::test]
async fn a_guest_finds_one_by_number_and_email() {
    let shop = selling().await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let id = ordered(&place(&mut browser).await);
    let mut later = shop.browser();
    let wrong = later
        .post(
            "orders/find",
            &[("number", &id), ("email", "eve@example.com")],
        )
        .await;
    let to = format!("/account/orders?unknown&number={id}");
    assert_eq!(wrong.header("location"), to);
    let page = later.get(&to).await.body;
    assert!(page.contains("We found no order with this number and email."));
    assert!(page.contains(&format!("value=\"{id}\"")));
    let lower = id.to_lowercase();
    let found = later
        .post(
            "orders/find",
            &[("number", &lower), ("email", "Ada@example.com")],
        )
        .await;
    assert_eq!(found.header("location"), format!("/account/orders/{id}"));
    assert!(
        later
            .get(found.header("location"))
            .await
            .body
            .contains("Blue Mug")
    );
}

#[tokio::test]
async fn a_shopper_withdraws_once_and_gets_a_receipt() {
    let shop = selling().await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let id = ordered(&place(&mut browser).await);
    let page = browser.get(&format!("/account/orders/{id}")).await.body;
    assert!(page.contains("Confirm withdrawal"));
    for _ in 0..2 {
        browser.post("orders/withdraw", &[("order", &id)]).await;
    }
    let page = browser.get(&format!("/account/orders/{id}")).await.body;
    assert!(
        page.contains("You withdrew from this order on") && !page.contains("Confirm withdrawal")
    );
    assert_eq!(
        shop.count("SELECT count(*) FROM letters WHERE subject LIKE '%withdrawal%'")
            .await,
        1
    );
}

/// The link in the e-mail: no error, the number filled in, and only the e-mail is asked for.
#[tokio::test]
async fn the_link_in_an_email_asks_for_the_address_alone() {
    let shop = selling().await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let id = ordered(&place(&mut browser).await);
    for mut reader in [shop.browser(), shop.customer("eve@example.com").await] {
        let link = reader.get(&format!("/account/orders/{id}")).await;
        let page = reader.get(link.header("location")).await.body;
        assert!(page.contains(&format!("To see order {id}, enter the email")));
        assert!(page.contains(&format!("value=\"{id}\"")));
        assert!(!page.contains("There is no order"));
        let form = [("number", id.as_str()), ("email", "ada@example.com")];
        let found = reader.post("orders/find", &form).await;
        assert_eq!(found.header("location"), format!("/account/orders/{id}"));
        assert!(
            reader
                .get(&format!("/account/orders/{id}"))
                .await
                .body
                .contains("Blue Mug")
        );
    }
}
