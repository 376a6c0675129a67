//! Limits on guessing, kept in the database: they survive a restart and hold for every instance.

use super::{context::Visitor, sign_in::known_device};
use crate::{
    base::{date::HOUR, error::AppError},
    platform::{config::Config, cookies::Token},
};
use sea_orm::{ConnectionTrait, Statement};
use sha2::{Digest, Sha256};

/// Most failed attempts of one member of staff within `STAFF_WINDOW`.
const STAFF_ATTEMPTS: u32 = 5;
/// Window in which failed attempts in the back office are counted, in seconds.
const STAFF_WINDOW: i64 = HOUR / 4;
/// Most e-mails of the shop that a member of staff may send to themselves within an hour.
const STAFF_EMAILS: u32 = 30;

/// Most requests to the provider about one payment within a minute; open tabs ask by themselves every few seconds.
const LOOKS_AT_PAYMENT: u32 = 60;

/// Most questions taken from one network address within an hour.
const QUESTIONS_FROM: u32 = 20;
/// Most questions taken from one e-mail address within an hour.
const QUESTIONS_OF: u32 = 8;

/// What is counted, and how often it may happen within a window.
pub struct Limit {
    key: String,
    allowed: i64,
    window_seconds: i64,
}

impl Limit {
    /// Failed sign-ins for one account, existing or not.
    pub fn sign_in_for_account(email: &str, config: &Config) -> Self {
        Self::new("account", email, config.attempts_per_account, config)
    }

    /// Failed sign-ins for one account on a device where its customer was signed in before.
    pub fn sign_in_on_device(email: &str, token: &Token, config: &Config) -> Self {
        let subject = at_device(email, token);
        Self::new("device", &subject, config.attempts_per_account, config)
    }

    /// Wrong passwords of a customer who is signed in and wants another one.
    pub fn password_check(email: &str, config: &Config) -> Self {
        Self::new("password", email, config.attempts_per_account, config)
    }

    /// Failed sign-ins and registrations from one network address.
    pub fn sign_in_from_address(address: &str, config: &Config) -> Self {
        Self::new("address", address, config.attempts_per_address, config)
    }

    /// Carts begun from one network address.
    pub fn carts(address: &str, config: &Config) -> Self {
        Self::new("carts", address, config.carts_per_address, config)
    }

    /// Unpaid orders placed from one network address within an hour.
    pub fn orders_from(address: &str, config: &Config) -> Self {
        let limit = Self::new("orders from", address, config.orders_per_address, config);
        limit.within(HOUR)
    }

    /// Unpaid orders of one e-mail address within an hour.
    pub fn orders_of(email: &str, config: &Config) -> Self {
        let email = email.to_lowercase();
        let limit = Self::new("orders of", &email, config.orders_per_email, config);
        limit.within(HOUR)
    }

    /// E-mails with a code or link to one recipient within an hour.
    pub fn emails_to(recipient: &str, config: &Config) -> Self {
        let most = config.account_emails_per_recipient;
        Self::new("emails to", recipient, most, config).within(HOUR)
    }

    /// E-mails with a code or link to one recipient within an hour, asked for on a device where they signed in before: requests of
    /// strangers do not count.
    pub fn emails_to_device(recipient: &str, device: &Token, config: &Config) -> Self {
        let subject = at_device(recipient, device);
        let most = config.account_emails_per_recipient;
        Self::new("emails to device", &subject, most, config).within(HOUR)
    }

    /// E-mails with a code or link that are asked for from one network address within an hour.
    pub fn emails_from(address: &str, config: &Config) -> Self {
        let most = config.account_emails_per_address;
        Self::new("emails from", address, most, config).within(HOUR)
    }

    /// Back-in-stock alerts requested from one network address within an hour.
    pub fn stock_alerts(address: &str, config: &Config) -> Self {
        let allowed = config.stock_alerts_per_address;
        Self::new("stock alerts", address, allowed, config).within(HOUR)
    }

    /// Questions sent from one network address within an hour.
    pub fn questions_from(address: &str, config: &Config) -> Self {
        Self::new("questions from", address, QUESTIONS_FROM, config).within(HOUR)
    }

    /// Questions sent with one e-mail address within an hour.
    pub fn questions_of(email: &str, config: &Config) -> Self {
        Self::new("questions of", email, QUESTIONS_OF, config).within(HOUR)
    }

    /// Requests to the provider about the payment `id` within a minute.
    pub fn looks_at_payment(id: i64, config: &Config) -> Self {
        let limit = Self::new("payment", &id.to_string(), LOOKS_AT_PAYMENT, config);
        limit.within(60)
    }

    /// Wrong passwords and codes of one member of staff, existing or not.
    pub fn staff(email: &str, config: &Config) -> Self {
        let limit = Self::new("staff", email, STAFF_ATTEMPTS, config);
        limit.within(STAFF_WINDOW)
    }

    /// Wrong passwords and codes of one member of staff on a device where they signed in before.
    pub fn staff_device(email: &str, device: &Token, config: &Config) -> Self {
        let subject = at_device(email, device);
        let limit = Self::new("staff device", &subject, STAFF_ATTEMPTS, config);
        limit.within(STAFF_WINDOW)
    }

