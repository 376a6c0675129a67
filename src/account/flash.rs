//! The flash message that the previous request left for the account page.

use super::Account;
use crate::text::Language;
use leptos::prelude::*;

/// Shows the flash message about the account, if there is one.
#[component]
pub fn AccountFlash() -> impl IntoView {
    let a = expect_context::<Language>().account_texts();
    let told = Account::current().told();
    told.map(|told| view! { <p class="told" role="status">{told.text(a)}</p> })
}
