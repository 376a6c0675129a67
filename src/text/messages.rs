//! Every message that the interface says.

use super::{
    Texts, WidgetTexts, account::AccountTexts, after_sale::AfterSaleTexts, checkout::CheckoutTexts,
    contact::ContactTexts, favourites::FavouriteTexts, format::FormatTexts, message::Message,
    personal_data::DataTexts, product::ProductTexts, reminder::ReminderTexts,
};
use std::{collections::HashMap, sync::LazyLock};

/// Every message.
pub fn all() -> impl Iterator<Item = &'static Message> {
    let tables = [
        FormatTexts::MESSAGES,
        WidgetTexts::MESSAGES,
        Texts::MESSAGES,
        AccountTexts::MESSAGES,
        CheckoutTexts::MESSAGES,
        AfterSaleTexts::MESSAGES,
        ContactTexts::MESSAGES,
        FavouriteTexts::MESSAGES,
        DataTexts::MESSAGES,
        ProductTexts::MESSAGES,
        ReminderTexts::MESSAGES,
    ];
    tables.into_iter().flatten()
}

/// The message of this id.
pub fn find(id: &str) -> Option<&'static Message> {
    static BY_ID: LazyLock<HashMap<&str, &Message>> =
        LazyLock::new(|| all().map(|message| (message.id, message)).collect());
    BY_ID.get(id).copied()
}
