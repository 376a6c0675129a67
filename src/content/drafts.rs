//! What the merchant prepared, and shoppers do not see yet: settings, pages of text and products, one draft of each.

use crate::{
    base::error::AppError,
    platform::{audit::Actor, db::statement},
};
use sea_orm::ConnectionTrait;
use std::collections::BTreeMap;

/// What a draft is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftKind {
    /// A setting, by its key; the draft is JSON.
    Setting,
    /// A page of text, by [`page_name`]; the draft is Markdown.
    Page,
    /// A product, by its number; the draft is JSON.
    Product,
}

impl DraftKind {
    fn code(self) -> &'static str {
        match self {
            Self::Setting => "setting",
            Self::Page => "page",
            Self::Product => "product",
        }
    }
}

/// The name of the page `slug` in `language`.
pub fn page_name(slug: &str, language: &str) -> String {
    format!("{slug} {language}")
}

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What it would be.
    pub value: String,
    /// The version of what shoppers see, as it was when the draft was begun.
    pub began: String,
    /// Another one after each change.
    pub version: i64,
    /// Number of the member of staff who changed it last.
    pub staff: Option<i64>,
    /// Who that is.
    pub who: String,
    /// When that was, in UNIX seconds.
    pub changed_at: i64,
}

/// Every draft of a kind, by its name.
pub async fn all(
    db: &impl ConnectionTrait,
    kind: DraftKind,
) -> Result<BTreeMap<String, Draft>, AppError> {
    const ALL: &str =
        "SELECT name, value, began, version, staff_id, who, changed_at FROM drafts WHERE kind = $1";
    let rows = db
        .query_all_raw(statement(db, ALL, [kind.code().into()]))
        .await?;
    let mut found = BTreeMap::new();
    for row in rows {
        let draft = Draft {
            value: row.try_get_by_index(1)?,
            began: row.try_get_by_index(2)?,
            version: row.try_get_by_index(3)?,
            staff: row.try_get_by_index(4)?,
            who: row.try_get_by_index(5)?,
            changed_at: row.try_get_by_index(6)?,
        };
        found.insert(row.try_get_by_index(0)?, draft);
    }
    Ok(found)
}

/// What is to be kept as a draft.
#[derive(Clone, Copy, Debug)]
pub struct NewDraft<'a> {
    /// Of what.
    pub kind: DraftKind,
    /// Its name.
    pub name: &'a str,
    /// What it would be; `None` if it is to be as shoppers see it, and there is to be no draft.
    pub value: Option<&'a str>,
    /// The version of what shoppers see that it was written over.
    pub began: &'a str,
    /// The version of the draft that was seen; 0 if there was none.
    pub seen: i64,
}

/// Keeps `new` at `now`; what is there instead, if somebody else wrote it since it was seen. One's own draft is written over:
/// it may be saved with every letter that is typed.
///
/// It is called with the texts locked (`version::lock`): of two who write at once, the second sees what the first wrote.
pub async fn put(
    tx: &impl ConnectionTrait,
    new: NewDraft<'_>,
    actor: &Actor,
    now: i64,
) -> Result<Result<(), Draft>, AppError> {
    const PUT: &str = "INSERT INTO drafts (kind, name, value, began, version, staff_id, who, changed_at) \
        VALUES ($1, $2, $3, $4, $8, $5, $6, $7) ON CONFLICT (kind, name) DO UPDATE SET \
        value = $3, began = $4, version = $8, staff_id = $5, who = $6, changed_at = $7";
    let there = all(tx, new.kind).await?.remove(new.name);
    if let Some(other) = there
        .as_ref()
        .filter(|it| it.version != new.seen && it.staff != actor.staff)
    {
        return Ok(Err(other.clone()));
    }
    let Some(value) = new.value else {
        end(tx, new.kind, new.name).await?;
        return Ok(Ok(()));
    };
    // By the clock, so that the version of a draft that ended does not come back.
    let version = there.map_or(now, |it| now.max(it.version + 1));
    let row = [
        new.kind.code().into(),
        new.name.into(),
        value.into(),
        new.began.into(),
        actor.staff.into(),
        actor.who.as_str().into(),
        now.into(),
        version.into(),
    ];
    tx.execute_raw(statement(tx, PUT, row)).await?;
    Ok(Ok(()))
}

/// Deletes the draft called `name`, which was published or discarded; `false` if there is none.
pub async fn end(tx: &impl ConnectionTrait, kind: DraftKind, name: &str) -> Result<bool, AppError> {
    const END: &str = "DELETE FROM drafts WHERE kind = $1 AND name = $2";
    let ended = tx.execute_raw(statement(tx, END, [kind.code().into(), name.into()]));
    Ok(ended.await?.rows_affected() > 0)
}
