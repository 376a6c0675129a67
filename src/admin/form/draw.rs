//! Fields as inputs: what is there, its label, what is wrong with it.

use super::{
    Source,
    draw_many::{either, list, mixed, named},
    draw_pictures::pictures,
    field::{Field, FieldGroup, InputKind},
    rest_of, within,
};
use crate::base::html::in_textarea;
use leptos::prelude::*;
use std::collections::BTreeMap;
use toml::{Table, Value};

/// What every field of a form is drawn with.
pub struct Drawing<'a> {
    /// Where the form is sent.
    pub action: &'a str,
    /// Codes and names of the shop's languages, its own first.
    pub languages: Vec<(String, String)>,
    /// What is wrong, by the path of the field.
    pub problems: &'a BTreeMap<String, String>,
    /// Whether nothing can be changed.
    pub is_fixed: bool,
    /// What there is to choose from.
    pub options: &'a dyn Fn(Source) -> Vec<(String, String)>,
}

impl Drawing<'_> {
    /// What is wrong with the field at `path`, or with what is in it and has no field of its own.
    fn problem(&self, path: &str) -> Option<String> {
        self.problems.get(path).cloned()
    }

    /// Whether anything is wrong with it, or with anything in it.
    fn has_problem(&self, path: &str) -> bool {
        let inner = within(path, "");
        self.problems
            .keys()
            .any(|it| it == path || it.starts_with(&inner))
    }
}

/// The field at `path`, filled in with `value`.
pub fn draw(drawing: &Drawing<'_>, field: &Field, path: &str, value: Option<&Value>) -> AnyView {
    let many = match field.kind {
        InputKind::Group(fields) => Some(group(drawing, fields, path, value)),
        InputKind::Parts(all) => Some(parts(drawing, all, path, value)),
        InputKind::Either(fields) => Some(either(drawing, fields, path, value)),
        InputKind::List(row, fields) => Some(list(drawing, row, fields, path, value)),
        InputKind::Mixed(row, variants) => Some(mixed(drawing, row, variants, path, value)),
        InputKind::Named(row, fields) => Some(named(drawing, row, fields, path, value)),
        InputKind::Pictures(most) => Some(pictures(drawing, most, false, path, value)),
        InputKind::Picture => Some(pictures(drawing, 1, false, path, value)),
        InputKind::CroppedPictures(most) => Some(pictures(drawing, most, true, path, value)),
        InputKind::CroppedPicture => Some(pictures(drawing, 1, true, path, value)),
        InputKind::LineByLanguage => Some(by_language(drawing, Length::Line, path, value)),
        InputKind::LinesByLanguage(_) => Some(by_language(drawing, Length::Lines, path, value)),
        InputKind::Several(source) => Some(several(drawing, source, path, value)),
        _ => None,
    };
    let (label, help, problem) = (field.label, field.help, drawing.problem(path));
    let note =
        (!help.is_empty()).then(|| view! { <p class="note" id=format!("{path}-note")>{help}</p> });
    let problem_view = problem.clone().map(|problem| {
        view! { <p class="problem" id=format!("{path}-problem")>{problem}</p> }
    });
    let has_picture = !field.picture.is_empty();
    let picture = has_picture.then(|| {
        view! { <div class="pictured" aria-hidden="true" inner_html=field.picture></div> }
    });
    match many {
        Some(inner) => view! {
            <fieldset class="group" disabled=drawing.is_fixed>
                <legend>{label}</legend>{note}{problem_view}{picture}{inner}
            </fieldset>
        }
        .into_any(),
        None => {
            let input = input(drawing, field, path, value);
            let is_flag = matches!(field.kind, InputKind::Flag);
            let class = match (is_flag, has_picture) {
                (true, _) => "field field--flag",
                (false, true) => "field field--pictured",
                (false, false) => "field",
            };
            let label = view! { <label for=path.to_owned()>{label}</label> };
            match is_flag {
                true => {
                    view! { <div class=class>{input}{label}{note}{problem_view}{picture}</div> }
                        .into_any()
                }
                false => {
                    view! { <div class=class>{label}{input}{note}{problem_view}{picture}</div> }
                        .into_any()
                }
            }
        }
    }
}

