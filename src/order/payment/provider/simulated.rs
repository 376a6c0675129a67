//! The one that takes no money: how a payment ends is in the settings.

use super::{
    CreatedPayment, InvalidSignature, ListedPayment, PaymentReport, PaymentRequest, Provider,
    ProviderError, ProviderRefund, RefundProgress, RefundRequest, WebhookEvent,
};
use crate::{
    order::payment::state::Money, platform::config::Config, pricing::payment::TestPayment,
};
use axum::http::HeaderMap;

/// Payments that end as a setting says.
pub struct Test {
    ends: TestPayment,
}

/// The one of `method`; a method that is in the settings no more says nothing.
pub fn of(config: &Config, method: &str) -> Option<Test> {
    let mut methods = config.payment.iter();
    let ends = methods.find(|it| it.id == method).and_then(|it| it.test)?;
    Some(Test { ends })
}

impl Provider for Test {
    fn create(&self, request: &PaymentRequest) -> Result<CreatedPayment, ProviderError> {
        Ok(CreatedPayment {
            // It remembers nothing: what it is to say is in the name.
            reference: format!("{} {}", request.amount, request.currency),
            go_to: None,
            ends_at: 0,
        })
    }

    fn fetch(&self, reference: &str) -> Result<PaymentReport, ProviderError> {
        let (amount, currency) = reference.split_once(' ').unwrap_or(("0", ""));
        let money = match self.ends {
            TestPayment::Succeeds => {
                Money::There(amount.parse().unwrap_or_default(), currency.to_owned())
            }
            TestPayment::Fails => Money::Refused,
            TestPayment::Pending => Money::Asked,
        };
        Ok(seen(money))
    }

    fn cancel(&self, reference: &str) -> Result<PaymentReport, ProviderError> {
        match self.fetch(reference)? {
            it if it.money == Money::Asked => Ok(seen(Money::CalledOff)),
            ended => Ok(ended),
        }
    }

    fn refund(&self, _: &str, request: &RefundRequest) -> Result<ProviderRefund, ProviderError> {
        Ok(ProviderRefund {
            reference: request.key.clone(),
            state: RefundProgress::Done,
        })
    }

    fn list(&self, _: (i64, i64)) -> Result<Vec<ListedPayment>, ProviderError> {
        Ok(Vec::new())
    }

    fn parse_webhook(
        &self,
        _: &HeaderMap,
        _: &[u8],
        _: i64,
    ) -> Result<WebhookEvent, InvalidSignature> {
        Err(InvalidSignature)
    }
}

fn seen(money: Money) -> PaymentReport {
    PaymentReport {
        money,
        go_to: None,
        disputed: false,
        secondary_reference: String::new(),
        saved: None,
    }
}
