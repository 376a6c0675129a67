//! Rows and alternatives as inputs. Rows are added, moved and taken away by buttons of the form: it comes back with
//! the rows as they are then, and nothing is stored until it is saved.

use super::{
    capitalised, count_of,
    draw::{Drawing, draw, group, text},
    field::{Field, InputKind, Variant},
    kind_of, within,
};
use leptos::prelude::*;
use toml::Value;

/// One of several things, each under its own key.
pub(super) fn either(
    drawing: &Drawing<'_>,
    fields: &'static [Field],
    path: &str,
    value: Option<&Value>,
) -> AnyView {
    let table = value.and_then(Value::as_table);
    let chosen = table.and_then(|table| table.keys().next()).cloned();
    let chosen = chosen.unwrap_or_else(|| fields[0].key.to_owned());
    let option = |field: &'static Field| {
        view! { <option value=field.key selected=field.key == chosen>{field.label}</option> }
    };
    let (id, name) = (kind_of(path), kind_of(path));
    let select = view! {
        <div class="field">
            <label for=id.clone()>"What"</label>
            <select id=id name=name data-shows="" disabled=drawing.is_fixed>{fields.iter().map(option).collect_view()}</select>
        </div>
    };
    let valued = fields
        .iter()
        .filter(|it| !matches!(it.kind, InputKind::Flag));
    let each = valued.map(|field| {
        let inner = table.and_then(|table| table.get(field.key));
        view! { <div data-shown-for=field.key>{draw(drawing, field, &within(path, field.key), inner)}</div> }
    });
    view! { {select}{each.collect_view()} }.into_any()
}

/// Rows of the same fields.
pub(super) fn list(
    drawing: &Drawing<'_>,
    row: &'static str,
    fields: &'static [Field],
    path: &str,
    value: Option<&Value>,
) -> AnyView {
    let rows = rows_in(value);
    let each = rows.iter().enumerate().map(|(index, value)| {
        let path = within(path, index);
        let inner = group(drawing, fields, &path, Some(value));
        let heading = heading(row, index) + &name_of(drawing, value);
        one_row(drawing, &heading, &path, rows.len(), index, inner)
    });
    let add = add_button(
        drawing,
        format!("Add {}", with_article(row)),
        path,
        rows.len(),
        None,
    );
    rows_of(path, rows.len(), each.collect_view().into_any(), add)
}

/// Rows of several kinds.
pub(super) fn mixed(
    drawing: &Drawing<'_>,
    row: &'static str,
    variants: &'static [Variant],
    path: &str,
    value: Option<&Value>,
) -> AnyView {
    let rows = rows_in(value);
    let each = rows.iter().enumerate().map(|(index, value)| {
        let path = within(path, index);
        let tag = text(value.get("type"));
        let variant = variants.iter().find(|variant| variant.tag == tag);
        let label = variant.map_or_else(|| tag.clone(), |variant| variant.label.to_owned());
        let inner = match variant {
            Some(variant) => group(drawing, variant.fields, &path, Some(value)),
            None => ().into_any(),
        };
        let inner = view! { <input type="hidden" name=within(&path, "type") value=tag/>{inner} };
        let heading = format!("{}. {label}{}", index + 1, name_of(drawing, value));
        one_row(
            drawing,
            &heading,
            &path,
            rows.len(),
            index,
            inner.into_any(),
        )
    });
    let add = variants.iter().map(|variant| {
        add_button(
            drawing,
            variant.label.to_owned(),
            path,
            rows.len(),
            Some(variant.tag),
        )
    });
    let add = view! { <p class="adds__label">{format!("Add {}", with_article(row))}</p>{add.collect_view()} };
    rows_of(
        path,
        rows.len(),
        each.collect_view().into_any(),
        add.into_any(),
    )
}

