//! Tasks: long work that staff asks for, looks on at, and can call off, such as an import.
//!
//! Each step of one is a job, so it is done whatever happens to the process; the row says how it stands, for every instance.

mod entity;
pub mod problems;
mod store;
mod uploads;

pub use entity::{Model as Task, State};
pub use store::{
    Cancelled, NewTask, Step, add, ask, begin, cancel, clear_up, end, find, go_on, keep, latest,
    note, note_trouble,
};
pub use uploads::{Receiving, Upload, Uploads};
