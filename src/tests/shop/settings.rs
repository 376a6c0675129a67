//! The store's settings in the database, as the merchant's commands change them.

use crate::support::{Browser, Shop, database};
use awning::{
    app::{background::SettingsWatch, router::router},
    content::settings::{self, Edit},
    platform::{
        audit::Actor,
        config::{ReviewPolicy, SettingSources, parsed},
        db::Db,
    },
};
use sea_orm::ConnectionTrait;
use std::{
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Output},
};
use tempfile::TempDir;
use toml::Table;

struct Merchant {
    dir: TempDir,
    database: String,
}

impl Merchant {
    fn new() -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let database = database::empty(dir.path());
        let merchant = Self { dir, database };
        assert!(merchant.run(&["migrate"]).status.success());
        merchant
    }

    fn file(&self) -> std::path::PathBuf {
        self.dir.path().join("awning.toml")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_awning"))
            .args(arguments)
            .arg("--config")
            .arg(self.file())
            .env("AWNING_DATABASE", &self.database)
            .output()
            .expect("it runs")
    }

    /// What a command that goes well says.
    fn said(&self, arguments: &[&str]) -> String {
        let output = self.run(&[&["settings"], arguments].concat());
        let wrong = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {wrong}");
        String::from_utf8(output.stdout)
            .expect("text")
            .trim()
            .to_owned()
    }

    /// What a command that is refused says.
    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(&[&["settings"], arguments].concat());
        assert!(!output.status.success(), "{arguments:?}");
        String::from_utf8(output.stderr).expect("text")
    }
}

impl Drop for Merchant {
    fn drop(&mut self) {
        database::delete(&self.database);
    }
}

#[test]
fn a_setting_is_changed_found_again_and_taken_back() {
    let merchant = Merchant::new();
    assert_eq!(merchant.said(&["get", "store_name"]), "My shop");
    merchant.said(&["set", "store_name", "Ada & Sons"]);
    merchant.said(&["set", "products_per_page", "12"]);
    let tax = "[{ name = \"VAT\", rate = \"19\" }]";
    merchant.said(&["set", "taxes", tax]);
    let list = merchant.said(&["list"]);
    for line in [
        "store_name = \"Ada & Sons\"  (the database)",
        "products_per_page = 12  (the database)",
        "currency = \"EUR\"  (default)",
    ] {
        assert!(list.lines().any(|it| it == line), "{line} in {list}");
    }
    assert!(merchant.said(&["get", "taxes"]).contains("19"));
    // What `get` says is what `set` takes.
    for key in [
        "store_name",
        "taxes",
        "shipping",
        "currency",
        "handling_fee",
    ] {
        let value = merchant.said(&["get", key]);
        merchant.said(&["set", key, &value]);
        assert_eq!(merchant.said(&["get", key]), value, "{key}");
    }
    merchant.said(&["reset", "shipping"]);
    merchant.said(&["reset", "store_name", "taxes"]);
    assert_eq!(merchant.said(&["get", "store_name"]), "My shop");
    assert_eq!(merchant.said(&["get", "products_per_page"]), "12");
}

#[test]
fn a_wrong_value_is_refused_at_its_field_and_changes_nothing() {
    let merchant = Merchant::new();
    for (key, value, why) in [
        ("currency", "Taler", "expected one of"),
        ("products_per_page", "0", "expected at least 1"),
        ("products_per_page", "many", "products_per_page"),
        ("taxes", "[{ name = 'VAT' }]", "taxes[0]"),
        ("home", "[{ type = 'band' }]", "home[0]"),
        (
            "home",
            "[{ type = 'band', title = { en = 'Sale' }, link = { label = { en = 'See' }, url = 'javascript:alert(1)' } }]",
            "section 1",
        ),
        (
            "extra_fields",
            "{ gift = { title = 'Gift', options = [{ title = 'Yes', surcharge = inf }] } }",
            "finite",
        ),
        ("mail_from", "nobody", "expected Name <address>"),
        ("database", "sqlite:other.db", "no setting of the store"),
        ("stor_name", "x", "unknown setting"),
    ] {
        let said = merchant.refused(&["set", key, value]);
        assert!(said.contains(why), "{key} = {value}: {said}");
    }
    assert!(!merchant.said(&["list"]).contains("(the database)"));
}

