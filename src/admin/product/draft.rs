//! A product that is prepared, looked at in the shop, and shown when it is ready.

use super::{
    fields, lookups,
    merge::{self, SentForm},
    paths::path_of,
    save::{SaveOutcome, sent, store_form},
    show::{FormState, shown as page_of},
    to_form::{mark, shown},
};
use crate::{
    admin::{
        flash::AdminFlash,
        form_values::FormValues,
        preview,
        request::{AdminRequest, redirect_with_flash},
        staff::role::Right,
    },
    base::{date, error::AppError},
    catalog::{
        edit::{self, ProductDraft},
        store,
    },
    content::{
        drafts::{self, Draft, DraftKind, NewDraft},
        version,
    },
    platform::{
        audit::{self, Entry},
        db::retried,
    },
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The draft of the product `id`, if there is one.
pub async fn of(request: &AdminRequest, id: i64) -> Result<Option<Draft>, AppError> {
    let mut all = drafts::all(&request.state.shop.db.read, DraftKind::Product).await?;
    Ok(all.remove(&id.to_string()))
}

/// What is said above a draft, with the way to let it go.
pub fn note(request: &AdminRequest, id: i64, draft: &Draft) -> impl IntoView + use<> {
    let (said, path) = (
        preview::draft_text(request, draft),
        format!("{}/draft", path_of(id)),
    );
    view! {
        <form class="notice notice--draft" method="post" action=path>
            <p>{said}</p>
            <button class="button--small" type="submit" name="act" value="discard" data-confirm="Throw this draft away?">"Throw the draft away"</button>
        </form>
    }
}

/// `POST /products/{id}/draft`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    if typed.get("act") == "discard" {
        discard(&request, id).await?;
        return Ok(redirect_with_flash(&path_of(id), AdminFlash::DraftGone));
    }
    let is_framed = typed.get("to") == "frame";
    let path = typed.get("preview_path").to_owned();
    let draft_seen = typed.number("draft").unwrap_or_default();
    let (sent, wrong) = sent(&request, typed).await?;
    match keep(&request, id, &sent, wrong, draft_seen).await? {
        DraftOutcome::Gone => Ok(lookups::nothing(&request)),
        DraftOutcome::Yes if is_framed => preview::redirect_to_preview(&request, &path).await,
        DraftOutcome::Yes => Ok(redirect_with_flash(&path_of(id), AdminFlash::DraftSaved)),
        DraftOutcome::Other(other) if is_framed => Ok(preview::nothing([preview::stale(&other)])),
        DraftOutcome::Other(other) => both(&request, id, sent, &other).await,
        DraftOutcome::Wrong(problems) if is_framed => Ok(preview::nothing(problems.into_values())),
        DraftOutcome::Wrong(problems) => {
            super::save::refused_form(&request, id, sent, problems).await
        }
    }
}

/// The form with what was typed, and what somebody else made of the draft meanwhile.
async fn both(
    request: &AdminRequest,
    id: i64,
    sent: SentForm,
    other: &Draft,
) -> Result<Response, AppError> {
    let Some(product) = store::product(&request.state.shop.db.read, id).await? else {
        return Ok(lookups::nothing(request));
    };
    let theirs = ProductDraft::read(&other.value)?.product;
    let theirs = shown(&theirs, &lookups::units(request, &theirs).await?);
    let is_other = |key: &&str| {
        *key != "stock" && mark(key, theirs.get(*key)) != mark(key, sent.values.get(*key))
    };
    let keys = fields::all().map(|field| field.key);
    let stale = keys.filter(is_other).map(str::to_owned).collect();
    let form = FormState {
        notice: "Somebody else changed this draft meanwhile. Look at both; yours takes its place when you save it once more.",
        is_typed: true,
        stale,
        theirs,
        ..FormState::of(sent.seen, sent.values)
    };
    page_of(request, Some(&product), StatusCode::CONFLICT, form).await
}

/// What came of a draft.
enum DraftOutcome {
    Yes,
    Gone,
    Wrong(BTreeMap<String, String>),
    /// Somebody else changed it meanwhile.
    Other(Box<Draft>),
}

