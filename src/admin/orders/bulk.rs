//! What is done to the ticked orders: first a page that shows what each would become, then doing it, each in a transaction of
//! its own, with a word about every one that stays as it is.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
    },
    MAX, labels,
};
use crate::{
    base::error::AppError,
    order::{
        entity::order,
        inbox::list,
        mark::{Mark, OrderActionError, OrderStatus, mark},
        status::{name, named},
        store,
        tracking::{CARRIERS, Tracking},
    },
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;

/// What is done to many.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    Paid,
    Shipped,
}

impl Verb {
    fn path(self) -> &'static str {
        match self {
            Self::Paid => "/orders/paid",
            Self::Shipped => "/orders/shipped",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Paid => "Mark as paid",
            Self::Shipped => "Mark as shipped",
        }
    }

    fn flash(self) -> AdminFlash {
        match self {
            Self::Paid => AdminFlash::OrdersPaid,
            Self::Shipped => AdminFlash::OrdersShipped,
        }
    }

    /// What is done to the order `number`, as it is `typed`.
    fn mark(self, typed: &FormValues, number: &str) -> Mark {
        match self {
            Self::Paid => Mark::Paid,
            Self::Shipped => Mark::Shipped(Tracking::typed(
                typed.get(&format!("tracking-{number}")),
                typed.get("carrier"),
            )),
        }
    }
}

/// `GET /orders/paid`.
pub async fn paid_page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    page(&request, Verb::Paid).await
}

/// `GET /orders/shipped`.
pub async fn shipped_page(
    Extension(request): Extension<AdminRequest>,
) -> Result<Response, AppError> {
    page(&request, Verb::Shipped).await
}

/// `POST /orders/paid`.
pub async fn post_paid(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    post(&request, Verb::Paid, &typed).await
}

/// `POST /orders/shipped`.
pub async fn post_shipped(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    post(&request, Verb::Shipped, &typed).await
}

/// The numbers that are ticked, each once.
pub fn ticked(typed: &FormValues) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::new();
    for number in typed.all("ids").filter(|it| !it.is_empty()) {
        if numbers.len() < MAX && !numbers.iter().any(|it| it == number) {
            numbers.push(number.to_owned());
        }
    }
    numbers
}

/// The page for whoever ticked nothing.
pub fn nothing_ticked(request: &AdminRequest, title: &str, back: &str) -> Response {
    let view = view! { <p>"Tick some orders first."</p>{way_back(back)} };
    request.page_with(StatusCode::UNPROCESSABLE_ENTITY, title, view)
}

/// Leads whoever ticked nothing to the list they come from, where that is said.
fn tick_first(back: &str) -> Response {
    redirect_with_flash(own(back), AdminFlash::NothingTicked)
}

/// Where `back` leads, if that is a list of orders.
fn own(back: &str) -> &str {
    match back.starts_with("/orders") {
        true => back,
        false => "/orders",
    }
}

fn way_back(back: &str) -> impl IntoView + use<> {
    let to = own(back);
    view! { <p><a class="button button--plain" href=to.to_owned()>"Back to the orders"</a></p> }
}

async fn page(request: &AdminRequest, verb: Verb) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let numbers = ticked(&typed);
    let orders = list::by_numbers(&request.state.shop.db.read, &numbers).await?;
    if orders.is_empty() {
        return Ok(tick_first(typed.get("back")));
    }
    let each = orders
        .iter()
        .map(|order| (order, verb.mark(&typed, &order.public_id).change(order)));
    let can = each.clone().filter(|(_, change)| change.is_ok()).count();
    let mut is_first = true;
    let rows = each.map(|(order, change)| match change {
        Ok(change) => {
            let after = change.payment.map(labels::payment);
            let after = after
                .or(change.fulfillment.map(labels::fulfillment))
                .unwrap_or_default();
            let is_first = std::mem::take(&mut is_first);
            will_change(verb, order, after, is_first).into_any()
        }
        Err(why) => stays(&order.public_id, why).into_any(),
    });
    let rows = rows.collect_view();
    let carrier = (verb == Verb::Shipped).then(carriers);
    let button = (can > 0).then(|| {
        let name = match can {
            1 => format!("{}: this one", verb.title()),
            can => format!("{}: {can} orders", verb.title()),
        };
        view! {
            <div class="field field--flag"><input type="checkbox" id="mail" name="mail" value="yes" checked/>
                <label for="mail">"Tell the customers by e-mail"</label></div>
            <div class="save"><button class="button" type="submit">{name}</button></div>
        }
    });
    let view = view! {
        <form method="post" action=verb.path() data-next-on-enter="">
            <input type="hidden" name="back" value=typed.get("back").to_owned()/>
            {carrier}
            <ul class="changes">{rows}</ul>
            {button}
        </form>
        {way_back(typed.get("back"))}
    };
    Ok(request.page(verb.title(), view))
}

