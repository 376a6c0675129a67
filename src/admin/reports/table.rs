//! A table, as people read it and as a file.

use crate::base::{error::AppError, money::PriceFormat, spreadsheet::no_formula};
use leptos::prelude::*;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number.
    Number(i64),
    /// An amount in minor units.
    Money(i64),
    /// Tenths of a percent; nothing where nothing can be divided.
    Share(Option<i64>),
}

impl Cell {
    /// As people read it.
    pub fn text(&self, prices: &PriceFormat) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Money(amount) => prices.minor(*amount),
            Self::Share(None) => "\u{2013}".to_owned(),
            Self::Share(Some(permille)) => format!("{} %", tenths(*permille)),
        }
    }

    /// As programs read it.
    fn plain(&self, prices: &PriceFormat) -> String {
        match self {
            Self::Text(text) => no_formula(text.clone()),
            Self::Number(number) => number.to_string(),
            Self::Money(amount) => prices.plain(*amount),
            Self::Share(permille) => permille.map(tenths).unwrap_or_default(),
        }
    }

    fn is_word(&self) -> bool {
        matches!(self, Self::Text(_))
    }
}

/// Tenths as a number with one decimal.
pub fn tenths(tenths: i64) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What its columns are called.
    pub head: Vec<&'static str>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// What they come to, if that is a row too.
    pub total: Option<Vec<Cell>>,
}

impl Table {
    /// As a table of the page, called `title`.
    pub fn view(&self, title: &str, prices: &PriceFormat) -> impl IntoView + use<> {
        let is_words: Vec<bool> = (0..self.head.len())
            .map(|place| {
                let first = self.rows.first().and_then(|row| row.get(place));
                first.is_none_or(Cell::is_word)
            })
            .collect();
        let class = |place: usize| {
            let is_word = is_words.get(place).copied().unwrap_or(true);
            (!is_word).then_some("amount")
        };
        let head = self.head.iter().enumerate();
        let head =
            head.map(|(place, name)| view! { <th scope="col" class=class(place)>{*name}</th> });
        let cell = |(place, cell): (usize, &Cell)| {
            let shown = cell.text(prices);
            match place {
                0 => view! { <th scope="row">{shown}</th> }.into_any(),
                place => view! { <td class=class(place)>{shown}</td> }.into_any(),
            }
        };
        let row = |row: &Vec<Cell>| row.iter().enumerate().map(cell).collect_view();
        let rows = self
            .rows
            .iter()
            .map(|it| view! { <tr>{row(it)}</tr> })
            .collect_view();
        let total = self
            .total
            .as_ref()
            .map(|it| view! { <tfoot><tr class="bill__total">{row(it)}</tr></tfoot> });
        view! {
            <div class="scroll report" tabindex="0" role="region" aria-label=title.to_owned()><table>
                <thead><tr>{head.collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
                {total}
            </table></div>
        }
    }

    /// As CSV.
    pub fn csv(&self, prices: &PriceFormat) -> Result<Vec<u8>, AppError> {
        let mut csv = csv::Writer::from_writer(Vec::new());
        csv.write_record(&self.head).map_err(AppError::internal)?;
        for row in &self.rows {
            let cells = row.iter().map(|cell| cell.plain(prices));
            csv.write_record(cells).map_err(AppError::internal)?;
        }
        csv.into_inner()
            .map_err(|error| AppError::internal(error.into_error()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_programs_read_the_same() {
        let prices = PriceFormat::of("EUR").expect("a currency");
        let table = Table {
            head: vec!["What", "Orders", "Sold", "Share"],
            rows: vec![
                vec![
                    Cell::Text("=Mug".to_owned()),
                    Cell::Number(3),
                    Cell::Money(-123_456),
                    Cell::Share(Some(-125)),
                ],
                vec![
                    Cell::Text("a, b".to_owned()),
                    Cell::Number(0),
                    Cell::Money(0),
                    Cell::Share(None),
                ],
            ],
            total: None,
        };
        let csv = String::from_utf8(table.csv(&prices).expect("CSV")).expect("text");
        assert_eq!(
            csv,
            "What,Orders,Sold,Share\n'=Mug,3,-1234.56,-12.5\n\"a, b\",0,0.00,\n"
        );
        let shown = |cell: &Cell| cell.text(&prices);
        assert_eq!(
            table.rows[0].iter().map(shown).collect::<Vec<_>>(),
            ["=Mug", "3", "-€1,234.56", "-12.5 %"]
        );
    }
}
