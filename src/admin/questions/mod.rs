//! What customers ask: a list by where it stands, and one question with its answers, its customer and its order beside it.

mod actions;
mod canned_answers;
mod detail;
mod list;
mod sidebar;

use super::{access::Access, route::Route, staff::role::Right};
use crate::contact::entity::Status;

/// The routes of the questions.
pub fn routes() -> Vec<Route> {
    const SEE: Access = Access::Right(Right::SeeQuestions);
    const ANSWER: Access = Access::Right(Right::AnswerQuestions);
    vec![
        Route::get("/questions", SEE, list::page),
        Route::get("/questions/{id}", SEE, detail::page),
        Route::post("/questions/{id}/answer", ANSWER, actions::post_answer),
        Route::post("/questions/{id}/ready", ANSWER, canned_answers::post),
        Route::post("/questions/{id}/note", ANSWER, actions::post_note),
        Route::post("/questions/{id}/put", ANSWER, actions::post_put),
    ]
}

/// Every tab, in the order they are shown.
const TABS: [Status; 4] = [Status::Open, Status::Answered, Status::Closed, Status::Spam];

/// What a tab is called in addresses.
fn code(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Answered => "answered",
        Status::Closed => "closed",
        Status::Spam => "spam",
    }
}

fn of_code(code_: &str) -> Option<Status> {
    TABS.into_iter().find(|status| code(*status) == code_)
}

/// What the merchant calls it.
fn name(status: Status) -> &'static str {
    match status {
        Status::Open => "Open",
        Status::Answered => "Answered",
        Status::Closed => "Closed",
        Status::Spam => "Spam",
    }
}
