//! The figures as they are kept, for reports.

use super::{
    day::{Day, Period, Range},
    totals::{SalesTotals, Topic},
};
use crate::{base::error::AppError, platform::db::statement};
use sea_orm::{ConnectionTrait, QueryResult, Value};
use std::collections::BTreeMap;

const SUMS: &str = "CAST(COALESCE(SUM(orders), 0) AS BIGINT), CAST(COALESCE(SUM(quantity), 0) AS BIGINT), \
    CAST(COALESCE(SUM(gross), 0) AS BIGINT), CAST(COALESCE(SUM(net), 0) AS BIGINT), CAST(COALESCE(SUM(tax), 0) AS BIGINT), \
    CAST(COALESCE(SUM(shipping), 0) AS BIGINT), CAST(COALESCE(SUM(discount), 0) AS BIGINT)";

/// What was sold, and what of it was paid back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sold {
    /// What was ordered.
    pub sums: SalesTotals,
    /// What was paid back, in minor units.
    pub refunded: i64,
}

impl Sold {
    /// What is left of it.
    pub fn left(&self) -> i64 {
        self.sums.gross - self.refunded
    }
}

/// Figures about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Which it is.
    pub key: String,
    /// What it was called.
    pub label: String,
    /// The figures.
    pub sums: SalesTotals,
}

/// What figures are sorted by, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortBy {
    /// Money.
    Gross,
    /// Things.
    Quantity,
    /// Nothing: by their keys.
    Key,
}

fn sums(row: &QueryResult, first: usize) -> Result<SalesTotals, AppError> {
    let number = |place: usize| row.try_get_by_index::<i64>(first + place);
    Ok(SalesTotals {
        orders: number(0)?,
        quantity: number(1)?,
        gross: number(2)?,
        net: number(3)?,
        tax: number(4)?,
        shipping: number(5)?,
        discount: number(6)?,
    })
}

/// What was sold on each day of `range` on which anything was.
pub async fn days(
    db: &impl ConnectionTrait,
    currency: &str,
    range: Range,
) -> Result<BTreeMap<Day, Sold>, AppError> {
    let sql = format!(
        "SELECT topic, day, {SUMS} FROM sales WHERE topic IN ($1, $2) AND span = 'd' AND day >= $3 AND day <= $4 AND currency = $5 \
         GROUP BY topic, day"
    );
    let [total, refund] = [Topic::Total, Topic::Refund].map(Topic::code);
    let values = [
        total.into(),
        refund.into(),
        range.from.0.into(),
        range.until.0.into(),
        currency.into(),
    ];
    let mut days: BTreeMap<Day, Sold> = BTreeMap::new();
    for row in db.query_all_raw(statement(db, &sql, values)).await? {
        let topic: String = row.try_get_by_index(0)?;
        let day = days.entry(Day(row.try_get_by_index(1)?)).or_default();
        let sums = sums(&row, 2)?;
        match topic == refund {
            true => day.refunded = sums.gross,
            false => day.sums = sums,
        }
    }
    Ok(days)
}

/// `days` gathered `by`: every part of `range` with what was sold in it.
pub fn gathered(days: &BTreeMap<Day, Sold>, range: Range, by: Period) -> Vec<(Day, Sold)> {
    let mut parts = Vec::new();
    let mut start = by.start(range.from);
    while start <= range.until {
        let next = by.next(start);
        let mut sold = Sold::default();
        for day in days.range(start.max(range.from)..next.min(range.until.plus(1))) {
            sold.sums += day.1.sums;
            sold.refunded += day.1.refunded;
        }
        parts.push((start, sold));
        start = next;
    }
    parts
}

