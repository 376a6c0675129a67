//! `/orders/{number}/withdrawal`: the answer to a shopper who withdrew.

use super::{
    super::{flash::AdminFlash, form_values::FormValues, request::AdminRequest},
    header::with,
    requested_order::{RequestedOrder, apply, status_of},
};
use crate::{
    base::{error::AppError, html::in_textarea},
    order::{
        messages::MAX_LENGTH,
        staff_actions::{Answering, Verb},
        status_machine::{OrderActionError, Step},
    },
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;

/// `GET /orders/{number}/withdrawal`.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => Ok(show(
            &request,
            &found,
            StatusCode::OK,
            &FormValues::default(),
            None,
            None,
        )),
        Err(missing) => Ok(missing),
    }
}

/// `POST /orders/{number}/withdrawal`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let found = match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => found,
        Err(missing) => return Ok(missing),
    };
    let said = typed.get("said").replace("\r\n", "\n").trim().to_owned();
    let accepts = match typed.get("act") {
        "accept" => true,
        "refuse" => false,
        _ => {
            let why = Some("Accept it, or refuse it.");
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(show(&request, &found, status, &typed, why, None));
        }
    };
    let problem = match (said.chars().count(), accepts) {
        (0, true) => {
            Some("Please write what the customer is to do now: where to send it, until when.")
        }
        (0, false) => Some("Please write why: the customer reads it."),
        (count, _) if count > MAX_LENGTH => Some("That is too long."),
        _ => None,
    };
    if problem.is_some() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(show(&request, &found, status, &typed, problem, None));
    }
    let verb = Verb::Answer(Answering { accepts, said });
    let why = match apply(&request, &found, &verb, &typed).await? {
        Ok(()) => return Ok(found.back(AdminFlash::WithdrawalAnswered)),
        Err(why) => why,
    };
    match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => Ok(show(
            &request,
            &found,
            status_of(why),
            &typed,
            None,
            Some(why),
        )),
        Err(missing) => Ok(missing),
    }
}

/// What is written at first to whoever may send things back: where to.
fn proposal(request: &AdminRequest, found: &RequestedOrder) -> String {
    let seller = &request.state.shop.config.seller;
    match (found.whole.state().sent > 0, seller.address.is_empty()) {
        (true, false) => format!("{}\n{}", seller.name, seller.address),
        _ => String::new(),
    }
}

fn show(
    request: &AdminRequest,
    found: &RequestedOrder,
    status: StatusCode,
    typed: &FormValues,
    problem: Option<&'static str>,
    why: Option<OrderActionError>,
) -> Response {
    let title = format!("Withdrawal from order {}", found.number());
    let state = found.whole.state();
    if let Some(refusal) = state.refusal(Step::Answer) {
        let notice = found.refused(typed, why.unwrap_or(refusal));
        return request.page_with(status, &title, view! { {notice}{found.way_back()} });
    }
    let notice = why.map(|why| found.refused(typed, why));
    let said = match typed.find("said") {
        Some(said) => said.to_owned(),
        None => proposal(request, found),
    };
    let is_wrong = problem.is_some();
    let problem = problem.map(|why| view! { <p class="problem" id="said-problem">{why}</p> });
    let language = request
        .state
        .shop
        .config
        .language(found.whole.document.language);
    let note = format!(
        "The customer reads it in an e-mail and with the order; they ordered in {}.",
        language.name()
    );
    let unsent = (state.sent == 0).then(|| {
        let to = with(found, "/refund", "settles=yes");
        view! { <p class="notice">"Nothing was sent yet. You need not wait for anything: "<a href=to>"settle it at once"</a>"."</p> }
    });
    let view = view! {
        {notice}{unsent}
        <form method="post" action=found.path("/withdrawal")>
            {found.carried()}
            <div class="field"><label for="said">"What you write: where to send it and what happens next, or why it does not hold"</label>
                <textarea id="said" name="said" rows="6" aria-invalid=is_wrong.then_some("true") aria-describedby=is_wrong.then_some("said-problem")>{in_textarea(&said)}</textarea>
                <p class="note">{note}</p>{problem}</div>
            <div class="row">
                <button class="button" type="submit" name="act" value="accept">"Accept the withdrawal"</button>
                <button class="button button--danger" type="submit" name="act" value="refuse">"Refuse it"</button>
            </div>
        </form>
        {found.way_back()}
    };
    request.page_with(status, &title, view)
}
