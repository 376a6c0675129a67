//! Databases that do not fit the program: it says what to do.

use crate::{selling::merchant::program, support::Shop};

#[tokio::test]
async fn a_list_of_migrations_that_is_wrong_comes_with_advice() {
    let shop = Shop::open().await;
    let last = "SELECT max(version) FROM seaql_migrations";
    for (change, advice) in [
        (
            "INSERT INTO seaql_migrations VALUES ('m9999_future', 0)".to_owned(),
            "newer version of Awning",
        ),
        (
            format!(
                "DELETE FROM seaql_migrations WHERE version = 'm9999_future' OR version = (SELECT max(version) FROM seaql_migrations WHERE version < 'm9999') OR version = ({last})"
            ),
            "restore the database from a backup",
        ),
    ] {
        shop.execute(&change).await;
        let output = program(&shop, &["migrate"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && said.contains(advice), "{said}");
    }
}
