//! Pages are compressed on their way to visitors who are signed out; what is kept compressed passes.
//!
//! A page that holds something personal beside something that its address can put there tells, by
//! its compressed length, whether the two are alike (BREACH); such pages go out as they are.

use crate::account::CUSTOMER_HEADER;
use axum::http::{HeaderMap, HeaderValue, Response, header};
use tower_http::{
    CompressionLevel,
    compression::{
        CompressionLayer,
        predicate::{And, Predicate, SizeAbove},
    },
};

/// Bytes below which compressing costs more than it saves.
const MIN: u16 = 1_024;

/// The layer, if it is `wanted`; outside the session's, which says whose a page is.
pub fn layer(wanted: bool) -> CompressionLayer<And<SizeAbove, ForEverybody>> {
    CompressionLayer::new()
        .quality(CompressionLevel::Fastest)
        .compress_when(SizeAbove::new(MIN).and(ForEverybody { wanted }))
}

/// Says in `headers` that what is sent is in gzip, for those who asked for that.
pub fn mark_gzip(headers: &mut HeaderMap) {
    let (gzip, vary) = ("gzip", "accept-encoding");
    headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(gzip));
    headers.append(header::VARY, HeaderValue::from_static(vary));
}

/// Pages of visitors who are signed out.
#[derive(Clone, Copy)]
pub struct ForEverybody {
    wanted: bool,
}

impl Predicate for ForEverybody {
    fn should_compress<B: axum::body::HttpBody>(&self, response: &Response<B>) -> bool {
        let header = |name: &str| response.headers().get(name).map(|it| it.as_bytes());
        self.wanted
            && header(CUSTOMER_HEADER) == Some(b"0")
            && header(header::CONTENT_TYPE.as_str())
                .is_some_and(|kind| kind.starts_with(b"text/html"))
    }
}
