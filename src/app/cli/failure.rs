//! What a command says when it did not do it, and what may be said at all.

use crate::base::error::AppError;

/// Why a command did nothing, for whoever typed it.
pub type Failure = Box<dyn std::error::Error>;

/// What a command ends with.
pub type CommandResult = Result<(), Failure>;

/// `text` as a terminal may show it: what would move the cursor, or turn a line around, is replaced.
pub fn printable(text: &str) -> String {
    let is_hostile = |letter: char| {
        letter.is_control() && !matches!(letter, '\n' | '\t')
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.replace(is_hostile, "\u{fffd}")
}

/// What is said of a fault of the database.
pub fn failed(fault: AppError) -> String {
    format!("the database did not do it ({fault:?}); the log says more")
}
