//! A language as a shop speaks it: its words, and how it writes days, numbers and prices.

use super::{
    Texts, WidgetTexts, account::AccountTexts, after_sale::AfterSaleTexts, checkout::CheckoutTexts,
    contact::ContactTexts, favourites::FavouriteTexts, format::FormatTexts, languages::Languages,
    personal_data::DataTexts, product::ProductTexts, reminder::ReminderTexts, source::Source,
};
use crate::base::{
    language::LanguageCode,
    money::{NumberStyle, PriceFormat},
};
use std::fmt;
use time::Date;

/// A language as a shop speaks it, with the merchant's own words in it. Two of the same code are equal.
#[derive(Clone, Copy)]
pub struct Language(&'static Tables);

/// Every text of one language. It is made once for each wording and never dropped, so that pages hold its texts without
/// counting who does: another wording costs some 30 KiB until the shop is started again.
struct Tables {
    code: LanguageCode,
    locale: String,
    numbers: NumberStyle,
    texts: Texts,
    account: AccountTexts,
    checkout: CheckoutTexts,
    after_sale: AfterSaleTexts,
    contact: ContactTexts,
    favourites: FavouriteTexts,
    data: DataTexts,
    product: ProductTexts,
    reminder: ReminderTexts,
    format: FormatTexts,
    for_browser: String,
}

impl Language {
    /// The language that `source` says.
    pub(super) fn read(code: LanguageCode, source: &'static Source) -> Self {
        let format = FormatTexts::read(source);
        let widget: &'static WidgetTexts = Box::leak(Box::new(WidgetTexts::read(source)));
        let for_browser = WidgetTexts::MESSAGES.iter().map(|message| {
            let argument = message.arguments.first().unwrap_or(&"");
            source
                .for_browser(code, message.id, argument)
                .replace('\n', " ")
        });
        let for_browser: Vec<String> = for_browser.collect();
        Self(Box::leak(Box::new(Tables {
            code,
            locale: match format.locale {
                "" => code.code().replace('-', "_"),
                locale => locale.to_owned(),
            },
            numbers: numbers(&format),
            for_browser: for_browser.join("\n"),
            texts: Texts::read(source, widget),
            account: AccountTexts::read(source),
            checkout: CheckoutTexts::read(source),
            after_sale: AfterSaleTexts::read(source),
            contact: ContactTexts::read(source),
            favourites: FavouriteTexts::read(source),
            data: DataTexts::read(source),
            product: ProductTexts::read(source),
            reminder: ReminderTexts::read(source),
            format,
        })))
    }

    /// English as it is built in: what scripts are told is said in it.
    pub fn english() -> Self {
        Languages::embedded().get(LanguageCode::EN)
    }

    /// Its code.
    pub fn id(self) -> LanguageCode {
        self.0.code
    }

    /// Its code as text, as `Ecwid.getStorefrontLang()` returns it.
    pub fn code(self) -> &'static str {
        self.0.code.code()
    }

    /// Its own name.
    pub fn name(self) -> &'static str {
        self.0.format.name
    }

    /// The locale that social networks and programs know it by, such as `en_US`.
    pub fn locale(self) -> &'static str {
        &self.0.locale
    }

    /// The texts of the frame, of the catalogue and of accounts, with those of the account widget.
    pub fn texts(self) -> &'static Texts {
        &self.0.texts
    }

    /// The texts of account pages and of e-mails about accounts.
    pub fn account_texts(self) -> &'static AccountTexts {
        &self.0.account
    }

    /// The texts of cart, checkout and orders.
    pub fn checkout_texts(self) -> &'static CheckoutTexts {
        &self.0.checkout
    }

    /// The texts of what follows an order.
    pub fn after_sale_texts(self) -> &'static AfterSaleTexts {
        &self.0.after_sale
    }

    /// The texts of what customers ask.
    pub fn contact_texts(self) -> &'static ContactTexts {
        &self.0.contact
    }

    /// The texts of favourites.
    pub fn favourite_texts(self) -> &'static FavouriteTexts {
        &self.0.favourites
    }

    /// The texts of what is kept of a customer.
    pub fn data_texts(self) -> &'static DataTexts {
        &self.0.data
    }

    /// The texts of carts that were left.
    pub fn reminder_texts(self) -> &'static ReminderTexts {
        &self.0.reminder
    }

    /// The texts of what stands around a product.
    pub fn product_texts(self) -> &'static ProductTexts {
        &self.0.product
    }

    /// The account widget's texts as the browser reads them: a line each, in the order of their table.
    pub fn for_browser(self) -> &'static str {
        &self.0.for_browser
    }

    /// How it writes numbers and prices.
    pub fn numbers(self) -> &'static NumberStyle {
        &self.0.numbers
    }

    /// How it writes prices in `currency`; `None` for an unknown currency.
    pub fn prices(self, currency: &str) -> Option<PriceFormat> {
        PriceFormat::new(currency, self.numbers())
    }

    /// A day as people say it, such as `Tue 1 December`.
    pub fn day(self, day: Date) -> String {
        let format = &self.0.format;
        let month = nth(format.months, u8::from(day.month()) - 1);
        format.day_of_month(self.weekday(day), month)
    }

    /// Days as people say them, such as `Tue 1 – Thu 3 December`; the month is said once where it is one.
    pub fn days(self, first: Date, last: Date) -> String {
        if first == last {
            return self.day(first);
        }
        let is_one_month = (first.year(), first.month()) == (last.year(), last.month());
        let begin = if is_one_month {
            self.weekday(first)
        } else {
            self.day(first)
        };
        self.0.format.days_from_to(begin, self.day(last))
    }

    /// A day with its year, such as `1 December 2026`.
    pub fn whole_day(self, day: Date) -> String {
        let month = nth(self.0.format.months, u8::from(day.month()) - 1);
        self.0.format.date(day.day(), month, day.year())
    }

    /// Tenths as a decimal number, such as `4.5`.
    pub fn tenths(self, tenths: u32) -> String {
        self.decimal(format!("{}.{}", tenths / 10, tenths % 10))
    }

    /// The plain number `digits`, such as `7.5`, as it is written.
    pub fn decimal(self, digits: String) -> String {
        digits.replace('.', &self.numbers().decimal.to_string())
    }

    fn weekday(self, day: Date) -> String {
        let format = &self.0.format;
        let name = nth(format.weekdays, day.weekday().number_days_from_monday());
        format.day(name, day.day())
    }
}

fn nth(words: &'static str, index: u8) -> &'static str {
    words
        .split_whitespace()
        .nth(index.into())
        .unwrap_or_default()
}

fn numbers(format: &FormatTexts) -> NumberStyle {
    let first = |text: &str, default| text.chars().next().unwrap_or(default);
    NumberStyle {
        decimal: first(format.decimal, '.'),
        group: first(format.group, ','),
        grouped_from: format.grouped_from.parse().unwrap_or(4),
        price: format.price(NumberStyle::SYMBOL, NumberStyle::AMOUNT),
        price_of_letters: format.price_of_letters(NumberStyle::SYMBOL, NumberStyle::AMOUNT),
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Language {}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl From<Language> for LanguageCode {
    fn from(language: Language) -> Self {
        language.id()
    }
}
