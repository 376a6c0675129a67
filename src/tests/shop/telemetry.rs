//! What an operator sees: numbers and lines, and nobody's name in them.

use crate::{
    support::PASSWORD,
    support::checkout::{ordered, place, selling, up_to_review},
};
use awning::platform::metrics;
use std::{
    io,
    sync::{Arc, Mutex},
};

/// Lines that are written, kept for a look.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("not poisoned").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn what_was_done_is_logged_by_numbers_alone() {
    let lines = Lines::default();
    let writer = lines.clone();
    let logger = tracing_subscriber::fmt()
        .with_env_filter("audit=info")
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    // For every thread: one that has no logger when a line is first met would silence it for all.
    tracing::subscriber::set_global_default(logger).expect("nobody logs yet");
    let shop = selling().await;
    let mut ada = shop.customer("ada@example.com").await;
    up_to_review(&mut ada, "ada@example.com").await;
    let order = ordered(&place(&mut ada).await);
    let change = [("current", PASSWORD), ("new", "four other random words")];
    let changed = ada.call("account/change_password", &change).await;
    assert!(changed.body.contains("Changed"), "{}", changed.body);
    ada.call("account/sign_out", &[]).await;
    let said = String::from_utf8(lines.0.lock().expect("not poisoned").clone()).expect("text");
    for event in [
        "event=\"signed_in\" customer=1",
        &format!("event=\"order_placed\" order=\"{order}\" customer=1 total=2950"),
        "event=\"password_changed\" customer=1 sessions_ended=1",
        "event=\"signed_out\" customer=1",
    ] {
        assert!(said.contains(event), "{event} in {said}");
    }
    assert!(
        !said.contains("example.com") && !said.contains("Lovelace"),
        "{said}"
    );
    for secret in ada.cookies.values().chain([&PASSWORD.to_owned()]) {
        assert!(!said.contains(secret.as_str()), "{said}");
    }
}

#[tokio::test]
async fn numbers_are_shown_by_route_and_never_by_address() {
    let recorder = metrics::start().expect("nobody counts yet");
    let shop = selling().await;
    let mut ada = shop.customer("ada@example.com").await;
    for path in [
        "/Blue-Mug-Saucer-p1201",
        "/nowhere-at-all",
        "/healthz",
        "/search?keyword=secret",
    ] {
        ada.get(path).await;
    }
    up_to_review(&mut ada, "ada@example.com").await;
    ordered(&place(&mut ada).await);
    ada.call("account/sign_out", &[]).await;
    let page = metrics::text(&recorder);
    for line in [
        "http_requests_total{method=\"GET\",route=\"page\",status=\"200\"}",
        "http_requests_total{method=\"GET\",route=\"page\",status=\"404\"}",
        "http_requests_total{method=\"GET\",route=\"/healthz\",status=\"200\"}",
        "http_seconds_bucket{route=\"/api/cart/add\",le=\"0.001\"}",
        "db_wait_seconds_count",
        "orders_placed_total ",
        "sessions_signed_out_total ",
        "rss_bytes ",
    ] {
        assert!(page.contains(line), "{line} in {page}");
    }
    for personal in ["Mug", "nowhere", "secret", "example.com"] {
        assert!(!page.contains(personal), "{personal} in {page}");
    }
}
