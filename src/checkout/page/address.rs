use super::{CheckoutContext, GoOn, saved_addresses};
use crate::{
    account::address::{AddressError, problems},
    base::{
        countries::{by_name, country},
        person::Person,
    },
    cart::extra::{ExtraFields, Section},
    platform::design,
    pricing::shipping::destinations,
    text::Language,
    ui::Placeholder,
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The form that leads on from it.
const FORM: &str = "address-form";

/// Where it goes, and whose bill it is.
#[component]
pub fn AddressStep(checkout_context: CheckoutContext) -> impl IntoView {
    let s = expect_context::<Language>().checkout_texts();
    let details = &checkout_context.cart.details;
    let (mut shipping, billing) = (details.shipping.clone(), details.billing.clone());
    let same = billing.is_none();
    let mut billing = billing.unwrap_or_default();
    let checks = checkout_context.checks;
    let saved = saved_addresses::addresses(&checkout_context.context);
    if shipping.is_empty() && !checks {
        // The first of the book is the default.
        shipping = saved.first().cloned().unwrap_or_default();
    }
    let config = &checkout_context.context.state.config;
    let delivers = checkout_context.cart.needs_delivery();
    let reached = destinations(&config.shipping).filter(|_| delivers);
    // Most orders stay in the shop's own country.
    let home = config.store_country.as_str();
    let usual = match &reached {
        Some(codes) if !codes.contains(home) && codes.len() == 1 => codes.first().copied(),
        Some(codes) if !codes.contains(home) => None,
        _ => Some(home),
    };
    for (person, usual) in [(&mut shipping, usual), (&mut billing, Some(home))] {
        if person.country_code.is_empty() && !checks {
            usual
                .unwrap_or_default()
                .clone_into(&mut person.country_code);
        }
    }
    let reached = reached.map(|codes| codes.into_iter().map(str::to_owned).collect());
    let has_saved = !saved.is_empty();
    // Until something was said, the merchant decides whether the bill's own address is asked for.
    let at_start = checkout_context.is_at_start();
    let settings = &checkout_context.context.state.config.storefront;
    let expanded = at_start && design::is_on(settings, "checkout_expand_billing_address_form");
    let same = same && !expanded || !delivers;
    let title = if delivers {
        s.shipping_address
    } else {
        s.billing_address
    };
    view! {
        {has_saved.then(|| view! { <p><a class="button button--quiet" href=saved_addresses::PATH>{s.saved_addresses}</a></p> })}
        <form hidden id=FORM method="post" action="/api/checkout/address" data-step="" novalidate></form>
        <div class="ec-form-addresses">
            <fieldset class="ec-form">
                <legend class="ec-header-h4">{title}</legend>
                <AddressFields person=shipping prefix="" checks form=FORM reached/>
            </fieldset>
            {if delivers {
                view! {
                    <label class="check">
                        <input type="checkbox" form=FORM name="same" value="yes" id="ec-same-address" checked=same data-start=at_start.then_some("")/>
                        <span>{s.same_address}</span>
                    </label>
                    <fieldset class="ec-form ec-form--billing">
                        <legend class="ec-header-h4">{s.billing_address}</legend>
                        <AddressFields person=billing prefix="billing-" checks=checks && !same form=FORM/>
                    </fieldset>
                }.into_any()
            } else {
                view! { <input type="hidden" form=FORM name="same" value="yes"/> }.into_any()
            }}
            <ExtraFields cart=checkout_context.cart.clone() section=Section::ShippingAddress checks form=FORM/>
            <GoOn cart=checkout_context.cart.clone() label=s.go_on.to_owned() form=FORM/>
        </div>
    }
}

/// The fields of an address, as its country has them.
#[component]
pub fn AddressFields(
    /// What is known.
    person: Person,
    /// What the names of the fields start with.
    prefix: &'static str,
    /// Whether to say what is missing or wrong.
    checks: bool,
    /// Id of the form that they belong to.
    form: &'static str,
    /// Codes of the countries to choose from; all if it is not said.
    #[prop(default = None)]
    reached: Option<BTreeSet<String>>,
) -> impl IntoView {
    let language = expect_context::<Language>();
    let s = language.checkout_texts();
    let lacks = if checks {
        problems(&person)
    } else {
        Vec::new()
    };
    let mut lines = person.street.lines();
    let (first, second) = (
        lines.next().unwrap_or_default().to_owned(),
        lines.collect::<Vec<_>>().join(", "),
    );
    let here = country(&person.country_code);
    let needs_state = here.is_some_and(|it| it.needs_state);
    let has_code = here.is_none_or(|it| it.has_postal_code()) || !person.postal_code.is_empty();
    let text = |field: &'static str,
                id: &'static str,
                label,
                token,
                value: String,
                lack: Option<AddressError>,
                required| {
        let lack = lack.filter(|lack| lacks.contains(lack));
        view! { <TextCell form field id prefix label token value lack required/> }
    };
    let name = text(
        "name",
        "full-name",
        s.full_name,
        "name",
        person.name,
        Some(AddressError::Name),
        true,
    );
    let company = text(
        "company",
        "company",
        s.company,
        "organization",
        person.company_name,
        None,
        false,
    );
    let street = text(
        "street",
        "address-line1",
        s.street,
        "address-line1",
        first,
        Some(AddressError::Street),
        true,
    );
    let street_2 = text(
        "street-2",
        "address-line2",
        s.street_2,
        "address-line2",
        second,
        None,
        false,
    );
    let city = text(
        "city",
        "city-list",
        s.city,
        "address-level2",
        person.city,
        Some(AddressError::City),
        here.is_none_or(|it| it.needs_city),
    );
    let code = has_code.then(|| {
        text(
            "postal-code",
            "postal-code",
            s.postal_code,
            "postal-code",
            person.postal_code,
            Some(AddressError::PostalCode),
            here.is_none_or(|it| it.needs_postal_code),
        )
    });
    let phone = text("phone", "phone", s.phone, "tel", person.phone, None, false);
    // An address that is there already is not changed unseen: whoever asks how it gets there is told.
    let is_offered = |code: &str| {
        code == person.country_code || reached.as_ref().is_none_or(|codes| codes.contains(code))
    };
    let countries = by_name(language)
        .into_iter()
        .filter(|it| is_offered(it.code))
        .map(|it| (it.code, it.name(language)))
        .collect();
    let no_country = lacks
        .contains(&AddressError::Country)
        .then_some(AddressError::Country);
    let no_state = lacks
        .contains(&AddressError::State)
        .then_some(AddressError::State);
    let state = person.state_or_province_code;
    let state = match here.map(|it| it.regions.clone()).filter(|regions| !regions.is_empty()) {
        Some(regions) => view! {
            <ListCell form field="state" id="state" prefix label=s.state token="address-level1" none=s.choose_state each=regions chosen=state lack=no_state/>
        }
        .into_any(),
        // Where it is not needed, the merchant decides whether it is asked for.
        None => text("state", "state", s.state, "address-level1", state, Some(AddressError::State), needs_state).into_any(),
    };
    view! {
        {name}
        {company}
        <ListCell form field="country" id="country" prefix label=s.country token="country" none=s.choose_country each=countries
            chosen=person.country_code lack=no_country/>
        <button class="link-button ec-form__other-country" type="submit" form=form name="again" value="yes">{s.other_country}</button>
        {street}
        {street_2}
        {code}
        {city}
        {state}
        {phone}
    }
}

/// A text field of an address.
#[component]
fn TextCell(
    form: &'static str,
    field: &'static str,
    id: &'static str,
    prefix: &'static str,
    label: &'static str,
    token: &'static str,
    value: String,
    lack: Option<AddressError>,
    required: bool,
) -> impl IntoView {
    let kind = if field == "phone" { "tel" } else { "text" };
    let is_extra = matches!(field, "state" | "street-2") && !required && value.is_empty();
    let cell = Cell {
        field,
        id: format!("{prefix}ec-{id}"),
        label,
        lack,
        required,
        is_extra,
    };
    let control = view! {
        <div class="form-control">
            <input class="field__input form-control__text" form=form id=cell.id.clone() name=format!("{prefix}{field}") type=kind value=value maxlength="255"
                autocomplete=filled_by(prefix, token) required=required aria-invalid=cell.invalid() aria-describedby=cell.described()/>
            <Placeholder text=label/>
        </div>
    };
    cell.around(control.into_any())
}

/// A field of an address that is chosen from a list.
#[component]
fn ListCell(
    form: &'static str,
    field: &'static str,
    id: &'static str,
    prefix: &'static str,
    label: &'static str,
    token: &'static str,
    none: &'static str,
    each: Vec<(&'static str, &'static str)>,
    chosen: String,
    lack: Option<AddressError>,
) -> impl IntoView {
    let options = each.into_iter().map(|(code, name)| {
        view! { <option value=code selected=code == chosen>{name}</option> }
    });
    let cell = Cell {
        field,
        id: format!("{prefix}ec-{id}"),
        label,
        lack,
        required: true,
        is_extra: false,
    };
    let control = view! {
        <div class="form-control form-control--select">
            <select class="form-control__select" form=form id=cell.id.clone() name=format!("{prefix}{field}") autocomplete=filled_by(prefix, token)
                aria-invalid=cell.invalid() aria-describedby=cell.described()>
                <option value="">{none}</option>
                {options.collect_view()}
            </select>
        </div>
    };
    cell.around(control.into_any())
}

/// What a browser fills in by itself.
fn filled_by(prefix: &str, token: &str) -> String {
    let scope = if prefix.is_empty() {
        "shipping"
    } else {
        "billing"
    };
    format!("{scope} {token}")
}

/// What stands around a control of an address (`spec/dom.md` 3).
struct Cell {
    field: &'static str,
    id: String,
    label: &'static str,
    lack: Option<AddressError>,
    required: bool,
    /// Whether it is there only where the merchant wants it.
    is_extra: bool,
}

impl Cell {
    fn invalid(&self) -> Option<&'static str> {
        self.lack.is_some().then_some("true")
    }

    fn note(&self) -> String {
        format!("{}-note", self.id)
    }

    fn described(&self) -> Option<String> {
        self.lack.is_some().then(|| self.note())
    }

    fn around(self, control: AnyView) -> impl IntoView {
        let s = expect_context::<Language>().checkout_texts();
        let note = self.note();
        let row = if self.is_extra {
            "ec-form__row ec-form__row--extra"
        } else {
            "ec-form__row"
        };
        view! {
            <div class=row data-key=self.id.clone()><div class=format!("ec-form__cell ec-form__cell--{}", self.field)>
                <label for=self.id.clone()>
                    <div class="ec-form__title">{self.label}</div>
                    {self.required.then(|| view! { <div class="marker-required" aria-hidden="true">"*"</div> })}
                </label>
                {control}
                {self.lack.map(|lack| view! { <p class="field__note problem" id=note>{lack.text(s)}</p> })}
            </div></div>
        }
    }
}