/// Fields of one thing, side by side.
pub(super) fn group(
    drawing: &Drawing<'_>,
    fields: &'static [Field],
    path: &str,
    value: Option<&Value>,
) -> AnyView {
    let table = value.and_then(Value::as_table);
    let one = |field: &&'static Field| {
        let inner = table.and_then(|table| table.get(field.key));
        draw(drawing, field, &within(path, field.key), inner)
    };
    let (rare, usual): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.rare);
    let usual = usual.iter().map(one).collect_view();
    let rare = (!rare.is_empty()).then(|| {
        let labels: Vec<&str> = rare.iter().map(|field| field.label).collect();
        let is_open = rare.iter().any(|field| drawing.has_problem(&within(path, field.key)));
        view! {
            <details class="part" open=is_open><summary>"More: "{labels.join(", ")}</summary>{rare.iter().map(one).collect_view()}</details>
        }
    });
    view! { {usual}{rare}{rest(fields, path, table)} }.into_any()
}

/// What there is besides these fields, such as what a script's author wrote into an extra field: it rides along.
fn rest(fields: &'static [Field], path: &str, table: Option<&Table>) -> Option<AnyView> {
    let is_known = |key: &str| key == "type" || fields.iter().any(|field| field.key == key);
    let others = table?.iter().filter(|(key, _)| !is_known(key));
    let others: Table = others
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    if others.is_empty() {
        return None;
    }
    let json = serde_json::to_string(&others).unwrap_or_default();
    Some(view! { <input type="hidden" name=rest_of(path) value=json/> }.into_any())
}

/// Fields of one table in parts that fold.
fn parts(
    drawing: &Drawing<'_>,
    parts: &'static [FieldGroup],
    path: &str,
    value: Option<&Value>,
) -> AnyView {
    let each = parts.iter().map(|part| {
        let table = value.and_then(Value::as_table);
        let has_any = part.fields.iter().any(|field| table.is_some_and(|it| it.contains_key(field.key)));
        let inner = part.fields.iter().map(|field| {
            let inner = table.and_then(|table| table.get(field.key));
            draw(drawing, field, &within(path, field.key), inner)
        });
        view! { <details class="part" open=has_any><summary>{part.title}</summary>{inner.collect_view()}</details> }
    });
    each.collect_view().into_any()
}

/// What is typed for `value`: a text as it is, all else as it is written.
pub(super) fn text(value: Option<&Value>) -> String {
    match value {
        None => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(values)) => {
            let each: Vec<String> = values.iter().map(|it| text(Some(it))).collect();
            each.join(", ")
        }
        Some(value) => value.to_string(),
    }
}

