use super::{Field, FieldKind, answer};
use crate::cart::Details;
use serde::{Deserialize, Serialize};

/// An extra field of an order that was placed (`PlacedExtraField`, `spec/js-api.md` 6.6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlacedField {
    /// Id of the field.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What was answered.
    pub value: String,
    /// Its kind.
    #[serde(rename = "type")]
    pub kind: String,
    /// Where the order shows it.
    pub order_details_display_section: String,
    /// Its place, from 0.
    pub order_by: usize,
    /// Whether the shopper's e-mails name it.
    #[serde(rename = "inLetters")]
    pub in_emails: bool,
    /// Whether the invoice names it.
    #[serde(default)]
    pub in_invoice: bool,
}

impl PlacedField {
    /// The answers that an order keeps.
    pub fn all(fields: &[Field], details: &Details, language: &str) -> Vec<Self> {
        let answered = fields.iter().filter(|field| field.kind != FieldKind::Label);
        let answered = answered.map(|field| (field, answer(field, details)));
        let answered = answered.filter(|(_, answer)| !answer.is_empty());
        let placed = |(order_by, (field, answer)): (usize, (&Field, &str))| Self {
            id: field.key.clone(),
            title: field.text("title", language),
            value: answer.to_owned(),
            kind: field.kind_name.clone(),
            order_details_display_section: field.order_section.clone(),
            order_by,
            in_emails: field.in_emails,
            in_invoice: field.in_invoice,
        };
        answered.enumerate().map(placed).collect()
    }

    /// Whether the shopper sees it in the order.
    pub fn is_shown(&self) -> bool {
        self.order_details_display_section != "hidden" && !self.title.is_empty()
    }
}
