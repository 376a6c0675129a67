use crate::support::Shop;
use std::io::Write;

#[tokio::test]
async fn merchant_scripts_are_served_and_loaded_with_the_nonce() {
    let mut file = tempfile::Builder::new()
        .suffix(".js")
        .tempfile()
        .expect("a file");
    file.write_all(b"window.merchant = true").expect("written");
    let path = file.path().display().to_string();
    let shop = Shop::with(|config| {
        config.scripts = vec![path.as_str().into(), "https://cdn.example/x.js".into()]
    })
    .await;
    let mut browser = shop.browser();
    let page = browser.get("/").await.body;
    let bootstrap = page.find("window.Ecwid").expect("bootstrap");
    let own = page.rfind("src=\"/assets/").expect("the file");
    let foreign = page
        .find("src=\"https://cdn.example/x.js\"")
        .expect("the URL");
    assert!(bootstrap < own && own < foreign);
    let url = page[own + 5..].split('"').next().expect("a URL").to_owned();
    let script = browser.get(&url).await;
    assert_eq!(
        (script.status, script.body.as_str()),
        (200, "window.merchant = true")
    );
    assert_eq!(
        script.header("content-type"),
        "text/javascript; charset=utf-8"
    );
    assert_eq!(
        script.header("cache-control"),
        "public, max-age=31536000, immutable"
    );
}

#[tokio::test]
async fn unknown_files_are_not_found() {
    let shop = Shop::open().await;
    for path in [
        "/assets/nothing.js",
        "/assets/..%2f..%2fCargo.toml",
        "/assets/awning.js",
    ] {
        assert_eq!(shop.browser().get(path).await.status, 404, "{path}");
    }
}

#[test]
fn a_script_that_is_not_there_stops_the_start() {
    use awning::platform::{assets::Bundle, config::Config};
    let error = Bundle::load(&Config {
        scripts: vec!["/no/such.js".into()],
        ..Config::default()
    })
    .err()
    .expect("refused");
    assert!(error.to_string().contains("/no/such.js"));
}

/// A changed script is on the next page, and a page that is open still finds its own.
#[tokio::test]
async fn a_script_that_changes_is_seen_without_a_restart() {
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("mine.js");
    std::fs::write(&file, "window.version = 1").expect("written");
    let path = file.display().to_string();
    let shop = Shop::with(|config| config.scripts = vec![path.as_str().into()]).await;
    let mut browser = shop.browser();
    let url = |page: &str| {
        let at = page.find("src=\"/assets/mine.").expect("the script") + 5;
        page[at..].split('"').next().expect("a URL").to_owned()
    };
    let old = url(&browser.get("/").await.body);
    assert!(!shop.state.bundle.scripts.refresh(), "nothing changed");
    std::fs::write(&file, "window.version = 'two'").expect("written");
    assert!(shop.state.bundle.scripts.refresh());
    let new = url(&browser.get("/").await.body);
    for (url, said) in [(&old, "version = 1"), (&new, "version = 'two'")] {
        assert!(browser.get(url).await.body.contains(said), "{url}");
    }
    std::fs::remove_file(&file).expect("gone");
    assert!(!shop.state.bundle.scripts.refresh());
    assert_eq!(browser.get(&new).await.status, 200, "what is gone stays");
}

/// The start waits for no compression: the script is served as it is until the shop, once open, has
/// compressed it; and again when it changed.
#[tokio::test]
async fn a_script_is_compressed_once_the_shop_is_open() {
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("mine.js");
    let path = file.display().to_string();
    std::fs::write(&file, "window.version = 1;".repeat(99)).expect("written");
    let shop = Shop::with(|config| config.scripts = vec![path.as_str().into()]).await;
    let mut browser = shop.browser();
    browser.headers.push(("accept-encoding", "br".to_owned()));
    for version in ["one", "two"] {
        let url = shop.state.bundle.scripts.all().remove(0).src;
        let coding = |answer: &crate::support::Answer| answer.header("content-encoding").to_owned();
        assert_eq!(coding(&browser.get(&url).await), "", "{version}");
        shop.state.bundle.scripts.compress();
        assert_eq!(coding(&browser.get(&url).await), "br", "{version}");
        std::fs::write(&file, format!("window.version = '{version}'")).expect("written");
        assert!(shop.state.bundle.scripts.refresh());
    }
}
