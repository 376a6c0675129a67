//! What happens to a product at a time that staff chose: a price for a while, and when shoppers see it.
//!
//! A job is due at each of these times, so that it happens once, on whichever instance; the others hear of it as of any change.

mod effect;
pub mod entity;
mod plan;
mod run;

pub use plan::{NewSchedule, ScheduleRefusal, call_off, forget, of_product, plan, without_sale};
pub use run::{Schedules, settle};

/// What the log calls something that is planned.
pub const PLANNED: &str = "product.plan";
/// What it calls something that is planned no more.
pub const CALLED_OFF: &str = "product.plan.end";
