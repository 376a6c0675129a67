//! Changing what is stored behind the shop's back, the same on either engine.

use super::Shop;
use awning::platform::db::statement;
use sea_orm::ConnectionTrait;
use serde_json::Value;

impl Shop {
    /// The value at `pointer`, such as `/variations/1/price`, of the document of the product `id`.
    pub async fn product_value(&self, id: i64, pointer: &str) -> Value {
        let document = self.document("products", "doc", id).await;
        document.pointer(pointer).cloned().unwrap_or_default()
    }

    /// Sets the value at `pointer` of the document of the product `id`.
    pub async fn set_product(&self, id: i64, pointer: &str, value: impl Into<Value>) {
        self.set("products", "doc", id, pointer, value.into()).await;
    }

    /// Sets the value at `pointer` of the JSON in `column` of the row `id` of `table`.
    pub async fn set(&self, table: &str, column: &str, id: i64, pointer: &str, value: Value) {
        let mut document = self.document(table, column, id).await;
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        match document.pointer_mut(parent).expect("its parent") {
            Value::Object(fields) => drop(fields.insert(name.to_owned(), value)),
            Value::Array(values) => values[name.parse::<usize>().expect("a place")] = value,
            other => panic!("{pointer} in {other}"),
        }
        let sql = format!("UPDATE {table} SET {column} = $1 WHERE id = $2");
        let values = [document.to_string().into(), id.into()];
        let update = statement(&self.db.write, &sql, values);
        self.db.write.execute_raw(update).await.expect("stored");
    }

    /// Refuses `event`, such as `UPDATE OF sent_at`, on `table`, for rows of which `when` holds.
    pub async fn forbid(&self, event: &str, table: &str, when: &str) {
        if self.is_on_server() {
            self.execute(
                "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger AS \
                 $$ BEGIN RAISE 'forbidden'; END $$ LANGUAGE plpgsql",
            )
            .await;
            self.execute(&format!(
                "CREATE TRIGGER forbidden BEFORE {event} ON {table} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION refuse()"
            ))
            .await;
        } else {
            self.execute(&format!(
                "CREATE TRIGGER forbidden BEFORE {event} ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, 'forbidden'); END"
            ))
            .await;
        }
    }

    /// Takes back what was forbidden on `table`.
    pub async fn allow(&self, table: &str) {
        let of = if self.is_on_server() {
            format!(" ON {table}")
        } else {
            String::new()
        };
        self.execute(&format!("DROP TRIGGER forbidden{of}")).await;
    }

    async fn document(&self, table: &str, column: &str, id: i64) -> Value {
        let sql = format!("SELECT {column} FROM {table} WHERE id = $1");
        let find = statement(&self.db.read, &sql, [id.into()]);
        let row = self.db.read.query_one_raw(find).await.expect("a query");
        let text: String = row.expect("a row").try_get_by_index(0).expect("text");
        serde_json::from_str(&text).expect("JSON")
    }
}
