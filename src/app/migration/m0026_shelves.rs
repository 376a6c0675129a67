//! Products as the back office lists them, every change of how many are left, changes of many products at once, and
//! stocktakings.

use crate::catalog::store::list_columns;
use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What a list is sorted by, each with what it is filtered by behind it: no row is read that is not shown.
const INDEXES: [(&str, &str); 7] = [
    (
        "products_by_name",
        "products (list_name, id, enabled, on_sale, fewest)",
    ),
    (
        "products_by_change",
        "products (updated_at, id, enabled, on_sale, fewest)",
    ),
    (
        "products_by_stock",
        "products (fewest, id, enabled, on_sale)",
    ),
    ("products_on_sale", "products (id) WHERE on_sale"),
    ("products_hidden", "products (id) WHERE NOT enabled"),
    ("product_codes_code", "product_codes (code)"),
    (
        "product_categories_product",
        "product_categories (product_id)",
    ),
];

/// `SQLite` keeps the words in a table of its own, whose rows have the numbers of the products.
const SQLITE: [&str; 4] = [
    "CREATE VIRTUAL TABLE product_find USING fts5(words, content='', contentless_delete=1, \
     detail='none', prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER products_found AFTER INSERT ON products WHEN NEW.list_words <> '' BEGIN \
     INSERT INTO product_find (rowid, words) VALUES (NEW.id, NEW.list_words); END",
    "CREATE TRIGGER products_reworded AFTER UPDATE OF list_words ON products WHEN NEW.list_words <> OLD.list_words BEGIN \
     DELETE FROM product_find WHERE rowid = OLD.id; \
     INSERT INTO product_find (rowid, words) VALUES (NEW.id, NEW.list_words); END",
    "CREATE TRIGGER products_unfound AFTER DELETE ON products BEGIN \
     DELETE FROM product_find WHERE rowid = OLD.id; END",
];
/// `PostgreSQL` makes them out of the text.
const POSTGRES: [&str; 2] = [
    "ALTER TABLE products ADD COLUMN find_words tsvector GENERATED ALWAYS AS (to_tsvector('simple', left(list_words, 100000))) STORED",
    "CREATE INDEX products_find ON products USING gin (find_words)",
];

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in columns() {
            let mut change = Table::alter();
            change.table("products").add_column(column);
            manager.alter_table(change).await?;
        }
        for table in tables() {
            manager.create_table(table).await?;
        }
        let db = manager.get_connection();
        let search: &[&str] = match manager.get_database_backend() {
            DbBackend::Postgres => &POSTGRES,
            _ => &SQLITE,
        };
        for sql in search {
            db.execute_unprepared(sql).await?;
        }
        for (name, what) in INDEXES {
            let sql = format!("CREATE INDEX {name} ON {what}");
            db.execute_unprepared(&sql).await?;
        }
        for (name, columns) in [
            ("stock_movements_product", "product_id, id"),
            ("stock_movements_cause", "cause, id"),
            ("stock_movements_who", "who, id"),
        ] {
            let sql = format!("CREATE INDEX {name} ON stock_movements ({columns})");
            db.execute_unprepared(&sql).await?;
        }
        let again =
            "CREATE UNIQUE INDEX stocktake_entries_once ON stocktake_entries (stocktake_id, form)";
        db.execute_unprepared(again).await?;
        list_columns::fill(db)
            .await
            .map_err(|fault| DbErr::Custom(format!("listing the products: {fault:?}")))
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let search: &[&str] = match manager.get_database_backend() {
            DbBackend::Postgres => &["ALTER TABLE products DROP COLUMN find_words"],
            _ => &[
                "DROP TRIGGER products_found",
                "DROP TRIGGER products_reworded",
                "DROP TRIGGER products_unfound",
                "DROP TABLE product_find",
            ],
        };
        for sql in search {
            db.execute_unprepared(sql).await?;
        }
        for (name, _) in INDEXES {
            db.execute_unprepared(&format!("DROP INDEX {name}")).await?;
        }
        for table in tables().iter().rev() {
            if let Some(name) = table.get_table_name() {
                manager
                    .drop_table(Table::drop().table(name.clone()).to_owned())
                    .await?;
            }
        }
        for column in columns() {
            let mut change = Table::alter();
            let name = column.get_column_name().to_string();
            change.table("products").drop_column(name);
            manager.alter_table(change).await?;
        }
        Ok(())
    }
}

