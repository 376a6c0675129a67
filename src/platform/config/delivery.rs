//! What the settings say of delivery, in words: where to, how, and for how much.

use crate::{
    base::{countries, language::LanguageCode, money::PriceFormat},
    platform::config::Config,
    pricing::shipping::{Measure, Method, Rate},
    text::{Language, Languages},
};

/// Where the shop sends things, as a sentence in `language`.
pub fn places(config: &Config, language: &str) -> String {
    let german = language == "de";
    let sent: Vec<&Method> = config.shipping.iter().filter(|it| !it.pickup).collect();
    if sent.is_empty() {
        return match german {
            true => "Wir versenden nicht: Bestellungen werden bei uns abgeholt.",
            false => "We send nothing: orders are fetched from us.",
        }
        .to_owned();
    }
    if sent.iter().any(|it| it.zones.iter().next().is_none()) {
        return match german {
            true => "Wir liefern in alle Länder.",
            false => "We deliver to every country.",
        }
        .to_owned();
    }
    let mut names: Vec<String> = Vec::new();
    for zone in sent.iter().flat_map(|it| it.zones.iter()) {
        let name = zone_name(zone, language);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let begin = match german {
        true => "Wir liefern nach",
        false => "We deliver to",
    };
    format!("{begin}: {}.", names.join(", "))
}

/// `Deutschland`, or `New York (Vereinigte Staaten)`.
fn zone_name(zone: &str, language: &str) -> String {
    let language = LanguageCode::of(language).unwrap_or(LanguageCode::EN);
    let (code, region) = zone.split_once('-').unwrap_or((zone, ""));
    let Some(country) = countries::country(code) else {
        return zone.to_owned();
    };
    match country.region(region) {
        Some(region) => format!("{region} ({})", country.name(language)),
        None => country.name(language).to_owned(),
    }
}

/// A line for each way of delivery in `language`: what it costs, and how long it takes.
pub fn ways(config: &Config, language: &str) -> String {
    let spoken = Languages::embedded().get(LanguageCode::of(language).unwrap_or(LanguageCode::EN));
    let Some(prices) = spoken.prices(&config.currency) else {
        return String::new();
    };
    let each = config.shipping.iter().map(|method| {
        let title = method.title.get(language);
        let costs = costs(method, config, &prices, spoken);
        let days = days(method, config, language);
        format!("- {title}: {costs}{days}")
    });
    each.collect::<Vec<_>>().join("\n")
}

/// `4,90 €, kostenlos ab 80,00 €`, or `9,90 €; ab 2 kg 14,90 €`.
fn costs(method: &Method, config: &Config, prices: &PriceFormat, language: Language) -> String {
    let s = language.checkout_texts();
    let step = |rate: &Rate| {
        let price = match rate.price.minor(prices) {
            0 => s.free.to_owned(),
            price => prices.minor(price),
        };
        let from = match method.by {
            _ if rate.from.is_unsaid() => return price,
            Measure::Flat => return price,
            Measure::Weight => {
                let unit = config.weight_unit;
                let amount = unit.amount(rate.from.whole());
                let amount = amount.replace('.', &language.numbers().decimal.to_string());
                format!("{amount} {}", unit.sign())
            }
            Measure::Subtotal => prices.minor(rate.from.minor(prices)),
        };
        format!("{} {price}", s.price_from(from))
    };
    let steps: Vec<String> = method.rates.iter().map(step).collect();
    let free_from = method.free_from.as_ref().map(|from| {
        let from = prices.minor(from.minor(prices));
        format!(", {}", s.free_from(from))
    });
    format!("{}{}", steps.join("; "), free_from.unwrap_or_default())
}

/// ` (3–5 Werktage)`, from when an order is there until it arrives; nothing where it is not said.
fn days(method: &Method, config: &Config, language: &str) -> String {
    let Some(days) = method.days else {
        return String::new();
    };
    let (least, most) = (
        config.handling_days + days.least,
        config.handling_days + days.most,
    );
    let count = match least == most {
        true => format!("{most}"),
        false => format!("{least}–{most}"),
    };
    match (language, most) {
        ("de", 1) => format!(" ({count} Werktag)"),
        ("de", _) => format!(" ({count} Werktage)"),
        (_, 1) => format!(" ({count} working day)"),
        (..) => format!(" ({count} working days)"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::config::SettingSources;

    fn shop(settings: &str) -> Config {
        let settings = toml::from_str(settings).expect("settings");
        SettingSources::default().config(&settings).expect("a shop")
    }

    #[test]
    fn what_is_set_is_said_with_its_prices() {
        let config = shop(
            "currency = 'EUR'\nhandling_days = 1\n[[shipping]]\nid = 'a'\ntitle = { en = 'Parcel', de = 'Paket' }\nrates = [{ price = '4.90' }]\nfree_from = '80'\nzones = ['DE', 'US-NY']\ndays = [2, 4]\n[[shipping]]\nid = 'b'\ntitle = { en = 'Heavy', de = 'Schwer' }\nby = 'weight'\nrates = [{ price = '9.90' }, { from = '2500', price = '14.90' }]\nzones = ['DE']\n[[shipping]]\nid = 'c'\ntitle = { en = 'Pick up', de = 'Abholung' }\nrates = [{ price = '0' }]\npickup = true\ndays = [0, 0]",
        );
        assert_eq!(
            places(&config, "de"),
            "Wir liefern nach: Deutschland, New York (Vereinigte Staaten)."
        );
        let plain = |text: String| text.replace('\u{a0}', " ");
        assert_eq!(
            plain(ways(&config, "de")),
            "- Paket: 4,90 €, kostenlos ab 80,00 € (3–5 Werktage)\n- Schwer: 9,90 €; ab 2,5 kg 14,90 €\n- Abholung: Kostenlos (1 Werktag)"
        );
        assert_eq!(
            plain(ways(&config, "en")),
            "- Parcel: €4.90, free from €80.00 (3–5 working days)\n- Heavy: €9.90; from 2.5 kg €14.90\n- Pick up: Free (1 working day)"
        );
    }

    #[test]
    fn where_things_go_is_a_sentence_of_its_own() {
        let sent = "[[shipping]]\nid = 'a'\ntitle = { en = 'A' }\nrates = [{ price = '1' }]\n";
        assert_eq!(places(&shop(sent), "en"), "We deliver to every country.");
        let fetched = format!("{sent}pickup = true\n");
        assert!(places(&shop(&fetched), "de").starts_with("Wir versenden nicht"));
    }
}
