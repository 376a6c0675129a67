//! Faults: what went wrong that a shopper did not cause.
//!
//! Outcomes a shopper can cause are enums in the rooms (`SignInOutcome`, …). What is left is one
//! of these few, each with a status, and a text that says what to do and never what happened inside.

use crate::base::wire::WireJson;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// A fault. Details are logged where it happens and never leave the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AppError {
    /// The database is busy, locked or away; trying again may help.
    Unavailable,
    /// Another transaction got in the way; the same works when it is done once more.
    Contended,
    /// A defect of the server.
    Internal,
    /// The request was not one that the shop's pages send.
    BadRequest,
    /// It was one of too many from one place in a short time.
    TooMany,
    /// It needs a signed-in customer, and there is none.
    SignedOut,
    /// Browser only: no answer came from the shop.
    Unreachable,
}

impl AppError {
    /// The fault that an HTTP status stands for.
    pub fn of_status(status: u16) -> Self {
        match status {
            401 => Self::SignedOut,
            429 => Self::TooMany,
            400..500 => Self::BadRequest,
            503 | 504 => Self::Unavailable,
            _ => Self::Internal,
        }
    }

    /// `Internal`, once its cause is in the log.
    #[cfg(feature = "ssr")]
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        tracing::error!(%cause, "internal fault");
        Self::Internal
    }

    /// `BadRequest`, once its cause is in the log: of no concern to the merchant, unless he looks for it.
    #[cfg(feature = "ssr")]
    pub fn bad_request(cause: impl std::fmt::Display) -> Self {
        tracing::debug!(%cause, "bad request");
        Self::BadRequest
    }

    /// The HTTP status this fault is answered with.
    pub fn status(self) -> u16 {
        match self {
            Self::Unavailable | Self::Contended | Self::Unreachable => 503,
            Self::Internal => 500,
            Self::BadRequest => 400,
            Self::SignedOut => 401,
            Self::TooMany => 429,
        }
    }
}

impl FromServerFnError for AppError {
    type Encoder = WireJson;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => Self::BadRequest,
            // On the server, what could not be read was sent wrongly.
            #[cfg(feature = "ssr")]
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Deserialization(_) => Self::BadRequest,
            // An answer that is not ours (a proxy's page, a cut connection) is no answer.
            #[cfg(not(feature = "ssr"))]
            ServerFnErrorErr::Request(_)
            | ServerFnErrorErr::Response(_)
            | ServerFnErrorErr::Deserialization(_) => Self::Unreachable,
            _ => Self::Internal,
        }
    }
}

#[cfg(feature = "ssr")]
impl axum::response::IntoResponse for AppError {
    /// Its status alone: the faults layer makes a page or an answer of it.
    fn into_response(self) -> axum::response::Response {
        axum::http::StatusCode::from_u16(self.status())
            .unwrap_or(axum::http::StatusCode::INTERNAL_SERVER_ERROR)
            .into_response()
    }
}
