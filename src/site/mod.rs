//! The place where pages stand.
//!
//! Pages are rendered by the server, and what they hold is plain HTML with links and forms: a page costs
//! the browser's bundle nothing, and nor does the frame around it. Going to another page within the shop
//! fetches it and puts its content here (`js/arrival.ts`); the header, its state and the merchant's
//! scripts live on.

#[cfg(feature = "ssr")]
pub mod brand;
#[cfg(feature = "ssr")]
pub mod buy_card;
#[cfg(feature = "ssr")]
pub mod consent;
#[cfg(feature = "ssr")]
pub mod document;
pub mod draw;
#[cfg(feature = "ssr")]
mod fonts;
pub mod frame;
pub mod head;
#[cfg(feature = "ssr")]
pub mod home;
#[cfg(feature = "ssr")]
mod menu;
#[cfg(feature = "ssr")]
pub mod not_found;
#[cfg(feature = "ssr")]
pub mod recent;
pub mod sitemap;
#[cfg(feature = "ssr")]
pub mod suggest;
#[cfg(feature = "ssr")]
pub mod text_page;

use crate::ui::served::ServedPage;
use leptos::prelude::*;

/// A part of the frame around pages that the server writes and the browser leaves as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FramePart {
    /// The shop's logo, or its name.
    Brand,
    /// The search field.
    Search,
    /// The way to the cart, and how much is in it.
    Cart,
    /// What was just put into the cart.
    Added,
    /// The categories.
    Menu,
    /// Links below every page.
    Footer,
    /// The question what may be stored.
    Consent,
    /// That staff are signed in as the customer.
    Staff,
}

impl FramePart {
    /// Its HTML.
    pub fn html(self) -> String {
        expect_context::<frame::Frame>().html(self)
    }
}

/// The content of the page at the present path.
#[component]
pub fn PageSlot() -> impl IntoView {
    expect_context::<ServedPage>().content.view()
}
