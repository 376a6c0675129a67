//! What a shopper chose, and what that makes of a product.

use super::{
    option::{OptionKind, ProductOption},
    product::{Product, Variation},
};
use crate::base::money::MAX_MINOR;

/// Answers to a product's options, one list each, in the product's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection(pub Vec<Vec<String>>);

/// A product as chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer<'a> {
    /// The variation that the choices name.
    pub variation: Option<&'a Variation>,
    /// Price of one, choices included.
    pub price: i64,
    /// Price before a sale, choices included.
    pub compare_to: Option<i64>,
    /// SKU.
    pub sku: &'a str,
    /// How many are left; `None` is unlimited.
    pub stock: Option<i64>,
}

impl Selection {
    /// What is chosen before the shopper did anything: each option's default, or the first choice
    /// of a drop-down.
    pub fn initial(product: &Product) -> Self {
        let answer = |option: &ProductOption| {
            let index = option
                .default
                .or((option.kind.is_single() && option.required).then_some(0));
            let chosen = index.and_then(|index| option.choices.get(index));
            chosen
                .map(|choice| choice.text.clone())
                .into_iter()
                .collect()
        };
        Self(product.options.iter().map(answer).collect())
    }

    /// The choices of `variation`, and what was chosen for the other options.
    pub fn with_variation(mut self, product: &Product, variation: &Variation) -> Self {
        for (answer, option) in self.0.iter_mut().zip(&product.options) {
            if let Some(choice) = variation.options.get(&option.name) {
                *answer = vec![choice.clone()];
            }
        }
        self
    }

    /// The `index`-th choice (from 1) of each option that has one choice; what is no such choice is
    /// ignored (`spec/pages.md` 3.3).
    pub fn with_indexes(mut self, product: &Product, indexes: &[Option<usize>]) -> Self {
        for ((answer, option), index) in self.0.iter_mut().zip(&product.options).zip(indexes) {
            let choice = index
                .and_then(|index| index.checked_sub(1))
                .and_then(|index| option.choices.get(index));
            if let (Some(choice), true) = (choice, option.kind.is_single()) {
                *answer = vec![choice.text.clone()];
            }
        }
        self
    }

    /// What a form answered: `answers` gives the values of a control by its name, or `None` if the
    /// form had none of it. Choices that do not exist are ignored.
    pub fn with_form(
        mut self,
        product: &Product,
        answers: impl Fn(&str) -> Option<Vec<String>>,
    ) -> Self {
        for (answer, option) in self.0.iter_mut().zip(&product.options) {
            let Some(values) = answers(&option.field()) else {
                continue;
            };
            let known = |value: &String| option.choices.iter().any(|choice| choice.text == *value);
            if option.kind.is_text() {
                *answer = values
                    .into_iter()
                    .filter(|value| !value.is_empty())
                    .take(1)
                    .collect();
            } else if option.kind == OptionKind::Checkbox {
                *answer = values.into_iter().filter(known).collect();
            } else if let Some(value) = values.into_iter().find(known) {
                *answer = vec![value];
            }
        }
        self
    }

    /// A copy of the choices in which the option at `index` has the answer `choice`.
    pub fn instead(&self, index: usize, choice: &str) -> Self {
        let mut other = self.clone();
        if let Some(answer) = other.0.get_mut(index) {
            *answer = vec![choice.to_owned()];
        }
        other
    }

