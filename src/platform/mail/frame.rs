//! What stands around every e-mail: the shop's name in its colour, and who sends it.

use crate::{base::error::AppError, platform::config::Config};
use askama::Template;

/// The colour of shops that chose none.
const USUAL_ACCENT: &str = "#222222";

/// The shop's name, colour, address on the internet, and who sells, for its e-mails.
#[derive(Clone, Debug, Default, PartialEq, Eq, Template)]
#[template(path = "platform/mail/frame.html")]
pub struct Frame {
    shop: String,
    accent: String,
    /// Empty if the shop does not know it.
    home: String,
    /// Who sells, line by line.
    seller: Vec<String>,
    /// The e-mail within, as HTML.
    body: String,
}

impl Frame {
    /// The frame of the shop that `config` describes, around nothing yet.
    pub fn of(config: &Config) -> Self {
        let seller = &config.seller;
        let lines = [&seller.name].into_iter().map(String::as_str);
        let lines = lines
            .chain(seller.address.lines())
            .chain([seller.vat_id.as_str()]);
        let seller = lines.map(str::trim).filter(|line| !line.is_empty());
        Self {
            shop: config.store_name.clone(),
            accent: config
                .brand
                .accent
                .map_or(USUAL_ACCENT.to_owned(), |color| color.hex()),
            home: config.public_url.clone(),
            seller: seller.map(str::to_owned).collect(),
            body: String::new(),
        }
    }

    /// The whole document of an e-mail that holds `body`.
    pub fn around(&self, body: &str) -> Result<String, AppError> {
        let whole = Self {
            body: body.to_owned(),
            ..self.clone()
        };
        whole.render().map_err(AppError::internal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_e_mail_stands_between_the_shops_name_and_who_sells() {
        let frame = Frame {
            shop: "Nuts & Bolts".to_owned(),
            accent: "#aa3300".to_owned(),
            home: "https://shop.example".to_owned(),
            seller: vec!["N&B GmbH".to_owned(), "Hafen 1".to_owned()],
            body: String::new(),
        };
        let html = frame.around("<p>Thank you.</p>").expect("a template");
        let (head, rest) = html.split_once("<p>Thank you.</p>").expect("the e-mail");
        for part in [
            "Nuts &#38; Bolts</a>",
            "#aa3300",
            "href=\"https://shop.example\"",
        ] {
            assert!(head.contains(part), "{part}: {head}");
        }
        assert!(rest.contains("N&#38;B GmbH<br>Hafen 1"), "{rest}");
    }

    #[test]
    fn a_shop_without_an_address_links_nowhere() {
        let html = Frame::default().around("").expect("a template");
        assert!(!html.contains("href"), "{html}");
    }
}
