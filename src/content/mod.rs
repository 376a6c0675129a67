//! Pages that are text and pictures.

pub mod art;
pub mod home;
pub mod not_found;
pub mod pages;
pub mod text_page;
