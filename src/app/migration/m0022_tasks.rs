//! Long work that staff asks for, looks on at, and can call off; and what it refused.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tasks = Table::create()
            .table("tasks")
            .col(big_pk_auto("id"))
            .col(string("kind"))
            .col(string("step"))
            .col(text("state"))
            .col(text("name"))
            .col(string_null("file"))
            .col(big_integer("size"))
            .col(text("options"))
            .col(big_integer("done"))
            .col(big_integer("total"))
            .col(text_null("report"))
            .col(text_null("trouble"))
            .col(big_integer_null("staff_id"))
            .col(string("who"))
            .col(big_integer("created_at"))
            .col(big_integer_null("started_at"))
            .col(big_integer("touched_at"))
            .col(big_integer_null("finished_at"))
            .col(big_integer_null("cancelled_at"))
            .to_owned();
        manager.create_table(tasks).await?;
        let problems = Table::create()
            .table("task_problems")
            .col(big_pk_auto("id"))
            .col(big_integer("task_id"))
            .col(big_integer("line"))
            .col(text("place"))
            .col(text("value"))
            .col(text("why"))
            .foreign_key(
                ForeignKey::create()
                    .from("task_problems", "task_id")
                    .to("tasks", "id")
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        manager.create_table(problems).await?;
        let of_task = Index::create()
            .name("task_problems_task_id")
            .table("task_problems")
            .col("task_id")
            .col("line")
            .to_owned();
        manager.create_index(of_task).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["task_problems", "tasks"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}
