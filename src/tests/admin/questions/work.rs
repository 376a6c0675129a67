//! The merchant's side.

use super::{ask, link_to, office, token};
use crate::admin::support::{fields, pairs, set};
use awning::admin::staff::role::Role;

#[tokio::test]
async fn a_question_is_answered_and_gone_on_with() {
    let office = office().await;
    let shop = &office.shop;
    let mut browser = shop.browser();
    ask(&office, &mut browser, &[]).await;
    let mut manager = office.signed_in(Role::Manager).await;
    let list = manager.get("/questions").await.body;
    assert!(
        list.contains("Open <span class=\"count\">1</span>")
            && list.contains("href=\"/questions/1\""),
        "{list}"
    );
    assert!(manager.get("/").await.body.contains("questions to answer"));
    let page = manager.get("/questions/1").await.body;
    assert!(
        page.contains("I need two.") && page.contains("Nothing with this address."),
        "{page}"
    );
    let mut form = fields(&page, "/questions/1/answer");
    set(&mut form, "text", "Yes, both.");
    // Two clicks are one answer.
    for _ in 0..2 {
        let sent = manager
            .send_form("/questions/1/answer", &pairs(&form))
            .await;
        assert_eq!(
            sent.header("location"),
            "/questions/1?said=answered",
            "{}",
            sent.body
        );
    }
    let answers = "SELECT COUNT(*) FROM letters WHERE recipient = 'ada@example.com' AND text LIKE '%Yes, both.%'";
    assert_eq!(shop.count(answers).await, 1);
    assert!(
        manager
            .get("/questions?tab=answered")
            .await
            .body
            .contains("/questions/1")
    );
    // The link in the e-mail leads to the answer, and to a form by which it goes on.
    let link = link_to(shop, "ada@example.com").await;
    let thread = browser.get(&link).await.body;
    assert!(
        thread.contains("Yes, both.") && thread.contains("Answered"),
        "{thread}"
    );
    let link_token = link.split("token=").nth(1).expect("a token").to_owned();
    let form_token = token(shop, 10).await;
    let reply = [
        ("id", "1"),
        ("token", link_token.as_str()),
        ("form", form_token.as_str()),
        ("message", "And the plate?"),
    ];
    for _ in 0..2 {
        let sent = browser.post("contact/reply", &reply).await;
        assert!(sent.header("location").ends_with("&sent"), "{}", sent.body);
    }
    assert_eq!(shop.count("SELECT COUNT(*) FROM contact_messages").await, 3);
    assert_eq!(
        shop.count("SELECT COUNT(*) FROM contact_threads WHERE status = 'OPEN'")
            .await,
        1
    );
    let stranger = [
        ("id", "1"),
        ("token", "x"),
        ("form", form_token.as_str()),
        ("message", "Me"),
    ];
    assert_eq!(
        shop.browser().post("contact/reply", &stranger).await.status,
        400
    );
    // Whoever looked before that is told, and loses nothing.
    set(&mut form, "form", "another");
    set(&mut form, "text", "Anything else?");
    let stale = manager
        .send_form("/questions/1/answer", &pairs(&form))
        .await;
    assert_eq!(stale.status, 409);
    for part in ["And the plate?", "Anything else?", "Not sent yet"] {
        assert!(stale.body.contains(part), "{part}: {}", stale.body);
    }
    let mut again = fields(&stale.body, "/questions/1/answer");
    assert!(again.contains(&("text".to_owned(), "Anything else?".to_owned())));
    set(&mut again, "text", "");
    let nothing = manager
        .send_form("/questions/1/answer", &pairs(&again))
        .await;
    assert_eq!(nothing.status, 422);
    assert!(nothing.body.contains("Please write something."));
    let log = "SELECT COUNT(*) FROM audit WHERE verb = 'question.answer' AND target = '1' AND after NOT LIKE '%both%'";
    assert_eq!(shop.count(log).await, 1);
}

