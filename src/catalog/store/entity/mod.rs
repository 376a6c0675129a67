//! Tables of the catalogue.

pub mod category;
pub mod image;
pub mod image_source;
pub mod import_baseline;
pub mod product;
pub mod product_file;
pub mod review;
pub mod slug;
pub mod variation;
