//! Whether who types a password or a code is who they say; guesses are counted, and after five one waits.

use super::{device, entity::Model, factor, session::Signed, store};
use crate::{
    account::{context::AccountServices, limits::Limit},
    base::{error::AppError, validate},
    platform::cookies::Token,
};

/// Where somebody tries.
#[derive(Clone, Copy)]
pub struct AttemptOrigin<'a> {
    /// Their network address.
    pub address: &'a str,
    /// What their device is known by.
    pub device: Option<&'a Token>,
}

/// What came of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttemptOutcome {
    /// It is they.
    Right(Box<Model>),
    /// It is not.
    Wrong,
    /// Too many tries: so many minutes to wait.
    Wait(u32),
}

/// The limits on guesses for `subject` from `address`, one after the other.
fn limits(shop: &AccountServices, subject: &str, address: &str) -> Vec<Limit> {
    vec![
        Limit::staff_from(address, &shop.config),
        Limit::staff(subject, &shop.config),
    ]
}

/// The limits on guesses for the account `email`. On a device where its owner was signed in before, neither what is guessed
/// elsewhere nor neighbours count: else whoever knows an address could shut its owner out.
async fn limits_of(
    shop: &AccountServices,
    email: &str,
    from: AttemptOrigin<'_>,
) -> Result<Vec<Limit>, AppError> {
    let known = device::DEVICES
        .known(&shop.db.read, email, from.device)
        .await?;
    Ok(match known {
        Some(device) => vec![Limit::staff_device(email, device, &shop.config)],
        None => limits(shop, email, from.address),
    })
}

/// Tries `password` for the account `email`.
pub async fn password(
    shop: &AccountServices,
    email: &str,
    password: &str,
    from: AttemptOrigin<'_>,
    now: i64,
) -> Result<AttemptOutcome, AppError> {
    let email = validate::email(email).unwrap_or_default();
    let limits = limits_of(shop, &email, from).await?;
    tried(shop, &email, password, &limits, now).await
}

/// Tries `password` for whoever is `signed` in already. What strangers guess elsewhere does not count here.
pub async fn password_again(
    shop: &AccountServices,
    signed: &Signed,
    password: &str,
    address: &str,
    now: i64,
) -> Result<AttemptOutcome, AppError> {
    let subject = format!("{} in session {}", signed.staff.email, signed.session.id);
    let limits = limits(shop, &subject, address);
    tried(shop, &signed.staff.email, password, &limits, now).await
}

async fn tried(
    shop: &AccountServices,
    email: &str,
    password: &str,
    limits: &[Limit],
    now: i64,
) -> Result<AttemptOutcome, AppError> {
    if let Some(minutes) = attempt(shop, limits, now).await? {
        return Ok(AttemptOutcome::Wait(minutes));
    }
    let member = store::by_email(&shop.db.read, email).await?;
    // One who has not chosen a password yet has none that could be right.
    let stored = member.as_ref().map(|it| it.password_hash.as_str());
    let stored = stored.filter(|hash| !hash.is_empty());
    let is_right = shop.passwords.verify(password, stored).await?;
    match member.filter(|_| is_right) {
        Some(member) => {
            forgive(shop, limits).await?;
            Ok(AttemptOutcome::Right(Box::new(member)))
        }
        None => Ok(AttemptOutcome::Wrong),
    }
}

/// Tries the code `typed` of `member`.
pub async fn code(
    shop: &AccountServices,
    member: &Model,
    typed: &str,
    from: AttemptOrigin<'_>,
    now: i64,
) -> Result<AttemptOutcome, AppError> {
    let limits = limits_of(shop, &member.email, from).await?;
    if let Some(minutes) = attempt(shop, &limits, now).await? {
        return Ok(AttemptOutcome::Wait(minutes));
    }
    if !factor::take(&shop.db.write, member, typed, now).await? {
        return Ok(AttemptOutcome::Wrong);
    }
    forgive(shop, &limits).await?;
    Ok(AttemptOutcome::Right(Box::new(member.clone())))
}

async fn attempt(
    shop: &AccountServices,
    limits: &[Limit],
    now: i64,
) -> Result<Option<u32>, AppError> {
    for limit in limits {
        if let Some(minutes) = limit.attempt(&shop.db.write, now).await? {
            return Ok(Some(minutes));
        }
    }
    Ok(None)
}

/// It was no guess: of this network one less counts, and of this account none. (With a second factor, its codes are counted
/// for the same account: who knows the password alone must not clear that count.)
async fn forgive(shop: &AccountServices, limits: &[Limit]) -> Result<(), AppError> {
    for limit in limits {
        limit.forgive(&shop.db.write).await?;
    }
    Ok(())
}
