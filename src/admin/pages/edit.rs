//! Writing one page of text.

use super::{PageKey, history, title_of, version, write};
use crate::{
    admin::{
        flash::AdminFlash,
        form_values::FormValues,
        page::{self, Body},
        preview,
        request::{AdminRequest, redirect_with_flash},
    },
    base::{date, error::AppError, html::in_textarea},
    content::{
        drafts::{self, Draft, DraftKind, NewDraft},
        pages, proposals, version as texts_version,
    },
    platform::{
        audit::{self, Entry},
        db::retried,
    },
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;

/// Where a draft of a page is kept.
pub const DRAFT: &str = "/pages/draft";

/// What stands on the form.
struct FormState {
    text: String,
    /// Of the text that shoppers see, as the form began with.
    version: String,
    /// Of the draft that the form began with; 0 if there was none.
    draft: i64,
    notice: &'static str,
    /// What somebody else wrote meanwhile.
    theirs: Option<String>,
}

/// What a tick says of gaps that shoppers are to see.
const KNOWN: &str = "known";

/// `GET /pages/edit?slug=…&language=…`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let place = PageKey::read(&request, &FormValues::read(request.query.as_bytes()))?;
    let db = &request.state.shop.db.read;
    let text = pages::markdown(db, &place.slug, &place.language).await?;
    let shown = match draft_of(&request, &place).await? {
        Some(draft) => FormState {
            version: draft.began,
            draft: draft.version,
            text: draft.value,
            notice: "",
            theirs: None,
        },
        None => FormState {
            version: version(text.as_deref()),
            draft: 0,
            text: text.unwrap_or_default(),
            notice: "",
            theirs: None,
        },
    };
    form(&request, StatusCode::OK, &place, shown).await
}

async fn draft_of(request: &AdminRequest, place: &PageKey) -> Result<Option<Draft>, AppError> {
    let mut all = drafts::all(&request.state.shop.db.read, DraftKind::Page).await?;
    Ok(all.remove(&place.draft()))
}

async fn form(
    request: &AdminRequest,
    status: StatusCode,
    place: &PageKey,
    shown: FormState,
) -> Result<Response, AppError> {
    let gaps = proposals::gaps(&shown.text);
    let has_gaps = !gaps.is_empty();
    let known = has_gaps.then(|| {
        view! {
            <div class="field field--flag"><input id="gaps" type="checkbox" name="gaps" value=KNOWN/>
                <label for="gaps">"Publish it with its gaps: shoppers read the brackets"</label></div>
        }
    });
    let gaps = has_gaps.then(|| {
        let gap = |gap: &str| view! { <li>{gap.to_owned()}</li> };
        view! { <div class="notice"><p>"Still to be filled in, where the text says [[…]]:"</p><ul>{gaps.into_iter().map(gap).collect_view()}</ul></div> }
    });
    let notice = (!shown.notice.is_empty())
        .then(|| view! { <p class="notice" role="alert">{shown.notice}</p> });
    let theirs = shown.theirs.map(|text| {
        view! { <div class="theirs"><p class="problem">"What somebody else wrote meanwhile:"</p><pre class="card" tabindex="0"><code>{text}</code></pre></div> }
    });
    let draft = draft_of(request, place)
        .await?
        .map(|draft| note(request, place, &draft));
    let history = history::latest(request, place).await?;
    let title = title_of(&shown.text, &place.slug);
    let (there, is_new) = (place.shop_path(), shown.text.is_empty());
    let start = if is_new {
        "/".to_owned()
    } else {
        there.clone()
    };
    let first = Some((there, title.clone()));
    let (slug, language) = (place.slug.clone(), place.language.clone());
    let is_typed = (status != StatusCode::OK).then_some("");
    let view = view! {
        {notice}{draft}{gaps}{theirs}
        <div class="beside">
            <div>
                <form class="settings" id="page" method="post" action="/pages/edit" data-settings="" data-typed=is_typed>
                    <input type="hidden" name="slug" value=slug/>
                    <input type="hidden" name="language" value=language.clone()/>
                    <input type="hidden" name="version" value=shown.version/>
                    <input type="hidden" name="draft" value=shown.draft.to_string()/>
                    <div class="field field--wide"><label for="text">"Text"</label>
                        <textarea id="text" name="text" rows="22" lang=language>{in_textarea(&shown.text)}</textarea>
                        <p class="note">"Markdown: # heading, **bold**, *italic*, - list, [words](address)."</p></div>
                    {known}
                    <div class="save row">
                        <button class="button" type="submit">"Publish"</button>
                        <button class="button button--plain" type="submit" formaction=DRAFT>"Save as a draft"</button>
                        <button class="button button--danger" type="submit" name="act" value="remove" data-confirm="Delete this page?">"Delete"</button>
                    </div>
                </form>
                {history}
            </div>
            {preview::pane(request, "page", DRAFT.to_owned(), first, &start)}
        </div>
    };
    let body = Body::of(&format!("{title} ({})", place.language), view);
    let body = body.framing_shop(request.state.shop_origin());
    Ok(page::response(request, status, body))
}

