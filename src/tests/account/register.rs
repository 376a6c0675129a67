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

/// Where e-mails go out, a new and a known address get the same answer; only the e-mails differ.
#[tokio::test]
async fn with_a_mail_server_registration_does_not_tell_who_has_an_account() {
    let shop = Shop::with(|config| {
        config.mail = "smtp://127.0.0.1:9".into();
        config.public_url = "https://shop.test".into();
    })
    .await;
    let form = |email| [("name", "Ada"), ("email", email), ("password", PASSWORD)];
    let mut ada = shop.browser();
    let mut answers = Vec::new();
    for _ in 0..2 {
        let answer = ada.post("account/register", &form("ada@example.com")).await;
        answers.push((answer.status, answer.header("location").to_owned()));
        let page = ada.get("/account").await.body;
        assert!(page.contains("We have sent you an email."));
        if answers.len() == 1 {
            assert_eq!(shop.count("SELECT count(*) FROM customers").await, 0);
            let link = link(&shop).await;
            let page = ada.get(&link).await.body;
            assert!(page.contains("Open account"), "a visit changes nothing");
            assert_eq!(shop.count("SELECT count(*) FROM customers").await, 0);
            let token = link.split("token=").nth(1).expect("a token");
            let opened = ada.post("account/confirm", &[("token", token)]).await;
            assert_eq!(opened.header("location"), "/account");
            assert!(ada.get("/account").await.body.contains("ada@example.com"));
            let mut eve = shop.browser();
            let again = eve.post("account/confirm", &[("token", token)]).await;
            assert_eq!(again.header("location"), "/account/register");
            let page = eve.get("/account/register").await.body;
            assert!(page.contains("used already"));
            ada.post("account/sign_out", &[]).await;
        }
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(shop.count("SELECT count(*) FROM customers").await, 1);
    let known = "SELECT count(*) FROM letters WHERE text LIKE '%You have one already.%'";
    assert_eq!(shop.count(known).await, 1);
}

/// The path that the newest e-mail leads to.
async fn link(shop: &Shop) -> String {
    use sea_orm::{ConnectionTrait, DbBackend, Statement};
    let sql = "SELECT text FROM letters ORDER BY id DESC LIMIT 1";
    let row = shop
        .db
        .read
        .query_one_raw(Statement::from_string(DbBackend::Sqlite, sql))
        .await;
    let row = row.expect("a query").expect("an e-mail");
    let text: String = row.try_get_by_index(0).expect("its text");
    let rest = text.split("https://shop.test").nth(1).expect("a link");
    rest.split_whitespace().next().expect("a path").to_owned()
}
