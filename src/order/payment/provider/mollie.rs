//! Mollie, by its hosted page: the payment is created there, the shopper pays on its page, and the payment tells how it ended.
//!
//! Its messages hold only the payment's id, and are not signed: they only cause a request.

use super::{
    CreatedPayment, InvalidSignature, Keys, ListedPayment, PaymentReport, PaymentRequest, Provider,
    ProviderError, ProviderRefund, RefundProgress, RefundRequest, SavedMethod, WebhookEvent,
    http::Call,
};
use crate::{base::money::PriceFormat, order::payment::state::Money};
use axum::http::HeaderMap;
use serde_json::{Value, json};

/// Where it is asked.
pub const BASE: &str = "https://api.mollie.com";
/// Where its pages are.
pub const PAGES: [&str; 2] = ["https://www.mollie.com", "https://pay.mollie.com"];
/// Locales of its page, by the language that the shop speaks; it finds out by itself for others.
const LOCALES: [(&str, &str); 8] = [
    ("de", "de_DE"),
    ("en", "en_GB"),
    ("es", "es_ES"),
    ("fr", "fr_FR"),
    ("it", "it_IT"),
    ("nl", "nl_NL"),
    ("pl", "pl_PL"),
    ("pt", "pt_PT"),
];

/// An account at Mollie.
pub struct Mollie {
    base: String,
    keys: Keys,
}

impl Mollie {
    /// The account of `keys`, asked at `base`.
    pub fn new(base: String, keys: Keys) -> Self {
        Self { base, keys }
    }

    /// What whoever pays is called there from now on.
    fn customer(&self, request: &PaymentRequest) -> Result<String, ProviderError> {
        let key = format!("awning-customer-{}", request.key);
        let body = json!({ "email": request.email, "metadata": { "awning": request.key } });
        let call = self.call("/v2/customers").once(key);
        let customer = call.post(&body.to_string())?;
        let id = customer["id"].as_str().map(str::to_owned);
        id.ok_or_else(|| ProviderError::Unknown("a customer without id".into()))
    }

    /// The charge of `saved` that was made with the shop's key `key` before, if one was.
    fn charged_before(
        &self,
        saved: &SavedMethod,
        key: &str,
    ) -> Result<Option<Value>, ProviderError> {
        let path = format!("/v2/customers/{}/payments?limit=250", saved.customer);
        let payments = self.call(&path).get()?;
        let payments = payments["_embedded"]["payments"].as_array();
        let mut payments = payments.into_iter().flatten();
        Ok(payments.find(|it| it["metadata"]["awning"] == key).cloned())
    }

    /// A request to what stands at `path`.
    fn call(&self, path: &str) -> Call<'_> {
        Call {
            url: format!("{}{path}", self.base),
            secret: &self.keys.secret,
            key: String::new(),
            headers: &[("content-type", "application/json")],
        }
    }
}

impl Provider for Mollie {
    fn create(&self, request: &PaymentRequest) -> Result<CreatedPayment, ProviderError> {
        let key = format!("awning-pay-{}", request.key);
        let mut body = payment(request)?;
        if request.saves {
            body["customerId"] = json!(self.customer(request)?);
            body["sequenceType"] = json!("first");
        }
        // A key is forgotten after an hour, and a shop may be down for longer: nobody is charged twice.
        let before = match &request.saved {
            Some(saved) => self.charged_before(saved, &request.key)?,
            None => None,
        };
        let begun = match before {
            Some(charge) => charge,
            None => self
                .call("/v2/payments")
                .once(key)
                .post(&body.to_string())?,
        };
        let reference = begun["id"].as_str();
        let reference =
            reference.ok_or_else(|| ProviderError::Unknown("a payment without id".into()))?;
        Ok(CreatedPayment {
            reference: reference.to_owned(),
            go_to: seen(&begun).go_to,
            ends_at: time(&begun["expiresAt"]),
        })
    }

    fn fetch(&self, reference: &str) -> Result<PaymentReport, ProviderError> {
        let path = format!("/v2/payments/{reference}");
        self.call(&path).get().map(|it| seen(&it))
    }