/// What a product that an older version writes is listed by is brought up with its next change.
fn columns() -> Vec<ColumnDef> {
    vec![
        text("list_name").default("").take(),
        text("list_words").default("").take(),
        boolean("on_sale").default(false).take(),
        big_integer("fewest")
            .default(list_columns::UNCOUNTED)
            .take(),
    ]
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        categories(),
        codes(),
        movements(),
        bulk_changes(),
        bulk_rows(),
        stocktakes(),
        stocktake_counts(),
        stocktake_entries(),
    ]
}

fn categories() -> TableCreateStatement {
    Table::create()
        .table("product_categories")
        .col(big_integer("category_id"))
        .col(big_integer("product_id"))
        .primary_key(Index::create().col("category_id").col("product_id"))
        .to_owned()
}

/// What products are counted by: SKUs, and the numbers on packages.
fn codes() -> TableCreateStatement {
    Table::create()
        .table("product_codes")
        .col(big_integer("product_id"))
        .col(big_integer("variation_id"))
        .col(string("code"))
        .primary_key(
            Index::create()
                .col("product_id")
                .col("variation_id")
                .col("code"),
        )
        .to_owned()
}

fn movements() -> TableCreateStatement {
    Table::create()
        .table("stock_movements")
        .col(big_pk_auto("id"))
        .col(big_integer("at"))
        .col(big_integer("product_id"))
        .col(big_integer_null("variation_id"))
        .col(big_integer("delta"))
        .col(big_integer_null("stock_after"))
        .col(string("cause"))
        .col(string("order_number"))
        .col(text("reason"))
        .col(big_integer_null("staff_id"))
        .col(string("who"))
        .to_owned()
}

fn bulk_changes() -> TableCreateStatement {
    Table::create()
        .table("bulk_changes")
        .col(big_pk_auto("id"))
        .col(big_integer("at"))
        .col(big_integer_null("staff_id"))
        .col(string("who"))
        .col(text("what"))
        .col(text("chosen"))
        .col(string("form").unique_key())
        .col(big_integer("changed"))
        .col(big_integer("stayed"))
        .col(big_integer_null("task_id"))
        .col(big_integer_null("undone_at"))
        .col(big_integer_null("undo_task_id"))
        .to_owned()
}

fn bulk_rows() -> TableCreateStatement {
    Table::create()
        .table("bulk_rows")
        .col(big_integer("bulk_id"))
        .col(big_integer("product_id"))
        .col(text("name"))
        .col(text("before"))
        .col(text("after"))
        .col(text("why"))
        .col(string("undone"))
        .primary_key(Index::create().col("bulk_id").col("product_id"))
        .foreign_key(
            ForeignKey::create()
                .from("bulk_rows", "bulk_id")
                .to("bulk_changes", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn stocktakes() -> TableCreateStatement {
    Table::create()
        .table("stocktakes")
        .col(big_pk_auto("id"))
        .col(string("name"))
        .col(big_integer_null("category_id"))
        .col(string("state"))
        .col(big_integer("began_at"))
        .col(string("began_by"))
        .col(big_integer_null("ended_at"))
        .col(string("ended_by"))
        .to_owned()
}

fn stocktake_counts() -> TableCreateStatement {
    Table::create()
        .table("stocktake_counts")
        .col(big_integer("stocktake_id"))
        .col(big_integer("product_id"))
        .col(big_integer("variation_id"))
        .col(big_integer("counted"))
        .col(big_integer_null("expected"))
        .col(big_integer("counted_at"))
        .col(string("who"))
        .col(big_integer_null("difference"))
        .primary_key(
            Index::create()
                .col("stocktake_id")
                .col("product_id")
                .col("variation_id"),
        )
        .foreign_key(&mut of_stocktake("stocktake_counts"))
        .to_owned()
}

fn stocktake_entries() -> TableCreateStatement {
    Table::create()
        .table("stocktake_entries")
        .col(big_pk_auto("id"))
        .col(big_integer("stocktake_id"))
        .col(string("form"))
        .col(big_integer("product_id"))
        .col(big_integer("variation_id"))
        .col(big_integer("quantity"))
        .col(big_integer("at"))
        .col(string("who"))
        .foreign_key(&mut of_stocktake("stocktake_entries"))
        .to_owned()
}

fn of_stocktake(table: &str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table.to_owned(), "stocktake_id")
        .to("stocktakes", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}
