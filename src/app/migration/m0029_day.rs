//! The merchant's day: figures of what was sold, what customers ask, and where staff is told of new orders.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 7] = [
    "push_subscriptions",
    "contact_messages",
    "contact_threads",
    "cart_counts",
    "sales_state",
    "sales_changes",
    "sales",
];

/// When the money of an order that went back did so: the log knows it of those of before.
const FILL: &str = "UPDATE orders SET refunded_at = COALESCE((SELECT MAX(at) FROM audit WHERE audit.target = orders.public_id \
     AND verb = 'order.change' AND after LIKE '%\"payment\":%'), paid_at, placed_at) \
     WHERE payment_status = 'REFUNDED' OR (payment_status = 'CANCELLED' AND paid_at IS NOT NULL)";

const INDEXES: [(&str, &str); 11] = [
    (
        "orders_paid_at",
        "orders (paid_at) WHERE paid_at IS NOT NULL",
    ),
    (
        "orders_refunded_at",
        "orders (refunded_at) WHERE refunded_at IS NOT NULL",
    ),
    ("order_refunds_refunded_at", "order_refunds (refunded_at)"),
    ("carts_created_at", "carts (created_at)"),
    ("sales_changes_at", "sales_changes (at)"),
    (
        "contact_threads_listed",
        "contact_threads (status, last_at, id)",
    ),
    ("contact_threads_email", "contact_threads (email)"),
    (
        "contact_threads_customer_id",
        "contact_threads (customer_id)",
    ),
    ("contact_messages_thread_id", "contact_messages (thread_id)"),
    // Those that wait to be looked at are counted, and there are few of them.
    ("jobs_failed", "jobs (kind) WHERE failed_at IS NOT NULL"),
    ("reviews_pending", "reviews (id) WHERE status = 'PENDING'"),
];

/// Whether the money of a row of `orders` went back.
fn is_back(row: &str) -> String {
    format!(
        "({row}.payment_status = 'REFUNDED' OR ({row}.payment_status = 'CANCELLED' AND {row}.paid_at IS NOT NULL))"
    )
}

/// Notes the moments whose figures a refund changes: its own, and that of its order, which counts what no refund is noted of.
fn refund_note(row: &str) -> String {
    format!(
        "INSERT INTO sales_changes (at) SELECT {row}.refunded_at UNION SELECT refunded_at FROM orders \
         WHERE id = {row}.order_id AND refunded_at IS NOT NULL;"
    )
}

/// What figures go by.
const CHANGED: &str =
    "UPDATE OF payment_status, placed_at, paid_at, refunded_at, total, country, document";

/// A cart that goes with something in it, or as an order, is counted by the quarter of an hour in which it was begun.
const ONE_MORE_CART: &str = "INSERT INTO cart_counts (at, is_ordered, carts) \
     VALUES (OLD.created_at - OLD.created_at % 900, EXISTS (SELECT 1 FROM orders WHERE id = OLD.id), 1) \
     ON CONFLICT (at, is_ordered) DO UPDATE SET carts = cart_counts.carts + 1;";
const COUNTS: &str = "EXISTS (SELECT 1 FROM orders WHERE id = OLD.id) OR EXISTS (SELECT 1 FROM cart_lines WHERE cart_id = OLD.id)";

/// Moments whose figures are others now are noted by the database itself, in the transaction that changes an order: so no
/// version and no command can forget to. Notes are only added, so that nobody waits for anybody.
fn sqlite() -> Vec<String> {
    let note = |row: &str| {
        format!(
            "INSERT INTO sales_changes (at) SELECT at FROM (SELECT {row}.placed_at AS at UNION SELECT {row}.paid_at \
             UNION SELECT {row}.refunded_at) WHERE at IS NOT NULL;"
        )
    };
    let trigger = |name: &str, when: &str, does: &str| {
        format!("CREATE TRIGGER {name} {when} BEGIN {does} END")
    };
    let (old, new) = (note("OLD"), note("NEW"));
    let (was, is) = (is_back("OLD"), is_back("NEW"));
    vec![
        trigger("orders_sold", "AFTER INSERT ON orders", &new),
        trigger("orders_not_sold", "AFTER DELETE ON orders", &old),
        trigger(
            "orders_sold_otherwise",
            &format!("AFTER {CHANGED} ON orders"),
            &format!("{old} {new}"),
        ),
        trigger(
            "orders_refunded",
            &format!("AFTER UPDATE OF payment_status, paid_at ON orders WHEN {is} <> {was}"),
            &format!(
                "UPDATE orders SET refunded_at = CASE WHEN {is} THEN CAST(strftime('%s', 'now') AS INTEGER) END WHERE id = NEW.id;"
            ),
        ),
        trigger(
            "refunds_added",
            "AFTER INSERT ON order_refunds",
            &refund_note("NEW"),
        ),
        trigger(
            "refunds_gone",
            "AFTER DELETE ON order_refunds",
            &refund_note("OLD"),
        ),
        trigger(
            "carts_counted",
            &format!("BEFORE DELETE ON carts WHEN {COUNTS}"),
            ONE_MORE_CART,
        ),
    ]
}

