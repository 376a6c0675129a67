//! `/orders/{number}/correct`: the e-mail address and the addresses of a placed order.

use super::{
    super::{flash::AdminFlash, form_values::FormValues, request::AdminRequest},
    requested_order::{RequestedOrder, form_of, status_of},
};
use crate::{
    base::{date, error::AppError, person::Person},
    cart::form::Pairs,
    order::{
        correct::{self, BILLING, Contact, CorrectionError, FIELDS},
        invoice,
        staff_actions::ActionSource,
        status_machine::OrderActionError,
    },
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What the names of hidden fields start with that hold what was stored when the form was opened.
const WAS: &str = "was-";

/// What stands in the form.
struct Form {
    /// What is typed, or stored.
    contact: Contact,
    is_same: bool,
    /// What was stored when it was drawn.
    before: Contact,
    problems: BTreeMap<String, String>,
    /// What somebody else stored meanwhile.
    theirs: Option<Contact>,
    why: Option<OrderActionError>,
}

/// `GET /orders/{number}/correct`.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let found = match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => found,
        Err(missing) => return Ok(missing),
    };
    let contact = Contact::of(&found.whole.order, &found.whole.document);
    let form = Form {
        is_same: contact.shipping == contact.billing,
        before: contact.clone(),
        contact,
        problems: BTreeMap::new(),
        theirs: None,
        why: found
            .whole
            .order
            .email
            .is_empty()
            .then_some(OrderActionError::Nobody),
    };
    show(&request, &found, StatusCode::OK, &form).await
}

/// `POST /orders/{number}/correct`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let found = match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => found,
        Err(missing) => return Ok(missing),
    };
    let was = typed.pairs.iter();
    let was =
        was.filter_map(|(name, value)| Some((name.strip_prefix(WAS)?.to_owned(), value.clone())));
    let was: Pairs = was.collect();
    let stored = Contact::of(&found.whole.order, &found.whole.document);
    let before = match was.is_empty() {
        true => stored,
        false => Contact::typed(&was),
    };
    let contact = Contact::typed(&typed.pairs);
    let shop = &request.state.shop;
    let texts = shop.config.own_language().checkout_texts();
    let (form_name, actor) = (form_of(&typed), request.actor());
    let by = ActionSource {
        actor: &actor,
        form: &form_name,
        saw: None,
        now: date::now(),
    };
    let done = correct::correct(&shop.db, found.number(), &before, &contact, texts, by).await?;
    let Err(why) = done else {
        return Ok(found.back(AdminFlash::OrderCorrected));
    };
    let mut form = Form {
        is_same: !typed.get("same").is_empty(),
        before,
        contact,
        problems: BTreeMap::new(),
        theirs: None,
        why: None,
    };
    let status = match why {
        CorrectionError::Not(why) => {
            form.why = Some(why);
            status_of(why)
        }
        CorrectionError::Wrong(problems) => {
            form.problems = problems.into_iter().collect();
            StatusCode::UNPROCESSABLE_ENTITY
        }
        CorrectionError::Changed(theirs) => {
            // Sent once more, it is what was wanted of both.
            form.before = (*theirs).clone();
            form.theirs = Some(*theirs);
            StatusCode::CONFLICT
        }
    };
    show(&request, &found, status, &form).await
}

