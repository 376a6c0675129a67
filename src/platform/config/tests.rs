use super::*;
use crate::base::consent::Purpose;

fn load(file: &str, environment: &[(&str, &str)], flags: &[&str]) -> Result<Config, String> {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("awning.toml");
    std::fs::write(&path, file).expect("a file");
    let environment = environment
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let flags: Vec<_> = flags.iter().map(|flag| (*flag).to_owned()).collect();
    Config::load(&path, environment, &flags).map_err(|error| error.to_string())
}

#[test]
fn the_sample_holds_every_key_with_a_comment() {
    let table = Table::try_from(Config::default()).expect("a table");
    for key in table.keys() {
        let at = SAMPLE
            .find(&format!("\n{key} = "))
            .unwrap_or_else(|| panic!("{key} is missing"));
        let line_before = SAMPLE[..at].lines().last().unwrap_or_default();
        assert!(line_before.starts_with('#'), "{key} has no comment");
    }
}

#[test]
fn flags_beat_the_environment_and_that_the_file() {
    let config = load(
        "store_name = \"File\"\nstore_id = 5\ncurrency = \"JPY\"",
        &[
            ("AWNING_STORE_NAME", "Environment"),
            ("AWNING_STORE_ID", "6"),
            ("HOME", "/"),
        ],
        &["store_name=Flag", "scripts=a.js, https://b.example/c.js"],
    )
    .expect("good settings");
    assert_eq!(
        (
            config.store_name.as_str(),
            config.store_id,
            config.currency.as_str()
        ),
        ("Flag", 6, "JPY")
    );
    assert_eq!(
        config.scripts,
        ["a.js", "https://b.example/c.js"].map(Script::from)
    );
}

#[test]
fn a_wrong_key_or_value_is_refused_with_what_is_allowed() {
    for (file, environment, flags, said) in [
        ("stor_name = 1", None, None, ["stor_name", "store_name, "]),
        ("address = \"nowhere\"", None, None, ["address", "nowhere"]),
        (
            "",
            Some(("AWNING_STORE_ID", "many")),
            None,
            ["store_id", "many"],
        ),
        (
            "",
            Some(("AWNING_STORE_LANGUAGE", "xx")),
            None,
            ["xx", "expected one of de, en, es, fr"],
        ),
        (
            "",
            None,
            Some("log_format=loud"),
            ["loud", "`text` or `json`"],
        ),
        ("", None, Some("currency=XXX"), ["XXX", "EUR"]),
        (
            "",
            None,
            Some("session_idle_days=0"),
            ["session_idle_days", "at least 1"],
        ),
        (
            "",
            None,
            Some("database=mysql:x"),
            ["mysql:x", "sqlite:PATH"],
        ),
        (
            "",
            None,
            Some("public_url=https://a.example/shop"),
            ["public_url", "without a path"],
        ),
        (
            "",
            None,
            Some("script_origins=https://a;b"),
            ["script_origins", "https://chat.example"],
        ),
        (
            "",
            None,
            Some("api_hosts=https://app.ecwid.com"),
            ["api_hosts", "hosts alone"],
        ),
        (
            "",
            None,
            Some("notify=me"),
            ["notify", "orders@shop.example"],
        ),
        (
            "",
            None,
            Some("time_zone=Atlantis"),
            ["time_zone", "Europe/Berlin"],
        ),
        (
            "",
            None,
            Some("cut_off_hour=0"),
            ["cut_off_hour", "1 to 24"],
        ),
        (
            "",
            None,
            Some("cart_reminder_hours=0"),
            ["cart_reminder_hours", "1 to 720"],
        ),
        (
            "",
            None,
            Some("holidays=Christmas"),
            ["Christmas", "2026-12-25"],
        ),
        (
            "shipping = [{ id = 'a', title = { en = 'A' }, rates = [], days = [4, 2] }]",
            None,
            None,
            ["shipping", "[2, 4]"],
        ),
        ("", None, Some("store_name"), ["store_name", "KEY=VALUE"]),
    ] {
        let environment: Vec<_> = environment.into_iter().collect();
        let flags: Vec<_> = flags.into_iter().collect();
        let error = load(file, &environment, &flags).expect_err("refused");
        for part in said {
            assert!(error.contains(part), "{error:?} does not say {part:?}");
        }
    }
}

#[test]
fn a_script_says_what_it_needs() {
    let wanted = r#"scripts=["a.js", { src = "b.js", needs = "personalisation" }]"#;
    let config = load("", &[], &[wanted]).expect("settings");
    let needs: Vec<_> = config.scripts.iter().map(|script| script.needs).collect();
    assert_eq!(needs, [None, Some(Purpose::Personalisation)]);
    for wrong in [
        r#"scripts=[{ src = "b.js", needs = "marketing" }]"#,
        r#"scripts=[{ needs = "analytics" }]"#,
        "scripts=[1]",
    ] {
        let error = load("", &[], &[wrong]).expect_err("refused");
        assert!(error.contains("scripts"), "{error}");
    }
}

#[test]
fn each_setting_of_the_store_is_a_setting() {
    let all = defaults();
    for key in STORE_KEYS {
        assert!(all.contains_key(*key), "{key}");
    }
}

/// A preview is made of what holds as it is written, and so is a form.
#[test]
fn settings_are_read_as_they_are_written() {
    let config = Config::default();
    let written = Table::try_from(&config).expect("a table");
    assert_eq!(Config::from_table(written).expect("settings"), config);
}
