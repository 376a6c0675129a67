use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(groups()).await?;
        manager.create_table(customers()).await?;
        manager.create_table(addresses()).await?;
        manager.create_table(sessions()).await?;
        manager.create_table(attempts()).await?;
        for (table, column) in [
            ("sessions", "customer_id"),
            ("sessions", "expires_at"),
            ("addresses", "customer_id"),
        ] {
            let index = Index::create()
                .name(format!("{table}_{column}"))
                .table(table)
                .col(column)
                .to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "attempts",
            "sessions",
            "addresses",
            "customers",
            "customer_groups",
        ] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

fn groups() -> TableCreateStatement {
    Table::create()
        .table("customer_groups")
        .col(big_pk_auto("id"))
        .col(string_uniq("name"))
        .to_owned()
}

fn customers() -> TableCreateStatement {
    Table::create()
        .table("customers")
        .col(big_pk_auto("id"))
        .col(string_uniq("email"))
        .col(string("name"))
        .col(string("password_hash"))
        .col(big_integer("auth_epoch"))
        .col(big_integer_null("group_id"))
        .col(big_integer("registered_at"))
        .foreign_key(
            ForeignKey::create()
                .from("customers", "group_id")
                .to("customer_groups", "id")
                .on_delete(ForeignKeyAction::SetNull),
        )
        .to_owned()
}

fn addresses() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("addresses")
        .col(big_pk_auto("id"))
        .col(big_integer("customer_id"))
        .col(big_integer_null("position"))
        .col(string("name"));
    for column in [
        "company_name",
        "street",
        "city",
        "country_code",
        "country_name",
        "postal_code",
        "state_or_province_code",
        "phone",
    ] {
        table.col(string_null(column));
    }
    table.foreign_key(&mut of_customer("addresses")).to_owned()
}

fn sessions() -> TableCreateStatement {
    Table::create()
        .table("sessions")
        .col(big_pk_auto("id"))
        .col(binary_uniq("token_hash"))
        .col(big_integer("customer_id"))
        .col(big_integer("auth_epoch"))
        .col(big_integer("created_at"))
        .col(big_integer("last_seen_at"))
        .col(big_integer("expires_at"))
        .col(string("user_agent"))
        .foreign_key(&mut of_customer("sessions"))
        .to_owned()
}

fn attempts() -> TableCreateStatement {
    Table::create()
        .table("attempts")
        .col(string("key").primary_key())
        .col(big_integer("window_started_at"))
        .col(big_integer("count"))
        .to_owned()
}

fn of_customer(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, "customer_id")
        .to("customers", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}
