//! The first owner, and links to choose a password.

use super::support::Office;
use crate::support::{Browser, PASSWORD, database, process::said_until};
use awning::{
    admin::staff::{link, role::Role},
    base::date,
};
use std::process::Command;

async fn claim(browser: &mut Browser, token: &str, email: &str) -> crate::support::Answer {
    let form = [
        ("token", token),
        ("email", email),
        ("name", "Ada"),
        ("password", PASSWORD),
    ];
    browser.send_form("/claim", &form).await
}

#[tokio::test]
async fn whoever_reads_the_token_owns_the_shop_and_nobody_after() {
    let office = Office::open().await;
    let token = link::offer_claim(&office.shop.db, date::now())
        .await
        .expect("a token")
        .text();
    let mut ada = office.browser();
    assert_eq!(ada.get("/claim").await.status, 200);
    for wrong in ["", "guess", &"A".repeat(43)] {
        assert_eq!(
            claim(&mut ada, wrong, "ada@shop.example").await.status,
            422,
            "{wrong}"
        );
    }
    let weak = [
        ("token", token.as_str()),
        ("email", "ada@shop.example"),
        ("name", "Ada"),
        ("password", "short"),
    ];
    let refused = ada.send_form("/claim", &weak).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.body.contains(&format!("value=\"{token}\"")),
        "what was typed is kept"
    );
    let done = claim(&mut ada, &token, "ada@shop.example").await;
    assert_eq!((done.status, done.header("location")), (303, "/guide"));
    assert_eq!(ada.get("/staff").await.status, 200);
    // Once more, by the same token and by a fresh one, and the page is gone.
    let mut eve = office.browser();
    let fresh = link::offer_claim(&office.shop.db, date::now())
        .await
        .expect("a token")
        .text();
    for token in [&token, &fresh] {
        assert_eq!(claim(&mut eve, token, "eve@shop.example").await.status, 404);
    }
    assert_eq!(eve.get("/claim").await.status, 404);
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM staff").await, 1);
}

#[tokio::test]
async fn of_many_who_claim_at_once_one_succeeds() {
    let office = Office::open().await;
    let now = date::now();
    let one = link::offer_claim(&office.shop.db, now)
        .await
        .expect("a token")
        .text();
    // As another instance prints it; alone, an instance lets the earlier one go.
    let other = link::offer_claim(&office.shop.db, now)
        .await
        .expect("a token")
        .text();
    let tries = (0..8).map(|number| {
        let mut browser = office.browser();
        let token = if number % 2 == 0 {
            one.clone()
        } else {
            other.clone()
        };
        tokio::spawn(async move {
            claim(&mut browser, &token, &format!("n{number}@shop.example"))
                .await
                .status
        })
    });
    let mut owners = 0;
    for status in futures::future::join_all(tries.collect::<Vec<_>>()).await {
        let status = status.expect("an answer");
        assert!([303, 404, 422].contains(&status), "{status}");
        owners += usize::from(status == 303);
    }
    assert_eq!(owners, 1);
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM staff").await, 1);
}

#[tokio::test]
async fn a_claim_is_over_with_the_next_start() {
    let office = Office::open().await;
    let old = link::offer_claim(&office.shop.db, date::now())
        .await
        .expect("a token")
        .text();
    link::offer_claim(&office.shop.db, date::now())
        .await
        .expect("a token");
    if !office.shop.is_on_server() {
        assert_eq!(
            claim(&mut office.browser(), &old, "ada@shop.example")
                .await
                .status,
            422
        );
    }
    let past = link::offer_claim(&office.shop.db, 1)
        .await
        .expect("a token")
        .text();
    assert_eq!(
        claim(&mut office.browser(), &past, "ada@shop.example")
            .await
            .status,
        422
    );
}

#[tokio::test]
async fn a_link_opens_once_and_ends_every_session_of_before() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let mut reader = office.signed_in(Role::Reader).await;
    let id = office
        .shop
        .count("SELECT id FROM staff WHERE role = 'reader'")
        .await
        .to_string();
    let page = owner.send_form("/staff/link", &[("id", &id)]).await;
    let (_, rest) = page.body.split_once("/password#").expect("a link");
    let token = rest[..43].to_owned();
    let mut browser = office.browser();
    let form = |password| [("token", token.as_str()), ("password", password)];
    let weak = browser.send_form("/password", &form("short")).await;
    assert_eq!(weak.status, 422);
    let good = form("four other random words");
    assert_eq!(browser.send_form("/password", &good).await.status, 303);
    assert_eq!(browser.get("/account").await.status, 200);
    assert_eq!(reader.get("/account").await.status, 303, "signed out");
    assert_eq!(
        office.browser().send_form("/password", &good).await.status,
        422,
        "spent"
    );
}

/// As the merchant begins: a start, an address in a terminal.
#[test]
fn a_shop_without_an_owner_prints_the_way_to_become_that() {
    let dir = tempfile::tempdir().expect("a directory");
    let database = database::empty(dir.path());
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_awning"));
        command
            .args(arguments)
            .current_dir(dir.path())
            .env("AWNING_DATABASE", &database);
        command
            .env("AWNING_ADDRESS", "127.0.0.1:0")
            .env("AWNING_ADMIN_ADDRESS", "127.0.0.1:0");
        command
    };
    let said = |command: Command| said_until(command, "back office:");
    let first = said(run(&["serve"]));
    assert!(first.contains("/claim#"), "{first}");
    let create = run(&["staff", "create", "ada@shop.example", "--role", "owner"])
        .output()
        .expect("it runs");
    let link = String::from_utf8_lossy(&create.stdout).into_owned();
    assert!(
        link.contains("/password#"),
        "{link}{}",
        String::from_utf8_lossy(&create.stderr)
    );
    let second = said(run(&["serve"]));
    assert!(!second.contains("/claim#"), "{second}");
    database::delete(&database);
}
