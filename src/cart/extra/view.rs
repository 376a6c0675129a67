use super::{Field, FieldKind, MAX_LENGTH, Section, answer};
use crate::{base::html::in_textarea, cart::Cart, text::Language, ui::Placeholder};
use leptos::prelude::*;

/// The fields of `section`, as the cart has been answered so far.
#[component]
pub fn ExtraFields(
    /// The cart.
    cart: Cart,
    /// Where they stand.
    section: Section,
    /// Whether to say what is missing or wrong.
    checks: bool,
    /// Id of the form that they belong to.
    form: &'static str,
) -> impl IntoView {
    let here = cart
        .fields
        .iter()
        .filter(|field| field.section == Some(section));
    let each = here.map(|field| {
        let value = answer(field, &cart.details).to_owned();
        let wrong = checks && !field.accepts(&value);
        view! { <ExtraField field=field.clone() value wrong form/> }
    });
    let each: Vec<_> = each.collect();
    (!each.is_empty()).then(|| view! { <div class="ec-form ec-form--extra">{each}</div> })
}

#[component]
fn ExtraField(field: Field, value: String, wrong: bool, form: &'static str) -> impl IntoView {
    let language = expect_context::<Language>();
    let (s, code) = (language.checkout_texts(), language.code());
    let (title, subtitle, tip) = (
        field.text("title", code),
        field.text("subtitle", code),
        field.text("tip", code),
    );
    let id = format!("ec-extra-{}", field.key);
    let note = format!("{id}-note");
    let required = field
        .required
        .then(|| view! { <div class="marker-required" aria-hidden="true">"*"</div> });
    let said = if wrong {
        s.please_answer.to_owned()
    } else {
        tip
    };
    let described = (!said.is_empty()).then(|| note.clone());
    let class = format!("ec-form__row ec-extra ec-extra--{}", field.key);
    let cell = format!("ec-form__cell ec-form__cell--{}", field.key);
    // Its answer may change what is asked and what it costs.
    let again = field.has_price().then_some("");
    let named =
        view! { <input type="hidden" form=form name="extra-field" value=field.key.clone()/> };
    let is_group = matches!(
        field.kind,
        FieldKind::Radio | FieldKind::Checkbox | FieldKind::Toggle
    );
    let control = control(&field, &id, form, value, wrong, described);
    let subtitle =
        (!subtitle.is_empty()).then(|| view! { <p class="ec-text-muted">{subtitle}</p> });
    let said = (!said.is_empty())
        .then(|| view! { <p class="field__note" class:problem=wrong id=note>{said}</p> });
    let title = view! { <div class="ec-form__title">{title}</div>{required} };
    let inner = if is_group {
        view! { <fieldset class=cell><legend>{title}</legend>{named}{subtitle}{control}{said}</fieldset> }.into_any()
    } else if field.kind == FieldKind::Label {
        view! { <div class=cell>{title}{subtitle}</div> }.into_any()
    } else {
        view! { <div class=cell><label for=id>{title}</label>{named}{subtitle}{control}{said}</div> }.into_any()
    };
    view! { <div class=class data-key=field.key data-again=again>{inner}</div> }
}

fn control(
    field: &Field,
    id: &str,
    form: &'static str,
    value: String,
    wrong: bool,
    described: Option<String>,
) -> AnyView {
    let language = expect_context::<Language>();
    let code = language.code();
    let (name, id) = (format!("extra-{}", field.key), id.to_owned());
    let invalid = wrong.then_some("true");
    let hint = field.text("textPlaceholder", code);
    match field.kind {
        FieldKind::Label => ().into_any(),
        FieldKind::Text => view! {
            <div class="form-control">
                <input class="field__input form-control__text" type="text" form=form id=id name=name value=value placeholder=hint.clone() maxlength=MAX_LENGTH
                    aria-invalid=invalid aria-describedby=described/>
                <Placeholder text=hint/>
            </div>
        }
        .into_any(),
        FieldKind::Textarea => view! {
            <div class="form-control">
                <textarea class="field__input form-control__textarea" form=form id=id name=name rows="3" placeholder=hint maxlength=MAX_LENGTH
                    aria-invalid=invalid aria-describedby=described>{in_textarea(&value)}</textarea>
            </div>
        }
        .into_any(),
        FieldKind::Datetime => {
            let dates = &field.dates;
            let (kind, length) = if dates.shows_time { ("datetime-local", 16) } else { ("date", 10) };
            let cut = |text: &Option<String>| text.as_ref().map(|text| text.chars().take(length).collect::<String>());
            view! {
                <div class="form-control">
                    <input class="field__input form-control__text" type=kind form=form id=id name=name value=value min=cut(&dates.min) max=cut(&dates.max)
                        step=dates.minutes.filter(|_| dates.shows_time).map(|minutes| minutes * 60) aria-invalid=invalid aria-describedby=described/>
                </div>
            }
            .into_any()
        }
        FieldKind::Select => {
            let options = field.options.iter().map(|it| {
                let chosen = it.title == value;
                view! { <option value=it.title.clone() selected=chosen>{it.text("title", code)}</option> }
            });
            view! {
                <div class="form-control form-control--select">
                    <select class="form-control__select" form=form id=id name=name aria-invalid=invalid aria-describedby=described>
                        <option value="">{language.texts().please_choose}</option>
                        {options.collect_view()}
                    </select>
                </div>
            }
            .into_any()
        }
        FieldKind::Radio | FieldKind::Checkbox | FieldKind::Toggle => {
            let kind = if field.kind == FieldKind::Checkbox { "checkbox" } else { "radio" };
            let options = field.options.iter().map(|it| {
                let subtitle = it.text("subtitle", code);
                view! {
                    <label class=format!("check form-control form-control--{kind}")>
                        <input class=format!("form-control__{kind}") type=kind form=form name=name.clone() value=it.title.clone() checked=it.is_in(&value) aria-describedby=described.clone()/>
                        <span class="form-control__inline-label">{it.text("title", code)}{(!subtitle.is_empty()).then(|| view! { <span class="ec-text-muted">" " {subtitle}</span> })}</span>
                    </label>
                }
            });
            let class = if field.kind == FieldKind::Toggle { "ec-extra__toggles" } else { "ec-extra__choices" };
            view! { <div class=class>{options.collect_view()}</div> }.into_any()
        }
    }
}
