//! The shop's cookies: the session's token, the device's, the cart's, the language, and what one
//! request leaves for the next page.

mod staff;

pub use staff::{
    read_staff, read_staff_device, remove_staff, set_staff, set_staff_device, staff_name,
};

use super::config::Config;
use crate::{
    base::{consent::Consent, language::LanguageCode},
    text::{Language, notice::Flash},
};
use axum::http::{HeaderMap, HeaderValue, header};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use cookie::{Cookie, CookieBuilder, SameSite, time::Duration};

/// Bytes of a session token.
pub const TOKEN_BYTES: usize = 32;
/// Days that a browser keeps its cart.
pub const CART_DAYS: i64 = 90;
/// Days that a browser keeps what it is known by: more are not allowed to any cookie.
const DEVICE_DAYS: i64 = 400;
/// Days that an answer holds before it is asked for again, as data protection authorities advise.
pub const CONSENT_DAYS: i64 = 180;
const FLASH_SECONDS: i64 = 60;

/// The secret that a browser holds for its session. It is in no log, no page and no table.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; TOKEN_BYTES]);

impl Token {
    /// A new random token.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; TOKEN_BYTES];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// The SHA-256 of the token, which is what the database holds.
    pub fn hash(&self) -> Vec<u8> {
        use sha2::{Digest, Sha256};
        Sha256::digest(self.0).to_vec()
    }

    /// The token as text, for an address or a cookie.
    pub fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// The token written as `text`, if it can be one.
    pub fn parse(text: &str) -> Option<Self> {
        URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }
}

/// What a browser sent as its session cookie.
#[derive(Clone, PartialEq, Eq)]
pub enum SessionCookie {
    /// None.
    Absent,
    /// One that cannot be a token.
    Garbled,
    /// A token, valid or not.
    Token(Token),
}

impl SessionCookie {
    /// The session cookie among the request's cookies. If there are several, one that parses wins.
    pub fn read(headers: &HeaderMap, config: &Config) -> Self {
        let mut found = Self::Absent;
        for value in values(headers, session_name(config)) {
            match Token::parse(&value) {
                Some(token) => return Self::Token(token),
                None => found = Self::Garbled,
            }
        }
        found
    }
}

/// Name of the session cookie. `__Host-` binds the cookie to this host and to https, so that no sibling host can plant one.
pub fn session_name(config: &Config) -> &'static str {
    named("awning", "__Host-awning", config)
}

/// The header that gives the browser its session token.
pub fn set_session(token: &Token, config: &Config) -> HeaderValue {
    let days = Duration::days(i64::from(config.session_max_days));
    built(
        session_name(config),
        URL_SAFE_NO_PAD.encode(token.0),
        days,
        config,
    )
}

/// The header that sets the session cookie of a session that lasts so many `seconds`.
pub fn set_session_for(token: &Token, seconds: i64, config: &Config) -> HeaderValue {
    let age = Duration::seconds(seconds);
    built(session_name(config), token.text(), age, config)
}

/// The header that removes the session cookie, with the attributes it was set with.
pub fn remove_session(config: &Config) -> HeaderValue {
    built(session_name(config), String::new(), Duration::ZERO, config)
}

/// Name of the cookie that outlives sessions.
fn device_name(config: &Config) -> &'static str {
    named("awning-device", "__Host-awning-device", config)
}

/// What this device is known by to the customers who were signed in on it.
pub fn read_device(headers: &HeaderMap, config: &Config) -> Option<Token> {
    values(headers, device_name(config)).find_map(|value| Token::parse(&value))
}

/// The header that lets this device be known again.
pub fn set_device(token: &Token, config: &Config) -> HeaderValue {
    let value = URL_SAFE_NO_PAD.encode(token.0);
    let days = Duration::days(DEVICE_DAYS);
    built(device_name(config), value, days, config)
}

/// Name of the cart's cookie.
fn cart_name(config: &Config) -> &'static str {
    named("awning-cart", "__Host-awning-cart", config)
}

/// The token of the visitor's cart.
pub fn read_cart(headers: &HeaderMap, config: &Config) -> Option<Token> {
    values(headers, cart_name(config)).find_map(|value| Token::parse(&value))
}

