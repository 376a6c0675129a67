//! `GET /carts/{id}`: what is in a cart, how it stands with its reminder, and the button that sends it.

use super::{
    super::{request::AdminRequest, staff::role::Right},
    words,
};
use crate::{
    base::{date, error::AppError},
    cart::{Cart, CartRow, Line, ReminderConsent, abandoned, store},
    order::abandoned_carts::{
        eligibility::{self, ReminderStatus},
        list,
        remind::{self, named},
    },
    platform::link_key::LinkKey,
    text::Language,
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;

/// `GET /carts/{id}`.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let db = &shop.db.read;
    let Some(row) = abandoned::find(db, id).await? else {
        return Ok(gone(&request));
    };
    let key = LinkKey::of_shop(&shop.db).await?;
    let rows = std::slice::from_ref(&row);
    let standing = eligibility::all(db, &shop.config, &key, rows, date::now()).await?;
    let standing = standing.into_iter().next().ok_or(AppError::Internal)?;
    let language = shop.config.own_language();
    let lines = store::plain_lines(db, row.id).await?;
    let cart = remind::current_cart(db, shop, language, row.customer_id, &lines).await?;
    let consent = eligibility::consent(&row);
    let sent = match row.reminder_id {
        Some(id) => list::reminder(db, id).await?.map(|it| it.sent_at),
        None => None,
    };
    let view = view! {
        <div class="beside">
            <div>{things(&request, &cart, language, consent.is_some())}</div>
            <div>{facts(&request, &row, consent.as_ref(), standing, sent)}{send(&request, &row, &cart, standing)}</div>
        </div>
        <p><a class="button button--plain" href="/carts">"Back to the carts"</a></p>
    };
    Ok(request.page(&format!("Cart {}", row.public_id), view))
}

/// The page of a cart that is not there.
pub fn gone(request: &AdminRequest) -> Response {
    let view = view! {
        <p>"It was ordered, or is forgotten by now."</p>
        <p><a href="/carts">"Back to the carts"</a></p>
    };
    request.page_with(StatusCode::NOT_FOUND, "No such cart", view)
}

/// What is in `cart`; what its shopper wrote on things is shown where they agreed to be written to.
fn things(
    request: &AdminRequest,
    cart: &Cart,
    language: Language,
    agreed: bool,
) -> impl IntoView + use<> {
    let prices = &request.state.shop.shop.prices;
    if cart.lines.is_empty() {
        return view! { <section class="card"><p>"Nothing that is sold still."</p></section> }
            .into_any();
    }
    let row = |line: &Line| {
        let name = match agreed {
            true => named(line, language),
            false => format!(
                "{} × {}",
                line.wanted,
                line.product.name.get(language.code())
            ),
        };
        let trouble = line.trouble(language);
        let price = (line.quantity > 0).then(|| prices.minor(line.price * line.quantity));
        let to = format!("/products/{}", line.product.id);
        view! {
            <tr>
                <td><a href=to>{name}</a>{trouble.map(|said| view! { <span class="note">{said}</span> })}</td>
                <td class="amount">{price}</td>
            </tr>
        }
    };
    let rows = cart.lines.iter().map(row).collect_view();
    view! {
        <section class="card" aria-labelledby="things">
            <h2 id="things">"What is in it"</h2>
            <table>
                <thead><tr><th scope="col">"What"</th><th scope="col" class="amount">"Costs now"</th></tr></thead>
                <tbody>{rows}</tbody>
                <tfoot><tr><th scope="row">"Together, without delivery"</th><td class="amount">{prices.minor(cart.totals.items)}</td></tr></tfoot>
            </table>
        </section>
    }
    .into_any()
}

fn facts(
    request: &AdminRequest,
    row: &CartRow,
    consent: Option<&ReminderConsent>,
    standing: ReminderStatus,
    sent: Option<i64>,
) -> impl IntoView + use<> {
    let consent = consent.map(|it| {
        let mail = format!("mailto:{}", it.email);
        view! {
            <dt>"E-mail"</dt><dd><a href=mail>{it.email.clone()}</a></dd>
            <dt>"Asked for a reminder"</dt><dd>{request.clock(it.at)}</dd>
            <dt>"Language"</dt><dd>{it.language.clone()}</dd>
        }
    });
    let (word, sentence) = words(standing);
    let at = match standing {
        ReminderStatus::Waits(at) => Some(at),
        ReminderStatus::Sent => sent,
        _ => None,
    };
    let at = at.map(|at| request.clock(at));
    view! {
        <section class="card" aria-labelledby="reminder">
            <h2 id="reminder">"Its reminder"</h2>
            <p><span class="tag">{word}</span>" "{at}</p>
            <p>{sentence}</p>
            <dl class="facts">
                {consent}
                <dt>"Begun"</dt><dd>{request.clock(row.created_at)}</dd>
                <dt>"Last change"</dt><dd>{request.clock(row.updated_at)}</dd>
            </dl>
        </section>
    }
}

/// The one thing that can be done.
fn send(
    request: &AdminRequest,
    row: &CartRow,
    cart: &Cart,
    standing: ReminderStatus,
) -> impl IntoView + use<> {
    let may = request.may(Right::ManageCustomers) && standing.may_be_sent() && !cart.is_empty();
    may.then(|| {
        let action = format!("/carts/{}/remind", row.id);
        view! {
            <form class="card" method="post" action=action>
                <input type="hidden" name="version" value=row.updated_at.to_string()/>
                <p class="note">"It goes out once. Whoever gets it can leave it at that, or stop them all."</p>
                <button class="button" type="submit">"Send the reminder now"</button>
            </form>
        }
    })
}
