//! Every e-mail that the shop writes, as the merchant looks at it.

use super::support::{Office, fields, pairs, set};
use crate::architecture::sources;
use awning::admin::{
    emails::{Reader, kinds},
    staff::role::Role,
};
use regex::Regex;
use std::{collections::BTreeSet, fs, path::Path};

/// Written for staff, in the back office's own English, and no shopper's.
const OF_THE_OFFICE: [&str; 2] = ["src/admin/guide/email.rs", "src/admin/staff/invitation.rs"];
/// Subjects of tables and of lists that are no e-mail's.
const NO_EMAIL: [&str; 1] = ["data_subject"];

fn source(file: &Path) -> String {
    fs::read_to_string(file).expect("text")
}

/// Whoever adds an e-mail adds it to the list: each function that makes one is called from there, and none is made elsewhere.
#[test]
fn no_email_is_missing() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let listed: String = ["mod.rs", "order_emails.rs"]
        .map(|it| source(&root.join("src/admin/emails/kinds").join(it)))
        .concat();
    let made =
        Regex::new(r"pub fn (\w+)\([^{;]*?\) -> Result<Email, AppError>").expect("a pattern");
    let mut found = BTreeSet::new();
    for file in sources(&root.join("src")) {
        let path = file
            .strip_prefix(root)
            .expect("below it")
            .display()
            .to_string();
        let own = ["src/tests", "src/platform/mail", "src/admin/emails"];
        if own.iter().any(|it| path.starts_with(it)) || OF_THE_OFFICE.contains(&&*path) {
            continue;
        }
        let text = source(&file);
        let is_of_emails = path.ends_with("/emails.rs");
        let is_maker = text.contains("Email::note(") || text.contains("Email::of(");
        assert!(
            is_of_emails || !is_maker,
            "{path} makes an e-mail, which belongs into emails.rs of its room"
        );
        if !is_of_emails {
            continue;
        }
        let room = path.split('/').nth(1).expect("a room");
        let alias = match room {
            "order" => "orders".to_owned(),
            "subscription" => "subscriptions".to_owned(),
            room => room.to_owned(),
        };
        for name in made.captures_iter(&text).map(|it| it[1].to_owned()) {
            // What others are made of is no e-mail of its own.
            if (room, name.as_str()) == ("order", "placed") {
                continue;
            }
            assert!(
                listed.contains(&format!("{alias}::{name}(")),
                "{path}: {name} is in no list"
            );
            found.insert(format!("{alias}::{name}"));
        }
    }
    assert!(found.len() >= 23, "{found:?}");
    let ids: BTreeSet<&str> = kinds().map(|kind| kind.id).collect();
    assert_eq!(ids.len(), kinds().count(), "each has a name of its own");
}

