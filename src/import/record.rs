//! What a file brings, whatever its form.

use crate::catalog::{Category, Product};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a reader hands on; `false` says that nobody listens any more.
pub type Sink<'a> = dyn FnMut(Result<Record, Refusal>) -> bool + 'a;

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

/// A picture to be fetched later.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LatePicture {
    /// Its URL.
    pub source: String,
    /// What it shows.
    pub alt: String,
    /// Which of the product's pictures it is.
    pub position: usize,
    /// Index of the variation that it shows, if it shows one.
    pub variation: Option<usize>,
}