    /// Wrong passwords, codes and tokens in the back office from one network address.
    pub fn staff_from(address: &str, config: &Config) -> Self {
        let allowed = config.attempts_per_address;
        Self::new("staff from", address, allowed, config).within(STAFF_WINDOW)
    }

    /// E-mails of the shop that a member of staff sends to themselves within an hour.
    pub fn staff_emails(email: &str, config: &Config) -> Self {
        Self::new("staff emails", email, STAFF_EMAILS, config).within(HOUR)
    }

    fn within(self, window_seconds: i64) -> Self {
        Self {
            window_seconds,
            ..self
        }
    }

    fn new(kind: &str, subject: &str, allowed: u32, config: &Config) -> Self {
        let digest = Sha256::digest(format!("{kind}:{subject}"));
        let key = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Self {
            key,
            allowed: i64::from(allowed),
            window_seconds: i64::from(config.attempt_window_minutes) * 60,
        }
    }

    /// Counts an attempt; returns the minutes to wait, at least 1, if it is one too many.
    ///
    /// A window that begins in the future is over: the clock was ahead.
    pub async fn attempt(
        &self,
        db: &impl ConnectionTrait,
        now: i64,
    ) -> Result<Option<u32>, AppError> {
        const COUNT: &str = "INSERT INTO attempts (key, window_started_at, count) VALUES ($1, $2, 1) \
            ON CONFLICT (key) DO UPDATE SET \
            count = CASE WHEN attempts.window_started_at > $3 AND attempts.window_started_at <= $2 \
            THEN attempts.count + 1 ELSE 1 END, \
            window_started_at = CASE WHEN attempts.window_started_at > $3 AND attempts.window_started_at <= $2 \
            THEN attempts.window_started_at ELSE $2 END \
            RETURNING count, window_started_at";
        let values = [
            self.key.as_str().into(),
            now.into(),
            (now - self.window_seconds).into(),
        ];
        let count = Statement::from_sql_and_values(db.get_database_backend(), COUNT, values);
        let row = db.query_one_raw(count).await?.ok_or(AppError::Internal)?;
        let (count, started): (i64, i64) = (
            row.try_get("", "count")?,
            row.try_get("", "window_started_at")?,
        );
        let wait = (started + self.window_seconds - now + 59) / 60;
        Ok((count > self.allowed).then(|| u32::try_from(wait.max(1)).unwrap_or(u32::MAX)))
    }

    /// Takes an attempt back: it was no failure.
    pub async fn forgive(&self, db: &impl ConnectionTrait) -> Result<(), AppError> {
        const TAKE_BACK: &str =
            "UPDATE attempts SET count = count - 1 WHERE key = $1 AND count > 0";
        self.run(db, TAKE_BACK).await
    }

    /// Forgets every attempt.
    pub async fn clear(&self, db: &impl ConnectionTrait) -> Result<(), AppError> {
        self.run(db, "DELETE FROM attempts WHERE key = $1").await
    }

    async fn run(&self, db: &impl ConnectionTrait, sql: &str) -> Result<(), AppError> {
        let key = [self.key.as_str().into()];
        let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, key);
        db.execute_raw(statement).await?;
        Ok(())
    }
}

/// `email` on the device that is known by `token`.
fn at_device(email: &str, token: &Token) -> String {
    let digits = |hex: String, byte: &u8| hex + &format!("{byte:02x}");
    format!(
        "{email}:{}",
        token.hash().iter().fold(String::new(), digits)
    )
}

/// Counts an e-mail with a code or link to `recipient` that `visitor` asks for; returns the minutes to wait if it is
/// one too many.
pub async fn email_asked(
    db: &impl ConnectionTrait,
    config: &Config,
    visitor: &Visitor,
    recipient: &str,
    now: i64,
) -> Result<Option<u32>, AppError> {
    let known = known_device::DEVICES
        .known(db, recipient, visitor.device_token.as_ref())
        .await?;
    let to = match known {
        Some(device) => Limit::emails_to_device(recipient, device, config),
        None => Limit::emails_to(recipient, config),
    };
    // What the network is refused does not count against the recipient.
    for limit in [Limit::emails_from(&visitor.address, config), to] {
        if let Some(minutes) = limit.attempt(db, now).await? {
            return Ok(Some(minutes));
        }
    }
    Ok(None)
}

/// Deletes attempts whose window is over; returns how many.
pub async fn purge(db: &impl ConnectionTrait, config: &Config, now: i64) -> Result<u64, AppError> {
    const OVER: &str =
        "DELETE FROM attempts WHERE window_started_at <= $1 OR window_started_at > $2";
    let longest = HOUR.max(i64::from(config.attempt_window_minutes) * 60);
    let values = [(now - longest).into(), now.into()];
    let delete = Statement::from_sql_and_values(db.get_database_backend(), OVER, values);
    Ok(db.execute_raw(delete).await?.rows_affected())
}
