//! Videos of products: served in ranges, played by nobody else before they are asked for, and kept with the catalogue.

use super::support::{fixture, run, shop_of};
use crate::{
    order::command_line::program,
    support::{Answer, Shop},
};
use awning::{
    catalog::store,
    content::version,
    import::{self, NewVideo},
    platform::videos::VideoSource,
};
use std::path::{Path, PathBuf};

const MUG: &str = "/Blue-Mug-Saucer-p1201";
/// What begins like a film of Matroska.
const FILM: &[u8] = b"\x1a\x45\xdf\xa3 and so on, and on";

async fn add(shop: &Shop, source: &str, is_main: bool) -> Result<(), String> {
    let new = NewVideo {
        product: 1201,
        source,
        poster: &fixture("mug.png"),
        is_main,
    };
    let added = import::add_video(&shop.db, &shop.state.images, new).await;
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    added.map_err(|error| error.to_string())
}

fn film(dir: &Path) -> String {
    let file = dir.join("film.bin");
    std::fs::write(&file, FILM).expect("written");
    file.display().to_string()
}

/// The path of the first own video on a page.
fn path_in(page: &str) -> String {
    let (_, rest) = page.split_once("<source src=\"").expect("a video");
    rest.split('"').next().unwrap_or_default().to_owned()
}

fn policy(answer: &Answer) -> &str {
    answer.header("content-security-policy")
}

#[tokio::test]
async fn the_shops_own_video_is_served_in_ranges() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let dir = tempfile::tempdir().expect("a directory");
    add(&shop, &film(dir.path()), false).await.expect("added");
    let mut browser = shop.browser();
    let page = browser.get(MUG).await;
    assert!(
        page.body.contains("<video ") && page.body.contains("preload=\"none\""),
        "{}",
        page.body
    );
    assert!(page.body.contains("\"@type\":\"VideoObject\""));
    assert!(
        policy(&page).contains("frame-src 'self';"),
        "no frame is needed: {}",
        policy(&page)
    );
    let path = path_in(&page.body);
    let whole = browser.get(&path).await;
    assert_eq!(
        (whole.status, whole.header("content-type")),
        (200, "video/webm")
    );
    assert_eq!(whole.header("accept-ranges"), "bytes");
    assert!(whole.header("cache-control").contains("immutable"));
    assert!(
        policy(&whole).contains("media-src 'self'"),
        "it plays alone"
    );
    browser.headers.push(("range", "bytes=5-7".to_owned()));
    let part = browser.get(&path).await;
    assert_eq!((part.status, part.body.as_str()), (206, "and"));
    assert_eq!(
        part.header("content-range"),
        format!("bytes 5-7/{}", FILM.len())
    );
    browser.headers = vec![("range", "bytes=900-".to_owned())];
    assert_eq!(browser.get(&path).await.status, 416);
    browser.headers.clear();
    for missing in [
        "/videos/x.webm",
        "/videos/..%2f..%2fawning.toml",
        &format!("/videos/{}.webm", "0".repeat(64)),
        &path.replace(".webm", ".mp4"),
    ] {
        assert_eq!(browser.get(missing).await.status, 404, "{missing}");
    }
}

