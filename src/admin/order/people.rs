//! Whose an order is, where it goes, and what was asked besides.

use super::{super::request::AdminRequest, requested_order::RequestedOrder};
use crate::{base::person::Person, order::Method};
use leptos::prelude::*;

/// The shopper, addresses, ways of delivery and payment, and answers to questions.
pub fn all(request: &AdminRequest, found: &RequestedOrder) -> AnyView {
    let (order, document) = (&found.whole.order, &found.whole.document);
    let language = request.state.shop.config.own_language();
    let address = |person: &Person| person.lines(language).join("\n");
    let title = |method: &Option<Method>| method.clone().map(|it| it.title).unwrap_or_default();
    let is_sent = document.is_delivered() && !document.is_pickup;
    let shipping = match is_sent {
        true => address(&document.shipping),
        false => String::new(),
    };
    let billing = match is_sent && document.billing == document.shipping {
        true => "The same".to_owned(),
        false => address(&document.billing),
    };
    let mut facts: Vec<(String, String)> = [
        ("Goes to", shipping),
        ("Fetched at", document.pickup_at.clone()),
        ("Bill to", billing),
        ("Delivery", title(&document.delivery)),
        ("Way to pay", title(&document.payment)),
        ("Said by the customer", document.comments.clone()),
    ]
    .map(|(name, text)| (name.to_owned(), text))
    .into();
    let extra = document.extra.iter();
    facts.extend(extra.map(|it| (it.title.clone(), it.value.clone())));
    facts.push(("Came from".to_owned(), document.referer.clone()));
    facts.retain(|(_, text)| !text.is_empty());
    let fact = |(name, text)| view! { <dt>{name}</dt><dd class="lines">{text}</dd> };
    let email = match order.email.as_str() {
        "" => view! { "Nobody any more: the account was deleted." }.into_any(),
        email => {
            let to = format!("mailto:{email}");
            view! { <a href=to>{email.to_owned()}</a> }.into_any()
        }
    };
    let phone = [&document.shipping.phone, &document.billing.phone];
    let phone = phone.into_iter().find(|it| !it.is_empty()).map(|phone| {
        let dialled: String = phone.chars().filter(|it| !it.is_whitespace()).collect();
        view! { <dt>"Telephone"</dt><dd><a href=format!("tel:{dialled}")>{phone.clone()}</a></dd> }
    });
    let customer = order.customer_id.map(|id| {
        let to = format!("/customers/{id}");
        view! { <dt>"Customer"</dt><dd><a href=to>"Has an account"</a></dd> }
    });
    view! {
        <section class="card" aria-labelledby="people">
            <h2 id="people">"Customer and delivery"</h2>
            <dl class="facts">
                <dt>"E-mail"</dt><dd>{email}</dd>
                {customer}{phone}
                {facts.into_iter().map(fact).collect_view()}
            </dl>
        </section>
    }
    .into_any()
}
