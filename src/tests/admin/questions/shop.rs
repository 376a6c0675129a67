//! The shopper's side.

use super::{ask, link_to, office, token};
use crate::{
    admin::orders::placed,
    order::personal_data::{delete, export, tables_with},
};
use awning::admin::staff::role::Role;

#[tokio::test]
async fn a_question_is_kept_once_and_both_sides_are_told() {
    let office = office().await;
    let mut browser = office.shop.browser();
    let page = browser.get("/contact?product=1201").await.body;
    assert!(
        page.contains("value=\"About Blue Mug &amp; Saucer\""),
        "{page}"
    );
    let form = token(&office.shop, 10).await;
    for _ in 0..2 {
        let answer = ask(
            &office,
            &mut browser,
            &[("form", &form), ("product", "1201")],
        )
        .await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, "/contact?thanks")
        );
    }
    assert!(
        browser
            .get("/contact?thanks")
            .await
            .body
            .contains("Thank you.")
    );
    let shop = &office.shop;
    assert_eq!(shop.count("SELECT COUNT(*) FROM contact_messages").await, 1);
    assert_eq!(
        shop.count(
            "SELECT COUNT(*) FROM contact_threads WHERE status = 'OPEN' AND product_id = 1201"
        )
        .await,
        1
    );
    assert_eq!(shop.count("SELECT COUNT(*) FROM letters").await, 2);
    assert_eq!(link_to(shop, "desk@shop.example").await, "/questions/1");
    // The receipt says nothing that a stranger wrote.
    let told =
        "SELECT COUNT(*) FROM letters WHERE recipient = 'ada@example.com' AND text LIKE '%blue%'";
    assert_eq!(shop.count(told).await, 0);
    // Nobody else reads it.
    let link = link_to(shop, "ada@example.com").await;
    let page = browser.get(&link).await;
    assert!(
        page.status == 200 && page.body.contains("Is it there in blue?"),
        "{}",
        page.body
    );
    let wrong = browser.get(&link.replace("token=", "token=x")).await.body;
    assert!(
        !wrong.contains("Is it there in blue?") && wrong.contains("This link does not open"),
        "{wrong}"
    );
    let bare = browser.get("/account/questions?id=1").await.body;
    assert!(!bare.contains("Is it there in blue?"));
}

#[tokio::test]
async fn what_is_wrong_is_named_and_nothing_typed_is_lost() {
    let office = office().await;
    let mut browser = office.shop.browser();
    let answer = ask(
        &office,
        &mut browser,
        &[
            ("email", "nobody"),
            ("name", ""),
            ("message", "A </textarea> in it"),
        ],
    )
    .await;
    assert_eq!(answer.status, 200);
    for part in [
        "Please enter your name.",
        "Please enter your email address.",
        "value=\"nobody\"",
        "A &lt;/textarea&gt; in it",
        "value=\"The mug\"",
    ] {
        assert!(answer.body.contains(part), "{part}: {}", answer.body);
    }
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM contact_threads")
            .await,
        0
    );
}

#[tokio::test]
async fn programs_are_caught_and_people_are_not() {
    let office = office().await;
    let (shop, mut browser) = (&office.shop, office.shop.browser());
    // Who fills in what nobody sees is told the same, and nothing is kept.
    let caught = ask(
        &office,
        &mut browser,
        &[("website", "https://spam.example")],
    )
    .await;
    assert_eq!(caught.header("location"), "/contact?thanks");
    let quick = token(shop, 0).await;
    for form in [quick.as_str(), "", "1-x.y"] {
        let once_more = ask(&office, &mut browser, &[("form", form)]).await;
        assert!(
            once_more.body.contains("Please send it once more"),
            "{form}"
        );
        assert!(once_more.body.contains("I need two."), "nothing is lost");
    }
    let old = token(shop, 90_000).await;
    assert!(
        ask(&office, &mut browser, &[("form", &old)])
            .await
            .body
            .contains("Please send it once more")
    );
    assert_eq!(shop.count("SELECT COUNT(*) FROM contact_threads").await, 0);
    assert_eq!(shop.count("SELECT COUNT(*) FROM letters").await, 0);
    for n in 0..9 {
        let answer = ask(&office, &mut browser, &[]).await;
        assert_eq!(
            answer.status,
            if n < 8 { 303 } else { 200 },
            "{n}: {}",
            answer.body
        );
    }
    assert_eq!(shop.count("SELECT COUNT(*) FROM contact_threads").await, 8);
}