#[tokio::test]
async fn questions_are_closed_opened_and_put_away_as_spam() {
    let office = office().await;
    let shop = &office.shop;
    let mut browser = shop.browser();
    ask(&office, &mut browser, &[]).await;
    let link = link_to(shop, "ada@example.com").await;
    let mut owner = office.signed_in(Role::Owner).await;
    let mut put = async |version: &str, status: &str| {
        let form = [("version", version), ("status", status)];
        owner
            .send_form("/questions/1/put", &form)
            .await
            .header("location")
            .to_owned()
    };
    assert_eq!(put("0", "closed").await, "/questions/1?said=question-put");
    assert_eq!(put("0", "open").await, "/questions/1?said=question-changed");
    assert_eq!(put("1", "open").await, "/questions/1?said=question-put");
    assert_eq!(put("2", "spam").await, "/questions/1?said=question-put");
    // Who is no customer is not told so, and nobody is told of what they write.
    let told = shop.count("SELECT COUNT(*) FROM letters").await;
    let link_token = link.split("token=").nth(1).expect("a token").to_owned();
    let form_token = token(shop, 10).await;
    let reply = [
        ("id", "1"),
        ("token", link_token.as_str()),
        ("form", form_token.as_str()),
        ("message", "Buy this"),
    ];
    browser.post("contact/reply", &reply).await;
    assert_eq!(
        shop.count("SELECT COUNT(*) FROM contact_threads WHERE status = 'SPAM'")
            .await,
        1
    );
    assert_eq!(shop.count("SELECT COUNT(*) FROM letters").await, told);
    assert!(
        owner
            .get("/questions?tab=spam")
            .await
            .body
            .contains("/questions/1")
    );
    assert!(
        owner
            .get("/questions")
            .await
            .body
            .contains("Nobody waits for an answer.")
    );
    let later = awning::base::date::now() + 40 * 86_400;
    let gone = awning::contact::store::purge(&shop.db.write, later).await;
    assert_eq!(gone.expect("purged"), 1);
    assert_eq!(shop.count("SELECT COUNT(*) FROM contact_messages").await, 0);
    assert_eq!(owner.get("/questions/1").await.status, 404);
}

#[tokio::test]
async fn questions_are_found_and_paged() {
    let office = office().await;
    let mut browser = office.shop.browser();
    ask(&office, &mut browser, &[("subject", "The Ärmel 100%_")]).await;
    office
        .shop
        .execute(
            "INSERT INTO contact_threads (status, subject, name, email, language, words, created_at, last_at, version) \
             SELECT status, 'Copy', name, email, language, 'copy', created_at, last_at, 0 FROM contact_threads",
        )
        .await;
    for _ in 0..6 {
        office
            .shop
            .execute(
                "INSERT INTO contact_threads (status, subject, name, email, language, words, created_at, last_at, version) \
                 SELECT status, 'Copy', name, email, language, 'copy', created_at, last_at, 0 FROM contact_threads",
            )
            .await;
    }
    let mut reader = office.signed_in(Role::Reader).await;
    let rows = |html: &str| html.matches("class=\"orders__number\"").count();
    let mut path = "/questions?tab=open".to_owned();
    let mut seen = Vec::new();
    loop {
        let page = reader.get(&path).await.body;
        seen.push(rows(&page));
        match crate::admin::orders::link(&page, "Earlier questions") {
            Some(next) => path = next,
            None => break,
        }
    }
    assert_eq!(seen, [50, 50, 28]);
    for (words, found) in [("%C3%84RMEL+ada", 1), ("100%25_", 1), ("nobody", 0)] {
        let page = reader
            .get(&format!("/questions?tab=open&q={words}"))
            .await
            .body;
        assert_eq!(rows(&page), found, "{words}");
    }
    // Who looks on sees no form.
    let one = reader.get("/questions/1").await.body;
    assert!(
        one.contains("I need two.") && !one.contains("/questions/1/answer"),
        "{one}"
    );
}
