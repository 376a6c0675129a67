use std::{
    collections::HashMap,
    mem,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Most values of a generation.
const MOST: usize = 250;

/// Values worked out before, by what they were worked out from. Two generations of them: when the
/// young one is full, what nobody asked for since the last time is forgotten.
pub struct Memo<V>(Mutex<Generations<V>>);

struct Generations<V> {
    young: HashMap<String, V>,
    old: HashMap<String, V>,
}

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self(Mutex::new(Generations {
            young: HashMap::new(),
            old: HashMap::new(),
        }))
    }
}

impl<V: Clone> Memo<V> {
    /// What is remembered under `key`.
    pub fn get(&self, key: &str) -> Option<V> {
        let mut values = self.locked();
        if let Some(value) = values.young.get(key) {
            return Some(value.clone());
        }
        let (key, value) = values.old.remove_entry(key)?;
        values.put(key, value.clone());
        Some(value)
    }

    /// Remembers `value` under `key`, and gives it back.
    pub fn keep(&self, key: &str, value: V) -> V {
        self.locked().put(key.to_owned(), value.clone());
        value
    }

    fn locked(&self) -> MutexGuard<'_, Generations<V>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<V> Generations<V> {
    fn put(&mut self, key: String, value: V) {
        if self.young.len() >= MOST {
            self.old = mem::take(&mut self.young);
        }
        self.young.insert(key, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stays_and_the_rest_is_forgotten() {
        let memo = Memo::default();
        memo.keep("common", 1);
        memo.keep("rare", 2);
        for number in 0..MOST * 4 {
            memo.keep(&format!("{number}"), 0);
            assert_eq!(memo.get("common"), Some(1), "{number}");
        }
        assert_eq!(memo.get("rare"), None);
        let values = memo.locked();
        assert!(values.young.len() <= MOST && values.old.len() <= MOST);
    }
}
