//! Parcels on their way: who carries them, and where they are followed.

use crate::base::url::encoded;

/// Longest number that is kept, in characters.
const MAX_LENGTH: usize = 60;

/// What a carrier knows a parcel by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tracking {
    /// The number; empty if there is none.
    pub number: String,
    /// Who carries it, as in [`CARRIERS`] or in the merchant's own word; may be empty.
    pub carrier: String,
}

/// Carriers whose pages about a parcel are known: `{}` stands for its number.
pub const CARRIERS: [(&str, &str); 14] = [
    (
        "DHL",
        "https://www.dhl.com/global-en/home/tracking.html?tracking-id={}",
    ),
    (
        "Deutsche Post",
        "https://www.deutschepost.de/de/s/sendungsverfolgung.html?piececode={}",
    ),
    ("DPD", "https://tracking.dpd.de/status/en_US/parcel/{}"),
    (
        "GLS",
        "https://gls-group.com/GROUP/en/parcel-tracking?match={}",
    ),
    (
        "Hermes",
        "https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation/#{}",
    ),
    ("UPS", "https://www.ups.com/track?tracknum={}"),
    ("FedEx", "https://www.fedex.com/fedextrack/?trknbr={}"),
    (
        "USPS",
        "https://tools.usps.com/go/TrackConfirmAction?tLabels={}",
    ),
    (
        "Royal Mail",
        "https://www.royalmail.com/track-your-item#/tracking-results/{}",
    ),
    ("PostNL", "https://postnl.nl/tracktrace/?B={}"),
    (
        "La Poste",
        "https://www.laposte.fr/outils/suivre-vos-envois?code={}",
    ),
    (
        "Österreichische Post",
        "https://www.post.at/sv/sendungsdetails?snr={}",
    ),
    (
        "Swiss Post",
        "https://service.post.ch/ekp-web/ui/entry/search/{}",
    ),
    ("InPost", "https://inpost.pl/en/find-parcel?number={}"),
];

impl Tracking {
    /// What was typed, without blanks around it and without what no number holds.
    pub fn typed(number: &str, carrier: &str) -> Self {
        let plain = |text: &str| -> String {
            let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let printed = folded.chars().filter(|letter| !letter.is_control());
            printed.take(MAX_LENGTH).collect()
        };
        let number = plain(number);
        // A carrier alone leads nowhere.
        let carrier = if number.is_empty() { "" } else { carrier };
        Self {
            carrier: plain(carrier),
            number,
        }
    }

    /// Whether there is a number.
    pub fn is_known(&self) -> bool {
        !self.number.is_empty()
    }

    /// Carrier and number, as people read them.
    pub fn text(&self) -> String {
        format!("{} {}", self.carrier, self.number)
            .trim()
            .to_owned()
    }

    /// Where the parcel is followed, if the carrier's page is known.
    pub fn link(&self) -> Option<String> {
        let known = CARRIERS.iter().find(|(name, _)| *name == self.carrier);
        let page = known.filter(|_| self.is_known())?.1;
        Some(page.replace("{}", &encoded(&self.number.replace(' ', ""))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parcel_is_followed_where_its_carrier_says() {
        let tracking = Tracking::typed("  1Z 999\n&x ", "UPS");
        assert_eq!(tracking.text(), "UPS 1Z 999 &x");
        let link = tracking.link().expect("a known carrier");
        assert_eq!(link, "https://www.ups.com/track?tracknum=1Z999%26x");
        assert_eq!(Tracking::typed("1", "Our own van").link(), None);
        assert_eq!(Tracking::typed("", "UPS"), Tracking::default());
        assert_eq!(
            Tracking::typed(&"9".repeat(99), "").number.len(),
            MAX_LENGTH
        );
    }
}
