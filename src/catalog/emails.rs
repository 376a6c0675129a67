//! E-mails about what is left of products.

use crate::{
    base::error::AppError,
    platform::{config::Config, mail::Email},
};

/// Most lines of one e-mail.
const MAX: usize = 100;

/// What the merchant gets when things run low: what each is called, and how many are left.
pub fn low_stock(config: &Config, low: &[(String, i64)]) -> Result<Email, AppError> {
    let p = config.own_language().product_texts();
    let count = i64::try_from(low.len()).unwrap_or(i64::MAX);
    let lines = low.iter().take(MAX).map(|(name, left)| {
        let left = left.to_string();
        p.low_line(name, &left)
    });
    let mut lines: Vec<String> = lines.collect();
    if low.len() > MAX {
        lines.push("…".to_owned());
    }
    let lines = lines.join("\n");
    let mut paragraphs = vec![p.low_lead.to_owned(), lines];
    if !config.admin_url.is_empty() {
        let link = format!("{}/products?only=low", config.admin_url);
        paragraphs.push(p.low_link(&link));
    }
    let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    Email::note(p.low_subject(count), &paragraphs)
}
