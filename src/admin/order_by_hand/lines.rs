//! What is in the order: products with their options, and what is none.

use super::{
    FormState,
    read::{OWN_ROWS, answer_field, beyond_field},
};
use crate::{
    admin::{form_values::FormValues, request::AdminRequest},
    base::language::LanguageCode,
    cart::{Line, by_staff::StaffCartItem},
    catalog::option::{OptionKind, ProductOption},
};
use leptos::prelude::*;

/// An input with its label, and what is wrong with it.
pub fn input(
    name: String,
    label: String,
    kind: &'static str,
    value: String,
    problem: Option<String>,
) -> impl IntoView {
    let of_problem = format!("{name}-problem");
    let (wrong, described) = (
        problem.as_ref().map(|_| "true"),
        problem.as_ref().map(|_| of_problem.clone()),
    );
    let problem = problem.map(|text| view! { <p class="problem" id=of_problem>{text}</p> });
    view! {
        <div class="field"><label for=name.clone()>{label}</label>
            <input id=name.clone() name=name type=kind value=value autocomplete="off" aria-invalid=wrong aria-describedby=described/>{problem}</div>
    }
}

/// The products, and the search for more.
pub fn products(request: &AdminRequest, it: &FormState) -> impl IntoView + use<> {
    let things = &it.written.cart.things;
    let rows = things.iter().enumerate();
    let rows = rows.map(|(n, thing)| {
        let line = it
            .calculated
            .cart
            .lines
            .get(n)
            .filter(|line| line.product.id == thing.product.id);
        product(
            request,
            n,
            thing,
            line,
            it.problems.get(&format!("line.{n}.quantity")).cloned(),
        )
    });
    let rows = rows.collect_view();
    let (words, found) = match &it.found {
        Some((words, found)) => (words.clone(), Some(hits(found))),
        None => (String::new(), None),
    };
    view! {
        <fieldset class="group"><legend>"What is ordered"</legend>
            <input type="hidden" name="lines" value=things.len().to_string()/>
            {rows}
            <div class="row">
                <div class="field"><label for="find">"Find a product"</label>
                    <input id="find" name="find" type="search" value=words autocomplete="off" data-slash=""/></div>
                <button class="button button--plain" type="submit" name="act" value="find">"Find"</button>
            </div>
            {found}
        </fieldset>
    }
}

fn hits(found: &[(i64, String)]) -> impl IntoView + use<> {
    if found.is_empty() {
        return view! { <p>"No product fits this."</p> }.into_any();
    }
    let hit = |(id, name): &(i64, String)| {
        view! { <li><button class="button--small" type="submit" name="act" value=format!("add {id}")>{format!("Add {name}")}</button></li> }
    };
    view! { <ul class="plain">{found.iter().map(hit).collect_view()}</ul> }.into_any()
}

fn product(
    request: &AdminRequest,
    n: usize,
    thing: &StaffCartItem,
    line: Option<&Line>,
    problem: Option<String>,
) -> impl IntoView + use<> {
    let shop = &request.state.shop;
    let name = thing
        .product
        .name
        .get(shop.config.store_language.code())
        .to_owned();
    let english = shop.config.language(LanguageCode::EN);
    let beyond = line.and_then(|line| beyond(n, thing, line, &name));
    let trouble = line
        .filter(|it| it.is_short() && beyond.is_none())
        .and_then(|it| it.trouble(english));
    let trouble = trouble.map(|text| view! { <p class="problem">{text}</p> });
    let price = line.map(|it| {
        let each = shop.shop.prices.minor(it.price);
        let all = shop.shop.prices.minor(it.price * it.quantity);
        view! { <p class="note">{format!("{each} each, {all}")}</p> }
    });
    let options = thing.product.options.iter().enumerate();
    let options = options
        .map(|(m, option)| {
            let given = thing.chosen.answers.get(m).cloned().unwrap_or_default();
            choice(answer_field(n, m), option, given)
        })
        .collect_view();
    view! {
        <div class="row-card">
            <p><strong>{name.clone()}</strong></p>{trouble}{price}
            <input type="hidden" name=format!("line.{n}.product") value=thing.product.id.to_string()/>
            {input(format!("line.{n}.quantity"), format!("How many of {name}"), "number", thing.quantity.to_string(), problem)}
            {beyond}{options}
            <button class="button--small" type="submit" name="act" value=format!("drop {n}") aria-label=format!("Take out {name}")>"Take out"</button>
        </div>
    }
}

