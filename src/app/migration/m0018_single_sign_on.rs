//! Who of the merchant's own site is which customer, and what signed them in already.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INDEX: &str = "sso_identities_customer_id";

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut customer = ForeignKey::create();
        customer
            .from("sso_identities", "customer_id")
            .to("customers", "id")
            .on_delete(ForeignKeyAction::Cascade);
        let identities = Table::create()
            .table("sso_identities")
            .col(string("app"))
            .col(string("user_id"))
            .col(big_integer("customer_id"))
            .primary_key(Index::create().col("app").col("user_id"))
            .foreign_key(&mut customer)
            .to_owned();
        let signatures = Table::create()
            .table("sso_signatures")
            .col(binary("signature").primary_key())
            .col(big_integer("used_at"))
            .to_owned();
        for table in [identities, signatures] {
            manager.create_table(table).await?;
        }
        let index = Index::create()
            .name(INDEX)
            .table("sso_identities")
            .col("customer_id")
            .to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["sso_signatures", "sso_identities"] {
            let drop = Table::drop().table(table).to_owned();
            manager.drop_table(drop).await?;
        }
        Ok(())
    }
}
