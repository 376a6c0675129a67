//! Storing a page of text, or taking it away, unless somebody else changed it meanwhile.

use crate::{
    admin::request::AdminRequest,
    base::{date, error::AppError},
    content::{
        drafts::{self, DraftKind, NewDraft, page_name},
        pages, version as texts_version,
    },
    platform::{
        audit::{self, Entry},
        db::retried,
    },
};
use serde_json::json;
use sha2::{Digest, Sha256};

/// What the log calls a page that was written.
pub const CHANGED: &str = "page.change";
/// What it calls one that was taken away.
pub const REMOVED: &str = "page.remove";

/// By what a form knows that a text is the one it began with.
pub fn version(markdown: Option<&str>) -> String {
    let digest = Sha256::digest(markdown.unwrap_or_default());
    digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Keeps `text` as the draft of a page that is not there yet, in the place of its draft of the version `seen`, 0 for none; where
/// somebody wrote another one meanwhile, theirs stays.
pub async fn begin(
    request: &AdminRequest,
    slug: &str,
    language: &str,
    text: &str,
    seen: i64,
) -> Result<(), AppError> {
    let name = page_name(slug, language);
    let attempt = || async {
        let tx = request.state.shop.db.begin().await?;
        texts_version::lock(&tx).await?;
        let there = pages::markdown(&tx, slug, language).await?;
        let begun = drafts::all(&tx, DraftKind::Page).await?.remove(&name);
        if there.is_none() && begun.map_or(0, |it| it.version) == seen {
            let new = NewDraft {
                kind: DraftKind::Page,
                name: &name,
                value: Some(text),
                began: &version(None),
                seen,
            };
            let kept = drafts::put(&tx, new, &request.actor(), date::now()).await?;
            if kept.is_ok() {
                tx.commit().await?;
            }
        }
        Ok(())
    };
    retried(attempt).await
}

/// Stores `text` as a page, or takes the page away, notes that in the log, and ends the page's draft; what is there instead, if
/// that is not the text of the version `seen`.
pub async fn write(
    request: &AdminRequest,
    slug: &str,
    language: &str,
    text: Option<&str>,
    seen: &str,
) -> Result<Result<(), Option<String>>, AppError> {
    let (target, after) = (
        format!("page {slug} ({language})"),
        text.map(|it| json!(it)),
    );
    let verb = if text.is_some() { CHANGED } else { REMOVED };
    let attempt = || async {
        let tx = request.state.shop.db.begin().await?;
        // Of two who save at once, the second sees what the first wrote.
        texts_version::lock(&tx).await?;
        let now = pages::markdown(&tx, slug, language).await?;
        if version(now.as_deref()) != seen {
            return Ok(Err(now));
        }
        drafts::end(&tx, DraftKind::Page, &page_name(slug, language)).await?;
        if now.as_deref() != text {
            let before = now.map(|it| json!(it));
            let entry = Entry {
                before: before.as_ref(),
                after: after.as_ref(),
                ..Entry::of(verb, &target)
            };
            audit::record(&tx, &request.actor(), entry, date::now()).await?;
            match text {
                Some(text) => pages::put(&tx, slug, language, text).await?,
                None => pages::remove(&tx, slug, language).await?,
            }
        }
        tx.commit().await?;
        Ok(Ok(()))
    };
    retried(attempt).await
}
