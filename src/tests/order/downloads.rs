//! Files that are sold: links of a paid order, so often and so long.

use crate::{
    order::command_line::program,
    support::checkout::{ADDRESS, field, ordered, selling_with, up_to_review},
    support::{Answer, Browser, Shop},
};
use awning::{
    catalog::store::{add_file, set_digital},
    platform::{config::Config, db::statement},
};
use axum::http::Method;
use sea_orm::ConnectionTrait;

const BYTES: &[u8] = b"0123456789abcdefghij";

/// A shop whose mug (1201) comes with a file of twenty bytes.
async fn shop_with(change: impl FnOnce(&mut Config)) -> Shop {
    let shop = selling_with(change).await;
    attach(&shop, "Größe 1.pdf", BYTES).await;
    shop
}

async fn attach(shop: &Shop, name: &str, bytes: &[u8]) {
    let kept = shop.state.files.keep(bytes).expect("kept");
    let added = add_file(&shop.db.write, 1201, name, &kept, 0).await;
    added.expect("added");
}

/// A paid order of a mug, and the path of its link.
async fn bought(shop: &Shop, browser: &mut Browser) -> (String, String) {
    up_to_review(browser, "ada@example.com").await;
    let number = ordered(&crate::support::checkout::place(browser).await);
    pay(shop, &number, "paid");
    let page = browser.get(&format!("/account/orders/{number}")).await.body;
    (number, link_in(&page))
}

fn pay(shop: &Shop, number: &str, status: &str) {
    let done = program(shop, &["orders", "status", number, "--payment", status]);
    assert!(done.status.success(), "{done:?}");
}

/// The first link in `text`.
fn link_in(text: &str) -> String {
    let (_, rest) = text.split_once("/download/").expect("a link");
    let is_end = |letter: char| matches!(letter, '"' | '\n' | '\r' | ' ');
    let rest = rest.split(is_end).next().unwrap_or_default();
    format!("/download/{rest}")
}

async fn part(shop: &Shop, link: &str, range: &str) -> Answer {
    let mut browser = shop.browser();
    browser.headers.push(("range", range.to_owned()));
    browser.get(link).await
}

fn refusal(answer: &Answer) -> &str {
    let to = answer.header("location");
    let query = to.strip_prefix("/downloadError?errorType=");
    let query = query.unwrap_or_else(|| panic!("no refusal: {} {to}", answer.status));
    query.split('&').next().unwrap_or_default()
}

const COUNT: &str = "SELECT coalesce(sum(count), 0) FROM downloads";

#[tokio::test]
async fn a_paid_order_has_links_and_so_has_its_email() {
    let shop = shop_with(|_| {}).await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let number = ordered(&crate::support::checkout::place(&mut browser).await);
    let order = format!("/account/orders/{number}");
    let page = browser.get(&order).await.body;
    assert!(page.contains("Größe 1.pdf") && page.contains("once the order is paid"));
    assert!(!page.contains("/download/"), "not yet");
    pay(&shop, &number, "paid");
    let page = browser.get(&order).await.body;
    let link = link_in(&page);
    assert!(page.contains("5 downloads left") && page.contains("until 20"));
    let db = &shop.db.read;
    let sql = "SELECT text FROM letters WHERE text LIKE '%/download/%'";
    let row = db.query_one_raw(statement(db, sql, [])).await;
    let text: String = row
        .expect("a query")
        .expect("an e-mail")
        .try_get_by_index(0)
        .expect("text");
    assert_eq!(link_in(&text), link);
    assert!(text.contains("Größe 1.pdf"), "{text}");
    let file = shop.browser().get(&link).await;
    assert_eq!((file.status, file.body.as_bytes()), (200, BYTES));
    assert_eq!(file.header("content-type"), "application/pdf");
    assert_eq!(file.header("cache-control"), "private, no-store");
    assert_eq!(file.header("content-length"), "20");
    assert_eq!(file.header("accept-ranges"), "bytes");
    let name = "attachment; filename=\"Gr__e 1.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%201.pdf";
    assert_eq!(file.header("content-disposition"), name);
    let mut ada = shop.customer("ada@example.com").await;
    let (_, link) = bought(&shop, &mut ada).await;
    assert!(ada.get("/account").await.body.contains(&link));
}

