//! Files that come with a product: whoever buys it downloads them.

use super::{lookups, paths::path_of};
use crate::{
    admin::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
        staff::role::Right,
        upload::{UploadRefusal, has_room, keep, name_of},
    },
    base::{byte_size::byte_size, date, error::AppError},
    catalog::{Product, edit, store},
    platform::{
        audit::{self, Entry},
        db::retried,
        files::KeptFile,
        tasks::Uploads,
    },
};
use axum::{
    Extension,
    extract::{Multipart, Path, multipart::Field},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use leptos::prelude::*;
use serde_json::json;
use std::fs::File;

/// The files of `product`, and the form that takes more.
pub async fn card(request: &AdminRequest, product: &Product) -> Result<AnyView, AppError> {
    let all = store::files(&request.state.shop.db.read, &[product.id]).await?;
    let may = request.may(Right::ChangeProducts);
    let path = format!("{}/files", path_of(product.id));
    let rows = all.iter().map(|file| {
        let name = file.name.clone();
        let size = byte_size(file.size.unsigned_abs());
        let remove = may.then(|| {
            let (label, question) = (format!("Remove: {name}"), format!("Take {name} off? Links to it give nothing any more."));
            view! { <button class="button button--small" type="submit" name="file" value=file.id.to_string() aria-label=label data-confirm=question>"Remove"</button> }
        });
        view! { <li class="row"><span class="plan">{name}" "<span class="note">{size}</span></span>{remove}</li> }
    });
    let rows = (!all.is_empty()).then(|| {
        view! { <form method="post" action=format!("{path}/remove")><ul class="plain">{rows.collect_view()}</ul></form> }
    });
    let upload = may.then(|| {
        view! {
            <form method="post" action=path enctype="multipart/form-data">
                <div class="field"><label for="files">"Files"</label><input id="files" name="file" type="file" multiple required/>
                    <p class="note">"One of the same name is replaced, for those too who have bought it."</p></div>
                <button class="button button--plain" type="submit">"Add these files"</button>
            </form>
        }
    });
    if all.is_empty() && !may {
        return Ok(().into_any());
    }
    let is_open = !all.is_empty();
    Ok(view! {
        <details class="part" open=is_open><summary>"Files to download"</summary>
            <p class="note">"Whoever buys it gets them as downloads. Tick “Nothing is sent” above if it is nothing else."</p>{rows}{upload}</details>
    }
    .into_any())
}

/// `POST /products/{id}/files`: they go to the disk as they come, and are never in memory as a whole.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    headers: HeaderMap,
    mut parts: Multipart,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    if store::product(&shop.db.read, id).await?.is_none() {
        return Ok(lookups::nothing(&request));
    }
    let uploads = Uploads::next_to(&shop.files);
    let floor = u64::from(shop.config.disk_floor_mib) * 1024 * 1024;
    if !has_room(&uploads, &headers, floor) {
        let why = "There is no room for this file on the shop's disk.";
        let full = UploadRefusal::Problem(StatusCode::INSUFFICIENT_STORAGE, why);
        return refused(&request, id, full);
    }
    let mut kept = Vec::new();
    loop {
        let part = match parts.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(error) => return Ok(error.into_response()),
        };
        if part.name() != Some("file") {
            continue;
        }
        let name = name_of(part.file_name().unwrap_or_default());
        match take(&request, part).await {
            Ok(Some(file)) => kept.push((name, file)),
            Ok(None) => {}
            Err(error) => return refused(&request, id, error),
        }
    }
    if kept.is_empty() {
        let why = "Please choose a file that is not empty.";
        let none = UploadRefusal::Problem(StatusCode::UNPROCESSABLE_ENTITY, why);
        return refused(&request, id, none);
    }
    let attempt = || async {
        let (tx, now) = (shop.db.begin().await?, date::now());
        for (name, file) in &kept {
            store::add_file(&tx, id, name, file, now).await?;
            let (target, after) = (edit::target(id), json!(name));
            let entry = Entry {
                after: Some(&after),
                ..Entry::of("product.file.add", &target)
            };
            audit::record(&tx, &request.actor(), entry, now).await?;
        }
        tx.commit().await?;
        Ok(())
    };
    retried(attempt).await?;
    Ok(redirect_with_flash(&path_of(id), AdminFlash::FilesAdded))
}

/// Keeps what `part` brings; nothing if there is nothing in it.
async fn take(
    request: &AdminRequest,
    mut part: Field<'_>,
) -> Result<Option<KeptFile>, UploadRefusal> {
    let files = request.state.shop.files.clone();
    let uploads = Uploads::next_to(&files);
    let upload = keep(&uploads, &mut part).await?;
    if upload.size == 0 {
        uploads.delete(&upload.file);
        return Ok(None);
    }
    let path = uploads.path(&upload.file);
    let kept = tokio::task::spawn_blocking(move || files.keep(File::open(path)?)).await;
    uploads.delete(&upload.file);
    let kept = kept.map_err(|error| UploadRefusal::Fault(AppError::internal(error)))?;
    let kept = kept.map_err(|error| UploadRefusal::Fault(AppError::internal(error)))?;
    Ok(Some(kept))
}

fn refused(request: &AdminRequest, id: i64, refused: UploadRefusal) -> Result<Response, AppError> {
    let (status, why) = match refused {
        UploadRefusal::Problem(status, why) => (status, why),
        UploadRefusal::Broken(error) => return Ok(error.into_response()),
        UploadRefusal::Fault(fault) => return Err(fault),
    };
    let path = path_of(id);
    let view = view! { <p class="problem" role="alert">{why}</p><p><a href=path>"Back to the product"</a></p> };
    Ok(request.page_with(status, "Files to download", view))
}

/// `POST /products/{id}/files/remove`.
pub async fn post_remove(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let number = typed.number("file").ok_or(AppError::BadRequest)?;
    let attempt = || async {
        let tx = shop.db.begin().await?;
        let found = store::file(&tx, number).await?;
        let Some(file) = found.filter(|it| it.product_id == id) else {
            return Ok(None);
        };
        let (target, before) = (edit::target(id), json!(file.name));
        let over = store::remove_file(&tx, &file).await?;
        let entry = Entry {
            before: Some(&before),
            ..Entry::of("product.file.remove", &target)
        };
        audit::record(&tx, &request.actor(), entry, date::now()).await?;
        tx.commit().await?;
        Ok(Some(over))
    };
    let Some(over) = retried(attempt).await? else {
        return Ok(redirect_with_flash(&path_of(id), AdminFlash::TooLate));
    };
    if let Some(hash) = over {
        shop.files.delete(&hash).map_err(AppError::internal)?;
    }
    Ok(redirect_with_flash(&path_of(id), AdminFlash::FileRemoved))
}
