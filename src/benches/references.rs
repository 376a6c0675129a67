//! The least that could do the same: what ratios are taken against.

use awning::platform::{
    config::Config,
    cookies::SessionCookie,
    db::{Db, statement},
};
use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, header},
    response::IntoResponse,
    routing::{get, post},
};
use sea_orm::ConnectionTrait;

/// Deletes the session of the request's cookie, and nothing else.
pub fn delete_session(db: Db) -> Router {
    Router::new().route("/", post(delete)).with_state(db)
}

async fn delete(State(db): State<Db>, headers: HeaderMap) -> impl IntoResponse {
    if let SessionCookie::Token(token) = SessionCookie::read(&headers, &Config::default()) {
        let sql = "DELETE FROM sessions WHERE token_hash = $1";
        let delete = statement(&db.write, sql, [token.hash().into()]);
        db.write.execute_raw(delete).await.expect("deleted");
    }
    "{}"
}

/// Returns `page`.
pub fn same_bytes(page: Vec<u8>) -> Router {
    let page = Bytes::from(page);
    Router::new().route(
        "/",
        get(move || async move { ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page) }),
    )
}

/// Writes the rows of a cart, and of an order, and nothing else.
pub fn selling(db: Db) -> Router {
    Router::new()
        .route("/add", post(add))
        .route("/place", post(place))
        .with_state(db)
}

async fn add(State(db): State<Db>) -> impl IntoResponse {
    let token = awning::platform::cookies::Token::random().expect("chance");
    let tx = db.begin().await.expect("a transaction");
    let owner = awning::cart::Owner::Guest(token);
    let cart = awning::cart::store::open(&tx, &owner, 0)
        .await
        .expect("a cart");
    let line =
        "INSERT INTO cart_lines (cart_id, product_id, quantity, chosen) VALUES ($1, 201, 1, '{}')";
    let insert = statement(&tx, line, [cart.id.into()]);
    tx.execute_raw(insert).await.expect("a line");
    tx.commit().await.expect("kept");
    "{}"
}

/// The order and the e-mail are copies of the first ones there are.
async fn place(State(db): State<Db>, body: String) -> impl IntoResponse {
    let key = body.split(['=', '&']).nth(1).unwrap_or_default().to_owned();
    let tx = db.begin().await.expect("a transaction");
    for sql in [
        "INSERT INTO orders (id, public_id, secret_hash, customer_id, email, placed_at, payment_status, fulfillment_status, total, words, document, announced, withdrawn_at) SELECT carts.id, carts.public_id, secret_hash, orders.customer_id, email, placed_at, payment_status, fulfillment_status, total, words, document, announced, withdrawn_at FROM carts, (SELECT * FROM orders LIMIT 1) AS orders WHERE carts.public_id = $1",
        "INSERT INTO letters (order_id, recipient, subject, text, html, created_at, sent_at, attempts, due_at) SELECT orders.id, recipient, subject, text, html, created_at, NULL, 0, due_at FROM orders, (SELECT * FROM letters LIMIT 1) AS letters WHERE orders.public_id = $1",
        "UPDATE products SET stock = stock - 1 WHERE id = 201 AND stock >= length($1)",
        "DELETE FROM carts WHERE public_id = $1",
    ] {
        let write = statement(&tx, sql, [key.clone().into()]);
        tx.execute_raw(write).await.expect("written");
    }
    tx.commit().await.expect("kept");
    "{}"
}