fn input(drawing: &Drawing<'_>, field: &Field, path: &str, value: Option<&Value>) -> AnyView {
    let typed = match value {
        Some(Value::Boolean(on)) if matches!(field.kind, InputKind::Maybe) => {
            if *on { "yes" } else { "no" }.to_owned()
        }
        value => text(value),
    };
    let (id, name, fixed) = (path.to_owned(), path.to_owned(), drawing.is_fixed);
    let wrong = drawing.problem(path).map(|_| "true");
    let described = format!("{path}-problem {path}-note");
    let line = |kind: &'static str, mode: Option<&'static str>, typed: String| {
        view! {
            <input id=id.clone() name=name.clone() type=kind inputmode=mode value=typed disabled=fixed aria-invalid=wrong aria-describedby=described.clone()/>
        }
        .into_any()
    };
    let lines = |typed: String, rows: &'static str| {
        view! {
            <textarea id=id.clone() name=name.clone() rows=rows disabled=fixed aria-invalid=wrong aria-describedby=described.clone()>{in_textarea(&typed)}</textarea>
        }
        .into_any()
    };
    let select = |options: Vec<(String, String)>, none: bool| {
        let chosen = typed.clone();
        let is_known = options.iter().any(|(value, _)| *value == chosen);
        // What is not there any more is shown as it is, and not lost.
        let odd = (!is_known && !chosen.is_empty())
            .then(|| view! { <option value=chosen.clone() selected>{chosen.clone()}</option> });
        let option = |(value, label): (String, String)| {
            let is_chosen = value == chosen;
            view! { <option value=value selected=is_chosen>{label}</option> }
        };
        view! {
            <select id=id.clone() name=name.clone() disabled=fixed aria-invalid=wrong aria-describedby=described.clone()>
                {none.then(|| view! { <option value="">"–"</option> })}{odd}
                {options.into_iter().map(option).collect_view()}
            </select>
        }
        .into_any()
    };
    match field.kind {
        InputKind::Lines => lines(typed, "4"),
        InputKind::WordLines => lines(typed.replace(", ", "\n"), "4"),
        InputKind::Whole(..) => line("text", Some("numeric"), typed),
        InputKind::Money => line("text", Some("decimal"), typed),
        InputKind::Decimal(unit) => {
            let unit = (!unit.is_empty()).then(|| view! { <span class="unit">{unit}</span> });
            view! { <span class="with-unit">{line("text", Some("decimal"), typed)}{unit}</span> }
                .into_any()
        }
        InputKind::Flag => {
            let on = value.and_then(Value::as_bool).unwrap_or(field.ticked);
            view! { <input id=id name=name type="checkbox" value="yes" checked=on disabled=fixed aria-describedby=described/> }.into_any()
        }
        InputKind::Day => line("date", None, typed),
        InputKind::Color => {
            // Where scripts run, the browser's own picker stands beside it: alone it could not be empty.
            view! { <span class="with-unit" data-color="">{line("text", None, typed)}</span> }
                .into_any()
        }
        InputKind::OneOf(options) => {
            let owned = options
                .iter()
                .map(|(value, label)| ((*value).to_owned(), (*label).to_owned()));
            select(owned.collect(), field.optional)
        }
        InputKind::Maybe => select(
            [("yes", "Yes"), ("no", "No")]
                .map(|(value, label)| (value.to_owned(), label.to_owned()))
                .into(),
            true,
        ),
        InputKind::Chosen(source) => select((drawing.options)(source), field.optional),
        InputKind::Span => line("text", None, typed.replace(", ", "–")),
        _ => line("text", None, typed),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Length {
    Line,
    Lines,
}

/// A text in each language; those that the shop does not speak any more ride along unseen.
fn by_language(
    drawing: &Drawing<'_>,
    length: Length,
    path: &str,
    value: Option<&Value>,
) -> AnyView {
    let none = Table::new();
    let table = value.and_then(Value::as_table).unwrap_or(&none);
    let each = drawing.languages.iter().map(|(code, name)| {
        let (path, typed) = (within(path, code), text(table.get(code)));
        let (fixed, label) = (drawing.is_fixed, name.clone());
        let input = match length {
            Length::Line => view! { <input id=path.clone() name=path.clone() type="text" lang=code.clone() value=typed disabled=fixed/> }.into_any(),
            Length::Lines => view! { <textarea id=path.clone() name=path.clone() rows="5" lang=code.clone() disabled=fixed>{in_textarea(&typed)}</textarea> }.into_any(),
        };
        view! { <div class="field field--language"><label for=path>{label}</label>{input}</div> }
    });
    let is_shown = |code: &str| drawing.languages.iter().any(|(shown, _)| shown == code);
    let others = table.iter().filter(|(code, _)| !is_shown(code));
    let others = others.map(|(code, value)| {
        view! { <input type="hidden" name=within(path, code) value=text(Some(value))/> }
    });
    view! { {each.collect_view()}{others.collect_view()} }.into_any()
}

fn several(drawing: &Drawing<'_>, source: Source, path: &str, value: Option<&Value>) -> AnyView {
    let chosen: Vec<String> = value
        .and_then(Value::as_array)
        .map(|all| all.iter().map(|it| text(Some(it))).collect())
        .unwrap_or_default();
    let mut options = (drawing.options)(source);
    // Those that are chosen first, in their order: it may matter.
    let place = |code: &str| {
        chosen
            .iter()
            .position(|it| it == code)
            .unwrap_or(usize::MAX)
    };
    options.sort_by_key(|(code, _)| place(code));
    let option = |(code, label): (String, String)| {
        let (id, on) = (within(path, &code), chosen.contains(&code));
        view! {
            <div class="field field--flag">
                <input id=id.clone() name=path.to_owned() type="checkbox" value=code checked=on disabled=drawing.is_fixed/>
                <label for=id>{label}</label>
            </div>
        }
    };
    view! { <div class="several">{options.into_iter().map(option).collect_view()}</div> }.into_any()
}
