//! What is sent, encrypted for one browser: RFC 8291 on top of RFC 8188, with the primitives of `ring`.

use crate::base::error::AppError;
use ring::{
    aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey},
    agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral},
    error::Unspecified,
    hkdf::{HKDF_SHA256, KeyType, Prk, Salt},
    rand::{SecureRandom, SystemRandom},
};

/// Size of the one record that there is.
const RECORD: u32 = 4_096;
/// Bytes that a text is filled up to: how long it is says nothing of what it says.
const PADDED: usize = 256;

struct Length(usize);

impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

fn expanded<const N: usize>(from: &Prk, info: &[&[u8]]) -> Result<[u8; N], Unspecified> {
    let mut bytes = [0; N];
    from.expand(info, Length(N))?.fill(&mut bytes)?;
    Ok(bytes)
}

/// The key and the nonce for what goes between two parties with these public keys who share `secret`.
fn derived(
    secret: &[u8],
    browser: &[u8],
    shop: &[u8],
    auth: &[u8],
    salt: &[u8],
) -> Result<([u8; 16], [u8; 12]), Unspecified> {
    let shared = Salt::new(HKDF_SHA256, auth).extract(secret);
    let both: [u8; 32] = expanded(&shared, &[b"WebPush: info\0", browser, shop])?;
    let of_message = Salt::new(HKDF_SHA256, salt).extract(&both);
    let key = expanded(&of_message, &[b"Content-Encoding: aes128gcm\0"])?;
    let nonce = expanded(&of_message, &[b"Content-Encoding: nonce\0"])?;
    Ok((key, nonce))
}

/// `text` for the browser with this public `key` and this secret, as the body of a request to its push service.
pub fn encrypted(key: &[u8], auth: &[u8], text: &[u8]) -> Result<Vec<u8>, AppError> {
    sealed(key, auth, text).map_err(AppError::internal)
}

fn sealed(key: &[u8], auth: &[u8], text: &[u8]) -> Result<Vec<u8>, Unspecified> {
    let random = SystemRandom::new();
    let own = EphemeralPrivateKey::generate(&ECDH_P256, &random)?;
    let shop = own.compute_public_key()?;
    let mut salt = [0; 16];
    random.fill(&mut salt)?;
    let browser = UnparsedPublicKey::new(&ECDH_P256, key);
    let derive = |secret: &[u8]| derived(secret, key, shop.as_ref(), auth, &salt);
    let (content_key, nonce) = agree_ephemeral(own, &browser, derive)??;
    let mut body = salt.to_vec();
    body.extend(RECORD.to_be_bytes());
    body.push(u8::try_from(shop.as_ref().len()).map_err(|_| Unspecified)?);
    body.extend(shop.as_ref());
    let mut record = text.to_vec();
    // The last record ends with a two, and what it is filled up with.
    record.push(2);
    record.resize(record.len().max(PADDED), 0);
    let cipher = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &content_key)?);
    let nonce = Nonce::assume_unique_for_key(nonce);
    cipher.seal_in_place_append_tag(nonce, Aad::empty(), &mut record)?;
    body.extend(record);
    Ok(body)
}

/// What a browser reads of `body`, for tests: with its private key and its secret.
#[doc(hidden)]
pub fn decrypted(
    own: EphemeralPrivateKey,
    auth: &[u8],
    body: &[u8],
) -> Result<Vec<u8>, Unspecified> {
    let browser = own.compute_public_key()?;
    let (salt, rest) = body.split_at_checked(16).ok_or(Unspecified)?;
    let (head, rest) = rest.split_at_checked(5).ok_or(Unspecified)?;
    let (shop, record) = rest.split_at_checked(head[4].into()).ok_or(Unspecified)?;
    let derive = |secret: &[u8]| derived(secret, browser.as_ref(), shop, auth, salt);
    let from = UnparsedPublicKey::new(&ECDH_P256, shop);
    let (key, nonce) = agree_ephemeral(own, &from, derive)??;
    let cipher = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key)?);
    let mut record = record.to_vec();
    let nonce = Nonce::assume_unique_for_key(nonce);
    let text = cipher.open_in_place(nonce, Aad::empty(), &mut record)?;
    let end = text
        .iter()
        .rposition(|byte| *byte != 0)
        .ok_or(Unspecified)?;
    (text[end] == 2)
        .then(|| text[..end].to_vec())
        .ok_or(Unspecified)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

    #[test]
    fn only_the_browser_it_is_for_reads_it() {
        let random = SystemRandom::new();
        let key = || EphemeralPrivateKey::generate(&ECDH_P256, &random).expect("a key");
        let (own, other) = (key(), key());
        let public = own.compute_public_key().expect("public");
        let auth = [7; 16];
        let body = encrypted(public.as_ref(), &auth, b"New order A1").expect("encrypted");
        let longer =
            encrypted(public.as_ref(), &auth, b"New order A1, and more").expect("encrypted");
        assert_eq!(body.len(), longer.len());
        assert!(decrypted(other, &auth, &body).is_err());
        assert_eq!(decrypted(own, &auth, &body).expect("read"), b"New order A1");
        assert!(encrypted(b"no key", &auth, b"x").is_err());
    }

    /// The example of RFC 8291, section 5 and appendix A.
    #[test]
    fn keys_are_derived_as_the_standard_says() {
        let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).expect("base64");
        let (key, nonce) = derived(
            &bytes("kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs"), &bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"), &bytes("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"), &bytes("BTBZMqHH6r4Tts7J_aSIgg"), &bytes("DGv6ra1nlYgDCS1FRnbzlw"),
        )
        .expect("derived");
        assert_eq!(URL_SAFE_NO_PAD.encode(key), "oIhVW04MRdy2XN9CiKLxTg");
        assert_eq!(URL_SAFE_NO_PAD.encode(nonce), "4h_95klXJ5E_qnoN");
    }
}
