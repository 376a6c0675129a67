use crate::support::{PASSWORD, Shop};
use std::time::Duration;
use tokio::time::timeout;

const SIGN_IN: [(&str, &str); 2] = [("email", "ada@example.com"), ("password", PASSWORD)];
const CHROME: &str = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";

#[tokio::test]
async fn the_account_page_lists_them_with_this_one_marked() {
    let shop = Shop::open().await;
    shop.customer("ada@example.com").await;
    let mut browser = shop.browser();
    browser.headers.push(("user-agent", CHROME.into()));
    browser.call("account/sign_in", &SIGN_IN).await;
    let page = browser.get("/account").await.body;
    assert_eq!(page.matches("sessions__row").count(), 2);
    let here = page.find("This browser").expect("marked");
    assert!(page[..here].contains("Chrome · Linux"));
    assert!(
        page.contains("Sign out here")
            && page.contains("Sign out this browser")
            && page.contains("Sign out everywhere else")
    );
}

#[tokio::test]
async fn one_is_ended_and_only_ones_own() {
    let shop = Shop::open().await;
    let mut ada = shop.customer("ada@example.com").await;
    let mut phone = shop.browser();
    phone.call("account/sign_in", &SIGN_IN).await;
    let mut eve = shop.customer("eve@example.com").await;
    let id = shop
        .count("SELECT max(id) FROM sessions WHERE customer_id = 1")
        .await
        .to_string();
    assert_eq!(
        eve.call("account/end_session", &[("id", &id)]).await.status,
        200
    );
    assert!(
        phone
            .get("/")
            .await
            .body
            .contains("data-state=\"signed-in\"")
    );
    let answer = ada.post("account/end_session", &[("id", &id)]).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, "/account")
    );
    assert!(
        ada.get("/account")
            .await
            .body
            .contains("That session has ended.")
    );
    assert!(
        phone
            .get("/")
            .await
            .body
            .contains("data-state=\"signed-out\"")
    );
}

#[tokio::test]
async fn all_others_are_ended() {
    let shop = Shop::open().await;
    let mut ada = shop.customer("ada@example.com").await;
    let mut others = [shop.browser(), shop.browser()];
    for other in &mut others {
        other.call("account/sign_in", &SIGN_IN).await;
    }
    ada.post("account/end_other_sessions", &[]).await;
    assert!(
        ada.get("/account")
            .await
            .body
            .contains("You are signed in nowhere else.")
    );
    for mut other in others {
        let answer = other.call("account/who", &[]).await;
        assert_eq!(
            (answer.body.as_str(), answer.header("awning-customer")),
            ("null", "0")
        );
    }
}

#[tokio::test]
async fn who_is_answered_by_name_and_number() {
    let shop = Shop::open().await;
    let mut ada = shop.customer("ada@example.com").await;
    let answer = ada.call("account/who", &[]).await;
    assert!(answer.body.contains("ada@example.com"));
    assert_eq!(answer.header("awning-customer"), "1");
}

#[tokio::test]
async fn what_needs_a_customer_says_so_without_one() {
    let shop = Shop::open().await;
    let mut nobody = shop.browser();
    let calls: [(&str, &[(&str, &str)]); 3] = [
        ("account/end_session", &[("id", "1")]),
        ("account/end_other_sessions", &[]),
        (
            "account/change_password",
            &[("current", "x"), ("new", PASSWORD)],
        ),
    ];
    for (endpoint, form) in calls {
        let answer = nobody.call(endpoint, form).await;
        assert_eq!(
            (answer.status, answer.body.as_str()),
            (401, "\"SignedOut\""),
            "{endpoint}"
        );
    }
}

