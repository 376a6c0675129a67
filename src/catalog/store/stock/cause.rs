//! Why stock is other than it was.

use crate::platform::audit::Actor;

macro_rules! kinds {
    ($($(#[$about:meta])* $name:ident $code:literal),* $(,)?) => {
        /// What changed stock.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind { $($(#[$about])* $name),* }

        impl Kind {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its name in the database and in addresses.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            /// What `code` names, if anything.
            pub fn of_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$name),)* _ => None }
            }
        }
    };
}

kinds! {
    /// An order took it.
    Sold "sold",
    /// An order that is not sent gave it back.
    Restocked "restocked",
    /// What was paid back came back.
    Refunded "refunded",
    /// Somebody typed it.
    Typed "typed",
    /// It was counted on the shelf.
    Counted "counted",
    /// A file said so.
    Imported "import",
    /// Many products were changed at once.
    Bulk "bulk",
    /// A change of many was taken back.
    Undone "undo",
}

/// Why stock changes, and who does it.
#[derive(Clone, Copy, Debug)]
pub struct Cause<'a> {
    /// What it is.
    pub kind: Kind,
    /// Number of the order; empty if it is none's.
    pub order: &'a str,
    /// What somebody gave as the reason; may be empty.
    pub reason: &'a str,
    /// Who it is.
    pub actor: &'a Actor,
}

impl<'a> Cause<'a> {
    /// `actor` does so, and gives no reason.
    pub fn of(kind: Kind, actor: &'a Actor) -> Self {
        Self {
            kind,
            order: "",
            reason: "",
            actor,
        }
    }

    /// Sets the reason that staff gave.
    pub fn because(self, reason: &'a str) -> Self {
        Self { reason, ..self }
    }

    /// `actor` does so with the order of this number.
    pub fn with_order(kind: Kind, order: &'a str, actor: &'a Actor) -> Self {
        Self {
            order,
            ..Self::of(kind, actor)
        }
    }
}
