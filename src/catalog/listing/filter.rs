//! What products are filtered and sorted by.

use crate::{
    catalog::search::each_word,
    platform::db::conditions::{Clause, Condition},
};

/// Most words that are looked for at once.
const MAX_WORDS: usize = 8;

/// What products are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Their names.
    #[default]
    Name,
    /// When they were changed, the last first.
    Changed,
    /// How many are left, the fewest first.
    Stock,
}

impl Sort {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Name, Self::Changed, Self::Stock];

    /// Its name in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Changed => "changed",
            Self::Stock => "stock",
        }
    }

    /// The column, and the index that it is walked by.
    pub(super) fn column(self) -> (&'static str, &'static str) {
        match self {
            Self::Name => ("list_name", "products_by_name"),
            Self::Changed => ("updated_at", "products_by_change"),
            Self::Stock => ("fewest", "products_by_stock"),
        }
    }
}

/// Products of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StockFilter {
    /// Of which nothing, or nothing of one variation, is left.
    SoldOut,
    /// Of which few are left of something.
    Low,
    /// That were dearer.
    OnSale,
    /// That shoppers see.
    Shown,
    /// That they do not see.
    Hidden,
}

impl StockFilter {
    /// Every one.
    pub const ALL: [Self; 5] = [
        Self::SoldOut,
        Self::Low,
        Self::OnSale,
        Self::Shown,
        Self::Hidden,
    ];

    /// Its name in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::SoldOut => "sold-out",
            Self::Low => "low",
            Self::OnSale => "on-sale",
            Self::Shown => "shown",
            Self::Hidden => "hidden",
        }
    }
}

/// What products are filtered and sorted by; what is not given leaves nothing out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Beginnings of words: of names, SKUs and facts.
    pub words: String,
    /// The category they stand in.
    pub category: Option<i64>,
    /// Of which kind.
    pub only: Option<StockFilter>,
    /// In which order.
    pub sort: Sort,
}

impl Filter {
    /// The words as they are compared.
    pub fn tokens(&self) -> Vec<String> {
        let mut tokens = Vec::new();
        each_word(&self.words, |word| {
            if tokens.len() < MAX_WORDS {
                tokens.push(word.to_owned());
            }
        });
        tokens
    }

    /// Whether it leaves anything out.
    pub fn is_narrowed(&self) -> bool {
        self.category.is_some() || self.only.is_some() || !self.tokens().is_empty()
    }
}

/// That a product stands in `category`.
pub(super) fn of_category(category: i64) -> Condition {
    Condition::by_index(
        Clause::with(
            "EXISTS (SELECT 1 FROM product_categories c WHERE c.category_id = {value} AND c.product_id = o.id)",
            category,
        ),
        Clause::with(
            "SELECT product_id AS id FROM product_categories WHERE category_id = {value}",
            category,
        ),
    )
}

/// That a product is `only` one of these; what has `low` left or fewer is low, unless it says its own.
pub(super) fn of_only(only: StockFilter, low: i64) -> Condition {
    // None of these columns is another table's.
    let (holds, value) = match only {
        StockFilter::SoldOut => ("fewest <= {value}", Some(0.into())),
        StockFilter::Low => ("low_from <= {value}", Some(low.into())),
        StockFilter::OnSale => ("on_sale", None),
        StockFilter::Shown => ("enabled", None),
        StockFilter::Hidden => ("NOT enabled", None),
    };
    let clause = |sql: String| Clause {
        sql,
        value: value.clone(),
    };
    Condition::by_index(
        clause(holds.to_owned()),
        clause(format!("SELECT id FROM products WHERE {holds}")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_looked_for_as_they_are_kept() {
        let of = |words: &str| {
            let filter = Filter {
                words: words.to_owned(),
                ..Filter::default()
            };
            filter.tokens().join(" ")
        };
        assert_eq!(of(" TL-1201  Öl, \"x"), "tl 1201 ol x");
        assert_eq!(of("%_\\"), "");
        assert_eq!(of(&"a ".repeat(20)).len(), 2 * MAX_WORDS - 1);
    }
}