/// Keeps what `sent` makes of the product `id` as a draft. What is counted is no draft: it would be old when it is shown.
async fn keep(
    request: &AdminRequest,
    id: i64,
    sent: &SentForm,
    wrong: BTreeMap<String, String>,
    draft_seen: i64,
) -> Result<DraftOutcome, AppError> {
    let shop = &request.state.shop;
    let products = lookups::named_products(request, &sent.values).await?;
    let uncounted = SentForm {
        counts: false,
        ..sent.clone()
    };
    let name = id.to_string();
    let attempt = || async {
        let tx = shop.db.begin().await?;
        // First what all drafts wait for: of two who write at once, the second sees what the first wrote.
        version::lock(&tx).await?;
        let Some(now) = store::product(&tx, id).await? else {
            return Ok(DraftOutcome::Gone);
        };
        let units = lookups::units(request, &now).await?;
        let merged = merge::merge(&now, &uncounted, &units, &products);
        let mut problems = wrong.clone();
        for (path, why) in merged.problems {
            problems.entry(path).or_insert(why);
        }
        if !problems.is_empty() {
            return Ok(DraftOutcome::Wrong(problems));
        }
        let draft = ProductDraft {
            product: merged.product,
            seen: sent.seen.clone(),
        };
        let value = draft.written()?;
        // One that shoppers do not see is looked at as it is.
        let is_other = draft.product != now || !now.enabled;
        let new = NewDraft {
            kind: DraftKind::Product,
            name: &name,
            value: Some(value.as_str()).filter(|_| is_other),
            began: "",
            seen: draft_seen,
        };
        if let Err(other) = drafts::put(&tx, new, &request.actor(), date::now()).await? {
            return Ok(DraftOutcome::Other(Box::new(other)));
        }
        tx.commit().await?;
        Ok(DraftOutcome::Yes)
    };
    retried(attempt).await
}

async fn discard(request: &AdminRequest, id: i64) -> Result<(), AppError> {
    let attempt = || async {
        let tx = request.state.shop.db.begin().await?;
        if drafts::end(&tx, DraftKind::Product, &id.to_string()).await? {
            let target = edit::target(id);
            let entry = Entry::of(preview::DISCARDED, &target);
            audit::record(&tx, &request.actor(), entry, date::now()).await?;
        }
        tx.commit().await?;
        Ok(())
    };
    retried(attempt).await
}

/// What a draft would be called in a list.
pub fn name_of(request: &AdminRequest, draft: &Draft) -> Result<String, AppError> {
    let kept = ProductDraft::read(&draft.value)?;
    let code = request.state.shop.config.store_language.code();
    Ok(kept.product.name.get(code).to_owned())
}

/// Shows the draft of the product `id` to shoppers; what is in the way, if anything.
pub async fn publish(
    request: &AdminRequest,
    id: i64,
    draft: &Draft,
) -> Result<Option<String>, AppError> {
    let kept = ProductDraft::read(&draft.value)?;
    let name = name_of(request, draft)?;
    if !request.may(Right::ChangeProducts) {
        return Ok(Some(format!("{name}: your role does not allow this.")));
    }
    let units = lookups::units(request, &kept.product).await?;
    let values = shown(&kept.product, &units);
    let products = lookups::named_products(request, &values).await?;
    let sent = SentForm {
        values,
        seen: kept.seen,
        counts: false,
    };
    Ok(
        match store_form(request, id, &sent, &products, BTreeMap::new()).await? {
            SaveOutcome::Stored => None,
            SaveOutcome::Gone => Some(format!("{name}: there is no such product any more.")),
            SaveOutcome::Wrong(problems) => {
                let why: Vec<String> = problems.into_values().collect();
                Some(format!("{name}: {}", why.join(" ")))
            }
            SaveOutcome::Stale(..) => Some(format!(
                "{name}: it was changed since the draft was begun. Open it, and look at both."
            )),
        },
    )
}
