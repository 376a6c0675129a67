//! Moving a shop from one database to another, of either engine.

mod compare;
mod copy;

use super::{
    migration::m0031_loose_ends::RECALCULATE,
    schema::{self, Shape},
};
use crate::platform::{
    config::Config,
    db::{
        Db, follow_given_ids, statement,
        tables::{Table, tables},
        without_password,
    },
};
use sea_orm::{ConnectionTrait, DbErr};

/// Tables with what refers to others behind those.
const ORDER: [&str; 84] = [
    "catalog_version",
    "catalog_changes",
    "products",
    "deleted_products",
    "variations",
    "product_categories",
    "product_codes",
    "stock_movements",
    "categories",
    "slugs",
    "images",
    "image_sources",
    "import_baselines",
    "product_schedules",
    "settings",
    "drafts",
    "guide_steps",
    "staff",
    "staff_sessions",
    "staff_devices",
    "staff_recovery_codes",
    "staff_links",
    "order_views",
    "push_subscriptions",
    "audit",
    "pages",
    "apps",
    "app_storage",
    "customer_groups",
    "customers",
    "customer_notes",
    "staff_passes",
    "addresses",
    "known_devices",
    "sessions",
    "registrations",
    "email_proofs",
    "deletions",
    "sso_identities",
    "sso_signatures",
    "attempts",
    "carts",
    "cart_lines",
    "favourites",
    "stock_alerts",
    "orders",
    "cart_reminders",
    "cart_reminder_stops",
    "order_counts",
    "sales",
    "sales_changes",
    "sales_state",
    "cart_counts",
    "orders_to_anonymise",
    "order_parcels",
    "order_refunds",
    "order_notes",
    "order_clicks",
    "coupon_uses",
    "reviews",
    "payments",
    "payment_events",
    "payment_returns",
    "payment_reports",
    "subscriptions",
    "subscription_orders",
    "product_files",
    "downloads",
    "invoices",
    "credit_notes",
    "counters",
    "secrets",
    "letters",
    "jobs",
    "tasks",
    "task_problems",
    "bulk_changes",
    "bulk_rows",
    "stocktakes",
    "stocktake_counts",
    "stocktake_entries",
    "contact_threads",
    "contact_messages",
    "unreadable_documents",
];
/// Tables of a shop that nobody used yet which have a row all the same.
const BORN_WITH: [&str; 2] = ["catalog_version", "health"];

/// What was moved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transferred {
    /// Tables and how many rows of each.
    pub rows: Vec<(String, i64)>,
}

/// Copies the shop of `from` into the database of `to`, which must be empty and gets its shape first.
/// Either everything is there then, or nothing. `passed` is told of every row, of how many there are.
pub async fn transfer(
    from: &Config,
    to: &Config,
    passed: impl Fn(i64, i64),
) -> Result<Transferred, String> {
    let (source, target) = (open(from).await?, open(to).await?);
    let moved = between(&source, &target, to, passed).await;
    source.close().await;
    target.close().await;
    moved
}

async fn between(
    source: &Db,
    target: &Db,
    to: &Config,
    passed: impl Fn(i64, i64),
) -> Result<Transferred, String> {
    let failed = |error: DbErr| error.to_string();
    match Shape::of(source).await.map_err(failed)? {
        Shape::Fits => {}
        Shape::Empty => return Err("there is no shop to move".into()),
        other => return Err(format!("its shape does not fit this version: {other:?}")),
    }
    if Shape::of(target).await.map_err(failed)? != Shape::Empty {
        refuse_used(target, to).await?;
    }
    schema::migrate(to).await?;
    fill(source, target, passed).await.map_err(failed)
}

/// Copies every row of `source` into `target`, whose tables have nothing in them that counts.
pub async fn fill(
    source: &Db,
    target: &Db,
    passed: impl Fn(i64, i64),
) -> Result<Transferred, DbErr> {
    let tables = in_order(tables(source).await?)?;
    let reader = copy::snapshot(source).await?;
    let total = copy::count_all(&reader, &tables).await?;
    let tx = target.begin().await?;
    let mut moved = Transferred::default();
    for table in &tables {
        let rows = copy::rows(&reader, &tx, table, |count| passed(count, total)).await?;
        moved.rows.push((table.name.clone(), rows));
    }
    // The orders that came in were calculated once more, to what the customers had; shops of before calculate nothing.
    let customers = tables.iter().find(|table| table.name == "customers");
    if customers.is_some_and(|table| table.has("order_count")) {
        tx.execute_unprepared(RECALCULATE).await?;
    }
    for table in tables.iter().filter(|it| it.has_generated_ids()) {
        follow_given_ids(&tx, &table.name).await?;
    }
    compare::same(&reader, &tx, &tables).await?;
    tx.commit().await?;
    Ok(moved)
}

/// `tables` in the order that their references ask for.
fn in_order(tables: Vec<Table>) -> Result<Vec<Table>, DbErr> {
    let mut kept = Vec::new();
    for name in ORDER {
        kept.extend(tables.iter().find(|table| table.name == name).cloned());
    }
    let is_left = |table: &&Table| table.name != "health" && !ORDER.contains(&table.name.as_str());
    match tables.iter().find(is_left) {
        Some(left) => Err(DbErr::Custom(format!(
            "nobody said when {} is copied",
            left.name
        ))),
        None => Ok(kept),
    }
}

async fn refuse_used(target: &Db, to: &Config) -> Result<(), String> {
    let failed = |error: DbErr| error.to_string();
    for table in tables(target).await.map_err(failed)? {
        if BORN_WITH.contains(&table.name.as_str()) {
            continue;
        }
        let sql = format!("SELECT 1 FROM {} LIMIT 1", table.name);
        let found = target
            .read
            .query_one_raw(statement(&target.read, &sql, []))
            .await;
        if found.map_err(failed)?.is_some() {
            return Err(format!(
                "there is something in {} already (in its table {}): a shop is moved into an empty database only",
                without_password(&to.database),
                table.name
            ));
        }
    }
    Ok(())
}

async fn open(config: &Config) -> Result<Db, String> {
    let opened = Db::open(&config.database, config.database_limits()).await;
    opened.map_err(|error| {
        let shown = without_password(&config.database);
        format!("cannot open the database {shown}: {error}")
    })
}
