//! Values worked out before, by what they were worked out from; what is asked for often stays.

use quick_cache::sync::Cache;

/// About the most values: the cache has parts, and each rounds up.
const MAX_VALUES: usize = 512;

/// The values by name.
pub struct Memo<V: Clone>(Cache<String, V>);

impl<V: Clone> Default for Memo<V> {
    fn default() -> Self {
        Self(Cache::new(MAX_VALUES))
    }
}

impl<V: Clone> Memo<V> {
    /// Returns what is kept under `key`.
    pub fn get(&self, key: &str) -> Option<V> {
        self.0.get(key)
    }

    /// Keeps `value` under `key`, and gives it back.
    pub fn keep(&self, key: &str, value: V) -> V {
        self.0.insert(key.to_owned(), value.clone());
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stays_and_all_of_it_stays_bounded() {
        let memo = Memo::default();
        memo.keep("common", 1);
        for number in 0..MAX_VALUES * 4 {
            memo.keep(&number.to_string(), 0);
            assert_eq!(memo.get("common"), Some(1), "{number}");
        }
        assert!(memo.0.len() <= MAX_VALUES + MAX_VALUES / 8);
    }
}
