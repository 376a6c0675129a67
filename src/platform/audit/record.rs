//! Rows of `audit`: who changed what, kept with the change itself. They are only added, and hold no secrets.

use crate::{base::error::AppError, platform::db::statement};
use sea_orm::ConnectionTrait;
use serde_json::Value;

/// Who changes something.
#[derive(Clone, Debug)]
pub struct Actor {
    /// Number of the member of staff, if it is one.
    pub staff: Option<i64>,
    /// Who that is, as the log shows it: it outlives the account.
    pub who: String,
    /// The network they came from; empty on the machine itself.
    pub network: String,
}

impl Actor {
    /// Whoever types commands on the machine.
    pub fn command_line() -> Self {
        Self {
            staff: None,
            who: "the command line".to_owned(),
            network: String::new(),
        }
    }

    /// Whoever shops; the log does not say who that is.
    pub fn shopper() -> Self {
        Self {
            who: "the shopper".to_owned(),
            ..Self::command_line()
        }
    }

    /// The shop itself, on its own.
    pub fn shop() -> Self {
        Self {
            who: "the shop".to_owned(),
            ..Self::command_line()
        }
    }
}

/// What was done to what.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// What was done, such as `settings.change`.
    pub verb: &'a str,
    /// To what, such as a setting's key.
    pub target: &'a str,
    /// How it was; `None` if it was not there.
    pub before: Option<&'a Value>,
    /// How it is; `None` if it is not there any more.
    pub after: Option<&'a Value>,
}

impl<'a> Entry<'a> {
    /// `verb` done to `target`, of which nothing is kept but that.
    pub fn of(verb: &'a str, target: &'a str) -> Self {
        Self {
            verb,
            target,
            before: None,
            after: None,
        }
    }
}

/// Keeps that `actor` did `entry` at `now`, in the transaction that does it.
pub async fn record(
    tx: &impl ConnectionTrait,
    actor: &Actor,
    entry: Entry<'_>,
    now: i64,
) -> Result<(), AppError> {
    const ADD: &str = "INSERT INTO audit (at, staff_id, who, network, verb, target, before, after) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let json = |value: Option<&Value>| value.map(ToString::to_string);
    let row = [
        now.into(),
        actor.staff.into(),
        actor.who.as_str().into(),
        actor.network.as_str().into(),
        entry.verb.into(),
        entry.target.into(),
        json(entry.before).into(),
        json(entry.after).into(),
    ];
    tx.execute_raw(statement(tx, ADD, row)).await?;
    Ok(())
}

/// Whether `verb` was done to `target` after the row `id`.
pub async fn is_since(
    db: &impl ConnectionTrait,
    verb: &str,
    target: &str,
    id: i64,
) -> Result<bool, AppError> {
    const FIND: &str = "SELECT 1 FROM audit WHERE target = $1 AND verb = $2 AND id > $3 LIMIT 1";
    let values = [target.into(), verb.into(), id.into()];
    let found = db.query_one_raw(statement(db, FIND, values)).await?;
    Ok(found.is_some())
}
