//! Databases that do not fit the program: it says what to do.

use crate::{
    order::command_line::program,
    support::{Shop, database},
};
use std::process::Command;

#[tokio::test]
async fn a_list_of_migrations_that_is_wrong_comes_with_advice() {
    let shop = Shop::open().await;
    for (change, advice) in [
        (
            "INSERT INTO seaql_migrations VALUES ('m9999_future', 0)",
            "newer version of Awning",
        ),
        // One that cannot be done twice.
        (
            "DELETE FROM seaql_migrations WHERE version IN ('m9999_future', 'm0035_rare_orders')",
            "restore the database from a backup",
        ),
    ] {
        shop.execute(change).await;
        let output = program(&shop, &["migrate"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && said.contains(advice), "{said}");
    }
}

/// An update never changes a shop by itself: what is missing is said, with the command that brings it.
#[tokio::test]
async fn an_older_database_is_left_alone_until_it_is_migrated() {
    let shop = Shop::open().await;
    let last = "SELECT max(version) FROM seaql_migrations";
    shop.execute(&format!(
        "DELETE FROM seaql_migrations WHERE version = ({last})"
    ))
    .await;
    let known = shop.count("SELECT count(*) FROM seaql_migrations").await;
    for command in [&["serve"][..], &["orders", "list"], &["seed"]] {
        let output = program(&shop, command);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success(), "{command:?}");
        assert!(said.contains("run: awning migrate"), "{said}");
    }
    let after = shop.count("SELECT count(*) FROM seaql_migrations").await;
    assert_eq!(after, known, "nothing was changed");
}

/// Two versions run side by side during an update: the older one goes on with what the newer one added.
#[tokio::test]
async fn a_newer_database_serves_the_version_before() {
    let shop = Shop::open().await;
    shop.execute("INSERT INTO seaql_migrations VALUES ('m9999_future', 0)")
        .await;
    let output = program(&shop, &["orders", "list"]);
    assert!(output.status.success(), "{output:?}");
    assert!(awning::app::cli::open(&shop.config).await.is_ok());
}

/// A command that only reads makes nothing out of nothing.
#[tokio::test]
async fn a_command_that_reads_makes_no_shop() {
    let dir = tempfile::tempdir().expect("a directory");
    let url = database::empty(dir.path());
    let output = Command::new(env!("CARGO_BIN_EXE_awning"))
        .args(["orders", "list", "--set", &format!("database={url}")])
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        !output.status.success() && said.contains("there is no shop"),
        "{said}"
    );
    database::delete(&url);
}
