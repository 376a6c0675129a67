//! The embedded languages are complete, and what others write is checked.

use super::{
    Labels, Language, Languages, WidgetTexts, check, languages::EMBEDDED, message, messages,
};
use crate::base::language::LanguageCode;
use fluent_bundle::FluentResource;
use fluent_syntax::ast::Entry;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};
use time::macros::date;

fn code(text: &str) -> LanguageCode {
    LanguageCode::of(text).expect("a code")
}

fn embedded(language: &str) -> Language {
    Languages::embedded()
        .find(code(language))
        .expect("built in")
}

/// What each message of `text` is given, by its id.
fn messages(text: &str) -> BTreeMap<String, Vec<String>> {
    let resource = FluentResource::try_new(text.to_owned()).expect("Fluent");
    let messages = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => {
            let values = message::variables(message).into_iter();
            Some((
                message.id.name.to_owned(),
                values.map(str::to_owned).collect(),
            ))
        }
        _ => None,
    });
    messages.collect()
}

#[test]
fn every_embedded_language_has_every_text_and_takes_the_same_values() {
    let of = |language: &str| {
        let (_, text) = EMBEDDED.iter().find(|(code, _)| *code == language)?;
        Some(messages(text))
    };
    let english = of("en").expect("English");
    let known: BTreeSet<&str> = messages::all().map(|message| message.id).collect();
    assert_eq!(
        english.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        known
    );
    for message in messages::all() {
        let mut given: Vec<&str> = message.arguments.to_vec();
        given.sort_unstable();
        assert_eq!(english[message.id], given, "{}", message.id);
    }
    for (language, text) in EMBEDDED {
        assert_eq!(check::checked(text), Ok(Vec::new()), "{language}");
        let own = of(language).expect("a language");
        let missing: Vec<&str> = known
            .iter()
            .copied()
            .filter(|id| !own.contains_key(*id))
            .collect();
        assert_eq!(missing.len(), 0, "{language} lacks {missing:?}");
        for (id, values) in &own {
            let alike = values == &english[id] || id.starts_with("format_");
            // A plural may say its number in words.
            let is_counted = english[id] == ["count"] && values.is_empty();
            assert!(alike || is_counted, "{language}: {id} takes {values:?}");
        }
        // A blank that a line may end at is no part of a number, and no text says another language's placeholder.
        assert!(!text.contains("{}"), "{language}");
    }
}

#[test]
fn numbers_choose_the_form_that_the_language_has_for_them() {
    let products = |language: &str, count: i64| embedded(language).texts().products(count);
    for (language, count, expected) in [
        ("en", 0, "No products"),
        ("en", 1, "One product"),
        ("en", 2, "2 products"),
        ("de", 1, "Ein Produkt"),
        ("pl", 1, "Jeden produkt"),
        ("pl", 2, "2 produkty"),
        ("pl", 5, "5 produktów"),
        ("pl", 12, "12 produktów"),
        ("pl", 21, "21 produktów"),
        ("pl", 22, "22 produkty"),
        ("fr", 1, "Un produit"),
        ("pt", 0, "Nenhum produto"),
    ] {
        assert_eq!(products(language, count), expected);
    }
    let wait = |minutes: u32| embedded("en").texts().too_many_attempts(minutes);
    assert!(wait(1).contains("1 minute ") && wait(2).contains("2 minutes "));
    // Portugal's Portuguese counts none as many, French as one.
    let cart = |language: &str| embedded(language).texts().cart_count(0);
    assert_eq!(cart("pt"), "Carrinho, 0 artigos");
    assert_eq!(cart("fr"), "Panier, 0 article");
}

