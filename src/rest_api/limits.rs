//! How often tokens may ask (`spec/rest.md` 1): counted by the minute of the clock, in each instance of the shop.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

/// Seconds in which requests are counted.
const WINDOW: i64 = 60;
/// Most that are counted apart: whoever makes up more tokens than that in a minute fills no memory.
const MAX: usize = 100_000;
/// How often one wrong token may be tried from one address.
pub const WRONG_OF_TOKEN: u32 = 20;
/// How often wrong tokens may be tried from one address before nothing more is answered there.
pub const WRONG_OF_ADDRESS: u32 = 600;

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CountedCalls {
    /// Requests with a secret token, by its hash.
    Token(Vec<u8>),
    /// Requests with a public token from an address: it stands in every page, and no visitor uses it up for the others.
    PublicToken(Vec<u8>, String),
    /// Requests with a token that is none, from an address.
    WrongToken(Vec<u8>, String),
    /// All requests with wrong tokens from an address.
    Wrong(String),
}

/// The counts of this minute.
#[derive(Default)]
pub struct Limits(Mutex<Minute>);

#[derive(Default)]
struct Minute {
    number: i64,
    counts: HashMap<CountedCalls, u32>,
}

impl Limits {
    /// Counts a call; if there are more than `most` in this window, the seconds after which to try again.
    pub fn count(&self, what: CountedCalls, most: u32, now: i64) -> Option<i64> {
        self.look(now, |counts| {
            if counts.len() >= MAX && !counts.contains_key(&what) {
                return false;
            }
            let count = counts.entry(what).or_default();
            *count = count.saturating_add(1);
            *count > most
        })
    }

    /// If `what` was counted `most` times in this window, the seconds after which to try again. Counts nothing.
    pub fn reached(&self, what: &CountedCalls, most: u32, now: i64) -> Option<i64> {
        self.look(now, |counts| {
            counts.get(what).is_some_and(|count| *count >= most)
        })
    }

    fn look(
        &self,
        now: i64,
        is_over: impl FnOnce(&mut HashMap<CountedCalls, u32>) -> bool,
    ) -> Option<i64> {
        let mut minute = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let number = now.div_euclid(WINDOW);
        if minute.number != number {
            *minute = Minute {
                number,
                ..Minute::default()
            };
        }
        is_over(&mut minute.counts).then(|| WINDOW - now.rem_euclid(WINDOW))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_counted_for_itself_and_anew_each_minute() {
        let (limits, ours) = (Limits::default(), || CountedCalls::Token(vec![1]));
        assert_eq!(limits.count(ours(), 2, 605), None);
        assert_eq!(limits.count(ours(), 2, 606), None);
        assert_eq!(limits.reached(&ours(), 2, 606), Some(54));
        assert_eq!(limits.count(ours(), 2, 607), Some(53));
        assert_eq!(limits.count(CountedCalls::Token(vec![2]), 2, 607), None);
        assert_eq!(limits.count(ours(), 2, 660), None);
        assert_eq!(limits.reached(&ours(), 2, 661), None);
    }

    #[test]
    fn made_up_tokens_fill_no_memory() {
        let limits = Limits::default();
        for number in 0..MAX + 10 {
            limits.count(CountedCalls::Wrong(number.to_string()), 1, 0);
        }
        let held = limits.0.lock().expect("the counts").counts.len();
        assert_eq!(held, MAX);
    }
}
