//! One category: what it says, where it stands, and the order of its products.

use super::{PATH, history, order, path_of};
use crate::{
    admin::{
        flash::AdminFlash,
        form::{Drawing, Field, InputKind, Source, draw, read},
        form_values::FormValues,
        product::{Units, categories, languages, mark, texts},
        request::{AdminRequest, redirect_with_flash},
        staff::role::Right,
    },
    base::{date, error::AppError, html},
    catalog::{
        Category,
        edit::{self, CategoryRefused},
        slug, store,
    },
    content::version,
    platform::db::retried,
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use toml::{Table, Value};

const FIELDS: &[Field] = &[
    Field::new("name", "Name", InputKind::LineByLanguage),
    Field::new("parent", "Stands below", InputKind::Chosen(Source::Categories)).optional(),
    Field::new("enabled", "Shoppers see it", InputKind::Flag)
        .help("What is below one that is hidden is hidden too."),
    Field::new("description", "Description", InputKind::LinesByLanguage(false))
        .optional()
        .help("Plain lines become paragraphs. HTML is kept as it is, without what could do harm."),
    Field::new("image", "Picture", InputKind::CroppedPicture).optional(),
    Field::new("slug", "Address", InputKind::Line).optional().help(
        "Letters, digits and dashes. Empty: made of the name. Addresses of before lead on to it.",
    ),
    Field::new(
        "seo_title",
        "Title for search engines",
        InputKind::LineByLanguage,
    )
    .optional(),
    Field::new(
        "seo_description",
        "Description for search engines",
        InputKind::LinesByLanguage(false),
    )
    .optional(),
];

/// What the field `key` is called, if it is one.
pub fn label(key: &str) -> Option<&'static str> {
    let field = FIELDS.iter().find(|field| field.key == key);
    field.map(|field| field.label)
}

/// What the form shows.
#[derive(Default)]
struct FormState {
    values: Table,
    seen: BTreeMap<String, String>,
    problems: BTreeMap<String, String>,
    notice: &'static str,
    stale: BTreeSet<String>,
    theirs: Table,
}

/// The values of the form of `category`.
fn values(category: &Category) -> Table {
    let mut table = Table::try_from(category).unwrap_or_default();
    let keys: Vec<String> = table.keys().cloned().collect();
    for key in keys {
        if !FIELDS.iter().any(|field| field.key == key) {
            table.remove(&key);
        }
    }
    table
}

fn marks(values: &Table) -> BTreeMap<String, String> {
    let each = FIELDS.iter().map(|it| it.key);
    each.map(|key| (key.to_owned(), mark(key, values.get(key))))
        .collect()
}

/// `GET /categories/{id}`.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    let found = store::category(&request.state.shop.db.read, id).await?;
    let Some((category, _)) = found else {
        return Ok(nothing(&request));
    };
    let values = values(&category);
    let form = FormState {
        seen: marks(&values),
        values,
        ..FormState::default()
    };
    shown(&request, &category, StatusCode::OK, form).await
}

/// The page where there is no such category.
pub fn nothing(request: &AdminRequest) -> Response {
    let view = view! { <p>"There is no such category. It may have been deleted."</p><p><a href=PATH>"To the categories"</a></p> };
    request.page_with(StatusCode::NOT_FOUND, "No such category", view)
}

async fn shown(
    request: &AdminRequest,
    category: &Category,
    status: StatusCode,
    form: FormState,
) -> Result<Response, AppError> {
    let (shop, id) = (&request.state.shop, category.id);
    let may = request.may(Right::ChangeProducts);
    let products = order::card(request, category).await?;
    let lately = history::card(request, id).await?;
    let mut all = categories(request).await?;
    all.retain(|(number, _)| *number != id.to_string());
    let options = |source: Source| match source {
        Source::Categories => all.clone(),
        other => other.options(shop),
    };
    let none = BTreeMap::new();
    let path = path_of(id);
    let drawing = |problems, is_fixed| Drawing {
        action: &path,
        languages: languages(&shop.config),
        problems,
        is_fixed,
        options: &options,
    };
    let (open, fixed) = (drawing(&form.problems, !may), drawing(&none, true));
    let fields = FIELDS.iter().map(|field| {
        let theirs = form.stale.contains(field.key).then(|| {
            let path = format!("theirs.{}", field.key);
            let view = draw(&fixed, field, &path, form.theirs.get(field.key));
            view! { <div class="theirs"><p class="problem">"What somebody else saved meanwhile; below it, what you typed:"</p>{view}</div> }
        });
        view! { {theirs}{draw(&open, field, field.key, form.values.get(field.key))} }
    });
    let fields = fields.collect_view();
    let seen = form.seen.iter().map(|(key, mark)| {
        view! { <input type="hidden" name=format!("seen.{key}") value=mark.clone()/> }
    });
    let notice = (!form.notice.is_empty()).then(|| {
        let each = form.problems.iter();
        let each = each.map(|(path, why)| view! { <li><a href=format!("#{path}")>{why.clone()}</a></li> });
        view! { <div class="notice" role="alert"><p>{form.notice}</p><ul>{each.collect_view()}</ul></div> }
    });
    let name = category
        .name
        .get(shop.config.store_language.code())
        .to_owned();
    let snapshot = shop.catalog.snapshot();
    let there = snapshot.tree.get(id).map(|node| {
        let to = format!(
            "{}{}",
            request.state.shop_origin(),
            shop.links().category(node)
        );
        view! { " · "<a href=to target="_blank" rel="noopener">"See it in the shop"</a> }
    });
    let save = may.then(|| view! { <div class="save row"><button class="button" type="submit">"Save"</button></div> });
    let remove = may.then(|| {
        view! { <p><a class="button button--danger" href=format!("{path}/delete")>"Delete this category"</a></p> }
    });
    let is_typed = (status != StatusCode::OK).then_some("");
    let view = view! {
        <p class="crumbs"><a href=PATH>"Categories"</a>{there}</p>{notice}
        <form class="settings" method="post" action=path.clone() enctype="multipart/form-data" data-settings="" data-product="" data-typed=is_typed>
            {seen.collect_view()}{fields}{save}
        </form>
        {products}{lately}{remove}
    };
    Ok(request.page_with(status, &name, view))
}

