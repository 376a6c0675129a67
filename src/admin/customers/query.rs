//! A filter as it stands in the address of the list.

use super::super::form_values::FormValues;
use crate::account::customers::filter::{Filter, InGroup, Sort};

/// Longest text that is looked for, in characters.
const MAX_LENGTH: usize = 200;

/// The filter that `typed` asks for; what cannot be read leaves nobody out.
pub fn read(typed: &FormValues) -> Filter {
    let text = |name: &str| {
        let text = typed.get(name).trim().chars().take(MAX_LENGTH);
        text.collect::<String>()
    };
    Filter {
        words: text("q"),
        group: InGroup::of_code(typed.get("group")),
        has_orders: match typed.get("orders") {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        from: text("from"),
        to: text("to"),
        sort: Sort::of_code(typed.get("sort")).unwrap_or_default(),
    }
}

/// `filter` as the query of an address.
pub fn write(filter: &Filter) -> String {
    let orders = match filter.has_orders {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    };
    let pairs = [
        ("sort", filter.sort.code().to_owned()),
        ("q", filter.words.clone()),
        ("group", filter.group.map(InGroup::code).unwrap_or_default()),
        ("orders", orders.to_owned()),
        ("from", filter.from.clone()),
        ("to", filter.to.clone()),
    ];
    let given = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(given)
        .finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let query = "sort=spent&q=a%26b+c&group=7&orders=yes&from=2026-01-02";
        let filter = read(&FormValues::read(query.as_bytes()));
        assert_eq!(filter.words, "a&b c");
        assert_eq!(filter.group, Some(InGroup::Of(7)));
        assert_eq!(write(&filter), query);
        let nothing = read(&FormValues::read(b"sort=x&group=all&orders=maybe"));
        assert_eq!(nothing, Filter::default());
        assert_eq!(write(&nothing), "sort=newest");
    }
}