    fn cancel(&self, reference: &str) -> Result<PaymentReport, ProviderError> {
        let path = format!("/v2/payments/{reference}");
        match self.call(&path).delete() {
            Ok(ended) => Ok(seen(&ended)),
            // It cannot be called off, or is over: it says which.
            Err(ProviderError::Refused(_)) => self.fetch(reference),
            Err(unknown) => Err(unknown),
        }
    }

    fn refund(
        &self,
        reference: &str,
        request: &RefundRequest,
    ) -> Result<ProviderRefund, ProviderError> {
        let path = format!("/v2/payments/{reference}/refunds?limit=250");
        // A key is forgotten after an hour; what it made is not.
        let before = self.call(&path).get()?;
        let before = before["_embedded"]["refunds"]
            .as_array()
            .into_iter()
            .flatten();
        let mut known = before.filter(|it| it["metadata"]["awning"] == request.key.as_str());
        if let Some(refund) = known.next() {
            return Ok(returned(refund));
        }
        let body = json!({
            "amount": amount(request.amount, &request.currency)?,
            "description": request.number,
            "metadata": { "awning": request.key },
        });
        let key = format!("awning-refund-{}", request.key);
        let refund = self.call(&path).once(key).post(&body.to_string())?;
        Ok(returned(&refund))
    }

    /// Newest first, and there is no asking for a time.
    fn list(&self, (since, until): (i64, i64)) -> Result<Vec<ListedPayment>, ProviderError> {
        let (mut all, mut url) = (Vec::new(), format!("{}/v2/payments?limit=250", self.base));
        loop {
            let page = Call {
                url,
                ..self.call("")
            }
            .get()?;
            let rows = page["_embedded"]["payments"].as_array();
            let rows = rows.cloned().unwrap_or_default();
            let is_within = |it: &&Value| (since..until).contains(&time(&it["createdAt"]));
            all.extend(rows.iter().filter(is_within).map(listed));
            let is_past = rows.iter().any(|it| time(&it["createdAt"]) < since);
            let next = page["_links"]["next"]["href"].as_str();
            // A link that leads anywhere else would take the key there.
            let next = next.filter(|it| it.starts_with(&self.base) && !is_past);
            match next {
                Some(next) => url = next.to_owned(),
                None => return Ok(all),
            }
        }
    }

    fn parse_webhook(
        &self,
        _: &HeaderMap,
        body: &[u8],
        _: i64,
    ) -> Result<WebhookEvent, InvalidSignature> {
        let mut fields = form_urlencoded::parse(body);
        let id = fields
            .find(|(name, _)| name == "id")
            .ok_or(InvalidSignature)?
            .1;
        let is_id = id.starts_with("tr_")
            && id
                .bytes()
                .all(|it| it.is_ascii_alphanumeric() || it == b'_');
        if !is_id || id.len() > 64 {
            return Err(InvalidSignature);
        }
        Ok(WebhookEvent {
            id: String::new(),
            reference: id.into_owned(),
            key: String::new(),
        })
    }
}

fn amount(minor: i64, currency: &str) -> Result<Value, ProviderError> {
    let format = PriceFormat::of(currency);
    let format = format.ok_or_else(|| ProviderError::Refused(format!("no currency {currency}")))?;
    Ok(json!({ "currency": currency, "value": format.plain(minor) }))
}

fn returned(refund: &Value) -> ProviderRefund {
    ProviderRefund {
        reference: refund["id"].as_str().unwrap_or_default().to_owned(),
        state: match refund["status"].as_str() {
            Some("refunded") => RefundProgress::Done,
            Some("failed" | "canceled") => RefundProgress::Failed("the bank refused it".to_owned()),
            _ => RefundProgress::Pending,
        },
    }
}

fn payment(request: &PaymentRequest) -> Result<Value, ProviderError> {
    let mut payment = json!({
        "amount": amount(request.amount, &request.currency)?,
        "description": request.number,
        "metadata": { "awning": request.key, "shop": request.shop },
    });
    match &request.saved {
        Some(saved) => {
            payment["sequenceType"] = json!("recurring");
            payment["customerId"] = json!(saved.customer);
            payment["mandateId"] = json!(saved.method);
        }
        None => {
            payment["redirectUrl"] = json!(request.return_url);
            payment["cancelUrl"] = json!(format!("{}&back", request.return_url));
        }
    }
    if !request.webhook_url.is_empty() {
        payment["webhookUrl"] = json!(request.webhook_url);
    }
    let locale = LOCALES
        .iter()
        .find(|(language, _)| *language == request.language);
    if let Some((_, locale)) = locale {
        payment["locale"] = json!(locale);
    }
    Ok(payment)
}

