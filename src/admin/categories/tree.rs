//! `GET /categories`: the tree, put in order by numbers, or by dragging.

use super::{HOME, PATH, history, path_of};
use crate::{
    admin::{
        flash::AdminFlash,
        form::by_places,
        form_values::FormValues,
        product::in_order,
        request::{AdminRequest, redirect_with_flash},
        sign_in::field,
        staff::role::Right,
    },
    base::{date, error::AppError, translated::Translated},
    catalog::{
        Category,
        edit::{self, CategoryPosition, CategoryRefused},
        store,
    },
    content::version,
    platform::db::retried,
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};

/// With more categories than this, which one a category stands below is chosen on its own page: else there would be too much to
/// choose from in every row.
const FEW: usize = 100;

/// What is shown besides what is stored.
#[derive(Default)]
struct TreeState {
    typed: FormValues,
    notice: &'static str,
    /// What is wrong, by the number of a category.
    problems: BTreeMap<i64, &'static str>,
}

/// `GET /categories`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    shown(&request, StatusCode::OK, TreeState::default()).await
}

async fn shown(
    request: &AdminRequest,
    status: StatusCode,
    shown: TreeState,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let all = store::categories(&shop.db.read).await?;
    let lately = history::card_of_all(request).await?;
    let code = shop.config.store_language.code().to_owned();
    let may = request.may(Right::ChangeProducts);
    let ordered = in_order(&all);
    let options: Vec<(i64, String)> = ordered
        .iter()
        .map(|(category, above)| {
            let indent = "– ".repeat(above.len());
            (category.id, format!("{indent}{}", category.name.get(&code)))
        })
        .collect();
    let mut counts: HashMap<Option<i64>, usize> = HashMap::new();
    let rows: Vec<AnyView> = ordered
        .iter()
        .map(|(category, above)| {
            let place = counts.entry(category.parent).or_default();
            *place += 1;
            row(category, above.len(), *place, &options, &shown, &code, may)
        })
        .collect();
    let is_any = !rows.is_empty();
    let seen = seen(&all);
    let nothing = (!is_any).then(|| view! { <p>"There are no categories yet."</p> });
    let notice = (!shown.notice.is_empty())
        .then(|| view! { <p class="notice" role="alert">{shown.notice}</p> });
    let save = may.then(|| view! { <div class="save row"><button class="button" type="submit">"Save the order"</button></div> });
    let tree = is_any.then(|| {
        view! {
            <form class="settings" method="post" action=PATH data-settings="" data-order="">
                <input type="hidden" name="seen" value=seen/>
                <p class="note">"The number is the place among those below the same one; drag a name with a mouse."</p>
                <ol class="plain tree">{rows}</ol>{save}
            </form>
        }
    });
    let add = may.then(|| add_form(&options));
    let view = view! {
        <p class="lead">"How shoppers find their way. Which products stand at the top of a category, and what it says, is on its own page."</p>
        <p><a href=HOME>"Products on the home page"</a></p>
        {notice}{nothing}{tree}{add}{lately}
    };
    Ok(request.page_with(status, "Categories", view))
}

fn row(
    category: &Category,
    depth: usize,
    place: usize,
    options: &[(i64, String)],
    shown: &TreeState,
    code: &str,
    may: bool,
) -> AnyView {
    let id = category.id;
    let (place_name, parent_name) = (format!("place.{id}"), format!("parent.{id}"));
    let typed = shown.typed.find(&place_name).map(str::to_owned);
    let typed = typed.unwrap_or_else(|| place.to_string());
    let stored = category.parent.map(|it| it.to_string()).unwrap_or_default();
    let parent = shown.typed.find(&parent_name).map_or(stored, str::to_owned);
    let name = category.name.get(code).to_owned();
    let hidden = (!category.enabled).then(|| view! { <span class="tag">"hidden"</span> });
    let parents = match options.len() <= FEW {
        true => {
            let spoken = format!("Below: {name}");
            let others = options.iter().filter(|(other, _)| *other != id);
            let option = |(id, label): &(i64, String)| {
                let value = id.to_string();
                let is_chosen = value == parent;
                view! { <option value=value selected=is_chosen>{label.clone()}</option> }
            };
            view! {
                <select name=parent_name aria-label=spoken disabled=!may><option value="">"At the top"</option>{others.map(option).collect_view()}</select>
            }
            .into_any()
        }
        false => view! { <input type="hidden" name=parent_name value=parent/> }.into_any(),
    };
    let problem = shown.problems.get(&id);
    let problem = problem.map(|why| view! { <p class="problem" role="alert">{*why}</p> });
    let spoken = format!("Place: {name}");
    let class = format!("tree__row tree__row--{}", depth.min(5));
    let group = category.parent.unwrap_or_default().to_string();
    view! {
        <li class=class data-drag=group>
            <span class="tree__name"><a href=path_of(id)>{name}</a>" "{hidden}</span>
            <input name=place_name type="text" inputmode="numeric" data-place="" aria-label=spoken value=typed disabled=!may/>
            {parents}{problem}
        </li>
    }
    .into_any()
}

