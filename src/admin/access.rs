//! Who gets to a route: every route says it, and there is no way to add one that does not.

use super::staff::role::Right;

/// Who gets to a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody who reaches the back office: the ways in and out.
    Open,
    /// Who is signed in, and has the right.
    Right(Right),
    /// Who has the right, and proved who they are within the last quarter of an hour.
    Proved(Right),
}

impl Access {
    /// What is asked for, if anything.
    pub fn right(self) -> Option<Right> {
        match self {
            Self::Open => None,
            Self::Right(right) | Self::Proved(right) => Some(right),
        }
    }
}