#[test]
fn days_are_said_as_people_say_them() {
    let (monday, thursday) = (date!(2026 - 11 - 30), date!(2026 - 12 - 03));
    for (language, one, two, within, date) in [
        (
            "en",
            "Mon 30 November",
            "Mon 30 November – Thu 3 December",
            "Tue 1 – Thu 3 December",
            "14 November 2023",
        ),
        (
            "de",
            "Mo., 30. November",
            "Mo., 30. November – Do., 3. Dezember",
            "Di., 1. – Do., 3. Dezember",
            "14. November 2023",
        ),
        (
            "fr",
            "lun. 30 novembre",
            "lun. 30 novembre – jeu. 3 décembre",
            "mar. 1er – jeu. 3 décembre",
            "14 novembre 2023",
        ),
        (
            "es",
            "lun 30 de noviembre",
            "lun 30 de noviembre – jue 3 de diciembre",
            "mar 1 – jue 3 de diciembre",
            "14 de noviembre de 2023",
        ),
        (
            "pl",
            "pon. 30 listopada",
            "pon. 30 listopada – czw. 3 grudnia",
            "wt. 1 – czw. 3 grudnia",
            "14 listopada 2023",
        ),
    ] {
        let language = embedded(language);
        assert_eq!(language.days(monday, monday), one);
        assert_eq!(language.days(monday, thursday), two);
        assert_eq!(language.days(date!(2026 - 12 - 01), thursday), within);
        assert_eq!(language.whole_day(date!(2023 - 11 - 14)), date);
    }
    let (english, german) = (embedded("en"), embedded("de"));
    assert_eq!(
        (english.tenths(45), german.tenths(50)),
        ("4.5".into(), "5,0".into())
    );
}

#[test]
fn prices_are_written_as_each_language_does() {
    let price = |language: &str, currency: &str| {
        let prices = embedded(language).prices(currency).expect("known");
        prices.minor(123_456)
    };
    for (language, currency, expected) in [
        ("en", "EUR", "€1,234.56"),
        ("en", "CHF", "CHF\u{a0}1,234.56"),
        ("de", "EUR", "1.234,56\u{a0}€"),
        ("es", "EUR", "1234,56\u{a0}€"),
        ("fr", "EUR", "1\u{202f}234,56\u{a0}€"),
        ("it", "EUR", "1234,56\u{a0}€"),
        ("nl", "EUR", "€\u{a0}1.234,56"),
        ("pl", "PLN", "1234,56\u{a0}zł"),
        ("pt", "EUR", "1234,56\u{a0}€"),
    ] {
        assert_eq!(price(language, currency), expected, "{language}");
    }
}

#[test]
fn the_browser_gets_each_text_in_its_place_and_the_forms_of_a_plural() {
    let words: Vec<&str> = embedded("en").for_browser().split('\n').collect();
    assert_eq!(words.first(), Some(&"Account"));
    assert_eq!(words.len(), WidgetTexts::MESSAGES.len());
    let sent: Vec<&str> = words
        .iter()
        .copied()
        .filter(|text| text.contains("{}"))
        .collect();
    assert_eq!(sent[0], "Account of {}");
    let forms: Vec<&str> = sent[2].split('\t').collect();
    assert_eq!(forms.len(), 4, "{forms:?}");
    let one = forms.iter().position(|it| *it == "one").expect("one");
    assert!(forms[one + 1].contains("{} minute and"), "{forms:?}");
    let other = forms.iter().position(|it| *it == "other").expect("others");
    assert!(forms[other + 1].contains("{} minutes and"), "{forms:?}");
}

#[test]
fn a_folder_adds_a_language_and_changes_the_texts_of_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file");
    write(
        "sv.ftl",
        "format_name = Svenska\nformat_locale = sv_SE\nshop_home = Hem\n",
    );
    write(
        "de-AT.ftl",
        "format_name = Deutsch (Österreich)\nshop_cart = Ihr Einkaufswagerl\n",
    );
    write(
        "de.ftl",
        "-shop = Laden\nshop_home = Zum { -shop }\nof_another_version = Ja\n",
    );
    write("notes.txt", "no language");
    let all = Languages::read(&folder.path().display().to_string()).expect("read");
    let texts = |language: &str| all.find(code(language)).expect("known").texts();
    assert_eq!(texts("sv").home, "Hem");
    assert_eq!(texts("sv").close, "Close", "English says what is missing");
    assert_eq!(texts("sv").products(2), "2 products");
    assert_eq!(
        (texts("de").home, texts("de").close),
        ("Zum Laden", "Schließen")
    );
    assert_eq!(texts("de-AT").cart, "Ihr Einkaufswagerl");
    assert_eq!(
        texts("de-AT").home,
        "Zum Laden",
        "a region falls back to its language"
    );
    assert_eq!(all.get(code("sv")).name(), "Svenska");
    assert_eq!(all.get(code("sv-FI")).code(), "sv");
    assert_eq!(all.get(code("zz")).code(), "en");
    assert!(all.list().contains("sv") && all != Languages::embedded());
}

