//! The layers around every request, outermost first: request id, security headers, fault pages,
//! same-origin rule, session.

pub mod faults;
pub mod request_id;
pub mod same_origin;
pub mod security_headers;
pub mod session;
