//! The one guard before every route: where a request comes from, who sent it, and whether they may.

use super::{
    access::Access,
    confirm,
    form_values::FormValues,
    origin::{Cause, cause},
    page,
    request::{AdminRequest, redirect, sign_in_path},
    sign_in,
    staff::session::{self, Signed},
    state::AdminState,
};
use crate::{
    base::{date, error::AppError},
    platform::{client_address, cookies},
};
use axum::{
    body::{Body, to_bytes},
    extract::{ConnectInfo, FromRequest, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// Most bytes of a form that is kept while somebody signs in, or proves who they are.
const MAX_KEPT: usize = 4 * 1024 * 1024;

/// Lets a request to a route of this access pass, with an [`AdminRequest`] beside it, or answers what stands in its way.
pub async fn layer(
    State((state, access)): State<(AdminState, Access)>,
    request: Request,
    next: Next,
) -> Response {
    // By the settings of now.
    let state = state.current();
    match guarded(state, access, request, next).await {
        Ok(response) => response,
        Err(fault) => fault.into_response(),
    }
}

async fn guarded(
    state: AdminState,
    access: Access,
    request: Request,
    next: Next,
) -> Result<Response, AppError> {
    let cause = cause(
        request.method(),
        request.headers(),
        &state.shop.config.admin_url,
    );
    match cause {
        Cause::Own => {}
        Cause::Foreign => {
            tracing::warn!("refused: not from the back office");
            return Ok(StatusCode::FORBIDDEN.into_response());
        }
        // The session's cookie does not come along from there; from here it does.
        Cause::Visit if access != Access::Open => return Ok(page::once_more(request.uri())),
        Cause::Visit => {}
    }
    let now = date::now();
    let signed = match cause {
        Cause::Own => resolve(&state, request.headers(), now).await?,
        _ => None,
    };
    let admin_request = admin_request(state, &request, signed);
    pass(access, admin_request, request, next, now).await
}

async fn pass(
    access: Access,
    admin_request: AdminRequest,
    mut request: Request,
    next: Next,
    now: i64,
) -> Result<Response, AppError> {
    let Some(right) = access.right() else {
        request.extensions_mut().insert(admin_request);
        return Ok(next.run(request).await);
    };
    let is_post = request.method() != Method::GET;
    let Some(signed) = admin_request.signed.clone() else {
        return match is_post {
            false => Ok(redirect(&sign_in_path(&path_and_query(&request)))),
            true => sign_in::interrupted(&admin_request, read(request).await?.1),
        };
    };
    if !admin_request.may(right) {
        return Ok(page::forbidden(&admin_request));
    }
    if matches!(access, Access::Proved(_)) && !signed.is_proved(now) {
        if !is_post {
            let to = path_and_query(&request);
            return Ok(confirm::page(&admin_request, &to, None));
        }
        let (head, typed) = read(request).await?;
        return match confirm::of_post(&admin_request, &signed, typed, now).await? {
            Err(refused) => Ok(refused),
            Ok(rest) => {
                let mut request = Request::from_parts(head, Body::from(rest.encoded()));
                let form = HeaderValue::from_static("application/x-www-form-urlencoded");
                request.headers_mut().insert(header::CONTENT_TYPE, form);
                request.headers_mut().remove(header::CONTENT_LENGTH);
                request.extensions_mut().insert(admin_request);
                Ok(next.run(request).await)
            }
        };
    }
    request.extensions_mut().insert(admin_request);
    Ok(next.run(request).await)
}

/// The request's head, and what was typed. Files are let go: they are chosen anew.
async fn read(request: Request) -> Result<(Parts, FormValues), AppError> {
    let (head, body) = request.into_parts();
    let bytes = to_bytes(body, MAX_KEPT).await;
    let bytes = bytes.map_err(AppError::bad_request)?;
    let again = Request::from_parts(head.clone(), Body::from(bytes));
    let typed = FormValues::from_request(again, &()).await;
    Ok((head, typed.map_err(|_| AppError::BadRequest)?))
}

async fn resolve(
    state: &AdminState,
    headers: &HeaderMap,
    now: i64,
) -> Result<Option<Signed>, AppError> {
    let db = &state.shop.db;
    match cookies::read_staff(headers, &state.shop.config) {
        Some(token) => session::resolve(&db.read, &db.write, &token, now).await,
        None => Ok(None),
    }
}

fn admin_request(state: AdminState, request: &Request, signed: Option<Signed>) -> AdminRequest {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip());
    let trusted = state.shop.config.trusted_proxies;
    let agent = request.headers().get(header::USER_AGENT);
    let (half_signed, signed) = match signed {
        Some(half) if half.session.awaits_factor => (Some(half), None),
        signed => (None, signed),
    };
    AdminRequest {
        device: cookies::read_staff_device(request.headers(), &state.shop.config),
        address: client_address::address(request.headers(), peer, trusted),
        user_agent: agent
            .and_then(|it| it.to_str().ok())
            .unwrap_or_default()
            .to_owned(),
        path: request.uri().path().to_owned(),
        query: request.uri().query().unwrap_or_default().to_owned(),
        signed,
        awaiting_second_factor: half_signed,
        state,
    }
}

fn path_and_query(request: &Request) -> String {
    let uri = request.uri().path_and_query();
    uri.map_or("/", |uri| uri.as_str()).to_owned()
}
