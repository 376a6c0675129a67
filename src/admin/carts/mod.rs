//! Carts that were left: who waits for a reminder, who was reminded, what came back, and everything unfinished of the last days.

mod detail;
mod list;
mod rows;
mod send;
mod summary;

use super::{access::Access, route::Route, staff::role::Right};
use crate::order::abandoned_carts::eligibility::ReminderStatus;

/// The routes of the carts.
pub fn routes() -> Vec<Route> {
    const SEE: Access = Access::Right(Right::SeeCustomers);
    const SEND: Access = Access::Right(Right::ManageCustomers);
    vec![
        Route::get("/carts", SEE, list::page),
        Route::get("/carts/{id}", SEE, detail::page),
        Route::post("/carts/{id}/remind", SEND, send::post),
    ]
}

/// A tab of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    Waiting,
    Reminded,
    Recovered,
    All,
}

impl Tab {
    const ALL: [Self; 4] = [Self::Waiting, Self::Reminded, Self::Recovered, Self::All];

    /// What it is called in addresses.
    fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Reminded => "reminded",
            Self::Recovered => "recovered",
            Self::All => "all",
        }
    }

    fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.code() == code)
    }

    /// What the merchant calls it.
    fn name(self) -> &'static str {
        match self {
            Self::Waiting => "Waiting",
            Self::Reminded => "Reminded",
            Self::Recovered => "Recovered",
            Self::All => "All unfinished",
        }
    }
}

/// How it stands with a reminder, in a word or two, and in a sentence.
fn words(standing: ReminderStatus) -> (&'static str, &'static str) {
    match standing {
        ReminderStatus::Waits(_) => (
            "Waits",
            "It is reminded of then, if nothing changes before.",
        ),
        ReminderStatus::Due => ("Due", "Its reminder goes out within five minutes."),
        ReminderStatus::TooLate => (
            "Too late",
            "It was left too long ago for a reminder by itself. You can still send it.",
        ),
        ReminderStatus::Sent => ("Reminded", "Its reminder was sent. There is no second one."),
        ReminderStatus::Ordered => (
            "Ordered otherwise",
            "Its shopper ordered something since, so it is not reminded of.",
        ),
        ReminderStatus::Stopped => (
            "Wants none",
            "Its shopper wants no reminder of any cart, so there is none.",
        ),
        ReminderStatus::Lately => (
            "Reminded lately",
            "Its shopper was reminded of another cart within the last seven days, so there is none.",
        ),
        ReminderStatus::Off => (
            "Switched off",
            "Your shop sends no reminders: that is a setting of the checkout.",
        ),
        ReminderStatus::NotAgreed => (
            "No consent",
            "Its shopper did not ask for a reminder, so there is none.",
        ),
    }
}
