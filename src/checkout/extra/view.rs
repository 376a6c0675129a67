use super::{Field, Kind, LONGEST, Section, answer};
use crate::{cart::Bag, text::Language};
use leptos::prelude::*;

/// The fields of `section`, as the bag has been answered so far.
#[component]
pub fn ExtraFields(
    /// The bag.
    bag: Bag,
    /// Where they stand.
    section: Section,
    /// Whether to say what is missing or wrong.
    checks: bool,
) -> impl IntoView {
    let here = bag
        .fields
        .iter()
        .filter(|field| field.section == Some(section));
    let each = here.map(|field| {
        let value = answer(field, &bag.details).to_owned();
        let wrong = checks && !field.accepts(&value);
        view! { <ExtraField field=field.clone() value wrong/> }
    });
    each.collect_view()
}

#[component]
fn ExtraField(field: Field, value: String, wrong: bool) -> impl IntoView {
    let language = expect_context::<Language>();
    let (s, code) = (language.selling(), language.code());
    let (title, subtitle, tip) = (
        field.text("title", code),
        field.text("subtitle", code),
        field.text("tip", code),
    );
    let id = format!("ec-extra-{}", field.key);
    let note = format!("{id}-note");
    let required = field
        .required
        .then(|| view! { <span class="marker-required" aria-hidden="true">"*"</span> });
    let said = if wrong {
        s.please_answer.to_owned()
    } else {
        tip
    };
    let described = (!said.is_empty()).then(|| note.clone());
    let class = format!("ec-form__row ec-extra ec-extra--{}", field.key);
    let named = view! { <input type="hidden" name="extra-field" value=field.key.clone()/> };
    let is_group = matches!(field.kind, Kind::Radio | Kind::Checkbox | Kind::Toggle);
    let control = control(&field, &id, value, wrong, described, code);
    let subtitle =
        (!subtitle.is_empty()).then(|| view! { <p class="ec-text-muted">{subtitle}</p> });
    let said = (!said.is_empty())
        .then(|| view! { <p class="field__note" class:problem=wrong id=note>{said}</p> });
    if is_group {
        view! {
            <fieldset class=class>
                <legend class="field__label">{title} {required}</legend>
                {named} {subtitle} {control} {said}
            </fieldset>
        }
        .into_any()
    } else if field.kind == Kind::Label {
        view! { <div class=class><p class="field__label">{title}</p>{subtitle}</div> }.into_any()
    } else {
        view! {
            <div class=class>
                <label class="field__label" for=id>{title} {required}</label>
                {named} {subtitle} {control} {said}
            </div>
        }
        .into_any()
    }
}

fn control(
    field: &Field,
    id: &str,
    value: String,
    wrong: bool,
    described: Option<String>,
    code: &str,
) -> AnyView {
    let (name, id) = (format!("extra-{}", field.key), id.to_owned());
    let invalid = wrong.then_some("true");
    let hint = field.text("textPlaceholder", code);
    match field.kind {
        Kind::Label => ().into_any(),
        Kind::Text => view! {
            <input class="field__input form-control__text" type="text" id=id name=name value=value placeholder=hint maxlength=LONGEST
                aria-invalid=invalid aria-describedby=described/>
        }
        .into_any(),
        Kind::Textarea => view! {
            <textarea class="field__input form-control__textarea" id=id name=name rows="3" placeholder=hint maxlength=LONGEST
                aria-invalid=invalid aria-describedby=described>{value}</textarea>
        }
        .into_any(),
        Kind::Datetime => {
            let dates = &field.dates;
            let (kind, length) = if dates.shows_time { ("datetime-local", 16) } else { ("date", 10) };
            let cut = |text: &Option<String>| text.as_ref().map(|text| text.chars().take(length).collect::<String>());
            view! {
                <input class="field__input form-control__text" type=kind id=id name=name value=value min=cut(&dates.min) max=cut(&dates.max)
                    step=dates.minutes.filter(|_| dates.shows_time).map(|minutes| minutes * 60) aria-invalid=invalid aria-describedby=described/>
            }
            .into_any()
        }
        Kind::Select => {
            let options = field.options.iter().map(|it| {
                let chosen = it.title == value;
                view! { <option value=it.title.clone() selected=chosen>{it.text("title", code)}</option> }
            });
            view! {
                <select class="form-control__select" id=id name=name aria-invalid=invalid aria-describedby=described>
                    <option value=""></option>
                    {options.collect_view()}
                </select>
            }
            .into_any()
        }
        Kind::Radio | Kind::Checkbox | Kind::Toggle => {
            let kind = if field.kind == Kind::Checkbox { "checkbox" } else { "radio" };
            let options = field.options.iter().map(|it| {
                let subtitle = it.text("subtitle", code);
                view! {
                    <label class="check">
                        <input type=kind name=name.clone() value=it.title.clone() checked=it.is_in(&value) aria-describedby=described.clone()/>
                        <span>{it.text("title", code)}{(!subtitle.is_empty()).then(|| view! { <span class="ec-text-muted">" " {subtitle}</span> })}</span>
                    </label>
                }
            });
            let class = if field.kind == Kind::Toggle { "ec-extra__toggles" } else { "ec-extra__choices" };
            view! { <div class=class>{options.collect_view()}</div> }.into_any()
        }
    }
}
