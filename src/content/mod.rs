//! Pages that are text and pictures, and what apps keep.

pub mod apps;
pub mod drafts;
pub mod pages;
pub mod proposals;
pub mod settings;
pub mod storage;
pub mod version;
