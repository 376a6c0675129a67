//! Texts of favourites, and of e-mails about what is back in stock: the server writes them.

use super::{de, en, texts};
use crate::base::language::Language;

texts! {
    FavouriteTexts;
    save, save_one, saved, of_guest, empty, remove, remove_one,
    alert_title, alert_lead, alert_hint, alert_button, alert_asked, alert_stop,
    mail_subject, mail_text, mail_once, mail_stop, stop_title, stop_lead, stop_button,
    related, recent,
}

impl Language {
    /// The texts of favourites.
    pub fn favourite_texts(self) -> &'static FavouriteTexts {
        match self {
            Self::En => &en::favourites::TEXTS,
            Self::De => &de::favourites::TEXTS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_there_and_takes_the_same_values() {
        crate::text::tests::are_alike(en::favourites::TEXTS.all(), de::favourites::TEXTS.all());
    }
}
