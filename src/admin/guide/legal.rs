//! Pages that the law wants, from drafts of the shop's country: what the settings know is filled in, the rest is marked.

use super::progress::{bar, done};
use crate::{
    admin::{pages, request::AdminRequest, said::Said, typed::Typed},
    base::error::AppError,
    content::{pages as texts, proposals},
};
use axum::{Extension, response::Response};
use leptos::prelude::*;

const PATH: &str = "/guide/legal";

/// `GET /guide/legal`.
pub async fn page(Extension(asked): Extension<AdminRequest>) -> Result<Response, AppError> {
    let bar = bar(&asked, PATH).await?;
    let shop = &asked.state.shop;
    let there = texts::all(&shop.db.read).await?;
    let drafts = proposals::drafts(&shop.config);
    let nothing = drafts.is_empty().then(|| {
        view! { <p>"There are no drafts for your country yet: write these pages yourself, under Pages."</p> }
    });
    let row = |draft: proposals::Draft| {
        let is_there = there.iter().any(|page| page.slug == draft.slug);
        let gaps = proposals::gaps(&draft.markdown).len();
        let note = match is_there {
            true => "You have this page already; it stays as it is.".to_owned(),
            false => format!("A draft with {gaps} gaps to fill in."),
        };
        let id = format!("take-{}", draft.slug);
        view! {
            <div class="field field--flag">
                <input id=id.clone() name="take" type="checkbox" value=draft.slug checked=!is_there disabled=is_there/>
                <label for=id>{pages::title_of(&draft.markdown, draft.slug)}</label><p class="note">{note}</p>
            </div>
        }
    };
    let has_any = !drafts.is_empty();
    let view = view! {
        {bar}
        <p class="lead">"Drafts in plain words, with what your settings know filled in. They are nobody's legal advice: read them, fill the gaps, and have them looked at."</p>
        {nothing}
        <form class="card" method="post" action=PATH>
            {drafts.into_iter().map(row).collect_view()}
            {has_any.then(|| view! { <button class="button" type="submit">"Make these pages"</button> })}
        </form>
        <p><a href="/pages">"All pages"</a></p>
    };
    Ok(asked.page("Legal pages", view))
}

/// `POST /guide/legal`: pages that there are already stay as they are.
pub async fn post(
    Extension(asked): Extension<AdminRequest>,
    typed: Typed,
) -> Result<Response, AppError> {
    let shop = &asked.state.shop;
    let there = texts::all(&shop.db.read).await?;
    let drafts = proposals::drafts(&shop.config).into_iter();
    let wanted = drafts.filter(|draft| {
        let is_there = there.iter().any(|page| page.slug == draft.slug);
        typed.all("take").any(|slug| slug == draft.slug) && !is_there
    });
    for draft in wanted {
        // Where somebody wrote one meanwhile, theirs stays.
        let (slug, language, text) = (draft.slug, draft.language, Some(draft.markdown.as_str()));
        let _ = pages::write(&asked, slug, language, text, &pages::version(None)).await?;
    }
    done(&asked, PATH, Said::Saved).await
}
