use super::{VideoFile, Videos};
use axum::{
    body::Body,
    extract::{Path, Request, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use tower::ServiceExt;
use tower_http::services::ServeFile;

/// `GET /videos/{hash}.{mp4|webm}`: the file, or the range of it that is asked for.
pub async fn serve(
    State(videos): State<Videos>,
    Path(name): Path<String>,
    request: Request,
) -> Response {
    let Some(video) = VideoFile::named(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    // It answers faults of the disk itself.
    let Ok(served) = ServeFile::new(videos.path(&video)).oneshot(request).await;
    let mut response = served.map(Body::new);
    if response.status() != StatusCode::NOT_FOUND {
        // Its name is its contents.
        let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, forever);
    }
    response
}
