//! A customer's addresses: the book, and one of it as a form.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
        staff::role::Right,
    },
    common::{nobody, path, way_back},
};
use crate::{
    account::{
        address::{AddressError, problems, typed as address_in},
        addresses,
        entity::address,
        store,
    },
    base::{
        countries::{by_name, country},
        date,
        error::AppError,
        person::Person,
    },
    platform::{
        audit::{self, Entry},
        db::retried,
    },
    text::Language,
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;

/// The addresses of the customer `id`.
pub fn section(request: &AdminRequest, id: i64, all: Vec<address::Model>) -> impl IntoView + use<> {
    let language = request.state.shop.config.own_language();
    let may_manage = request.may(Right::ManageCustomers);
    let first = all.iter().filter_map(|it| it.position).min();
    let row = |row: address::Model| {
        let (number, position) = (row.id.to_string(), row.position);
        let lines = Person::from(row).lines(language).join("\n");
        let label = lines.replace('\n', ", ");
        let kind = match position {
            None => Some("Bills go here"),
            position if position == first => Some("Orders begin with this one"),
            _ => None,
        };
        let kind = kind.map(|kind| view! { <p><span class="tag">{kind}</span></p> });
        let change = position.filter(|_| may_manage).map(|position| {
            let make_default = (Some(position) != first).then(|| {
                view! { <button class="button--small" type="submit" formaction=format!("/customers/{id}/address/default") aria-label=format!("Make it the first: {label}")>"Make it the first"</button> }
            });
            view! {
                <form class="row" method="post" action=format!("/customers/{id}/address/remove")>
                    <input type="hidden" name="address" value=number.clone()/>
                    <a class="button--small" href=format!("/customers/{id}/address?address={number}") aria-label=format!("Change {label}")>"Change"</a>
                    {make_default}
                    <button class="button--small" type="submit" data-confirm="Delete this address?" aria-label=format!("Delete {label}")>"Delete"</button>
                </form>
            }
        });
        view! { <li class="card">{kind}<p class="lines">{lines}</p>{change}</li> }
    };
    let nothing = all.is_empty().then(|| view! { <p>"None are kept."</p> });
    let add = may_manage.then(|| {
        view! { <p><a class="button button--plain" href=format!("/customers/{id}/address")>"Add an address"</a></p> }
    });
    view! {
        <section class="card"><h2>"Addresses"</h2>
            <ul class="changes">{all.into_iter().map(row).collect_view()}</ul>{nothing}{add}</section>
    }
}

/// `GET /customers/{id}/address?address=…`: the form of that address, or of a new one.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let typed = FormValues::read(request.query.as_bytes());
    let Some(customer) = store::by_id(&shop.db.read, id).await? else {
        return Ok(nobody(&request));
    };
    let book = store::addresses(&shop.db.read, id).await?;
    let known = book
        .into_iter()
        .find(|it| Some(it.id) == typed.number("address"));
    let new = Person {
        name: customer.name,
        phone: customer.phone,
        country_code: shop.config.store_country.clone(),
        ..Person::default()
    };
    let number = known.as_ref().map(|it| it.id);
    let person = known.map_or(new, Person::from);
    Ok(form(&request, StatusCode::OK, id, number, person, None))
}

/// The form with `person` in it; `said` is what is wrong, but for what is wrong with the fields.
fn form(
    request: &AdminRequest,
    status: StatusCode,
    id: i64,
    number: Option<i64>,
    person: Person,
    said: Option<&'static str>,
) -> Response {
    let language = request.state.shop.config.own_language();
    let checks = status != StatusCode::OK;
    let lacks = if checks {
        problems(&person)
    } else {
        Vec::new()
    };
    let said = said.map(|said| view! { <p class="notice" role="alert">{said}</p> });
    let view = view! {
        {said}
        <form class="card" method="post" action=format!("/customers/{id}/address")>
            <input type="hidden" name="address" value=number.map(|it| it.to_string())/>
            {fields(&person, &lacks, language)}
            <button class="button" type="submit">"Save the address"</button>
        </form>
        {way_back(id)}
    };
    let title = match number {
        Some(_) => "Change an address",
        None => "A new address",
    };
    request.page_with(status, title, view)
}

