//! The document, the frame around every page, and the route table.

use crate::{
    account::{Account, page::AccountPage, register::RegisterPage, sign_out::SignOutPage, widget::AccountWidget},
    boot::Boot,
    content::{home::HomePage, not_found::NotFoundPage},
    storefront_api::StorefrontApi,

};
use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::{
    SsrMode,
    components::{A, FlatRoutes, Route, Router},
    path,
};

/// The whole document.
#[cfg(feature = "ssr")]
pub fn shell(boot: Boot, bundle: &crate::server::assets::Bundle, scripts: &[String]) -> impl IntoView + use<> {
    use crate::{boot::BOOT_ID, storefront_api::BOOTSTRAP_JS};
    use leptos::nonce::use_nonce;
    use leptos_meta::MetaTags;

    let nonce = use_nonce();
    let language = boot.language.code();
    let scripts = scripts.iter().map(|url| view! { <script nonce=nonce.clone() src=url.clone() defer></script> }).collect_view();
    let hydration = bundle.hydration_script();
    view! {
        <!DOCTYPE html>
        <html lang=language>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <link rel="icon" href=bundle.url("favicon.svg") type="image/svg+xml"/>
                <link rel="stylesheet" href=bundle.url("pkg/awning.css")/>
                <link rel="modulepreload" href=bundle.url("pkg/awning.js")/>
                <link rel="preload" href=bundle.url("pkg/awning.wasm") r#as="fetch" r#type="application/wasm" crossorigin=""/>
                <script type="application/json" id=BOOT_ID inner_html=boot.to_json()></script>
                <script nonce=nonce.clone() inner_html=BOOTSTRAP_JS></script>
                {scripts}
                <script type="module" async nonce=nonce inner_html=hydration></script>
                <MetaTags/>
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
    provide_meta_context();
    let t = boot.language.texts();
    provide_context(boot.language);
    provide_context(Account::new(&boot));
    provide_context(boot.shop.clone());
    let name = boot.shop.name.clone();
    let (titled, signed) = (name.clone(), name.clone());
    view! {
        <Title formatter=move |page: String| if page.is_empty() { titled.clone() } else { format!("{page} · {titled}") }/>
        <Router>
            <StorefrontApi/>
            <a class="skip" href="#main">{t.skip_to_content}</a>
            <header class="site-header">
                <div class="site-header__inner">
                    <A href="/" attr:class="brand">
                        <svg class="brand__mark" viewBox="0 0 32 20" aria-hidden="true">
                            <path d="M3 2h26l2 9a4 4 0 0 1-7.5 2 4 4 0 0 1-7.5 0 4 4 0 0 1-7.5 0A4 4 0 0 1 1 11z"/>
                        </svg>
                        <span>{name}</span>
                    </A>
                    <AccountWidget/>
                </div>
            </header>
            <main id="main" class="ecwid ec-wrapper" tabindex="-1">
                <div class="ec-store" id=format!("my-store-{}", boot.shop.id)>
                    <div class="ec-store__content-wrapper">
                        <FlatRoutes fallback=NotFoundPage>
                            <Route path=path!("/") view=HomePage ssr=SsrMode::Async/>
                            <Route path=path!("/account") view=AccountPage ssr=SsrMode::Async/>
                            <Route path=path!("/account/register") view=RegisterPage ssr=SsrMode::Async/>
                            <Route path=path!("/account/sign-out") view=SignOutPage ssr=SsrMode::Async/>
                        </FlatRoutes>
                    </div>
                </div>
            </main>
            <footer class="site-footer">
                <p><strong>{signed}</strong> " · " {t.footer_note}</p>
                <nav class="ec-footer" aria-label=t.account>
                    <a class="ec-footer__link footer__link--home" href="/">{t.home}</a>
                    <a class="ec-footer__link footer__link--account" href="/account">{t.account}</a>
                </nav>
            </footer>
        </Router>
    }
}

