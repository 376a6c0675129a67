//! What things cost: tax, delivery, discounts, ways to pay, totals. Pure.

pub mod delivery_time;
pub mod discount;
pub mod payment;
pub mod shipping;
pub mod surcharge;
pub mod tax;
pub mod totals;
