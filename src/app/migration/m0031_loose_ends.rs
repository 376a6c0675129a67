//! From when on products run low by their own word, what the log says of categories, and what customers spent without what they
//! got back.

use super::m0028_customers::reckoning as reckoned_before;
use crate::catalog::store::list_columns;
use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

/// Adds what is said above.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// Few rows of many are about categories.
const OF_CATEGORIES: &str = "CREATE INDEX audit_of_categories ON audit (id) \
    WHERE verb IN ('category.add', 'category.arrange', 'category.change', 'category.remove', 'category.restore')";

/// What of the order `row` is paid, and was not paid back.
fn spent(row: &str) -> String {
    format!(
        "CASE WHEN {row}.payment_status IN ('PAID', 'PARTIALLY_REFUNDED') THEN {row}.total - \
         CAST(COALESCE((SELECT SUM(r.amount) FROM order_refunds r WHERE r.order_id = {row}.id), 0) AS BIGINT) ELSE 0 END"
    )
}

/// What is there is reckoned once; what comes, goes, is paid or paid back is reckoned by the database itself, in the transaction
/// that does it. An order whose payment was never finished is none.
pub const RECALCULATE: &str = "UPDATE customers SET order_count = s.orders, spent = s.spent, last_order_at = s.last_at FROM \
     (SELECT customer_id, COUNT(*) AS orders, MAX(placed_at) AS last_at, CAST(SUM(CASE WHEN payment_status IN \
     ('PAID', 'PARTIALLY_REFUNDED') THEN total - COALESCE(b.back, 0) ELSE 0 END) AS BIGINT) AS spent FROM orders \
     LEFT JOIN (SELECT order_id, SUM(amount) AS back FROM order_refunds GROUP BY order_id) AS b ON b.order_id = orders.id \
     WHERE customer_id IS NOT NULL AND payment_status <> 'INCOMPLETE' GROUP BY customer_id) AS s WHERE id = s.customer_id";

fn comes() -> String {
    format!(
        "UPDATE customers SET order_count = order_count + 1, spent = spent + {}, \
         last_order_at = CASE WHEN NEW.placed_at > last_order_at THEN NEW.placed_at ELSE last_order_at END \
         WHERE id = NEW.customer_id AND NEW.payment_status <> 'INCOMPLETE';",
        spent("NEW")
    )
}

fn goes() -> String {
    format!(
        "UPDATE customers SET order_count = order_count - 1, spent = spent - {}, \
         last_order_at = COALESCE((SELECT o.placed_at FROM orders o WHERE o.customer_id = OLD.customer_id \
         AND o.id <> OLD.id AND o.payment_status <> 'INCOMPLETE' ORDER BY o.placed_at DESC LIMIT 1), 0) \
         WHERE id = OLD.customer_id AND OLD.payment_status <> 'INCOMPLETE';",
        spent("OLD")
    )
}

/// What the refund `row` takes off, or gives back where it goes itself. With its order it goes unnoticed: that took all of it
/// along.
fn refund(row: &str, sign: &str) -> String {
    format!(
        "UPDATE customers SET spent = spent {sign} {row}.amount WHERE id = (SELECT o.customer_id FROM orders o \
         WHERE o.id = {row}.order_id AND o.payment_status IN ('PAID', 'PARTIALLY_REFUNDED'));"
    )
}

const MOVED: &str = "UPDATE OF customer_id, payment_status, total, placed_at";

