//! Which ways to pay are offered, and which a shop may have.

use super::{Config, ConfigError};
use crate::{
    base::money::PriceFormat,
    pricing::payment::{Method, ProviderName},
};
use std::net::SocketAddr;

/// A provider of payments whose keys are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadyProvider {
    /// Which.
    pub name: ProviderName,
    /// Whether they are keys for trying out, with which no money moves.
    pub is_test: bool,
}

impl Config {
    /// The ways to pay that can be paid by now: those of a provider whose keys are there, and all that need none.
    pub fn ways_to_pay(&self) -> impl Iterator<Item = &Method> {
        let is_ready = |it: &&Method| match it.provider {
            Some(provider) => self.ready(provider).is_some(),
            None => true,
        };
        self.payment.iter().filter(is_ready)
    }

    /// Whether no money moves when something is paid by `method`: it stands for a payment, or its keys are for trying out.
    pub fn is_for_tests(&self, method: &Method) -> bool {
        let ready = method.provider.and_then(|it| self.ready(it));
        method.test.is_some() || ready.is_some_and(|it| it.is_test)
    }

    fn ready(&self, provider: ProviderName) -> Option<&ReadyProvider> {
        self.ready_providers.iter().find(|it| it.name == provider)
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
    if let Some(method) = config.payment.iter().find(|it| is_for_none(it, config)) {
        let why = "`from` is more than `up_to`: no order would fit";
        return Err(ConfigError::new("payment", &method.id, why));
    }
    let gap = |it: &&Method| it.instructions.iter().any(|(_, text)| text.contains("[["));
    if let Some(method) = config.payment.iter().find(gap) {
        let why = "shoppers would read what stands in [[ ]]: fill it in, or remove it";
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

fn is_for_none(method: &Method, config: &Config) -> bool {
    let (Some(from), Some(up_to)) = (&method.from, &method.up_to) else {
        return false;
    };
    let prices = PriceFormat::of(&config.currency);
    prices.is_some_and(|prices| from.minor(&prices) > up_to.minor(&prices))
}
