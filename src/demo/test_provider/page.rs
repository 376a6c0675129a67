//! The page where shoppers pay: what it costs, a button that pays and one that does not. It has no script.

use super::{Books, State, hooks};
use crate::base::{html::escaped, money::PriceFormat};
use axum::{
    Form, Router,
    extract::{Path, State as Shared},
    http::{StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
    routing::get,
};
use serde::Deserialize;
use std::sync::Arc;

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:26rem;margin:12vh auto;padding:0 1rem;color:#1c1c1c;background:#f4f4f2}\
    main{background:#fff;border:1px solid #c9c9c4;border-radius:12px;padding:1.5rem}h1{font-size:1.2rem;margin:0 0 .5rem}\
    p{margin:.5rem 0}button{font:inherit;display:block;width:100%;min-height:3rem;margin:.75rem 0 0;border-radius:8px;border:1px solid #1c1c1c;\
    background:#fff;color:#1c1c1c;cursor:pointer}button.pays{background:#14532d;border-color:#14532d;color:#fff}a{display:block;margin-top:1rem;color:#14532d}\
    .mark{font-size:.85rem;color:#5a3d00;background:#fff3d6;border-radius:6px;padding:.35rem .6rem}";

#[derive(Deserialize)]
struct Click {
    does: String,
}

pub fn routes() -> Router<Arc<Books>> {
    Router::new().route("/pay/{id}", get(page).post(click))
}

async fn page(Shared(books): Shared<Arc<Books>>, Path(id): Path<String>) -> Response {
    shown(&books, &id, "")
}

async fn click(
    Shared(books): Shared<Arc<Books>>,
    Path(id): Path<String>,
    Form(click): Form<Click>,
) -> Response {
    let is_mollie = id.starts_with("tr_");
    let ended = match click.does.as_str() {
        "pay" => books.end(&id, State::Paid),
        "bank" => books.end(&id, State::Processing),
        "late" => {
            if let Some(payment) = books.end(&id, State::Expired) {
                hooks::send(&books, &payment).await;
            }
            return shown(&books, &id, "");
        }
        // A card that is refused is no end at Stripe: the shopper may type another one.
        _ if is_mollie => books.end(&id, State::Failed),
        _ => return shown(&books, &id, "Your card was declined. Try another one."),
    };
    match ended {
        Some(payment) => {
            hooks::send(&books, &payment).await;
            Redirect::to(&payment.back).into_response()
        }
        None => shown(&books, &id, ""),
    }
}

fn shown(books: &Books, id: &str, said: &str) -> Response {
    let Some(payment) = books.find(id) else {
        return (StatusCode::NOT_FOUND, "There is no such payment.").into_response();
    };
    let format = PriceFormat::of(&payment.currency);
    let amount = format
        .map(|it| it.minor(payment.amount))
        .unwrap_or_default();
    let said = match said {
        "" => String::new(),
        said => format!("<p role=\"alert\"><strong>{}</strong></p>", escaped(said)),
    };
    let form = match payment.state {
        State::Open => {
            "<form method=\"post\"><button class=\"pays\" name=\"does\" value=\"pay\">Pay</button>\
            <button name=\"does\" value=\"decline\">Decline the card</button>\
            <button name=\"does\" value=\"bank\">Let the bank think about it</button>\
            <button name=\"does\" value=\"late\">Let its time run out</button></form>"
        }
        State::Paid | State::Processing => "<p>This was paid.</p>",
        State::Failed | State::Expired | State::CalledOff => {
            "<p>This is not to be paid any more.</p>"
        }
    };
    let (cancel, what) = (escaped(&payment.cancel), escaped(&payment.description));
    let page = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Test card</title><style>{STYLE}</style></head><body><main><p class=\"mark\">Test card: no money moves.</p>\
         <h1>{what}</h1><p>{}</p>{said}{form}<a href=\"{cancel}\">Back to the shop</a></main></body></html>",
        escaped(&amount)
    );
    // Its own, with a style of its own; and no other page may frame it.
    let policy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";
    ([(header::CONTENT_SECURITY_POLICY, policy)], Html(page)).into_response()
}