/// Figures of `topic` within `range`, at most `limit` of them.
pub async fn by_key(
    db: &impl ConnectionTrait,
    topic: Topic,
    currency: &str,
    range: Range,
    sort_by: SortBy,
    limit: u32,
) -> Result<Vec<Figure>, AppError> {
    const PART: &str = "SELECT * FROM sales WHERE topic = $1 AND currency = $2 AND span = ";
    let (months, edges) = parts(topic, range);
    let mut values: Vec<Value> = vec![topic.code().into(), currency.into()];
    let mut part = |span: &str, range: Range| {
        let first = values.len() + 1;
        values.extend([range.from.0.into(), range.until.0.into()]);
        format!(
            "{PART}'{span}' AND day >= ${first} AND day <= ${}",
            first + 1
        )
    };
    let mut all: Vec<String> = edges.into_iter().map(|edge| part("d", edge)).collect();
    all.extend(months.map(|months| part("m", months)));
    let order = match sort_by {
        SortBy::Gross => "SUM(gross) DESC, key",
        SortBy::Quantity => "SUM(quantity) DESC, key",
        SortBy::Key => "key",
    };
    let sql = format!(
        "SELECT key, MAX(label), {SUMS} FROM ({}) AS parts GROUP BY key ORDER BY {order} LIMIT {limit}",
        all.join(" UNION ALL ")
    );
    let find = sea_orm::Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let mut figures = Vec::new();
    for row in db.query_all_raw(find).await? {
        figures.push(Figure {
            key: row.try_get_by_index(0)?,
            label: row.try_get_by_index(1)?,
            sums: sums(&row, 2)?,
        });
    }
    Ok(figures)
}

/// The whole months of `range`, where those of `topic` are added up, and the days around them.
fn parts(topic: Topic, range: Range) -> (Option<Range>, Vec<Range>) {
    let first = match range.from.month() == range.from {
        true => range.from,
        false => Period::Month.next(range.from.month()),
    };
    // The first day that is in no whole month any more.
    let end = range.until.plus(1).month();
    if !topic.has_months() || first >= end {
        return (None, vec![range]);
    }
    let months = Range {
        from: first,
        until: end.plus(-1),
    };
    let edges = [
        Range {
            from: range.from,
            until: first.plus(-1),
        },
        Range {
            from: end,
            until: range.until,
        },
    ];
    let edges = edges.into_iter().filter(|edge| edge.days() > 0);
    (Some(months), edges.collect())
}

/// Currencies that anything was sold in, in order.
pub async fn currencies(db: &impl ConnectionTrait) -> Result<Vec<String>, AppError> {
    const ALL: &str = "SELECT DISTINCT currency FROM sales WHERE topic = 'total' AND span = 'd' ORDER BY currency";
    let rows = db.query_all_raw(statement(db, ALL, [])).await?;
    let currency = |row: &QueryResult| Ok(row.try_get_by_index(0)?);
    rows.iter().map(currency).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Months and the days around them are the range, each day once.
        #[test]
        fn parts_are_the_whole(from in 19_000..22_000_i64, days in 1..900_i64) {
            let range = Range { from: Day(from), until: Day(from + days - 1) };
            let (months, edges) = parts(Topic::Product, range);
            let mut all: Vec<Range> = edges.into_iter().chain(months).collect();
            all.sort_by_key(|part| part.from);
            prop_assert_eq!(all.first().map(|it| it.from), Some(range.from));
            prop_assert_eq!(all.last().map(|it| it.until), Some(range.until));
            for pair in all.windows(2) {
                prop_assert_eq!(pair[0].until.plus(1), pair[1].from);
            }
            if let Some(months) = months {
                prop_assert_eq!(months.from.month(), months.from);
                prop_assert_eq!(months.until.plus(1).month(), months.until.plus(1));
            }
        }

        #[test]
        fn gathered_days_add_up(from in 19_000..22_000_i64, sold in prop::collection::vec(0..1_000_i64, 1..500)) {
            let days: BTreeMap<Day, Sold> = sold.iter().zip(from..).map(|(gross, day)| {
                let sums = SalesTotals { gross: *gross, orders: 1, ..SalesTotals::default() };
                (Day(day), Sold { sums, refunded: 1 })
            }).collect();
            let range = Range { from: Day(from), until: Day(from + sold.len() as i64 - 1) };
            for by in Period::ALL {
                let parts = gathered(&days, range, by);
                prop_assert_eq!(parts.iter().map(|(_, it)| it.sums.gross).sum::<i64>(), sold.iter().sum::<i64>());
                prop_assert_eq!(parts.iter().map(|(_, it)| it.refunded).sum::<i64>(), sold.len() as i64);
            }
        }
    }
}
