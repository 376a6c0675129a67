//! What the shop counts and measures for its operator, under the names that `/metrics` gives them.
//!
//! Nothing here says who somebody is: labels are patterns of routes, methods and statuses.

use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use std::time::Duration;

/// Answers, by method, route and status.
const REQUESTS: &str = "http_requests_total";
/// How long answers took, in seconds, by route.
const REQUEST_TIME: &str = "http_seconds";
/// How long writers waited for the database, in seconds.
const DATABASE_WAIT: &str = "db_wait_seconds";
/// Faults of a database that was busy, away, or had another transaction in the way.
const DATABASE_BUSY: &str = "db_busy_total";
/// Version of the catalogue that is shown.
const CATALOG_VERSION: &str = "catalog_version";
/// How long it took to take over what changed in the catalogue, in seconds.
const CATALOG_TIME: &str = "catalog_refresh_seconds";
/// Orders placed.
const ORDERS: &str = "orders_placed_total";
/// Sessions that customers ended.
const SIGN_OUTS: &str = "sessions_signed_out_total";
/// Jobs that were given up, by kind: of `email`, e-mails that nobody got.
const FAILED_JOBS: &str = "jobs_failed_total";
/// Jobs that are due.
const DUE_JOBS: &str = "jobs_due";
/// How long the oldest of them has been due, in seconds.
const OLDEST_JOB: &str = "jobs_oldest_seconds";
/// Memory of the process, in bytes.
const MEMORY: &str = "rss_bytes";

/// Upper bounds of what is measured in seconds: 1 ms to 5 s.
const BUCKETS: [f64; 12] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0,
];

/// Begins to count; without it, what follows costs nothing and is kept nowhere.
pub fn start() -> Result<PrometheusHandle, BuildError> {
    PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".into()), &BUCKETS)?
        .install_recorder()
}

/// Everything that was counted, as Prometheus reads it.
pub fn text(recorder: &PrometheusHandle) -> String {
    recorder.run_upkeep();
    if let Some(bytes) = memory() {
        metrics::gauge!(MEMORY).set(bytes);
    }
    recorder.render()
}

/// An answer was given.
pub fn answered(method: &str, route: &str, status: u16, took: Duration) {
    let (method, route) = (method.to_owned(), route.to_owned());
    let time = metrics::histogram!(REQUEST_TIME, "route" => route.clone());
    time.record(took);
    metrics::counter!(REQUESTS, "method" => method, "route" => route, "status" => status.to_string())
        .increment(1);
}

/// A writer got the database after so long.
pub fn waited_for_database(took: Duration) {
    metrics::histogram!(DATABASE_WAIT).record(took);
}

/// The database could not do something now.
pub fn database_was_busy() {
    metrics::counter!(DATABASE_BUSY).increment(1);
}

/// The catalogue is shown at `version`, which took so long.
pub fn catalog_refreshed(version: i64, took: Duration) {
    // No version of a catalogue is beyond what a float holds exactly.
    #[expect(clippy::cast_precision_loss, reason = "versions are small")]
    metrics::gauge!(CATALOG_VERSION).set(version as f64);
    metrics::histogram!(CATALOG_TIME).record(took);
}

/// An order was placed.
pub fn order_placed() {
    metrics::counter!(ORDERS).increment(1);
}

/// A job was given up.
pub fn job_failed(kind: &str) {
    metrics::counter!(FAILED_JOBS, "kind" => kind.to_owned()).increment(1);
}

/// So many jobs are due, the oldest for so many seconds.
pub fn jobs_due(count: u32, oldest: u32) {
    metrics::gauge!(DUE_JOBS).set(count);
    metrics::gauge!(OLDEST_JOB).set(oldest);
}

/// A customer ended a session.
pub fn signed_out() {
    metrics::counter!(SIGN_OUTS).increment(1);
}

/// Bytes of the process that are in memory, where the system says so.
fn memory() -> Option<f64> {
    let pages = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u32 = pages.split(' ').nth(1)?.parse().ok()?;
    let size = u32::try_from(rustix::param::page_size()).ok()?;
    Some(f64::from(pages) * f64::from(size))
}
