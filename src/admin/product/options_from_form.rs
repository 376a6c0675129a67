//! Options and variations of the form as facts of a product.

use super::from_form::{FormReader, is_on, read, rows, some, text, whole_number};
use crate::{
    base::{translated::Translated, units::scaled},
    catalog::{
        Product,
        option::{Choice, Modifier, OptionKind, ProductOption},
        product::Variation,
    },
};
use toml::{Table, Value};

impl FormReader<'_> {
    /// The options that were typed. What was called otherwise is noted, so that variations follow.
    pub(super) fn options(
        &mut self,
        value: Option<&Value>,
        before: &Product,
    ) -> Vec<ProductOption> {
        let none = Translated::default();
        let mut options = Vec::new();
        for (index, row) in rows(value).enumerate() {
            let (was, name) = (text(row.get("was")), text(row.get("name")));
            let there = before
                .options
                .iter()
                .find(|it| !was.is_empty() && it.name == was);
            let path = format!("options.{index}");
            let mut default = None;
            let mut choices: Vec<Choice> = Vec::new();
            for row in rows(row.get("choices")) {
                let at = format!("{path}.choices.{}", choices.len());
                if is_on(row.get("default")) && default.replace(choices.len()).is_some() {
                    let why = "Only one can be chosen at first.";
                    self.problem(&format!("{at}.default"), why);
                }
                let choice = self.choice(row, &at, there);
                let called = text(row.get("was"));
                if !was.is_empty() && !called.is_empty() {
                    self.renamed.insert(
                        (was.to_owned(), called.to_owned()),
                        (name.to_owned(), choice.text.clone()),
                    );
                }
                choices.push(choice);
            }
            options.push(ProductOption {
                kind: read(row.get("kind")).unwrap_or(OptionKind::Select),
                name: name.to_owned(),
                translated: self.texts(
                    row.get("translated"),
                    there.map_or(&none, |it| &it.translated),
                ),
                required: is_on(row.get("required")),
                choices,
                default,
            });
        }
        options
    }

    fn choice(&mut self, row: &Table, path: &str, option: Option<&ProductOption>) -> Choice {
        let none = Translated::default();
        let was = text(row.get("was"));
        let there = option.and_then(|it| it.choices.iter().find(|it| it.text == was));
        Choice {
            text: text(row.get("text")).to_owned(),
            translated: self.texts(
                row.get("translated"),
                there.map_or(&none, |it| &it.translated),
            ),
            modifier: self.modifier(row, path),
            color: some(text(row.get("color"))),
        }
    }

    fn modifier(&mut self, row: &Table, path: &str) -> Modifier {
        let (path, typed) = (format!("{path}.adds"), text(row.get("adds")));
        match (typed, text(row.get("adds_kind"))) {
            ("", _) => Modifier::default(),
            (typed, "percent") => match scaled(typed, 2) {
                Some(hundredths) => Modifier::Percent(hundredths),
                None => {
                    self.problem(&path, "Please type a percentage, such as 10 or -12.5.");
                    Modifier::default()
                }
            },
            _ => {
                let amount = self.price(&path, row.get("adds"));
                Modifier::Absolute(amount.unwrap_or_default())
            }
        }
    }

    /// The variations that were typed. How many are left is what there is: what was typed of that comes later.
    pub(super) fn variations(&mut self, value: Option<&Value>, before: &Product) -> Vec<Variation> {
        let mut all = Vec::new();
        for (index, row) in rows(value).enumerate() {
            let path = format!("variations.{index}");
            // A number that is not of this product is nobody's.
            let id = whole_number(row.get("id")).unwrap_or_default();
            let there = before.variations.iter().find(|it| it.id == id);
            let price = self.price(&format!("{path}.price"), row.get("price"));
            let compare_to = self.price(&format!("{path}.compare_to"), row.get("compare_to"));
            all.push(Variation {
                id: there.map_or(0, |it| it.id),
                options: read(row.get("options")).unwrap_or_default(),
                sku: text(row.get("sku")).to_owned(),
                price,
                compare_to,
                stock: match there {
                    Some(there) => there.stock,
                    None => whole_number(row.get("stock")),
                },
                low_stock_at: whole_number(row.get("low_stock_at")),
                image: some(text(row.get("image"))),
            });
        }
        all
    }

    /// Gives the variations of `product` the stock that was typed, where it is not as the form had it; the rows of which
    /// there are as many as neither the form nor who typed says.
    pub fn count(&mut self, value: Option<&Value>, product: &mut Product) -> Vec<usize> {
        let mut stale = Vec::new();
        for (index, row) in rows(value).enumerate() {
            let id = whole_number(row.get("id")).filter(|id| *id != 0);
            let there = product.variations.iter_mut().find(|it| Some(it.id) == id);
            let (was, typed) = (
                whole_number(row.get("was_stock")),
                whole_number(row.get("stock")),
            );
            let Some(there) = there.filter(|_| typed != was) else {
                continue;
            };
            if there.stock != was && there.stock != typed {
                stale.push(index);
            }
            there.stock = typed;
        }
        stale
    }
}
