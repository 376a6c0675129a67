//! New orders on the screen of whoever works here: each browser asks for it, and can be told to be quiet.

mod card;
mod notify;

pub use card::card;
pub use notify::{NotifyStaff, Push};

use super::{
    access::Access,
    flash::AdminFlash,
    form_values::FormValues,
    request::{AdminRequest, redirect_with_flash},
    route::Route,
    staff::{role::Right, session::Signed},
};
use crate::{
    account::sessions::device,
    base::{date, error::AppError},
    platform::{
        assets::PageScripts,
        audit::{self, Entry},
        db::retried,
        push::store::{self, NewSubscription},
    },
};
use axum::{
    Extension,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// Where the service worker is, which stands for all of the back office.
pub const WORKER: &str = "/push-worker.js";
/// Longest address of a push service, in bytes.
const MAX_LENGTH: usize = 2_000;

/// The routes by which browsers ask to be told, and to be told no more.
pub fn routes() -> Vec<Route> {
    const SEE: Access = Access::Right(Right::SeeOrders);
    const OWN: Access = Access::Right(Right::Work);
    vec![
        Route::post("/account/push", SEE, post),
        Route::post("/account/push/turn", OWN, post_turn),
        Route::post("/account/push/remove", OWN, post_remove),
    ]
}

/// `GET /push-worker.js`. It holds nothing that is not in every copy of the shop.
pub async fn worker() -> Response {
    let Some(script) = PageScripts::get("push_worker.js") else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let head = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (head, script.data.into_owned()).into_response()
}

fn signed(request: &AdminRequest) -> Result<&Signed, AppError> {
    request.signed.as_ref().ok_or(AppError::SignedOut)
}

/// `POST /account/push`: this browser wants to be told.
async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let (signed, shop, now) = (signed(&request)?, &request.state.shop, date::now());
    let endpoint = typed.get("endpoint");
    // Without TLS only where somebody tries it out in a network of their own.
    let is_address = endpoint.starts_with("https://")
        || shop.config.import_from_private_networks && endpoint.starts_with("http://");
    let decoded = |name: &str| URL_SAFE_NO_PAD.decode(typed.get(name).trim_end_matches('='));
    let (key, auth) = (decoded("key"), decoded("auth"));
    let (Ok(key), Ok(auth), Some(device)) = (key, auth, &request.device) else {
        return Ok(redirect_with_flash("/account", AdminFlash::PushRefused));
    };
    if !is_address || endpoint.len() > MAX_LENGTH || key.len() != 65 || auth.len() != 16 {
        return Ok(redirect_with_flash("/account", AdminFlash::PushRefused));
    }
    let name = match device::name(&request.user_agent) {
        name if name.is_empty() => "An unknown browser".to_owned(),
        name => name,
    };
    let put = || async {
        let tx = shop.db.begin().await?;
        let new = NewSubscription {
            staff: signed.staff.id,
            session: signed.session.id,
            device,
            endpoint,
            key: key.clone(),
            auth: auth.clone(),
            name: &name,
        };
        store::put(&tx, new, now).await?;
        let entry = Entry::of("staff.push", &name);
        audit::record(&tx, &request.actor(), entry, now).await?;
        tx.commit().await?;
        Ok(())
    };
    retried(put).await?;
    Ok(redirect_with_flash("/account", AdminFlash::PushOn))
}

/// `POST /account/push/turn`: a browser is told, or not.
async fn post_turn(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let signed = signed(&request)?;
    let id = typed.number("id").ok_or(AppError::BadRequest)?;
    let is_on = typed.get("to") == "on";
    let db = &request.state.shop.db.write;
    store::turn(db, signed.staff.id, id, is_on).await?;
    let said = if is_on {
        AdminFlash::PushOn
    } else {
        AdminFlash::PushOff
    };
    Ok(redirect_with_flash("/account", said))
}

/// `POST /account/push/remove`: a browser is forgotten.
async fn post_remove(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let signed = signed(&request)?;
    let id = typed.number("id").ok_or(AppError::BadRequest)?;
    store::remove(&request.state.shop.db.write, signed.staff.id, id).await?;
    Ok(redirect_with_flash("/account", AdminFlash::PushOff))
}
