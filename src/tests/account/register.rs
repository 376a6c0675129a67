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

/// The field of this name in the page, and the note below it that describes it.
fn field<'a>(page: &'a str, name: &str) -> (&'a str, &'a str) {
    let named = page.find(&format!("name=\"{name}\"")).expect("a field");
    let start = page[..named].rfind('<').expect("its tag");
    let (input, rest) = page[start..].split_once('>').expect("its end");
    (input, rest.split("</div>").next().unwrap_or_default())
}

#[tokio::test]
async fn wrong_input_is_named_at_its_field_and_kept() {
    let shop = Shop::open().await;
    let long = "x".repeat(121);
    for (name, email, password, wrong, problem) in [
        (
            " ",
            "ada@example.com",
            PASSWORD,
            "name",
            "Please enter your name, up to 120 characters.",
        ),
        (
            &long,
            "ada@example.com",
            PASSWORD,
            "name",
            "Please enter your name, up to 120 characters.",
        ),
        (
            "Ada",
            "ada@",
            PASSWORD,
            "email",
            "Please enter an email address, like name@example.com.",
        ),
        (
            "Ada",
            "ada@nowhere",
            PASSWORD,
            "email",
            "Please enter an email address, like name@example.com.",
        ),
        (
            "Ada",
            "ada@example.com",
            "too short",
            "password",
            "Please choose a password of at least 10 characters.",
        ),
    ] {
        let mut browser = shop.browser();
        let form = [("name", name), ("email", email), ("password", password)];
        let answer = browser.post("account/register", &form).await;
        assert_eq!(answer.header("location"), "/account/register");
        let page = browser.get("/account/register").await.body;
        for (asked, typed) in [("name", name), ("email", email), ("password", "")] {
            let (input, note) = field(&page, asked);
            let is_wrong = input.contains("aria-invalid=\"true\"");
            assert_eq!(is_wrong, asked == wrong, "{problem} at {asked}");
            assert_eq!(
                note.contains(problem),
                asked == wrong,
                "{problem} at {asked}"
            );
            if is_wrong {
                let described = input.split("aria-describedby=\"").nth(1);
                let id = described.and_then(|rest| rest.split('"').next());
                assert!(note.contains(&format!("id=\"{}\"", id.expect("a note"))));
            }
            // A name that is too long comes back to be shortened.
            let kept = typed.trim();
            let most = &kept[..kept.len().min(120)];
            assert!(
                most.is_empty() || input.contains(&format!("value=\"{most}")),
                "{input}"
            );
        }
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
            let link = shop.newest_link().await;
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
