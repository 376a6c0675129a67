//! Small things that only a browser does for the account. On the server they do nothing; no server
//! code path calls them.

/// Paths whose pages show the customer's own data, and are left when the session ends.
pub fn needs_account(path: &str) -> bool {
    path == "/account" || path.starts_with("/account/")
}

/// Whether the page that is shown needs an account.
pub fn is_at_account_page() -> bool {
    #[cfg(feature = "hydrate")]
    {
        let path = leptos::prelude::window().location().pathname();
        needs_account(&path.unwrap_or_default())
    }
    #[cfg(not(feature = "hydrate"))]
    false
}

/// Moves the focus to the element with `id`, once the next frame has drawn it.
pub fn focus_soon(id: &'static str) {
    #[cfg(feature = "hydrate")]
    {
        use leptos::prelude::{document, request_animation_frame};
        use wasm_bindgen::JsCast;
        request_animation_frame(move || {
            if let Some(element) = document()
                .get_element_by_id(id)
                .and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok())
            {
                let _ = element.focus();
            }
        });
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = id;
}
