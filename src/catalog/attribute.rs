//! How attributes are known by number.

/// The number that scripts know the attribute `name` by (`spec/pages.md` 1.4), from 1 on.
///
/// An attribute is nothing but its name, so the number is made of that: the same in every instance of a shop and after
/// every import.
pub fn id(name: &str) -> u32 {
    crc32fast::hash(name.as_bytes()).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_number_for_good() {
        assert_eq!(id("Paper"), 0x8fdb_4f12);
        assert_ne!(id("Paper"), id("paper"));
        assert_eq!(id(""), 1);
    }
}
