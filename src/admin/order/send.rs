//! `/orders/{number}/send`: a parcel with some of what is left. What was typed by mistake is taken back, and what arrived is noted.

use super::{
    super::{flash::AdminFlash, form_values::FormValues, request::AdminRequest},
    labels,
    page::{at_once, refused},
    requested_order::{RequestedOrder, apply, status_of},
};
use crate::{
    base::error::AppError,
    order::{
        staff_actions::{Sending, Verb},
        status_machine::{OrderActionError, Step},
        tracking::{CARRIERS, Tracking},
    },
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// `GET /orders/{number}/send`.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => Ok(show(&request, &found, StatusCode::OK, &Form::default())),
        Err(missing) => Ok(missing),
    }
}

/// What stands in the form.
#[derive(Default)]
struct Form {
    typed: Option<FormValues>,
    /// What is wrong, by the places of items.
    problems: BTreeMap<usize, String>,
    /// Why it came back.
    why: Option<OrderActionError>,
}

/// `POST /orders/{number}/send`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let found = match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => found,
        Err(missing) => return Ok(missing),
    };
    let (items, problems) = quantities(&typed, "quantity", found.whole.document.items.len());
    let sending = Sending {
        items,
        tracking: Tracking::typed(typed.get("tracking"), typed.get("carrier")),
        mail: typed.get("mail") == "yes",
    };
    let why = match problems.is_empty() {
        false => OrderActionError::TooMuch,
        true => match apply(&request, &found, &Verb::Send(sending), &typed).await? {
            Ok(()) => return Ok(found.back(AdminFlash::ParcelSent)),
            Err(why) => why,
        },
    };
    let found = match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => found,
        Err(missing) => return Ok(missing),
    };
    if why == OrderActionError::Gone {
        return refused(&request, &number, &typed, why).await;
    }
    let form = Form {
        problems: match why {
            OrderActionError::TooMuch => too_many(&found, &typed, problems),
            _ => problems,
        },
        why: Some(why),
        typed: Some(typed),
    };
    let status = match why {
        OrderActionError::NothingToSend => StatusCode::UNPROCESSABLE_ENTITY,
        why => status_of(why),
    };
    Ok(show(&request, &found, status, &form))
}

/// The whole numbers in the fields that are called `name` and a place, and what is wrong with them. An empty field is nothing.
pub fn quantities(
    typed: &FormValues,
    name: &str,
    places: usize,
) -> (Vec<(usize, i64)>, BTreeMap<usize, String>) {
    let (mut items, mut problems) = (Vec::new(), BTreeMap::new());
    for place in 0..places {
        let text = typed.get(&format!("{name}-{place}")).trim();
        match text.parse::<i64>() {
            Ok(quantity) if quantity >= 0 => items.push((place, quantity)),
            _ if text.is_empty() => {}
            _ => {
                problems.insert(place, "A whole number, please.".to_owned());
            }
        }
    }
    (items, problems)
}

/// What is said where more is typed than there is.
fn too_many(
    found: &RequestedOrder,
    typed: &FormValues,
    mut problems: BTreeMap<usize, String>,
) -> BTreeMap<usize, String> {
    let left = found.whole.left();
    for (place, quantity) in quantities(typed, "quantity", left.len()).0 {
        if quantity > left[place] {
            problems.insert(
                place,
                format!("There are only {} left to send.", left[place]),
            );
        }
    }
    problems
}

fn show(
    request: &AdminRequest,
    found: &RequestedOrder,
    status: StatusCode,
    form: &Form,
) -> Response {
    let state = found.whole.state();
    let title = match state.is_pickup {
        true => format!("Ready to be fetched: order {}", found.number()),
        false => format!("Send a parcel of order {}", found.number()),
    };
    if let Some(why) = state.refusal(Step::Send) {
        // Somebody else sent all of it meanwhile, perhaps.
        let typed = form.typed.clone().unwrap_or_default();
        let notice = found.refused(&typed, form.why.unwrap_or(why));
        let view = view! { {notice}{found.way_back()} };
        return request.page_with(status, &title, view);
    }
    let typed = form.typed.clone().unwrap_or_default();
    let notice = form.why.map(|why| found.refused(&typed, why));
    let value = |name: &str, otherwise: String| match &form.typed {
        Some(typed) => typed.get(name).to_owned(),
        None => otherwise,
    };
    let left = found.whole.left();
    let fields = found.whole.document.items.iter().enumerate();
    let fields = fields.filter(|(place, _)| left[*place] > 0).map(|(place, item)| {
        let id = format!("quantity-{place}");
        let label = format!("{} (of {})", labels::what(item), left[place]);
        let problem = form.problems.get(&place).cloned();
        let (is_wrong, note) = (problem.is_some(), format!("{id}-problem"));
        view! {
            <div class="field field--count">
                <label for=id.clone()>{label}</label>
                <input id=id.clone() name=id.clone() type="number" inputmode="numeric" min="0" max=left[place].to_string() value=value(&id, left[place].to_string())
                    aria-invalid=is_wrong.then_some("true") aria-describedby=is_wrong.then(|| note.clone())/>
                {problem.map(|problem| view! { <p class="problem" id=note>{problem}</p> })}
            </div>
        }
    });
    let option = |(name, _): (&'static str, &'static str)| view! { <option value=name></option> };
    let tracking = (!state.is_pickup).then(|| {
        view! {
            <div class="field"><label for="carrier">"Carrier"</label>
                <input id="carrier" name="carrier" type="text" list="carriers" maxlength="60" autocomplete="off" value=value("carrier", String::new())/>
                <datalist id="carriers">{CARRIERS.map(option)}</datalist></div>
            <div class="field"><label for="tracking">"Tracking number"</label>
                <input id="tracking" name="tracking" type="text" maxlength="60" autocomplete="off" autocapitalize="off" spellcheck="false" value=value("tracking", String::new())/>
                <p class="note">"With one of the known carriers, the customer gets a link to follow the parcel."</p></div>
        }
    });
    let mails = form
        .typed
        .as_ref()
        .is_none_or(|typed| typed.get("mail") == "yes");
    let button = match state.is_pickup {
        true => "It is ready",
        false => "It is on its way",
    };
    let view = view! {
        {notice}
        <form method="post" action=found.path("/send")>
            {found.carried()}
            <fieldset class="group"><legend>"What is in it"</legend>{fields.collect_view()}</fieldset>
            {tracking}
            {mail_box(mails)}
            <div class="save"><button class="button" type="submit">{button}</button></div>
        </form>
        {found.way_back()}
    };
    request.page_with(status, &title, view)
}

/// Whether the customer is told.
pub fn mail_box(is_ticked: bool) -> AnyView {
    view! {
        <div class="field field--flag"><input type="checkbox" id="mail" name="mail" value="yes" checked=is_ticked/>
            <label for="mail">"Tell the customer by e-mail"</label></div>
    }
    .into_any()
}

/// `POST /orders/{number}/unsend`.
pub async fn post_unsend(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let verb = Verb::Unsend(typed.number("parcel").unwrap_or(-1));
    at_once(&request, &number, &typed, verb, AdminFlash::ParcelBack).await
}

/// `POST /orders/{number}/delivered`.
pub async fn post_delivered(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let verb = Verb::Deliver(typed.number("parcel").unwrap_or(-1), false);
    at_once(&request, &number, &typed, verb, AdminFlash::ParcelDelivered).await
}
