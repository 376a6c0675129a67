//! Which ways to pay are offered, and which a shop may have.

use super::{Config, ConfigError};
use crate::pricing::payment::Method;
use std::net::SocketAddr;

impl Config {
    /// The ways to pay that can be paid by now: those of a provider whose keys are there, and all that need none.
    pub fn ways_to_pay(&self) -> impl Iterator<Item = &Method> {
        let is_ready = |it: &&Method| match it.provider {
            Some(provider) => self.ready_providers.contains(&provider),
            None => true,
        };
        self.payment.iter().filter(is_ready)
    }
}

/// Checks that no money is only seemingly taken in a shop that sells.
pub(super) fn check(config: &Config) -> Result<(), ConfigError> {
    let test = config.payment.iter().find(|it| it.test.is_some());
    if let Some(method) = test.filter(|_| !config.test_payments) {
        let why = "`test` takes no money; it is for shops with test_payments = true, where nothing is sold";
        return Err(ConfigError::new("payment", &method.id, why));
    }
    let both = config
        .payment
        .iter()
        .find(|it| it.test.is_some() && it.provider.is_some());
    if let Some(method) = both {
        let why = "`test` takes no money, and a provider does";
        return Err(ConfigError::new("payment", &method.id, why));
    }
    let asked = config.test_providers.as_str();
    if asked.is_empty() {
        return Ok(());
    }
    let address = asked
        .strip_prefix("http://")
        .and_then(|it| it.parse::<SocketAddr>().ok());
    let is_here = address.is_some_and(|it| it.ip().is_loopback());
    match (is_here, config.test_payments) {
        (true, true) => Ok(()),
        (false, _) => {
            let why = "expected an address of this machine, such as http://127.0.0.1:4000";
            Err(ConfigError::new("test_providers", asked, why))
        }
        (true, false) => {
            let why = "no money is taken there; it is for shops with test_payments = true, where nothing is sold";
            Err(ConfigError::new("test_providers", asked, why))
        }
    }
}
