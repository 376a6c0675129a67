//! Where the pages of one product are.

/// Where products are listed.
pub const LIST: &str = "/products";
/// Where one is added.
pub const NEW: &str = "/products/new";

/// Where the product `id` is.
pub fn path_of(id: i64) -> String {
    format!("{LIST}/{id}")
}
