//! By what a cart is calculated besides what is in it.

use crate::{account::sessions::store::CurrentSession, pricing::surcharge::Surcharge};

/// What prices go by of who buys.
#[derive(Clone, Copy, Debug, Default)]
pub struct Buyer<'a> {
    /// Name of their group.
    pub group: Option<&'a str>,
    /// Whether no tax is charged to them.
    pub is_exempt: bool,
    /// What the tax office knows them by; empty if it is not known.
    pub tax_id: &'a str,
}

/// By what a cart is calculated besides what is in it.
#[derive(Clone, Copy, Debug, Default)]
pub struct CartTerms<'a> {
    /// Who buys.
    pub buyer: Buyer<'a>,
    /// How often the coupon was used before.
    pub used: i64,
    /// What was agreed besides, on top or off.
    pub surcharges: &'a [Surcharge],
    /// What sending it costs, where that was agreed; `None` is as the shop has it.
    pub shipping: Option<i64>,
}

impl<'a> Buyer<'a> {
    /// The customer of `session`.
    pub fn of(session: &'a CurrentSession) -> Self {
        Self {
            group: session.group.as_ref().map(|group| group.name.as_str()),
            is_exempt: session.customer.is_exempt,
            tax_id: &session.customer.tax_id,
        }
    }
}
