//! What comes with the payment of an order: its invoice, and links to its files.

use super::{
    OrderDocument,
    downloads::{self, Download},
    entity::order,
    invoice,
};
use crate::{
    base::error::AppError,
    platform::{config::Config, link_key::LinkKey},
    text::after_sale::AfterSaleTexts,
};
use sea_orm::DatabaseTransaction;

/// What an e-mail about a paid order says besides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Enclosed {
    /// Links to files, and to the invoice; nothing if there are none.
    pub text: String,
    /// Whether files are among them, which the shopper is to get in any case.
    pub has_files: bool,
}

/// What comes with `order`; its invoice is written `now`. Nothing, if it is not paid.
pub async fn enclosed(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &OrderDocument,
    origin: &str,
    now: i64,
) -> Result<Enclosed, AppError> {
    let a = config.language(document.language).after_sale_texts();
    if !downloads::is_open(order) {
        return Ok(Enclosed::default());
    }
    let key = LinkKey::of(tx).await?;
    let files = downloads::all(tx, config, order, document, &key).await?;
    let invoice = invoice::issue(tx, config, order, document, now).await?;
    let number = invoice.as_ref().map(|it| it.number.as_str());
    Ok(Enclosed {
        text: text(order, &files, number, origin, a),
        has_files: !files.is_empty(),
    })
}

/// What an e-mail about the paid `order` says besides: links to `files`, and to the invoice of this `number`.
pub fn text(
    order: &order::Model,
    files: &[Download],
    number: Option<&str>,
    origin: &str,
    a: &AfterSaleTexts,
) -> String {
    let mut parts = Vec::new();
    if !files.is_empty() {
        let links = downloads::text(files, origin, a);
        parts.push(format!("{}:\n{links}", a.downloads));
    }
    if let Some(number) = number {
        let title = a.invoice_number(number);
        parts.push(format!("{title}:\n{origin}{}", invoice::path(order)));
    }
    parts.join("\n\n")
}
