//! What the shop is, for every page.

use super::money::PriceFormat;
#[cfg(feature = "ssr")]
use super::{money::NumberStyle, units::WeightUnit};
use serde::{Deserialize, Serialize};

/// Facts of the shop that pages and scripts need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shop {
    /// Store id, as `Ecwid.getOwnerId()` returns it.
    pub id: u32,
    /// The shop's name.
    pub name: String,
    /// How prices are written.
    pub prices: PriceFormat,
    /// How customers sign in.
    pub sign_in: SignInWays,
    /// What weights are told in: the server alone tells them.
    #[cfg(feature = "ssr")]
    #[serde(skip)]
    pub weight: WeightUnit,
}

/// How customers sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SignInWays {
    /// By a password alone.
    Password,
    /// By a code or link in an e-mail alone.
    Code,
    /// As the customer likes.
    Both,
}

impl SignInWays {
    /// Whether customers may have passwords.
    pub fn has_passwords(self) -> bool {
        self != Self::Code
    }

    /// Whether customers may ask for a code.
    pub fn has_codes(self) -> bool {
        self != Self::Password
    }
}

impl Shop {
    /// The shop as pages in a language show it, and their scripts with them: `formatCurrency` writes what
    /// stands on the page (`spec/dom.md` 1.13).
    #[cfg(feature = "ssr")]
    pub fn shown_in(&self, style: &NumberStyle) -> Self {
        let prices = self.prices.in_style(style);
        Self {
            prices,
            ..self.clone()
        }
    }
}
