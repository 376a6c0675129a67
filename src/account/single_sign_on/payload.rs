//! The payload: `message SP signature SP timestamp` (`spec/js-api.md` 7). Pure.

use crate::base::person::Person;
use base64::{
    Engine, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use data_encoding::HEXLOWER_PERMISSIVE;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Deserializer};
use sha1::Sha1;
use sha2::Sha256;

/// Seconds that a payload holds, and that clocks may differ by.
pub const HOLDS_FOR: i64 = 10 * 60;

/// Sites leave the padding out as they like.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Why a payload signs nobody in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayloadRefusal {
    /// It is no payload.
    Malformed,
    /// No app has this id and a secret.
    UnknownApp,
    /// The app did not sign it.
    WrongSignature,
    /// It is too old, or of the future.
    Expired,
    /// It was used before.
    Replayed,
    /// Its e-mail address is another customer's.
    EmailTaken,
}

/// Which signatures are believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hashes {
    /// HMAC-SHA256 alone.
    Sha256,
    /// HMAC-SHA1 too, as sites of before 2024 sign.
    Sha1Too,
}

/// Whom a payload names: believed once it is verified.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SignOn {
    /// The app whose secret has signed it.
    pub app_client_id: String,
    /// What the site knows the customer by.
    #[serde(deserialize_with = "text_or_number")]
    pub user_id: String,
    /// Who that is.
    pub profile: Profile,
}

/// What the site says of the customer.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    /// E-mail address.
    pub email: String,
    /// Whom bills go to.
    pub billing_person: Option<Person>,
    /// Where orders go.
    #[serde(default)]
    pub shipping_addresses: Vec<ShippingAddress>,
    /// When the customer registered there, in UNIX seconds.
    pub registered: Option<i64>,
}

/// A place that orders go to: a person, or an object with one.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum ShippingAddress {
    /// `{ person: … }`.
    Wrapped {
        /// Who lives there.
        person: Person,
    },
    /// The person itself.
    Bare(Person),
}

impl ShippingAddress {
    /// Who lives there.
    pub fn person(&self) -> &Person {
        match self {
            Self::Wrapped { person } | Self::Bare(person) => person,
        }
    }
}

/// A payload that can be read; nothing of it is believed yet.
#[derive(Debug)]
pub struct Payload<'a> {
    /// Whom it names.
    pub sign_on: SignOn,
    /// What tells it from every other payload.
    pub signature: Vec<u8>,
    signed: &'a str,
    signed_at: i64,
}

impl<'a> Payload<'a> {
    /// Reads `text`.
    pub fn parse(text: &'a str) -> Result<Self, PayloadRefusal> {
        Self::read(text.trim()).ok_or(PayloadRefusal::Malformed)
    }

    fn read(text: &'a str) -> Option<Self> {
        let (signed_and_signature, time) = text.rsplit_once(' ')?;
        let (message, signature) = signed_and_signature.split_once(' ')?;
        let json = BASE64.decode(message).ok()?;
        Some(Self {
            sign_on: serde_json::from_slice(&json).ok()?,
            signature: HEXLOWER_PERMISSIVE.decode(signature.as_bytes()).ok()?,
            signed: message,
            signed_at: time.parse().ok()?,
        })
    }

    /// Whether the app with `secret` signed it not long before `now`.
    pub fn verify(&self, secret: &str, hashes: Hashes, now: i64) -> Result<(), PayloadRefusal> {
        let signed = format!("{} {}", self.signed, self.signed_at);
        let is_sha256 = verifies::<Hmac<Sha256>>(secret, &signed, &self.signature);
        let is_sha1 = verifies::<Hmac<Sha1>>(secret, &signed, &self.signature);
        if !(is_sha256 || hashes == Hashes::Sha1Too && is_sha1) {
            return Err(PayloadRefusal::WrongSignature);
        }
        if (now - self.signed_at).abs() > HOLDS_FOR {
            return Err(PayloadRefusal::Expired);
        }
        Ok(())
    }
}

