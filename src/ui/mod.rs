//! Building blocks of every form and page. Uses only the rooms `text` and `platform`.

mod field;
mod form_error;
#[cfg(feature = "ssr")]
mod placeholder;
#[cfg(feature = "ssr")]
mod post_button;
#[cfg(feature = "ssr")]
pub mod served;
#[cfg(feature = "ssr")]
mod slot;

pub use field::Field;
pub use form_error::FormError;
#[cfg(feature = "ssr")]
pub use placeholder::Placeholder;
#[cfg(feature = "ssr")]
pub use post_button::PostButton;
#[cfg(feature = "ssr")]
pub use slot::Slot;