#[tokio::test]
async fn the_rest_of_a_download_is_not_counted() {
    let shop = shop_with(|config| config.download_limit = 2).await;
    let (_, link) = bought(&shop, &mut shop.browser()).await;
    let head = shop.browser().send(Method::HEAD, &link, "*/*", "").await;
    assert_eq!((head.status, shop.count(COUNT).await), (200, 0));
    let first = part(&shop, &link, "bytes=0-9").await;
    assert_eq!((first.status, first.body.as_str()), (206, "0123456789"));
    assert_eq!(first.header("content-range"), "bytes 0-9/20");
    for _ in 0..3 {
        let rest = part(&shop, &link, "bytes=10-").await;
        assert_eq!((rest.status, rest.body.as_str()), (206, "abcdefghij"));
    }
    assert_eq!(shop.count(COUNT).await, 1);
    // Of a file that is another one by now there is no rest.
    attach(&shop, "Größe 1.pdf", b"another file").await;
    let mut browser = shop.browser();
    browser.headers.push(("range", "bytes=10-".into()));
    browser
        .headers
        .push(("if-range", first.header("etag").into()));
    let whole = browser.get(&link).await;
    assert_eq!((whole.status, whole.body.as_str()), (200, "another file"));
    assert_eq!(shop.count(COUNT).await, 2);
    // Hours later a rest begins a download, and there is none left.
    shop.execute("UPDATE downloads SET started_at = started_at - 90000")
        .await;
    let late = part(&shop, &link, "bytes=1-").await;
    assert_eq!(refusal(&late), "limit");
}

#[tokio::test]
async fn a_link_works_so_often_and_says_why_not_more() {
    let shop = shop_with(|config| config.download_limit = 2).await;
    let mut browser = shop.browser();
    let (number, link) = bought(&shop, &mut browser).await;
    for _ in 0..2 {
        assert_eq!(shop.browser().get(&link).await.status, 200);
    }
    let refused = shop.browser().get(&link).await;
    assert_eq!(refusal(&refused), "limit");
    let page = browser.get(refused.header("location")).await;
    assert!(page.status == 200 && page.body.contains("as often as it may be"));
    assert!(page.body.contains("DOWNLOAD_ERROR"));
    let page = browser.get(&format!("/account/orders/{number}")).await.body;
    assert!(page.contains("0 downloads left"));
}

#[tokio::test]
async fn a_link_ends_and_stops_with_its_order() {
    let shop = shop_with(|config| config.download_days = 3).await;
    let mut browser = shop.browser();
    let (number, link) = bought(&shop, &mut browser).await;
    shop.execute("UPDATE orders SET placed_at = placed_at - 864000")
        .await;
    assert_eq!(
        browser.get(&link).await.status,
        200,
        "it counts from the payment"
    );
    shop.execute("UPDATE orders SET paid_at = paid_at - 259200")
        .await;
    assert_eq!(refusal(&browser.get(&link).await), "expired");
    shop.execute("UPDATE orders SET paid_at = paid_at + 259200")
        .await;
    assert_eq!(browser.get(&link).await.status, 200);
    for status in ["refunded", "cancelled"] {
        pay(&shop, &number, status);
        assert_eq!(refusal(&browser.get(&link).await), "invalid", "{status}");
        let page = browser.get(&format!("/account/orders/{number}")).await.body;
        assert!(!page.contains("/download/"));
    }
}

#[tokio::test]
async fn no_other_link_leads_to_a_file() {
    let shop = shop_with(|_| {}).await;
    let (number, link) = bought(&shop, &mut shop.browser()).await;
    let token = link.rsplit('/').next().expect("a token");
    let file = shop.count("SELECT id FROM product_files").await;
    for wrong in [
        format!("/download/{number}/0/{file}/{}", &token[1..]),
        format!("/download/{number}/1/{file}/{token}"),
        format!("/download/{number}/0/{}/{token}", file + 1),
        format!("/download/NOSUCH/0/{file}/{token}"),
        format!("/download/{number}/x/{file}/{token}"),
        format!("/download/{number}/0/{file}/%2e%2e"),
    ] {
        assert_eq!(
            refusal(&shop.browser().get(&wrong).await),
            "invalid",
            "{wrong}"
        );
    }
    assert_eq!(shop.count(COUNT).await, 0);
    shop.execute("DELETE FROM product_files").await;
    assert_eq!(refusal(&shop.browser().get(&link).await), "invalid");
}

