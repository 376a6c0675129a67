//! One route of the back office.

use super::access::Access;
use axum::{
    handler::Handler,
    http::Method,
    routing::{self, MethodRouter},
};
use std::time::Duration;

/// How much whoever is not signed in may send: with a form that waits for the sign-in, if need be.
const MAX_OPEN: usize = 1024 * 1024;
/// How much staff may send: a form with many rows, or some pictures.
const MAX: usize = 40 * 1024 * 1024;
/// How long that may take at least, in seconds: pictures come slowly from a phone.
const PATIENCE: u64 = 120;

/// One route, and who gets to it.
pub struct Route {
    /// Its path, as axum has it.
    pub path: &'static str,
    /// Its method.
    pub method: Method,
    /// Who gets to it.
    pub access: Access,
    pub(super) handler: MethodRouter,
    pub(super) bounds: Bounds,
}

/// How much one may send, and how long that may take.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    pub(super) most: usize,
    pub(super) patience: Duration,
}

impl Bounds {
    fn of(access: Access) -> Self {
        Self {
            most: match access {
                Access::Open => MAX_OPEN,
                _ => MAX,
            },
            patience: Duration::from_secs(PATIENCE),
        }
    }
}

impl Route {
    /// Where `handler` shows a page.
    pub fn get<H: Handler<T, ()>, T: 'static>(
        path: &'static str,
        access: Access,
        handler: H,
    ) -> Self {
        Self::new(Method::GET, path, access, routing::get(handler))
    }

    /// Where `handler` takes a form.
    pub fn post<H: Handler<T, ()>, T: 'static>(
        path: &'static str,
        access: Access,
        handler: H,
    ) -> Self {
        Self::new(Method::POST, path, access, routing::post(handler))
    }

    fn new(method: Method, path: &'static str, access: Access, handler: MethodRouter) -> Self {
        Self {
            path,
            method,
            access,
            handler,
            bounds: Bounds::of(access),
        }
    }

    /// Lets the route take an upload of up to `most` bytes, which may last as long as `patience`.
    pub fn taking(self, most: usize, patience: Duration) -> Self {
        Self {
            bounds: Bounds { most, patience },
            ..self
        }
    }
}
