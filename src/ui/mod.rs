//! Building blocks of every form and page. Imports no slice.

mod field;
mod said;

pub use field::Field;
pub use said::Said;
