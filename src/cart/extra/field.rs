use super::{FieldContext, MAX_LENGTH, dates::Dates};
use crate::{
    base::money::{MAX_MINOR, PriceFormat},
    pricing::{surcharge::Surcharge, tax::Percent},
};
use serde_json::{Map, Value};

/// How a field is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A line of text.
    Text,
    /// Several lines.
    Textarea,
    /// One of a list.
    Select,
    /// One of several.
    Radio,
    /// Any of several.
    Checkbox,
    /// One of several, as buttons.
    Toggle,
    /// A day, or a day and a time.
    Datetime,
    /// Not at all: it is only shown.
    Label,
}

/// Where a field stands in the checkout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Beside the e-mail, in the cart.
    Email,
    /// With the address.
    ShippingAddress,
    /// With the ways of delivery.
    ShippingMethods,
    /// With what is fetched.
    PickupDetails,
    /// With the ways to pay.
    PaymentDetails,
}

/// An extra field on an occasion, in the words of its definition.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its id.
    pub key: String,
    /// How it is answered.
    pub kind: FieldKind,
    /// Name of its kind, as it was defined.
    pub kind_name: String,
    /// Where it is asked; `None` is hidden.
    pub section: Option<Section>,
    /// Where the order shows it.
    pub order_section: String,
    /// What it starts with.
    pub value: String,
    /// Whether it must be answered.
    pub required: bool,
    /// What can be chosen.
    pub options: Vec<Choice>,
    /// Which days and times.
    pub dates: Dates,
    /// Whether the shopper's e-mails name it.
    pub in_emails: bool,
    /// Whether the invoice names it.
    pub in_invoice: bool,
    shows_zero: bool,
    trusted: bool,
    definition: Map<String, Value>,
    countries: Vec<String>,
    deliveries: Vec<String>,
    payments: Vec<String>,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What is answered.
    pub title: String,
    definition: Map<String, Value>,
}

impl Field {
    /// The field `key` as it is defined for `field_context`; `None` if there is none then, or its
    /// definition cannot be kept. Only `trusted` ones may make an order cheaper.
    pub fn read(
        key: &str,
        value: &Value,
        trusted: bool,
        field_context: &FieldContext<'_>,
    ) -> Option<Self> {
        let mut it = value.as_object()?.clone();
        let overrides: Vec<Value> = list(&it, "overrides").into_iter().cloned().collect();
        for other in overrides {
            let method = other
                .pointer("/conditions/shippingMethod")
                .and_then(Value::as_str);
            if method == Some(field_context.delivery_title)
                && let Some(Value::Object(changes)) = other.get("fieldsToOverride")
            {
                it.extend(changes.clone());
            }
        }
        let fits = |value: &Value| {
            value
                .as_str()
                .is_none_or(|text| text.chars().count() <= MAX_LENGTH)
        };
        if it.get("available") == Some(&Value::Bool(false))
            || !it.values().all(fits)
            || key.len() > MAX_LENGTH
        {
            return None;
        }
        let options: Vec<Choice> = list(&it, "options")
            .into_iter()
            .chain(list(&it, "selectOptions"))
            .filter_map(Choice::read)
            .collect();
        let kind_name = text(&it, "type");
        let kind = match kind_name.as_str() {
            "textarea" => FieldKind::Textarea,
            "datetime" => FieldKind::Datetime,
            "label" | "empty" => FieldKind::Label,
            "select" if !options.is_empty() => FieldKind::Select,
            "radio_buttons" if !options.is_empty() => FieldKind::Radio,
            "checkbox" if !options.is_empty() => FieldKind::Checkbox,
            "toggle_button_group" | "toggleButtonGroup" if !options.is_empty() => FieldKind::Toggle,
            _ => FieldKind::Text,
        };
        let section = match text(&it, "checkoutDisplaySection").as_str() {
            "email" | "cart" => Some(Section::Email),
            "shipping_address" => Some(Section::ShippingAddress),
            "shipping_methods" => Some(Section::ShippingMethods),
            "pickup_details" | "pickup_methods" => Some(Section::PickupDetails),
            "payment_details" => Some(Section::PaymentDetails),
            _ => None,
        };
        let flag = |name: &str| it.get(name) == Some(&Value::Bool(true));
        let order_section = match text(&it, "orderDetailsDisplaySection") {
            none if none.is_empty() => "order_comments".to_owned(),
            named => named,
        };
        Some(Self {
            key: key.to_owned(),
            kind,
            kind_name: if kind_name.is_empty() {
                "text".to_owned()
            } else {
                kind_name
            },
            section,
            order_section,
            value: translated(&it, "value", field_context.language),
            required: flag("required") && kind != FieldKind::Label,
            options,
            dates: Dates::read(it.get("datePickerOptions")),
            in_emails: flag("showInNotifications"),
            in_invoice: flag("showInInvoice"),
            shows_zero: flag("showZeroSurchargeInTotal"),
            trusted,
            countries: texts(&it, "showForCountry"),
            deliveries: texts(&it, "showForShippingMethodIds"),
            payments: texts(&it, "showForPaymentMethodIds"),
            definition: it,
        })
    }

