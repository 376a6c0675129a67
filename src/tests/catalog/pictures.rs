use super::support::{fixture, run, shop_of};
use crate::support::Shop;
use awning::{
    app::jobs::{picture_worker, worker},
    catalog::store,
};
use axum::{Router, http::StatusCode, response::Redirect, routing::get};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

#[tokio::test]
async fn pictures_come_in_the_width_and_format_asked_for() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let mut browser = shop.browser();
    let page = browser.get("/Blue-Mug-Saucer-p1201").await.body;
    let hash = page
        .split("/images/")
        .nth(1)
        .expect("a picture")
        .split('-')
        .next()
        .expect("a hash")
        .to_owned();
    for (name, status, kind) in [
        (format!("{hash}-160.webp"), 200, "image/webp"),
        (format!("{hash}-160.jpg"), 200, "image/jpeg"),
        (format!("{hash}-160.webp"), 200, "image/webp"),
        (format!("{hash}-161.webp"), 404, ""),
        (format!("{}-160.webp", "0".repeat(64)), 404, ""),
        ("..%2f..%2fshop.db".to_owned(), 404, ""),
    ] {
        let answer = browser.get(&format!("/images/{name}")).await;
        assert_eq!(answer.status, status, "{name}");
        if status == 200 {
            assert_eq!(answer.header("content-type"), kind);
            assert_eq!(
                answer.header("cache-control"),
                "public, max-age=31536000, immutable"
            );
        }
    }
    assert!(page.contains("width=\"12\" height=\"9\"") && page.contains("fetchpriority=\"high\""));
}

/// A site with a picture; its address, and how often that was fetched.
async fn site() -> (String, Arc<AtomicUsize>) {
    let fetched = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&fetched);
    let file = std::fs::read(fixture("mug.png")).expect("a picture");
    let (asked, mut other) = (Arc::new(AtomicUsize::new(0)), file.clone());
    other.extend(b"another picture");
    let late = move || {
        let is_first = asked.fetch_add(1, Ordering::Relaxed) == 0;
        let answer = (!is_first).then(|| other.clone());
        async move { answer.ok_or(StatusCode::SERVICE_UNAVAILABLE) }
    };
    let picture = move || {
        counter.fetch_add(1, Ordering::Relaxed);
        let file = file.clone();
        async move { file }
    };
    let site = Router::new()
        .route("/mug.png", get(picture))
        .route("/late.png", get(late))
        .route("/moved.png", get(|| async { Redirect::to("/mug.png") }))
        .route("/page.png", get(|| async { "<html>no picture</html>" }))
        .fallback(|| async { StatusCode::NOT_FOUND });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, site).await });
    (format!("http://{address}"), fetched)
}

#[tokio::test]
async fn pictures_are_fetched_once_and_what_is_wrong_with_one_is_said() {
    let shop = Shop::with(|config| config.import_from_private_networks = true).await;
    let (site, fetched) = site().await;
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let closed = free.local_addr().expect("an address").port();
    drop(free);
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("shopify.csv");
    let rows = format!(
        "Handle,Title,Variant Price,Image Src\n\
         mug,Mug,5,{site}/mug.png\n\
         cup,Cup,5,{site}/moved.png\n\
         jug,Jug,5,{site}/page.png\n\
         pot,Pot,5,{site}/missing.png\n\
         can,Can,5,http://127.0.0.1:{closed}/closed.png\n"
    );
    std::fs::write(&file, rows).expect("written");
    let report = run(&shop, file.clone(), false).await;
    let said: Vec<String> = report.refused.iter().map(ToString::to_string).collect();
    let expected = [(4, "no JPEG"), (5, "404"), (6, "not fetched")];
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    for ((line, why), said) in expected.iter().zip(&said) {
        assert!(
            said.contains(&format!("line {line}")) && said.contains(why),
            "{said}"
        );
    }
    let page = shop.browser().get("/search?keyword=mug").await.body;
    assert!(page.contains("/images/"), "the mug has its picture");
    let before = fetched.load(Ordering::Relaxed);
    run(&shop, file, false).await;
    assert_eq!(
        fetched.load(Ordering::Relaxed),
        before,
        "known ones are not fetched again"
    );
}

#[tokio::test]
async fn a_picture_whose_site_does_not_answer_comes_later() {
    let shop = Shop::with(|config| config.import_from_private_networks = true).await;
    let (site, _) = site().await;
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("shopify.csv");
    let rows = format!(
        "Handle,Title,Variant Price,Image Src\nmug,Mug,5,{site}/late.png\nmug,,,{site}/mug.png\n"
    );
    std::fs::write(&file, rows).expect("written");
    let jobs = "SELECT count(*) FROM jobs WHERE kind = 'picture'";
    let nowhere = dir.path().join("nowhere.csv");
    let row = "Handle,Title,Variant Price,Image Src\ncan,Can,5,http://127.0.0.1:9/can.png\n";
    std::fs::write(&nowhere, row).expect("written");
    run(&shop, nowhere.clone(), true).await;
    assert_eq!(shop.count(jobs).await, 0, "a dry run leaves nothing to do");
    let report = run(&shop, file.clone(), false).await;
    let said: Vec<String> = report.refused.iter().map(ToString::to_string).collect();
    assert!(
        said.len() == 1 && said[0].contains("503") && said[0].contains("tries again"),
        "{said:?}"
    );
    let at_first = pictures_of_the_only_product(&shop).await;
    assert_eq!(at_first.len(), 1, "the product is there without it");
    shop.execute("UPDATE jobs SET due_at = 0 WHERE kind = 'picture'")
        .await;
    let others = worker(&shop.state).work_off().await.expect("done");
    assert_eq!(others, 0, "whoever sends e-mails waits for no picture");
    let tries = picture_worker(&shop.state).work_off().await;
    assert_eq!(tries.expect("fetched"), 1);
    let later = pictures_of_the_only_product(&shop).await;
    assert_eq!((later.len(), &later[1]), (2, &at_first[0]), "in its place");
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    let page = shop.browser().get("/Mug-p1").await.body;
    assert!(page.contains(&later[0]) && page.contains(&later[1]));
    let again = run(&shop, file, false).await;
    assert_eq!((again.unchanged, again.refused.len()), (1, 0));
    run(&shop, nowhere, true).await;
    assert_eq!(shop.count(jobs).await, 1, "each picture is one job");
}