#[test]
fn the_file_counts_more_until_its_settings_are_adopted() {
    let merchant = Merchant::new();
    let text = "# Ours.\nstore_name = \"Ada & Sons\" # the name\nproducts_per_page = 12\n\n# How it runs.\nlog_format = \"json\"\n";
    std::fs::write(merchant.file(), text).expect("a file");
    let secret = std::fs::Permissions::from_mode(0o600);
    std::fs::set_permissions(merchant.file(), secret).expect("set");
    let said = merchant.refused(&["set", "store_name", "Eve"]);
    assert!(
        said.contains("is set in") && said.contains("awning.toml"),
        "{said}"
    );
    let said = merchant.said(&["adopt"]);
    assert!(
        said.contains("store_name") && said.contains("products_per_page"),
        "{said}"
    );
    let read = |path: &Path| std::fs::read_to_string(path).expect("a file");
    let after = read(&merchant.file());
    assert!(
        !after.contains("store_name") && !after.contains("products_per_page"),
        "{after}"
    );
    assert!(
        after.contains("# How it runs.\nlog_format = \"json\""),
        "{after}"
    );
    let before = merchant.file().with_extension("toml.before");
    assert_eq!(read(&before), text);
    let rights = std::fs::metadata(&before).expect("rights").permissions();
    assert_eq!(rights.mode() & 0o777, 0o600);
    assert_eq!(merchant.said(&["get", "store_name"]), "Ada & Sons");
    merchant.said(&["set", "store_name", "Eve"]);
    assert_eq!(merchant.said(&["get", "store_name"]), "Eve");
    assert!(
        merchant
            .said(&["adopt"])
            .contains("sets nothing of the store")
    );
}

/// Two instances of a shop, each of which looks at its settings when it is told to.
#[tokio::test]
async fn every_instance_goes_on_by_what_is_set() {
    let here = Shop::open().await;
    let there = awning::app::open(here.config.clone(), here.db.clone()).await;
    let there = there.expect("an instance");
    let mut browsers = [here.browser(), Browser::new(router(there.clone()))];
    for browser in &mut browsers {
        assert!(
            browser
                .get("/")
                .await
                .body
                .contains("<title>My shop</title>")
        );
    }
    let given = SettingSources::default();
    let database = [("database".to_owned(), here.config.database.clone().into())];
    let mut values = Table::new();
    for (key, value) in [
        ("store_name", "\"Ada & Sons\""),
        ("languages", "[\"en\"]"),
        ("home", "[{ type = \"band\", title = { en = \"Sale\" } }]"),
        ("script_origins", "[\"https://chat.example\"]"),
        ("mail_from", "\"Ada & Sons <ada@shop.example>\""),
    ] {
        values.insert(
            key.to_owned(),
            parsed(key, value.trim_matches('"')).expect("a value"),
        );
    }
    settings::change(
        &here.db,
        &given,
        &Edit::of(values),
        &Actor::command_line(),
        1_800_000_000,
    )
    .await
    .expect("changed");
    // Where the database is does not come from there.
    let given = given.with(database.into_iter().collect());
    for state in [&here.state, &there] {
        SettingsWatch::of(given.clone())
            .look(state)
            .await
            .expect("looked");
        state.catalog.refresh(&here.db).await.expect("looked");
    }
    for browser in &mut browsers {
        let home = browser.get("/").await;
        assert!(
            home.body.contains("<title>Ada &amp; Sons</title>"),
            "{}",
            home.body
        );
        assert!(home.body.contains(">Sale<") && !home.body.contains("lang=de"));
        assert!(
            home.header("content-security-policy")
                .contains("https://chat.example")
        );
        let robots = browser.get("/sitemap/1.xml").await.body;
        assert!(!robots.contains("hreflang=\"de\""), "{robots}");
    }
    let before = here.state.current().settings_version;
    SettingsWatch::of(given.clone())
        .look(&here.state)
        .await
        .expect("looked");
    assert_eq!(
        here.state.current().settings_version,
        before,
        "nothing changed"
    );
    // What a newer version stored is nothing to this one, and what cannot be used changes nothing.
    here.execute(
        "INSERT INTO settings (key, value, version, changed_at) VALUES ('of_tomorrow', '1', 1, 1)",
    )
    .await;
    SettingsWatch::of(given.clone())
        .look(&here.state)
        .await
        .expect("looked");
    here.execute("UPDATE settings SET value = '\"Taler\"' WHERE key = 'store_name'")
        .await;
    SettingsWatch::of(given.clone())
        .look(&here.state)
        .await
        .expect("looked");
    let home = browsers[0].get("/").await.body;
    assert!(home.contains("<title>Taler</title>"));
    here.execute("UPDATE settings SET value = '17' WHERE key = 'store_name'")
        .await;
    SettingsWatch::of(given.clone())
        .look(&here.state)
        .await
        .expect("looked");
    assert!(
        browsers[0]
            .get("/")
            .await
            .body
            .contains("<title>Taler</title>")
    );
}

