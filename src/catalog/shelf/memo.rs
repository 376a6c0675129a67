use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Most values remembered; when there are more, all are forgotten.
const MOST: usize = 500;

/// Values worked out before, by what they were worked out from.
pub struct Memo<V>(Mutex<HashMap<String, V>>);

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<V: Clone> Memo<V> {
    /// What is remembered under `key`.
    pub fn get(&self, key: &str) -> Option<V> {
        self.locked().get(key).cloned()
    }

    /// Remembers `value` under `key`, and gives it back.
    pub fn keep(&self, key: &str, value: V) -> V {
        let mut values = self.locked();
        if values.len() >= MOST {
            values.clear();
        }
        values.insert(key.to_owned(), value.clone());
        value
    }

    fn locked(&self) -> MutexGuard<'_, HashMap<String, V>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
