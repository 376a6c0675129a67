//! Signing in to the back office and out of it.

use super::support::{Office, fields, pairs, sign_in};
use crate::support::PASSWORD;
use awning::{
    admin::staff::{factor, role::Role},
    base::date,
};

#[tokio::test]
async fn a_session_is_strict_and_of_the_back_office_alone() {
    let office = Office::open().await;
    let email = office.hire(Role::Manager).await;
    let mut browser = office.browser();
    let answer = browser
        .send_form(
            "/sign-in",
            &[
                ("email", &email),
                ("password", PASSWORD),
                ("to", "/settings/taxes"),
            ],
        )
        .await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, "/settings/taxes")
    );
    let cookie = answer.sets("__Host-awning-staff").pop().expect("a cookie");
    for part in ["HttpOnly", "SameSite=Strict", "Secure", "Path=/"] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }
    // In the shop, nobody is signed in by it.
    let mut shopper = office.shop.browser();
    shopper.cookies = browser.cookies.clone();
    shopper.cookies.insert(
        "__Host-awning".to_owned(),
        browser.cookies["__Host-awning-staff"].clone(),
    );
    let page = shopper.get("/account").await;
    assert!(
        !page.body.contains(&email),
        "a member of staff is no customer"
    );
    for outside in [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
    ] {
        let mut browser = office.browser();
        let form = [
            ("email", email.as_str()),
            ("password", PASSWORD),
            ("to", outside),
        ];
        let answer = browser.send_form("/sign-in", &form).await;
        assert_eq!(answer.header("location"), "/", "{outside}");
    }
}

#[tokio::test]
async fn signing_out_says_whether_anybody_was_signed_in() {
    let office = Office::open().await;
    let mut browser = office.signed_in(Role::Owner).await;
    let other = browser.clone();
    let answer = browser.send_form("/sign-out", &[]).await;
    assert_eq!(answer.header("location"), "/sign-in?said=signed-out");
    assert!(!browser.cookies.contains_key("__Host-awning-staff"));
    // The same session in another tab, a moment later.
    let mut other = other;
    let answer = other.send_form("/sign-out", &[]).await;
    assert_eq!(answer.header("location"), "/sign-in?said=nobody");
    let page = other.get("/sign-in?said=nobody").await;
    assert!(
        page.body.contains("Nobody was signed in here."),
        "{}",
        page.body
    );
    assert_eq!(other.get("/").await.header("location"), "/sign-in");
}

#[tokio::test]
async fn five_wrong_guesses_and_one_waits_even_with_the_right_one() {
    let office = Office::open().await;
    let email = office.hire(Role::Owner).await;
    let mut browser = office.browser();
    for _ in 0..5 {
        let answer = sign_in(&mut browser, &email, "not this one").await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("Nobody has that"), "{}", answer.body);
    }
    let locked = sign_in(&mut browser, &email, PASSWORD).await;
    assert_eq!(locked.status, 422);
    assert!(
        locked.body.contains("Please wait 15 minutes"),
        "{}",
        locked.body
    );
    // Whoever does not work here is told the same.
    let stranger = sign_in(&mut office.browser(), "nobody@shop.example", PASSWORD).await;
    assert!(
        stranger.body.contains("Nobody has that"),
        "{}",
        stranger.body
    );
    let back = "UPDATE attempts SET window_started_at = window_started_at - 901";
    office.shop.execute(back).await;
    assert_eq!(sign_in(&mut browser, &email, PASSWORD).await.status, 303);
}

