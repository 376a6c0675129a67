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

/// The network of a visitor's `address` as people write it, such as `203.0.113.0/24` or
/// `2001:db8:1:ff00::/56`; empty if it is none.
pub fn network(address: &str) -> String {
    if let Some(bits) = address.strip_suffix("/56") {
        let bits = u128::from_str_radix(bits, 16).map(|bits| bits << 72);
        return bits.map_or_else(
            |_| String::new(),
            |bits| format!("{}/56", std::net::Ipv6Addr::from_bits(bits)),
        );
    }
    let parsed = address.parse().map(|address: std::net::Ipv4Addr| {
        let [one, two, three, _] = address.octets();
        format!("{one}.{two}.{three}.0/24")
    });
    parsed.unwrap_or_default()
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
    fn a_network_is_what_many_addresses_share() {
        for (peer, of) in [
            ("203.0.113.77", "203.0.113.0/24"),
            ("2001:db8:1:ff42::1", "2001:db8:1:ff00::/56"),
            ("::ffff:1.2.3.4", "1.2.3.0/24"),
        ] {
            assert_eq!(network(&seen(&[], peer, 0)), of);
        }
        for none in ["", "x", "x/56", "ffffffffffffffffffffffffffffffffff/56"] {
            assert_eq!(network(none), "", "{none}");
        }
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
