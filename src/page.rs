//! The place where pages stand.
//!
//! Pages are rendered by the server, and what they hold is plain HTML with links and forms: it is
//! hydrated as one opaque node, so that a page costs the browser's bundle nothing. Going to another
//! page within the shop fetches it and puts its content here; the header, its state and the
//! merchant's scripts live on.

#[cfg(feature = "hydrate")]
mod arrival;
#[cfg(feature = "ssr")]
pub mod table;

use leptos::prelude::*;

/// Path of the page that is shown, once its content is there.
#[derive(Clone, Copy)]
pub struct Shown(pub RwSignal<String>);

/// The content of the page at the present path.
#[component]
pub fn PageSlot() -> impl IntoView {
    #[cfg(feature = "ssr")]
    {
        let served = expect_context::<table::Served>();
        match served.content {
            table::Content::Fixed(html) => {
                view! { <div class="ec-store__content-wrapper" id="page" inner_html=html></div> }
                    .into_any()
            }
            table::Content::Drawn(draw) => {
                view! { <div class="ec-store__content-wrapper" id="page">{draw()}</div> }.into_any()
            }
        }
    }
    #[cfg(feature = "hydrate")]
    {
        arrival::follow();
        view! { <div class="ec-store__content-wrapper" id="page" inner_html=""></div> }
    }
}
