//! The shop's pages of text: writing them in Markdown, looking at them in the shop, and taking them away.

mod edit;
mod history;
mod write;

pub use write::{begin, version, write};

use super::{
    access::Access, form_values::FormValues, request::AdminRequest, route::Route,
    staff::role::Right,
};
use crate::{
    base::{error::AppError, language::LanguageCode, url},
    content::{
        drafts::{self, DraftKind, page_name},
        pages, proposals,
    },
};
use axum::{Extension, response::Response};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The routes of the pages.
pub fn routes() -> Vec<Route> {
    const SEE: Access = Access::Right(Right::SeeSettings);
    const CONTENT: Access = Access::Right(Right::ChangeContent);
    vec![
        Route::get("/pages", SEE, list),
        Route::get("/pages/edit", CONTENT, edit::page),
        Route::post("/pages/edit", CONTENT, edit::post),
        Route::post(edit::DRAFT, CONTENT, edit::post_draft),
        Route::post(history::UNDO, CONTENT, history::undo),
    ]
}

/// A page in one language, as a form names it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct PageKey {
    slug: String,
    language: String,
}

impl PageKey {
    /// The page that `typed` names, if the shop can have it.
    fn read(request: &AdminRequest, typed: &FormValues) -> Result<Self, AppError> {
        let (slug, language) = (typed.get("slug"), typed.get("language"));
        let code = LanguageCode::of(language);
        let is_spoken = code.is_some_and(|code| request.state.shop.config.spoken.contains(code));
        if !pages::is_slug(slug) || !is_spoken {
            return Err(AppError::BadRequest);
        }
        Ok(Self {
            slug: slug.to_owned(),
            language: language.to_owned(),
        })
    }

    /// Where it is written.
    fn path(&self) -> String {
        edit_path(&self.slug, &self.language)
    }

    /// Where it is in the shop.
    fn shop_path(&self) -> String {
        format!("/pages/{}?lang={}", self.slug, url::encoded(&self.language))
    }

    /// What its draft is called.
    fn draft(&self) -> String {
        page_name(&self.slug, &self.language)
    }

    /// What the log calls it.
    fn target(&self) -> String {
        format!("page {} ({})", self.slug, self.language)
    }
}

/// Where the page `slug` is written in `language`.
pub fn edit_path(slug: &str, language: &str) -> String {
    let (slug, language) = (url::encoded(slug), url::encoded(language));
    format!("/pages/edit?slug={slug}&language={language}")
}

/// What a page in one language is called: its heading, else its slug.
pub fn title_of(markdown: &str, slug: &str) -> String {
    let title = pages::shown(markdown).title;
    if title.is_empty() {
        slug.to_owned()
    } else {
        title
    }
}

/// `GET /pages`.
async fn list(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let db = &request.state.shop.db.read;
    let (all, mut drafts) = (
        pages::all(db).await?,
        drafts::all(db, DraftKind::Page).await?,
    );
    let known: BTreeSet<String> = all
        .iter()
        .map(|page| page_name(&page.slug, &page.language))
        .collect();
    let mut rows: Vec<(PageKey, String, &'static str)> = all
        .into_iter()
        .map(|page| {
            let is_draft = drafts.contains_key(&page_name(&page.slug, &page.language));
            let (slug, language) = (page.slug, page.language);
            let state = if is_draft { "has a draft" } else { "" };
            (PageKey { slug, language }, page.markdown, state)
        })
        .collect();
    drafts.retain(|name, _| !known.contains(name));
    for (name, draft) in drafts {
        if let Some((slug, language)) = name.split_once(' ') {
            let (slug, language) = (slug.to_owned(), language.to_owned());
            rows.push((PageKey { slug, language }, draft.value, "a draft alone"));
        }
    }
    let nothing = rows
        .is_empty()
        .then(|| view! { <p>"There are no pages yet."</p> });
    let row = |(place, markdown, state): (PageKey, String, &'static str)| {
        let gaps = match proposals::gaps(&markdown).len() {
            0 => String::new(),
            1 => "1 gap to fill in".to_owned(),
            gaps => format!("{gaps} gaps to fill in"),
        };
        let (to, title) = (place.path(), title_of(&markdown, &place.slug));
        view! { <tr><td><a href=to>{title}</a></td><td>{place.slug}</td><td>{place.language}</td><td>{state}</td><td>{gaps}</td></tr> }
    };
    let view = view! {
        <p class="lead">"What the foot of every page leads to: about you, delivery, terms, privacy."</p>
        <div class="scroll" tabindex="0"><table>
            <thead><tr><th>"Page"</th><th>"Address"</th><th>"Language"</th><td></td><td></td></tr></thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table></div>
        {nothing}
        <form class="card" method="get" action="/pages/edit">
            <h2>"A new page, or one in another language"</h2>
            <div class="field"><label for="slug">"Address: small letters, digits and dashes"</label>
                <input id="slug" name="slug" type="text" placeholder="about" required/></div>
            {languages(&request)}
            <button class="button" type="submit">"Write it"</button>
        </form>
    };
    Ok(request.page("Pages", view))
}

fn languages(request: &AdminRequest) -> impl IntoView + use<> {
    let config = &request.state.shop.config;
    let own = config.store_language;
    let option = |code: &LanguageCode| {
        let language = config.language(*code);
        view! { <option value=language.code() selected=*code == own>{language.name()}</option> }
    };
    view! {
        <div class="field"><label for="language">"Language"</label>
            <select id="language" name="language">{config.languages.iter().map(option).collect_view()}</select></div>
    }
}