/// The fields of an address, with what it `lacks`.
pub fn fields(
    person: &Person,
    lacks: &[AddressError],
    language: Language,
) -> impl IntoView + use<> {
    let mut street = person.street.splitn(2, '\n');
    let streets =
        [street.next(), street.next()].map(|it| it.unwrap_or_default().replace('\n', ", "));
    let problem = |name: &str| {
        let found = lacks.iter().find(|it| it.field() == name)?;
        Some(match found {
            AddressError::Name => "Please say who lives there.",
            AddressError::Street => "Please give the street and number.",
            AddressError::City => "Please give the town.",
            AddressError::Country => "Please choose a country.",
            AddressError::State => "Please give the region by its code, as this country has them.",
            AddressError::PostalCode => "That is no postal code of this country.",
        })
    };
    let line = |name: &'static str, label: &'static str, value: &str| {
        let (problem, of_problem) = (problem(name), format!("{name}-problem"));
        let (wrong, described) = (problem.map(|_| "true"), problem.map(|_| of_problem.clone()));
        let problem = problem.map(|text| view! { <p class="problem" id=of_problem>{text}</p> });
        view! {
            <div class="field"><label for=name>{label}</label>
                <input id=name name=name type="text" value=value.to_owned() maxlength="255" autocomplete="off" aria-invalid=wrong aria-describedby=described/>{problem}</div>
        }
    };
    let option = |code: &str, name: &str| {
        let is_chosen = code == person.country_code;
        view! { <option value=code.to_owned() selected=is_chosen>{name.to_owned()}</option> }
    };
    let countries = by_name(language).into_iter();
    let countries = countries
        .map(|it| option(it.code, it.name(language)))
        .collect_view();
    let country_problem = problem("country").map(|text| view! { <p class="problem">{text}</p> });
    let regions = country(&person.country_code)
        .map(|it| it.regions.len())
        .unwrap_or_default();
    let regions = (regions > 0 || !person.state_or_province_code.is_empty())
        .then(|| line("state", "Region (its code)", &person.state_or_province_code));
    view! {
        {line("name", "Name", &person.name)}
        {line("company", "Company", &person.company_name)}
        {line("street", "Street and number", &streets[0])}
        {line("street-2", "What is beyond", &streets[1])}
        {line("postal-code", "Postal code", &person.postal_code)}
        {line("city", "Town", &person.city)}
        <div class="field"><label for="country">"Country"</label>
            <select id="country" name="country"><option value="">"Choose"</option>{countries}</select>{country_problem}</div>
        {regions}
        {line("phone", "Telephone", &person.phone)}
    }
}

/// `POST /customers/{id}/address`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let person = address_in(|name| typed.get(name));
    let number = typed.number("address");
    if !problems(&person).is_empty() {
        return Ok(form(
            &request,
            StatusCode::UNPROCESSABLE_ENTITY,
            id,
            number,
            person,
            None,
        ));
    }
    let keep = Change::Keep(number, Box::new(person.clone()));
    match changed(&request, id, &keep).await? {
        None => Ok(nobody(&request)),
        Some(true) => Ok(redirect_with_flash(&path(id), AdminFlash::AddressSaved)),
        Some(false) => {
            let said = match number {
                Some(_) => {
                    "This address was deleted meanwhile. Save it once more to keep it as a new one."
                }
                None => "The address book is full. Delete one first.",
            };
            Ok(form(
                &request,
                StatusCode::UNPROCESSABLE_ENTITY,
                id,
                None,
                person,
                Some(said),
            ))
        }
    }
}

/// `POST /customers/{id}/address/remove`.
pub async fn post_remove(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let number = typed.number("address").ok_or(AppError::BadRequest)?;
    Ok(
        match changed(&request, id, &Change::Remove(number)).await? {
            Some(_) => redirect_with_flash(&path(id), AdminFlash::AddressRemoved),
            None => nobody(&request),
        },
    )
}

/// `POST /customers/{id}/address/default`.
pub async fn post_default(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let number = typed.number("address").ok_or(AppError::BadRequest)?;
    Ok(
        match changed(&request, id, &Change::MakeFirst(number)).await? {
            Some(_) => redirect_with_flash(&path(id), AdminFlash::AddressSaved),
            None => nobody(&request),
        },
    )
}

/// What becomes of the book.
enum Change {
    /// This person is kept, in place of the address of the number or as a new one.
    Keep(Option<i64>, Box<Person>),
    /// An address is taken away.
    Remove(i64),
    /// Orders begin with an address.
    MakeFirst(i64),
}

/// Changes the book of the customer `id`; whether that could be done. `None` if there is no such customer. The log keeps that it
/// was changed.
async fn changed(
    request: &AdminRequest,
    id: i64,
    change: &Change,
) -> Result<Option<bool>, AppError> {
    let target = id.to_string();
    retried(|| async {
        let tx = request.state.shop.db.begin().await?;
        if store::to_change(&tx, id).await?.is_none() {
            return Ok(None);
        }
        let is_done = match change {
            Change::Keep(number, person) => addresses::keep(&tx, id, *number, person).await?,
            Change::Remove(number) => {
                addresses::remove(&tx, id, *number).await?;
                true
            }
            Change::MakeFirst(number) => {
                addresses::make_default(&tx, id, *number).await?;
                true
            }
        };
        if is_done {
            let entry = Entry::of("customer.address", &target);
            audit::record(&tx, &request.actor(), entry, date::now()).await?;
            tx.commit().await?;
        }
        Ok(Some(is_done))
    })
    .await
}
