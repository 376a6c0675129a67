//! A disk that is all but full takes nothing new, before it is too full to end a session.

use crate::{platform::disk, request::state::AppState};
use axum::{
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::{IntoResponse, Response},
};

/// What only makes room goes on: nobody is kept signed in by a full disk.
const ALWAYS: [&str; 3] = [
    "/api/account/sign_out",
    "/api/account/end_session",
    "/api/account/end_other_sessions",
];

/// Marks an answer of [`layer`], whose page says what is the matter.
#[derive(Clone, Copy)]
pub struct DiskFull;

/// Answers what would be stored with 503 while the disk has no room for it.
pub async fn layer(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let state = state.current();
    if request.method().is_safe()
        || ALWAYS.contains(&request.uri().path())
        || disk::has_room(&state.config)
    {
        return next.run(request).await;
    }
    let mut response = StatusCode::SERVICE_UNAVAILABLE.into_response();
    response.extensions_mut().insert(DiskFull);
    response
}
