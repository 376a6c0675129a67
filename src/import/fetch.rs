//! Fetching what a file names, from public addresses alone: a file from elsewhere must not have the
//! shop ask its own network. It is looked at where a name becomes an address, so redirects and names
//! that lead home are found out too.

use crate::platform::jobs::Setback;
use std::{
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    time::Duration,
};
use ureq::{
    Agent, Error,
    config::Config,
    http::Uri,
    unversioned::{
        resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver},
        transport::{DefaultConnector, NextTimeout},
    },
};

const PATIENCE: Duration = Duration::from_secs(30);

/// A browser for pictures; one that is not `anywhere` sees no private network.
pub fn agent(anywhere: bool) -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .build();
    if anywhere {
        return config.into();
    }
    Agent::with_parts(config, DefaultConnector::default(), Public::default())
}

/// The file at `url`, of at most `largest` bytes; why it cannot be had, and whether that may pass.
pub fn file(web: &Agent, url: &str, largest: u64) -> Result<Vec<u8>, Setback> {
    let answer = web.get(url).call();
    let read = answer.and_then(|mut it| {
        let body = it.body_mut().with_config();
        body.limit(largest).read_to_vec()
    });
    read.map_err(|error| Setback {
        why: format!("not fetched: {error}"),
        for_good: !may_pass(&error),
    })
}

/// Whether the same request may go well another time.
fn may_pass(error: &Error) -> bool {
    match error {
        Error::StatusCode(status) => matches!(status, 408 | 425 | 429 | 500..),
        // Refused by [`Public`].
        Error::Io(error) => error.kind() != io::ErrorKind::PermissionDenied,
        Error::Timeout(_) | Error::HostNotFound | Error::ConnectionFailed => true,
        _ => false,
    }
}

#[derive(Debug, Default)]
struct Public(DefaultResolver);

impl Resolver for Public {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let all = self.0.resolve(uri, config, timeout)?;
        // The merchant's own proxy may be anywhere.
        let is_proxy = |proxy: &ureq::Proxy| Some(proxy.host()) == uri.host();
        if config.proxy().is_some_and(is_proxy) || all.iter().all(|it| is_public(it.ip())) {
            return Ok(all);
        }
        let why =
            "this leads into a private network; import_from_private_networks = true allows it";
        Err(Error::Io(io::Error::new(
            io::ErrorKind::PermissionDenied,
            why,
        )))
    }
}

fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(it: Ipv4Addr) -> bool {
    let [first, second, third, _] = it.octets();
    let is_special = match first {
        0 | 240.. => true,
        100 => second & 0xc0 == 64,
        192 => (second, third) == (0, 0),
        198 => second & 0xfe == 18,
        _ => false,
    };
    !(is_special
        || it.is_private()
        || it.is_loopback()
        || it.is_link_local()
        || it.is_multicast()
        || it.is_documentation())
}

fn is_public_v6(it: Ipv6Addr) -> bool {
    let [first, second, third, _, _, _, seventh, eighth] = it.segments();
    let v4 = |high: u16, low: u16| Ipv4Addr::from(u32::from(high) << 16 | u32::from(low));
    match (first, second) {
        // Ways to name an IPv4 address.
        (0x64, 0xff9b) => is_public_v4(v4(seventh, eighth)),
        (0x2002, _) => is_public_v4(v4(second, third)),
        (0x2001, 0xdb8) => false,
        // What is given out to the public.
        (0x2000..=0x3fff, _) => true,
        _ => it.to_ipv4_mapped().is_some_and(is_public_v4),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_networks_are_known_however_they_are_written() {
        for public in [
            "1.1.1.1",
            "100.128.0.1",
            "172.32.0.1",
            "2606:4700::1",
            "::ffff:1.1.1.1",
        ] {
            assert!(is_public(public.parse().expect("an address")), "{public}");
        }
        for private in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "fc00::1",
            "fe80::1",
            "ff02::1",
        ] {
            assert!(
                !is_public(private.parse().expect("an address")),
                "{private}"
            );
        }
    }
}
