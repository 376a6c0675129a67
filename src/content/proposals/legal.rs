//! Drafts of the pages that the law wants, in plain words of ours. Nobody's advice: each begins with a gap that says so.

use super::{for_country, gaps::GAP};
use crate::{
    base::{countries, language::LanguageCode, translated::Translated},
    platform::{
        config::{Config, defaults, delivery},
        mail,
    },
};

/// How a place begins and ends that the settings fill.
const PLACE: (&str, &str) = ("{{", "}}");

/// A draft of a page of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its slug, one of those that `pages` knows by name.
    pub slug: &'static str,
    /// ISO 639-1 code of its language.
    pub language: &'static str,
    /// Its text, in Markdown.
    pub markdown: String,
}

/// Texts of countries whose law is alike, in one language.
struct Family {
    language: &'static str,
    pages: [(&'static str, &'static str); 5],
}

macro_rules! family {
    ($language:expr, $folder:literal, $returns:literal) => {
        Family {
            language: $language,
            pages: [
                (
                    "shipping-payment",
                    include_str!(concat!("legal/", $folder, "/shipping-payment.md")),
                ),
                (
                    "returns",
                    include_str!(concat!("legal/", $returns, "/returns.md")),
                ),
                (
                    "terms",
                    include_str!(concat!("legal/", $folder, "/terms.md")),
                ),
                (
                    "privacy-policy",
                    include_str!(concat!("legal/", $folder, "/privacy-policy.md")),
                ),
                (
                    "impressum",
                    include_str!(concat!("legal/", $folder, "/impressum.md")),
                ),
            ],
        }
    };
}

const GERMAN: Family = family!("de", "de", "de");
const SWISS: Family = family!("de", "de", "ch");
const EUROPEAN: Family = family!("en", "eu", "eu");
const BRITISH: Family = family!("en", "gb", "gb");
const COMMON: Family = family!("en", "common", "common");

fn family(country: &str) -> Option<&'static Family> {
    let proposal = for_country(country)?;
    Some(match proposal.country {
        "DE" | "AT" => &GERMAN,
        "CH" => &SWISS,
        "GB" => &BRITISH,
        _ if proposal.withdrawal_days.is_some() => &EUROPEAN,
        _ => &COMMON,
    })
}

/// Drafts of the pages that a shop in its country needs, with what the settings of `config` know filled in; none where there is
/// no proposal.
pub fn drafts(config: &Config) -> Vec<Draft> {
    let Some(family) = family(&config.store_country) else {
        return Vec::new();
    };
    let each = family.pages.iter().map(|(slug, template)| Draft {
        slug,
        language: family.language,
        markdown: filled(template, config, family.language),
    });
    each.collect()
}

fn filled(template: &str, config: &Config, language: &str) -> String {
    let mut parts = template.split(PLACE.0);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, rest) = part.split_once(PLACE.1).unwrap_or((part, ""));
        text += &value(place, config, language);
        text += rest;
    }
    // Where a country says nothing at a place, no empty paragraph is left.
    while text.contains("\n\n\n") {
        text = text.replace("\n\n\n", "\n\n");
    }
    format!("{}\n", text.trim_end())
}

/// What `config` says at `place`, or a gap.
fn value(place: &str, config: &Config, language: &str) -> String {
    let seller = &config.seller;
    let lines = || {
        seller
            .address
            .lines()
            .map(str::trim)
            .filter(|it| !it.is_empty())
    };
    let joined = |between: &str| lines().collect::<Vec<_>>().join(between);
    let known = match place {
        "name" => seller.name.trim().to_owned(),
        "address" => joined("  \n"),
        "address_line" => joined(", "),
        "vat_id" => seller.vat_id.trim().to_owned(),
        "email" => email(config),
        "shop" => match config.public_url.as_str() {
            "" => config.store_name.clone(),
            url => format!("{} ({url})", config.store_name),
        },
        "currency" => config.currency.clone(),
        "country" => countries::country(&config.store_country)
            .map_or(String::new(), |it| it.name(code(language)).to_owned()),
        "places" if config.shipping.is_empty() => String::new(),
        "places" => delivery::places(config, language),
        "delivery" => delivery::ways(config, language),
        "payment" => list(config.payment.iter().map(|it| &it.title), language),
        _ => return words(place, config),
    };
    if known.is_empty() {
        format!("{}{}{}", GAP.0, gap(place, language), GAP.1)
    } else {
        known
    }
}

fn code(language: &str) -> LanguageCode {
    LanguageCode::of(language).unwrap_or(LanguageCode::EN)
}

/// The address of the shop's e-mails; empty while it is the one of the sample.
fn email(config: &Config) -> String {
    let sample = defaults().get("mail_from").map(ToString::to_string);
    if sample.is_some_and(|it| it.contains(&config.mail_from)) {
        return String::new();
    }
    let sender = mail::sender(&config.mail_from);
    sender.map_or_else(|_| String::new(), |it| it.email.to_string())
}

fn list<'a>(titles: impl Iterator<Item = &'a Translated>, language: &str) -> String {
    let each = titles.map(|it| format!("- {}", it.get(language)));
    each.collect::<Vec<_>>().join("\n")
}

/// What a gap says where the settings do not know a place, in English and in German.
const UNKNOWN: [(&str, [&str; 2]); 8] = [
    ("name", ["legal name", "Name oder Firma"]),
    ("address", ["address", "Anschrift"]),
    ("address_line", ["address", "Anschrift"]),
    (
        "vat_id",
        [
            "VAT or tax number, or delete this line",
            "Nummer, oder diese Zeile löschen",
        ],
    ),
    ("email", ["e-mail", "E-Mail-Adresse"]),
    (
        "places",
        [
            "countries that you deliver to",
            "Länder, in die Sie liefern",
        ],
    ),
    ("delivery", ["ways of delivery", "Versandarten"]),
    ("payment", ["ways to pay", "Zahlungsarten"]),
];