/// An order that goes is reckoned before its refunds go with it.
fn reckoning(is_postgres: bool) -> Vec<String> {
    let (comes, goes) = (comes(), goes());
    let (less, more) = (refund("NEW", "-"), refund("OLD", "+"));
    if is_postgres {
        let function = |name: &str, does: String| {
            format!(
                "CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {does} END $$"
            )
        };
        return vec![
            function(
                "reckon_customers",
                format!("IF TG_OP = 'UPDATE' THEN {goes} END IF; {comes} RETURN NULL;"),
            ),
            function("unreckon_customers", format!("{goes} RETURN OLD;")),
            function(
                "reckon_refunds",
                format!("IF TG_OP = 'INSERT' THEN {less} ELSE {more} END IF; RETURN NULL;"),
            ),
            format!(
                "CREATE TRIGGER orders_reckoned AFTER INSERT OR {MOVED} ON orders FOR EACH ROW EXECUTE FUNCTION reckon_customers()"
            ),
            "CREATE TRIGGER orders_unreckoned BEFORE DELETE ON orders FOR EACH ROW EXECUTE FUNCTION unreckon_customers()".to_owned(),
            "CREATE TRIGGER refunds_reckoned AFTER INSERT OR DELETE ON order_refunds FOR EACH ROW EXECUTE FUNCTION reckon_refunds()".to_owned(),
        ];
    }
    let trigger = |name: &str, when: &str, does: &str| {
        format!("CREATE TRIGGER {name} {when} BEGIN {does} END")
    };
    let anew = format!("AFTER {MOVED} ON orders");
    vec![
        trigger("orders_reckoned", "AFTER INSERT ON orders", &comes),
        trigger("orders_unreckoned", "BEFORE DELETE ON orders", &goes),
        trigger("orders_reckoned_anew", &anew, &format!("{goes} {comes}")),
        trigger("refunds_reckoned", "AFTER INSERT ON order_refunds", &less),
        trigger("refunds_unreckoned", "AFTER DELETE ON order_refunds", &more),
    ]
}

/// What reckons no more: the triggers of before, or those of this version.
fn unreckoning(is_postgres: bool, is_new: bool) -> Vec<&'static str> {
    let (old, new): (&[&'static str], &[&'static str]) = match is_postgres {
        true => (
            &["DROP TRIGGER orders_reckoned ON orders"],
            &[
                "DROP TRIGGER orders_unreckoned ON orders",
                "DROP TRIGGER refunds_reckoned ON order_refunds",
                "DROP FUNCTION reckon_customers",
                "DROP FUNCTION unreckon_customers",
                "DROP FUNCTION reckon_refunds",
            ],
        ),
        false => (
            &[
                "DROP TRIGGER orders_reckoned",
                "DROP TRIGGER orders_unreckoned",
                "DROP TRIGGER orders_reckoned_anew",
            ],
            &[
                "DROP TRIGGER refunds_reckoned",
                "DROP TRIGGER refunds_unreckoned",
            ],
        ),
    };
    let new = new.iter().filter(|_| is_new);
    old.iter().chain(new).copied().collect()
}

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in columns() {
            let mut change = Table::alter();
            change.table(table).add_column(column);
            manager.alter_table(change).await?;
        }
        let db = manager.get_connection();
        let is_postgres = manager.get_database_backend() == DbBackend::Postgres;
        for sql in unreckoning(is_postgres, false) {
            db.execute_unprepared(sql).await?;
        }
        for sql in reckoning(is_postgres) {
            db.execute_unprepared(&sql).await?;
        }
        for sql in [
            RECALCULATE,
            OF_CATEGORIES,
            // No product has a number of its own yet.
            "UPDATE products SET low_from = fewest",
            "CREATE INDEX products_by_low ON products (low_from, id)",
        ] {
            db.execute_unprepared(sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let is_postgres = manager.get_database_backend() == DbBackend::Postgres;
        for sql in unreckoning(is_postgres, true) {
            db.execute_unprepared(sql).await?;
        }
        for sql in reckoned_before(is_postgres) {
            db.execute_unprepared(&sql).await?;
        }
        for index in ["audit_of_categories", "products_by_low"] {
            db.execute_unprepared(&format!("DROP INDEX {index}"))
                .await?;
        }
        for (table, column) in columns() {
            let mut change = Table::alter();
            let name = column.get_column_name().to_string();
            change.table(table).drop_column(name);
            manager.alter_table(change).await?;
        }
        Ok(())
    }
}

fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("products", big_integer_null("low_at").take()),
        (
            "products",
            big_integer("low_from")
                .default(list_columns::UNCOUNTED)
                .take(),
        ),
        ("variations", big_integer_null("low_at").take()),
    ]
}
