//! Where orders are fetched.

use super::Config;
use crate::pricing::shipping::Method;

impl Config {
    /// Where shoppers fetch what they get by `method`, and when, in the language `code`: what the merchant wrote of it, or else the
    /// seller's address. Empty if it is not fetched.
    pub fn pickup_place(&self, method: &Method, code: &str) -> String {
        if !method.pickup {
            return String::new();
        }
        let own = method.pickup_at.get(code).trim();
        let seller = [self.seller.name.trim(), self.seller.address.trim()];
        match own {
            "" if seller[1].is_empty() => String::new(),
            "" => seller.join("\n").trim().to_owned(),
            own => own.to_owned(),
        }
    }
}
