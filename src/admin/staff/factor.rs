//! The second factor: codes of an app on the phone (RFC 6238), and recovery codes for the day it is lost.

use super::entity::Model;
use crate::{base::error::AppError, platform::db::statement};
use data_encoding::BASE32_NOPAD;
use fast_qr::{convert::svg::SvgBuilder, qr::QRBuilder};
use sea_orm::ConnectionTrait;
use sha2::{Digest, Sha256};
use totp_rs::{Builder, Secret, Totp};

/// Bytes of a secret, as the standard advises.
const SECRET_BYTES: usize = 20;
/// How many recovery codes there are.
pub const RECOVERY_CODES: usize = 10;
/// Bytes of each: 80 bits, 16 letters.
const CODE_BYTES: usize = 10;

/// What an app on the phone is given.
pub struct Enrolment {
    /// The secret, for whoever cannot scan it.
    pub typed: String,
    /// The secret as a QR code to scan, as SVG.
    pub picture: String,
}

/// A new secret.
pub fn secret() -> Result<Vec<u8>, AppError> {
    let mut bytes = vec![0; SECRET_BYTES];
    getrandom::fill(&mut bytes).map_err(AppError::internal)?;
    Ok(bytes)
}

/// The secret that was written as `text`, if it is one.
pub fn read_secret(text: &str) -> Option<Vec<u8>> {
    let bytes = BASE32_NOPAD.decode(text.as_bytes()).ok()?;
    (bytes.len() == SECRET_BYTES).then_some(bytes)
}

/// What the app of `email` is given for `secret`; it shows `shop` as the issuer.
pub fn enrolment(secret: &[u8], email: &str, shop: &str) -> Result<Enrolment, AppError> {
    // A colon stands between issuer and account there.
    let plain = |text: &str| text.replace(':', " ");
    let totp = builder(secret)
        .with_account_name(plain(email))
        .with_issuer(Some(plain(shop)))
        .build()
        .map_err(AppError::internal)?;
    let url = totp.to_url().map_err(AppError::internal)?;
    let code = QRBuilder::new(url)
        .build()
        .map_err(|error| AppError::internal(error.to_string()))?;
    Ok(Enrolment {
        typed: BASE32_NOPAD.encode(secret),
        picture: SvgBuilder::default().to_str(&code),
    })
}

fn builder(secret: &[u8]) -> Builder {
    Builder::new().with_secret(Secret::from(secret.to_vec()))
}

/// The 30 seconds whose code `typed` is, of those around `now`.
pub fn step(secret: &[u8], typed: &str, now: i64) -> Option<i64> {
    let typed: String = typed.chars().filter(char::is_ascii_digit).collect();
    let totp: Totp = builder(secret).build().ok()?;
    let step = totp.check(&typed, u64::try_from(now).ok()?)?;
    i64::try_from(step).ok()
}

/// Takes the code `typed` of `member`; whether it is one of the app, not taken before, or a recovery code, which is used up.
pub async fn take(
    tx: &impl ConnectionTrait,
    member: &Model,
    typed: &str,
    now: i64,
) -> Result<bool, AppError> {
    let secret = member.factor_secret.as_deref().unwrap_or_default();
    if let Some(step) = step(secret, typed, now) {
        const PUT: &str = "UPDATE staff SET factor_step = $2 WHERE id = $1 AND factor_step < $2";
        let put = statement(tx, PUT, [member.id.into(), step.into()]);
        return Ok(tx.execute_raw(put).await?.rows_affected() > 0);
    }
    const USE: &str = "DELETE FROM staff_recovery_codes WHERE staff_id = $1 AND code_hash = $2";
    let values = [member.id.into(), hash(typed).into()];
    let used = tx.execute_raw(statement(tx, USE, values)).await?;
    Ok(used.rows_affected() > 0)
}