/// The header that gives the browser its cart.
pub fn set_cart(token: &Token, config: &Config) -> HeaderValue {
    let days = Duration::days(CART_DAYS);
    built(
        cart_name(config),
        URL_SAFE_NO_PAD.encode(token.0),
        days,
        config,
    )
}

/// The header that takes the cart from the browser.
pub fn remove_cart(config: &Config) -> HeaderValue {
    built(cart_name(config), String::new(), Duration::ZERO, config)
}

/// Name of the cookie that knows the orders placed in this browser.
fn order_name(config: &Config) -> &'static str {
    named("awning-order", "__Host-awning-order", config)
}

/// What the browser knows the orders by that were placed in it.
pub fn read_order(headers: &HeaderMap, config: &Config) -> Option<Token> {
    values(headers, order_name(config)).find_map(|value| Token::parse(&value))
}

/// The header that lets this browser see an order for a day.
pub fn set_order(token: &Token, config: &Config) -> HeaderValue {
    let value = URL_SAFE_NO_PAD.encode(token.0);
    built(order_name(config), value, Duration::DAY, config)
}

/// The header that takes the orders from the browser.
pub fn remove_order(config: &Config) -> HeaderValue {
    built(order_name(config), String::new(), Duration::ZERO, config)
}

/// Name of the cookie that a code to sign in is asked for with.
fn code_name(config: &Config) -> &'static str {
    named("awning-code", "__Host-awning-code", config)
}

/// What this browser holds since it asked for a code.
pub fn read_code(headers: &HeaderMap, config: &Config) -> Option<Token> {
    values(headers, code_name(config)).find_map(|value| Token::parse(&value))
}

/// The header that lets this browser, and no other, use a code for so many `seconds`.
pub fn set_code(token: &Token, seconds: i64, config: &Config) -> HeaderValue {
    let age = Duration::seconds(seconds);
    built(code_name(config), token.text(), age, config)
}

/// The header that ends the wait for a code.
pub fn remove_code(config: &Config) -> HeaderValue {
    built(code_name(config), String::new(), Duration::ZERO, config)
}

/// Name of the cookie that keeps the chosen language.
fn language_name(config: &Config) -> &'static str {
    named("awning-language", "__Host-awning-language", config)
}

/// The language the visitor chose.
pub fn read_language(headers: &HeaderMap, config: &Config) -> Option<LanguageCode> {
    let code = values(headers, language_name(config)).next()?;
    LanguageCode::of(&code)
}

/// The header that keeps the chosen language.
pub fn set_language(language: Language, config: &Config) -> HeaderValue {
    let days = Duration::days(CART_DAYS);
    let name = language_name(config);
    built(name, language.code().to_owned(), days, config)
}

/// Name of the cookie that keeps what the visitor lets be stored. Scripts read and write it: they ask and
/// answer without waiting for the shop (`spec/js-api.md` 4.3).
pub fn consent_name(config: &Config) -> &'static str {
    named("awning-consent", "__Host-awning-consent", config)
}

/// What the visitor lets be stored.
pub fn read_consent(headers: &HeaderMap, config: &Config) -> Option<Consent> {
    values(headers, consent_name(config)).find_map(|value| Consent::parse(&value))
}

/// The header that keeps what the visitor lets be stored.
pub fn set_consent(consent: Consent, config: &Config) -> HeaderValue {
    let days = Duration::days(CONSENT_DAYS);
    let value = consent.code().to_owned();
    header_of(cookie(consent_name(config), value, days, config).http_only(false))
}

/// Name of the cookie that holds what one request leaves for the next page.
fn flash_name(config: &Config) -> &'static str {
    named("awning-flash", "__Host-awning-flash", config)
}

/// What the previous request left, if it can be read.
pub fn read_flash(headers: &HeaderMap, config: &Config) -> Option<Flash> {
    let value = values(headers, flash_name(config)).next()?;
    let json = URL_SAFE_NO_PAD.decode(value).ok()?;
    Some(serde_json::from_slice(&json).unwrap_or_default())
}

/// The header that leaves `flash` for the next page.
pub fn set_flash(flash: &Flash, config: &Config) -> HeaderValue {
    let json = serde_json::to_vec(flash).unwrap_or_default();
    built(
        flash_name(config),
        URL_SAFE_NO_PAD.encode(json),
        Duration::seconds(FLASH_SECONDS),
        config,
    )
}

