//! Who asks, decided before anything is rendered.

use super::faults;
use crate::{
    account::server::{date, session},
    error::AppError,
    server::{
        cookies::{self, SessionCookie},
        state::AppState,
        visit::{self, Visit},
    },
};
use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// Resolves the visit, hands it on, and removes a session cookie that names no valid session.
pub async fn layer(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip());
    let visit = match resolve(&state, request.headers(), peer).await {
        Ok(visit) => visit,
        Err(fault) => {
            return StatusCode::from_u16(fault.status())
                .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
                .into_response();
        }
    };
    let stale = visit.session.is_none()
        && SessionCookie::read(request.headers(), &state.config) != SessionCookie::Absent;
    let customer = visit
        .session
        .as_ref()
        .map_or(0, |session| session.customer.id);
    request.extensions_mut().insert(visit);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let answered = headers.get_all(header::SET_COOKIE).iter().any(|cookie| {
        cookie
            .as_bytes()
            .starts_with(cookies::session_name(&state.config).as_bytes())
    });
    if stale && !answered {
        headers.append(header::SET_COOKIE, cookies::remove_session(&state.config));
    }
    headers.insert(
        HeaderName::from_static(crate::account::CUSTOMER_HEADER),
        HeaderValue::from(customer),
    );
    response
}

async fn resolve(state: &AppState, headers: &HeaderMap, peer: IpAddr) -> Result<Visit, AppError> {
    let token = match SessionCookie::read(headers, &state.config) {
        SessionCookie::Token(token) => Some(token),
        SessionCookie::Garbled | SessionCookie::Absent => None,
    };
    let session = match &token {
        Some(token) => session::resolve(&state.db, token, &state.config, date::now()).await?,
        None => None,
    };
    Ok(Visit {
        token: token.filter(|_| session.is_some()),
        session,
        address: visit::address(headers, peer, state.config.trusted_proxies),
        user_agent: text(headers, header::USER_AGENT).to_owned(),
        language: faults::language(headers, state),
        flash: cookies::read_flash(headers),
        came_from: own_page(headers),
        wants_page: faults::wants_page(headers),
        state: state.clone(),
    })
}

/// Path and query of the referring page, if it is on the host that was asked.
fn own_page(headers: &HeaderMap) -> Option<String> {
    let (_, rest) = text(headers, header::REFERER).split_once("://")?;
    let (host, path) = rest.split_at(rest.find('/')?);
    (host == text(headers, header::HOST))
        .then(|| crate::validate::return_path(path).map(str::to_owned))?
}

fn text(headers: &HeaderMap, name: HeaderName) -> &str {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}
