//! Customers as the back office lists and looks after them: what they bought in numbers, what they are found by, what is noted
//! of them, who need not pay tax, and staff who see the shop as one of them.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

/// Adds what is said above.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// Each order of the list has its own index; what a list is filtered by stands in it, so that no row is read that is not shown.
const LISTS: [(&str, &str); 6] = [
    (
        "customers_listed",
        "(registered_at, id, group_id, order_count)",
    ),
    (
        "customers_by_last_order",
        "(last_order_at, id, group_id, order_count, registered_at)",
    ),
    (
        "customers_by_spent",
        "(spent, id, group_id, order_count, registered_at)",
    ),
    (
        "customers_of_group",
        "(group_id, registered_at, id, order_count)",
    ),
    (
        "customers_of_group_by_last_order",
        "(group_id, last_order_at, id, order_count, registered_at)",
    ),
    (
        "customers_of_group_by_spent",
        "(group_id, spent, id, order_count, registered_at)",
    ),
];

/// `SQLite` keeps the words in a table of its own, whose rows go by the time of the registration, and then by the id, of thirty
/// bits, as those of orders do.
const SQLITE: [&str; 5] = [
    "CREATE VIRTUAL TABLE customer_search USING fts5(words, content='', contentless_delete=1, \
     prefix='1 2 3 4 5 6 7 8', tokenize='unicode61 remove_diacritics 0')",
    "INSERT INTO customer_search (rowid, words) SELECT (registered_at << 30) | id, name || ' ' || email || ' ' || phone FROM customers",
    "CREATE TRIGGER customers_added AFTER INSERT ON customers BEGIN INSERT INTO customer_search (rowid, words) \
     VALUES ((NEW.registered_at << 30) | NEW.id, NEW.name || ' ' || NEW.email || ' ' || NEW.phone); END",
    "CREATE TRIGGER customers_renamed AFTER UPDATE OF registered_at, name, email, phone ON customers BEGIN \
     DELETE FROM customer_search WHERE rowid = (OLD.registered_at << 30) | OLD.id; \
     INSERT INTO customer_search (rowid, words) \
     VALUES ((NEW.registered_at << 30) | NEW.id, NEW.name || ' ' || NEW.email || ' ' || NEW.phone); END",
    "CREATE TRIGGER customers_gone AFTER DELETE ON customers BEGIN \
     DELETE FROM customer_search WHERE rowid = (OLD.registered_at << 30) | OLD.id; END",
];
/// `PostgreSQL` makes the words out of the text; what stands between letters and digits is a blank to it.
const POSTGRES: [&str; 2] = [
    "ALTER TABLE customers ADD COLUMN search_words tsvector GENERATED ALWAYS AS (to_tsvector('simple', \
     translate(name || ' ' || email || ' ' || phone, '!\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~', repeat(' ', 32)))) STORED",
    "CREATE INDEX customers_search ON customers USING gin (search_words)",
];

/// What is there is reckoned once; what comes, goes or is paid is reckoned by the database itself, in the transaction that does
/// it. An order whose payment was never finished is none.
const RECALCULATE: &str = "UPDATE customers SET order_count = s.orders, spent = s.spent, last_order_at = s.last_at FROM \
     (SELECT customer_id, COUNT(*) AS orders, MAX(placed_at) AS last_at, CAST(SUM(CASE WHEN payment_status IN \
     ('PAID', 'PARTIALLY_REFUNDED') THEN total ELSE 0 END) AS BIGINT) AS spent FROM orders \
     WHERE customer_id IS NOT NULL AND payment_status <> 'INCOMPLETE' GROUP BY customer_id) AS s WHERE id = s.customer_id";
const COMES: &str = "UPDATE customers SET order_count = order_count + 1, spent = spent + CASE WHEN NEW.payment_status IN \
     ('PAID', 'PARTIALLY_REFUNDED') THEN NEW.total ELSE 0 END, \
     last_order_at = CASE WHEN NEW.placed_at > last_order_at THEN NEW.placed_at ELSE last_order_at END \
     WHERE id = NEW.customer_id AND NEW.payment_status <> 'INCOMPLETE';";
const GOES: &str = "UPDATE customers SET order_count = order_count - 1, spent = spent - CASE WHEN OLD.payment_status IN \
     ('PAID', 'PARTIALLY_REFUNDED') THEN OLD.total ELSE 0 END, \
     last_order_at = COALESCE((SELECT o.placed_at FROM orders o WHERE o.customer_id = OLD.customer_id \
     AND o.payment_status <> 'INCOMPLETE' ORDER BY o.placed_at DESC LIMIT 1), 0) \
     WHERE id = OLD.customer_id AND OLD.payment_status <> 'INCOMPLETE';";

