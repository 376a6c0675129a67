//! What Stripe is sent.

use super::super::{PaymentRequest, SavedMethod};
use form_urlencoded::Serializer;

/// Languages that its page speaks, of those that the shop does; it finds out by itself for others.
const SPOKEN: [&str; 8] = ["de", "en", "es", "fr", "it", "nl", "pl", "pt"];

/// The session that is asked for: one line of the whole total, so that no rounding of taxes and discounts can disagree.
pub(super) fn session(request: &PaymentRequest) -> String {
    let language = SPOKEN.iter().find(|it| **it == request.language);
    let (amount, ends_at) = (request.amount.to_string(), request.ends_at.to_string());
    let back = |end: &str| format!("{}{end}", request.return_url);
    let mut form = Serializer::new(String::new());
    if request.saves {
        form.append_pair("customer_creation", "always")
            .append_pair("payment_intent_data[setup_future_usage]", "off_session");
    }
    form.append_pair("mode", "payment")
        .append_pair("line_items[0][quantity]", "1")
        .append_pair(
            "line_items[0][price_data][currency]",
            &request.currency.to_lowercase(),
        )
        .append_pair("line_items[0][price_data][unit_amount]", &amount)
        .append_pair(
            "line_items[0][price_data][product_data][name]",
            &request.number,
        )
        .append_pair("client_reference_id", &request.key)
        .append_pair("metadata[awning]", &request.key)
        // Messages about the money itself name it too, and so do lists of it.
        .append_pair("payment_intent_data[metadata][awning]", &request.key)
        .append_pair("payment_intent_data[metadata][awning_shop]", &request.shop)
        .append_pair("customer_email", &request.email)
        .append_pair("locale", language.unwrap_or(&"auto"))
        .append_pair("expires_at", &ends_at)
        .append_pair("success_url", &back(""))
        .append_pair("cancel_url", &back("&back"))
        .finish()
}

/// The payment by what was `saved`, without anybody being asked.
pub(super) fn charge(request: &PaymentRequest, saved: &SavedMethod) -> String {
    Serializer::new(String::new())
        .append_pair("amount", &request.amount.to_string())
        .append_pair("currency", &request.currency.to_lowercase())
        .append_pair("customer", &saved.customer)
        .append_pair("payment_method", &saved.method)
        // Other kinds of payment want somewhere to come back to.
        .append_pair("payment_method_types[]", "card")
        .append_pair("off_session", "true")
        .append_pair("confirm", "true")
        .append_pair("description", &request.number)
        .append_pair("metadata[awning]", &request.key)
        .append_pair("metadata[awning_shop]", &request.shop)
        .finish()
}
