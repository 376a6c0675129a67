//! `GET /metrics`, on an address of its own that only the operator reaches.

use crate::{
    base::date,
    platform::{db::Db, jobs, metrics},
};
use axum::{
    Router,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use metrics_exporter_prometheus::PrometheusHandle;
use std::{io, net::SocketAddr};
use tokio::net::TcpListener;

/// Not a path of the shop: shoppers reach another address.
const PATH: &str = "/metrics";
/// The format that Prometheus reads.
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Listens at `address`, and answers there until the process ends; the address that was taken.
pub async fn serve(
    address: SocketAddr,
    recorder: PrometheusHandle,
    db: Db,
) -> io::Result<SocketAddr> {
    let listener = TcpListener::bind(address).await?;
    let address = listener.local_addr()?;
    let page = move || {
        let (recorder, db) = (recorder.clone(), db.clone());
        async move { shown(&recorder, &db).await }
    };
    let router = Router::new().route(PATH, get(page));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(address)
}

async fn shown(recorder: &PrometheusHandle, db: &Db) -> Response {
    // What the database cannot be asked now is as it was; that it cannot be is counted itself.
    if let Ok((count, oldest)) = jobs::due(&db.read, date::now()).await {
        metrics::jobs_due(count, oldest);
    }
    ([(header::CONTENT_TYPE, TEXT)], metrics::text(recorder)).into_response()
}
