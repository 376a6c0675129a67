//! Everything that is in draft: looking at it as a whole, and showing it to shoppers.

use super::{
    access::Access,
    flash::AdminFlash,
    page::{self, Body},
    pages, preview, product,
    request::{AdminRequest, redirect_with_flash},
    route::Route,
    screens::SCREENS,
    settings::{draft, show::Present},
    staff::role::Right,
};
use crate::{
    base::error::AppError,
    content::{
        drafts::{self, Draft, DraftKind},
        proposals,
        settings::{Edit, SettingRefusal},
    },
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;
use std::collections::BTreeMap;

const PATH: &str = "/drafts";
const PUBLISH: &str = "/drafts/publish";

/// The routes of the drafts.
pub fn routes() -> Vec<Route> {
    const CONTENT: Access = Access::Right(Right::ChangeContent);
    vec![
        Route::get(PATH, CONTENT, list),
        Route::post(PUBLISH, CONTENT, publish),
    ]
}

/// Every draft.
struct Drafts {
    settings: BTreeMap<String, Draft>,
    pages: BTreeMap<String, Draft>,
    products: BTreeMap<String, Draft>,
}

impl Drafts {
    async fn read(request: &AdminRequest) -> Result<Self, AppError> {
        let db = &request.state.shop.db.read;
        Ok(Self {
            settings: drafts::all(db, DraftKind::Setting).await?,
            pages: drafts::all(db, DraftKind::Page).await?,
            products: drafts::all(db, DraftKind::Product).await?,
        })
    }
}

/// How many drafts there are.
pub async fn count(request: &AdminRequest) -> Result<usize, AppError> {
    let all = Drafts::read(request).await?;
    Ok(all.settings.len() + all.pages.len() + all.products.len())
}

/// `GET /drafts`.
async fn list(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    shown(&request, StatusCode::OK, Vec::new()).await
}

async fn shown(
    request: &AdminRequest,
    status: StatusCode,
    problems: Vec<String>,
) -> Result<Response, AppError> {
    let all = Drafts::read(request).await?;
    let mut rows: Vec<(String, String, Draft)> = Vec::new();
    for (key, draft) in all.settings {
        let screen = SCREENS
            .iter()
            .find(|it| it.fields.iter().any(|field| field.key == key));
        let field = screen.and_then(|it| it.fields.iter().find(|field| field.key == key));
        let name = field.map_or(key.as_str(), |field| field.label).to_owned();
        rows.push((screen.map_or(PATH, |it| it.path).to_owned(), name, draft));
    }
    for (name, draft) in all.pages {
        if let Some((slug, language)) = name.split_once(' ') {
            let title = pages::title_of(&draft.value, slug);
            rows.push((
                pages::edit_path(slug, language),
                format!("{title} ({language})"),
                draft,
            ));
        }
    }
    for (number, draft) in all.products {
        let (id, name) = (
            number.parse().unwrap_or_default(),
            product::name_of(request, &draft)?,
        );
        rows.push((product::path_of(id), name, draft));
    }
    let is_any = !rows.is_empty();
    let row = |(to, name, draft): (String, String, Draft)| {
        view! { <tr><td><a href=to>{name}</a></td><td>{draft.who}</td><td>{request.clock(draft.changed_at)}</td></tr> }
    };
    let problems = (!problems.is_empty()).then(|| {
        let each = problems.into_iter().map(|it| view! { <li>{it}</li> });
        view! { <div class="notice" role="alert"><p>"Not all of it is published:"</p><ul>{each.collect_view()}</ul></div> }
    });
    let nothing = (!is_any).then(|| {
        view! { <p>"Nothing is in draft: shoppers see all there is. The screens of brand, menus, home page, design, pages and products keep drafts."</p> }
    });
    let table = is_any.then(|| {
        view! {
            <div class="scroll" tabindex="0"><table>
                <thead><tr><th>"What"</th><th>"Who"</th><th>{request.by_clock("When")}</th></tr></thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table></div>
            <form id="drafts" method="post" action=PUBLISH>
                <button class="button" type="submit">"Publish all of it"</button>
            </form>
        }
    });
    let pane = is_any.then(|| preview::look(request));
    let view = view! {
        <p class="lead">"What is prepared, and shoppers do not see yet."</p>
        {problems}{nothing}
        <div class="beside"><div>{table}</div>{pane}</div>
    };
    let body = Body::of("Drafts", view).framing_shop(request.state.shop_origin());
    Ok(page::response(request, status, body))
}

/// `POST /drafts/publish`.
async fn publish(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let all = Drafts::read(&request).await?;
    let mut problems = Vec::new();
    if !all.settings.is_empty() {
        problems.extend(publish_settings(&request, &all.settings).await?);
    }
    for (name, draft) in &all.pages {
        let Some((slug, language)) = name.split_once(' ') else {
            continue;
        };
        let gaps = proposals::gaps(&draft.value).len();
        if gaps > 0 {
            let title = pages::title_of(&draft.value, slug);
            problems.push(format!(
                "{title}: {gaps} of its gaps are still to be filled in. Open it, and fill them."
            ));
            continue;
        }
        let text = Some(draft.value.as_str());
        if pages::write(&request, slug, language, text, &draft.began)
            .await?
            .is_err()
        {
            let title = pages::title_of(&draft.value, slug);
            problems.push(format!(
                "{title}: it was changed since the draft was begun. Open it, and look at both."
            ));
        }
    }
    for (number, draft) in &all.products {
        let id = number.parse().unwrap_or_default();
        problems.extend(product::publish(&request, id, draft).await?);
    }
    match problems.is_empty() {
        true => Ok(redirect_with_flash(PATH, AdminFlash::Saved)),
        false => shown(&request, StatusCode::CONFLICT, problems).await,
    }
}

/// Lets all drafts of settings hold, or none; what is in the way.
async fn publish_settings(
    request: &AdminRequest,
    drafts: &BTreeMap<String, Draft>,
) -> Result<Option<String>, AppError> {
    let present = Present::read(request).await?;
    let (values, seen) = draft::begun(drafts);
    let edit = Edit {
        published: values.keys().cloned().collect(),
        values: present.other(&values),
        seen,
        ..Edit::default()
    };
    match present.change(request, &edit).await {
        Ok(()) => Ok(None),
        Err(SettingRefusal::Fault(fault)) => Err(fault),
        Err(SettingRefusal::Stale(keys)) => {
            let label = |key: &String| {
                let mut fields = SCREENS.iter().flat_map(|it| it.fields);
                let field = fields.find(|field| field.key == key);
                field.map_or(key.clone(), |field| field.label.to_owned())
            };
            let labels: Vec<String> = keys.iter().map(label).collect();
            Ok(Some(format!(
                "{}: changed since the draft was begun. Open it, and look at both.",
                labels.join(", ")
            )))
        }
        Err(other) => Ok(Some(other.to_string())),
    }
}
