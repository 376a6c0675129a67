//! What the merchant enters of apps.

use crate::{order::command_line::program, support::Shop};
use awning::content::apps;

fn said(shop: &Shop, words: &[&str]) -> Result<String, String> {
    let output = program(shop, words);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    match output.status.success() {
        true => Ok(text(&output.stdout)),
        false => Err(text(&output.stderr)),
    }
}

/// A secret token is shown when it is made, and kept by its hash; what is not given stays as it was.
#[tokio::test]
async fn secrets_are_shown_once_and_stay_until_others_are_entered() {
    let shop = Shop::open().await;
    let made = said(
        &shop,
        &["app", "set", "erp", "--secret-token", "--secret", "s3cret"],
    );
    let made = made.expect("entered");
    let token = made
        .lines()
        .find_map(|line| line.strip_prefix("secret token: "));
    let token = token.expect("a token").to_owned();
    assert!(token.starts_with("secret_") && token.len() > 40, "{made}");
    let scopes = [
        "app",
        "set",
        "erp",
        "--scopes",
        "read_catalog,public_storefront",
    ];
    said(&shop, &scopes).expect("changed");
    let secret = apps::client_secret(&shop.db.read, "erp")
        .await
        .expect("read");
    assert_eq!(secret.as_deref(), Some("s3cret"));
    assert_eq!(
        apps::client_secret(&shop.db.read, "none")
            .await
            .expect("read"),
        None
    );
    let (_, tokens) = apps::all(&shop.db.read).await.expect("read");
    assert!(tokens.access(&token).is_some_and(|it| it.is_secret));
    let listed = said(&shop, &["app", "list"]).expect("listed");
    assert!(listed.contains("secret token, client secret") && listed.contains("read_catalog"));
    assert!(
        !listed.contains(&token) && !listed.contains("s3cret"),
        "{listed}"
    );
    said(&shop, &["app", "remove", "erp"]).expect("removed");
    assert!(said(&shop, &["app", "remove", "erp"]).is_err());
    let (_, tokens) = apps::all(&shop.db.read).await.expect("read");
    assert!(tokens.access(&token).is_none());
}

#[tokio::test]
async fn what_cannot_be_a_token_or_a_scope_is_refused_and_changes_nothing() {
    let shop = Shop::open().await;
    for (words, advice) in [
        (["--public-token", "abc"], "public_"),
        (["--secret-token", "secret_"], "secret_"),
        (["--scopes", "read_everything"], "read_catalog"),
    ] {
        let words = [&["app", "set", "erp"][..], &words].concat();
        let refused = said(&shop, &words).expect_err("refused");
        assert!(refused.contains(advice), "{refused}");
    }
    assert_eq!(said(&shop, &["app", "list"]).expect("listed"), "");
}
