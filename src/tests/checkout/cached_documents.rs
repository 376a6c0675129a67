//! Pages that are kept between answers: what is one visitor's own is in no other's.

use crate::{
    support::checkout::{ordered, place, selling, selling_with, up_to_review},
    support::{Answer, Browser, PASSWORD, Shop},
};
use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, Request},
};
use serde_json::{Value, json};
use std::collections::HashSet;
use tower::ServiceExt;

const MUG: &str = "/Blue-Mug-Saucer-p1201";
const KEPT: [&str; 4] = ["/", "/search", "/Kitchen-c3", MUG];

/// The page's own data.
fn data(page: &str) -> Value {
    let json = page.split("id=\"awning-boot\">").nth(1).expect("data");
    let json = json.split("</script>").next().expect("their end");
    serde_json::from_str(json).expect("JSON")
}

/// The one nonce of an answer: of its policy and of every script in it.
fn nonce(answer: &Answer) -> String {
    let policy = answer.header("content-security-policy");
    let nonce = policy.split("'nonce-").nth(1).expect("a nonce");
    let nonce = nonce.split('\'').next().expect("its end").to_owned();
    let scripts = answer.body.split("nonce=\"").skip(1);
    let mut count = 0;
    for script in scripts {
        assert!(script.starts_with(&format!("{nonce}\"")), "{script:.40}");
        count += 1;
    }
    assert!(count >= 5, "{count} scripts");
    nonce
}

/// A signed-in customer with `quantity` mugs in the cart, who comes from a country of its own.
async fn customer(shop: &Shop, name: &str, country: &str, quantity: usize) -> Browser {
    let mut browser = shop.browser();
    let email = format!("{}@example.com", name.to_lowercase());
    let form = [("name", name), ("email", &email), ("password", PASSWORD)];
    assert_eq!(browser.call("account/register", &form).await.status, 200);
    fill(&mut browser, quantity).await;
    browser.headers.push(("x-country", country.to_owned()));
    browser
}

async fn fill(browser: &mut Browser, quantity: usize) {
    let quantity = quantity.to_string();
    let form = [("product", "1201"), ("quantity", quantity.as_str())];
    browser.call("cart/add", &form).await;
}

/// Who requests, as pages have to show it.
#[derive(Clone)]
struct Known {
    browser: Browser,
    name: Option<&'static str>,
    country: Option<&'static str>,
    things: usize,
}

