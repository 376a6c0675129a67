//! Where something holds: countries such as `DE`, and regions such as `US-NY`.

use serde::{Deserialize, Serialize};

/// Countries and regions; none means everywhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Zones(Vec<String>);

impl Zones {
    /// Their codes; none is everywhere.
    #[cfg(feature = "ssr")]
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether nothing lies outside.
    #[cfg(feature = "ssr")]
    pub fn are_everywhere(&self) -> bool {
        self.0.is_empty()
    }

    /// Codes of the countries that they are, or are in.
    #[cfg(feature = "ssr")]
    pub fn countries(&self) -> impl Iterator<Item = &str> {
        self.iter()
            .map(|zone| zone.split_once('-').map_or(zone, |(country, _)| country))
    }

    /// Whether an address in `country` and `region`, both codes, lies within.
    pub fn cover(&self, country: &str, region: &str) -> bool {
        let holds = |zone: &String| match zone.split_once('-') {
            Some((of, part)) => {
                of.eq_ignore_ascii_case(country) && part.eq_ignore_ascii_case(region)
            }
            None => zone.eq_ignore_ascii_case(country),
        };
        self.0.is_empty() || self.0.iter().any(holds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn covers_countries_and_regions() {
        let zones = Zones(vec!["DE".into(), "US-NY".into()]);
        assert!(zones.cover("de", "") && zones.cover("DE", "BY") && zones.cover("US", "NY"));
        assert!(!zones.cover("US", "CA") && !zones.cover("FR", "") && !zones.cover("", ""));
        assert!(Zones::default().cover("", ""));
    }
}
