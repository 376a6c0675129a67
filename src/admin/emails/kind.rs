use super::{kinds::kinds, sample::Sample};
use crate::{base::error::AppError, platform::mail::Email};

/// Who reads an e-mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Whoever buys, in their language.
    Shopper,
    /// Whom the setting `notify` names, in the shop's own language.
    Merchant,
}

/// An e-mail that the shop writes.
pub struct EmailKind {
    /// Its name in addresses.
    pub id: &'static str,
    /// What it is about.
    pub group: &'static str,
    /// What the merchant calls it.
    pub title: &'static str,
    /// When it is sent.
    pub when: &'static str,
    /// Who reads it.
    pub reader: Reader,
    /// Writes it, as it is written to people.
    pub(super) write: fn(&Sample) -> Result<Email, AppError>,
}

impl EmailKind {
    /// The e-mail called `id`.
    pub fn find(id: &str) -> Option<&'static Self> {
        kinds().find(|kind| kind.id == id)
    }

    pub(super) const fn new(
        (id, group, title): (&'static str, &'static str, &'static str),
        when: &'static str,
        reader: Reader,
        write: fn(&Sample) -> Result<Email, AppError>,
    ) -> Self {
        Self {
            id,
            group,
            title,
            when,
            reader,
            write,
        }
    }
}
