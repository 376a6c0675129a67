//! Reviews of products, and what the published ones of a product come to.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let reviews = Table::create()
            .table("reviews")
            .col(big_pk_auto("id"))
            .col(big_integer("product_id"))
            .col(text("buyer"))
            .col(big_integer_null("customer_id"))
            .col(big_integer_null("order_id"))
            .col(big_integer("stars"))
            .col(text("title"))
            .col(text("text"))
            .col(text("name"))
            .col(text("language"))
            .col(text("status"))
            .col(big_integer("created_at"))
            .col(big_integer("changed_at"))
            .to_owned();
        manager.create_table(reviews).await?;
        let once = Index::create()
            .name("reviews_once")
            .table("reviews")
            .col("product_id")
            .col("buyer")
            .unique()
            .to_owned();
        manager.create_index(once).await?;
        let shown = Index::create()
            .name("reviews_shown")
            .table("reviews")
            .col("product_id")
            .col("status")
            .col("created_at")
            .to_owned();
        manager.create_index(shown).await?;
        // Of a version that knows no reviews nothing is set here: none counts.
        let ratings = Table::alter()
            .table("products")
            .add_column(text_null("ratings"))
            .to_owned();
        manager.alter_table(ratings).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let ratings = Table::alter()
            .table("products")
            .drop_column("ratings")
            .to_owned();
        manager.alter_table(ratings).await?;
        let table = Table::drop().table("reviews").to_owned();
        manager.drop_table(table).await
    }
}
