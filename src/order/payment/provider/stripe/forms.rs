//! What Stripe is sent.

use super::super::{PaymentRequest, SavedMethod};
use form_urlencoded::Serializer;

/// Languages that its page speaks, of those that the shop does; it finds out by itself for others.
const SPOKEN: [&str; 8] = ["de", "en", "es", "fr", "it", "nl", "pl", "pt"];

/// The session that is asked for: one line of the whole total, so that no rounding of taxes and discounts can disagree.
pub(super) fn session(ask: &PaymentRequest) -> String {
    let language = SPOKEN.iter().find(|it| **it == ask.language);
    let (amount, ends_at) = (ask.amount.to_string(), ask.ends_at.to_string());
    let back = |end: &str| format!("{}{end}", ask.return_url);
    let mut form = Serializer::new(String::new());
    if ask.saves {
        form.append_pair("customer_creation", "always")
            .append_pair("payment_intent_data[setup_future_usage]", "off_session");
    }
    form.append_pair("mode", "payment")
        .append_pair("line_items[0][quantity]", "1")
        .append_pair(
            "line_items[0][price_data][currency]",
            &ask.currency.to_lowercase(),
        )
        .append_pair("line_items[0][price_data][unit_amount]", &amount)
        .append_pair("line_items[0][price_data][product_data][name]", &ask.number)
        .append_pair("client_reference_id", &ask.key)
        .append_pair("metadata[awning]", &ask.key)
        // Messages about the money itself name it too, and so do lists of it.
        .append_pair("payment_intent_data[metadata][awning]", &ask.key)
        .append_pair("payment_intent_data[metadata][awning_shop]", &ask.shop)
        .append_pair("customer_email", &ask.email)
        .append_pair("locale", language.unwrap_or(&"auto"))
        .append_pair("expires_at", &ends_at)
        .append_pair("success_url", &back(""))
        .append_pair("cancel_url", &back("&back"))
        .finish()
}

/// The payment by what was `saved`, without anybody being asked.
pub(super) fn charge(ask: &PaymentRequest, saved: &SavedMethod) -> String {
    Serializer::new(String::new())
        .append_pair("amount", &ask.amount.to_string())
        .append_pair("currency", &ask.currency.to_lowercase())
        .append_pair("customer", &saved.customer)
        .append_pair("payment_method", &saved.method)
        // Other kinds of payment want somewhere to come back to.
        .append_pair("payment_method_types[]", "card")
        .append_pair("off_session", "true")
        .append_pair("confirm", "true")
        .append_pair("description", &ask.number)
        .append_pair("metadata[awning]", &ask.key)
        .append_pair("metadata[awning_shop]", &ask.shop)
        .finish()
}
