//! What a language says of itself: its name, and how it writes days, numbers and prices.

super::table::texts! {
    FormatTexts, "format";
    name, locale, weekdays, months, decimal, group, grouped_from;
    day(weekday, day), day_of_month(day, month), days_from_to(first, last), date(day, month, year), price(symbol, amount),
    price_of_letters(symbol, amount)
}
