//! Orders by hand: what somebody orders by telephone, or at the stall.

mod draw;
mod lines;
mod read;

use super::{
    access::Access,
    flash::AdminFlash,
    form_values::FormValues,
    request::{AdminRequest, redirect_with_flash},
    route::Route,
    staff::role::Right,
};
use crate::{
    base::error::AppError,
    cart::by_staff::StaffCartItem,
    order::by_staff::{self, StaffOrder, StaffOrderOutcome, StaffOrderTotals},
    platform::config::Config,
};
use axum::{Extension, http::StatusCode, response::Response};
use read::{MAX, Problems};

/// Where the form is.
const PATH: &str = "/orders/new";

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    const MANAGE: Access = Access::Right(Right::ManageOrders);
    vec![
        Route::get(PATH, MANAGE, page),
        Route::post(PATH, MANAGE, post),
    ]
}

/// What the form shows.
struct FormState {
    written: StaffOrder,
    calculated: StaffOrderTotals,
    problems: Problems,
    /// What is said above the form.
    notice: Option<String>,
    /// What was looked for, and what was found: ids, and what they are called.
    found: Option<(String, Vec<(i64, String)>)>,
}

/// `GET /orders/new`: the form with nothing in it, or for the customer whose e-mail address stands in the address.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let from = FormValues::read(request.query.as_bytes());
    let typed = FormValues::of(vec![
        ("number".to_owned(), by_staff::new_number()),
        ("email".to_owned(), from.get("email").to_owned()),
        (
            "country".to_owned(),
            request.state.shop.config.store_country.clone(),
        ),
    ]);
    let (written, _) = read::written(&typed, Vec::new(), &request.state.shop.shop.prices);
    shown(
        &request,
        StatusCode::OK,
        &typed,
        written,
        Problems::new(),
        None,
    )
    .await
}

/// `POST /orders/new`: one more thing, one less, what it comes to, or placing it.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let mut things = read::things(shop, &typed).await?;
    let (act, which) = typed
        .get("act")
        .split_once(' ')
        .unwrap_or((typed.get("act"), ""));
    match act {
        "add" if things.len() < MAX => {
            let id = which.parse().map_err(AppError::bad_request)?;
            let more = read::more(shop, id).await?;
            add(&mut things, more);
        }
        "drop" => {
            let place: usize = which.parse().map_err(AppError::bad_request)?;
            if place < things.len() {
                things.remove(place);
            }
        }
        _ => {}
    }
    let (written, problems) = read::written(&typed, things, &shop.shop.prices);
    if act != "save" {
        return shown(
            &request,
            StatusCode::OK,
            &typed,
            written,
            Problems::new(),
            None,
        )
        .await;
    }
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    if !problems.is_empty() || written.number.is_empty() {
        return shown(&request, status, &typed, written, problems, None).await;
    }
    let saw = typed.number("saw").unwrap_or(-1);
    let (origin, by) = (request.state.shop_origin(), request.actor());
    let placed = by_staff::place(shop, &written, saw, &origin, &by).await?;
    let said = match placed {
        StaffOrderOutcome::Order => {
            let to = format!("/orders/{}", written.number);
            return Ok(redirect_with_flash(&to, AdminFlash::OrderWritten));
        }
        StaffOrderOutcome::Nothing => "There is nothing in it yet.",
        StaffOrderOutcome::Short => {
            "There is not enough of something: say below that you sell it anyway, take less of it, or put more on the shelf first."
        }
        StaffOrderOutcome::NoWay => "Please choose how it gets there and how it is paid.",
        StaffOrderOutcome::OtherTotal => {
            "It costs something else than you saw. Look at the total below, then save it."
        }
    };
    let status = match placed {
        StaffOrderOutcome::OtherTotal => StatusCode::CONFLICT,
        _ => status,
    };
    let notice = Some(said.to_owned());
    shown(&request, status, &typed, written, problems, notice).await
}

/// Puts one more in, or one more of what is in already.
fn add(things: &mut Vec<StaffCartItem>, more: Option<StaffCartItem>) {
    let Some(more) = more else { return };
    let same = things
        .iter_mut()
        .find(|it| it.product.id == more.product.id && it.chosen == more.chosen);
    match same {
        Some(same) => same.quantity += 1,
        None => things.push(more),
    }
}

async fn shown(
    request: &AdminRequest,
    status: StatusCode,
    typed: &FormValues,
    written: StaffOrder,
    problems: Problems,
    notice: Option<String>,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let context = by_staff::context(shop);
    let calculated = by_staff::calculate(&shop.db.read, &context, &written).await?;
    let it = FormState {
        found: found(request, typed),
        written,
        calculated,
        problems,
        notice,
    };
    let view = draw::form(request, typed, &it);
    Ok(request.page_with(status, "An order by hand", view))
}

/// The products that fit what is looked for.
fn found(request: &AdminRequest, typed: &FormValues) -> Option<(String, Vec<(i64, String)>)> {
    /// Most that are shown.
    const SHOWN: usize = 12;
    let words = typed.get("find").trim();
    if words.is_empty() {
        return None;
    }
    let snapshot = request.state.shop.catalog.snapshot();
    let config: &Config = &request.state.shop.config;
    let all = snapshot.find(words);
    let cards = snapshot.best(&all, SHOWN);
    let cards = cards.iter().filter_map(|slot| snapshot.at(*slot));
    let called = |card: &crate::catalog::snapshot::Card| {
        let name = card.name.get(config.store_language.code()).to_owned();
        match &*card.sku {
            "" => (card.id, name),
            sku => (card.id, format!("{name} ({sku})")),
        }
    };
    Some((words.to_owned(), cards.map(called).collect()))
}