#[tokio::test]
async fn a_second_factor_is_asked_for_and_each_code_holds_once() {
    let office = Office::open().await;
    let mut browser = office.signed_in(Role::Owner).await;
    let page = browser.get("/account/factor").await;
    assert!(page.body.contains("<svg"), "a code to scan");
    let form = fields(&page.body, "/account/factor");
    let secret = form
        .iter()
        .find(|(name, _)| name == "secret")
        .map(|(_, value)| value.clone());
    let typed = secret.expect("a secret");
    let secret = factor::read_secret(&typed).expect("a secret");
    let wrong = browser
        .send_form(
            "/account/factor",
            &[("secret", &typed), ("code", "000000x")],
        )
        .await;
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.body.contains(&typed),
        "the same secret stays on the page"
    );
    let now = date::now();
    // The code of the half minute before: those after it are still to be taken.
    let first = code(&secret, now - 30);
    let done = browser
        .send_form("/account/factor", &[("secret", &typed), ("code", &first)])
        .await;
    assert_eq!(done.status, 200, "{}", done.body);
    let recovery = done
        .body
        .split("<li><code>")
        .nth(1)
        .expect("a recovery code")[..19]
        .to_owned();

    let mut other = office.browser();
    let asked = sign_in(&mut other, "owner@shop.example", PASSWORD).await;
    assert_eq!(asked.status, 200);
    assert!(asked.body.contains("one-time-code"), "{}", asked.body);
    assert_eq!(
        other.get("/staff").await.status,
        303,
        "the password alone opens nothing"
    );
    let again = other.send_form("/sign-in/code", &[("code", &first)]).await;
    assert!(again.body.contains("was used already"), "{}", again.body);
    let second = code(&secret, now);
    let kept = "name=Eve&email=eve%40shop.example&role=reader";
    let form = [
        ("code", second.as_str()),
        ("to", "/staff/add"),
        ("kept", kept),
    ];
    let welcome = other.send_form("/sign-in/code", &form).await;
    assert_eq!(welcome.status, 200, "{}", welcome.body);
    assert!(fields(&welcome.body, "/staff/add").contains(&("name".to_owned(), "Eve".to_owned())));
    assert_eq!(other.get("/staff").await.status, 200);

    let mut lost = office.browser();
    sign_in(&mut lost, "owner@shop.example", PASSWORD).await;
    let spaced = recovery.to_uppercase().replace('-', " ");
    assert_eq!(
        lost.send_form("/sign-in/code", &[("code", &spaced)])
            .await
            .status,
        303
    );
    let mut spent = office.browser();
    sign_in(&mut spent, "owner@shop.example", PASSWORD).await;
    assert_eq!(
        spent
            .send_form("/sign-in/code", &[("code", &spaced)])
            .await
            .status,
        422
    );
    let account = lost.get("/account").await;
    assert!(
        account.body.contains("9 of your recovery codes"),
        "{}",
        account.body
    );
}

/// What an app on the phone shows at `now`.
fn code(secret: &[u8], now: i64) -> String {
    let secret = totp_rs::Secret::from(secret.to_vec());
    let app = totp_rs::Builder::new().with_secret(secret).build();
    let code = app
        .expect("an app")
        .generate(u64::try_from(now).expect("after 1970"));
    code.to_string()
}

#[tokio::test]
async fn what_was_typed_in_a_session_that_ended_goes_on_after_the_sign_in() {
    let office = Office::open().await;
    let mut browser = office.signed_in(Role::Manager).await;
    let page = browser.get("/settings/store").await;
    let mut form = fields(&page.body, "/settings/store");
    super::support::set(&mut form, "store_name", "Ada & Sons");
    office.shop.execute("DELETE FROM staff_sessions").await;
    let asked = browser.send_form("/settings/store", &pairs(&form)).await;
    assert_eq!(asked.status, 401);
    let mut again = fields(&asked.body, "/sign-in");
    super::support::set(&mut again, "email", "manager@shop.example");
    super::support::set(&mut again, "password", PASSWORD);
    let welcome = browser.send_form("/sign-in", &pairs(&again)).await;
    assert_eq!(welcome.status, 200, "{}", welcome.body);
    let kept = fields(&welcome.body, "/settings/store");
    let saved = browser.send_form("/settings/store", &pairs(&kept)).await;
    assert_eq!(
        (saved.status, saved.header("location")),
        (303, "/settings/store?said=saved")
    );
    let page = browser.get("/settings/store").await;
    assert!(
        page.body.contains("value=\"Ada &amp; Sons\""),
        "{}",
        page.body
    );
}

