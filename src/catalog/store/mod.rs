//! Products and categories in the database.

pub mod entity;
mod read;
mod slugs;
pub mod stock;
mod write;

pub use read::{
    categories, category_by_path, product, products, products_after, slug, stock_changes,
    variation_product,
};
pub use write::{Put, existing, put_category, put_over, put_product};
