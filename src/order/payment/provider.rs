//! Whoever takes the money. There is none yet but the one that takes none, for tests.

use super::Outcome;
use crate::{platform::config::Config, pricing::payment::TestPayment};

/// How a payment by `method` stands. A method that is in the settings no more says nothing.
pub fn look(config: &Config, method: &str) -> Outcome {
    let mut methods = config.payment.iter();
    let known = methods.find(|it| it.id == method).and_then(|it| it.test);
    match known {
        Some(TestPayment::Succeeds) => Outcome::Paid,
        Some(TestPayment::Fails) => Outcome::Failed,
        Some(TestPayment::Pending) | None => Outcome::Waiting,
    }
}
