//! What is added up, and about what.

use std::ops::AddAssign;

/// What figures are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// All that was ordered.
    Total,
    /// What was paid back.
    Refund,
    /// A product, by its number.
    Product,
    /// A category, by its number; nothing is what was in none.
    Category,
    /// A coupon, by its code.
    Coupon,
    /// A way to pay, by its id.
    Payment,
    /// A way of delivery, by its id.
    Delivery,
    /// A tax, by country, rate and name.
    Tax,
}

impl Topic {
    /// Every one.
    pub const ALL: [Self; 8] = [
        Self::Total,
        Self::Refund,
        Self::Product,
        Self::Category,
        Self::Coupon,
        Self::Payment,
        Self::Delivery,
        Self::Tax,
    ];

    /// Its name in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Refund => "refund",
            Self::Product => "product",
            Self::Category => "category",
            Self::Coupon => "coupon",
            Self::Payment => "payment",
            Self::Delivery => "delivery",
            Self::Tax => "tax",
        }
    }

    /// Whether there are so many keys of a day that months are added up too.
    pub fn has_months(self) -> bool {
        matches!(self, Self::Product | Self::Category)
    }
}

/// One thing that figures are about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Of what kind it is.
    pub topic: Topic,
    /// The currency of the amounts.
    pub currency: String,
    /// Which it is.
    pub key: String,
}

/// Figures; amounts in minor units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SalesTotals {
    /// How many orders.
    pub orders: i64,
    /// How many things.
    pub quantity: i64,
    /// With tax.
    pub gross: i64,
    /// Without tax.
    pub net: i64,
    /// The tax.
    pub tax: i64,
    /// Sending and handling, without tax.
    pub shipping: i64,
    /// What was taken off.
    pub discount: i64,
}

impl AddAssign for SalesTotals {
    fn add_assign(&mut self, other: Self) {
        self.orders += other.orders;
        self.quantity += other.quantity;
        self.gross += other.gross;
        self.net += other.net;
        self.tax += other.tax;
        self.shipping += other.shipping;
        self.discount += other.discount;
    }
}

impl SalesTotals {
    /// What an order was worth on average.
    pub fn average(&self) -> i64 {
        match self.orders {
            0 => 0,
            orders => (self.gross + orders / 2).div_euclid(orders),
        }
    }
}
