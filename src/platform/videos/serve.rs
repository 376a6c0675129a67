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
        // Without scripts it is opened by itself: the page that a browser makes around it may play it.
        let plays = HeaderValue::from_static(
            "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
        );
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, forever);
        headers.insert(header::CONTENT_SECURITY_POLICY, plays);
    }
    response
}
