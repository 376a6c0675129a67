//! What is wrong with a product before it is stored.

use crate::catalog::{
    Product, bounds,
    option::{OptionKind, ProductOption},
    slug,
};
use std::collections::BTreeSet;

/// What is wrong, and where: the path of a field, such as `options.0.name`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field.
    pub path: String,
    /// A sentence.
    pub why: String,
}

/// Everything that is wrong with `product`, in the order of its fields.
pub fn problems(product: &Product) -> Vec<Problem> {
    let mut found = ProblemList::default();
    if product.name.is_empty() {
        found.say("name", "Please say what it is called.");
    }
    if let Some(own) = product.slug.as_deref().filter(|own| !slug::is_allowed(own)) {
        let why = format!(
            "“{own}” cannot be an address: letters, digits and dashes, and no page of the shop’s own."
        );
        found.say("slug", &why);
    }
    if let Some((field, number)) = bounds::excess(product) {
        found.say(field, &format!("{number} is out of bounds."));
    }
    let (least, most) = (product.min_quantity, product.max_quantity);
    if least.zip(most).is_some_and(|(least, most)| least > most) {
        found.say("max_quantity", "That is fewer than the fewest.");
    }
    if least == Some(0) {
        found.say("min_quantity", "The fewest is 1, or nothing.");
    }
    if most == Some(0) {
        found.say("max_quantity", "The most is 1 or more, or nothing.");
    }
    let named = product.name_your_price.as_ref();
    if named.is_some_and(|it| it.most.is_some_and(|most| most < it.least)) {
        found.say("name_your_price.most", "That is less than the least.");
    }
    let mut last = 1;
    for (index, tier) in product.wholesale.iter().enumerate() {
        if tier.quantity <= last {
            let why = "Quantities rise from row to row, from 2 on.";
            found.say(&format!("wholesale.{index}.quantity"), why);
        }
        last = tier.quantity;
    }
    if product
        .subscription
        .as_ref()
        .is_some_and(|it| it.every.is_empty())
    {
        found.say("subscription", "Please say how often it comes.");
    }
    if product
        .content
        .as_ref()
        .is_some_and(|it| it.thousandths == 0)
    {
        found.say("content.amount", "Please say how much is in a piece.");
    }
    for (index, attribute) in product.attributes.iter().enumerate() {
        if attribute.name.is_empty() {
            found.say(
                &format!("attributes.{index}.name"),
                "Please say what it is.",
            );
        }
    }
    options(product, &mut found);
    variations(product, &mut found);
    found.0
}

#[derive(Default)]
struct ProblemList(Vec<Problem>);

impl ProblemList {
    fn say(&mut self, path: &str, why: &str) {
        self.0.push(Problem {
            path: path.to_owned(),
            why: why.to_owned(),
        });
    }
}

fn options(product: &Product, found: &mut ProblemList) {
    let mut names = BTreeSet::new();
    for (index, option) in product.options.iter().enumerate() {
        let path = format!("options.{index}");
        if option.name.is_empty() {
            found.say(
                &format!("{path}.name"),
                "Please say what is chosen, such as Size.",
            );
        } else if !names.insert(&option.name) {
            found.say(
                &format!("{path}.name"),
                "There is another option of this name.",
            );
        }
        let is_of_choices = !option.kind.is_text() && option.kind != OptionKind::Files;
        if is_of_choices && option.choices.is_empty() {
            found.say(&path, "An option of this kind needs choices.");
        }
        choices(option, &path, found);
    }
}

fn choices(option: &ProductOption, path: &str, found: &mut ProblemList) {
    let mut texts = BTreeSet::new();
    for (index, choice) in option.choices.iter().enumerate() {
        let path = format!("{path}.choices.{index}.text");
        if choice.text.is_empty() {
            found.say(&path, "Please say what it is, such as Large.");
        } else if !texts.insert(&choice.text) {
            found.say(&path, "There is another choice of this name.");
        }
    }
}

fn variations(product: &Product, found: &mut ProblemList) {
    let mut seen = BTreeSet::new();
    for (index, variation) in product.variations.iter().enumerate() {
        let path = format!("variations.{index}");
        if !seen.insert(&variation.options) {
            found.say(&path, "There is another row of these choices.");
        }
        let is_known = |(name, choice): (&String, &String)| {
            let option = product.options.iter().find(|it| it.name == *name);
            option.is_some_and(|it| it.choices.iter().any(|it| it.text == *choice))
        };
        if variation.options.is_empty() || !variation.options.iter().all(is_known) {
            found.say(&path, "The product has no such choice.");
        }
        let hash = variation.image.as_ref();
        let is_there = |hash: &String| product.images.iter().any(|it| it.hash == *hash);
        if hash.is_some_and(|hash| !is_there(hash)) {
            found.say(&format!("{path}.image"), "The product has no such picture.");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::translated::Translated,
        catalog::product::{PriceRange, Variation, Wholesale},
    };

    #[test]
    fn each_problem_stands_at_its_field() {
        let fine = Product {
            name: Translated::one("en", "Mug"),
            ..Product::default()
        };
        assert_eq!(problems(&fine), []);
        let tier = |quantity| Wholesale { quantity, price: 1 };
        let wrong = Product {
            slug: Some("cart".into()),
            price: -1,
            min_quantity: Some(3),
            max_quantity: Some(2),
            name_your_price: Some(PriceRange {
                least: 5,
                most: Some(4),
            }),
            wholesale: vec![tier(10), tier(5)],
            variations: vec![Variation::default()],
            ..Product::default()
        };
        let paths: Vec<String> = problems(&wrong).into_iter().map(|it| it.path).collect();
        let wanted = [
            "name",
            "slug",
            "price",
            "max_quantity",
            "name_your_price.most",
            "wholesale.1.quantity",
            "variations.0",
        ];
        assert_eq!(paths, wanted);
    }
}
