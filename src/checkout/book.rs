//! `/account/address-book`: where a customer's orders may go.

use super::{form::person, page::AddressFields};
use crate::{
    account::{address::problems, addresses, sessions::store::CurrentSession},
    base::{error::AppError, paths::ShopPath, person::Person, url},
    cart::form::{Pairs, text},
    request::{answer::redirect, context::RequestContext},
    text::Language,
    ui::served::{InPlace, PageAnswer, ServedPage},
};
use axum::{
    Extension, Form, Router,
    response::{IntoResponse, Response},
    routing::post,
};
use leptos::prelude::*;

/// Its path.
pub const PATH: &str = ShopPath::AddressBook.text();

/// The paths forms are posted to.
pub fn routes() -> Router {
    Router::new()
        .route(PATH, post(keep))
        .route("/api/account/address-removed", post(remove))
        .route("/api/account/address-default", post(make_default))
}

/// Keeps an address; one that is none yet stays in its form with what it lacks.
async fn keep(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> Result<Response, AppError> {
    let customer = context.signed_in()?.customer.id;
    let (id, typed) = (text(&form, "address"), person(&form, ""));
    let again = !text(&form, "again").is_empty();
    if again || !problems(&typed).is_empty() {
        let problem = (!again).then(|| context.language.checkout_texts().please_check);
        return still_typed(&context, id, typed, problem);
    }
    let tx = context.state.db.begin().await?;
    if !addresses::keep(&tx, customer, id.parse().ok(), &typed).await? {
        let a = context.language.account_texts();
        // One that was removed meanwhile is kept as a new one the next time.
        let problem = if id.is_empty() {
            a.book_full
        } else {
            a.address_gone
        };
        return still_typed(&context, "", typed, Some(problem));
    }
    tx.commit().await?;
    Ok(redirect(PATH))
}

/// The form with what was typed, and what is wrong with it.
fn still_typed(
    context: &RequestContext,
    id: &str,
    typed: Person,
    problem: Option<&'static str>,
) -> Result<Response, AppError> {
    let asked = AddressForm {
        id: id.to_owned(),
        typed: Some(typed),
        problem,
    };
    let page = drawn(context, context.signed_in()?, asked);
    Ok(InPlace(page).into_response())
}

async fn make_default(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> Result<Response, AppError> {
    let customer = context.signed_in()?.customer.id;
    let id = text(&form, "address")
        .parse()
        .map_err(AppError::bad_request)?;
    let tx = context.state.db.begin().await?;
    addresses::make_default(&tx, customer, id).await?;
    tx.commit().await?;
    Ok(redirect(PATH))
}

async fn remove(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> Result<Response, AppError> {
    let customer = context.signed_in()?.customer.id;
    let id = text(&form, "address")
        .parse()
        .map_err(AppError::bad_request)?;
    addresses::remove(&context.state.db.write, customer, id).await?;
    Ok(redirect(PATH))
}

#[derive(Clone, Default)]
struct AddressForm {
    id: String,
    typed: Option<Person>,
    problem: Option<&'static str>,
}

/// The page of the book; for a visitor who is signed out, the way to sign in.
pub fn page(query: &str, context: &RequestContext) -> PageAnswer {
    let Some(session) = &context.session else {
        return PageAnswer::See(format!("/account?returnurl={}", url::encoded(PATH)));
    };
    let id = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "id");
    let asked = AddressForm {
        id: id.map(|(_, id)| id.into_owned()).unwrap_or_default(),
        ..AddressForm::default()
    };
    PageAnswer::Page(drawn(context, session, asked))
}

fn drawn(context: &RequestContext, session: &CurrentSession, asked: AddressForm) -> ServedPage {
    let book: Vec<(i64, Person)> = session.address_book().collect();
    let home = context.state.config.store_country.clone();
    let title = context.language.checkout_texts().saved_addresses;
    ServedPage::drawn("ADDRESS_BOOK", title, move || {
        view! { <Book book=book.clone() asked=asked.clone() home=home.clone()/> }.into_any()
    })
}

#[component]
fn Book(book: Vec<(i64, Person)>, asked: AddressForm, home: String) -> impl IntoView {
    let language = expect_context::<Language>();
    let (s, a) = (language.checkout_texts(), language.account_texts());
    let changed = book.iter().find(|(id, _)| id.to_string() == asked.id);
    let known = changed.map(|(_, person)| person.clone());
    let title = if known.is_some() {
        s.change_address
    } else {
        s.new_address
    };
    let person = asked.typed.or(known).unwrap_or(Person {
        country_code: home,
        ..Person::default()
    });
    let is_empty = book.is_empty();
    let cards = book
        .into_iter()
        .enumerate()
        .map(|(place, (id, person))| view! { <Card id person is_default=place == 0/> });
    view! {
        <div class="orders">
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{s.saved_addresses}</h1></header>
            {if is_empty {
                view! { <p class="muted">{a.no_addresses}</p> }.into_any()
            } else {
                view! { <ul class="address-cards">{cards.collect_view()}</ul> }.into_any()
            }}
            <form hidden id="address-form" method="post" action=PATH data-step="" novalidate><input type="hidden" name="address" value=asked.id/></form>
            <div class="card">
                <fieldset class="ec-form">
                    <legend class="ec-header-h4">{title}</legend>
                    {asked.problem.map(|said| view! { <p class="problem" role="alert">{said}</p> })}
                    <AddressFields person prefix="" checks=asked.problem.is_some() form="address-form"/>
                </fieldset>
                <button class="button" type="submit" form="address-form">{s.keep_address}</button>
            </div>
        </div>
    }
}

#[component]
fn Card(id: i64, person: Person, is_default: bool) -> impl IntoView {
    let language = expect_context::<Language>();
    let (s, a) = (language.checkout_texts(), language.account_texts());
    let lines = person.lines(language);
    let label = s.remove_it(lines.join(", "));
    let first = format!("{}: {}", a.make_default, lines.join(", "));
    let lines = lines.into_iter().map(|line| view! { <span>{line}</span> });
    view! {
        <li class="address-card">
            <p class="address-card__lines">{lines.collect_view()}</p>
            {if is_default {
                view! { <span class="tag">{a.default_address}</span> }.into_any()
            } else {
                view! {
                    <form method="post" action="/api/account/address-default" data-step="">
                        <input type="hidden" name="address" value=id/>
                        <button class="link-button" type="submit" aria-label=first>{a.make_default}</button>
                    </form>
                }.into_any()
            }}
            <a href=format!("{PATH}?id={id}")>{s.change}</a>
            <form method="post" action="/api/account/address-removed" data-step="">
                <input type="hidden" name="address" value=id/>
                <button class="link-button" type="submit" aria-label=label>"×"</button>
            </form>
        </li>
    }
}
