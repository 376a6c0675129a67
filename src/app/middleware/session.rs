//! Who asks, decided before anything is rendered.

use super::{faults, preview::Previewed};
use crate::{
    account::{CUSTOMER_HEADER, context::Visitor, sessions::store as session, staff_access},
    base::{date, error::AppError, language::LanguageCode, url, validate},
    platform::{
        client_address,
        cookies::{self, SessionCookie},
    },
    request::{context::RequestContext, state::AppState},
    text::Language,
};
use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// Resolves who asks, hands that on, and removes a session cookie that names no valid session.
pub async fn layer(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let previewed = request.extensions().get::<Previewed>();
    let state = previewed.map_or_else(|| state.current(), |Previewed(state)| state.clone());
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip());
    let asked = asked_language(&request, &state);
    let context = match resolve(&state, request.headers(), asked, peer).await {
        Ok(context) => context,
        Err(fault) => {
            return fault.into_response();
        }
    };
    let stale = context.session.is_none()
        && is_navigation(request.headers())
        && SessionCookie::read(request.headers(), &state.config) != SessionCookie::Absent;
    let customer = context
        .session
        .as_ref()
        .map_or(0, |session| session.customer.id);
    // As pages read it.
    let path = url::decoded(request.uri().path()).unwrap_or_default();
    let is_refused = context
        .session
        .as_ref()
        .is_some_and(|it| !it.staff.is_empty() && !staff_access::may(request.method(), &path));
    request.extensions_mut().insert(context);
    let mut response = match is_refused {
        true => StatusCode::FORBIDDEN.into_response(),
        false => next.run(request).await,
    };
    let headers = response.headers_mut();
    // Other cookies of the shop begin with the same name.
    let session = format!("{}=", cookies::session_name(&state.config));
    let answered = headers
        .get_all(header::SET_COOKIE)
        .iter()
        .any(|cookie| cookie.as_bytes().starts_with(session.as_bytes()));
    if stale && !answered {
        headers.append(header::SET_COOKIE, cookies::remove_session(&state.config));
    }
    if let Some(language) = asked {
        headers.append(
            header::SET_COOKIE,
            cookies::set_language(language, &state.config),
        );
    }
    headers.insert(
        HeaderName::from_static(CUSTOMER_HEADER),
        HeaderValue::from(customer),
    );
    response
}

/// Whether the browser goes to a page. What its scripts ask for may cross a sign-in in another tab, and
/// would remove the cookie of that.
fn is_navigation(headers: &HeaderMap) -> bool {
    let destination = headers.get("sec-fetch-dest");
    faults::wants_page(headers) && destination.is_none_or(|destination| destination == "document")
}

async fn resolve(
    state: &AppState,
    headers: &HeaderMap,
    asked: Option<Language>,
    peer: IpAddr,
) -> Result<RequestContext, AppError> {
    let language = asked
        .or_else(|| {
            let kept = cookies::read_language(headers, &state.config)?;
            state.config.offered(kept)
        })
        .unwrap_or_else(|| faults::language(headers, state));
    let token = match SessionCookie::read(headers, &state.config) {
        SessionCookie::Token(token) => Some(token),
        SessionCookie::Garbled | SessionCookie::Absent => None,
    };
    let cart_token = cookies::read_cart(headers, &state.config);
    // Whoever brings nothing has nothing to be looked up.
    let brings_any = token.is_some() || cart_token.is_some();
    let moment = brings_any.then(|| state.db.moment()).flatten();
    let session = match &token {
        Some(token) => {
            session::resolve(
                &state.db,
                moment,
                &state.known_sessions,
                &state.last_seen,
                token,
                &state.config,
                date::now(),
            )
            .await?
        }
        None => None,
    };
    let host = text(headers, header::HOST);
    let visitor = Visitor {
        session_token: token.filter(|_| session.is_some()),
        session,
        address: client_address::address(headers, peer, state.config.trusted_proxies),
        user_agent: text(headers, header::USER_AGENT).to_owned(),
        device_token: cookies::read_device(headers, &state.config),
        cart_token,
        moment,
        order_access_token: cookies::read_order(headers, &state.config),
        code_token: cookies::read_code(headers, &state.config),
        country: country(headers, state),
        consent: cookies::read_consent(headers, &state.config),
        language,
        flash: cookies::read_flash(headers, &state.config),
        came_from: own_page(headers),
        wants_page: faults::wants_page(headers),
        origin: match state.config.public_url.as_str() {
            "" => format!("http://{host}"),
            url => url.to_owned(),
        },
    };
    Ok(RequestContext {
        state: state.clone(),
        visitor,
    })
}

/// A country code in the header that the shop's proxy sets.
fn country(headers: &HeaderMap, state: &AppState) -> Option<String> {
    let name = HeaderName::try_from(state.config.visitor_country_header.as_str()).ok()?;
    let code = text(headers, name).to_ascii_uppercase();
    let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    // Proxies write these where they do not know.
    (is_code && code != "XX" && code != "T1").then_some(code)
}

/// The language that the URL asks for: it is kept from then on.
fn asked_language(request: &Request, state: &AppState) -> Option<Language> {
    let query = request.uri().query()?;
    let (_, code) = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "lang")?;
    LanguageCode::of(&code).and_then(|code| state.config.offered(code))
}

/// Path and query of the referring page, if it is on the host that was asked.
pub(super) fn own_page(headers: &HeaderMap) -> Option<String> {
    let (_, rest) = text(headers, header::REFERER).split_once("://")?;
    let (host, path) = rest.split_at(rest.find('/')?);
    (host == text(headers, header::HOST)).then(|| validate::return_path(path).map(str::to_owned))?
}

fn text(headers: &HeaderMap, name: HeaderName) -> &str {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}