/// `POST /categories/{id}`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let typed = typed.with_pictures(&shop.images).await?;
    let given = read(FIELDS, &typed, shop.shop.prices.exponent);
    let mut wrong = given.problems;
    wrong.extend(typed.problems.clone());
    let attempt = || async {
        let tx = shop.db.begin().await?;
        version::lock(&tx).await?;
        let Some((now, _)) = store::category(&tx, id).await? else {
            return Ok(None);
        };
        let mut merged = merge(&request, &now, &given.values, &typed);
        merged.problems.extend(wrong.clone());
        if let Some(own) = &merged.category.slug {
            let holder = edit::slug_holder(&tx, own, false, id).await?;
            if let Some((is_product, other)) = holder {
                let what = if is_product { "Product" } else { "Category" };
                let why = format!("{what} {other} has this address.");
                merged.problems.insert("slug".to_owned(), why);
            }
        }
        if merged.problems.is_empty() && merged.stale.is_empty() {
            let wanted = merged.category.clone();
            let done =
                edit::change_category(&tx, id, wanted, &request.actor(), date::now()).await?;
            match done {
                Ok(()) => {
                    tx.commit().await?;
                    merged.is_stored = true;
                }
                Err(CategoryRefused::Ring(_)) => {
                    let why = "It would stand below itself.".to_owned();
                    merged.problems.insert("parent".to_owned(), why);
                }
                Err(CategoryRefused::Gone) => return Ok(None),
            }
        }
        Ok(Some((now, merged)))
    };
    let Some((now, merged)) = retried(attempt).await? else {
        return Ok(nothing(&request));
    };
    if merged.is_stored {
        return Ok(redirect_with_flash(&path_of(id), AdminFlash::Saved));
    }
    let (status, notice) = match merged.problems.is_empty() {
        false => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "Nothing is saved yet. Please look at this:",
        ),
        true => (
            StatusCode::CONFLICT,
            "Somebody else changed the same meanwhile. Look at both; what you typed holds when you save once more.",
        ),
    };
    let form = FormState {
        values: merged.values,
        seen: marks(&values(&now)),
        problems: merged.problems,
        notice,
        stale: merged.stale,
        theirs: values(&now),
    };
    shown(&request, &now, status, form).await
}

/// What a form makes of a category that others may have changed meanwhile.
struct Merged {
    category: Category,
    values: Table,
    problems: BTreeMap<String, String>,
    stale: BTreeSet<String>,
    is_stored: bool,
}

fn merge(request: &AdminRequest, now: &Category, sent: &Table, typed: &FormValues) -> Merged {
    let there = values(now);
    let mut merged = Merged {
        category: now.clone(),
        values: sent.clone(),
        problems: BTreeMap::new(),
        stale: BTreeSet::new(),
        is_stored: false,
    };
    for field in FIELDS {
        let key = field.key;
        let seen = typed.find(&format!("seen.{key}")).unwrap_or_default();
        let (typed, present) = (mark(key, sent.get(key)), mark(key, there.get(key)));
        if seen == typed || seen.is_empty() {
            match there.get(key) {
                Some(value) => drop(merged.values.insert(key.to_owned(), value.clone())),
                None => drop(merged.values.remove(key)),
            }
            continue;
        }
        if seen != present && typed != present {
            merged.stale.insert(key.to_owned());
        }
        apply(request, key, sent.get(key), &mut merged.category);
    }
    if merged.category.name.is_empty() {
        let why = "Please say what it is called.".to_owned();
        merged.problems.insert("name".to_owned(), why);
    }
    let own = merged.category.slug.as_deref();
    if let Some(own) = own.filter(|own| !slug::is_allowed(own)) {
        let why = format!(
            "“{own}” cannot be an address: letters, digits and dashes, and no page of the shop’s own."
        );
        merged.problems.insert("slug".to_owned(), why);
    }
    merged
}

fn apply(request: &AdminRequest, key: &str, value: Option<&Value>, category: &mut Category) {
    let units = Units::of(&request.state.shop.config);
    let texts = |before| texts(&units.languages, value, before);
    let line = value
        .and_then(Value::as_str)
        .map(str::trim)
        .unwrap_or_default();
    match key {
        "name" => category.name = texts(&category.name),
        "description" => category.description = texts(&category.description).map(html::of_typed),
        "seo_title" => category.seo_title = texts(&category.seo_title),
        "seo_description" => category.seo_description = texts(&category.seo_description),
        "parent" => category.parent = value.and_then(Value::as_integer),
        "enabled" => category.enabled = value.and_then(Value::as_bool) == Some(true),
        "image" => category.image = value.cloned().and_then(|it| it.try_into().ok()),
        "slug" => category.slug = (!line.is_empty()).then(|| line.to_owned()),
        _ => {}
    }
}
