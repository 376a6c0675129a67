//! The back office's cookies: no other site's page sends them.

use super::{DEVICE_DAYS, Token, cookie, header_of, named, values};
use crate::platform::config::Config;
use axum::http::{HeaderMap, HeaderValue};
use cookie::{SameSite, time::Duration};

/// Name of the cookie of a session in the back office: ports share cookies, so that it must not be called as the shop's is.
pub fn staff_name(config: &Config) -> &'static str {
    named("awning-staff", "__Host-awning-staff", config)
}

/// The token of the browser's session in the back office.
pub fn read_staff(headers: &HeaderMap, config: &Config) -> Option<Token> {
    values(headers, staff_name(config)).find_map(|value| Token::parse(&value))
}

/// The header that gives the browser its session in the back office for so many `seconds`; no other site's page sends it.
pub fn set_staff(token: &Token, seconds: i64, config: &Config) -> HeaderValue {
    let age = Duration::seconds(seconds);
    let cookie = cookie(staff_name(config), token.text(), age, config);
    header_of(cookie.http_only(true).same_site(SameSite::Strict))
}

/// The header that removes that cookie.
pub fn remove_staff(config: &Config) -> HeaderValue {
    let cookie = cookie(staff_name(config), String::new(), Duration::ZERO, config);
    header_of(cookie.http_only(true).same_site(SameSite::Strict))
}

/// Name of the cookie by which a device is known again, whoever is signed in.
fn device_name(config: &Config) -> &'static str {
    named("awning-staff-device", "__Host-awning-staff-device", config)
}

/// What this device is known by to the staff who were signed in on it.
pub fn read_staff_device(headers: &HeaderMap, config: &Config) -> Option<Token> {
    values(headers, device_name(config)).find_map(|value| Token::parse(&value))
}

/// The header that lets this device be known again.
pub fn set_staff_device(token: &Token, config: &Config) -> HeaderValue {
    let age = Duration::days(DEVICE_DAYS);
    let cookie = cookie(device_name(config), token.text(), age, config);
    header_of(cookie.http_only(true).same_site(SameSite::Strict))
}