fn seen(payment: &Value) -> PaymentReport {
    let amount = &payment["amount"];
    let currency = amount["currency"].as_str().unwrap_or_default();
    let value = amount["value"].as_str().unwrap_or_default();
    let minor = PriceFormat::of(currency).and_then(|it| it.parse(value));
    let money = match payment["status"].as_str() {
        Some("paid") => Money::There(minor.unwrap_or_default(), currency.to_owned()),
        Some("pending" | "authorized") => Money::Processing,
        Some("failed") => Money::Refused,
        Some("expired") => Money::Expired,
        Some("canceled") => Money::CalledOff,
        _ => Money::Asked,
    };
    let back = &payment["amountChargedBack"]["value"];
    let back = back.as_str().and_then(|it| it.parse::<f64>().ok());
    PaymentReport {
        money,
        go_to: payment["_links"]["checkout"]["href"]
            .as_str()
            .map(str::to_owned),
        disputed: back.is_some_and(|back| back > 0.0),
        secondary_reference: String::new(),
        saved: saved(payment),
    }
}

fn saved(payment: &Value) -> Option<SavedMethod> {
    let is_first = payment["sequenceType"] == "first";
    let (customer, method) = (
        payment["customerId"].as_str()?,
        payment["mandateId"].as_str()?,
    );
    is_first.then(|| SavedMethod {
        customer: customer.to_owned(),
        method: method.to_owned(),
    })
}

fn listed(payment: &Value) -> ListedPayment {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let paid = match seen(payment).money {
        Money::There(amount, currency) => Some((amount, currency)),
        _ => None,
    };
    ListedPayment {
        reference: text(&payment["id"]),
        key: text(&payment["metadata"]["awning"]),
        shop: text(&payment["metadata"]["shop"]),
        paid,
    }
}

/// The second that a text such as `2026-11-30T12:00:00+00:00` says; 0 if it says none.
fn time(value: &Value) -> i64 {
    let text = value.as_str().unwrap_or_default();
    text.parse::<jiff::Timestamp>()
        .map_or(0, |it| it.as_second())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn payments_say_what_became_of_the_money() {
        let of = |status: &str, value: &str, currency: &str| {
            seen(&json!({ "status": status, "amount": { "value": value, "currency": currency } }))
                .money
        };
        assert_eq!(of("open", "12.50", "EUR"), Money::Asked);
        assert_eq!(of("pending", "12.50", "EUR"), Money::Processing);
        assert_eq!(of("paid", "12.50", "EUR"), Money::There(1250, "EUR".into()));
        assert_eq!(of("paid", "1250", "JPY"), Money::There(1250, "JPY".into()));
        assert_eq!(of("failed", "12.50", "EUR"), Money::Refused);
        assert_eq!(of("canceled", "12.50", "EUR"), Money::CalledOff);
        assert_eq!(of("expired", "12.50", "EUR"), Money::Expired);
        assert_eq!(of("something new", "12.50", "EUR"), Money::Asked);
        // What cannot be read is another amount, which nobody takes for the right one.
        assert_eq!(of("paid", "a lot", "EUR"), Money::There(0, "EUR".into()));
    }

    #[test]
    fn messages_name_a_payment_and_nothing_else() {
        let mollie = Mollie::new(String::new(), Keys::default());
        let parse = |body: &str| mollie.parse_webhook(&HeaderMap::new(), body.as_bytes(), 0);
        assert_eq!(
            parse("id=tr_7UhSN1zuXS").map(|it| it.reference),
            Ok("tr_7UhSN1zuXS".into())
        );
        for wrong in [
            "",
            "id=",
            "id=ord_1",
            "id=tr_../../v2/customers",
            "key=tr_1",
        ] {
            assert_eq!(parse(wrong), Err(InvalidSignature), "{wrong}");
        }
    }

    #[test]
    fn times_are_read_in_every_zone() {
        assert_eq!(time(&json!("1970-01-01T01:00:10+01:00")), 10);
        assert_eq!(time(&json!(null)), 0);
    }
}
