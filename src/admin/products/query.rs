//! A filter as it stands in the address of the list.

use super::super::form_values::FormValues;
use crate::catalog::listing::filter::{Filter, Sort, StockFilter};

/// Longest text that is looked for, in characters.
const MAX_LENGTH: usize = 200;

/// The filter that `typed` asks for; what cannot be read leaves nothing out.
pub fn read(typed: &FormValues) -> Filter {
    let words = typed.get("q").trim().chars();
    let only = typed.get("only");
    let sort = typed.get("sort");
    Filter {
        words: words.take(MAX_LENGTH).collect(),
        category: typed.number("category"),
        only: StockFilter::ALL.into_iter().find(|it| it.code() == only),
        sort: Sort::ALL
            .into_iter()
            .find(|it| it.code() == sort)
            .unwrap_or_default(),
    }
}

/// The names and values of `filter` in an address or a form.
pub fn pairs(filter: &Filter) -> Vec<(&'static str, String)> {
    let sort = match filter.sort {
        Sort::Name => "",
        sort => sort.code(),
    };
    let category = filter.category.map(|id| id.to_string());
    let all = [
        ("q", filter.words.clone()),
        ("category", category.unwrap_or_default()),
        ("only", filter.only.map_or("", StockFilter::code).to_owned()),
        ("sort", sort.to_owned()),
    ];
    all.into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

/// `filter` as the query of an address.
pub fn write(filter: &Filter) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs(filter))
        .finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let query = "q=a%26b+c&category=7&only=sold-out&sort=stock";
        let filter = read(&FormValues::read(query.as_bytes()));
        assert_eq!(filter.words, "a&b c");
        assert_eq!(filter.only, Some(StockFilter::SoldOut));
        assert_eq!(write(&filter), query);
        let nothing = read(&FormValues::read(b"only=x&category=y&sort=name"));
        assert_eq!(nothing, Filter::default());
        assert_eq!(write(&nothing), "");
    }
}
