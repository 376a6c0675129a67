//! Where a request comes from, as far as that is to be believed.

use axum::http::HeaderMap;

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
