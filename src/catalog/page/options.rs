use crate::{
    base::{
        color::{Area, Color},
        html::in_textarea,
        money::PriceFormat,
        shop::Shop,
    },
    catalog::{
        Product,
        option::{Choice, Modifier, OptionKind, ProductOption},
        selection::Selection,
    },
    text::Language,
};
use leptos::prelude::*;

/// A product that is being chosen of, in the form with the id `form`.
#[derive(Clone)]
pub struct Choosing {
    /// The product, with its stock of now.
    pub product: Product,
    /// What is chosen.
    pub selection: Selection,
    /// Id of the form that its controls belong to.
    pub form: String,
}

/// One option, as a native control.
#[component]
pub fn OptionField(
    /// The product, and the form.
    choosing: Choosing,
    /// Which of its options.
    index: usize,
) -> impl IntoView {
    let language = expect_context::<Language>();
    let t = language.texts();
    let option = choosing.product.options.get(index)?.clone();
    let label = option.label(language.code()).to_owned();
    let class = format!(
        "product-details-module details-product-option details-product-option--{} details-product-option--{:?}",
        option.name.replace(' ', "-"),
        option.kind
    );
    let required = option.required;
    let mark =
        required.then(|| view! { <span class="marker-required" aria-hidden="true">"*"</span> });
    let (id, kind) = (format!("{}-{index}", choosing.form), option.kind);
    let single_field = kind == OptionKind::Select || kind.is_text();
    let control = match kind {
        OptionKind::Select => view! { <Select choosing option index id=id.clone()/> }.into_any(),
        OptionKind::Radio | OptionKind::Size | OptionKind::Checkbox => {
            view! { <Choices choosing option index/> }.into_any()
        }
        OptionKind::Textfield | OptionKind::Textarea | OptionKind::Date => {
            view! { <Text choosing option index id=id.clone()/> }.into_any()
        }
        OptionKind::Files => view! { <p class="muted">{t.files_later}</p> }.into_any(),
    };
    Some(if single_field {
        view! {
            <div class=class>
                <label class="details-product-option__title" for=id>{label}{mark}</label>
                <div class="product-details-module__content">{control}</div>
            </div>
        }
        .into_any()
    } else {
        view! {
            <fieldset class=class>
                <legend class="details-product-option__title">{label}{mark}</legend>
                <div class="product-details-module__content">{control}</div>
            </fieldset>
        }
        .into_any()
    })
}

/// What a choice reads as: its text, what it adds, and whether that combination is sold out.
fn caption(
    choosing: &Choosing,
    index: usize,
    choice: &Choice,
    language: Language,
    prices: &PriceFormat,
) -> (String, Option<String>, bool) {
    let more = match choice.modifier {
        _ if choice.modifier.is_nothing() => None,
        Modifier::Absolute(amount) if amount > 0 => Some(format!("+{}", prices.minor(amount))),
        Modifier::Absolute(amount) => Some(prices.minor(amount)),
        Modifier::Percent(hundredths) => {
            let sign = if hundredths > 0 { "+" } else { "" };
            let whole = hundredths / 100;
            let rest = (hundredths % 100).abs();
            Some(if rest == 0 {
                format!("{sign}{whole}%")
            } else {
                format!("{sign}{whole}.{rest:02}%")
            })
        }
    };
    let varies = choosing.product.options.get(index).is_some_and(|option| {
        let mut variations = choosing.product.variations.iter();
        option.kind.is_single() && variations.any(|it| it.options.contains_key(&option.name))
    });
    let other = choosing.selection.instead(index, &choice.text);
    let sold_out = varies && other.offer(&choosing.product).stock == Some(0);
    (choice.label(language.code()).to_owned(), more, sold_out)
}

#[component]
fn Select(choosing: Choosing, option: ProductOption, index: usize, id: String) -> impl IntoView {
    let language = expect_context::<Language>();
    let t = language.texts();
    let prices = expect_context::<Shop>().prices;
    let form = choosing.form.clone();
    let answer = choosing.selection.0.get(index).cloned().unwrap_or_default();
    let nothing = answer
        .is_empty()
        .then(|| view! { <option value="">{t.please_choose}</option> });
    let choices = option.choices.iter().map(|choice| {
        let (mut text, more, sold_out) = caption(&choosing, index, choice, language, &prices);
        if let Some(more) = more {
            text.push_str(&format!(" ({more})"));
        }
        if sold_out {
            text.push_str(&format!(" – {}", t.sold_out));
        }
        view! { <option value=choice.text.clone() selected=answer.contains(&choice.text)>{text}</option> }
    });
    view! {
        <div class="form-control form-control--select">
            <select class="form-control__select" form=form id=id name=option.field() required=option.required>
                {nothing}
                {choices.collect_view()}
            </select>
        </div>
    }
}

#[component]
fn Choices(choosing: Choosing, option: ProductOption, index: usize) -> impl IntoView {
    let language = expect_context::<Language>();
    let t = language.texts();
    let prices = expect_context::<Shop>().prices;
    let form = choosing.form.clone();
    let answer = choosing.selection.0.get(index).cloned().unwrap_or_default();
    let is_box = option.kind == OptionKind::Checkbox;
    let (kind, class) = if is_box {
        ("checkbox", "form-control__checkbox")
    } else {
        ("radio", "form-control__radio")
    };
    let required = option.required && !is_box;
    let choices = option.choices.iter().map(|choice| {
        let (text, more, sold_out) = caption(&choosing, index, choice, language, &prices);
        let chosen = answer.contains(&choice.text);
        let color = choice.color.as_deref().and_then(Color::parse);
        view! {
            <label class=format!("form-control form-control--{kind} form-control--choice{}", if sold_out { " form-control--sold-out" } else { "" })>
                <input class=class type=kind form=form.clone() name=option.field() value=choice.text.clone() checked=chosen required=required/>
                {color.map(|color| view! { <Area color class="swatch"/> })}
                <span class="form-control__inline-label">{text}</span>
                {more.map(|more| view! { <span class="details-product-option__modifier">{more}</span> })}
                <span class="details-product-option__sold-out" hidden=!sold_out>{t.sold_out}</span>
            </label>
        }
    });
    view! { <div class="details-product-option__choices">{choices.collect_view()}</div> }
}

#[component]
fn Text(choosing: Choosing, option: ProductOption, index: usize, id: String) -> impl IntoView {
    let form = choosing.form.clone();
    let value = choosing
        .selection
        .0
        .get(index)
        .and_then(|answer| answer.first().cloned())
        .unwrap_or_default();
    let (name, required) = (option.field(), option.required);
    let control = match option.kind {
        OptionKind::Textarea => view! {
            <textarea class="form-control__text" form=form id=id name=name rows="3" maxlength="2000" required=required>{in_textarea(&value)}</textarea>
        }
        .into_any(),
        OptionKind::Date => view! { <input class="form-control__text" type="date" form=form id=id name=name value=value required=required/> }.into_any(),
        _ => view! { <input class="form-control__text" type="text" form=form id=id name=name value=value maxlength="255" required=required/> }.into_any(),
    };
    view! { <div class="form-control">{control}</div> }
}
