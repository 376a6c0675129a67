//! Bringing a catalogue in, and taking it along: a file is sent, checked by a task, and written by it once somebody says so.

mod files;
mod progress_text;
mod report;
mod start;
mod task;
mod upload;

use super::{access::Access, route::Route, staff::role::Right};
use std::time::Duration;

const PATH: &str = "/import";
const TASK: &str = "/import/task";
const PROGRESS: &str = "/import/progress";
const GO_ON: &str = "/import/go-on";
const CANCEL: &str = "/import/cancel";
const REFUSED: &str = "/import/refused";
const TEMPLATE: &str = "/import/template";
const EXPORT: &str = "/import/export";

/// Most bytes of a file.
const MAX: usize = 512 * 1024 * 1024;
/// How long it may take to send one.
const PATIENCE: Duration = Duration::from_secs(3600);

/// The routes of imports.
pub fn routes() -> Vec<Route> {
    const CONTENT: Access = Access::Right(Right::ChangeContent);
    vec![
        Route::get(PATH, CONTENT, start::page),
        Route::post(PATH, CONTENT, upload::post).taking(MAX, PATIENCE),
        Route::get(TASK, CONTENT, task::page),
        Route::get(PROGRESS, CONTENT, task::progress),
        Route::post(GO_ON, CONTENT, task::go_on),
        Route::post(CANCEL, CONTENT, task::cancel),
        Route::get(REFUSED, CONTENT, files::refused),
        Route::get(TEMPLATE, CONTENT, files::template),
        Route::get(EXPORT, CONTENT, files::export),
    ]
}

/// Where the task `id` is shown.
fn task_path(id: i64) -> String {
    format!("{TASK}?id={id}")
}
