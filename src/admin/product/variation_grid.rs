//! The combinations of choices: a row each, with an SKU, a price, a stock and a picture of its own.

use super::from_form::{read, rows, text};
use crate::{
    admin::form::Drawing,
    catalog::{edit, option::ProductOption, product::Variation},
};
use leptos::prelude::*;
use std::collections::BTreeMap;
use toml::{Table, Value};

/// The button that makes a row of every combination.
pub const COMBINE: &str = "combine";

/// Adds a row for each combination of choices that has none; nothing if there would be too many.
pub fn combine(values: &mut Table) {
    let options: Vec<ProductOption> = rows(values.get("options")).filter_map(option).collect();
    let there: Vec<Variation> = rows(values.get("variations"))
        .map(|row| Variation {
            options: read(row.get("options")).unwrap_or_default(),
            ..Variation::default()
        })
        .collect();
    let Some(new) = edit::combinations(&options, &there) else {
        return;
    };
    let all = values.entry("variations".to_owned());
    let all = all.or_insert_with(|| Value::Array(Vec::new()));
    if let Value::Array(all) = all {
        let row = |it: Variation| {
            Table::try_from(
                [("options", it.options)]
                    .into_iter()
                    .collect::<BTreeMap<_, _>>(),
            )
        };
        let rows = new.into_iter().filter_map(|it| row(it).ok());
        all.extend(rows.map(Value::Table));
    }
}

/// The option of a row of the form, by the names that variations know: of before, where it was called otherwise.
fn option(row: &Table) -> Option<ProductOption> {
    let called = |row: &Table, now: &str| match text(row.get("was")) {
        "" => text(row.get(now)).to_owned(),
        was => was.to_owned(),
    };
    let choices = rows(row.get("choices")).map(|it| called(it, "text"));
    let choices: Vec<_> = choices
        .filter(|it| !it.is_empty())
        .map(|text| serde_json::json!({ "text": text }))
        .collect();
    let option = serde_json::json!({
        "kind": text(row.get("kind")),
        "name": called(row, "name"),
        "choices": choices,
    });
    serde_json::from_value(option).ok()
}

/// The table of the combinations in `values`; nothing can be counted by who may not.
pub fn grid(drawing: &Drawing<'_>, values: &Table, may_count: bool) -> AnyView {
    let all: Vec<&Table> = rows(values.get("variations")).collect();
    let pictures: Vec<String> = rows(values.get("images"))
        .map(|it| text(it.get("hash")).to_owned())
        .collect();
    let fixed = drawing.is_fixed;
    let count = all.len();
    let to = format!("{}#variations", drawing.action);
    let each = all
        .into_iter()
        .enumerate()
        .map(|(index, row)| one(drawing, index, row, &pictures, may_count));
    let each = each.collect_view();
    let head = [
        "SKU",
        "Price",
        "Before a sale",
        "Stock",
        "Low at",
        "Picture",
    ];
    let table = (count > 0).then(|| {
        view! {
            <div class="scroll" tabindex="0" role="group" aria-label="Variations"><table class="grid">
                <thead><tr><th scope="col">"Choices"</th>{head.map(|it| view! { <th scope="col">{it}</th> }).collect_view()}<th><span class="sr-only">"Remove"</span></th></tr></thead>
                <tbody>{each}</tbody>
            </table></div>
        }
    });
    let none = (count == 0).then(|| view! { <p class="note">"None: every choice costs what the product does, and is counted with it."</p> });
    view! {
        <fieldset class="group" id="variations" disabled=fixed>
            <legend>"Variations"</legend>
            <p class="note">"What is empty is as the product has it. Rows follow choices that are called otherwise, and go with choices that go."</p>
            <input type="hidden" name="variations.rows" value=count.to_string()/>
            {none}{table}
            <div class="adds"><button class="button button--plain" type="submit" name="act" value=COMBINE formaction=to.clone() disabled=fixed>"Make a row of every combination"</button></div>
        </fieldset>
    }
    .into_any()
}

fn one(
    drawing: &Drawing<'_>,
    index: usize,
    row: &Table,
    pictures: &[String],
    may_count: bool,
) -> AnyView {
    let path = format!("variations.{index}");
    let choices: BTreeMap<String, String> = read(row.get("options")).unwrap_or_default();
    let name: Vec<String> = choices.into_values().collect();
    let name = name.join(", ");
    let fixed = drawing.is_fixed;
    let known = [
        "sku",
        "price",
        "compare_to",
        "stock",
        "low_stock_at",
        "image",
    ];
    let rest: Table = row
        .iter()
        .filter(|(key, _)| !known.contains(&key.as_str()))
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    let rest = serde_json::to_string(&rest).unwrap_or_default();
    let cell = |key: &'static str, label: &'static str, mode: &'static str, off: bool| {
        let id = format!("{path}.{key}");
        let value = match row.get(key) {
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => String::new(),
        };
        let problem = drawing.problems.get(&id).cloned();
        let wrong = problem.as_ref().map(|_| "true");
        let problem = problem.map(|why| view! { <p class="problem">{why}</p> });
        let spoken = format!("{label}: {name}");
        view! {
            <td><span class="grid__label" aria-hidden="true">{label}</span>
                <input id=id.clone() name=id type="text" inputmode=mode value=value aria-label=spoken aria-invalid=wrong disabled=off/>{problem}</td>
        }
    };
    let chosen = text(row.get("image")).to_owned();
    let picture = format!("{path}.image");
    let option = |(number, hash): (usize, &String)| {
        view! { <option value=hash.clone() selected=*hash == chosen>{format!("Picture {number}")}</option> }
    };
    let options = (1..).zip(pictures).map(option).collect_view();
    let problem = drawing.problems.get(&path).cloned();
    let problem = problem.map(|why| view! { <p class="problem">{why}</p> });
    let (drop, spoken) = (format!("drop {path}"), format!("Picture: {name}"));
    let remove = format!("Remove: {name}");
    let to = format!("{}#variations", drawing.action);
    view! {
        <tr id=path.clone()>
            <th scope="row">{name.clone()}<input type="hidden" name=format!("{path}.rest") value=rest/>{problem}</th>
            {cell("sku", "SKU", "text", fixed)}
            {cell("price", "Price", "decimal", fixed)}
            {cell("compare_to", "Before a sale", "decimal", fixed)}
            {cell("stock", "Stock", "numeric", fixed || !may_count)}
            {cell("low_stock_at", "Low at", "numeric", fixed)}
            <td><span class="grid__label" aria-hidden="true">"Picture"</span>
                <select id=picture.clone() name=picture aria-label=spoken disabled=fixed><option value="">"–"</option>{options}</select></td>
            <td><button class="button button--small" type="submit" name="act" value=drop formaction=to aria-label=remove disabled=fixed>"Remove"</button></td>
        </tr>
    }
    .into_any()
}
