//! Staff go into the shop as one of its customers.

use crate::{
    account::staff_access::{ACTION, LASTS, PATH, begin},
    base::{date, error::AppError, paths::ShopPath},
    platform::cookies,
    request::{answer::redirect, context::RequestContext},
};
use axum::{Extension, Form, Router, http::header::SET_COOKIE, response::Response, routing::post};
use serde::Deserialize;

/// The path that its form is posted to.
pub fn routes() -> Router {
    Router::new().route(ACTION, post(let_in))
}

#[derive(Deserialize)]
struct AccessForm {
    #[serde(default)]
    token: String,
}

/// Begins the session, in place of the one of this browser; a pass that is over leads back to where that is said.
async fn let_in(
    Extension(context): Extension<RequestContext>,
    Form(typed): Form<AccessForm>,
) -> Result<Response, AppError> {
    let Some(token) = begin(&context.account(), &typed.token, date::now()).await? else {
        return Ok(redirect(PATH));
    };
    let mut response = redirect(ShopPath::Account.text());
    let cookie = cookies::set_session_for(&token, LASTS, &context.state.config);
    response.headers_mut().append(SET_COOKIE, cookie);
    Ok(response)
}