#[tokio::test(flavor = "multi_thread")]
async fn downloads_at_once_are_all_counted() {
    let shop = shop_with(|config| config.download_limit = 3).await;
    let (_, link) = bought(&shop, &mut shop.browser()).await;
    let all = (0..8).map(|_| {
        let (mut browser, link) = (shop.browser(), link.clone());
        tokio::spawn(async move { browser.get(&link).await.status })
    });
    let mut went = 0;
    for one in all.collect::<Vec<_>>() {
        went += u32::from(one.await.expect("an answer") == 200);
    }
    assert_eq!((went, shop.count(COUNT).await), (3, 3));
}

#[tokio::test]
async fn a_product_of_files_is_not_delivered() {
    let shop = shop_with(|_| {}).await;
    let set = set_digital(&shop.db.write, 1201, true).await;
    assert!(set.expect("set"));
    let mut browser = shop.browser();
    browser.post("cart/add", &[("product", "1201")]).await;
    browser
        .post("cart/checkout", &[("email", "ada@example.com")])
        .await;
    let page = browser.get("/checkout/address").await.body;
    assert!(page.contains("Billing address") && !page.contains("Delivery address"));
    let mut address = ADDRESS.to_vec();
    address.push(("same", "yes"));
    let answer = browser.post("checkout/address", &address).await;
    assert_eq!(answer.header("location"), "/checkout/payment");
    let skipped = browser.get("/checkout/shipping").await;
    assert_eq!(skipped.header("location"), "/checkout/payment");
    let page = browser.get("/checkout/payment").await.body;
    assert!(!page.contains(">Delivery<"), "neither a step nor a price");
    assert_eq!(field(&page, "total"), "2450");
    let number = ordered(&crate::support::checkout::place(&mut browser).await);
    let thanks = format!("/checkout/order-confirmation?order={number}");
    let page = browser.get(&thanks).await.body;
    assert!(page.contains("Billing address") && !page.contains(">Delivery<"));
    // With something to send beside it, it is delivered as before.
    let shirt = [("product", "1202"), ("option-Size", "M")];
    browser.post("cart/add", &[("product", "1201")]).await;
    browser.post("cart/add", &shirt).await;
    assert!(browser.get("/cart").await.body.contains(">Delivery<"));
}

#[tokio::test]
async fn the_merchant_attaches_lists_and_removes_files() {
    let shop = selling_with(|_| {}).await;
    let dir = tempfile::tempdir().expect("a directory");
    let source = dir.path().join("map.gpx");
    std::fs::write(&source, "map").expect("written");
    let source = source.display().to_string();
    let files = format!("files={}", shop.config.files);
    let run = |words: &[&str]| {
        let output = program(&shop, &[&["files"], words, &["--set", &files]].concat());
        let said = [output.stdout, output.stderr].concat();
        (
            output.status.success(),
            String::from_utf8(said).expect("text"),
        )
    };
    let (done, said) = run(&["add", "1201", &source, "--digital"]);
    assert!(
        done && said.contains("1 files come with product 1201"),
        "{said}"
    );
    assert_eq!(shop.product_value(1201, "/digital").await, true);
    let (_, list) = run(&["list"]);
    assert!(list.starts_with("1201\tmap.gpx\t3\t"), "{list}");
    let (done, said) = run(&["add", "77", &source]);
    assert!(!done && said.contains("there is no product 77"), "{said}");
    let (done, said) = run(&["remove", "1201", "other.gpx"]);
    assert!(!done && said.contains("has no file other.gpx"), "{said}");
    assert!(run(&["remove", "1201", "map.gpx"]).0);
    let left = std::fs::read_dir(&shop.config.files).expect("it").count();
    assert_eq!(left, 0, "nothing else had it");
}

/// What costs nothing waits for no money.
#[tokio::test]
async fn a_free_file_is_there_at_once() {
    let shop = shop_with(|_| {}).await;
    set_digital(&shop.db.write, 1201, true).await.expect("set");
    shop.set_product(1201, "/price", serde_json::json!(0)).await;
    let mut ada = shop.browser();
    ada.post("cart/add", &[("product", "1201")]).await;
    ada.post("cart/checkout", &[("email", "ada@example.com")])
        .await;
    ada.post("checkout/address", &ADDRESS).await;
    let number = ordered(&crate::support::checkout::place(&mut ada).await);
    let page = ada.get(&format!("/account/orders/{number}")).await.body;
    assert!(
        !page.contains("Within seven days."),
        "nothing is to be paid"
    );
    let answer = ada.get(&link_in(&page)).await;
    assert_eq!((answer.status, answer.body.as_bytes()), (200, BYTES));
}
