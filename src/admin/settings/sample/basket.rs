use crate::{
    admin::form_values::FormValues,
    catalog::snapshot::{Card, CatalogSnapshot},
    platform::config::Config,
};
use std::collections::BTreeMap;

/// How many products can be in the basket.
pub const ROWS: usize = 3;
/// How many are in it at first.
const AT_FIRST: usize = 2;
/// What a thing costs at first that is in no catalogue yet.
const PRICE: &str = "100";

/// What is in the basket, and who would buy it, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct SampleBasket {
    /// Whether anything was sent: before, it is filled in.
    is_said: bool,
    /// Products, each with how many.
    pub rows: Vec<(String, String)>,
    /// What a thing costs that is in no catalogue.
    pub price: String,
    /// What it weighs, in grams.
    pub weight: String,
    /// Code of the country.
    pub country: String,
    /// Code of the region.
    pub region: String,
    /// Name of the customer's group.
    pub group: String,
    /// Code of a coupon.
    pub coupon: String,
    /// Id of the way of delivery.
    pub delivery: String,
    /// Id of the way to pay.
    pub payment: String,
    /// Answers to the merchant's questions.
    pub answers: BTreeMap<String, String>,
}

impl SampleBasket {
    /// What was `typed`.
    pub fn read(typed: &FormValues) -> Self {
        let text = |name: &str| typed.get(&format!("sample.{name}")).trim().to_owned();
        let row = |place| {
            (
                text(&format!("{place}.product")),
                text(&format!("{place}.quantity")),
            )
        };
        let answers = typed.pairs.iter().filter_map(|(name, answer)| {
            let key = name.strip_prefix("sample.answer.")?;
            Some((key.to_owned(), answer.clone()))
        });
        Self {
            is_said: typed.find("sample.country").is_some(),
            rows: (0..ROWS).map(row).collect(),
            price: text("price"),
            weight: text("weight"),
            country: text("country"),
            region: text("region"),
            group: text("group"),
            coupon: text("coupon"),
            delivery: text("delivery"),
            payment: text("payment"),
            answers: answers.collect(),
        }
    }

    /// The basket as it was filled in; if nothing was yet, one with the first products of the shop, sent to its own country, and
    /// with a coupon if the settings are `about_coupons`.
    pub fn filled_in(
        &self,
        snapshot: &CatalogSnapshot,
        config: &Config,
        about_coupons: bool,
    ) -> Self {
        if self.is_said {
            return self.clone();
        }
        let sold = snapshot.cards().filter(|it| snapshot.is_in_stock(it.id));
        let language = config.store_language.code();
        let row = |card: &Card| (label(card, language), "1".to_owned());
        let mut rows: Vec<(String, String)> = sold.take(AT_FIRST).map(row).collect();
        rows.resize(ROWS, (String::new(), "1".to_owned()));
        let coupon = config.coupons.first().filter(|_| about_coupons);
        Self {
            rows,
            price: PRICE.to_owned(),
            country: config.store_country.clone(),
            coupon: coupon.map(|it| it.code.clone()).unwrap_or_default(),
            ..self.clone()
        }
    }
}

/// What the product of `card` is chosen by: its name, and the number that nothing else has.
pub fn label(card: &Card, language: &str) -> String {
    format!("{} #{}", card.name.get(language), card.id)
}

/// The product that was `typed`: by its number, or else by any of its words.
pub fn find(snapshot: &CatalogSnapshot, typed: &str) -> Option<i64> {
    let number = typed.rsplit('#').next().unwrap_or_default().trim();
    let known = number.parse().ok().and_then(|id| snapshot.card(id));
    let by_word = || {
        let found = snapshot.find(typed);
        let best = snapshot.best(&found, 1);
        best.first().and_then(|slot| snapshot.at(*slot))
    };
    known.or_else(by_word).map(|card| card.id)
}
