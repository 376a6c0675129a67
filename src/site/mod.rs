//! The place where pages stand.
//!
//! Pages are rendered by the server, and what they hold is plain HTML with links and forms: it is
//! hydrated as one opaque node, so that a page costs the browser's bundle nothing. Going to another
//! page within the shop fetches it and puts its content here; the header, its state and the
//! merchant's scripts live on. So are the parts of the frame that come from the catalogue.

#[cfg(feature = "hydrate")]
pub mod arrival;
#[cfg(feature = "ssr")]
pub mod art;
pub mod boot;
pub mod document;
#[cfg(feature = "ssr")]
pub mod frame;
#[cfg(feature = "ssr")]
pub mod head;
#[cfg(feature = "ssr")]
pub mod home;
#[cfg(feature = "ssr")]
pub mod not_found;
#[cfg(feature = "ssr")]
pub mod sitemap;
#[cfg(feature = "ssr")]
pub mod suggest;
#[cfg(feature = "ssr")]
pub mod text_page;

use leptos::prelude::*;

/// A part of the frame around pages that the server writes and the browser leaves as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
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
}

impl Part {
    /// Its HTML; in the browser nothing, as it is there already.
    pub fn html(self) -> String {
        #[cfg(feature = "ssr")]
        {
            expect_context::<frame::Frame>().html(self)
        }
        #[cfg(not(feature = "ssr"))]
        String::new()
    }
}

/// The content of the page at the present path.
#[component]
pub fn PageSlot() -> impl IntoView {
    #[cfg(feature = "ssr")]
    {
        expect_context::<crate::ui::served::Served>().content.view()
    }
    #[cfg(feature = "hydrate")]
    {
        arrival::follow();
        view! { <div class="ec-store__content-wrapper" id="page" inner_html=""></div> }
    }
}