/// The header that removes what was left.
pub fn remove_flash(config: &Config) -> HeaderValue {
    built(flash_name(config), String::new(), Duration::ZERO, config)
}

fn named(plain: &'static str, bound: &'static str, config: &Config) -> &'static str {
    if config.plain_http { plain } else { bound }
}

fn built(name: &'static str, value: String, age: Duration, config: &Config) -> HeaderValue {
    header_of(cookie(name, value, age, config).http_only(true))
}

fn cookie(
    name: &'static str,
    value: String,
    age: Duration,
    config: &Config,
) -> CookieBuilder<'static> {
    Cookie::build((name, value))
        .path("/")
        .secure(!config.plain_http)
        .same_site(SameSite::Lax)
        .max_age(age)
}

fn header_of(cookie: CookieBuilder<'_>) -> HeaderValue {
    HeaderValue::from_str(&cookie.to_string()).expect("names, codes and base64 are header text")
}

fn values<'a>(headers: &'a HeaderMap, name: &'static str) -> impl Iterator<Item = String> + 'a {
    headers
        .get_all(header::COOKIE)
        .into_iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| Cookie::split_parse(value.to_owned()))
        .filter_map(Result::ok)
        .filter(move |cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::notice::Notice;
    use proptest::prelude::*;

    fn sent(cookie: &str) -> HeaderMap {
        let value = HeaderValue::from_bytes(cookie.as_bytes());
        value
            .map(|value| HeaderMap::from_iter([(header::COOKIE, value)]))
            .unwrap_or_default()
    }

    fn pair(set_cookie: &HeaderValue) -> String {
        set_cookie
            .to_str()
            .ok()
            .and_then(|text| text.split(';').next())
            .unwrap_or_default()
            .to_owned()
    }

    #[test]
    fn the_session_cookie_comes_back_and_goes_with_the_same_attributes() {
        let config = Config::default();
        let token = Token::random().expect("random bytes");
        let set = set_session(&token, &config);
        assert!(SessionCookie::read(&sent(&pair(&set)), &config) == SessionCookie::Token(token));
        let attributes = |header: &HeaderValue| {
            let text = header.to_str().expect("text").to_owned();
            text.split("; ")
                .skip(1)
                .filter(|part| !part.starts_with("Max-Age"))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        assert_eq!(attributes(&set), attributes(&remove_session(&config)));
        assert_eq!(
            attributes(&set),
            ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"]
        );
        assert!(set.to_str().expect("text").starts_with("__Host-awning="));
        assert!(
            remove_session(&config)
                .to_str()
                .expect("text")
                .contains("Max-Age=0")
        );
    }

    #[test]
    fn plain_http_is_an_explicit_setting() {
        let config = Config {
            plain_http: true,
            ..Config::default()
        };
        let text = set_session(&Token::random().expect("random bytes"), &config);
        let text = text.to_str().expect("text");
        assert!(
            text.starts_with("awning=") && !text.contains("Secure"),
            "{text}"
        );
    }

    #[test]
    fn flash_survives_the_round_trip_and_garbage_does_not() {
        let flash = Flash {
            notice: Some(Notice::SignedOut),
            ..Flash::default()
        };
        let config = Config::default();
        let read = |cookie: &str| read_flash(&sent(cookie), &config);
        let header = set_flash(&flash, &config);
        assert_eq!(read(&pair(&header)), Some(flash));
        assert_eq!(read("__Host-awning-flash=e30x"), Some(Flash::default()));
        assert_eq!(read("__Host-awning-flash=%%"), None);
    }

    proptest! {
        #[test]
        fn no_cookie_header_is_a_panic_or_a_session(text in "\\PC{0,80}") {
            let headers = sent(&text);
            let read = SessionCookie::read(&headers, &Config::default());
            prop_assert!(matches!(read, SessionCookie::Absent | SessionCookie::Garbled));
            let _ = read_flash(&headers, &Config::default());
        }

        #[test]
        fn a_garbled_token_is_no_token(value in "[!-:<-~]{0,60}") {
            prop_assume!(URL_SAFE_NO_PAD.decode(&value).map_or(true, |bytes| bytes.len() != TOKEN_BYTES));
            let headers = sent(&format!("a=b; __Host-awning={value}; c=d"));
            prop_assert!(!matches!(SessionCookie::read(&headers, &Config::default()), SessionCookie::Token(_)));
        }
    }
}