#[tokio::test]
async fn a_password_ends_every_other_session() {
    let office = Office::open().await;
    let mut here = office.signed_in(Role::Owner).await;
    let mut there = office.browser();
    sign_in(&mut there, "owner@shop.example", PASSWORD).await;
    let wrong = [
        ("password", "not this one"),
        ("new_password", "four other random words"),
    ];
    assert_eq!(
        here.send_form("/account/password", &wrong).await.status,
        422
    );
    let right = [
        ("password", PASSWORD),
        ("new_password", "four other random words"),
    ];
    assert_eq!(
        here.send_form("/account/password", &right).await.status,
        303
    );
    assert_eq!(
        (
            here.get("/account").await.status,
            there.get("/account").await.status
        ),
        (200, 303)
    );
    sign_in(&mut there, "owner@shop.example", "four other random words").await;
    assert_eq!(
        here.send_form("/account/sessions/end", &[("id", "others")])
            .await
            .status,
        303
    );
    assert_eq!(
        (
            here.get("/account").await.status,
            there.get("/account").await.status
        ),
        (200, 303)
    );
}

#[tokio::test]
async fn sessions_that_rest_or_are_old_are_over() {
    let office = Office::open().await;
    let mut browser = office.signed_in(Role::Owner).await;
    for (over, back) in [
        (
            "UPDATE staff_sessions SET last_seen_at = last_seen_at - 43201",
            "UPDATE staff_sessions SET last_seen_at = last_seen_at + 43201",
        ),
        (
            "UPDATE staff_sessions SET expires_at = expires_at - 1209601",
            "UPDATE staff_sessions SET expires_at = expires_at + 1209601",
        ),
    ] {
        office.shop.execute(over).await;
        assert_eq!(browser.get("/").await.status, 303, "{over}");
        office.shop.execute(back).await;
        assert_eq!(browser.get("/").await.status, 200, "{back}");
    }
}

#[tokio::test]
async fn strangers_who_guess_lock_out_themselves_and_nobody_on_a_device_of_their_own() {
    let office = Office::open().await;
    let mut own = office.signed_in(Role::Owner).await;
    let email = "owner@shop.example";
    own.send_form("/sign-out", &[]).await;
    assert!(own.cookies.contains_key("__Host-awning-staff-device"));
    let mut stranger = office.browser();
    for _ in 0..5 {
        sign_in(&mut stranger, email, "not this one").await;
    }
    let locked = sign_in(&mut stranger, email, PASSWORD).await;
    assert!(
        locked.body.contains("Please wait 15 minutes"),
        "{}",
        locked.body
    );
    // A token that somebody made up is no device of the owner's, nor is one of another member.
    let mut forger = office.signed_in(Role::Reader).await;
    let locked = sign_in(&mut forger, email, PASSWORD).await;
    assert!(locked.body.contains("Please wait"), "{}", locked.body);
    assert_eq!(sign_in(&mut own, email, PASSWORD).await.status, 303);
    // On the device itself, guesses are counted too: whoever steals it has five.
    own.send_form("/sign-out", &[]).await;
    for _ in 0..5 {
        let wrong = sign_in(&mut own, email, "not this one").await;
        assert!(wrong.body.contains("Nobody has that"), "{}", wrong.body);
    }
    let locked = sign_in(&mut own, email, PASSWORD).await;
    assert!(
        locked.body.contains("Please wait 15 minutes"),
        "{}",
        locked.body
    );
}

#[tokio::test]
async fn a_device_is_known_until_the_password_is_another_one_and_only_after_every_factor() {
    let office = Office::open().await;
    let mut here = office.signed_in(Role::Owner).await;
    let mut there = office.browser();
    let email = "owner@shop.example";
    sign_in(&mut there, email, PASSWORD).await;
    let devices = "SELECT COUNT(*) FROM staff_devices";
    assert_eq!(office.shop.count(devices).await, 2);
    let form = [
        ("password", PASSWORD),
        ("new_password", "four other random words"),
    ];
    assert_eq!(here.send_form("/account/password", &form).await.status, 303);
    assert_eq!(office.shop.count(devices).await, 1, "this one");
    office
        .shop
        .execute("UPDATE staff SET factor_secret = '\\x00', factor_step = 0")
        .await;
    let mut third = office.browser();
    let asked = sign_in(&mut third, email, "four other random words").await;
    assert_eq!(asked.status, 200, "{}", asked.body);
    assert!(!third.cookies.contains_key("__Host-awning-staff-device"));
    assert_eq!(office.shop.count(devices).await, 1);
}
