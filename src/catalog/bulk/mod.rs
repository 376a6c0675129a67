//! Changing many products at once: what is to change, what that would do to each, doing it, and taking it back.

pub mod change;
pub mod lines;
mod patch;
pub mod record;
mod run;
mod task;
mod undo;

pub use run::{FEW, Selection, mark, start};
pub use task::{BulkTasks, KIND, called_off};
pub use undo::{BulkUndoError, undo};