/// Rows of the same fields, each by its name.
pub(super) fn named(
    drawing: &Drawing<'_>,
    row: &'static str,
    fields: &'static [Field],
    path: &str,
    value: Option<&Value>,
) -> AnyView {
    let none = toml::Table::new();
    let rows = value.and_then(Value::as_table).unwrap_or(&none);
    let each = rows.iter().enumerate().map(|(index, (name, value))| {
        let path = within(path, index);
        let named = within(&path, "name");
        // A name that is made up for a new row is no name yet.
        let shown = if name.starts_with('\u{0}') { String::new() } else { name.clone() };
        let inner = view! {
            <div class="field"><label for=named.clone()>"Name in scripts: small letters and _"</label>
                <input id=named.clone() name=named type="text" value=shown disabled=drawing.is_fixed/></div>
            {group(drawing, fields, &within(&path, "value"), Some(value))}
        };
        one_row(drawing, &heading(row, index), &path, rows.len(), index, inner.into_any())
    });
    let add = add_button(
        drawing,
        format!("Add {}", with_article(row)),
        path,
        rows.len(),
        None,
    );
    rows_of(path, rows.len(), each.collect_view().into_any(), add)
}

/// The rows that `value` is; none if it is no list.
fn rows_in(value: Option<&Value>) -> &[Value] {
    let rows = value.and_then(Value::as_array);
    rows.map(Vec::as_slice).unwrap_or_default()
}

fn heading(row: &str, index: usize) -> String {
    format!("{} {}", capitalised(row), index + 1)
}

/// What a row calls itself, behind a colon; nothing if it has no name.
fn name_of(drawing: &Drawing<'_>, row: &Value) -> String {
    let named = ["title", "name", "label", "code"];
    let language = drawing.languages.first().map_or("", |(code, _)| code);
    let name = named.iter().find_map(|key| match row.get(key)? {
        Value::String(text) => Some(text.as_str()),
        Value::Table(texts) => {
            let own = texts.get(language).or(texts.values().next());
            own.and_then(Value::as_str)
        }
        _ => None,
    });
    let name = name.map(str::trim).filter(|name| !name.is_empty());
    name.map(|name| format!(": {name}")).unwrap_or_default()
}

fn with_article(row: &str) -> String {
    let vowel = row.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {row}", if vowel { "an" } else { "a" })
}

fn rows_of(path: &str, count: usize, rows: AnyView, add: AnyView) -> AnyView {
    view! {
        <input type="hidden" name=count_of(path) value=count.to_string()/>
        <div class="rows" id=rows_id(path)>{rows}</div><div class="adds">{add}</div>
    }
    .into_any()
}

/// Where the rows at `path` stand in their page.
fn rows_id(path: &str) -> String {
    format!("rows-of-{path}")
}

/// The address of the form whose answer is looked at where `place` is: without scripts it comes back from its top.
fn at(drawing: &Drawing<'_>, place: &str) -> String {
    format!("{}#{place}", drawing.action)
}

/// The button that adds a row to the `count` there are.
fn add_button(
    drawing: &Drawing<'_>,
    label: String,
    path: &str,
    count: usize,
    tag: Option<&str>,
) -> AnyView {
    let act = format!("add {path} {}", tag.unwrap_or_default());
    let to = at(drawing, &within(path, count));
    view! {
        <button class="button button--plain" type="submit" name="act" value=act.trim().to_owned() formaction=to disabled=drawing.is_fixed>{label}</button>
    }
    .into_any()
}

fn one_row(
    drawing: &Drawing<'_>,
    heading: &str,
    path: &str,
    count: usize,
    index: usize,
    inner: AnyView,
) -> AnyView {
    let list = path.rsplit_once('.').map_or(path, |(list, _)| list);
    let button = |verb: &'static str, label: &'static str, off: bool| {
        let (act, name) = (format!("{verb} {path}"), format!("{label}: {heading}"));
        let to = at(
            drawing,
            &match verb {
                "up" => within(list, index.saturating_sub(1)),
                "down" => within(list, index + 1),
                _ => rows_id(list),
            },
        );
        view! {
            <button class="button button--small" type="submit" name="act" value=act formaction=to aria-label=name disabled=off || drawing.is_fixed>{label}</button>
        }
    };
    let bar = view! {
        <div class="row__bar">
            {button("up", "Up", index == 0)}{button("down", "Down", index + 1 == count)}{button("drop", "Remove", false)}
        </div>
    };
    let problem = drawing.problems.get(path).cloned();
    let problem = problem.map(|problem| view! { <p class="problem">{problem}</p> });
    view! {
        <section class="row-card" id=path.to_owned() data-row=path.to_owned()>
            <h2 class="row__name">{heading.to_owned()}</h2>{bar}{problem}{inner}
        </section>
    }
    .into_any()
}
