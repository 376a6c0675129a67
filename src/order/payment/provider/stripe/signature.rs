//! How it is known that a message is Stripe's.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Seconds that a signature is good for: a message that is played again later is none.
const TOLERANCE: i64 = 300;

/// Returns `true` if `signature` (`t=SECONDS,v1=HEX,…`) signs `body` with `secret`, within `TOLERANCE` seconds of `now`.
///
/// While a secret is being replaced, it holds several signatures.
pub(super) fn is_signed(secret: &str, signature: &str, body: &[u8], now: i64) -> bool {
    let parts = signature.split(',').filter_map(|part| part.split_once('='));
    let parts: Vec<(&str, &str)> = parts.map(|(name, value)| (name.trim(), value)).collect();
    let time = parts.iter().find(|(name, _)| *name == "t").map(|it| it.1);
    let Some((time, seconds)) = time.and_then(|it| Some((it, it.parse::<i64>().ok()?))) else {
        return false;
    };
    if secret.is_empty() || (now - seconds).abs() > TOLERANCE {
        return false;
    }
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("keys of every length");
    mac.update(time.as_bytes());
    mac.update(b".");
    mac.update(body);
    let signatures = parts.iter().filter(|(name, _)| *name == "v1");
    let mut bytes = signatures.filter_map(|it| {
        data_encoding::HEXLOWER_PERMISSIVE
            .decode(it.1.as_bytes())
            .ok()
    });
    bytes.any(|bytes| mac.clone().verify_slice(&bytes).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The signature of a body at a time, calculated with `openssl dgst -sha256 -hmac`.
    #[test]
    fn a_signature_is_of_its_body_its_time_and_its_secret() {
        let (secret, body) = ("whsec_test", br#"{"id":"evt_1"}"#.as_slice());
        let signed = |time: &str| {
            let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("a key");
            mac.update(format!("{time}.").as_bytes());
            mac.update(body);
            data_encoding::HEXLOWER.encode(&mac.finalize().into_bytes())
        };
        let good = signed("1000");
        let header = format!("t=1000,v1={good}");
        assert!(is_signed(secret, &header, body, 1000) && is_signed(secret, &header, body, 1300));
        let rotating = format!("t=1000,v1={},v1={good},v0=x", "0".repeat(64));
        assert!(
            is_signed(secret, &rotating, body, 1000),
            "one of two secrets"
        );
        for (what, secret, header, body, now) in [
            (
                "another body",
                secret,
                header.as_str(),
                b"{}".as_slice(),
                1000,
            ),
            ("too old", secret, &header, body, 1301),
            ("from the future", secret, &header, body, 699),
            ("another secret", "whsec_other", &header, body, 1000),
            ("no secret", "", &header, body, 1000),
            (
                "another time",
                secret,
                &format!("t=1001,v1={good}"),
                body,
                1000,
            ),
            (
                "another scheme",
                secret,
                &format!("t=1000,v0={good}"),
                body,
                1000,
            ),
            ("no time", secret, &format!("v1={good}"), body, 1000),
            ("nothing", secret, "", body, 1000),
            ("no hex", secret, "t=1000,v1=zz", body, 1000),
        ] {
            assert!(!is_signed(secret, header, body, now), "{what}");
        }
    }
}
