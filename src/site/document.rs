//! The document and the frame around every page.

use crate::{
    account::{Account, widget::AccountWidget},
    site::{FramePart, PageSlot},
    storefront_api::boot::{ACCOUNT_ROOT, Boot},
    ui::Slot,
};
use leptos::prelude::*;

/// The whole document; `head` is what the page says of itself, and `note` stands at its foot.
pub fn shell(boot: Boot, head: String, classes: String, note: String) -> impl IntoView + use<> {
    let language = boot.language.code();
    view! {
        <!DOCTYPE html>
        <html lang=language class=classes>
            <head inner_html=head></head>
            <body>
                <App boot note/>
            </body>
        </html>
    }
}

/// Header, page, footer. Of these the browser takes over the account widget alone: the others are plain
/// HTML, and cost its bundle nothing.
#[component]
pub fn App(
    /// What the server decided.
    boot: Boot,
    /// What stands at the foot beside the shop's name; nothing if empty.
    note: String,
) -> impl IntoView {
    let t = boot.language.texts();
    let signed = boot.shop.name.clone();
    let store = format!("my-store-{}", boot.shop.id);
    provide_context(boot.language);
    provide_context(boot.shop.clone());
    provide_context(boot.shop.sign_in);
    provide_context(Account::new(boot.customer.clone(), boot.flash.clone()));
    view! {
        <a class="skip" href="#main">{t.skip_to_content}</a>
        <div id="staff" inner_html=FramePart::Staff.html()></div>
        <div id="consent" inner_html=FramePart::Consent.html()></div>
        <Slot name="header"/>
        <header class="site-header">
            <div class="site-header__inner ins-header__wrap">
                <button class="site-header__menu" type="button" popovertarget="site-menu" aria-label=t.menu></button>
                <a href="/" class="brand" inner_html=FramePart::Brand.html()></a>
                <div class="site-search" id="site-search" inner_html=FramePart::Search.html()></div>
                <div class="float-icons__icon--cart"><div class="ec-cart-widget" id="minicart" inner_html=FramePart::Cart.html()></div></div>
                <div id="added" inner_html=FramePart::Added.html()></div>
                <div class="site-header__account" id=ACCOUNT_ROOT><AccountWidget/></div>
            </div>
            <nav class="site-menu" id="site-menu" popover="auto" aria-label=t.menu inner_html=FramePart::Menu.html()></nav>
        </header>
        <main id="main" class="ecwid" tabindex="-1">
            <div class="ecwid-productBrowser">
                <div class="ec-wrapper">
                    <div class="ec-store" id=store>
                        <PageSlot/>
                    </div>
                </div>
            </div>
        </main>
        <Slot name="footer"/>
        <footer class="site-footer">
            <p><strong>{signed}</strong> {(!note.is_empty()).then(|| format!(" · {note}"))}</p>
            <nav class="ec-footer" id="site-footer" aria-label=t.footer_menu inner_html=FramePart::Footer.html()></nav>
        </footer>
    }
}
