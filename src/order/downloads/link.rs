use super::{count, ends_at};
use crate::{
    base::{date, error::AppError},
    catalog::store,
    order::{OrderDocument, entity::order},
    platform::{config::Config, link_key::LinkKey},
    pricing::payment::PaymentStatus,
    text::after_sale::AfterSaleTexts,
};
use sea_orm::ConnectionTrait;

/// A file of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Name that it is saved under.
    pub name: String,
    /// How many bytes.
    pub size: i64,
    /// Path of its link; `None` until the order is paid, and once it is paid back.
    pub path: Option<String>,
    /// How often it can still be downloaded; `None` is as often as one likes.
    pub left: Option<i64>,
    /// The last day that it can be; empty is for ever.
    pub until: String,
}

/// Whether the links of `order` work: it is paid, or nothing was to be paid.
pub fn is_open(order: &order::Model) -> bool {
    matches!(
        order.payment_status,
        PaymentStatus::Paid | PaymentStatus::PartiallyRefunded | PaymentStatus::NotRequired
    )
}

/// What a link to the `file` of an item of the order `order` is signed for.
pub(super) fn subject_of(order: i64, item: usize, file: i64) -> String {
    format!("download {order} {item} {file}")
}

/// The files that come with what was bought, as the products have them now.
pub async fn all(
    db: &impl ConnectionTrait,
    config: &Config,
    order: &order::Model,
    document: &OrderDocument,
    key: &LinkKey,
) -> Result<Vec<Download>, AppError> {
    let products: Vec<i64> = document.items.iter().map(|item| item.product).collect();
    let files = store::files(db, &products).await?;
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let counts = count::of_order(db, order.id).await?;
    let ends = ends_at(
        order.paid_at.unwrap_or(order.placed_at),
        config.download_days,
    );
    let limit = i64::from(config.download_limit);
    let mut all = Vec::new();
    for (place, item) in document.items.iter().enumerate() {
        for file in files.iter().filter(|file| file.product_id == item.product) {
            let token = key.token(&subject_of(order.id, place, file.id));
            let path = format!("/download/{}/{place}/{}/{token}", order.public_id, file.id);
            let used = counts.get(&(place, file.id)).copied().unwrap_or(0);
            all.push(Download {
                name: file.name.clone(),
                size: file.size,
                path: is_open(order).then_some(path),
                left: (limit > 0).then(|| (limit - used).max(0)),
                until: ends.map(date::day).unwrap_or_default(),
            });
        }
    }
    Ok(all)
}

/// The links as an e-mail has them: a line with the name and how long it works, one with the link.
pub fn text(downloads: &[Download], origin: &str, a: &AfterSaleTexts) -> String {
    let line = |it: &Download| {
        let path = it.path.as_deref()?;
        let until = match it.until.as_str() {
            "" => String::new(),
            day => format!(" ({})", a.download_until(day)),
        };
        Some(format!("{}{until}\n{origin}{path}", it.name))
    };
    let lines: Vec<String> = downloads.iter().filter_map(line).collect();
    lines.join("\n")
}