/// A shop that is served from a file takes what is adopted, and then what is set.
#[tokio::test]
async fn a_shop_goes_on_when_its_file_is_adopted() {
    let shop = Shop::open().await;
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("awning.toml");
    std::fs::write(&file, "store_name = \"Ada & Sons\"\nreviews = \"off\"\n").expect("a file");
    let given = SettingSources::read(&file, std::iter::empty(), &[]).expect("settings");
    let mut watch = SettingsWatch::of(given);
    watch.look(&shop.state).await.expect("looked");
    assert_eq!(shop.state.current().config.store_name, "Ada & Sons");
    // As `adopt` leaves it, a moment later.
    std::fs::write(&file, "\n").expect("a file");
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(5);
    let open = std::fs::File::options().write(true).open(&file);
    open.expect("open").set_modified(later).expect("touched");
    let mut values = Table::new();
    values.insert("store_name".to_owned(), "Eve".into());
    settings::change(
        &shop.db,
        &SettingSources::default(),
        &Edit::of(values),
        &Actor::command_line(),
        1,
    )
    .await
    .expect("changed");
    watch.look(&shop.state).await.expect("looked");
    let config = shop.state.current().config.clone();
    assert_eq!(
        (config.store_name.as_str(), config.reviews),
        ("Eve", ReviewPolicy::Moderated)
    );
}

#[tokio::test]
async fn a_row_that_cannot_be_read_can_be_reset_and_hinders_no_backup() {
    let merchant = Merchant::new();
    let db = Db::open(&merchant.database, database::LIMITS)
        .await
        .expect("open");
    let broken =
        "INSERT INTO settings (key, value, version, changed_at) VALUES ('taxes', 'null', 1, 1)";
    db.write.execute_unprepared(broken).await.expect("stored");
    assert!(
        merchant
            .refused(&["get", "taxes"])
            .contains("database did not do it")
    );
    let copy = merchant.dir.path().join("copy.db");
    let backup = merchant.run(&["backup", &copy.display().to_string()]);
    assert!(
        backup.status.success() || database::server().is_some(),
        "{backup:?}"
    );
    merchant.said(&["reset", "taxes"]);
    assert_eq!(merchant.said(&["get", "taxes"]), "[]");
}

#[tokio::test]
async fn programs_are_told_that_settings_changed() {
    let shop = Shop::open().await;
    let before = shop.state.current().settings_since;
    shop.state.set_config(shop.config.clone()).expect("taken");
    assert!(shop.state.current().settings_since >= before);
    assert_eq!(shop.state.current().settings_version, 1);
}