/// The question whether more is sold than there is; `None` if there is enough.
fn beyond(
    n: usize,
    thing: &StaffCartItem,
    line: &Line,
    name: &str,
) -> Option<impl IntoView + use<>> {
    let left = line.left.filter(|_| thing.is_short_of_stock(line))?;
    let field = beyond_field(n);
    let is_agreed = !line.is_short();
    let (said, asked) = match left {
        0 => (
            format!("None left, you sell {}.", line.wanted),
            "Sell it anyway".to_owned(),
        ),
        left => (
            format!("{left} left, you sell {}.", line.wanted),
            format!("Sell {} anyway", line.wanted),
        ),
    };
    let note = format!(
        "The stock goes to 0; the order and the stock history say that {} more were sold than there were.",
        line.wanted - left
    );
    Some(view! {
        <div class="field field--flag">
            <input type="checkbox" id=field.clone() name=field.clone() value=left.to_string() checked=is_agreed/>
            <label for=field><span class="problem">{said}</span>" "{asked}<span class="sr-only">{format!(": {name}")}</span></label>
            <p class="note">{note}</p>
        </div>
    })
}

/// An option of a product as a field.
fn choice(name: String, option: &ProductOption, given: Vec<String>) -> impl IntoView + use<> {
    let label = option.name.clone();
    let first = given.first().cloned().unwrap_or_default();
    match option.kind {
        OptionKind::Select | OptionKind::Radio | OptionKind::Size => {
            let choices = option.choices.iter().map(|it| {
                let is_chosen = it.text == first;
                view! { <option value=it.text.clone() selected=is_chosen>{it.text.clone()}</option> }
            });
            view! {
                <div class="field"><label for=name.clone()>{label}</label>
                    <select id=name.clone() name=name><option value="">"–"</option>{choices.collect_view()}</select></div>
            }
            .into_any()
        }
        OptionKind::Checkbox => {
            let boxes = option.choices.iter().enumerate().map(|(place, it)| {
                let (id, is_chosen) = (format!("{name}.{place}"), given.contains(&it.text));
                view! {
                    <div class="field field--flag"><input type="checkbox" id=id.clone() name=name.clone() value=it.text.clone() checked=is_chosen/>
                        <label for=id>{it.text.clone()}</label></div>
                }
            });
            view! { <fieldset class="group"><legend>{label}</legend>{boxes.collect_view()}</fieldset> }
                .into_any()
        }
        OptionKind::Date => input(name, label, "date", first, None).into_any(),
        OptionKind::Textfield | OptionKind::Textarea => {
            input(name, label, "text", first, None).into_any()
        }
        // Nothing can be sent for it yet.
        OptionKind::Files => ().into_any(),
    }
}

/// What is no product.
pub fn own(typed: &FormValues, it: &FormState) -> impl IntoView + use<> {
    let row = |n: usize| {
        let field = |name: &str| format!("own.{n}.{name}");
        let number = n + 1;
        let one = |name: &str, label: &str| {
            let name = field(name);
            let (value, problem) = (typed.get(&name).to_owned(), it.problems.get(&name).cloned());
            input(name, format!("{label} {number}"), "text", value, problem)
        };
        let untaxed = field("untaxed");
        let is_untaxed = typed.get(&untaxed) == "yes";
        view! {
            <div class="several own">
                {one("name", "Thing")}{one("quantity", "How many of")}{one("price", "Price of one of")}
                <div class="field field--flag"><input type="checkbox" id=untaxed.clone() name=untaxed.clone() value="yes" checked=is_untaxed/>
                    <label for=untaxed>{format!("No tax on {number}")}</label></div>
            </div>
        }
    };
    let is_open = (0..OWN_ROWS).any(|n| !typed.get(&format!("own.{n}.name")).is_empty());
    view! {
        <details class="part" open=is_open><summary>"Something that is not in the shop"</summary>
            {(0..OWN_ROWS).map(row).collect_view()}</details>
    }
}
