use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Every column's words may be the beginning of what is searched for; accents do not count.
const SEARCH: &str = "CREATE VIRTUAL TABLE product_search USING fts5(title, sku, text, \
     content='', contentless_delete=1, detail='column', prefix='2 3', tokenize='unicode61 remove_diacritics 2')";
const WORDS: &str = "CREATE VIRTUAL TABLE product_words USING fts5vocab('product_search', 'row')";

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            products(),
            variations(),
            categories(),
            slugs(),
            images(),
            pages(),
            apps(),
            version(),
        ] {
            manager.create_table(table).await?;
        }
        for (table, column) in [
            ("products", "sku"),
            ("products", "handle"),
            ("variations", "product_id"),
            ("categories", "path"),
            ("slugs", "target_id"),
            ("images", "source"),
        ] {
            let index = Index::create()
                .name(format!("{table}_{column}"))
                .table(table)
                .col(column)
                .to_owned();
            manager.create_index(index).await?;
        }
        let db = manager.get_connection();
        // They are read by the releases that knew SQLite alone.
        if manager.get_database_backend() == DbBackend::Sqlite {
            db.execute_unprepared(SEARCH).await?;
            db.execute_unprepared(WORDS).await?;
        }
        let first = "INSERT INTO catalog_version (id, version) VALUES (1, 0)";
        db.execute_unprepared(first).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "product_words",
            "product_search",
            "catalog_version",
            "apps",
            "pages",
            "images",
            "slugs",
            "categories",
            "variations",
            "products",
        ] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

fn products() -> TableCreateStatement {
    Table::create()
        .table("products")
        .col(big_pk_auto("id"))
        .col(string("sku"))
        .col(string("handle"))
        .col(boolean("enabled"))
        .col(big_integer_null("stock"))
        .col(text("doc"))
        .to_owned()
}

fn variations() -> TableCreateStatement {
    Table::create()
        .table("variations")
        .col(big_pk_auto("id"))
        .col(big_integer("product_id"))
        .col(string("sku"))
        .col(big_integer_null("stock"))
        .to_owned()
}

fn categories() -> TableCreateStatement {
    Table::create()
        .table("categories")
        .col(big_integer("id").primary_key())
        .col(big_integer_null("parent_id"))
        .col(string("path"))
        .col(text("doc"))
        .to_owned()
}

fn slugs() -> TableCreateStatement {
    Table::create()
        .table("slugs")
        .col(string("slug").primary_key())
        .col(boolean("is_product"))
        .col(big_integer("target_id"))
        .col(boolean("current"))
        .to_owned()
}

fn images() -> TableCreateStatement {
    Table::create()
        .table("images")
        .col(string("hash").primary_key())
        .col(big_integer("width"))
        .col(big_integer("height"))
        .col(string_null("source"))
        .to_owned()
}

fn pages() -> TableCreateStatement {
    Table::create()
        .table("pages")
        .col(string("slug"))
        .col(string("language"))
        .col(text("markdown"))
        .primary_key(Index::create().col("slug").col("language"))
        .to_owned()
}

fn apps() -> TableCreateStatement {
    Table::create()
        .table("apps")
        .col(string("client_id").primary_key())
        .col(string_null("token"))
        .col(text_null("config"))
        .to_owned()
}

fn version() -> TableCreateStatement {
    Table::create()
        .table("catalog_version")
        .col(big_integer("id").primary_key())
        .col(big_integer("version"))
        .to_owned()
}
