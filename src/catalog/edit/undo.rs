//! Taking back a change of a product.

use super::{
    change,
    diff::{Fields, fields, with_fields},
};
use crate::{
    base::error::AppError,
    catalog::{Product, store},
    platform::audit::Actor,
};
use sea_orm::ConnectionTrait;

/// What came of taking a change back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UndoOutcome {
    /// It is as it was before.
    Done,
    /// These fields were changed again since.
    ChangedSince(Vec<String>),
    /// There is no such product or category, or no way back.
    Gone,
    /// It was taken back before.
    Before,
}

/// Gives the product `id` the fields of `before` again, where they are still as in `after`. The last of its transaction.
pub async fn undo(
    tx: &impl ConnectionTrait,
    id: i64,
    before: &Fields,
    after: &Fields,
    actor: &Actor,
    now: i64,
) -> Result<UndoOutcome, AppError> {
    let Some(present) = store::product_to_change(tx, id).await? else {
        return Ok(UndoOutcome::Gone);
    };
    let all = fields(&present)?;
    let mut names: Vec<String> = before.keys().chain(after.keys()).cloned().collect();
    names.sort();
    names.dedup();
    let since: Vec<String> = names
        .iter()
        .filter(|name| all.get(*name) != after.get(*name))
        .cloned()
        .collect();
    if !since.is_empty() {
        return Ok(UndoOutcome::ChangedSince(since));
    }
    let wanted: Product = with_fields(&present, &names, before)?;
    change::store(tx, &present, &wanted, actor, now).await?;
    Ok(UndoOutcome::Done)
}
