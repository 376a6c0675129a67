//! What keeps programs out, without asking people to prove anything: a field that nobody sees, and a form that takes a moment.

use crate::{base::error::AppError, platform::link_key::LinkKey};
use nanoid::nanoid;

/// The field that nobody sees, named for what programs like to fill in.
pub const HIDDEN: &str = "website";
/// Shortest time in which a person can fill in the form, in seconds.
const QUICKEST: i64 = 3;
/// How long a form stays valid after it was shown, in seconds.
const MAX_LENGTH: i64 = 24 * 60 * 60;

/// Whether a submitted form looks like a bot's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoneypotVerdict {
    /// A person sent it.
    No,
    /// It is too old, too quick, or nobody was given it: it is shown once more.
    Perhaps,
    /// A program filled in what nobody sees.
    Yes,
}

/// The token of a form that is shown `now`.
pub fn token(key: &LinkKey, now: i64) -> String {
    let form = format!("{now}-{}", nanoid!());
    format!("{form}.{}", key.token(&subject(&form)))
}

/// Returns the token for a form shown again: the old one while it is valid, so that the minimum wait does not restart.
pub fn again(key: &LinkKey, token_: &str, now: i64) -> String {
    let is_own = token_.rsplit_once('.').is_some_and(|(form, mac)| {
        let shown_at = form.split('-').next().and_then(|at| at.parse::<i64>().ok());
        let holds = shown_at.is_some_and(|at| (0..MAX_LENGTH).contains(&(now - at)));
        holds && key.is_token(&subject(form), mac)
    });
    match is_own {
        true => token_.to_owned(),
        false => token(key, now),
    }
}

fn subject(form: &str) -> String {
    format!("contact form {form}")
}

/// Returns whether a form with this `token`, and `hidden` in the invisible field, looks like a bot's.
pub fn caught(key: &LinkKey, token: &str, hidden: &str, now: i64) -> HoneypotVerdict {
    if !hidden.is_empty() {
        return HoneypotVerdict::Yes;
    }
    let Some((form, mac)) = token.rsplit_once('.') else {
        return HoneypotVerdict::Perhaps;
    };
    let shown_at = form.split('-').next().and_then(|at| at.parse::<i64>().ok());
    let is_timely = shown_at.is_some_and(|at| (QUICKEST..MAX_LENGTH).contains(&(now - at)));
    match key.is_token(&subject(form), mac) && is_timely {
        true => HoneypotVerdict::No,
        false => HoneypotVerdict::Perhaps,
    }
}

/// Returns the form's id, which the database recognises repeated submissions by; a bad request if `token` has none.
pub fn form_of(token: &str) -> Result<&str, AppError> {
    let form = token.rsplit_once('.').map(|(form, _)| form);
    form.ok_or(AppError::BadRequest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_too_quick_or_fills_in_everything_is_caught() {
        let (key, other) = (LinkKey::of_bytes([1; 32]), LinkKey::of_bytes([2; 32]));
        let token = token(&key, 1_000);
        let of = |hidden: &str, now: i64| caught(&key, &token, hidden, now);
        assert_eq!(of("", 1_003), HoneypotVerdict::No);
        assert_eq!(of("", 1_002), HoneypotVerdict::Perhaps);
        assert_eq!(of("", 999), HoneypotVerdict::Perhaps);
        assert_eq!(of("", 1_000 + MAX_LENGTH), HoneypotVerdict::Perhaps);
        assert_eq!(of("https://spam.example", 1_003), HoneypotVerdict::Yes);
        assert_eq!(caught(&other, &token, "", 1_003), HoneypotVerdict::Perhaps);
        assert_eq!(again(&key, &token, 1_001), token);
        assert_ne!(again(&key, &token, 1_000 + MAX_LENGTH), token);
        assert_ne!(again(&other, &token, 1_001), token);
        let later = token.replacen("1000", "1001", 1);
        for wrong in ["", ".", "1000", &later] {
            assert_eq!(
                caught(&key, wrong, "", 1_010),
                HoneypotVerdict::Perhaps,
                "{wrong}"
            );
        }
    }
}