/// Everything of `known` is in the page, and nothing of any other of `names`.
fn is_own(page: &str, known: &Known, names: &[&str]) {
    let data = data(page);
    let name = data.pointer("/customer/name").and_then(Value::as_str);
    assert_eq!(name, known.name);
    assert_eq!(data["country"], json!(known.country));
    assert_eq!(data["cart"], json!(known.things));
    for other in names.iter().filter(|it| Some(**it) != known.name) {
        assert!(
            !page.contains(other),
            "{other} in the page of {:?}",
            known.name
        );
    }
    if let Some(name) = known.name {
        let shown = format!("class=\"menu__label\">{name}<");
        assert!(page.contains(&shown), "{name} is greeted");
    }
    let counter = format!("aria-hidden=\"true\">{}</span>", known.things);
    assert_eq!(page.contains(&counter), known.things > 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_visitors_never_see_each_others_hole() {
    const NAMES: [&str; 2] = ["Xaveria", "Quillon"];
    let shop = selling_with(|config| config.visitor_country_header = "x-country".into()).await;
    let known = |browser, name, country, things| Known {
        browser,
        name,
        country,
        things,
    };
    let mut guest = shop.browser();
    fill(&mut guest, 3).await;
    let visitors = [
        known(
            customer(&shop, "Xaveria", "GB", 1).await,
            Some("Xaveria"),
            Some("GB"),
            1,
        ),
        known(
            customer(&shop, "Quillon", "US", 2).await,
            Some("Quillon"),
            Some("US"),
            2,
        ),
        known(guest, None, None, 3),
        known(shop.browser(), None, None, 0),
    ];
    let mut requests = tokio::task::JoinSet::new();
    for round in 0..12 {
        for path in KEPT {
            for visitor in &visitors {
                let (shop, mut visitor) = (shop.state.clone(), visitor.clone());
                requests.spawn(async move {
                    if round % 4 == 3 {
                        // Whatever is kept is drawn anew, while others read it.
                        shop.catalog.note_sale();
                    }
                    let answer = visitor.browser.get(path).await;
                    assert_eq!(answer.status, 200, "{path}");
                    is_own(&answer.body, &visitor, &NAMES);
                    nonce(&answer)
                });
            }
        }
    }
    let nonces = requests.join_all().await;
    let different: HashSet<_> = nonces.iter().collect();
    assert_eq!(different.len(), nonces.len(), "no nonce comes twice");
}

#[tokio::test]
async fn what_is_said_to_one_visitor_is_kept_for_none() {
    let shop = selling().await;
    let mut ada = shop.customer("ada@example.com").await;
    ada.get(MUG).await;
    let bytes = shop.state.documents.bytes();
    assert!(bytes > 0, "the product is kept");
    // What was just added, where she searched, and what is hers alone.
    let answer = ada.post("cart/add", &[("product", "1201")]).await;
    let said = ada.get(answer.header("location")).await.body;
    assert!(said.contains("class=\"added\""));
    for path in [
        "/cart",
        "/account",
        "/account/orders",
        "/search?keyword=mug",
        "/nowhere",
    ] {
        ada.get(path).await;
        assert_eq!(shop.state.documents.bytes(), bytes, "{path}");
    }
    let mut grace = customer(&shop, "Grace", "", 2).await;
    let page = grace.get(MUG).await.body;
    assert!(page.contains("Grace") && !page.contains("Ada Lovelace"));
    assert_eq!(
        shop.state.documents.bytes(),
        bytes,
        "one for all who are signed in"
    );
}

/// A thousand made-up addresses of one page are one page.
#[tokio::test]
async fn made_up_queries_are_not_kept() {
    let shop = selling().await;
    let mut browser = shop.browser();
    browser.get(MUG).await;
    let bytes = shop.state.documents.bytes();
    for number in 0..20 {
        let answer = browser.get(&format!("{MUG}?x={number}")).await;
        assert_eq!(answer.status, 200);
    }
    assert_eq!(shop.state.documents.bytes(), bytes);
}

#[tokio::test]
async fn what_was_sold_shows_at_once() {
    let shop = selling().await;
    let mut watcher = shop.browser();
    assert!(watcher.get(MUG).await.body.contains("(7 left)"));
    let mut buyer = shop.browser();
    up_to_review(&mut buyer, "ada@example.com").await;
    ordered(&place(&mut buyer).await);
    assert!(watcher.get(MUG).await.body.contains("(6 left)"));
    let mut buyer = shop.browser();
    fill(&mut buyer, 5).await;
    up_to_review(&mut buyer, "grace@example.com").await;
    ordered(&place(&mut buyer).await);
    let page = watcher.get(MUG).await.body;
    assert!(
        page.contains("product-details__product-stock--out"),
        "sold out"
    );
}

#[tokio::test]
async fn a_changed_price_text_and_script_show_at_once() {
    let shop = selling().await;
    let mut browser = shop.browser();
    for path in KEPT {
        assert!(browser.get(path).await.body.contains("€24.50"), "{path}");
    }
    shop.set_product(1201, "/price", 2600).await;
    shop.execute("UPDATE catalog_version SET version = version + 1")
        .await;
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    for path in KEPT {
        let page = browser.get(path).await.body;
        assert!(
            page.contains("€26.00") && !page.contains("€24.50"),
            "{path}"
        );
    }
    let said = "# Returns\n\nSure.";
    awning::content::pages::put(&shop.db.write, "returns", "en", said)
        .await
        .expect("stored");
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    for path in KEPT {
        let page = browser.get(path).await.body;
        assert!(page.contains("\"/pages/returns\">Returns</a>"), "{path}");
    }
}

/// Each language and each host has a page of its own.
#[tokio::test]
async fn languages_and_hosts_are_kept_apart() {
    let shop = selling().await;
    let mut english = shop.browser();
    let mut german = shop.browser();
    german.get("/?lang=de").await;
    for _ in 0..2 {
        assert!(english.get(MUG).await.body.contains("<html lang=\"en\""));
        assert!(german.get(MUG).await.body.contains("<html lang=\"de\""));
    }
}

#[tokio::test]
async fn gzip_holds_the_plain_page_and_is_smaller_than_before() {
    let shop = selling().await;
    let mut guest = shop.browser();
    fill(&mut guest, 3).await;
    for path in KEPT {
        // As they are kept, both.
        guest.get(path).await;
        let plain = guest.get(path).await;
        let (headers, body) = zipped(&shop, &guest, path).await;
        let header = |name: &str| headers.get(name).map(|it| it.to_str().expect("text"));
        assert_eq!(header("content-encoding"), Some("gzip"));
        assert_eq!(header("content-length"), Some(&*body.len().to_string()));
        let page = unzipped(&body);
        let policy = header("content-security-policy").expect("a policy");
        let own = policy.split("'nonce-").nth(1).expect("a nonce");
        let own = own.split('\'').next().expect("its end");
        assert_eq!(page.replace(own, &nonce(&plain)), plain.whole, "{path}");
        let fastest = fastest(&page);
        assert!(body.len() <= fastest, "{} > {fastest}", body.len());
    }
}

/// The page at `path` as `browser` gets it that takes gzip.
async fn zipped(shop: &Shop, browser: &Browser, path: &str) -> (HeaderMap, Vec<u8>) {
    let cookies = browser.cookies.iter();
    let cookies: Vec<_> = cookies
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let request = Request::builder()
        .uri(path)
        .header("host", "shop.test")
        .header("accept", "text/html")
        .header("accept-encoding", "br, gzip")
        .header("cookie", cookies.join("; "))
        .body(Body::empty())
        .expect("a request");
    let answer = shop
        .router
        .clone()
        .oneshot(request)
        .await
        .expect("infallible");
    let (parts, body) = answer.into_parts();
    let body = to_bytes(body, usize::MAX).await.expect("a body");
    (parts.headers, body.to_vec())
}

fn unzipped(bytes: &[u8]) -> String {
    let mut page = String::new();
    let mut reader = flate2::read::GzDecoder::new(bytes);
    std::io::Read::read_to_string(&mut reader, &mut page).expect("gzip");
    page
}

/// How long `page` is, compressed whole at the quickest level.
fn fastest(page: &str) -> usize {
    let level = flate2::Compression::fast();
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), level);
    std::io::Write::write_all(&mut writer, page.as_bytes()).expect("written");
    writer.finish().expect("gzip").len()
}