#[tokio::test]
async fn last_seen_is_written_at_most_once_a_minute() {
    let shop = Shop::open().await;
    let mut ada = shop.customer("ada@example.com").await;
    shop.execute("UPDATE sessions SET last_seen_at = last_seen_at - 30, user_agent = 'a'")
        .await;
    let before = shop.count("SELECT last_seen_at FROM sessions").await;
    ada.get("/").await;
    assert_eq!(
        shop.count("SELECT last_seen_at FROM sessions").await,
        before
    );
    shop.execute("UPDATE sessions SET last_seen_at = last_seen_at - 60")
        .await;
    ada.get("/").await;
    let written = shop.state.last_seen.write(&shop.db).await;
    written.expect("written");
    assert!(shop.count("SELECT last_seen_at FROM sessions").await >= before);
}

/// An import holds the database for a while: shoppers who look around do not wait for it.
#[tokio::test]
async fn a_page_waits_for_no_writer() {
    let shop = Shop::with(|config| config.database_wait_ms = 60_000).await;
    let mut ada = shop.customer("ada@example.com").await;
    shop.execute("UPDATE sessions SET last_seen_at = last_seen_at - 120")
        .await;
    let before = shop.count("SELECT last_seen_at FROM sessions").await;
    let lock = shop.locked().await;
    let page = timeout(Duration::from_secs(20), ada.get("/")).await;
    assert_eq!(page.expect("an answer").status, 200);
    lock.rollback().await.expect("released");
    let written = shop.state.last_seen.write(&shop.db).await;
    written.expect("written");
    assert!(shop.count("SELECT last_seen_at FROM sessions").await > before);
}

#[tokio::test]
async fn over_sessions_are_purged() {
    use awning::{account::sessions::store as session, base::date::now};
    let shop = Shop::open().await;
    shop.customer("ada@example.com").await;
    shop.customer("eve@example.com").await;
    shop.execute("UPDATE sessions SET expires_at = 1 WHERE customer_id = 1")
        .await;
    assert_eq!(session::purge(&shop.db, &shop.config, now()).await, Ok(1));
    assert_eq!(shop.count("SELECT count(*) FROM sessions").await, 1);
}

#[tokio::test]
async fn a_form_posted_after_the_session_ended_leads_to_the_sign_in_page() {
    let shop = Shop::open().await;
    for endpoint in ["account/end_other_sessions", "account/change_password"] {
        let mut ada = shop
            .customer(&format!("{}@example.com", endpoint.len()))
            .await;
        shop.execute("DELETE FROM sessions").await;
        let form = [("current", PASSWORD), ("new", PASSWORD)];
        let answer = ada.post(endpoint, &form).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, "/account"),
            "{endpoint}"
        );
        let page = ada.get("/account").await.body;
        assert!(
            page.contains("Your session had ended.") && page.contains("data-state=\"signed-out\"")
        );
    }
}

#[tokio::test]
async fn only_going_to_a_page_removes_the_cookie_of_an_ended_session() {
    let shop = Shop::open().await;
    let mut browser = shop.customer("ada@example.com").await;
    shop.execute("DELETE FROM sessions").await;
    let is_removed = |answer: &crate::support::Answer| !answer.sets("__Host-awning").is_empty();
    // These may cross a sign-in in another tab.
    assert!(!is_removed(&browser.call("account/who", &[]).await));
    browser.headers.push(("sec-fetch-dest", "empty".into()));
    assert!(!is_removed(&browser.get("/").await));
    browser.headers.clear();
    assert!(is_removed(&browser.get("/").await));
    assert!(!browser.cookies.contains_key("__Host-awning"));
}

#[tokio::test]
async fn each_says_which_network_it_began_in() {
    let shop = Shop::with(|config| config.trusted_proxies = 1).await;
    shop.customer("ada@example.com").await;
    let mut browser = shop.browser();
    for (seen, network) in [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:ff42::1", "2001:db8:1:ff00::/56"),
    ] {
        browser.headers = vec![("x-forwarded-for", seen.to_owned())];
        browser.call("account/sign_in", &SIGN_IN).await;
        let page = browser.get("/account").await.body;
        assert!(page.contains(&format!("from the network {network}")));
        assert!(!page.contains(seen));
    }
}
