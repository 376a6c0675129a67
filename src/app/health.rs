//! `GET /healthz`: whether the shop can store what it is told. `GET /readyz`: whether it is to be sent requests.

use crate::{platform::disk, request::state::AppState};
use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::sync::Mutex;

/// A check is a write: however many ask, there is one a second.
const HOLDS_FOR: Duration = Duration::from_secs(1);

struct Health {
    state: AppState,
    last: Mutex<Option<(Instant, bool)>>,
}

/// The route.
pub fn routes(state: &AppState) -> Router {
    let health = Health {
        state: state.clone(),
        last: Mutex::new(None),
    };
    let route = get(healthz).with_state(Arc::new(health));
    let ready = get(readyz).with_state(state.clone());
    Router::new()
        .route("/healthz", route)
        .route("/readyz", ready)
}

/// What all instances share, such as the database, is not asked here: when that is away none of them
/// would be ready, and shoppers would see the proxy's fault instead of the shop's.
async fn readyz(State(state): State<AppState>) -> Response {
    if state.draining.is_cancelled() {
        StatusCode::SERVICE_UNAVAILABLE.into_response()
    } else {
        (StatusCode::OK, "ready\n").into_response()
    }
}

async fn healthz(State(health): State<Arc<Health>>) -> Response {
    let mut last = health.last.lock().await;
    let known = last.filter(|(at, _)| at.elapsed() < HOLDS_FOR);
    let healthy = match known {
        Some((_, healthy)) => healthy,
        None => is_healthy(&health.state).await,
    };
    if known.is_none() {
        *last = Some((Instant::now(), healthy));
    }
    if healthy {
        (StatusCode::OK, "ok\n").into_response()
    } else {
        StatusCode::SERVICE_UNAVAILABLE.into_response()
    }
}

async fn is_healthy(state: &AppState) -> bool {
    if let Err(error) = state.db.check().await {
        tracing::error!(%error, "health check: the database takes no writes");
        return false;
    }
    let has_room = disk::has_room(&state.config);
    if !has_room {
        tracing::error!("health check: the disk is all but full");
    }
    has_room
}
