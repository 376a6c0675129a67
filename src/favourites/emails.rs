//! E-mails about what is back in stock.

use crate::{base::error::AppError, catalog::Product, platform::mail::Email, text::Language};

/// That `product` can be bought again at `link`; whoever follows `stop` waits for nothing else any more.
pub fn back_in_stock(
    language: Language,
    product: &Product,
    link: &str,
    stop: &str,
) -> Result<Email, AppError> {
    let f = language.favourite_texts();
    let name = product.name.get(language.code());
    let (back, stop) = (f.mail_text(name, link), f.mail_stop(stop));
    Email::note(f.mail_subject(name), &[&back, f.mail_once, &stop])
}
