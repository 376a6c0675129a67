//! Texts of account pages and of e-mails about accounts: the browser's bundle has none of them.

use super::{de, en, texts};
use crate::base::language::Language;

texts! {
    AccountTexts;
    // sign-in by e-mail
    code_subject, code_text, code_link, code_opens, code_joins, code_opens_for, code_warning,
    // password reset
    reset_title, reset_lead, reset_send, reset_new_lead, reset_save, reset_subject, reset_text, no_account_text, told_reset_sent,
    password_changed_subject, password_changed_text, no_password_lead, no_password_button,
    // name and e-mail
    details, change_name, told_name_changed, new_email, change_email, change_email_lead, new_email_lead, new_email_button,
    new_address_subject, new_address_text, address_taken_text, address_changed_subject, address_changed_text,
    told_new_email_sent, told_email_changed, again_title, again_lead,
    // account for a guest's order
    offer_title, offer_lead, offer_button,
    // address book
    default_address, make_default, no_addresses, book_full, address_gone,
    // sessions
    seen_from,
    // links in e-mails
    link_lead, link_over, ask_again, code_registers,
    // deletion
    told_account_kept, deletion_subject, deletion_text, deleted_subject, deleted_text,
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
