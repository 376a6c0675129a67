//! `GET /metrics`, on an address of its own that only the operator reaches.

use crate::platform::metrics;
use axum::{Router, http::header, response::IntoResponse, routing::get};
use metrics_exporter_prometheus::PrometheusHandle;
use std::{io, net::SocketAddr};
use tokio::net::TcpListener;

/// Not a path of the shop: shoppers reach another address.
const PATH: &str = "/metrics";
/// The format that Prometheus reads.
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Listens at `address`, and answers there until the process ends; the address that was taken.
pub async fn serve(address: SocketAddr, recorder: PrometheusHandle) -> io::Result<SocketAddr> {
    let listener = TcpListener::bind(address).await?;
    let address = listener.local_addr()?;
    let page = move || async move { shown(&recorder).into_response() };
    let router = Router::new().route(PATH, get(page));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(address)
}

fn shown(recorder: &PrometheusHandle) -> impl IntoResponse + use<> {
    ([(header::CONTENT_TYPE, TEXT)], metrics::text(recorder))
}
