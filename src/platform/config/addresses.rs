//! Where the shop and what stands beside it listen, and how browsers call them.

use super::{Config, ConfigError};
use std::net::{IpAddr, SocketAddr};

impl Config {
    /// Where `/metrics` is, if anywhere.
    pub fn metrics_address(&self) -> Result<Option<SocketAddr>, ConfigError> {
        address("metrics_address", &self.metrics_address)
    }

    /// Where the back office listens, if there is one.
    pub fn admin_address(&self) -> Result<Option<SocketAddr>, ConfigError> {
        address("admin_address", &self.admin_address)
    }

    /// Scheme and host for links in what no visitor asked for.
    pub fn origin(&self) -> String {
        match self.public_url.as_str() {
            "" => format!("http://{}", self.address),
            url => url.to_owned(),
        }
    }

    /// Scheme and host of the back office, which listens at `listening`.
    pub fn admin_origin(&self, listening: SocketAddr) -> String {
        match self.admin_url.as_str() {
            "" => origin_of(listening),
            url => url.to_owned(),
        }
    }

    /// Scheme and host of the back office for links in e-mails to the merchant: `admin_url`, or else the address it listens at.
    pub fn office_origin(&self) -> String {
        match self.admin_address() {
            Ok(Some(listening)) => self.admin_origin(listening),
            _ => self.admin_url.clone(),
        }
    }

    /// Whether shoppers reach the shop over https.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// Scheme and host of what listens at `listening`, as the machine itself reaches it: who listens everywhere is there too.
pub fn origin_of(listening: SocketAddr) -> String {
    match listening.ip() {
        ip if !ip.is_unspecified() => format!("http://{listening}"),
        IpAddr::V4(_) => format!("http://127.0.0.1:{}", listening.port()),
        IpAddr::V6(_) => format!("http://[::1]:{}", listening.port()),
    }
}

fn address(key: &str, address: &str) -> Result<Option<SocketAddr>, ConfigError> {
    if address.is_empty() {
        return Ok(None);
    }
    let parsed = address.parse().map(Some);
    parsed.map_err(|error| ConfigError::new(key, address, error))
}

/// Checks that each is an address, and the back office's none of the shop's.
pub(super) fn check(config: &Config) -> Result<(), ConfigError> {
    config.metrics_address()?;
    let admin = config.admin_address()?;
    for (key, url) in [
        ("public_url", &config.public_url),
        ("admin_url", &config.admin_url),
    ] {
        let bare = url
            .strip_prefix("https://")
            .or_else(|| url.strip_prefix("http://"));
        if !url.is_empty() && !bare.is_some_and(|host| !host.is_empty() && !host.contains('/')) {
            let why = "expected https://HOST without a path, or nothing";
            return Err(ConfigError::new(key, url, why));
        }
    }
    let why = "on the shop's own address, every script of the shop could act as the merchant";
    if !config.admin_url.is_empty() && config.admin_url == config.public_url {
        return Err(ConfigError::new("admin_url", &config.admin_url, why));
    }
    if admin.is_some_and(|admin| admin == config.address && admin.port() != 0) {
        return Err(ConfigError::new(
            "admin_address",
            &config.admin_address,
            why,
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_listens_everywhere_is_reached_from_the_machine() {
        for (listening, origin) in [
            ("0.0.0.0:3080", "http://127.0.0.1:3080"),
            ("[::]:3080", "http://[::1]:3080"),
            ("10.0.0.7:80", "http://10.0.0.7:80"),
        ] {
            assert_eq!(origin_of(listening.parse().expect("an address")), origin);
        }
    }

    #[test]
    fn the_back_office_is_never_on_the_shops_own_address() {
        let with = |key: &str, value: &str| {
            Config::load("".as_ref(), std::iter::empty(), &[format!("{key}={value}")])
        };
        assert!(with("admin_address", "127.0.0.1:3000").is_err());
        assert!(with("admin_address", "office").is_err());
        assert!(with("admin_url", "https://shop.example/office").is_err());
        let config = with("admin_address", "").expect("none");
        assert_eq!(config.admin_address().expect("none"), None);
        let both = Config {
            public_url: "https://shop.example".into(),
            admin_url: "https://shop.example".into(),
            ..Config::default()
        };
        assert!(check(&both).is_err());
    }
}
