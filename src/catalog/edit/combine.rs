//! Combinations of choices: all that there can be, and what becomes of them when choices are called otherwise or go.

use crate::catalog::{Product, option::ProductOption, product::Variation};
use std::collections::BTreeMap;

/// Most rows that are made at once.
const MAX: usize = 500;

/// The combinations of `options` that `there` has no row of; `None` if all of them would be too many.
pub fn combinations(options: &[ProductOption], there: &[Variation]) -> Option<Vec<Variation>> {
    let varied = options.iter().filter(|it| it.kind.is_single());
    let mut all: Vec<BTreeMap<String, String>> = vec![BTreeMap::new()];
    for option in varied {
        if all.len().saturating_mul(option.choices.len()) > MAX {
            return None;
        }
        let with = |one: &BTreeMap<String, String>| {
            let one = one.clone();
            option.choices.iter().map(move |choice| {
                let mut more = one.clone();
                more.insert(option.name.clone(), choice.text.clone());
                more
            })
        };
        all = all.iter().flat_map(with).collect();
    }
    let is_new = |it: &BTreeMap<String, String>| {
        !it.is_empty() && there.iter().all(|known| known.options != *it)
    };
    let rows = all.into_iter().filter(is_new).map(|options| Variation {
        options,
        ..Variation::default()
    });
    Some(rows.collect())
}

/// Calls the choices of the variations as `renamed` says (option and choice before, and now), and lets go of those whose
/// choices are gone.
pub fn settle_variations(
    product: &mut Product,
    renamed: &BTreeMap<(String, String), (String, String)>,
) {
    for variation in &mut product.variations {
        let choices = std::mem::take(&mut variation.options).into_iter();
        variation.options = choices
            .map(|pair| renamed.get(&pair).cloned().unwrap_or(pair))
            .collect();
    }
    let options = &product.options;
    product.variations.retain(|variation| {
        variation.options.iter().all(|(name, choice)| {
            let option = options.iter().find(|it| it.name == *name);
            option.is_some_and(|it| it.choices.iter().any(|it| it.text == *choice))
        })
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::option::{Choice, Modifier, OptionKind};

    fn option(name: &str, kind: OptionKind, choices: &[&str]) -> ProductOption {
        let choice = |text: &&str| Choice {
            text: (*text).to_owned(),
            translated: Default::default(),
            modifier: Modifier::default(),
            color: None,
        };
        ProductOption {
            kind,
            name: name.to_owned(),
            translated: Default::default(),
            required: true,
            choices: choices.iter().map(choice).collect(),
            default: None,
        }
    }

    #[test]
    fn all_combinations_are_made_but_those_there_are() {
        let options = [
            option("Size", OptionKind::Select, &["S", "M"]),
            option("Colour", OptionKind::Radio, &["Red", "Blue"]),
            option("Wrap", OptionKind::Checkbox, &["Yes"]),
        ];
        let all = combinations(&options, &[]).expect("few");
        assert_eq!(all.len(), 4);
        assert_eq!(combinations(&options, &all[..3]).expect("few"), &all[3..]);
        let many: Vec<String> = (0..600).map(|n| n.to_string()).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(
            combinations(&[option("N", OptionKind::Size, &many)], &[]),
            None
        );
        assert_eq!(combinations(&[], &[]).expect("few"), []);
    }

    #[test]
    fn rows_follow_their_choices_and_go_with_them() {
        let pair = |name: &str, choice: &str| (name.to_owned(), choice.to_owned());
        let row = |choice: &str| Variation {
            options: [pair("Size", choice)].into(),
            ..Variation::default()
        };
        let mut product = Product {
            options: vec![option("Format", OptionKind::Select, &["Small", "M"])],
            variations: vec![row("S"), row("M"), row("L")],
            ..Product::default()
        };
        let renamed = [
            (pair("Size", "S"), pair("Format", "Small")),
            (pair("Size", "M"), pair("Format", "M")),
        ];
        settle_variations(&mut product, &renamed.into());
        let left: Vec<_> = product.variations.iter().map(|it| &it.options).collect();
        assert_eq!(
            left,
            [
                &[pair("Format", "Small")].into(),
                &[pair("Format", "M")].into()
            ]
        );
    }
}
