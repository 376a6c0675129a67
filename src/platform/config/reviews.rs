use serde::{Deserialize, Serialize};

/// What becomes of reviews that buyers write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewPolicy {
    /// There are none.
    Off,
    /// The merchant looks at each before shoppers see it.
    Moderated,
    /// Shoppers see them at once.
    AtOnce,
}

impl ReviewPolicy {
    /// Whether there are reviews.
    pub fn is_on(self) -> bool {
        self != Self::Off
    }
}
