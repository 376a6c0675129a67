//! Orders as the back office lists them: what they are filtered by, found by and counted by, and how their parcels are
//! followed.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What a list is filtered by stands in its index, so that no row is read that is not shown.
pub(super) const LISTED: &str = "(placed_at, id, payment_status, fulfillment_status, total, payment_method, delivery_method, country)";

/// Each tab's own index: its name, and which orders are in it.
const TABS: [(&str, &str); 5] = [
    ("orders_listed", ""),
    (
        "orders_to_do",
        "WHERE payment_status IN ('', 'PAID', 'PARTIALLY_REFUNDED') \
         AND fulfillment_status IN ('AWAITING_PROCESSING', 'PROCESSING') AND is_delivered",
    ),
    (
        "orders_unpaid",
        "WHERE payment_status = 'AWAITING_PAYMENT' AND fulfillment_status NOT IN ('WILL_NOT_DELIVER', 'RETURNED')",
    ),
    (
        "orders_on_the_way",
        "WHERE fulfillment_status IN ('SHIPPED', 'READY_FOR_PICKUP') \
         AND payment_status NOT IN ('CANCELLED', 'REFUNDED', 'INCOMPLETE')",
    ),
    (
        "orders_cancelled",
        "WHERE (payment_status IN ('CANCELLED', 'REFUNDED') OR fulfillment_status IN ('WILL_NOT_DELIVER', 'RETURNED'))",
    ),
];

/// `SQLite` keeps the words in a table of its own, whose rows go by the time of the order, and then by its id, of thirty bits.
/// Beginnings up to eight letters have lists of their own: without, a word that half of the orders hold takes half a second.
const SQLITE: [&str; 5] = [
    "CREATE VIRTUAL TABLE order_search USING fts5(words, content='', contentless_delete=1, \
     prefix='1 2 3 4 5 6 7 8', tokenize='unicode61 remove_diacritics 0')",
    "INSERT INTO order_search (rowid, words) SELECT (placed_at << 30) | id, words FROM orders",
    "CREATE TRIGGER orders_added AFTER INSERT ON orders BEGIN \
     INSERT INTO order_search (rowid, words) VALUES ((NEW.placed_at << 30) | NEW.id, NEW.words); END",
    "CREATE TRIGGER orders_reworded AFTER UPDATE OF placed_at, words ON orders BEGIN \
     DELETE FROM order_search WHERE rowid = (OLD.placed_at << 30) | OLD.id; \
     INSERT INTO order_search (rowid, words) VALUES ((NEW.placed_at << 30) | NEW.id, NEW.words); END",
    "CREATE TRIGGER orders_gone AFTER DELETE ON orders BEGIN \
     DELETE FROM order_search WHERE rowid = (OLD.placed_at << 30) | OLD.id; END",
];
/// What is in `document`, where it can be read.
const SQLITE_FILL: &str = "UPDATE orders SET \
     payment_method = COALESCE(json_extract(document, '$.payment.id'), ''), \
     delivery_method = COALESCE(json_extract(document, '$.delivery.id'), ''), \
     country = COALESCE(json_extract(document, '$.shipping.countryCode'), json_extract(document, '$.billing.countryCode'), ''), \
     is_delivered = json_extract(document, '$.delivery') IS NOT NULL WHERE json_valid(document)";

/// `PostgreSQL` makes the words out of the text. Its parser would take an e-mail address or an SKU as one word: what stands
/// between letters and digits is a blank to it.
const POSTGRES: [&str; 2] = [
    "ALTER TABLE orders ADD COLUMN search_words tsvector GENERATED ALWAYS AS (to_tsvector('simple', \
     translate(left(words, 100000), '!\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~', repeat(' ', 32)))) STORED",
    "CREATE INDEX orders_search ON orders USING gin (search_words)",
];
const POSTGRES_FILL: [&str; 3] = [
    "CREATE FUNCTION awning_json(it text) RETURNS json LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN it::json; \
     EXCEPTION WHEN others THEN RETURN '{}'::json; END $$",
    "UPDATE orders SET payment_method = COALESCE(d->'payment'->>'id', ''), delivery_method = COALESCE(d->'delivery'->>'id', ''), \
     country = COALESCE(d->'shipping'->>'countryCode', d->'billing'->>'countryCode', ''), \
     is_delivered = d->'delivery' IS NULL OR d->'delivery'->>'id' IS NOT NULL \
     FROM (SELECT id AS read_id, awning_json(document) AS d FROM orders) AS documents WHERE id = read_id",
    "DROP FUNCTION awning_json",
];

/// The log of what staff did, without what shoppers do all day.
const OF_STAFF: &str = "CREATE INDEX audit_of_staff ON audit (id) WHERE who <> 'the shopper'";

/// What is there is counted once; what comes, goes or moves is counted by the database itself, in the transaction that does
/// it. So no version and no command can forget to.
const COUNT: &str = "INSERT INTO order_counts (payment_status, fulfillment_status, is_delivered, slot, orders) \
     SELECT payment_status, fulfillment_status, is_delivered, id % 16, COUNT(*) FROM orders \
     GROUP BY payment_status, fulfillment_status, is_delivered, id % 16";
const ONE_MORE: &str = "INSERT INTO order_counts (payment_status, fulfillment_status, is_delivered, slot, orders) \
     VALUES (NEW.payment_status, NEW.fulfillment_status, NEW.is_delivered, NEW.id % 16, 1) \
     ON CONFLICT (payment_status, fulfillment_status, is_delivered, slot) DO UPDATE SET orders = order_counts.orders + 1;";
