//! The layers around every request, outermost first: request id, security headers, fault pages,
//! metrics, compression, text without NUL, room on the disk, same-origin rule, preview, session.

pub mod compression;
pub mod disk_space;
pub mod faults;
pub mod metrics;
pub mod no_nul;
pub mod preview;
pub mod request_id;
pub mod same_origin;
pub mod security_headers;
pub mod session;
