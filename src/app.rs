//! The document and the frame around every page.

use crate::{
    account::{Account, widget::AccountWidget},
    boot::Boot,
    page::PageSlot,
    storefront_api::StorefrontApi,
};
use leptos::prelude::*;
use leptos_router::components::{A, Router};

/// The whole document; `title` is the page's own, which may be empty.
#[cfg(feature = "ssr")]
pub fn shell(
    boot: Boot,
    title: &str,
    bundle: &crate::server::assets::Bundle,
) -> impl IntoView + use<> {
    use crate::{boot::BOOT_ID, storefront_api::bootstrap_js};
    use leptos::nonce::use_nonce;

    let nonce = use_nonce();
    let language = boot.language.code();
    let title = if title.is_empty() {
        boot.shop.name.clone()
    } else {
        format!("{title} · {}", boot.shop.name)
    };
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    let script =
        |url: &String| view! { <script nonce=nonce.clone() src=url.clone() defer></script> };
    let merchant_scripts = bundle.scripts().iter().map(script).collect_view();
    let hydration = bundle.hydration_script();
    view! {
        <!DOCTYPE html>
        <html lang=language>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <title inner_html=title></title>
                <link rel="icon" href=bundle.url("favicon.svg") type="image/svg+xml"/>
                <link rel="stylesheet" href=bundle.url("pkg/awning.css")/>
                <link rel="modulepreload" nonce=nonce.clone() href=bundle.url("pkg/awning.js")/>
                <link rel="preload" href=bundle.url("pkg/awning.wasm") r#as="fetch" r#type="application/wasm" crossorigin=""/>
                <script type="application/json" id=BOOT_ID inner_html=boot.to_json()></script>
                <script nonce=nonce.clone() inner_html=bootstrap_js()></script>
                {merchant_scripts}
                <script type="module" async nonce=nonce inner_html=hydration></script>
            </head>
            <body>
                <App boot/>
            </body>
        </html>
    }
}

/// Header, page, footer.
#[component]
pub fn App(
    /// What the server decided.
    boot: Boot,
) -> impl IntoView {
    let t = boot.language.texts();
    let (brand, signed) = (boot.shop.name.clone(), boot.shop.name.clone());
    let store = format!("my-store-{}", boot.shop.id);
    provide_context(boot.language);
    provide_context(boot.shop.clone());
    provide_context(Account::new(&boot));
    view! {
        <Router>
            <StorefrontApi/>
            <a class="skip" href="#main">{t.skip_to_content}</a>
            <header class="site-header">
                <div class="site-header__inner">
                    <A href="/" attr:class="brand">
                        <svg class="brand__mark" viewBox="0 0 32 20" aria-hidden="true">
                            <path d="M3 2h26l2 9a4 4 0 0 1-7.5 2 4 4 0 0 1-7.5 0 4 4 0 0 1-7.5 0A4 4 0 0 1 1 11z"/>
                        </svg>
                        <span>{brand}</span>
                    </A>
                    <AccountWidget/>
                </div>
            </header>
            <main id="main" class="ecwid ec-wrapper" tabindex="-1">
                <div class="ec-store" id=store>
                    <PageSlot/>
                </div>
            </main>
            <footer class="site-footer">
                <p><strong>{signed}</strong> " · " {t.footer_note}</p>
                <nav class="ec-footer" aria-label=t.footer_menu>
                    <a class="ec-footer__link footer__link--home" href="/">{t.home}</a>
                    <a class="ec-footer__link footer__link--account" href="/account">{t.account}</a>
                </nav>
            </footer>
        </Router>
    }
}
