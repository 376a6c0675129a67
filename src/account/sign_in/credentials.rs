//! Checks an e-mail address and a password: an unknown address and a wrong password get the same answer after the same
//! work, and guesses are limited.

use super::known_device;
use crate::{
    account::{entity::customer, limits::Limit, password::Passwords, store},
    base::{error::AppError, validate},
    platform::{config::Config, cookies::Token, db::Db},
    text::notice::Problem,
};

/// What somebody typed, and where.
pub struct Credentials<'a> {
    /// E-mail address, as typed.
    pub email: &'a str,
    /// Password.
    pub password: &'a str,
    /// What the device is known by.
    pub device: Option<&'a Token>,
    /// Network address.
    pub address: &'a str,
}

impl Credentials<'_> {
    /// Returns the customer with this e-mail address and password, or the problem to show.
    pub async fn verify(
        &self,
        db: &Db,
        passwords: &Passwords,
        config: &Config,
        now: i64,
    ) -> Result<Result<customer::Model, Problem>, AppError> {
        let Some(email) = validate::email(self.email) else {
            return Ok(Err(Problem::Email));
        };
        // Where the customer was signed in before, neither guesses made elsewhere nor neighbours count.
        // Elsewhere the address is asked first: what it refuses does not count against the account.
        let known = known_device::DEVICES
            .known(&db.read, &email, self.device)
            .await?;
        let (address, account) = match known {
            Some(device) => (None, Limit::sign_in_on_device(&email, device, config)),
            None => (
                Some(Limit::sign_in_from_address(self.address, config)),
                Limit::sign_in_for_account(&email, config),
            ),
        };
        for limit in address.iter().chain([&account]) {
            if let Some(minutes) = limit.attempt(&db.write, now).await? {
                return Ok(Err(Problem::TooManyAttempts(minutes)));
            }
        }
        let found = store::by_email(&db.read, &email).await?;
        // A password too long to have been accepted is not worth hashing, for known and unknown alike.
        let password = if self.password.len() > validate::PASSWORD_MAX {
            ""
        } else {
            self.password
        };
        // Who signs in by code alone has none, and gets the same answer after the same work.
        let hash = found
            .as_ref()
            .map(|row| row.password_hash.as_str())
            .filter(|hash| !hash.is_empty());
        let matches = passwords.verify(password, hash).await?;
        let Some(row) = found.filter(|_| matches) else {
            return Ok(Err(Problem::WrongCredentials));
        };
        account.clear(&db.write).await?;
        if let Some(address) = address {
            address.forgive(&db.write).await?;
        }
        Ok(Ok(row))
    }
}
