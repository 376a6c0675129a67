//! Where the pages of the list are, and how long they get.

/// Most products of one page.
pub const MAX: usize = 100;

/// Where products are listed.
pub const PATH: &str = "/products";
/// Where counts are sent.
pub const STOCK: &str = "/products/stock";
/// Where many are changed at once.
pub const BULK: &str = "/products/bulk";
/// Where such a change is looked at first.
pub const PREVIEW: &str = "/products/bulk/preview";
/// Where such changes are listed.
pub const CHANGES: &str = "/products/changes";
/// Where one of them is.
pub const CHANGE: &str = "/products/changes/one";
/// Where it is asked how far one is.
pub const PROGRESS: &str = "/products/changes/progress";
/// Where one is called off.
pub const CANCEL: &str = "/products/changes/cancel";
/// Where one is taken back.
pub const UNDO: &str = "/products/changes/undo";

/// Where the change `id` is shown.
pub fn change_path(id: i64) -> String {
    format!("{CHANGE}?id={id}")
}