const ONE_LESS: &str = "UPDATE order_counts SET orders = orders - 1 WHERE payment_status = OLD.payment_status \
     AND fulfillment_status = OLD.fulfillment_status AND is_delivered = OLD.is_delivered AND slot = OLD.id % 16;";

fn counting(is_postgres: bool) -> Vec<String> {
    const MOVED: &str = "UPDATE OF payment_status, fulfillment_status, is_delivered";
    if is_postgres {
        return vec![
            format!(
                "CREATE FUNCTION count_orders() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
                 IF TG_OP <> 'INSERT' THEN {ONE_LESS} END IF; IF TG_OP <> 'DELETE' THEN {ONE_MORE} END IF; \
                 RETURN NULL; END $$"
            ),
            format!(
                "CREATE TRIGGER orders_counted AFTER INSERT OR DELETE OR {MOVED} ON orders \
                 FOR EACH ROW EXECUTE FUNCTION count_orders()"
            ),
        ];
    }
    let trigger = |name: &str, when: &str, does: String| {
        format!("CREATE TRIGGER {name} AFTER {when} ON orders BEGIN {does} END")
    };
    vec![
        trigger("orders_counted", "INSERT", ONE_MORE.to_owned()),
        trigger("orders_uncounted", "DELETE", ONE_LESS.to_owned()),
        trigger("orders_moved", MOVED, format!("{ONE_LESS} {ONE_MORE}")),
    ]
}

/// Orders are counted by their two states, and by whether there is anything to deliver.
pub(super) async fn by_status_and_delivery(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let db = manager.get_connection();
    manager.create_table(counts()).await?;
    db.execute_unprepared(COUNT).await?;
    for sql in counting(manager.get_database_backend() == DbBackend::Postgres) {
        db.execute_unprepared(&sql).await?;
    }
    Ok(())
}

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in columns() {
            let mut change = Table::alter();
            change.table("orders").add_column(column);
            manager.alter_table(change).await?;
        }
        let db = manager.get_connection();
        let is_postgres = manager.get_database_backend() == DbBackend::Postgres;
        let fill: &[&str] = match is_postgres {
            true => &POSTGRES_FILL,
            false => &[SQLITE_FILL],
        };
        for sql in fill {
            db.execute_unprepared(sql).await?;
        }
        manager.create_table(views()).await?;
        for (name, only) in TABS {
            let sql = format!("CREATE INDEX {name} ON orders {LISTED} {only}");
            db.execute_unprepared(&sql).await?;
        }
        let search: &[&str] = if is_postgres { &POSTGRES } else { &SQLITE };
        for sql in search.iter().chain(&[OF_STAFF]) {
            db.execute_unprepared(sql).await?;
        }
        by_status_and_delivery(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let search: &[&str] = match manager.get_database_backend() {
            DbBackend::Postgres => &[
                "DROP TRIGGER orders_counted ON orders",
                "DROP FUNCTION count_orders",
                "ALTER TABLE orders DROP COLUMN search_words",
            ],
            _ => &[
                "DROP TRIGGER orders_counted",
                "DROP TRIGGER orders_uncounted",
                "DROP TRIGGER orders_moved",
                "DROP TRIGGER orders_added",
                "DROP TRIGGER orders_reworded",
                "DROP TRIGGER orders_gone",
                "DROP TABLE order_search",
            ],
        };
        for sql in search.iter().chain(&["DROP INDEX audit_of_staff"]) {
            db.execute_unprepared(sql).await?;
        }
        for (name, _) in TABS {
            db.execute_unprepared(&format!("DROP INDEX {name}")).await?;
        }
        for table in ["order_views", "order_counts"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        for column in columns() {
            let mut change = Table::alter();
            let name = column.get_column_name().to_string();
            change.table("orders").drop_column(name);
            manager.alter_table(change).await?;
        }
        Ok(())
    }
}

/// An order that an older version still places counts as one to be sent.
fn columns() -> Vec<ColumnDef> {
    let mut columns = vec![boolean("is_delivered").default(true).take()];
    let texts = [
        "payment_method",
        "delivery_method",
        "country",
        "tracking_number",
        "carrier",
    ];
    columns.extend(texts.map(|name| string(name).default("").take()));
    columns
}

/// How many orders stand where, in sixteen parts: those who place orders at once do not wait for each other.
fn counts() -> TableCreateStatement {
    Table::create()
        .table("order_counts")
        .col(string("payment_status"))
        .col(string("fulfillment_status"))
        .col(boolean("is_delivered"))
        .col(big_integer("slot"))
        .col(big_integer("orders"))
        .primary_key(
            Index::create()
                .col("payment_status")
                .col("fulfillment_status")
                .col("is_delivered")
                .col("slot"),
        )
        .to_owned()
}

/// Filters that somebody of the staff gave a name.
fn views() -> TableCreateStatement {
    Table::create()
        .table("order_views")
        .col(big_pk_auto("id"))
        .col(big_integer("staff_id"))
        .col(string("name"))
        .col(string("query"))
        .index(Index::create().unique().col("staff_id").col("name"))
        .foreign_key(
            ForeignKey::create()
                .from("order_views", "staff_id")
                .to("staff", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
