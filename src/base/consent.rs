//! What a visitor lets the shop and the merchant's scripts store (`spec/js-api.md` 4.3).

use serde::{Deserialize, Serialize};

/// What something is stored or loaded for that is not strictly necessary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Purpose {
    /// Counting and measuring.
    Analytics,
    /// Remembering what this visitor did.
    Personalisation,
}

/// A visitor's answer; none where nobody has answered yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consent {
    /// To both purposes.
    Accepted,
    /// To neither: strictly necessary things alone.
    Declined,
    /// To analytics.
    AnalyticsOnly,
    /// To personalisation.
    PersonalisationOnly,
}

impl Consent {
    const ALL: [Self; 4] = [
        Self::Accepted,
        Self::Declined,
        Self::AnalyticsOnly,
        Self::PersonalisationOnly,
    ];

    /// The answer that lets these purposes be.
    pub fn to(analytics: bool, personalisation: bool) -> Self {
        match (analytics, personalisation) {
            (true, true) => Self::Accepted,
            (false, false) => Self::Declined,
            (true, false) => Self::AnalyticsOnly,
            (false, true) => Self::PersonalisationOnly,
        }
    }

    /// As scripts and the cookie name it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Accepted => "ACCEPTED",
            Self::Declined => "DECLINED",
            Self::AnalyticsOnly => "ANALYTICS_ONLY",
            Self::PersonalisationOnly => "PERSONALIZATION_ONLY",
        }
    }

    /// The answer that [`code`](Self::code) names so, if any.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Whether it lets `purpose` be.
    pub fn allows(self, purpose: Purpose) -> bool {
        let only = match purpose {
            Purpose::Analytics => Self::AnalyticsOnly,
            Purpose::Personalisation => Self::PersonalisationOnly,
        };
        self == Self::Accepted || self == only
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_allows_what_it_was_given_for() {
        for analytics in [true, false] {
            for personalisation in [true, false] {
                let answer = Consent::to(analytics, personalisation);
                assert_eq!(answer.allows(Purpose::Analytics), analytics);
                assert_eq!(answer.allows(Purpose::Personalisation), personalisation);
                assert_eq!(Consent::parse(answer.code()), Some(answer));
            }
        }
        assert_eq!(Consent::parse("UNDEFINED"), None);
        assert_eq!(Consent::parse(""), None);
    }
}