/// What is said above a draft, with the way to let it go.
fn note(request: &AdminRequest, place: &PageKey, draft: &Draft) -> impl IntoView + use<> {
    let said = preview::draft_text(request, draft);
    let (slug, language) = (place.slug.clone(), place.language.clone());
    view! {
        <form class="notice notice--draft" method="post" action=DRAFT>
            <p>{said}</p>
            <input type="hidden" name="slug" value=slug/>
            <input type="hidden" name="language" value=language/>
            <button class="button--small" type="submit" name="act" value="discard" data-confirm="Throw this draft away?">"Throw the draft away"</button>
        </form>
    }
}

/// What was typed, as it is kept.
fn text_of(typed: &FormValues) -> String {
    typed.get("text").replace("\r\n", "\n")
}

/// `POST /pages/edit`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let place = PageKey::read(&request, &typed)?;
    let text = text_of(&typed);
    let wanted = (typed.get("act") != "remove").then_some(text.as_str());
    let seen = typed.get("version");
    let has_gaps = wanted.is_some_and(|text| !proposals::gaps(text).is_empty());
    if has_gaps && typed.get("gaps") != KNOWN {
        let shown = FormState {
            version: seen.to_owned(),
            draft: typed.number("draft").unwrap_or_default(),
            notice: "This has gaps that shoppers would read. Fill them in, save it as a draft, or say below that they may.",
            text,
            theirs: None,
        };
        return form(&request, StatusCode::UNPROCESSABLE_ENTITY, &place, shown).await;
    }
    match write(&request, &place.slug, &place.language, wanted, seen).await? {
        Ok(()) => Ok(redirect_with_flash("/pages", AdminFlash::Saved)),
        Err(theirs) => {
            let shown = FormState {
                version: version(theirs.as_deref()),
                draft: typed.number("draft").unwrap_or_default(),
                notice: "Somebody else saved this page meanwhile. Yours is below; publish it to take its place.",
                text,
                theirs,
            };
            form(&request, StatusCode::CONFLICT, &place, shown).await
        }
    }
}

/// `POST /pages/draft`.
pub async fn post_draft(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let place = PageKey::read(&request, &typed)?;
    if typed.get("act") == "discard" {
        discard(&request, &place).await?;
        return Ok(redirect_with_flash(&place.path(), AdminFlash::DraftGone));
    }
    let text = text_of(&typed);
    let is_framed = typed.get("to") == "frame";
    match keep(&request, &place, &typed, &text).await? {
        None if is_framed => {
            preview::redirect_to_preview(&request, typed.get("preview_path")).await
        }
        None => Ok(redirect_with_flash(&place.path(), AdminFlash::DraftSaved)),
        Some(other) if is_framed => Ok(preview::nothing([preview::stale(&other)])),
        Some(other) => {
            let shown = FormState {
                version: typed.get("version").to_owned(),
                draft: other.version,
                notice: "Somebody else changed this draft meanwhile. Yours is below; save it to take its place.",
                text,
                theirs: Some(other.value),
            };
            form(&request, StatusCode::CONFLICT, &place, shown).await
        }
    }
}

/// Keeps `text` as the page's draft, unless it is what shoppers see; the draft of somebody else that is in the way.
async fn keep(
    request: &AdminRequest,
    place: &PageKey,
    typed: &FormValues,
    text: &str,
) -> Result<Option<Draft>, AppError> {
    let name = place.draft();
    let attempt = || async {
        let tx = request.state.shop.db.begin().await?;
        texts_version::lock(&tx).await?;
        let now = pages::markdown(&tx, &place.slug, &place.language).await?;
        let new = NewDraft {
            kind: DraftKind::Page,
            name: &name,
            value: Some(text).filter(|text| now.as_deref().unwrap_or_default() != *text),
            began: typed.get("version"),
            seen: typed.number("draft").unwrap_or_default(),
        };
        let kept = drafts::put(&tx, new, &request.actor(), date::now()).await?;
        if kept.is_ok() {
            tx.commit().await?;
        }
        Ok(kept.err())
    };
    retried(attempt).await
}

async fn discard(request: &AdminRequest, place: &PageKey) -> Result<(), AppError> {
    let attempt = || async {
        let tx = request.state.shop.db.begin().await?;
        if drafts::end(&tx, DraftKind::Page, &place.draft()).await? {
            let target = place.target();
            let entry = Entry::of(preview::DISCARDED, &target);
            audit::record(&tx, &request.actor(), entry, date::now()).await?;
        }
        tx.commit().await?;
        Ok(())
    };
    retried(attempt).await
}