/// The hashes of its pictures, the first first.
async fn pictures_of_the_only_product(shop: &Shop) -> Vec<String> {
    let product = store::product(&shop.db.read, 1).await.expect("read");
    let images = product.expect("a product").images.into_iter();
    images.map(|image| image.hash).collect()
}

#[tokio::test]
async fn a_file_does_not_have_the_shop_ask_its_own_network() {
    let shop = Shop::open().await;
    let (site, fetched) = site().await;
    let port = site.rsplit(':').next().unwrap_or_default();
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("shopify.csv");
    let rows = format!(
        "Handle,Title,Variant Price,Image Src\nmug,Mug,5,{site}/mug.png\ncup,Cup,5,http://localhost:{port}/mug.png\n"
    );
    std::fs::write(&file, rows).expect("written");
    let report = run(&shop, file, false).await;
    let said: Vec<String> = report.refused.iter().map(ToString::to_string).collect();
    assert_eq!((report.created, said.len()), (2, 2), "{said:?}");
    for refusal in &said {
        assert!(refusal.contains("private network"), "{refusal}");
    }
    assert_eq!(fetched.load(Ordering::Relaxed), 0);
}

/// The files that were made of the pictures of `shop`, and what they were made of.
fn files(shop: &Shop, part: &str) -> Vec<std::path::PathBuf> {
    let folders = std::fs::read_dir(&shop.config.images).expect("pictures");
    let all = folders
        .flatten()
        .flat_map(|it| std::fs::read_dir(it.path()));
    all.flatten()
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.to_string_lossy().contains(part))
        .collect()
}

#[tokio::test]
async fn a_file_that_was_lost_is_never_handed_out_for_good() {
    let (shop, _) = shop_of("ecwid.csv").await;
    let mut browser = shop.browser();
    let page = browser.get("/Blue-Mug-Saucer-p1201").await.body;
    let hash = page.split("/images/").nth(1).expect("a picture");
    let url = format!("/images/{}-160.jpg", &hash[..64]);
    let whole = browser.get(&url).await;
    let made = files(&shop, ".160.jpg");
    assert_eq!(made.len(), 1);
    for damaged in [&b""[..], &b"\xff\xd8 half"[..]] {
        std::fs::write(&made[0], damaged).expect("written");
        let again = browser.get(&url).await;
        assert_eq!((again.status, &again.body), (200, &whole.body));
        assert!(std::fs::metadata(&made[0]).expect("made").len() > 20);
    }
    std::fs::remove_file(&made[0]).expect("removed");
    let original = files(&shop, &format!("{}.original", &hash[..64]));
    let file = std::fs::read(&original[0]).expect("a file");
    for kept in [0, file.len() / 2] {
        std::fs::write(&original[0], &file[..kept]).expect("written");
        let answer = browser.get(&url).await;
        assert_eq!(answer.status, 500);
        assert!(!answer.header("cache-control").contains("immutable"));
    }
    run(&shop, fixture("ecwid.csv"), false).await;
    let again = browser.get(&url).await;
    assert_eq!((again.status, &again.body), (200, &whole.body));
}

/// Most memory that the server may take while it makes many sizes of huge pictures, in KiB.
#[cfg(target_os = "linux")]
const MAX_MEMORY: u64 = 300 * 1024;

#[cfg(target_os = "linux")]
#[tokio::test]
async fn many_sizes_of_a_huge_picture_take_no_more_memory_than_there_is() {
    use crate::shop::connections::Served;
    use std::io::{Cursor, Read, Write};
    let shop = Served::start(&["images=pictures", "request_timeout_seconds=120"]);
    let mut file = Cursor::new(Vec::new());
    image::RgbImage::new(6_400, 4_700)
        .write_to(&mut file, image::ImageFormat::Jpeg)
        .expect("encoded");
    let images = awning::platform::images::Images::new(
        &shop.dir.path().join("pictures").display().to_string(),
    );
    let hash = images.keep(file.get_ref()).expect("kept").hash;
    let asked: Vec<_> = awning::platform::images::WIDTHS[..2]
        .iter()
        .map(|width| {
            let mut stream = std::net::TcpStream::connect(shop.address).expect("connected");
            let ask = format!("GET /images/{hash}-{width}.jpg HTTP/1.1\r\nHost: shop.test\r\nConnection: close\r\n\r\n");
            stream.write_all(ask.as_bytes()).expect("asked");
            stream
        })
        .collect();
    for mut stream in asked {
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("answered");
        assert!(
            answer.starts_with(b"HTTP/1.1 200"),
            "{}",
            String::from_utf8_lossy(&answer)
        );
    }
    let status =
        std::fs::read_to_string(format!("/proc/{}/status", shop.child.id())).expect("it runs");
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .expect("a line");
    let peak: u64 = peak
        .trim()
        .trim_end_matches(" kB")
        .parse()
        .expect("a number");
    assert!(peak < MAX_MEMORY, "{peak} KiB");
    assert!(shop.terminated().success());
}