#[tokio::test]
async fn each_is_shown_in_each_language_with_its_words() {
    let office = Office::with(
        |config| {
            let all = ["en", "de", "fr", "es", "it", "nl", "pl", "pt"];
            config.languages = all.map(crate::support::code).to_vec();
        },
        awning::platform::config::SettingSources::default(),
    )
    .await;
    let mut reader = office.signed_in(Role::Reader).await;
    let word = Regex::new(r"/labels\?language=en&(?:amp;)?find=(\w+)").expect("a pattern");
    let subject = Regex::new(r#"data-subject="[^"]*">([^<]*)<"#).expect("a pattern");
    let list = reader.get("/emails").await;
    let mut words = BTreeSet::new();
    for kind in kinds() {
        assert!(
            list.body.contains(&format!("kind={}\"", kind.id)),
            "{}",
            kind.id
        );
        let page = reader
            .get(&format!("/emails/show?kind={}&language=en", kind.id))
            .await;
        assert_eq!(page.status, 200, "{}", kind.id);
        let policy = page.header("content-security-policy");
        assert!(
            policy.contains("frame-src 'self'") && policy.contains("frame-ancestors 'none'"),
            "{policy}"
        );
        assert!(!page.body.contains('⟦'), "{}: {}", kind.id, page.body);
        let own: BTreeSet<String> = word
            .captures_iter(&page.body)
            .map(|it| it[1].to_owned())
            .collect();
        assert!(!own.is_empty(), "{} has words", kind.id);
        words.extend(own);
        let mut subjects = BTreeSet::new();
        for language in ["en", "de", "fr", "es", "it", "nl", "pl", "pt"] {
            let query = format!("kind={}&language={language}", kind.id);
            let page = reader.get(&format!("/emails/show?{query}")).await;
            let said = subject.captures(&page.body).expect("a subject")[1].to_owned();
            assert!(!said.trim().is_empty(), "{query}");
            subjects.insert(said);
            let html = reader.get(&format!("/emails/html?{query}")).await;
            assert!(html.body.starts_with("<!DOCTYPE html>"), "{query}");
            let policy = html.header("content-security-policy");
            assert!(
                policy.starts_with("default-src 'none'; style-src 'unsafe-inline';"),
                "{policy}"
            );
            assert!(
                policy.ends_with("frame-ancestors 'self'; sandbox"),
                "{policy}"
            );
        }
        // Some sentences are the same in two languages; that all were the same would be no translation.
        let least = if kind.reader == Reader::Merchant {
            1
        } else {
            5
        };
        assert!(subjects.len() >= least, "{}: {subjects:?}", kind.id);
    }
    // Whoever gives an e-mail a subject of its own finds it here.
    let spoken = &office.shop.config.spoken;
    let all = spoken.messages(crate::support::code("en")).into_iter();
    let subjects = all
        .map(|(id, _)| id)
        .filter(|id| id.ends_with("_subject") || id.ends_with("_news"));
    let subjects: Vec<String> = subjects
        .filter(|id| !NO_EMAIL.contains(&id.as_str()))
        .collect();
    assert!(subjects.len() > 15, "{subjects:?}");
    for id in subjects {
        assert!(words.contains(&id), "{id} in {words:?}");
    }
    for sql in [
        "SELECT COUNT(*) FROM orders",
        "SELECT COUNT(*) FROM invoices",
        "SELECT COUNT(*) FROM letters",
        "SELECT COUNT(*) FROM email_proofs",
    ] {
        assert_eq!(office.shop.count(sql).await, 0, "{sql}");
    }
    for unknown in ["/emails/show?kind=none", "/emails/html?kind=none"] {
        assert_eq!(reader.get(unknown).await.status, 404);
    }
}

#[tokio::test]
async fn a_reworded_email_says_so() {
    let office = Office::open().await;
    crate::catalog::support::import_into(&office.shop, "ecwid.csv").await;
    office
        .shop
        .state
        .catalog
        .refresh(&office.shop.db)
        .await
        .expect("a catalogue");
    let mut editor = office.signed_in(Role::Editor).await;
    let page = editor.get("/emails/show?kind=placed").await;
    assert!(
        page.body.contains("1 × Blue Mug &amp; Saucer"),
        "{}",
        page.body
    );
    let to = "/labels?language=en&find=checkout_letter_lead";
    assert!(
        page.body.contains(&to.replace('&', "&amp;")) || page.body.contains(to),
        "{}",
        page.body
    );
    let mut form = fields(&editor.get(to).await.body, "/labels");
    set(&mut form, "text.checkout_letter_lead", "Hooray, an order.");
    assert_eq!(editor.send_form("/labels", &pairs(&form)).await.status, 303);
    let config = awning::content::settings::all(&office.shop.db.read)
        .await
        .expect("settings");
    assert!(config.contains_key("labels"));
    let given = awning::platform::config::SettingSources::default();
    office
        .shop
        .state
        .set_config(given.config(&config).expect("settings"))
        .expect("taken");
    let page = editor.get("/emails/html?kind=placed").await;
    assert!(
        page.body.contains("<p>Hooray, an order.</p>"),
        "{}",
        page.body
    );
    let page = editor.get("/emails/show?kind=placed").await;
    assert!(
        page.body.contains(">Hooray, an order.</a>"),
        "{}",
        page.body
    );
}

#[tokio::test]
async fn one_is_sent_to_oneself_and_not_too_often() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let form = [
        ("kind", "order-news"),
        ("language", "de"),
        ("to", "eve@evil.example"),
    ];
    let sent = owner.send_form("/emails/send", &form).await;
    assert_eq!(
        sent.header("location"),
        "/emails/show?kind=order-news&language=en&said=email-in-folder"
    );
    const SENT: &str = "SELECT COUNT(*) FROM letters WHERE recipient = 'owner@shop.example' AND subject LIKE '[Sample] New order%'";
    assert_eq!(office.shop.count(SENT).await, 1);
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM letters").await, 1);
    const NOTED: &str =
        "SELECT COUNT(*) FROM audit WHERE verb = 'emails.sample' AND target = 'order-news'";
    assert_eq!(office.shop.count(NOTED).await, 1);
    for _ in 1..30 {
        assert_eq!(owner.send_form("/emails/send", &form).await.status, 303);
    }
    let refused = owner.send_form("/emails/send", &form).await;
    assert_eq!(refused.status, 429);
    assert!(refused.body.contains("Please wait"), "{}", refused.body);
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM letters").await, 30);
    assert_eq!(
        owner
            .send_form("/emails/send", &[("kind", "none")])
            .await
            .status,
        400
    );
}