pub(super) fn reckoning(is_postgres: bool) -> Vec<String> {
    const MOVED: &str = "UPDATE OF customer_id, payment_status, total, placed_at";
    if is_postgres {
        return vec![
            format!(
                "CREATE FUNCTION reckon_customers() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
                 IF TG_OP <> 'INSERT' THEN {GOES} END IF; IF TG_OP <> 'DELETE' THEN {COMES} END IF; RETURN NULL; END $$"
            ),
            format!(
                "CREATE TRIGGER orders_reckoned AFTER INSERT OR DELETE OR {MOVED} ON orders \
                 FOR EACH ROW EXECUTE FUNCTION reckon_customers()"
            ),
        ];
    }
    let trigger = |name: &str, when: &str, does: String| {
        format!("CREATE TRIGGER {name} AFTER {when} ON orders BEGIN {does} END")
    };
    vec![
        trigger("orders_reckoned", "INSERT", COMES.to_owned()),
        trigger("orders_unreckoned", "DELETE", GOES.to_owned()),
        trigger("orders_reckoned_anew", MOVED, format!("{GOES} {COMES}")),
    ]
}

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in columns() {
            let mut change = Table::alter();
            change.table(table).add_column(column);
            manager.alter_table(change).await?;
        }
        for table in [notes(), passes()] {
            manager.create_table(table).await?;
        }
        let of_customer = Index::create()
            .name("customer_notes_customer_id")
            .table("customer_notes")
            .col("customer_id")
            .to_owned();
        manager.create_index(of_customer).await?;
        let db = manager.get_connection();
        let is_postgres = manager.get_database_backend() == DbBackend::Postgres;
        db.execute_unprepared(
            "CREATE INDEX orders_of_customer ON orders (customer_id, placed_at, id)",
        )
        .await?;
        db.execute_unprepared(RECALCULATE).await?;
        for (name, columns) in LISTS {
            let sql = format!("CREATE INDEX {name} ON customers {columns}");
            db.execute_unprepared(&sql).await?;
        }
        let search: &[&str] = if is_postgres { &POSTGRES } else { &SQLITE };
        for sql in search {
            db.execute_unprepared(sql).await?;
        }
        for sql in reckoning(is_postgres) {
            db.execute_unprepared(&sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let triggers: &[&str] = match manager.get_database_backend() {
            DbBackend::Postgres => &[
                "DROP TRIGGER orders_reckoned ON orders",
                "DROP FUNCTION reckon_customers",
                "ALTER TABLE customers DROP COLUMN search_words",
            ],
            _ => &[
                "DROP TRIGGER orders_reckoned",
                "DROP TRIGGER orders_unreckoned",
                "DROP TRIGGER orders_reckoned_anew",
                "DROP TRIGGER customers_added",
                "DROP TRIGGER customers_renamed",
                "DROP TRIGGER customers_gone",
                "DROP TABLE customer_search",
            ],
        };
        for sql in triggers.iter().chain(&["DROP INDEX orders_of_customer"]) {
            db.execute_unprepared(sql).await?;
        }
        for (name, _) in LISTS {
            db.execute_unprepared(&format!("DROP INDEX {name}")).await?;
        }
        for table in ["staff_passes", "customer_notes"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
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
    let customers = [
        string("phone").default("").take(),
        boolean("is_exempt").default(false).take(),
        string("tax_id").default("").take(),
        big_integer("order_count").default(0).take(),
        big_integer("spent").default(0).take(),
        big_integer("last_order_at").default(0).take(),
    ];
    let mut columns: Vec<_> = customers.map(|it| ("customers", it)).into();
    columns.push(("sessions", string("staff").default("").take()));
    columns
}

/// What staff notes of a customer.
fn notes() -> TableCreateStatement {
    Table::create()
        .table("customer_notes")
        .col(big_pk_auto("id"))
        .col(big_integer("customer_id"))
        .col(big_integer("at"))
        .col(string("who"))
        .col(text("text"))
        .foreign_key(&mut of_customer("customer_notes"))
        .to_owned()
}

/// What lets somebody of the staff into the shop as a customer, once.
fn passes() -> TableCreateStatement {
    Table::create()
        .table("staff_passes")
        .col(binary("token_hash").primary_key())
        .col(big_integer("customer_id"))
        .col(big_integer_null("staff_id"))
        .col(string("who"))
        .col(big_integer("made_at"))
        .foreign_key(&mut of_customer("staff_passes"))
        .to_owned()
}

fn of_customer(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, "customer_id")
        .to("customers", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}
