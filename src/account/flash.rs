//! What the previous request left to say on the page itself.

use super::Account;
use crate::text::Language;
use leptos::prelude::*;

/// Says it, if there is something.
#[component]
pub fn AccountFlash() -> impl IntoView {
    let a = expect_context::<Language>().account_texts();
    let told = Account::current().told();
    told.map(|told| view! { <p class="told" role="status">{told.text(a)}</p> })
}
