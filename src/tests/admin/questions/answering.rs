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

#[tokio::test]
async fn an_answer_that_is_ready_is_put_in_and_nothing_typed_is_lost() {
    let office = office().await;
    let shop = &office.shop;
    let mut manager = office.signed_in(Role::Manager).await;
    let mut browser = shop.browser();
    ask(&office, &mut browser, &[]).await;
    assert!(!manager.get("/questions/1").await.body.contains("Put it in"));
    // They are written among the settings.
    const SCREEN: &str = "/settings/answers";
    let page = manager.get(SCREEN).await.body;
    let mut form = fields(&page, SCREEN);
    for (name, value) in [
        ("ready_answers.rows", "2"),
        ("ready_answers.0.name", "Hello"),
        ("ready_answers.0.text.en", "Dear {name},"),
        ("ready_answers.1.name", "On its way"),
        ("ready_answers.1.text.en", "{order} left us."),
    ] {
        set(&mut form, name, value);
    }
    form.retain(|(name, _)| name != "act");
    let mut nameless = form.clone();
    set(&mut nameless, "ready_answers.1.name", "Hello");
    let refused = manager.send_form(SCREEN, &pairs(&nameless)).await;
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert!(refused.body.contains("no other has"), "{}", refused.body);
    let saved = manager.send_form(SCREEN, &pairs(&form)).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let page = manager.get("/questions/1").await.body;
    assert!(
        page.contains("data-text=\"Dear Ada Lovelace,\"") && page.contains("Put it in"),
        "{page}"
    );
    let put = async |manager: &mut crate::support::Browser, form: &[(String, String)]| {
        manager.send_form("/questions/1/ready", &pairs(form)).await
    };
    let mut form = fields(&page, "/questions/1/answer");
    set(&mut form, "text", "Good morning.");
    let unchosen = put(&mut manager, &form).await;
    assert_eq!(unchosen.status, 422);
    assert!(unchosen.body.contains("Good morning."), "{}", unchosen.body);
    set(&mut form, "ready", "Hello");
    let filled = put(&mut manager, &form).await;
    assert_eq!(filled.status, 200, "{}", filled.body);
    let form = fields(&filled.body, "/questions/1/answer");
    let text = form.iter().find(|(name, _)| name == "text");
    let text = text.map(|(_, text)| text.trim_start().to_owned());
    assert_eq!(text.as_deref(), Some("Good morning.\n\nDear Ada Lovelace,"));
    let sent = "SELECT COUNT(*) FROM contact_messages";
    assert_eq!(shop.count(sent).await, 1, "nothing is sent");
    // There is no order: its place is to be filled in before it goes.
    let mut form = form;
    set(&mut form, "ready", "On its way");
    let filled = put(&mut manager, &form).await;
    let form = fields(&filled.body, "/questions/1/answer");
    let refused = manager
        .send_form("/questions/1/answer", &pairs(&form))
        .await;
    assert_eq!(refused.status, 422);
    assert!(
        refused
            .body
            .contains("there is no order beside this question"),
        "{}",
        refused.body
    );
    let mut reader = office.signed_in(Role::Reader).await;
    assert!(!reader.get("/questions/1").await.body.contains("Put it in"));
}
