//! A product as a page: its form, how it looks in the shop, and what else there is of it.

use super::{
    copy_and_preview, draft, fields,
    fields::Section,
    files, history, lookups,
    paths::{NEW, path_of},
    scheduled_prices,
    to_form::Units,
    variation_grid,
};
use crate::{
    admin::{
        form::{Drawing, Field, InputKind, Source, draw},
        page::{self, Body},
        preview,
        request::AdminRequest,
        reviews,
        staff::role::Right,
    },
    base::error::AppError,
    catalog::Product,
    platform::config::Config,
};
use axum::{http::StatusCode, response::Response};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use toml::{Table, Value};

/// What the form shows.
#[derive(Default)]
pub struct FormState {
    /// Its values.
    pub values: Table,
    /// What each was when the form was begun.
    pub seen: BTreeMap<String, String>,
    /// What is wrong, by the path of the field.
    pub problems: BTreeMap<String, String>,
    /// What there is to say above it.
    pub notice: &'static str,
    /// Whether something is typed that is not stored.
    pub is_typed: bool,
    /// Fields that somebody else changed meanwhile.
    pub stale: BTreeSet<String>,
    /// What they are by now.
    pub theirs: Table,
}

impl FormState {
    /// A form that begins with these values.
    pub fn of(seen: BTreeMap<String, String>, values: Table) -> Self {
        Self {
            values,
            seen,
            ..Self::default()
        }
    }
}

/// The page of `product`, or of one that is to be added.
pub async fn shown(
    request: &AdminRequest,
    product: Option<&Product>,
    status: StatusCode,
    form: FormState,
) -> Result<Response, AppError> {
    let may = request.may(Right::ChangeProducts);
    let config = &request.state.shop.config;
    let name = product.map(|it| it.name.get(config.store_language.code()).to_owned());
    let path = product.map_or_else(|| NEW.to_owned(), |it| path_of(it.id));
    let draft = match product {
        Some(it) => draft::of(request, it.id).await?,
        None => None,
    };
    let note = match product {
        Some(it) if may => draft
            .as_ref()
            .map(|draft| draft::note(request, it.id, draft).into_any()),
        _ => None,
    };
    let draft = draft.map(|it| it.version).unwrap_or_default();
    let inner = form_of(request, &path, &form, product.map(|_| draft)).await?;
    let notice = notice(&form);
    let seen = match product {
        Some(it) => Some(copy_and_preview::head(request, it).await?),
        None => None,
    };
    let body = match product {
        None => view! { {notice}{inner} }.into_any(),
        Some(product) => {
            let sides = view! {
                {scheduled_prices::card(request, product).await?}
                {files::card(request, product).await?}
                {reviews::card(request, product.id).await?}
                {history::card(request, product.id).await?}
                {copy_and_preview::foot(request, product.id)}
            };
            let shop_path = copy_and_preview::shop_path(request, product).await?;
            let pane = may.then(|| {
                let first = Some((shop_path.clone(), "This product".to_owned()));
                preview::pane(
                    request,
                    "product",
                    format!("{path}/draft"),
                    first,
                    &shop_path,
                )
            });
            view! {
                {seen}{notice}{note}
                <div class=if may { "beside" } else { "" }><div>{inner}{sides}</div>{pane}</div>
            }
            .into_any()
        }
    };
    let title = name.filter(|it| !it.is_empty());
    let title = title.unwrap_or_else(|| "A new product".to_owned());
    let body = Body::of(&title, body);
    let body = match product.is_some() && may {
        true => body.framing_shop(request.state.shop_origin()),
        false => body,
    };
    Ok(page::response(request, status, body))
}

/// What is said above the form, with the way to each mistake.
fn notice(form: &FormState) -> Option<AnyView> {
    if form.notice.is_empty() {
        return None;
    }
    let wrong = form.problems.iter().map(|(path, why)| {
        let label = fields::label(path.split('.').next().unwrap_or_default());
        (format!("#{path}"), format!("{label}: {why}"))
    });
    let stale = form
        .stale
        .iter()
        .map(|key| (format!("#{key}"), fields::label(key).to_owned()));
    let each = wrong.chain(stale);
    let each = each.map(|(to, text)| view! { <li><a href=to>{text}</a></li> });
    let view = view! {
        <div class="notice" role="alert"><p>{form.notice}</p><ul>{each.collect_view()}</ul></div>
    };
    Some(view.into_any())
}

