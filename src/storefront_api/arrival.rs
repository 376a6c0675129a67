//! What a page that was fetched knows of the visitor: `js/arrival.ts` brings pages, here they are heard.

use super::dom::offer;
use crate::{account::Account, base::wire, storefront_api::boot::Boot, text::notice::Notice};
use wasm_bindgen::prelude::Closure;

/// Offers the page script what it says to the account.
pub fn attach(account: Account) {
    offer(
        "applyPage",
        Closure::<dyn Fn(String) -> String>::new(move |boot: String| apply_page(account, &boot)),
    );
    offer(
        "dismiss",
        Closure::<dyn Fn()>::new(move || account.dismiss()),
    );
    let unreachable = Closure::<dyn Fn()>::new(move || account.notify(Notice::NotReached));
    offer("unreachable", unreachable);
}

/// Takes over what a page knows of the visitor, by the text of its boot element; its `Page` object.
fn apply_page(account: Account, boot: &str) -> String {
    let Some(boot) = wire::read::<Boot>(boot) else {
        return String::new();
    };
    account.page_arrived(boot.customer);
    if let Some(notice) = boot.flash.notice {
        account.notify(notice);
    }
    boot.page
}
