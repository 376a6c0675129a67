//! What a form changes of a product that others may have changed meanwhile: field by field.

use super::{
    fields,
    from_form::FormReader,
    to_form::{Units, mark, shown},
};
use crate::catalog::{Product, edit};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use toml::{Table, Value};

/// A form as it was sent.
#[derive(Clone, Debug, Default)]
pub struct SentForm {
    /// Its values.
    pub values: Table,
    /// What each was when the form was begun, by [`mark`].
    pub seen: BTreeMap<String, String>,
    /// Whether it says how many there are.
    pub counts: bool,
}

/// What comes of it.
#[derive(Debug)]
pub struct Merged {
    /// The product as it is to be.
    pub product: Product,
    /// What is wrong, by the path of the field.
    pub problems: BTreeMap<String, String>,
    /// Fields that somebody else changed meanwhile to something else.
    pub stale: BTreeSet<String>,
    /// Rows of variations of which somebody bought meanwhile, or that were counted.
    pub stale_rows: Vec<usize>,
    /// What was typed, and of fields that were not touched what they are by now.
    pub values: Table,
    /// The marks that a form with these values begins with.
    pub seen: BTreeMap<String, String>,
}

/// What `sent` makes of `now`.
pub fn merge(
    now: &Product,
    sent: &SentForm,
    units: &Units,
    products: &HashMap<String, i64>,
) -> Merged {
    let there = shown(now, units);
    let mut back = FormReader {
        units,
        products,
        problems: BTreeMap::new(),
        renamed: BTreeMap::new(),
    };
    let (mut product, mut values) = (now.clone(), sent.values.clone());
    let (mut stale, mut touched) = (BTreeSet::new(), BTreeSet::new());
    let mut next = BTreeMap::new();
    for field in fields::all() {
        let key = field.key;
        let seen = sent.seen.get(key);
        let (typed, present) = (mark(key, sent.values.get(key)), mark(key, there.get(key)));
        let is_sent = seen.is_some() && (key != "stock" || sent.counts);
        let is_touched = is_sent && seen != Some(&typed);
        // Rows that were not touched may have other counts.
        let keeps_rows = key == "variations" && is_sent && !is_touched;
        let begun = if keeps_rows {
            typed.clone()
        } else {
            present.clone()
        };
        next.insert(key.to_owned(), begun);
        if !is_touched {
            put(&mut values, key, there.get(key), keeps_rows);
            continue;
        }
        touched.insert(key);
        let before = product.clone();
        back.apply(key, &sent.values, &mut product);
        // Who types 13 where somebody else made it 13.00 means the same.
        if seen != Some(&present) && typed != present && product != before {
            stale.insert(key.to_owned());
        }
    }
    if touched.contains("categories") || touched.contains("main_category") {
        product.categories = categories(&values, touched.contains("main_category"));
    }
    if touched.contains("options") || touched.contains("variations") {
        let renamed = std::mem::take(&mut back.renamed);
        edit::settle_variations(&mut product, &renamed);
    }
    let stale_rows = match sent.counts {
        true => back.count(sent.values.get("variations"), &mut product),
        false => Vec::new(),
    };
    for row in &stale_rows {
        recount(&mut values, *row, now);
    }
    let mut problems = back.problems;
    for problem in edit::problems(&product) {
        problems.entry(problem.path).or_insert(problem.why);
    }
    Merged {
        product,
        problems,
        stale,
        stale_rows,
        values,
        seen: next,
    }
}

/// Lets the row of a variation begin with how many there are `now`.
fn recount(values: &mut Table, row: usize, now: &Product) {
    let rows = values.get_mut("variations").and_then(Value::as_array_mut);
    let row = rows.and_then(|rows| rows.get_mut(row)?.as_table_mut());
    let Some(row) = row else { return };
    let id = row.get("id").and_then(Value::as_integer);
    let there = now.variations.iter().find(|it| Some(it.id) == id);
    match there.and_then(|it| it.stock) {
        Some(left) => drop(row.insert("was_stock".to_owned(), Value::Integer(left))),
        None => drop(row.remove("was_stock")),
    }
}

/// Puts what there is of `key` into `values`; rows keep what was typed of how many there are.
fn put(values: &mut Table, key: &str, present: Option<&Value>, keeps_counts: bool) {
    if keeps_counts {
        return;
    }
    match present {
        Some(value) => drop(values.insert(key.to_owned(), value.clone())),
        None => drop(values.remove(key)),
    }
}

/// The categories that are ticked, the main one first.
fn categories(values: &Table, is_main_chosen: bool) -> Vec<i64> {
    let ticked = values.get("categories").and_then(Value::as_array);
    let ticked = ticked.into_iter().flatten().filter_map(Value::as_integer);
    let main = values.get("main_category").and_then(Value::as_integer);
    let main = main.filter(|_| is_main_chosen);
    let mut all: Vec<i64> = main.into_iter().collect();
    for id in ticked {
        if !all.contains(&id) {
            all.push(id);
        }
    }
    all
}