fn postgres() -> Vec<String> {
    let note = |row: &str| {
        format!(
            "INSERT INTO sales_changes (at) SELECT DISTINCT at FROM (VALUES ({row}.placed_at), ({row}.paid_at), ({row}.refunded_at)) \
             AS moments (at) WHERE at IS NOT NULL;"
        )
    };
    let (old, new) = (note("OLD"), note("NEW"));
    let (was, is) = (is_back("OLD"), is_back("NEW"));
    vec![
        format!(
            "CREATE FUNCTION note_sales() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             IF TG_OP <> 'INSERT' THEN {old} END IF; IF TG_OP <> 'DELETE' THEN {new} END IF; RETURN NULL; END $$"
        ),
        format!(
            "CREATE TRIGGER orders_sold AFTER INSERT OR DELETE OR {CHANGED} ON orders FOR EACH ROW EXECUTE FUNCTION note_sales()"
        ),
        format!(
            "CREATE FUNCTION note_refund() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {is} <> {was} THEN \
             NEW.refunded_at := CASE WHEN {is} THEN CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS BIGINT) END; END IF; RETURN NEW; END $$"
        ),
        "CREATE TRIGGER orders_refunded BEFORE UPDATE OF payment_status, paid_at ON orders \
         FOR EACH ROW EXECUTE FUNCTION note_refund()"
            .to_owned(),
        format!(
            "CREATE FUNCTION note_refunds() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             IF TG_OP = 'INSERT' THEN {} ELSE {} END IF; RETURN NULL; END $$",
            refund_note("NEW"),
            refund_note("OLD"),
        ),
        "CREATE TRIGGER refunds_noted AFTER INSERT OR DELETE ON order_refunds FOR EACH ROW EXECUTE FUNCTION note_refunds()".to_owned(),
        format!(
            "CREATE FUNCTION count_cart() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             IF {COUNTS} THEN {ONE_MORE_CART} END IF; RETURN OLD; END $$"
        ),
        "CREATE TRIGGER carts_counted BEFORE DELETE ON carts FOR EACH ROW EXECUTE FUNCTION count_cart()".to_owned(),
    ]
}

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let add = Table::alter()
            .table("orders")
            .add_column(big_integer_null("refunded_at"))
            .to_owned();
        manager.alter_table(add).await?;
        for table in [
            sales(),
            changes(),
            state(),
            carts(),
            threads(),
            messages(),
            subscriptions(),
        ] {
            manager.create_table(table).await?;
        }
        let db = manager.get_connection();
        db.execute_unprepared(FILL).await?;
        for (name, on) in INDEXES {
            db.execute_unprepared(&format!("CREATE INDEX {name} ON {on}"))
                .await?;
        }
        let triggers = match manager.get_database_backend() {
            DbBackend::Postgres => postgres(),
            _ => sqlite(),
        };
        for sql in triggers {
            db.execute_unprepared(&sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let triggers: &[&str] = match manager.get_database_backend() {
            DbBackend::Postgres => &[
                "DROP TRIGGER orders_sold ON orders",
                "DROP TRIGGER orders_refunded ON orders",
                "DROP TRIGGER refunds_noted ON order_refunds",
                "DROP TRIGGER carts_counted ON carts",
                "DROP FUNCTION note_sales",
                "DROP FUNCTION note_refund",
                "DROP FUNCTION note_refunds",
                "DROP FUNCTION count_cart",
            ],
            _ => &[
                "DROP TRIGGER orders_sold",
                "DROP TRIGGER orders_not_sold",
                "DROP TRIGGER orders_sold_otherwise",
                "DROP TRIGGER orders_refunded",
                "DROP TRIGGER refunds_added",
                "DROP TRIGGER refunds_gone",
                "DROP TRIGGER carts_counted",
            ],
        };
        for sql in triggers {
            db.execute_unprepared(sql).await?;
        }
        for (name, _) in INDEXES {
            db.execute_unprepared(&format!("DROP INDEX {name}")).await?;
        }
        for table in TABLES {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        let drop = Table::alter()
            .table("orders")
            .drop_column("refunded_at")
            .to_owned();
        manager.alter_table(drop).await
    }
}

/// Figures by what they are about, of days and, where there are many of a day, of months.
fn sales() -> TableCreateStatement {
    let mut table = Table::create();
    table.table("sales");
    for name in ["topic", "span"] {
        table.col(string(name));
    }
    table.col(big_integer("day"));
    for name in ["currency", "key"] {
        table.col(string(name));
    }
    table.col(text("label"));
    for name in [
        "orders", "quantity", "gross", "net", "tax", "shipping", "discount",
    ] {
        table.col(big_integer(name));
    }
    let mut key = Index::create();
    for name in ["topic", "span", "day", "currency", "key"] {
        key.col(name);
    }
    table.primary_key(&mut key).to_owned()
}

fn changes() -> TableCreateStatement {
    Table::create()
        .table("sales_changes")
        .col(big_pk_auto("id"))
        .col(big_integer("at"))
        .to_owned()
}

/// One row: whose days the figures are of, and how often they changed.
fn state() -> TableCreateStatement {
    Table::create()
        .table("sales_state")
        .col(big_integer("id").primary_key())
        .col(string("zone"))
        .col(big_integer("version"))
        .to_owned()
}

fn carts() -> TableCreateStatement {
    Table::create()
        .table("cart_counts")
        .col(big_integer("at"))
        .col(boolean("is_ordered"))
        .col(big_integer("carts"))
        .primary_key(Index::create().col("at").col("is_ordered"))
        .to_owned()
}

/// No foreign key to the order or the product: what was asked stays whatever becomes of those.
fn threads() -> TableCreateStatement {
    Table::create()
        .table("contact_threads")
        .col(big_pk_auto("id"))
        .col(string("status"))
        .col(text("subject"))
        .col(text("name"))
        .col(string("email"))
        .col(string("language"))
        .col(big_integer_null("customer_id"))
        .col(big_integer_null("order_id"))
        .col(big_integer_null("product_id"))
        .col(text("words"))
        .col(big_integer("created_at"))
        .col(big_integer("last_at"))
        .col(big_integer("version"))
        .foreign_key(
            ForeignKey::create()
                .from("contact_threads", "customer_id")
                .to("customers", "id")
                .on_delete(ForeignKeyAction::SetNull),
        )
        .to_owned()
}

/// A form is sent once: of two clicks the second finds its message there.
fn messages() -> TableCreateStatement {
    Table::create()
        .table("contact_messages")
        .col(big_pk_auto("id"))
        .col(big_integer("thread_id"))
        .col(string("author"))
        .col(text("who"))
        .col(text("text"))
        .col(big_integer("at"))
        .col(string("form").unique_key())
        .foreign_key(
            ForeignKey::create()
                .from("contact_messages", "thread_id")
                .to("contact_threads", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn subscriptions() -> TableCreateStatement {
    Table::create()
        .table("push_subscriptions")
        .col(big_pk_auto("id"))
        .col(big_integer("staff_id"))
        .col(big_integer_null("session_id"))
        .col(binary_null("device"))
        .col(text("endpoint").unique_key())
        .col(binary("key"))
        .col(binary("auth"))
        .col(text("name"))
        .col(boolean("is_on"))
        .col(big_integer("created_at"))
        .foreign_key(
            ForeignKey::create()
                .from("push_subscriptions", "staff_id")
                .to("staff", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
