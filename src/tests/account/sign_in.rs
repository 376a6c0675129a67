use crate::support::{PASSWORD, Shop};

const COOKIE: &str = "__Host-awning";

#[tokio::test]
async fn a_customer_signs_in_and_every_page_says_so() {
    let shop = Shop::open().await;
    shop.customer("ada@example.com").await;
    let mut browser = shop.browser();
    let answer = browser
        .call(
            "account/sign_in",
            &[("email", " Ada@Example.com"), ("password", PASSWORD)],
        )
        .await;
    assert_eq!(answer.status, 200);
    assert!(answer.body.starts_with("{\"SignedIn\":"), "{}", answer.body);
    assert!(answer.sets(COOKIE)[0].contains("; HttpOnly; SameSite=Lax; Secure; Path=/"));
    for path in ["/", "/account", "/nowhere"] {
        let page = browser.get(path).await;
        assert!(
            page.body.contains("Ada Lovelace") && page.body.contains("data-state=\"signed-in\""),
            "{path}"
        );
        assert_eq!(page.header("cache-control"), "no-store, private", "{path}");
        assert_eq!(page.header("vary"), "Cookie", "{path}");
    }
}

#[tokio::test]
async fn an_unknown_email_and_a_wrong_password_get_the_same_answer() {
    let shop = Shop::open().await;
    shop.customer("ada@example.com").await;
    let mut browser = shop.browser();
    let wrong = browser
        .call(
            "account/sign_in",
            &[("email", "ada@example.com"), ("password", "wrong")],
        )
        .await;
    let unknown = browser
        .call(
            "account/sign_in",
            &[("email", "eve@example.com"), ("password", "wrong")],
        )
        .await;
    assert_eq!(
        (wrong.status, wrong.body.as_str()),
        (200, "{\"Refused\":\"WrongCredentials\"}")
    );
    assert_eq!((unknown.status, &unknown.body), (wrong.status, &wrong.body));
    assert!(browser.cookies.is_empty());
}

#[tokio::test]
async fn signing_in_gives_a_new_token_and_ends_the_former_session() {
    let shop = Shop::open().await;
    let mut browser = shop.customer("ada@example.com").await;
    let former = browser.clone();
    browser
        .call(
            "account/sign_in",
            &[("email", "ada@example.com"), ("password", PASSWORD)],
        )
        .await;
    assert_ne!(browser.cookies[COOKIE], former.cookies[COOKIE]);
    assert_eq!(shop.count("SELECT count(*) FROM sessions").await, 1);
    assert!(
        former
            .clone()
            .get("/")
            .await
            .body
            .contains("data-state=\"signed-out\"")
    );
}

#[tokio::test]
async fn without_scripts_the_form_leads_on_and_says_so_once() {
    let shop = Shop::open().await;
    shop.customer("ada@example.com").await;
    let mut browser = shop.browser();
    let form = [
        ("email", "ada@example.com"),
        ("password", PASSWORD),
        ("returnurl", "/"),
    ];
    let answer = browser.post("account/sign_in", &form).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/"));
    assert!(browser.get("/").await.body.contains("You are signed in."));
    assert!(!browser.get("/").await.body.contains("You are signed in."));
}

#[tokio::test]
async fn without_scripts_a_refusal_keeps_what_was_typed_but_the_password() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    let form = [
        ("email", "eve@example.com"),
        ("password", "sesame-sesame"),
        ("returnurl", "/cart?a=1"),
    ];
    let answer = browser.post("account/sign_in", &form).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, "/account?returnurl=%2Fcart%3Fa%3D1")
    );
    let page = browser.get(answer.header("location")).await.body;
    assert!(
        page.contains("Email or password is wrong.") && page.contains("value=\"eve@example.com\"")
    );
    assert!(page.contains("value=\"/cart?a=1\""));
    assert!(!page.contains("sesame"));
    assert!(
        !browser
            .get("/account")
            .await
            .body
            .contains("Email or password is wrong.")
    );
}

/// Where the form on the sign-in page at `address` leads to; both ways in must agree on it.
async fn led_to(shop: &Shop, address: &str, wanted: &str) -> String {
    let page = shop.browser().get(address).await;
    let form = page.body.split("name=\"returnurl\" value=\"").nth(1);
    let in_form = form
        .and_then(|rest| rest.split('"').next())
        .expect("a form");
    let mut reached = Vec::new();
    for returnurl in [wanted, &in_form.replace("&amp;", "&")] {
        let form = [
            ("email", "ada@example.com"),
            ("password", PASSWORD),
            ("returnurl", returnurl),
        ];
        let mut browser = shop.browser();
        let answer = browser.post("account/sign_in", &form).await;
        assert_eq!(answer.status, 303, "{wanted:?}");
        let location = answer.header("location").to_owned();
        let said = browser.get(&location).await.body;
        assert!(said.contains("You are signed in."), "{wanted:?}");
        reached.push(location);
    }
    reached.dedup();
    assert_eq!(reached.len(), 1, "page and server disagree on {wanted:?}");
    reached.remove(0)
}

#[tokio::test]
async fn signing_in_leads_on_within_the_shop_alone() {
    let shop = Shop::open().await;
    shop.customer("ada@example.com").await;
    let own = [
        "/?from=mail",
        "/account#sessions",
        "/account/sign-out",
        "/cart?a=1&b=2",
    ];
    let hostile = [
        "//evil.example",
        "//evil.example/",
        "https://evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/a\r\nset-cookie: x=y",
        "evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "/api/account/sign_out",
        "",
    ];
    let all = own.iter().map(|path| (path, *path));
    for (wanted, reached) in all.chain(hostile.iter().map(|url| (url, "/account"))) {
        let address = format!("/account?returnurl={}", awning::base::url::encoded(wanted));
        assert_eq!(led_to(&shop, &address, wanted).await, reached, "{wanted:?}");
    }
}

#[tokio::test]
async fn a_hostile_return_url_is_nowhere_in_the_page() {
    let shop = Shop::open().await;
    let hostile = "/account?returnurl=https%3A%2F%2Fevil.example%2F";
    let page = shop.browser().get(hostile).await;
    assert_eq!(page.status, 200);
    assert!(!page.body.contains("evil.example"), "{}", page.body);
}