#[test]
fn a_file_that_cannot_be_read_is_named_with_the_line() {
    for (name, text, said) in [
        (
            "sv.ftl",
            "format_name = Svenska\n\nshop_home = { $",
            "sv.ftl:3: ",
        ),
        (
            "sv.ftl",
            "format_name = Svenska\nshop_products = { $many } varor\n",
            "sv.ftl:2: shop_products: there is no $many; it is given $count",
        ),
        (
            "de.ftl",
            "shop_home = { -brand }\n",
            "de.ftl:1: shop_home: there is no -brand here",
        ),
        (
            "de.ftl",
            "format_months = Jänner Februar\n",
            "de.ftl:1: format_months: expected twelve months",
        ),
        (
            "sv.ftl",
            "shop_home = Hem\n",
            "sv.ftl: format_name is missing",
        ),
        (
            "svenska.ftl",
            "",
            "svenska.ftl: a file is named by the code",
        ),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(name), text).expect("a file");
        let refused = Languages::read(&folder.path().display().to_string());
        let refused = refused.expect_err("refused");
        assert!(refused.contains(said), "{refused}");
    }
    assert!(Languages::read("/no/such/folder").is_err());
}

fn labels(language: &str, id: &str, text: &str) -> Labels {
    let texts = BTreeMap::from([(id.to_owned(), text.to_owned())]);
    BTreeMap::from([(code(language), texts)])
}

#[test]
fn the_merchants_words_count_most_and_for_their_shop_alone() {
    let embedded = Languages::embedded();
    let text = "{ $count ->\n[one] One thing\n*[other] { $count } things\n}";
    let own = embedded.with_labels(&labels("en", "shop_products", text));
    let own = own.expect("labels");
    let products = |all: &Languages, count: i64| all.get(LanguageCode::EN).texts().products(count);
    assert_eq!(
        (products(&own, 1), products(&own, 3)),
        ("One thing".into(), "3 things".into())
    );
    assert_eq!(products(&embedded, 3), "3 products");
    // What is worded as before is the same table of texts, and costs nothing.
    let again = own
        .with_labels(&labels("en", "shop_products", text))
        .expect("labels");
    let table = |all: &Languages| std::ptr::from_ref(all.get(LanguageCode::EN).texts());
    assert_eq!(table(&again), table(&own));
    let without = own.with_labels(&Labels::new()).expect("labels");
    assert_eq!(products(&without, 3), "3 products");
}

#[test]
fn a_label_that_cannot_be_said_is_refused_with_its_key() {
    for (language, id, text, why) in [
        (
            "en",
            "shop_nothing",
            "x",
            "no text of the shop is called that",
        ),
        ("zz", "shop_home", "x", "expected one of "),
        ("en", "shop_home", " ", "a text is not empty"),
        ("en", "shop_home", "{ $name }", "it is given no values"),
        (
            "en",
            "shop_products",
            "{ $n } x",
            "there is no $n; it is given $count",
        ),
        (
            "en",
            "shop_home",
            "{ shop_cart }",
            "there is no shop_cart here",
        ),
        ("en", "shop_home", "{ DATE() }", "there is no DATE() here"),
        ("en", "shop_home", "{ \"", "Unterminated string"),
        ("en", "format_decimal", "..", "expected one character"),
    ] {
        let refused = Languages::embedded().with_labels(&labels(language, id, text));
        let refused = refused.expect_err("refused");
        assert!(refused.why.contains(why), "{id}: {}", refused.why);
        assert!(refused.key.starts_with(language), "{}", refused.key);
    }
    // Other messages do not begin in it.
    let text = "Home\nshop_cart = Bag\n.attribute = x";
    let own = Languages::embedded().with_labels(&labels("en", "shop_home", text));
    let refused_or_text = own.map(|own| own.get(LanguageCode::EN).texts().cart);
    assert!(refused_or_text.is_err() || refused_or_text == Ok("Your cart"));
}

/// The merchant sees each text whole, and can say it again.
#[test]
fn every_text_can_be_the_merchants_own() {
    let all = Languages::embedded();
    for (code, _) in EMBEDDED {
        let code = LanguageCode::of(code).expect("a code");
        let texts = all.messages(code).into_iter().collect();
        let own = all.with_labels(&Labels::from([(code, texts)]));
        assert!(own.is_ok(), "{own:?}");
    }
}
