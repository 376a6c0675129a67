//! How orders of a kind that few are of are found among a million: indexes of what they are filtered by, and on `PostgreSQL`
//! the beginnings of words as words of their own, as `SQLite` has them.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What orders are filtered by, besides the day and how they stand: those have the indexes of the tabs, and `PostgreSQL` would take
/// a long one of a status before the short one of a tab.
const FILTERED: [&str; 4] = ["payment_method", "delivery_method", "country", "total"];

/// The words stand in a table of their own, as on `SQLite`: an order changes some times, its words almost never, and each has a
/// hundred beginnings; and what is looked for by words alone is found in a few narrow rows. They are written at once: what
/// waits in a list of its own is read through by each search. The function says what it costs, so that no row is asked by it
/// that the index could have answered.
///
/// `orders.search_words` stays, for the rows that are walked along; its index goes, so that nothing is walked along by it.
const POSTGRES: [&str; 9] = [
    "CREATE FUNCTION word_beginnings(words tsvector) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT COST 2000 AS $$ \
     DECLARE word text; beginnings text[] := tsvector_to_array(words); BEGIN \
     FOREACH word IN ARRAY beginnings LOOP FOR letters IN 1..least(length(word) - 1, 8) LOOP \
     beginnings := beginnings || left(word, letters); END LOOP; END LOOP; \
     RETURN array_to_tsvector(beginnings); END $$",
    "CREATE TABLE order_search (id bigint PRIMARY KEY REFERENCES orders (id) ON DELETE CASCADE, placed_at bigint NOT NULL, \
     words tsvector NOT NULL)",
    "INSERT INTO order_search (id, placed_at, words) SELECT id, placed_at, strip(search_words) FROM orders",
    "CREATE INDEX order_search_listed ON order_search (placed_at, id)",
    "CREATE INDEX order_search_beginnings ON order_search USING gin (word_beginnings(words)) WITH (fastupdate = off)",
    "CREATE FUNCTION search_order() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
     INSERT INTO order_search (id, placed_at, words) VALUES (NEW.id, NEW.placed_at, strip(NEW.search_words)) \
     ON CONFLICT (id) DO UPDATE SET placed_at = excluded.placed_at, words = excluded.words; RETURN NULL; END $$",
    "CREATE TRIGGER orders_added AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION search_order()",
    "CREATE TRIGGER orders_reworded AFTER UPDATE OF placed_at, words ON orders FOR EACH ROW \
     WHEN ((OLD.placed_at, OLD.words) IS DISTINCT FROM (NEW.placed_at, NEW.words)) EXECUTE FUNCTION search_order()",
    "DROP INDEX orders_search",
];
const POSTGRES_BACK: [&str; 6] = [
    "DROP TRIGGER orders_added ON orders",
    "DROP TRIGGER orders_reworded ON orders",
    "DROP FUNCTION search_order",
    "DROP TABLE order_search",
    "DROP FUNCTION word_beginnings",
    "CREATE INDEX orders_search ON orders USING gin (search_words)",
];

fn index(column: &str) -> String {
    format!("orders_by_{column}")
}

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in FILTERED {
            let mut of = Index::create();
            of.name(index(column)).table("orders").col(column);
            manager.create_index(of).await?;
        }
        if manager.get_database_backend() == DbBackend::Postgres {
            for sql in POSTGRES {
                manager.get_connection().execute_unprepared(sql).await?;
            }
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() == DbBackend::Postgres {
            for sql in POSTGRES_BACK {
                manager.get_connection().execute_unprepared(sql).await?;
            }
        }
        for column in FILTERED {
            let of = Index::drop().name(index(column)).to_owned();
            manager.drop_index(of).await?;
        }
        Ok(())
    }
}
