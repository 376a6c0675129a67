//! The least that could do the same: what ratios are taken against.

use awning::server::{config::Config, cookies::SessionCookie, db::Db};
use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, header},
    response::IntoResponse,
    routing::{get, post},
};
use sea_orm::{ConnectionTrait, DbBackend, Statement};

/// Deletes the session of the request's cookie, and nothing else.
pub fn delete_session(db: Db) -> Router {
    Router::new().route("/", post(delete)).with_state(db)
}

async fn delete(State(db): State<Db>, headers: HeaderMap) -> impl IntoResponse {
    if let SessionCookie::Token(token) = SessionCookie::read(&headers, &Config::default()) {
        let sql = "DELETE FROM sessions WHERE token_hash = ?";
        let statement =
            Statement::from_sql_and_values(DbBackend::Sqlite, sql, [token.hash().into()]);
        db.write.execute_raw(statement).await.expect("deleted");
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
