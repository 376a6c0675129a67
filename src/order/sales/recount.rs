//! What was sold on one day, counted from its orders.

use super::{
    refunds::{self, Refund},
    tax_back::{self, TaxParts},
    totals::{Key, SalesTotals, Topic},
};
use crate::{
    base::error::AppError,
    catalog::snapshot::CatalogSnapshot,
    order::{
        Method, OrderDocument,
        invoice::{Invoice, charged},
    },
    platform::config::Config,
    pricing::payment::PaymentStatus,
};
use sea_orm::{ActiveEnum, ConnectionTrait, QueryResult, Statement};
use std::collections::{BTreeMap, HashMap, HashSet};

/// In which category products are.
pub trait Categories: Sync {
    /// The first category of the product `id`, with its name; each counts in one, so that all together are the whole.
    fn of(&self, id: i64) -> Option<(i64, String)>;
}

impl Categories for CatalogSnapshot {
    fn of(&self, id: i64) -> Option<(i64, String)> {
        let node = self.tree.get(self.card(id)?.main_category)?;
        Some((node.category.id, node.category.name.get("").to_owned()))
    }
}

/// Figures by what they are about, each with what that is called.
pub type TotalsByKey = BTreeMap<Key, (String, SalesTotals)>;

/// What was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayTotals {
    /// The figures.
    pub figures: TotalsByKey,
    /// How many orders were looked at.
    pub orders: usize,
}

/// An order as far as figures go by it.
struct Row {
    id: i64,
    payment: PaymentStatus,
    placed_at: i64,
    paid_at: Option<i64>,
    country: String,
    document: OrderDocument,
    invoice: Option<Invoice>,
}

/// What was sold between two UNIX seconds.
pub async fn recount(
    db: &impl ConnectionTrait,
    config: &Config,
    categories: &dyn Categories,
    from: i64,
    until: i64,
) -> Result<DayTotals, AppError> {
    let refunds = refunds::around(db, from, until).await?;
    let rows = rows(db, from, until, &refunds).await?;
    let mut counted = DayTotals {
        orders: rows.len(),
        ..DayTotals::default()
    };
    let figures = &mut counted.figures;
    let within = |at: i64| (from..until).contains(&at);
    for row in &rows {
        if within(row.placed_at) && row.is_sold() {
            sold(figures, row, categories);
        }
        let is_charged = row.charged_at().is_some_and(within);
        let refunds = refunds.get(&row.id).map_or(&[][..], Vec::as_slice);
        if !is_charged && refunds.is_empty() {
            continue;
        }
        let charged = row.charged(config);
        if is_charged {
            put_taxes(figures, row, &charged, 1);
        }
        let backs = tax_back::taken_off(&charged, row.document.totals.total, refunds);
        for (refund, back) in refunds.iter().zip(backs) {
            if within(refund.at) {
                let sums = SalesTotals {
                    orders: 1,
                    gross: refund.amount,
                    ..SalesTotals::default()
                };
                put(figures, row, Topic::Refund, "", "", sums);
                put_taxes(figures, row, &back.map(|amount| -amount), 0);
            }
        }
    }
    Ok(counted)
}

async fn rows(
    db: &impl ConnectionTrait,
    from: i64,
    until: i64,
    refunds: &HashMap<i64, Vec<Refund>>,
) -> Result<Vec<Row>, AppError> {
    // Each is a number that the database gave.
    let refunded: Vec<String> = refunds.keys().map(i64::to_string).collect();
    let refunded = match refunded.len() {
        0 => "NULL".to_owned(),
        _ => refunded.join(", "),
    };
    let sql = format!(
        "SELECT o.id, o.payment_status, o.placed_at, o.paid_at, o.country, o.document, i.document \
         FROM orders o LEFT JOIN invoices i ON i.order_id = o.id WHERE o.id IN (\
         SELECT id FROM orders WHERE placed_at >= $1 AND placed_at < $2 \
         UNION SELECT id FROM orders WHERE paid_at >= $1 AND paid_at < $2 \
         UNION SELECT id FROM orders WHERE id IN ({refunded})) ORDER BY o.id"
    );
    let values = [from.into(), until.into()];
    let find = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let mut rows = Vec::new();
    let mut unread = HashSet::new();
    for row in db.query_all_raw(find).await? {
        match read(&row)? {
            Ok(row) => rows.push(row),
            Err(id) => {
                unread.insert(id);
            }
        }
    }
    if !unread.is_empty() {
        tracing::error!(?unread, "orders that cannot be read are in no figures");
    }
    Ok(rows)
}

/// The order of `row`, or its id if it cannot be read.
fn read(row: &QueryResult) -> Result<Result<Row, i64>, AppError> {
    let id = row.try_get_by_index(0)?;
    let status: String = row.try_get_by_index(1)?;
    let (document, invoice): (String, Option<String>) =
        (row.try_get_by_index(5)?, row.try_get_by_index(6)?);
    let (Ok(payment), Ok(document)) = (
        PaymentStatus::try_from_value(&status),
        serde_json::from_str(&document),
    ) else {
        return Ok(Err(id));
    };
    Ok(Ok(Row {
        id,
        payment,
        placed_at: row.try_get_by_index(2)?,
        paid_at: row.try_get_by_index(3)?,
        country: row.try_get_by_index(4)?,
        document,
        invoice: invoice.and_then(|text| serde_json::from_str(&text).ok()),
    }))
}

