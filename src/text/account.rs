//! Texts of account pages and of e-mails about accounts: the browser's bundle has none of them.

use super::{de, en, texts};
use crate::base::language::Language;

texts! {
    AccountTexts;
    // sign-in by e-mail
    code_subject, code_text, code_link, code_opens, code_joins, code_opens_for, code_warning,
    link_lead, link_over, ask_again, code_registers,
}

impl Language {
    /// The texts of account pages and of e-mails about accounts.
    pub fn account_texts(self) -> &'static AccountTexts {
        match self {
            Self::En => &en::account::TEXTS,
            Self::De => &de::account::TEXTS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_there_and_takes_the_same_values() {
        crate::text::tests::are_alike(en::account::TEXTS.all(), de::account::TEXTS.all());
    }
}
