//! One request to the back office.

use super::{
    flash::AdminFlash,
    page::{self, Body},
    staff::{
        reauthenticate::AttemptOrigin,
        role::Right,
        session::{SessionOrigin, Signed},
    },
    state::AdminState,
};
use crate::{
    base::{url, validate},
    platform::{audit::Actor, client_address, cookies::Token},
};
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use leptos::prelude::IntoView;

/// One request, and who sent it.
#[derive(Clone)]
pub struct AdminRequest {
    /// The back office.
    pub state: AdminState,
    /// Who is signed in, with all factors.
    pub signed: Option<Signed>,
    /// Whose password was right, and whose code is still to come.
    pub awaiting_second_factor: Option<Signed>,
    /// The path that was asked for.
    pub path: String,
    /// Its query, without the mark.
    pub query: String,
    /// Address of the network it came from, for limits.
    pub address: String,
    /// What the browser calls itself.
    pub user_agent: String,
    /// What this device is known by to the staff who were signed in on it.
    pub device: Option<Token>,
}

impl AdminRequest {
    /// Who does what this request asks for, as the log shows it.
    pub fn actor(&self) -> Actor {
        let staff = self.signed.as_ref().map(|signed| &signed.staff);
        Actor {
            staff: staff.map(|staff| staff.id),
            who: staff.map_or_else(|| "nobody".to_owned(), |staff| staff.email.clone()),
            network: client_address::network(&self.address),
        }
    }

    /// Where the browser is.
    pub fn place(&self) -> SessionOrigin {
        SessionOrigin {
            user_agent: self.user_agent.clone(),
            network: client_address::network(&self.address),
        }
    }

    /// Where somebody tries a password or a code.
    pub fn from(&self) -> AttemptOrigin<'_> {
        AttemptOrigin {
            address: &self.address,
            device: self.device.as_ref(),
        }
    }

    /// What clocks where the shop is show at a UNIX second: `2026-11-23, 15:05`.
    pub fn clock(&self, unix_seconds: i64) -> String {
        self.state.shop.config.time_zone.minute(unix_seconds)
    }

    /// `what` as the heading of such times: it says whose clocks they are of.
    pub fn by_clock(&self, what: &str) -> String {
        format!("{what} ({})", self.state.shop.config.time_zone.name())
    }

    /// Whether who asks has `right`: what they may not do is not drawn.
    pub fn may(&self, right: Right) -> bool {
        let signed = self.signed.as_ref();
        signed.is_some_and(|signed| signed.staff.role().has(right))
    }

    /// What the request that led here has to say.
    pub fn flash(&self) -> Option<AdminFlash> {
        let mut pairs = form_urlencoded::parse(self.query.as_bytes());
        let (_, code) = pairs.find(|(name, _)| name == "said")?;
        AdminFlash::of_code(&code)
    }

    /// The page called `title` that shows `view`.
    pub fn page(&self, title: &str, view: impl IntoView + 'static) -> Response {
        self.page_with(StatusCode::OK, title, view)
    }

    /// The page called `title` that shows `view`, with this `status`.
    pub fn page_with(
        &self,
        status: StatusCode,
        title: &str,
        view: impl IntoView + 'static,
    ) -> Response {
        page::response(self, status, Body::of(title, view))
    }

    /// The page called `title` that shows `view`, which may hold another page of the back office in a frame.
    pub fn page_with_frame(
        &self,
        status: StatusCode,
        title: &str,
        view: impl IntoView + 'static,
    ) -> Response {
        page::response(self, status, Body::of(title, view).framing_own())
    }
}

/// Leads to `path`, where `said` is shown.
pub fn redirect_with_flash(path: &str, said: AdminFlash) -> Response {
    let mark = if path.contains('?') { '&' } else { '?' };
    redirect(&format!("{path}{mark}said={}", said.code()))
}

/// Leads to `path`.
pub fn redirect(path: &str) -> Response {
    // No letter of it ends a line or leaves the back office.
    let own = validate::return_path(path).unwrap_or("/");
    let location = HeaderValue::from_str(own);
    let location = location.unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

/// The page to sign in on, which leads on to `path`.
pub fn sign_in_path(path: &str) -> String {
    match path {
        "/" => "/sign-in".to_owned(),
        path => format!("/sign-in?to={}", url::encoded(path)),
    }
}