async fn show(
    request: &AdminRequest,
    found: &RequestedOrder,
    status: StatusCode,
    form: &Form,
) -> Result<Response, AppError> {
    let title = format!("Correct order {}", found.number());
    if let Some(why) = form.why {
        let view = view! { {found.refused(&FormValues::default(), why)}{found.way_back()} };
        return Ok(request.page_with(status, &title, view));
    }
    let db = &request.state.shop.db.read;
    let number = invoice::number(db, found.whole.order.id).await?;
    let invoice = number.map(|number| {
        let said = format!("The invoice {number} is written and stays as it is. If it has to say something else, refund the order, and place it anew.");
        view! { <p class="notice">{said}</p> }
    });
    let stale = form.theirs.as_ref().map(|_| {
        view! { <div class="notice" role="alert"><p>"Somebody else corrected this meanwhile. Both stand below: save once more to have it your way."</p></div> }
    });
    let was = form.before.pairs().into_iter().map(|(name, value)| {
        view! { <input type="hidden" name=format!("{WAS}{name}") value=value/> }
    });
    let email = field(form, "email", "E-mail", form.contact.email.clone(), "email");
    let is_sent = found.whole.document.is_delivered() && !found.whole.document.is_pickup;
    let first = if is_sent {
        "Delivery address"
    } else {
        "Address"
    };
    let view = view! {
        <p class="lead">"Prices, taxes and delivery stay as they were agreed. E-mails go to the new address from now on, and only with that the order is found in the shop; an account that has the order keeps it."</p>
        {invoice}{stale}
        <form method="post" action=found.path("/correct") data-settings="">
            {found.carried()}
            {was.collect_view()}
            {email}
            <fieldset class="group"><legend>{first}</legend>{address(request, form, "", &form.contact.shipping)}</fieldset>
            <div class="field field--flag"><input type="checkbox" id="same" name="same" value="yes" checked=form.is_same/>
                <label for="same">"The bill goes there too"</label></div>
            <fieldset class="group"><legend>"Billing address, if it is another one"</legend>{address(request, form, BILLING, &form.contact.billing)}</fieldset>
            <div class="save"><button class="button" type="submit">"Save"</button></div>
        </form>
        {found.way_back()}
    };
    Ok(request.page_with(status, &title, view))
}

fn label(field: &str) -> &'static str {
    match field {
        "name" => "Name",
        "company" => "Company",
        "street" => "Street and number",
        "street-2" => "Second line",
        "postal-code" => "Postal code",
        "city" => "Town",
        "state" => "Region",
        "country" => "Country",
        _ => "Telephone",
    }
}

fn address(request: &AdminRequest, form: &Form, prefix: &str, person: &Person) -> AnyView {
    let own = request.state.shop.config.store_language;
    let fields = FIELDS.map(|name| {
        let (path, value) = (format!("{prefix}{name}"), correct::value(person, name));
        match name {
            "country" => countries(form, &path, &value, own),
            "phone" => field(form, &path, label(name), value, "tel"),
            _ => field(form, &path, label(name), value, "text"),
        }
    });
    fields.collect_view().into_any()
}

/// What is wrong with a field, and what somebody else stored there.
fn notes(form: &Form, path: &str, value: &str) -> (bool, AnyView) {
    let problem = form.problems.get(path).cloned();
    let is_wrong = problem.is_some();
    let theirs = form.theirs.as_ref().and_then(|theirs| {
        let pairs = theirs.pairs();
        let found = pairs.into_iter().find(|(name, _)| name == path);
        found.map(|(_, theirs)| theirs).filter(|it| it != value)
    });
    let theirs = theirs.map(|theirs| {
        let theirs = if theirs.is_empty() {
            "nothing".to_owned()
        } else {
            theirs
        };
        view! { <p class="theirs">{format!("It is now: {theirs}")}</p> }
    });
    let problem =
        problem.map(|why| view! { <p class="problem" id=format!("{path}-problem")>{why}</p> });
    (is_wrong, view! { {theirs}{problem} }.into_any())
}

fn field(
    form: &Form,
    path: &str,
    label: &'static str,
    value: String,
    kind: &'static str,
) -> AnyView {
    let (is_wrong, notes) = notes(form, path, &value);
    view! {
        <div class="field"><label for=path.to_owned()>{label}</label>
            <input id=path.to_owned() name=path.to_owned() type=kind maxlength="255" autocomplete="off" value=value
                aria-invalid=is_wrong.then_some("true") aria-describedby=is_wrong.then(|| format!("{path}-problem"))/>
            {notes}</div>
    }
    .into_any()
}

fn countries(
    form: &Form,
    path: &str,
    chosen: &str,
    language: crate::base::language::LanguageCode,
) -> AnyView {
    let (is_wrong, notes) = notes(form, path, chosen);
    let options = correct::countries(language).into_iter();
    let options = options
        .map(|(code, name)| view! { <option value=code selected=code == chosen>{name}</option> });
    view! {
        <div class="field"><label for=path.to_owned()>{label("country")}</label>
            <select id=path.to_owned() name=path.to_owned()
                aria-invalid=is_wrong.then_some("true") aria-describedby=is_wrong.then(|| format!("{path}-problem"))>
                <option value="">"Choose a country"</option>{options.collect_view()}</select>
            {notes}</div>
    }
    .into_any()
}