impl Row {
    /// Whether it was an order at all: one whose payment online never came, or that was called off before it was paid, was none.
    fn is_sold(&self) -> bool {
        match self.payment {
            PaymentStatus::Incomplete => false,
            PaymentStatus::Cancelled => self.paid_at.is_some(),
            _ => true,
        }
    }

    /// What was charged for it: as its invoice says, if it has one.
    fn charged(&self, config: &Config) -> TaxParts {
        if let Some(invoice) = &self.invoice {
            return TaxParts::of(&invoice.lines, &invoice.taxes);
        }
        let (lines, taxes) = charged(config, &self.document);
        TaxParts::of(&lines, &taxes)
    }

    /// When its money came, which is when its tax is due; one of before that was noted came when it was placed.
    fn charged_at(&self) -> Option<i64> {
        use PaymentStatus::{Incomplete, Paid, PartiallyRefunded, Refunded};
        match self.payment {
            Incomplete => None,
            Paid | PartiallyRefunded | Refunded => self.paid_at.or(Some(self.placed_at)),
            _ => self.paid_at,
        }
    }
}

fn put(
    figures: &mut TotalsByKey,
    row: &Row,
    topic: Topic,
    key: &str,
    label: &str,
    sums: SalesTotals,
) {
    let key = Key {
        topic,
        currency: row.document.currency.clone(),
        key: key.to_owned(),
    };
    let (called, known) = figures.entry(key).or_default();
    // What was ordered last says what it is called.
    label.clone_into(called);
    *known += sums;
}

/// What `row` is in what was ordered.
fn sold(figures: &mut TotalsByKey, row: &Row, categories: &dyn Categories) {
    let (document, totals) = (&row.document, &row.document.totals);
    let (gross, tax) = (totals.total, totals.tax());
    let shipping = totals.without_tax(totals.shipping, totals.shipping_tax)
        + totals.without_tax(totals.handling, totals.handling_tax);
    let whole = SalesTotals {
        orders: 1,
        quantity: document.quantity(),
        gross,
        net: gross - tax,
        tax,
        shipping,
        // What staff took off by hand is a surcharge below zero.
        discount: totals.discounts.total() + totals.coupon
            - totals
                .surcharges
                .iter()
                .map(|(_, added)| added.min(&0))
                .sum::<i64>(),
    };
    put(figures, row, Topic::Total, "", "", whole);
    let mut products: BTreeMap<i64, (String, SalesTotals)> = BTreeMap::new();
    for item in &document.items {
        let (name, sums) = products.entry(item.product).or_default();
        item.name.clone_into(name);
        *sums += SalesTotals {
            quantity: item.quantity,
            gross: item.price * item.quantity,
            ..SalesTotals::default()
        };
        sums.orders = 1;
    }
    let mut within: BTreeMap<i64, (String, SalesTotals)> = BTreeMap::new();
    for (id, (name, sums)) in &products {
        put(figures, row, Topic::Product, &id.to_string(), name, *sums);
        let (category, called) = categories.of(*id).unwrap_or_default();
        let (name, known) = within.entry(category).or_default();
        *name = called;
        *known += *sums;
        known.orders = 1;
    }
    for (id, (name, sums)) in within {
        put(figures, row, Topic::Category, &id.to_string(), &name, sums);
    }
    if let Some(code) = &document.coupon_code {
        let name = document.coupon.as_deref().unwrap_or(code);
        let off = SalesTotals {
            discount: totals.coupon,
            quantity: 0,
            ..whole
        };
        put(figures, row, Topic::Coupon, code, name, off);
    }
    let named = |method: &Option<Method>| {
        let method = method.as_ref();
        let (id, title) = method.map_or(("", ""), |it| (it.id.as_str(), it.title.as_str()));
        (id.to_owned(), title.to_owned())
    };
    let (id, title) = named(&document.payment);
    put(figures, row, Topic::Payment, &id, &title, whole);
    let (id, title) = named(&document.delivery);
    put(figures, row, Topic::Delivery, &id, &title, whole);
}

/// Adds `parts` to what `row` is in the taxes, as so many `orders`.
fn put_taxes(figures: &mut TotalsByKey, row: &Row, parts: &TaxParts, orders: i64) {
    let mut add = |key: [&str; 3], net: i64, tax: i64| {
        let sums = SalesTotals {
            orders,
            gross: net + tax,
            net,
            tax,
            ..SalesTotals::default()
        };
        put(figures, row, Topic::Tax, &key.join("|"), "", sums);
    };
    for tax in &parts.taxes {
        add([&row.country, &tax.rate, &tax.name], tax.net, tax.tax);
    }
    if parts.untaxed != 0 {
        add([&row.country, "", ""], parts.untaxed, 0);
    }
}