/// The parcels' carrier, one for all of them.
fn carriers() -> impl IntoView {
    let option = |(name, _): (&'static str, &'static str)| view! { <option value=name></option> };
    view! {
        <div class="field"><label for="carrier">"Carrier of these parcels"</label>
            <input id="carrier" name="carrier" type="text" list="carriers" maxlength="60" autocomplete="off"/>
            <datalist id="carriers">{CARRIERS.map(option)}</datalist>
            <p class="note">"With one of the known carriers, customers get a link to follow their parcel."</p></div>
    }
}

fn will_change(
    verb: Verb,
    order: &order::Model,
    after: &'static str,
    is_first: bool,
) -> impl IntoView + use<> {
    let number = order.public_id.clone();
    let name = store::document(order)
        .map(|it| it.shipping.name)
        .unwrap_or_default();
    let before = match verb {
        Verb::Paid => labels::payment(order.payment_status),
        Verb::Shipped => labels::fulfillment(order.fulfillment_status),
    };
    let was = format!("{}/{}", name_of(order).0, name_of(order).1);
    let tracking = (verb == Verb::Shipped).then(|| {
        let id = format!("tracking-{number}");
        let label = format!("Tracking number of {number}");
        view! {
            <div class="field"><label for=id.clone()>{label}</label>
                <input id=id.clone() name=id type="text" maxlength="60" autocomplete="off" autocapitalize="off" spellcheck="false" data-next="" autofocus=is_first/></div>
        }
    });
    view! {
        <li class="card">
            <p><strong>{number.clone()}</strong>" · "{name}" · "<del>{before}</del>" → "<ins>{after}</ins></p>
            <input type="hidden" name="ids" value=number.clone()/>
            <input type="hidden" name=format!("was-{number}") value=was/>
            {tracking}
        </li>
    }
}

fn name_of(order: &order::Model) -> (String, String) {
    (name(order.payment_status), name(order.fulfillment_status))
}

fn stays(number: &str, why: OrderActionError) -> impl IntoView + use<> {
    let to = format!("/orders/{number}");
    view! { <li class="card"><p><a href=to>{number.to_owned()}</a>" · "<strong>{labels::not_done(why)}</strong></p></li> }
}

/// Where the page showed that the order `number` stands.
fn seen(typed: &FormValues, number: &str) -> Option<OrderStatus> {
    let was = typed.find(&format!("was-{number}"))?;
    let (payment, fulfillment) = was.split_once('/')?;
    let payment = match payment {
        "" => crate::pricing::payment::PaymentStatus::NotRequired,
        payment => named(payment)?,
    };
    Some((payment, named(fulfillment)?))
}

async fn post(
    request: &AdminRequest,
    verb: Verb,
    typed: &FormValues,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let numbers = ticked(typed);
    if numbers.is_empty() {
        return Ok(tick_first(typed.get("back")));
    }
    let mail = typed.get("mail") == "yes";
    let mut left = Vec::new();
    for number in &numbers {
        let asked_for = verb.mark(typed, number);
        let by = &request.actor();
        let done = mark(
            &shop.db,
            &shop.config,
            number,
            &asked_for,
            seen(typed, number),
            mail,
            by,
        )
        .await?;
        if let Err(why) = done {
            left.push((number.clone(), why));
        }
    }
    if left.len() < numbers.len() {
        shop.job_waits.notify_one();
    }
    let back = match typed.get("back") {
        "" => "/orders",
        back => back,
    };
    if left.is_empty() {
        return Ok(redirect_with_flash(back, verb.flash()));
    }
    let done = numbers.len() - left.len();
    let told = match (done, numbers.len()) {
        (0, _) => "Nothing was changed.".to_owned(),
        (done, all) => format!("{done} of {all} are done. These stay as they are:"),
    };
    let rows = left
        .iter()
        .map(|(number, why)| stays(number, *why))
        .collect_view();
    let view = view! {
        <div class="notice" role="alert"><p>{told}</p></div>
        <ul class="changes">{rows}</ul>
        {way_back(back)}
    };
    Ok(request.page(verb.title(), view))
}
