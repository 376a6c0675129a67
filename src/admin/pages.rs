//! The shop's pages of text: writing them in Markdown, with a look at what comes of it, and taking them away.

use super::{
    request::{AdminRequest, see},
    said::Said,
    typed::Typed,
};
use crate::{
    base::{date, error::AppError, html::in_textarea, language::LanguageCode, url},
    content::{pages, proposals, version as texts_version},
    platform::{
        audit::{self, Entry},
        db::retried,
    },
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;
use serde_json::json;
use sha2::{Digest, Sha256};

/// What a page in one language is called: its heading, else its slug.
pub fn title_of(markdown: &str, slug: &str) -> String {
    let title = pages::shown(markdown).title;
    if title.is_empty() {
        slug.to_owned()
    } else {
        title
    }
}

fn edit_path(slug: &str, language: &str) -> String {
    format!(
        "/pages/edit?slug={}&language={}",
        url::encoded(slug),
        url::encoded(language)
    )
}

/// `GET /pages`.
pub async fn list(Extension(asked): Extension<AdminRequest>) -> Result<Response, AppError> {
    let shop = &asked.state.shop;
    let all = pages::all(&shop.db.read).await?;
    let nothing = all
        .is_empty()
        .then(|| view! { <p>"There are no pages yet."</p> });
    let row = |page: pages::entity::Model| {
        let gaps = match proposals::gaps(&page.markdown).len() {
            0 => String::new(),
            1 => "1 gap to fill in".to_owned(),
            gaps => format!("{gaps} gaps to fill in"),
        };
        let (to, title) = (
            edit_path(&page.slug, &page.language),
            title_of(&page.markdown, &page.slug),
        );
        view! { <tr><td><a href=to>{title}</a></td><td>{page.slug}</td><td>{page.language}</td><td>{gaps}</td></tr> }
    };
    let view = view! {
        <p class="lead">"What the foot of every page leads to: about you, delivery, terms, privacy."</p>
        <div class="scroll" tabindex="0"><table>
            <thead><tr><th>"Page"</th><th>"Address"</th><th>"Language"</th><td></td></tr></thead>
            <tbody>{all.into_iter().map(row).collect_view()}</tbody>
        </table></div>
        {nothing}
        <form class="card" method="get" action="/pages/edit">
            <h2>"A new page, or one in another language"</h2>
            <div class="field"><label for="slug">"Address: small letters, digits and dashes"</label>
                <input id="slug" name="slug" type="text" placeholder="about" required/></div>
            {languages(&asked)}
            <button class="button" type="submit">"Write it"</button>
        </form>
    };
    Ok(asked.page("Pages", view))
}

fn languages(asked: &AdminRequest) -> impl IntoView + use<> {
    let config = &asked.state.shop.config;
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

/// Whether the shop can speak the language of this code.
fn is_spoken(asked: &AdminRequest, code: &str) -> bool {
    let code = LanguageCode::of(code);
    code.is_some_and(|code| asked.state.shop.config.spoken.knows(code))
}

/// By what a form knows that a text is the one it began with.
pub fn version(markdown: Option<&str>) -> String {
    let digest = Sha256::digest(markdown.unwrap_or_default());
    digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// `GET /pages/edit?slug=…&language=…`.
pub async fn edit(Extension(asked): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = Typed::read(asked.query.as_bytes());
    let (slug, language) = (typed.get("slug"), typed.get("language"));
    if !pages::is_slug(slug) || !is_spoken(&asked, language) {
        return Err(AppError::BadRequest);
    }
    let text = pages::markdown(&asked.state.shop.db.read, slug, language).await?;
    let version = version(text.as_deref());
    let text = text.unwrap_or_default();
    let shown = Shown {
        slug,
        language,
        text: &text,
        version: &version,
        notice: "",
        preview: false,
        theirs: None,
    };
    Ok(form(&asked, StatusCode::OK, &shown))
}

/// A page on its form.
struct Shown<'a> {
    slug: &'a str,
    language: &'a str,
    text: &'a str,
    version: &'a str,
    notice: &'a str,
    preview: bool,
    /// What somebody else saved meanwhile.
    theirs: Option<&'a str>,
}

fn form(asked: &AdminRequest, status: StatusCode, shown: &Shown<'_>) -> Response {
    let gaps = proposals::gaps(shown.text);
    let gaps = (!gaps.is_empty()).then(|| {
        let gap = |gap: &str| view! { <li>{gap.to_owned()}</li> };
        view! { <div class="notice"><p>"Still to be filled in, where the text says [[…]]:"</p><ul>{gaps.into_iter().map(gap).collect_view()}</ul></div> }
    });
    let notice = (!shown.notice.is_empty())
        .then(|| view! { <p class="notice" role="alert">{shown.notice.to_owned()}</p> });
    let preview = shown.preview.then(|| {
        let page = pages::shown(shown.text);
        view! { <section class="card" aria-label="How it looks"><h2>{page.title}</h2><div inner_html=page.html></div></section> }
    });
    let theirs = shown.theirs.map(|text| {
        view! { <div class="theirs"><p class="problem">"What somebody else saved meanwhile:"</p><pre class="card" tabindex="0"><code>{text.to_owned()}</code></pre></div> }
    });
    let view = view! {
        {notice}{gaps}{theirs}
        <form class="settings" method="post" action="/pages/edit" data-settings="">
            <input type="hidden" name="slug" value=shown.slug.to_owned()/>
            <input type="hidden" name="language" value=shown.language.to_owned()/>
            <input type="hidden" name="version" value=shown.version.to_owned()/>
            <div class="field field--wide"><label for="text">"Text"</label>
                <textarea id="text" name="text" rows="22" lang=shown.language.to_owned()>{in_textarea(shown.text)}</textarea>
                <p class="note">"Markdown: # heading, **bold**, *italic*, - list, [words](address)."</p></div>
            <div class="save row">
                <button class="button" type="submit">"Save"</button>
                <button class="button button--plain" type="submit" name="act" value="preview">"Look at it"</button>
                <button class="button button--danger" type="submit" name="act" value="remove" data-confirm="Take this page away?">"Take it away"</button>
            </div>
        </form>
        {preview}
    };
    let title = format!("{} ({})", title_of(shown.text, shown.slug), shown.language);
    asked.page_with(status, &title, view)
}

/// `POST /pages/edit`.
pub async fn post(
    Extension(asked): Extension<AdminRequest>,
    typed: Typed,
) -> Result<Response, AppError> {
    let (slug, language) = (typed.get("slug"), typed.get("language"));
    if !pages::is_slug(slug) || !is_spoken(&asked, language) {
        return Err(AppError::BadRequest);
    }
    let text = typed.get("text").replace("\r\n", "\n");
    let mut shown = Shown {
        slug,
        language,
        text: &text,
        version: typed.get("version"),
        notice: "Not saved yet: below is how it would look.",
        preview: true,
        theirs: None,
    };
    if typed.get("act") == "preview" {
        return Ok(form(&asked, StatusCode::OK, &shown));
    }
    let wanted = (typed.get("act") != "remove").then_some(text.as_str());
    match write(&asked, slug, language, wanted, typed.get("version")).await? {
        Ok(()) => Ok(see("/pages", Said::Saved)),
        Err(theirs) => {
            let current = version(theirs.as_deref());
            shown.notice = "Somebody else saved this page meanwhile. Yours is below; save it to take its place.";
            shown.version = &current;
            shown.theirs = theirs.as_deref();
            Ok(form(&asked, StatusCode::CONFLICT, &shown))
        }
    }
}

/// Stores `text` as a page, or takes the page away, and notes that in the log; what is there instead, if that is not the text of
/// the version `seen`.
pub async fn write(
    asked: &AdminRequest,
    slug: &str,
    language: &str,
    text: Option<&str>,
    seen: &str,
) -> Result<Result<(), Option<String>>, AppError> {
    let (target, after) = (
        format!("page {slug} ({language})"),
        text.map(|it| json!(it)),
    );
    let verb = if text.is_some() {
        "page.change"
    } else {
        "page.remove"
    };
    let attempt = || async {
        let tx = asked.state.shop.db.begin().await?;
        // Of two who save at once, the second sees what the first wrote.
        texts_version::lock(&tx).await?;
        let now = pages::markdown(&tx, slug, language).await?;
        if version(now.as_deref()) != seen {
            return Ok(Err(now));
        }
        let before = now.map(|it| json!(it));
        let entry = Entry {
            before: before.as_ref(),
            after: after.as_ref(),
            ..Entry::of(verb, &target)
        };
        audit::record(&tx, &asked.actor(), entry, date::now()).await?;
        match text {
            Some(text) => pages::put(&tx, slug, language, text).await?,
            None => pages::remove(&tx, slug, language).await?,
        }
        tx.commit().await?;
        Ok(Ok(()))
    };
    retried(attempt).await
}