    /// What `product` is with these choices.
    pub fn offer<'a>(&self, product: &'a Product) -> Offer<'a> {
        let chosen = |name: &str| {
            let index = product
                .options
                .iter()
                .position(|option| option.name == name)?;
            self.0.get(index)?.first().map(String::as_str)
        };
        let variation = product.variations.iter().find(|variation| {
            let mut options = variation.options.iter();
            !variation.options.is_empty()
                && options.all(|(name, choice)| chosen(name) == Some(choice))
        });
        let base = variation.and_then(|it| it.price).unwrap_or(product.price);
        let choices = self
            .0
            .iter()
            .zip(&product.options)
            .flat_map(|(answer, option)| {
                option
                    .choices
                    .iter()
                    .filter(|choice| answer.contains(&choice.text))
            });
        let each = choices.map(|choice| choice.modifier.of(base));
        let added = each.fold(0_i64, i64::saturating_add);
        let price = base.saturating_add(added).clamp(0, MAX_MINOR);
        let compare_to = variation
            .and_then(|it| it.compare_to)
            .or(product.compare_to)
            .map(|was| was.saturating_add(added))
            .filter(|was| *was > price);
        let own_sku = variation
            .map(|it| it.sku.as_str())
            .filter(|sku| !sku.is_empty());
        Offer {
            variation,
            price,
            compare_to,
            sku: own_sku.unwrap_or(&product.sku),
            stock: variation.and_then(|it| it.stock).or(product.stock),
        }
    }

    /// Indexes of required options that are not answered.
    pub fn missing(&self, product: &Product) -> Vec<usize> {
        let unanswered = |(index, option): (usize, &ProductOption)| {
            let answered = self.0.get(index).is_some_and(|answer| !answer.is_empty());
            (option.required && !answered && option.kind != OptionKind::Files).then_some(index)
        };
        product
            .options
            .iter()
            .enumerate()
            .filter_map(unanswered)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::translated::Translated,
        catalog::option::{Choice, Modifier},
    };

    fn choice(text: &str, modifier: Modifier) -> Choice {
        Choice {
            text: text.into(),
            translated: Translated::default(),
            modifier,
            color: None,
        }
    }

    fn option(kind: OptionKind, name: &str, choices: Vec<Choice>) -> ProductOption {
        ProductOption {
            kind,
            name: name.into(),
            translated: Translated::default(),
            required: kind.is_single(),
            choices,
            default: None,
        }
    }

    fn print() -> Product {
        let none = Modifier::default();
        let options = vec![
            option(
                OptionKind::Size,
                "Size",
                vec![choice("A4", none), choice("A3", none)],
            ),
            option(
                OptionKind::Select,
                "Frame",
                vec![
                    choice("None", none),
                    choice("Ash", Modifier::Absolute(3_000)),
                ],
            ),
            option(
                OptionKind::Checkbox,
                "Extras",
                vec![
                    choice("Signed", Modifier::Percent(1_000)),
                    choice("Gift", none),
                ],
            ),
            option(OptionKind::Textfield, "Note", vec![]),
        ];
        let a3 = Variation {
            id: 7,
            options: [("Size".into(), "A3".into())].into(),
            sku: "P-A3".into(),
            price: Some(8_000),
            stock: Some(0),
            ..Variation::default()
        };
        Product {
            sku: "P".into(),
            price: 5_000,
            compare_to: Some(6_000),
            options,
            variations: vec![a3],
            ..Product::default()
        }
    }

    #[test]
    fn the_price_follows_the_choices() {
        let product = print();
        let first = Selection::initial(&product);
        assert_eq!(first.0[..2], [["A4".to_owned()], ["None".to_owned()]]);
        let offer = first.offer(&product);
        assert_eq!(
            (offer.price, offer.compare_to, offer.sku, offer.stock),
            (5_000, Some(6_000), "P", None)
        );
        let framed = first
            .clone()
            .with_indexes(&product, &[Some(2), Some(2), Some(1)]);
        let offer = framed.offer(&product);
        assert_eq!(
            (offer.price, offer.sku, offer.stock),
            (11_000, "P-A3", Some(0))
        );
        assert_eq!(offer.variation.map(|it| it.id), Some(7));
        let signed = first.with_form(&product, |name| {
            (name == "Extras").then(|| vec!["Signed".into(), "Forged".into()])
        });
        assert_eq!(signed.offer(&product).price, 5_500);
    }

    #[test]
    fn what_is_no_choice_is_ignored() {
        let product = print();
        let first = Selection::initial(&product);
        assert_eq!(
            first
                .clone()
                .with_indexes(&product, &[Some(0), Some(9), None, Some(1), Some(1)]),
            first
        );
        assert_eq!(
            first
                .clone()
                .with_form(&product, |_| Some(vec!["Forged".into()]))
                .0[0],
            ["A4"]
        );
    }
}
