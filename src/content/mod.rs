//! Pages that are text and pictures.

pub mod apps;
pub mod pages;
pub mod version;