#[tokio::test]
async fn an_order_is_attached_only_to_whose_it_is() {
    let office = office().await;
    let number = placed(&office, "ada@example.com").await;
    let mut stranger = office.shop.browser();
    let page = stranger.get(&format!("/contact?order={number}")).await.body;
    assert!(
        !page.contains("ada@example.com") && !page.contains("Ada Lovelace"),
        "{page}"
    );
    ask(
        &office,
        &mut stranger,
        &[("order", &number), ("email", "eve@example.com")],
    )
    .await;
    ask(&office, &mut stranger, &[("order", &number.to_lowercase())]).await;
    let of = |email: &str, what: &str| {
        format!(
            "SELECT COUNT(*) FROM contact_threads WHERE email = '{email}' AND order_id IS {what}"
        )
    };
    assert_eq!(office.shop.count(&of("eve@example.com", "NULL")).await, 1);
    assert_eq!(
        office.shop.count(&of("ada@example.com", "NOT NULL")).await,
        1
    );
}

#[tokio::test]
async fn a_shop_without_the_form_shows_it_nowhere() {
    let office = crate::admin::orders::office_with(|config| config.contact_form = false).await;
    let mut browser = office.shop.browser();
    assert_eq!(browser.get("/contact").await.status, 404);
    assert_eq!(ask(&office, &mut browser, &[]).await.status, 400);
    for path in ["/", "/Blue-Mug-Saucer-p1201"] {
        assert!(!browser.get(path).await.body.contains("/contact"), "{path}");
    }
    let office = super::office().await;
    let mut browser = office.shop.browser();
    for path in ["/", "/search"] {
        assert!(
            browser.get(path).await.body.contains("href=\"/contact\""),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_customer_reads_takes_along_and_deletes_what_they_asked() {
    let office = office().await;
    let mut ada = office.shop.customer("ada@example.com").await;
    let mut stranger = office.shop.browser();
    ask(&office, &mut ada, &[("email", "other@example.com")]).await;
    ask(
        &office,
        &mut stranger,
        &[("email", "eve@example.com"), ("message", "Of Eve")],
    )
    .await;
    let list = ada.get("/account/questions").await.body;
    assert!(
        list.contains("The mug") && list.contains("Waiting for our answer"),
        "{list}"
    );
    assert!(
        ada.get("/account")
            .await
            .body
            .contains("/account/questions")
    );
    let page = ada.get("/account/questions?id=1").await.body;
    assert!(page.contains("I need two."), "{page}");
    assert!(
        !ada.get("/account/questions?id=2")
            .await
            .body
            .contains("Of Eve")
    );
    let data = export(&mut ada).await;
    assert_eq!(
        data.pointer("/questions/0/messages/0/text"),
        Some(&"Is it there in blue?\n\nI need two.".into()),
        "{data:#}"
    );
    assert_eq!(
        data.pointer("/questions/0/email"),
        Some(&"ada@example.com".into()),
        "answers go where the account is"
    );
    // What the staff noted is nobody else's.
    let mut owner = office.signed_in(Role::Owner).await;
    let note = [("text", "Careful"), ("version", "0"), ("form", "n1")];
    assert_eq!(
        owner.send_form("/questions/1/note", &note).await.status,
        303
    );
    assert!(!export(&mut ada).await.to_string().contains("Careful"));
    assert!(
        !ada.get("/account/questions?id=1")
            .await
            .body
            .contains("Careful")
    );
    delete(&office.shop, &mut ada).await;
    office
        .shop
        .execute("UPDATE jobs SET due_at = 0 WHERE kind = 'email'")
        .await;
    office.shop.deliver().await;
    let left = tables_with(&office.shop, &["I need two", "Careful"]).await;
    assert_eq!(
        left,
        ["letters"],
        "what the merchant was told by e-mail is the merchant's"
    );
}
