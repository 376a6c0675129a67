//! Password hashing: argon2id, a few at once, never on a thread that answers requests.

use crate::base::error::AppError;
use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Verified where there is no account, so that it takes as long as where there is one. It is no password's
/// hash, and written down because a real one would take a fifth of the time to start.
const DECOY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm90aGluZy1vcGVucy1pdA$bm8gcGFzc3dvcmQgaGFzIGV2ZXIgYmVlbiBoYXNoZWQ";

/// Hashes and verifies, at most so many at once: each takes 19 MiB and some ten milliseconds.
#[derive(Clone)]
pub struct Passwords {
    turns: Arc<Semaphore>,
}

impl Passwords {
    /// `at_once` of 0 means one a processor core.
    pub fn new(at_once: u32) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let turns = usize::try_from(at_once)
            .ok()
            .filter(|turns| *turns > 0)
            .unwrap_or(cores);
        Self {
            turns: Arc::new(Semaphore::new(turns)),
        }
    }

    /// The hash to store for `password`.
    pub async fn hash(&self, password: &str) -> Result<String, AppError> {
        let password = password.to_owned();
        self.in_turn(move || hash(&password))
            .await?
            .ok_or(AppError::Internal)
    }

    /// Returns `true` if `password` matches the hash `stored`; without a hash `false`, after the same amount of work.
    pub async fn verify(&self, password: &str, stored: Option<&str>) -> Result<bool, AppError> {
        let known = stored.is_some();
        let (password, stored) = (password.to_owned(), stored.unwrap_or(DECOY).to_owned());
        let matches = self.in_turn(move || {
            PasswordHash::new(&stored).is_ok_and(|hash| {
                Argon2::default()
                    .verify_password(password.as_bytes(), &hash)
                    .is_ok()
            })
        });
        Ok(matches.await? && known)
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, AppError> {
        let turn = Arc::clone(&self.turns)
            .acquire_owned()
            .await
            .map_err(AppError::internal)?;
        tokio::task::spawn_blocking(move || {
            let _turn = turn;
            work()
        })
        .await
        .map_err(AppError::internal)
    }
}

fn hash(password: &str) -> Option<String> {
    Argon2::default()
        .hash_password(password.as_bytes())
        .ok()
        .map(|hash| hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Else an answer would tell by its time whether there is an account.
    #[test]
    fn the_decoy_takes_the_same_work_as_a_stored_hash() {
        let stored = hash("correct horse").expect("a hash");
        let work = |text: &str| {
            let hash = PasswordHash::new(text).expect("a hash");
            let lengths = (
                hash.salt.map(|salt| salt.len()),
                hash.hash.map(|output| output.len()),
            );
            (hash.algorithm, hash.version, hash.params, lengths)
        };
        assert_eq!(work(DECOY), work(&stored));
    }

    #[tokio::test]
    async fn only_the_right_password_of_a_known_account_matches() {
        let passwords = Passwords::new(1);
        let stored = passwords.hash("correct horse").await.expect("a hash");
        assert!(stored.starts_with("$argon2id$"));
        assert_eq!(
            passwords.verify("correct horse", Some(&stored)).await,
            Ok(true)
        );
        assert_eq!(
            passwords.verify("wrong horse", Some(&stored)).await,
            Ok(false)
        );
        assert_eq!(
            passwords
                .verify("a password that opens nothing", None)
                .await,
            Ok(false)
        );
        assert_eq!(passwords.verify("x", Some("not a hash")).await, Ok(false));
    }
}
