//! Texts that are the same for every visitor, kept as long as the snapshot is, up to a number of bytes.

use quick_cache::{Weighter, sync::Cache};
use std::sync::Arc;

/// Most bytes of all texts: whoever asks for every filter of every list fills no more.
const MAX_BYTES: u64 = 4 * 1024 * 1024;
/// Few enough that the cache is in one part, which the longest text fits in.
const EXPECTED: usize = 32;

/// The texts by name.
pub struct Texts(Cache<String, Arc<str>, Bytes>);

impl Texts {
    /// The text `key`, written if it is not kept.
    pub fn get(&self, key: &str, write: impl FnOnce() -> String) -> Arc<str> {
        if let Some(known) = self.0.get(key) {
            return known;
        }
        let text: Arc<str> = write().into();
        self.0.insert(key.to_owned(), Arc::clone(&text));
        text
    }
}

impl Default for Texts {
    fn default() -> Self {
        Self(Cache::with_weighter(EXPECTED, MAX_BYTES, Bytes))
    }
}

#[derive(Clone)]
struct Bytes;

impl Weighter<String, Arc<str>> for Bytes {
    fn weight(&self, key: &String, text: &Arc<str>) -> u64 {
        u64::try_from(key.len() + text.len()).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stays_and_all_of_it_stays_bounded() {
        let texts = Texts::default();
        let long = "x".repeat(100_000);
        texts.get("common", || long.clone());
        texts.get("common", || unreachable!("it is kept"));
        for number in 0..500 {
            texts.get(&number.to_string(), || long.clone());
            texts.get("common", || unreachable!("{number}: it is kept"));
        }
        assert!(texts.0.weight() <= MAX_BYTES);
    }
}
