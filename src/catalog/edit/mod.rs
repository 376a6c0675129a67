//! What staff changes of products: what is wrong with a change, what it changes, and how it is stored, with the log.

mod category;
mod category_remove;
mod category_undo;
mod change;
mod combine;
mod copy;
mod diff;
mod draft;
mod order;
mod remove;
mod undo;
mod validate;

pub use category::{
    CATEGORIES_ARRANGED, CATEGORY_CHANGED, CategoryPosition, CategoryRefusal as CategoryRefused,
    add_category, arrange, category_target, change_category,
};
pub use category_remove::{CATEGORY_REMOVED, remove_category};
pub use category_undo::{CATEGORY_RESTORED, CategoryLogEntry, undo_category};
pub use change::{add, slug_holder, store};
pub use combine::{combinations, settle_variations};
pub use copy::copy;
pub use diff::{Fields, differences};
pub use draft::ProductDraft;
pub use order::{feature, fill_category};
pub use remove::{Traces, remove, traces};
pub use undo::{UndoOutcome, undo};
pub use validate::{Problem, problems};

/// What the log calls a product that is new.
pub const ADDED: &str = "product.add";
/// What it calls one that is other than it was.
pub const CHANGED: &str = "product.change";
/// What it calls one of which there are more, or less, than there were.
pub const COUNTED: &str = "product.stock";
/// What it calls one that is gone.
pub const REMOVED: &str = "product.remove";

/// What the log calls the product `id`.
pub fn target(id: i64) -> String {
    format!("product {id}")
}