    /// Whether `field_context` is one of those it is for.
    pub fn is_asked(&self, field_context: &FieldContext<'_>) -> bool {
        let holds = |all: &[String], one: &str| all.is_empty() || all.iter().any(|it| it == one);
        let is_place = match self.section {
            Some(Section::ShippingMethods) => !field_context.is_pickup,
            Some(Section::PickupDetails) => field_context.is_pickup,
            _ => true,
        };
        is_place
            && holds(&self.countries, field_context.country)
            && holds(&self.deliveries, field_context.delivery)
            && holds(&self.payments, field_context.payment)
    }

    /// Whether some answer to it has a price.
    pub fn has_price(&self) -> bool {
        let mut options = self.options.iter();
        options.any(|it| it.definition.contains_key("surcharge"))
    }

    /// Whether `answer` will do.
    pub fn accepts(&self, answer: &str) -> bool {
        if answer.is_empty() {
            return !self.required;
        }
        match self.kind {
            FieldKind::Select | FieldKind::Radio | FieldKind::Toggle => {
                self.options.iter().any(|it| it.title == answer)
            }
            FieldKind::Checkbox => self.is_made_of_options(answer),
            FieldKind::Datetime => self.dates.allow(answer),
            _ => answer.chars().count() <= MAX_LENGTH,
        }
    }

    /// Whether `answer` is one option, or several with commas between them. An option may have a
    /// comma itself, so every way to read the answer is tried, each place in it once.
    fn is_made_of_options(&self, answer: &str) -> bool {
        let (mut places, mut seen) = (vec![answer], vec![answer.len()]);
        while let Some(here) = places.pop() {
            for option in &self.options {
                let Some(rest) = here.strip_prefix(option.title.as_str()) else {
                    continue;
                };
                if rest.is_empty() {
                    return true;
                }
                if let Some(next) = rest
                    .strip_prefix(", ")
                    .filter(|it| !seen.contains(&it.len()))
                {
                    seen.push(next.len());
                    places.push(next);
                }
            }
        }
        false
    }

    /// What `choice` adds to things that cost `items` together; nothing if it adds nothing.
    pub fn surcharge(
        &self,
        choice: &Choice,
        items: i64,
        prices: &PriceFormat,
        language: &str,
    ) -> Option<Surcharge> {
        let amount = choice.definition.get("surcharge")?.as_f64()?;
        let named = |name: &str| match choice.definition.get(name) {
            Some(value) => Some(value.clone()),
            None => self.definition.get(name).cloned(),
        };
        let is_percent = named("surchargeType").is_some_and(|it| it == "PERCENT");
        let minor = if is_percent {
            share(amount).of(items) * if amount < 0.0 { -1 } else { 1 }
        } else {
            prices.rounded(amount)
        };
        let minor = minor.clamp(if self.trusted { -MAX_MINOR } else { 0 }, MAX_MINOR);
        let shows_zero = self.shows_zero
            || choice.definition.get("showZeroSurchargeInTotal") == Some(&Value::Bool(true));
        if minor == 0 && !shows_zero {
            return None;
        }
        let short = named("surchargeShortName").and_then(|short| {
            let short = short.as_object()?.clone();
            let name = translated(&short, "name", language);
            let says_share = short.get("showSurchargePercentValue") != Some(&Value::Bool(false));
            Some(if is_percent && says_share {
                format!("{name} ({amount}%)")
            } else {
                name
            })
        });
        let taxable = choice.definition.get("surchargeTaxable") == Some(&Value::Bool(true));
        Some(Surcharge {
            name: short.unwrap_or_else(|| self.text("title", language)),
            amount: minor,
            taxable,
        })
    }

    /// The text of an attribute in `language`.
    pub fn text(&self, name: &str, language: &str) -> String {
        translated(&self.definition, name, language)
    }
}

impl Choice {
    fn read(value: &Value) -> Option<Self> {
        let definition = match value {
            Value::String(title) => {
                Map::from_iter([("title".to_owned(), Value::String(title.clone()))])
            }
            Value::Object(definition) => definition.clone(),
            _ => return None,
        };
        let title = text(&definition, "title");
        (!title.is_empty() && title.chars().count() <= MAX_LENGTH)
            .then_some(Self { title, definition })
    }

    /// Whether `answer` holds it: it is the answer, or one of several with commas between them.
    pub fn is_in(&self, answer: &str) -> bool {
        answer == self.title || answer.split(", ").any(|one| one == self.title)
    }

    /// The text of an attribute in `language`.
    pub fn text(&self, name: &str, language: &str) -> String {
        translated(&self.definition, name, language)
    }
}

/// A share by its size; more than the whole is the whole.
fn share(percent: f64) -> Percent {
    Percent::try_from(format!("{:.2}", percent.abs().min(100.0))).unwrap_or_default()
}

/// `nameTranslated` in `language`, else `name`.
fn translated(definition: &Map<String, Value>, name: &str, language: &str) -> String {
    let own = definition.get(&format!("{name}Translated"));
    let own = own.and_then(|it| it.get(language)).and_then(Value::as_str);
    own.map_or_else(|| text(definition, name), str::to_owned)
}

fn text(definition: &Map<String, Value>, name: &str) -> String {
    match definition.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn list<'a>(definition: &'a Map<String, Value>, name: &str) -> Vec<&'a Value> {
    let values = definition.get(name).and_then(Value::as_array);
    values
        .map(|values| values.iter().collect())
        .unwrap_or_default()
}

fn texts(definition: &Map<String, Value>, name: &str) -> Vec<String> {
    let each = list(definition, name).into_iter();
    each.map(|value| value.as_str().map_or(value.to_string(), str::to_owned))
        .collect()
}