/// What each field is, for the form to bring back.
pub fn marks(values: &Table) -> BTreeMap<String, String> {
    let each = fields::all().map(|field| {
        let value = values.get(field.key);
        (field.key.to_owned(), mark(field.key, value))
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{money::PriceFormat, translated::Translated, units::WeightUnit};

    fn units() -> Units {
        Units {
            prices: PriceFormat::of("EUR").expect("a currency"),
            weight: WeightUnit::Kg,
            languages: ["en", "de"].map(str::to_owned).into(),
            names: HashMap::new(),
        }
    }

    fn mug() -> Product {
        let json = serde_json::json!({
            "id": 7, "sku": "MUG", "name": {"en": "Mug", "de": "Becher"}, "description": {"en": "<p>Big</p>"},
            "price": 1250, "compare_to": 1500, "weight": 454, "stock": 5, "enabled": true, "created_at": 9,
            "slug": "mug", "categories": [3, 1], "featured": 2,
            "images": [{"hash": "ab", "width": 3, "height": 4, "alt": {"en": "A mug"}, "border": {"color": "#ffffff", "even": true, "transparent": false}}],
            "attributes": [{"name": "Clay", "value": "Red", "shown": false}],
            "options": [{"kind": "select", "name": "Size", "required": true, "default": 1, "choices": [
                {"text": "S", "modifier": {"absolute": -50}}, {"text": "L", "modifier": {"percent": 1250}, "color": "#ff0000", "translated": {"de": "Groß"}}]}],
            "variations": [{"id": 1, "options": {"Size": "S"}, "sku": "MUG-S", "price": 1100, "stock": 2},
                {"id": 2, "options": {"Size": "L"}, "image": "ab"}],
            "wholesale": [{"quantity": 10, "price": 900}], "name_your_price": {"least": 100, "most": null},
            "subscription": {"every": [{"unit": "MONTH", "count": 1}], "once": 1300},
            "ribbon": {"text": {"en": "New"}, "color": "#00ff00"}, "content": {"thousandths": 750, "unit": {"en": "l"}},
            "digital": true, "min_quantity": 1, "max_quantity": 9,
            "related": {"products": [8, 9], "category": {"id": 0, "count": 3}},
            "seo_title": {"en": "Mugs"}, "seo_description": {"en": "Big ones"}
        });
        serde_json::from_value(json).expect("a product")
    }

    fn sent(product: &Product) -> SentForm {
        let values = shown(product, &units());
        SentForm {
            seen: marks(&values),
            values,
            counts: true,
        }
    }

    fn products() -> HashMap<String, i64> {
        [("8".to_owned(), 8), ("9".to_owned(), 9)].into()
    }

    #[test]
    fn a_form_that_nobody_touched_changes_nothing() {
        let mug = mug();
        let merged = merge(&mug, &sent(&mug), &units(), &products());
        assert_eq!(merged.problems, BTreeMap::new());
        assert_eq!(merged.product, mug);
    }

    /// Every field as if it had been typed anew: nothing is lost on the way there and back.
    #[test]
    fn every_field_comes_back_as_it_was() {
        let mug = mug();
        let mut form = sent(&mug);
        form.seen.values_mut().for_each(|mark| mark.clear());
        let merged = merge(&mug, &form, &units(), &products());
        assert_eq!(merged.problems, BTreeMap::new());
        assert_eq!(merged.product, mug);
    }

    #[test]
    fn what_two_change_of_different_fields_is_both_and_of_one_is_asked() {
        let mug = mug();
        let mut form = sent(&mug);
        let price = Value::String("13".to_owned());
        form.values.insert("price".to_owned(), price);
        let mut now = mug.clone();
        now.sku = "MUG-2".to_owned();
        now.stock = Some(4);
        let merged = merge(&now, &form, &units(), &products());
        let wanted = Product {
            price: 1_300,
            ..now.clone()
        };
        assert!(merged.stale.is_empty() && merged.stale_rows.is_empty());
        assert_eq!(merged.product, wanted);
        now.price = 1_199;
        let merged = merge(&now, &form, &units(), &products());
        assert_eq!(merged.stale, ["price".to_owned()].into());
        now.price = 1_300;
        assert!(merge(&now, &form, &units(), &products()).stale.is_empty());
    }

    #[test]
    fn what_is_sold_meanwhile_stays_sold() {
        let mug = mug();
        let mut form = sent(&mug);
        let mut now = mug.clone();
        now.variations[0].stock = Some(1);
        let rows = form.values["variations"].as_array_mut().expect("rows");
        rows[0]["price"] = Value::String("11.50".to_owned());
        let merged = merge(&now, &form, &units(), &products());
        let first = &merged.product.variations[0];
        assert_eq!((first.price, first.stock), (Some(1_150), Some(1)));
        assert!(merged.stale.is_empty() && merged.stale_rows.is_empty());
        let rows = form.values["variations"].as_array_mut().expect("rows");
        rows[0]["stock"] = Value::Integer(20);
        let merged = merge(&now, &form, &units(), &products());
        assert_eq!(merged.stale_rows, [0]);
        form.counts = false;
        let merged = merge(&now, &form, &units(), &products());
        assert_eq!(merged.product.variations[0].stock, Some(1));
    }

    #[test]
    fn variations_follow_a_choice_that_is_called_otherwise() {
        let mug = mug();
        let mut form = sent(&mug);
        let option = &mut form.values["options"].as_array_mut().expect("rows")[0];
        option["choices"].as_array_mut().expect("rows")[0]["text"] =
            Value::String("Small".to_owned());
        option["name"] = Value::String("Format".to_owned());
        let merged = merge(&mug, &form, &units(), &products());
        assert_eq!(merged.problems, BTreeMap::new());
        let choices: Vec<_> = merged
            .product
            .variations
            .iter()
            .map(|it| &it.options)
            .collect();
        let pair = |choice: &str| [("Format".to_owned(), choice.to_owned())].into();
        assert_eq!(choices, [&pair("Small"), &pair("L")]);
        assert_eq!(merged.product.variations[0].id, 1);
        assert_eq!(
            merged.product.name,
            Translated::from_iter([("en", "Mug"), ("de", "Becher")])
        );
    }
}
