//! Other hosts that the settings name: they stand in policies and scripts of every page.

use super::{Config, ConfigError};

/// Checks that each is what can stand there.
pub(super) fn check(config: &Config) -> Result<(), ConfigError> {
    for origin in &config.script_origins {
        if !origin.starts_with("https://") || origin.contains([' ', ';', ',']) {
            let why = "expected origins such as https://chat.example";
            return Err(ConfigError::new("script_origins", origin, why));
        }
    }
    for host in &config.api_hosts {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-:".contains(&byte);
        if host.is_empty() || !host.bytes().all(plain) {
            let why = "expected hosts alone, such as app.ecwid.com";
            return Err(ConfigError::new("api_hosts", host, why));
        }
    }
    Ok(())
}
