//! The one that takes no money: how a payment ends is in the settings.

use super::{
    Ask, Fault, Hint, ListedPayment, NewPayment, NotGenuine, PaymentReport, Provider, Return,
    ReturnState, Returned,
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
    fn begin(&self, ask: &Ask) -> Result<NewPayment, Fault> {
        Ok(NewPayment {
            // It remembers nothing: what it is to say is in the name.
            reference: format!("{} {}", ask.amount, ask.currency),
            go_to: None,
            ends_at: 0,
        })
    }

    fn look(&self, reference: &str) -> Result<PaymentReport, Fault> {
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

    fn end(&self, reference: &str) -> Result<PaymentReport, Fault> {
        match self.look(reference)? {
            it if it.money == Money::Asked => Ok(seen(Money::CalledOff)),
            ended => Ok(ended),
        }
    }

    fn give_back(&self, _: &str, money: &Return) -> Result<Returned, Fault> {
        Ok(Returned {
            reference: money.key.clone(),
            state: ReturnState::Done,
        })
    }

    fn list(&self, _: (i64, i64)) -> Result<Vec<ListedPayment>, Fault> {
        Ok(Vec::new())
    }

    fn hint(&self, _: &HeaderMap, _: &[u8], _: i64) -> Result<Hint, NotGenuine> {
        Err(NotGenuine)
    }
}

fn seen(money: Money) -> PaymentReport {
    PaymentReport {
        money,
        go_to: None,
        disputed: false,
        also: String::new(),
        saved: None,
    }
}
