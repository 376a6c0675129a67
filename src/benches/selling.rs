//! (j) What selling costs, against the bare writes of the same rows; (k) a cart page of 20 lines;
//! (l) two hundred buyers for fifty things.

use crate::{CONNECTIONS, ROUNDS, load, median, references};
use awning::{
    cart::{Details, LineChoices, Owner, store},
    platform::{
        config::Config,
        cookies::{self, Token},
        db::{Db, statement},
    },
};
use sea_orm::ConnectionTrait;
use std::net::SocketAddr;

const ORDERS: usize = 600;
const PAGES: usize = 3_000;
const BUYERS: usize = 200;
/// Postcards: €12.00.
const PRODUCT: i64 = 201;
/// With standard delivery.
const TOTAL: i64 = 1_690;

/// (j), (k) and (l).
pub async fn all(shop: SocketAddr, db: &Db, config: &Config) {
    stock(db, 1_000_000).await;
    let bare = load::serve(references::selling(db.clone())).await;
    let (mut adds, mut places) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let form = format!("product={PRODUCT}");
        let wanted = vec![form_request("/api/cart/add", "", &form); ORDERS];
        let full = load::run(shop, CONNECTIONS, &wanted).await;
        let least = vec![form_request("/add", "", &form); ORDERS];
        let reference = load::run(bare, CONNECTIONS, &least).await;
        println!("add to cart: {full:.0}/s, bare rows: {reference:.0}/s");
        adds.push(full / reference);

        let before = count(db, "SELECT count(*) FROM orders").await;
        let full = load::run(shop, CONNECTIONS, &orders(db, config, "bank", ORDERS).await).await;
        let placed = count(db, "SELECT count(*) FROM orders").await - before;
        assert_eq!(placed, ORDERS as i64, "every order is placed");
        let least = orders(db, config, "bank", ORDERS).await;
        let least: Vec<_> = least.into_iter().map(|it| to(&it, "/place")).collect();
        let reference = load::run(bare, CONNECTIONS, &least).await;
        println!("place an order: {full:.0}/s, bare rows: {reference:.0}/s");
        places.push(full / reference);
    }
    println!(
        "(j) at {CONNECTIONS} connections: add to cart / bare rows {:.2}; place an order / bare rows {:.2}\n",
        median(adds),
        median(places)
    );
    page(shop, db, config).await;
    race(shop, db, config).await;
}

/// The request for a cart page of 20 lines.
pub async fn cart_page(db: &Db, config: &Config) -> Vec<u8> {
    let token = Token::random().expect("chance");
    let tx = db.begin().await.expect("a transaction");
    let cart = store::open(&tx, &Owner::Guest(token.clone()), 0)
        .await
        .expect("a cart");
    for product in 101..=120 {
        let chosen = LineChoices::default();
        store::add(&tx, cart.id, product, &chosen, 1)
            .await
            .expect("a line");
    }
    tx.commit().await.expect("kept");
    load::request("GET", "/cart", &cookie(&token, config), "text/html")
}

async fn page(shop: SocketAddr, db: &Db, config: &Config) {
    let request = cart_page(db, config).await;
    let page = load::body(shop, &request).await;
    let bare = load::serve(references::same_bytes(page.clone())).await;
    let full = load::run(shop, CONNECTIONS, &vec![request; PAGES]).await;
    let bare_request = load::request("GET", "/", "", "text/html");
    let reference = load::run(bare, CONNECTIONS, &vec![bare_request; PAGES]).await;
    println!(
        "(k) cart page of 20 lines: {full:.0}/s, {} bytes from memory {reference:.0}/s: {:.3}\n",
        page.len(),
        full / reference
    );
}

async fn race(shop: SocketAddr, db: &Db, config: &Config) {
    stock(db, 50).await;
    let before = count(db, "SELECT count(*) FROM orders").await;
    let buyers = orders(db, config, "bank", BUYERS).await;
    load::run(shop, BUYERS, &buyers).await;
    let sold = count(db, "SELECT count(*) FROM orders").await - before;
    let left = count(db, "SELECT stock FROM products WHERE id = 201").await;
    println!("(l) {BUYERS} buyers at once for 50: {sold} sold, {left} left (wanted: 50 and 0)\n");
    assert_eq!((sold, left), (50, 0));
}

/// Lets there be as many pieces of what is bought.
pub async fn stock(db: &Db, pieces: i64) {
    let stock = format!("UPDATE products SET stock = {pieces} WHERE id = {PRODUCT}");
    db.write.execute_unprepared(&stock).await.expect("stocked");
}

/// Requests that place orders to be paid by `payment`, each for a cart of its own.
pub async fn orders(db: &Db, config: &Config, payment: &str, number: usize) -> Vec<Vec<u8>> {
    let details = serde_json::json!({
        "email": "ada@example.com", "delivery": "standard", "payment": payment,
        "shipping": { "name": "Ada Lovelace", "street": "Elbchaussee 1", "city": "Hamburg", "postalCode": "20095", "countryCode": "DE", "countryName": "Germany" },
    });
    let details: Details = serde_json::from_value(details).expect("details");
    let tx = db.begin().await.expect("a transaction");
    let mut requests = Vec::new();
    for _ in 0..number {
        let token = Token::random().expect("chance");
        let cart = store::open(&tx, &Owner::Guest(token.clone()), 0)
            .await
            .expect("a cart");
        let chosen = LineChoices::default();
        store::add(&tx, cart.id, PRODUCT, &chosen, 1)
            .await
            .expect("a line");
        store::keep(&tx, cart.id, &details, 0)
            .await
            .expect("details");
        let form = format!("key={}&total={TOTAL}", cart.public_id);
        requests.push(form_request(
            "/api/checkout/place",
            &cookie(&token, config),
            &form,
        ));
    }
    tx.commit().await.expect("kept");
    requests
}

fn form_request(path: &str, cookie: &str, form: &str) -> Vec<u8> {
    let length = form.len();
    format!("POST {path} HTTP/1.1\r\nhost: shop.test\r\naccept: text/html\r\ncookie: {cookie}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n{form}").into_bytes()
}

/// The same request at another path.
pub fn to(request: &[u8], path: &str) -> Vec<u8> {
    let text = String::from_utf8_lossy(request);
    text.replacen("/api/checkout/place", path, 1).into_bytes()
}

fn cookie(token: &Token, config: &Config) -> String {
    let header = cookies::set_cart(token, config);
    let text = header.to_str().expect("text");
    text.split(';').next().unwrap_or_default().to_owned()
}

async fn count(db: &Db, sql: &str) -> i64 {
    let count = statement(&db.read, sql, []);
    let row = db.read.query_one_raw(count).await.expect("a query");
    row.expect("a row").try_get_by_index(0).expect("a number")
}
