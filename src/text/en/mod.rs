//! English.

#[cfg(feature = "ssr")]
pub mod account;
pub mod account_widget;
#[cfg(feature = "ssr")]
pub mod after_sale;
#[cfg(feature = "ssr")]
pub mod checkout;
#[cfg(feature = "ssr")]
pub mod favourites;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod personal_data;
#[cfg(feature = "ssr")]
pub mod product;
