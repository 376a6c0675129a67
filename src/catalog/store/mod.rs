//! Products and categories in the database.

mod deleted;
pub mod entity;
mod files;
pub mod list_columns;
mod read;
mod reviews;
mod slugs;
pub mod stock;
mod write;

pub use deleted::{delete_category, delete_product, deleted};
pub use files::{add_file, all_files, file, files, remove_file};
pub use read::{
    by_sku, categories, category, category_by_path, changed, handle, latest, name, product,
    product_to_change, products, products_after, products_in, products_to_change,
    products_with_slugs, slug, stock_changes, variation_product,
};
pub use reviews::{published, recount};
pub use slugs::category_slugs;
pub use write::{UpsertOutcome, edit, existing, put_category, put_over, put_product, set_digital};
