//! One request's visitor: resolved once, before anything is rendered.

use crate::{
    account::{
        Customer,
        server::{session::CurrentSession, store},
    },
    app::state::AppState,
    base::error::AppError,
    platform::cookies::Token,
    text::{Language, notice::Flash},
};
use axum::http::HeaderMap;
use leptos::prelude::use_context;

/// Who asks, and how.
#[derive(Clone)]
pub struct RequestContext {
    /// The shop.
    pub state: AppState,
    /// The valid session, if any.
    pub session: Option<CurrentSession>,
    /// The token that came with the request, if it names a valid session.
    pub session_token: Option<Token>,
    /// What this device is known by to the customers who were signed in on it.
    pub device_token: Option<Token>,
    /// The visitor's address, as far as it is to be believed; IPv6 cut to its network.
    pub address: String,
    /// What the browser calls itself.
    pub user_agent: String,
    /// Language of the answer.
    pub language: Language,
    /// What the previous request left to say.
    pub flash: Option<Flash>,
    /// Path and query of the page a form was posted from, if it is one of ours.
    pub came_from: Option<String>,
    /// The token of the visitor's cart.
    pub cart_token: Option<Token>,
    /// What the browser knows the orders by that were placed in it.
    pub order_access_token: Option<Token>,
    /// The visitor's country, as the configured proxy says.
    pub country: Option<String>,
    /// Host that was asked.
    pub host: String,
    /// Whether a browser without our scripts asks: it wants a page, not data.
    pub wants_page: bool,
}

impl RequestContext {
    /// The visit of the request being answered.
    pub fn current() -> Self {
        use_context().expect("the session layer provides it for every page and server function")
    }

    /// Scheme and host of the shop, such as `https://shop.example`: as configured, or as asked.
    pub fn origin(&self) -> String {
        match self.state.config.public_url.as_str() {
            "" => format!("http://{}", self.host),
            url => url.to_owned(),
        }
    }

    /// The customer of the session, whole.
    pub fn customer(&self) -> Option<Customer> {
        let CurrentSession {
            customer,
            group,
            addresses,
            ..
        } = self.session.clone()?;
        Some(store::assemble(
            &customer,
            group,
            addresses,
            self.state.config.store_id,
        ))
    }

    /// The session, or the fault that there is none.
    pub fn signed_in(&self) -> Result<&CurrentSession, AppError> {
        self.session.as_ref().ok_or(AppError::SignedOut)
    }
}

/// The visitor's address: the peer's, or what the `trusted`-th proxy from the right says it saw.
pub fn address(headers: &HeaderMap, peer: std::net::IpAddr, trusted: usize) -> String {
    let forwarded: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .into_iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .collect();
    let told = trusted
        .checked_sub(1)
        .and_then(|skip| forwarded.iter().rev().nth(skip)?.parse().ok());
    match told.unwrap_or(peer) {
        std::net::IpAddr::V4(address) => address.to_string(),
        std::net::IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(mapped) => mapped.to_string(),
            // One subscriber commonly has a /56 to choose addresses from.
            None => format!("{:x}/56", address.to_bits() >> 72),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn seen(forwarded: &[&'static str], peer: &str, trusted: usize) -> String {
        let headers = forwarded
            .iter()
            .map(|value| {
                (
                    "x-forwarded-for".parse().expect("a name"),
                    HeaderValue::from_static(value),
                )
            })
            .collect();
        address(&headers, peer.parse().expect("an address"), trusted)
    }

    #[test]
    fn believes_only_the_configured_number_of_proxies() {
        assert_eq!(seen(&["6.6.6.6, 1.2.3.4"], "10.0.0.1", 0), "10.0.0.1");
        assert_eq!(seen(&["6.6.6.6, 1.2.3.4"], "10.0.0.1", 1), "1.2.3.4");
        assert_eq!(
            seen(&["6.6.6.6, 1.2.3.4, 10.0.0.2"], "10.0.0.1", 2),
            "1.2.3.4"
        );
        assert_eq!(seen(&["6.6.6.6", "1.2.3.4"], "10.0.0.1", 1), "1.2.3.4");
        assert_eq!(seen(&["garbage"], "10.0.0.1", 1), "10.0.0.1");
        assert_eq!(seen(&["1.2.3.4"], "10.0.0.1", 2), "10.0.0.1");
    }

    #[test]
    fn one_subscriber_is_one_address() {
        assert_eq!(
            seen(&[], "2001:db8:1:ff00::1", 0),
            seen(&[], "2001:db8:1:ffff:9::2", 0)
        );
        assert_ne!(
            seen(&[], "2001:db8:1:fe00::1", 0),
            seen(&[], "2001:db8:1:ff00::1", 0)
        );
        assert_eq!(seen(&[], "::ffff:1.2.3.4", 0), "1.2.3.4");
    }
}
