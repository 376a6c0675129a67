//! Serving connections: how many there are at once, how long one may say nothing, and how they end.
//!
//! What a browser sends slowly, or never, takes a place that shoppers need: each connection has a
//! time to send the head of a request, there are never more of them than the system lets the shop
//! open, and no address has them all.

use super::client_address;
use super::config::{Config, ConfigError};
use axum::{Router, body::Body, extract::ConnectInfo, http::HeaderMap};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use std::{
    collections::HashMap,
    net::SocketAddr,
    pin::pin,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    task::JoinSet,
};
use tower::ServiceExt;

/// How long to wait where the system gives no connection, such as without a free descriptor.
const PAUSE: Duration = Duration::from_millis(200);
/// Descriptors that are kept for files, e-mails and the rest, besides the database's.
const OTHER_FILES: usize = 24;
/// Fewest connections, whatever the system says.
const MIN: usize = 8;

/// How much connections may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How many there are at once.
    pub all: usize,
    /// How many of one address.
    pub of_address: usize,
    /// How long the head of a request may take, and how long a connection is kept without one.
    pub head: Duration,
    /// How long requests in flight may take when the shop ends.
    pub end: Duration,
}

impl Limits {
    /// What the settings say, and the system allows.
    pub fn of(config: &Config) -> Self {
        let count = |setting: u32| usize::try_from(setting).unwrap_or(usize::MAX);
        let seconds = |setting: u32| Duration::from_secs(u64::from(setting));
        let all = count(config.max_connections).min(connections_allowed());
        // Behind proxies, everybody has the proxy's address.
        let of_address = match config.trusted_proxies {
            0 => count(config.max_connections_per_address),
            _ => all,
        };
        Self {
            all,
            of_address: of_address.min(all),
            head: seconds(config.header_timeout_seconds),
            end: seconds(config.stop_timeout_seconds),
        }
    }
}

/// How many connections leave enough descriptors for everything else.
fn connections_allowed() -> usize {
    let limit = rustix::process::getrlimit(rustix::process::Resource::Nofile).current;
    let limit = limit.map_or(usize::MAX, |it| usize::try_from(it).unwrap_or(usize::MAX));
    // Two readers a core and the writer, each with the database and its log.
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    limit.saturating_sub(OTHER_FILES + 4 * cores).max(MIN)
}

/// Why a shop with these settings must not listen: links in e-mails would lead to whatever host a
/// request names.
pub fn refusal(config: &Config) -> Option<ConfigError> {
    let is_known = !config.public_url.is_empty();
    let is_alone = config.address.ip().is_loopback() && config.trusted_proxies == 0;
    (!is_known && !is_alone).then(|| {
        ConfigError::new(
            "public_url",
            "\"\"",
            format!(
                "a shop that others reach (address = {}, trusted_proxies = {}) needs its own address for the links in its e-mails, such as https://shop.example",
                config.address, config.trusted_proxies
            ),
        )
    })
}

/// Serves `router` until `stop`; requests in flight are finished, if they do not take too long.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    let places = Arc::new(Semaphore::new(limits.all));
    let addresses = Addresses::default();
    let graceful = GracefulShutdown::new();
    let mut served = JoinSet::new();
    let mut stop = pin!(stop);
    loop {
        // No more are taken from the system than can be served.
        let next = async {
            let place = Arc::clone(&places).acquire_owned().await.ok()?;
            let (stream, peer) = accepted(&listener).await;
            Some((place, stream, peer))
        };
        let (place, stream, peer) = tokio::select! {
            Some(next) = next => next,
            () = &mut stop => break,
        };
        while served.try_join_next().is_some() {}
        let Some(of_address) = addresses.place(peer, limits.of_address) else {
            tracing::debug!(%peer, "too many connections of one address");
            continue;
        };
        // A page is one write: nothing is gained by waiting for more of it.
        let _ = stream.set_nodelay(true);
        let router = router.clone();
        let service = service_fn(move |mut request: hyper::Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            router.clone().oneshot(request.map(Body::new))
        });
        // HTTP/1 alone: a builder that looks for HTTP/2 first waits for its first bytes for ever.
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(limits.head)
            .serve_connection(TokioIo::new(stream), service);
        let connection = graceful.watch(connection);
        served.spawn(async move {
            // Given back in this order: whoever gets the place finds room at its address too.
            let _held = (of_address, place);
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended");
            }
        });
    }
    drop(listener);
    if tokio::time::timeout(limits.end, graceful.shutdown())
        .await
        .is_err()
    {
        while served.try_join_next().is_some() {}
        tracing::warn!(connections = served.len(), "cut off");
    }
    served.shutdown().await;
}

async fn accepted(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) => {
                tracing::warn!(%error, "no connection");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

/// How many connections each address has.
#[derive(Clone, Default)]
struct Addresses(Arc<Mutex<HashMap<String, usize>>>);

/// A connection of an address, until it is dropped.
struct CountedConnection {
    addresses: Addresses,
    address: String,
}

impl Addresses {
    /// A place for `peer`, if it has fewer than `most`.
    fn place(&self, peer: SocketAddr, most: usize) -> Option<CountedConnection> {
        let address = client_address::address(&HeaderMap::new(), peer.ip(), 0);
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(address.clone()).or_default();
        (*count < most).then(|| {
            *count += 1;
            CountedConnection {
                addresses: self.clone(),
                address,
            }
        })
    }
}

impl Drop for CountedConnection {
    fn drop(&mut self) {
        let mut counts = self
            .addresses
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.address);
            }
        }
    }
}
