//! What extra fields add to the price of an order.

/// Something that a field adds to the price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surcharge {
    /// What it is called.
    pub name: String,
    /// In minor units.
    pub amount: i64,
    /// Whether it is taxed.
    pub taxable: bool,
}