/// The form itself.
async fn form_of(
    request: &AdminRequest,
    path: &str,
    form: &FormState,
    draft: Option<i64>,
) -> Result<AnyView, AppError> {
    let may = request.may(Right::ChangeProducts);
    let config = &request.state.shop.config;
    let categories = lookups::categories(request).await?;
    let options = |source: Source| match source {
        Source::Categories => categories.clone(),
        Source::CategoriesOrAll => {
            let whole = [Source::whole_shop()].into_iter();
            whole.chain(categories.iter().cloned()).collect()
        }
        other => other.options(&request.state.shop),
    };
    let drawing = Drawing {
        action: path,
        languages: languages(config),
        problems: &form.problems,
        is_fixed: !may,
        options: &options,
    };
    let none = BTreeMap::new();
    let fixed = Drawing {
        action: path,
        languages: languages(config),
        problems: &none,
        is_fixed: true,
        options: &options,
    };
    let may_count = request.may(Right::ChangeStock);
    let sections = fields::SECTIONS.iter().map(|section| {
        let each = section.fields.iter().map(|field| {
            let field = with_unit(*field, config);
            let theirs = theirs(&fixed, &field, form);
            let drawing = if field.key == "stock" && !may_count { &fixed } else { &drawing };
            let view = draw(drawing, &field, field.key, form.values.get(field.key));
            view! { {theirs}{view} }
        });
        let each = each.collect_view();
        let variations = (section.fields[0].key == "options").then(|| {
            let theirs = form.stale.contains("variations").then(|| {
                let view = variation_grid::grid(&fixed, &form.theirs, false);
                view! { <div class="theirs" inert=""><p class="problem">"Somebody else changed the variations meanwhile; they are:"</p>{view}</div> }
            });
            view! { {theirs}{variation_grid::grid(&drawing, &form.values, may_count)} }
        });
        folded(section, form, view! { {each}{variations} }.into_any())
    });
    let sections = sections.collect_view();
    let marks = form.seen.iter().map(|(key, mark)| {
        view! { <input type="hidden" name=format!("seen.{key}") value=mark.clone()/> }
    });
    let label = if draft.is_some() {
        "Save"
    } else {
        "Add this product"
    };
    let keep = draft.map(|version| {
        view! { <input type="hidden" name="draft" value=version.to_string()/><button class="button button--plain" type="submit" formaction=format!("{path}/draft")>"Save as a draft"</button> }
    });
    // The first button of a form is the one that Enter presses.
    let first = may.then(|| view! { <button class="sr-only" type="submit" tabindex="-1" aria-hidden="true">{label}</button> });
    let save = may.then(|| {
        view! { <div class="save row"><button class="button" type="submit">{label}</button>{keep}</div> }
    });
    let is_typed = form.is_typed.then_some("");
    Ok(view! {
        <form class="settings" id="product" method="post" action=path.to_owned() enctype="multipart/form-data" data-settings="" data-product="" data-typed=is_typed>
            {first}{marks.collect_view()}{sections}{save}
        </form>
    }
    .into_any())
}

/// A section; one that is not open from the start is where something is wrong.
fn folded(section: &Section, form: &FormState, inner: AnyView) -> AnyView {
    let lead = (!section.lead.is_empty()).then(|| view! { <p class="note">{section.lead}</p> });
    let title = section.title;
    if section.is_open {
        return view! { <section class="card"><h2>{title}</h2>{lead}{inner}</section> }.into_any();
    }
    let keys = || section.fields.iter().map(|field| field.key);
    let is_of = |path: &String| {
        let key = path.split('.').next().unwrap_or_default();
        keys().any(|it| it == key) || (key == "variations" && keys().any(|it| it == "options"))
    };
    let is_filled = keys().any(|key| {
        let value = form.values.get(key);
        super::to_form::mark(key, value) != super::to_form::mark(key, None)
    });
    // A row that was just added says nothing yet.
    let has_rows = keys().any(|key| {
        let rows = form.values.get(key).and_then(Value::as_array);
        rows.is_some_and(|rows| !rows.is_empty())
    });
    let is_wrong = form.problems.keys().chain(&form.stale).any(is_of);
    // After a button within it, it is where one was.
    let is_open = is_wrong || (form.is_typed && (is_filled || has_rows));
    let mark = is_filled.then(|| view! { " "<span class="tag">"filled in"</span> });
    view! {
        <details class="part" open=is_open><summary>{title}{mark}</summary>{lead}{inner}</details>
    }
    .into_any()
}

/// What somebody else made of the field meanwhile, with the way to take that.
fn theirs(fixed: &Drawing<'_>, field: &Field, form: &FormState) -> Option<AnyView> {
    if !form.stale.contains(field.key) {
        return None;
    }
    let path = format!("theirs.{}", field.key);
    let view = draw(fixed, field, &path, form.theirs.get(field.key));
    let take = format!("theirs {}", field.key);
    let name = format!("Take theirs: {}", field.label);
    Some(
        view! {
            <div class="theirs"><p class="problem">"What somebody else saved meanwhile; below it, what you typed:"</p>{view}
                <button class="button button--small" type="submit" name="act" value=take aria-label=name>"Take theirs"</button></div>
        }
        .into_any(),
    )
}

/// The shop's languages, its own first: codes and names.
pub fn languages(config: &Config) -> Vec<(String, String)> {
    let all = Units::of(config).languages;
    let known = config.languages.iter().chain([&config.store_language]);
    let known: Vec<_> = known.map(|code| config.language(*code)).collect();
    let name = |code: String| {
        let language = known.iter().find(|it| it.code() == code);
        let name = language.map_or("", |it| it.name()).to_owned();
        (code, name)
    };
    all.into_iter().map(name).collect()
}

/// `field` with the shop's unit: its currency for prices, its unit of weight for weights.
fn with_unit(field: Field, config: &Config) -> Field {
    let unit = match field.key {
        "price" | "compare_to" => {
            let mut all = crate::base::money::currencies();
            all.find(|code| *code == config.currency).unwrap_or("")
        }
        "weight" => config.weight_unit.sign(),
        _ => return field,
    };
    Field {
        kind: InputKind::Decimal(unit),
        ..field
    }
}
