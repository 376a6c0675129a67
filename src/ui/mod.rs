//! Building blocks of every form and page. Imports no slice.

mod field;
#[cfg(feature = "ssr")]
mod placeholder;
#[cfg(feature = "ssr")]
mod post_button;
mod said;
#[cfg(feature = "ssr")]
pub mod served;
#[cfg(feature = "ssr")]
mod slot;

pub use field::Field;
#[cfg(feature = "ssr")]
pub use placeholder::Placeholder;
#[cfg(feature = "ssr")]
pub use post_button::PostButton;
pub use said::Said;
#[cfg(feature = "ssr")]
pub use slot::Slot;
