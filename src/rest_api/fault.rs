//! What went wrong, for programs: `{errorMessage, errorCode?}` (`spec/rest.md` 1).

use crate::base::error::AppError;
use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use sea_orm::DbErr;
use serde_json::json;

/// An answer that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its HTTP status.
    pub status: u16,
    code: Option<&'static str>,
    message: String,
    /// In how many seconds the same may go well.
    again_in: Option<i64>,
}

/// Marks an answer that says itself what went wrong.
#[derive(Clone, Copy)]
pub struct IsFault;

impl Fault {
    /// The fault of `status`, in words of its own.
    pub fn of(status: u16) -> Self {
        let message = match status {
            400 => "the request cannot be read",
            403 => "the token does not allow this",
            404 => "there is no such thing",
            405 => "this address does not know the method",
            408 | 504 => "it took too long",
            413 => "the body is too long",
            415 => "expected a body of the type application/json",
            429 => "too many requests",
            503 => "the shop is busy; try again",
            _ => "the shop has a fault; its log says more",
        };
        Self::new(status, message)
    }

    /// 400: `message` says what cannot be read.
    pub fn unreadable(message: impl Into<String>) -> Self {
        Self::new(400, message)
    }

    /// 403: `message` says what is missing.
    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::new(403, message)
    }

    /// 404: `message` says of what there is none.
    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(404, message)
    }

    /// 422: `message` says which bounds something is out of.
    pub fn out_of_bounds(message: impl Into<String>) -> Self {
        Self::new(422, message)
    }

    /// Status 429, with the seconds after which to try again.
    pub fn too_many(again_in: i64) -> Self {
        Self {
            again_in: Some(again_in),
            ..Self::of(429)
        }
    }

    /// Sets the error code that programs read.
    pub fn named(self, code: &'static str) -> Self {
        Self {
            code: Some(code),
            ..self
        }
    }

    fn new(status: u16, message: impl Into<String>) -> Self {
        Self {
            status,
            code: None,
            message: message.into(),
            again_in: None,
        }
    }
}

impl From<AppError> for Fault {
    fn from(error: AppError) -> Self {
        Self::of(error.status())
    }
}

impl From<DbErr> for Fault {
    fn from(error: DbErr) -> Self {
        AppError::from(error).into()
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut body = json!({ "errorMessage": self.message });
        if let Some(code) = self.code {
            body["errorCode"] = json!(code);
        }
        let status = StatusCode::from_u16(self.status);
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(body)).into_response();
        response.extensions_mut().insert(IsFault);
        let headers = response.headers_mut();
        if let Some(seconds) = self.again_in {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}