#[tokio::test]
async fn a_shop_with_a_video_of_another_site_lets_its_player_in_everywhere() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let mut browser = shop.browser();
    assert!(policy(&browser.get("/").await).contains("frame-src 'self';"));
    add(&shop, "https://youtu.be/aqz-KE-bpKQ", true)
        .await
        .expect("added");
    for path in ["/", MUG, "/cart"] {
        let page = browser.get(path).await;
        let policy = policy(&page);
        assert!(
            policy.contains("frame-src 'self' https://www.youtube-nocookie.com;"),
            "{path}: {policy}"
        );
        assert!(!policy.contains("vimeo"));
    }
    let page = browser.get(MUG).await.body;
    assert!(
        page.contains("href=\"https://www.youtube.com/watch?v=aqz-KE-bpKQ\""),
        "a link without scripts"
    );
    assert!(
        !page.contains("<iframe") && !page.contains("src=\"https://"),
        "nothing of theirs is loaded"
    );
    browser.post("cart/add", &[("product", "1201")]).await;
    let cart = browser.ask("/api/cart", &serde_json::Value::Null).await;
    let media = cart
        .pointer("/cart/items/0/product/mediaItem")
        .cloned()
        .unwrap_or_default();
    assert_eq!(media["type"], "VIDEO", "{cart}");
    assert_eq!(
        media["videoInfo"]["url"],
        "https://www.youtube.com/watch?v=aqz-KE-bpKQ"
    );
    assert_eq!(
        (&media["videoInfo"]["width"], &media["videoInfo"]["height"]),
        (&1280.into(), &720.into())
    );
    // Where no product has one any more, nobody's player is let in.
    let product = store::product(&shop.db.read, 1201).await.expect("read");
    let mut product = product.expect("the mug");
    product.images.retain(|image| image.video.is_none());
    let tx = shop.db.begin().await.expect("a transaction");
    let put = store::put_product(&tx, product, "", 0, crate::support::by_file()).await;
    version::touch_products(&tx, &[put.expect("stored").id()])
        .await
        .expect("noted");
    tx.commit().await.expect("committed");
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    let after = browser.get("/").await;
    assert!(
        policy(&after).contains("frame-src 'self';"),
        "{}",
        policy(&after)
    );
}

#[tokio::test]
async fn what_is_no_video_is_refused() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let dir = tempfile::tempdir().expect("a directory");
    let text = dir.path().join("film.mp4");
    std::fs::write(&text, "hello").expect("written");
    for (source, said) in [
        (
            "https://evil.example/watch?v=aqz-KE-bpKQ",
            "YouTube or Vimeo",
        ),
        (&*text.display().to_string(), "no MP4 or WebM"),
        ("/nowhere.mp4", "nowhere.mp4"),
    ] {
        let error = add(&shop, source, false).await.expect_err("refused");
        assert!(error.contains(said), "{error}");
    }
    let unknown = program(
        &shop,
        &[
            "video",
            "9",
            "https://vimeo.com/76979871",
            "--poster",
            &fixture("mug.png").display().to_string(),
        ],
    );
    let said = String::from_utf8_lossy(&unknown.stderr).into_owned();
    assert!(
        !unknown.status.success() && said.contains("there is no product 9"),
        "{said}"
    );
}

#[tokio::test]
async fn an_export_takes_videos_along() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let dir = tempfile::tempdir().expect("a directory");
    add(&shop, &film(dir.path()), false).await.expect("added");
    add(&shop, "https://vimeo.com/76979871/ab12", false)
        .await
        .expect("added");
    let file: PathBuf = dir.path().join("shop.jsonl");
    import::export(&shop.db, &shop.state.images, &file)
        .await
        .expect("exported");
    let other = Shop::open().await;
    let report = run(&other, file.clone(), true).await;
    assert_eq!(report.refused, [], "a dry run takes it");
    assert_eq!(run(&other, file.clone(), false).await.refused, []);
    let page = other.browser().get(MUG).await.body;
    assert_eq!(other.browser().get(&path_in(&page)).await.status, 200);
    assert!(page.contains("player.vimeo.com/video/76979871?h=ab12"));
    // Without its file a video does not come, and is named; an id that is none is refused.
    let lines = std::fs::read_to_string(&file).expect("lines");
    let alone = dir.path().join("alone.jsonl");
    std::fs::write(&alone, lines.replace("76979871/ab12", "76979871\\\"")).expect("written");
    let empty = Shop::open().await;
    let refused = run(&empty, alone, false).await.refused;
    assert!(
        refused
            .iter()
            .any(|it| it.to_string().contains("no id of such a video")),
        "{refused:?}"
    );
    assert_eq!(VideoSource::at("https://vimeo.com/76979871\""), None);
}
