//! The page that says what is stored, and where the answer is changed.

use super::form::settings;
use crate::{request::context::RequestContext, ui::served::ServedPage};
use leptos::prelude::*;

/// `/cookies`; after an answer it says that it is kept.
pub fn page(query: &str, context: &RequestContext) -> ServedPage {
    let t = context.language.texts();
    let is_kept = form_urlencoded::parse(query.as_bytes()).any(|(name, _)| name == "kept");
    let form = settings(t, context.consent);
    let draw = move || {
        let said = if is_kept { t.consent_kept } else { "" };
        view! {
            <section class="card card--narrow consent-page">
                <h1>{t.consent_settings}</h1>
                <p class="lead">{t.consent_lead}</p>
                <p class="consent-page__said" role="status" data-kept=t.consent_kept>{said}</p>
                <div inner_html=form.clone()></div>
                <h2>{t.consent_necessary}</h2>
                <ul>
                    <li>{t.consent_session}</li>
                    <li>{t.consent_cart}</li>
                    <li>{t.consent_answer}</li>
                </ul>
            </section>
        }
        .into_any()
    };
    ServedPage::drawn("SITE", t.consent_settings, draw)
}