fn add_form(options: &[(i64, String)]) -> impl IntoView + use<> {
    let option = |(id, label): &(i64, String)| view! { <option value=id.to_string()>{label.clone()}</option> };
    view! {
        <form class="card" method="post" action="/categories/add">
            <h2>"A new category"</h2>
            {field("name", "Name", "text", "off", "")}
            <div class="field"><label for="parent">"Below"</label>
                <select id="parent" name="parent"><option value="">"At the top"</option>{options.iter().map(option).collect_view()}</select></div>
            <button class="button" type="submit">"Add it"</button>
        </form>
    }
}

/// By what a form knows that the tree is the one it began with.
fn seen(all: &[Category]) -> String {
    let places: Vec<_> = all
        .iter()
        .map(|it| (it.id, it.parent, it.position))
        .collect();
    let digest = Sha256::digest(format!("{places:?}"));
    digest
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// `POST /categories`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let attempt = || async {
        let tx = shop.db.begin().await?;
        // Of two at once, the second sees what the first did.
        version::lock(&tx).await?;
        let all = store::categories(&tx).await?;
        if typed.get("seen") != seen(&all) {
            return Ok(None);
        }
        let places = wanted(&all, &typed);
        let arranged = edit::arrange(&tx, &places, &request.actor(), date::now()).await?;
        if arranged.is_ok() {
            tx.commit().await?;
        }
        Ok(Some(arranged))
    };
    let (status, notice, ring) = match retried(attempt).await? {
        Some(Ok(())) => return Ok(redirect_with_flash(PATH, AdminFlash::TreeSaved)),
        Some(Err(CategoryRefused::Ring(id))) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "Nothing is saved yet. Please look at this:",
            Some(id),
        ),
        Some(Err(CategoryRefused::Gone)) | None => (
            StatusCode::CONFLICT,
            "Somebody else changed the categories meanwhile. These are what they are now, with the numbers you typed.",
            None,
        ),
    };
    let ring = ring.map(|id| (id, "It would stand below itself."));
    let again = TreeState {
        problems: ring.into_iter().collect(),
        typed,
        notice,
    };
    shown(&request, status, again).await
}

/// Where each category is to stand, by what was typed.
fn wanted(all: &[Category], typed: &FormValues) -> Vec<CategoryPosition> {
    let mut groups: BTreeMap<Option<i64>, Vec<(usize, &str, i64)>> = BTreeMap::new();
    let mut counts: HashMap<Option<i64>, usize> = HashMap::new();
    for (category, _) in in_order(all) {
        let id = category.id;
        let index = counts.entry(category.parent).or_default();
        let parent = match typed.find(&format!("parent.{id}")) {
            Some("") => None,
            Some(text) => text.parse().ok(),
            None => category.parent,
        };
        let place = typed.find(&format!("place.{id}")).unwrap_or_default();
        let group = groups.entry(parent).or_default();
        group.push((*index, place, id));
        *index += 1;
    }
    let mut places = Vec::new();
    for (parent, group) in groups {
        for (position, id) in (1..).zip(by_places(group)) {
            places.push(CategoryPosition {
                id,
                parent,
                position,
            });
        }
    }
    places
}

/// `POST /categories/add`.
pub async fn post_add(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let name = typed.get("name").trim();
    if name.is_empty() {
        let again = TreeState {
            notice: "Nothing is added yet: please say what the category is called.",
            ..TreeState::default()
        };
        return shown(&request, StatusCode::UNPROCESSABLE_ENTITY, again).await;
    }
    let new = Category {
        name: Translated::one(shop.config.store_language.code(), name),
        parent: typed.number("parent"),
        enabled: true,
        ..Category::default()
    };
    let attempt = || async {
        let tx = shop.db.begin().await?;
        let id = edit::add_category(&tx, new.clone(), &request.actor(), date::now()).await?;
        tx.commit().await?;
        Ok(id)
    };
    let id = retried(attempt).await?;
    Ok(redirect_with_flash(&path_of(id), AdminFlash::CategoryAdded))
}
