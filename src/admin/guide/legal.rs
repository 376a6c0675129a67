//! Pages that the law wants, from drafts of the shop's country: what the settings know is filled in, the rest is marked.

use super::progress::{bar, done, onwards, stay};
use crate::{
    admin::{pages, request::AdminRequest, said::Said, typed::Typed},
    base::error::AppError,
    content::{
        drafts::{self, Kind, page_name},
        pages as texts, proposals,
    },
};
use axum::{Extension, response::Response};
use leptos::prelude::*;

const PATH: &str = "/guide/legal";

/// `GET /guide/legal`.
pub async fn page(Extension(asked): Extension<AdminRequest>) -> Result<Response, AppError> {
    let bar = bar(&asked, PATH).await?;
    let shop = &asked.state.shop;
    let there = texts::all(&shop.db.read).await?;
    let begun = drafts::all(&shop.db.read, Kind::Page).await?;
    let drafts = proposals::drafts(&shop.config);
    let nothing = drafts.is_empty().then(|| {
        view! { <p>"There are no drafts for your country yet: write these pages yourself, under Pages."</p> }
    });
    let row = |draft: proposals::Draft| {
        let own = begun.get(&page_name(draft.slug, draft.language));
        let is_there = own.is_some() || there.iter().any(|page| page.slug == draft.slug);
        let text = own.map_or(&draft.markdown, |own| &own.value);
        let gaps = said_of_gaps(proposals::gaps(text).len());
        let note = match (own, is_there) {
            (Some(_), _) => format!("Your draft: {gaps}. Shoppers do not see it yet."),
            (None, true) => "You have this page already; it stays as it is.".to_owned(),
            (None, false) => format!("A draft: {gaps}."),
        };
        let open = own.map(|_| {
            let to = pages::edit_path(draft.slug, draft.language);
            view! { " "<a href=to>"Fill it in"</a> }
        });
        let id = format!("take-{}", draft.slug);
        view! {
            <div class="field field--flag">
                <input id=id.clone() name="take" type="checkbox" value=draft.slug checked=!is_there disabled=is_there/>
                <label for=id>{pages::title_of(&draft.markdown, draft.slug)}</label><p class="note">{note}{open}</p>
            </div>
        }
    };
    let has_any = !drafts.is_empty();
    let next = onwards(&asked, PATH).await?;
    let view = view! {
        {bar}
        <p class="lead">"Drafts in plain words, with what your settings know filled in. They are nobody's legal advice: read them, fill the gaps, and have them looked at."</p>
        {nothing}
        <form class="card" method="post" action=PATH>
            {drafts.into_iter().map(row).collect_view()}
            {has_any.then(|| view! { <button class="button" type="submit">"Make these pages"</button> })}
        </form>
        {(!begun.is_empty()).then(|| view! { <p><a class="button" href=next>"Go on"</a></p> })}
        <p><a href="/pages">"All pages"</a></p>
    };
    Ok(asked.page("Legal pages", view))
}

fn said_of_gaps(gaps: usize) -> String {
    match gaps {
        0 => "nothing is left to fill in".to_owned(),
        1 => "1 gap to fill in".to_owned(),
        gaps => format!("{gaps} gaps to fill in"),
    }
}

/// `POST /guide/legal`: pages that there are already stay as they are. One with gaps is a draft until they are filled: shoppers
/// are not to read what is still to be said.
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
    let mut has_gaps = false;
    for draft in wanted {
        let (slug, language, text) = (draft.slug, draft.language, draft.markdown.as_str());
        if !proposals::gaps(text).is_empty() {
            pages::begin(&asked, slug, language, text).await?;
            has_gaps = true;
            continue;
        }
        // Where somebody wrote one meanwhile, theirs stays.
        let seen = pages::version(None);
        let _ = pages::write(&asked, slug, language, Some(text), &seen).await?;
    }
    match has_gaps {
        // What is to be filled in is filled in here, and now.
        true => stay(&asked, PATH, Said::DraftsMade).await,
        false => done(&asked, PATH, Said::Saved).await,
    }
}