/// Lets `secret` make the codes of the member `id` from now on, of which that of `step` is taken; the recovery codes.
pub async fn begin(
    tx: &impl ConnectionTrait,
    id: i64,
    secret: &[u8],
    step: i64,
) -> Result<Vec<String>, AppError> {
    const PUT: &str = "UPDATE staff SET factor_secret = $2, factor_step = $3 WHERE id = $1";
    const ADD: &str = "INSERT INTO staff_recovery_codes (staff_id, code_hash) VALUES ($1, $2)";
    let put = [id.into(), secret.to_vec().into(), step.into()];
    tx.execute_raw(statement(tx, PUT, put)).await?;
    forget_codes(tx, id).await?;
    let mut codes = Vec::new();
    for _ in 0..RECOVERY_CODES {
        let code = recovery_code()?;
        let add = [id.into(), hash(&code).into()];
        tx.execute_raw(statement(tx, ADD, add)).await?;
        codes.push(code);
    }
    Ok(codes)
}

/// Asks the member `id` for no code any more.
pub async fn end(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    const PUT: &str = "UPDATE staff SET factor_secret = NULL WHERE id = $1";
    tx.execute_raw(statement(tx, PUT, [id.into()])).await?;
    forget_codes(tx, id).await
}

async fn forget_codes(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    const FORGET: &str = "DELETE FROM staff_recovery_codes WHERE staff_id = $1";
    tx.execute_raw(statement(tx, FORGET, [id.into()])).await?;
    Ok(())
}

/// How many recovery codes the member `id` has left.
pub async fn codes_left(db: &impl ConnectionTrait, id: i64) -> Result<i64, AppError> {
    const COUNT: &str = "SELECT COUNT(*) FROM staff_recovery_codes WHERE staff_id = $1";
    let row = db.query_one_raw(statement(db, COUNT, [id.into()])).await?;
    Ok(row.ok_or(AppError::Internal)?.try_get_by_index(0)?)
}

/// Four groups of four letters and digits that are not taken for each other.
fn recovery_code() -> Result<String, AppError> {
    let mut bytes = [0; CODE_BYTES];
    getrandom::fill(&mut bytes).map_err(AppError::internal)?;
    let letters: Vec<char> = BASE32_NOPAD.encode(&bytes).to_lowercase().chars().collect();
    let groups = letters.chunks(4).map(String::from_iter);
    Ok(groups.collect::<Vec<_>>().join("-"))
}

/// The hash of a recovery code, however it is spaced. It has 80 random bits, so that none is ever found by its hash.
fn hash(code: &str) -> Vec<u8> {
    let plain: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    Sha256::digest(plain.to_lowercase()).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The vectors of RFC 6238, appendix B, with their last six digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = b"12345678901234567890";
        for (now, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_234_567_890, "005924"),
        ] {
            assert_eq!(step(secret, code, now), Some(now / 30), "{code}");
            assert_eq!(
                step(secret, &format!("{} {}", &code[..3], &code[3..]), now + 30),
                Some(now / 30)
            );
            assert_eq!(step(secret, code, now + 120), None);
        }
        assert_eq!(step(secret, "", 59), None);
        assert_eq!(step(b"", "287082", 59), None);
    }

    #[test]
    fn what_an_app_is_given_can_be_typed_and_scanned() {
        let secret = secret().expect("random bytes");
        let given = enrolment(&secret, "ada@shop.example", "Ada: nails").expect("a code");
        assert_eq!(read_secret(&given.typed), Some(secret));
        assert!(given.picture.starts_with("<svg"), "{}", given.picture);
        assert_eq!(read_secret("AAAA"), None);
    }

    #[test]
    fn a_recovery_code_is_the_same_however_it_is_written() {
        let code = recovery_code().expect("random bytes");
        assert_eq!(code.len(), 19);
        assert_eq!(hash(&code), hash(&code.to_uppercase().replace('-', " ")));
        assert_ne!(hash(&code), hash(&recovery_code().expect("random bytes")));
    }
}
