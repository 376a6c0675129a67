//! Bringing a catalogue from elsewhere, and taking it away again.
//!
//! Files are read as a stream by a thread of its own and written in batches, so that a catalogue
//! of any size takes the same memory. The same file twice changes nothing, not even what the shop
//! changed between.

mod ecwid;
mod export;
mod fetch;
mod json;
mod late_pictures;
mod lines;
mod merge;
mod pictures;
mod product_pictures;
mod progress;
mod read;
mod run;
mod shopify;
mod table;
mod task;
mod template;
mod videos;
mod watch;
mod write;

pub use export::{export, lines};
pub use fetch::agent as public_agent;
pub use late_pictures::LatePictures;
pub use progress::{Observer, Progress};
pub use read::ImportOptions;
pub use run::{Ended, Plan, Report, import, observed};
pub use task::{
    CHECK, ImportTasks, KIND, TaskOptions, WRITE, called_off, counts, go_on, progress, received,
};
pub use template::Template;
pub use videos::{NewVideo, add_video};

use crate::catalog::{Category, Product};
use clap::ValueEnum;
use late_pictures::LatePicture;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Something a file brings.
#[derive(Clone, Debug)]
pub enum Record {
    /// A category, by the names from the root down to it.
    Category(Box<Category>, Vec<String>),
    /// A product.
    Product(Box<Delivery>),
    /// A page of text: slug, language, Markdown.
    Page(String, String, String),
    /// Columns that hold something and are not taken.
    Untaken(Vec<String>),
}

/// Whose word holds on how many are left of what the shop has already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stock {
    /// The file's where it says other than the last one of its kind, else the shop's
    #[default]
    Changed,
    /// The file's
    Set,
    /// The shop's
    Keep,
    /// Both: what the file says comes on top
    Add,
}

impl Stock {
    /// How many are left: `merged` where nothing else was asked for.
    fn of(self, merged: Option<i64>, now: Option<i64>, file: Option<i64>) -> Option<i64> {
        match (self, now, file) {
            (Self::Changed, ..) => merged,
            (Self::Keep, ..) => now,
            (Self::Add, Some(now), Some(more)) => Some(now.saturating_add(more)),
            (Self::Set | Self::Add, ..) => file,
        }
    }
}

/// A product as a file brings it: what the shop knows by number, it names by text.
#[derive(Clone, Debug, Default)]
pub struct Delivery {
    /// The product.
    pub product: Product,
    /// Kind of the file, such as `ecwid`.
    pub kind: &'static str,
    /// The file's own name for it; may be empty.
    pub handle: String,
    /// Categories, each by the names from the root down; the first is the main one.
    pub categories: Vec<Vec<String>>,
    /// Pictures to fetch: URL or path, and what it shows.
    pub pictures: Vec<(String, String)>,
    /// The picture of a variation, by the variation's index.
    pub variation_pictures: Vec<(usize, String)>,
    /// Pictures whose sites did not answer.
    pub late_pictures: Vec<LatePicture>,
    /// Line it begins on.
    pub line: u64,
}

/// A row that was not taken, or not wholly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Line in the file.
    pub line: u64,
    /// Column, or field.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// What is wrong with it.
    pub why: String,
}

impl Refusal {
    /// A refusal of what stands in `column`.
    pub fn new(line: u64, column: &str, value: &str, why: impl Into<String>) -> Self {
        Self {
            line,
            column: column.to_owned(),
            value: value.chars().take(80).collect(),
            why: why.into(),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            line,
            column,
            value,
            why,
        } = self;
        write!(f, "line {line}, {column} = {value:?}: {why}")
    }
}