/// What a gap says that the settings could have filled.
fn gap(place: &str, language: &str) -> &'static str {
    let unknown = UNKNOWN.iter().find(|(name, _)| *name == place);
    let [english, german] = unknown.map_or(["to be said", "zu ergänzen"], |(_, said)| *said);
    match language {
        "de" => german,
        _ => english,
    }
}

/// Whether what is said to `gap` is the same on every page: who sells, and how they are reached.
pub fn is_of_every_page(gap: &str) -> bool {
    let of_settings = UNKNOWN.iter().any(|(_, said)| said.contains(&gap));
    of_settings || ["phone number", "Telefonnummer"].contains(&gap)
}

/// A sentence that depends on the country's law.
fn words(place: &str, config: &Config) -> String {
    let country = config.store_country.as_str();
    let text = match (place, country) {
        ("privacy_law", "CH") => "dem Datenschutzgesetz (DSG)",
        ("privacy_law", _) => "der Datenschutz-Grundverordnung (DSGVO)",
        ("withdrawal_terms", "CH") => {
            "[Rückgabe](/pages/returns) sagt, wann wir Waren zurücknehmen."
        }
        ("withdrawal_terms", _) => {
            "Verbraucher können binnen vierzehn Tagen widerrufen; [Widerruf](/pages/returns) sagt, wie."
        }
        ("disputes", "CH") => "",
        ("disputes", "DE" | "AT") => {
            "Wir sind [[nicht bereit und nicht verpflichtet / bereit]], an Verfahren vor einer Verbraucherschlichtungsstelle teilzunehmen."
        }
        ("disputes", _) => {
            "We [[do not take part / take part]] in proceedings before a consumer dispute body."
        }
        ("tax_words", _) if config.prices_include_tax => "Prices include tax.",
        ("tax_words", _) => "Taxes are added where they apply, and shown before you order.",
        _ => "",
    };
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{super::gaps::gaps, *};
    use crate::{
        content::{pages, proposals::countries},
        platform::config::{Seller, SettingSources},
    };

    fn shop(country: &str) -> Config {
        let settings = for_country(country).expect("a proposal").settings();
        SettingSources::default()
            .config(&settings)
            .expect("settings")
    }

    #[test]
    fn every_draft_is_a_page_and_fills_what_is_known() {
        for country in countries() {
            let mut config = shop(country);
            let bare: Vec<usize> = drafts(&config)
                .iter()
                .map(|it| gaps(&it.markdown).len())
                .collect();
            config.seller = Seller {
                name: "Ada & Sons".into(),
                address: "Main Street 1\n1000 Town".into(),
                vat_id: "XX123".into(),
                note: String::new(),
            };
            config.mail_from = "Ada <ada@shop.test>".into();
            config.public_url = "https://shop.test".into();
            let drafts = drafts(&config);
            assert_eq!(drafts.len(), 5, "{country}");
            for (draft, bare) in drafts.iter().zip(bare) {
                let page = pages::shown(&draft.markdown);
                assert!(!page.title.is_empty(), "{country} {}", draft.slug);
                assert!(pages::is_slug(draft.slug));
                for left in [PLACE.0, PLACE.1, "\n\n\n"] {
                    assert!(!draft.markdown.contains(left), "{country} {}", draft.slug);
                }
                let gaps = gaps(&draft.markdown);
                assert!(!gaps.is_empty(), "nobody publishes a draft unread");
                let is_filled = draft.slug == "shipping-payment" || gaps.len() < bare;
                assert!(is_filled, "{country} {}: {gaps:?}", draft.slug);
                for known in ["legal name", "Name oder Firma", "address", "Anschrift"] {
                    assert!(!gaps.contains(&known), "{country} {}", draft.slug);
                }
            }
            let impressum = &drafts[4].markdown;
            for said in [
                "Ada & Sons",
                "Main Street 1  \n1000 Town",
                "XX123",
                "ada@shop.test",
            ] {
                assert!(impressum.contains(said), "{country}: {impressum}");
            }
        }
    }

    #[test]
    fn drafts_say_what_the_country_wants() {
        let text = |country: &str, at: usize| drafts(&shop(country))[at].markdown.clone();
        assert!(
            text("DE", 1).contains("binnen vierzehn Tagen")
                && text("AT", 1).contains("binnen vierzehn Tagen")
        );
        assert!(text("CH", 1).contains("kein allgemeines Widerrufsrecht"));
        assert!(text("CH", 3).contains("DSG)") && text("DE", 3).contains("DSGVO"));
        assert!(text("PL", 1).contains("within 14 days") && text("GB", 1).contains("cancel"));
        assert!(!text("US", 1).contains("14 days") && text("US", 2).contains("Taxes are added"));
        assert!(
            text("DE", 0).contains("- Standardversand"),
            "{}",
            text("DE", 0)
        );
        assert!(
            drafts(&Config {
                store_country: "JP".into(),
                ..Config::default()
            })
            .is_empty()
        );
    }

    #[test]
    fn gaps_are_named_once_and_in_order() {
        assert_eq!(gaps("a [[x]] b [[y z]] [[x]] [[open"), ["x", "y z"]);
        assert!(gaps("[a](/b) and [c]").is_empty());
    }
}