/// In constant time.
fn verifies<M: Mac + KeyInit>(secret: &str, signed: &str, signature: &[u8]) -> bool {
    let Ok(mut mac) = <M as KeyInit>::new_from_slice(secret.as_bytes()) else {
        return false;
    };
    mac.update(signed.as_bytes());
    mac.verify_slice(signature).is_ok()
}

fn text_or_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Text(String),
        Number(i64),
    }
    Ok(match Either::deserialize(deserializer)? {
        Either::Text(text) => text,
        Either::Number(number) => number.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: i64 = 1_800_000_000;
    // Calculated with Python's hmac: HMAC of "MESSAGE 1800000000" by the key "the secret".
    const MESSAGE: &str = "eyJhcHBDbGllbnRJZCI6Im15LWFwcCIsInVzZXJJZCI6NywicHJvZmlsZSI6eyJlbWFpbCI6ImFkYUBleGFtcGxlLmNvbSJ9fQ==";
    const SHA256: &str = "843f9b34f5afd29f91ebdb311ca5ca1c20602e53b724dfbfc841b5be8fef90f4";
    const SHA1: &str = "1aab505534c3b188fff81ea45832f5422da6f786";

    fn verdict(signature: &str, hashes: Hashes, now: i64) -> Result<SignOn, PayloadRefusal> {
        let text = format!("{MESSAGE} {signature} {NOW}");
        let payload = Payload::parse(&text)?;
        payload.verify("the secret", hashes, now)?;
        Ok(payload.sign_on)
    }

    #[test]
    fn what_the_app_signed_is_believed_for_ten_minutes() {
        let sign_on = verdict(SHA256, Hashes::Sha256, NOW).expect("believed");
        assert_eq!(
            (sign_on.app_client_id.as_str(), sign_on.user_id.as_str()),
            ("my-app", "7")
        );
        assert_eq!(sign_on.profile.email, "ada@example.com");
        let upper = SHA256.to_uppercase();
        assert!(verdict(&upper, Hashes::Sha256, NOW + HOLDS_FOR).is_ok());
        for late in [NOW + HOLDS_FOR + 1, NOW - HOLDS_FOR - 1] {
            let refused = verdict(SHA256, Hashes::Sha256, late).expect_err("refused");
            assert_eq!(refused, PayloadRefusal::Expired);
        }
    }

    #[test]
    fn sha1_is_believed_where_the_merchant_wants_it() {
        assert!(verdict(SHA1, Hashes::Sha1Too, NOW).is_ok());
        assert!(verdict(SHA256, Hashes::Sha1Too, NOW).is_ok());
        let refused = verdict(SHA1, Hashes::Sha256, NOW).expect_err("refused");
        assert_eq!(refused, PayloadRefusal::WrongSignature);
    }

    #[test]
    fn addresses_are_read_in_both_forms() {
        let json = r#"{"appClientId":"a","userId":"u","profile":{"email":"a@b.example","registered":5,
            "billingPerson":{"name":"Ada"},"shippingAddresses":[{"id":1,"person":{"name":"Bob"}},{"name":"Cem"}]}}"#;
        let sign_on: SignOn = serde_json::from_str(json).expect("a profile");
        let profile = sign_on.profile;
        let names: Vec<_> = profile
            .shipping_addresses
            .iter()
            .map(|it| &it.person().name)
            .collect();
        assert_eq!(names, ["Bob", "Cem"]);
        assert_eq!(profile.registered, Some(5));
    }

    proptest! {
        #[test]
        fn no_other_signature_is_believed(at in 0..64_usize, digit in "[0-9a-f]") {
            let mut signature = SHA256.to_owned();
            signature.replace_range(at..=at, &digit);
            prop_assume!(signature != SHA256);
            prop_assert_eq!(verdict(&signature, Hashes::Sha1Too, NOW), Err(PayloadRefusal::WrongSignature));
        }

        #[test]
        fn no_text_is_a_panic(text in "\\PC{0,200}") {
            let _ = Payload::parse(&text);
        }
    }
}
