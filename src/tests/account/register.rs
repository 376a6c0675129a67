use crate::support::{PASSWORD, Shop};

#[tokio::test]
async fn an_account_is_made_once_and_its_customer_signed_in() {
    let shop = Shop::open().await;
    let mut ada = shop.customer("ada@example.com").await;
    assert!(ada.get("/account").await.body.contains("ada@example.com"));
    let again = [
        ("name", "Eve"),
        ("email", "ADA@example.com"),
        ("password", PASSWORD),
    ];
    let mut eve = shop.browser();
    let answer = eve.call("account/register", &again).await;
    assert_eq!(answer.body, "{\"Refused\":\"EmailTaken\"}");
    assert!(eve.cookies.is_empty());
    assert_eq!(shop.count("SELECT count(*) FROM customers").await, 1);
}

#[tokio::test]
async fn wrong_input_is_named_and_kept() {
    let shop = Shop::open().await;
    for (name, email, password, problem) in [
        (" ", "ada@example.com", PASSWORD, "Please enter your name"),
        ("Ada", "ada@", PASSWORD, "Please enter an email address"),
        ("Ada", "ada@example.com", "short", "at least 10 characters"),
    ] {
        let mut browser = shop.browser();
        let answer = browser
            .post(
                "account/register",
                &[("name", name), ("email", email), ("password", password)],
            )
            .await;
        assert_eq!(answer.header("location"), "/account/register");
        let page = browser.get("/account/register").await.body;
        assert!(page.contains(problem), "{problem}");
        assert!(page.contains("aria-invalid=\"true\""), "{problem}");
        assert!(page.contains(&format!("value=\"{email}\"")), "{problem}");
        assert!(!page.contains(password));
    }
    assert_eq!(shop.count("SELECT count(*) FROM customers").await, 0);
}

#[tokio::test]
async fn no_password_is_stored_as_it_is() {
    let shop = Shop::open().await;
    shop.customer("ada@example.com").await;
    assert_eq!(
        shop.count("SELECT count(*) FROM customers WHERE password_hash LIKE '$argon2id$%'")
            .await,
        1
    );
    assert_eq!(
        shop.count("SELECT count(*) FROM sessions WHERE length(token_hash) = 32")
            .await,
        1
    );
}
