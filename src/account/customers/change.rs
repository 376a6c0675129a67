//! Correcting what is known of a customer. The e-mail address and the password are the customer's alone.

use super::group;
use crate::{
    account::{entity::customer, store},
    base::error::AppError,
    platform::{
        audit::{self, Actor, Entry},
        db::{Db, retried},
    },
};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// Longest telephone number, in characters.
pub const PHONE_MAX: usize = 40;
/// Longest tax id, in characters.
pub const TAX_ID_MAX: usize = 40;

/// What staff may correct.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerDetails {
    /// Full name; may be empty.
    pub name: String,
    /// Telephone number; may be empty.
    pub phone: String,
    /// The group.
    pub group: Option<i64>,
    /// Whether no tax is charged.
    pub is_exempt: bool,
    /// What the tax office knows them by; may be empty.
    pub tax_id: String,
}

impl CustomerDetails {
    /// Returns the details stored in `row`.
    pub fn of(row: &customer::Model) -> Self {
        Self {
            name: row.name.clone(),
            phone: row.phone.clone(),
            group: row.group_id,
            is_exempt: row.is_exempt,
            tax_id: row.tax_id.clone(),
        }
    }

    /// Returns the names of the details that differ in `other`.
    fn differing(&self, other: &Self) -> Vec<&'static str> {
        let each = [
            ("name", self.name != other.name),
            ("phone", self.phone != other.phone),
            ("group", self.group != other.group),
            ("tax exemption", self.is_exempt != other.is_exempt),
            ("tax id", self.tax_id != other.tax_id),
        ];
        let differing = each.into_iter().filter(|(_, differs)| *differs);
        differing.map(|(name, _)| name).collect()
    }
}

/// The outcome of a correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeOutcome {
    /// The customer has the wanted details now.
    Done,
    /// Somebody else changed the details meanwhile: these are stored.
    Otherwise(Box<CustomerDetails>),
    /// There is no such customer.
    Gone,
    /// There is no such group.
    NoGroup,
}

/// Updates the customer if the stored details still equal `saw`; otherwise returns what is stored.
pub async fn change(
    db: &Db,
    id: i64,
    saw: &CustomerDetails,
    wanted: &CustomerDetails,
    by: &Actor,
    now: i64,
) -> Result<ChangeOutcome, AppError> {
    retried(|| async {
        let tx = db.begin().await?;
        let Some(row) = store::to_change(&tx, id).await? else {
            return Ok(ChangeOutcome::Gone);
        };
        let stored = CustomerDetails::of(&row);
        if stored == *wanted {
            return Ok(ChangeOutcome::Done);
        }
        if stored != *saw {
            return Ok(ChangeOutcome::Otherwise(Box::new(stored)));
        }
        if let Some(group) = wanted.group
            && group::find(&tx, group).await?.is_none()
        {
            return Ok(ChangeOutcome::NoGroup);
        }
        let changed = customer::ActiveModel {
            id: Set(id),
            name: Set(wanted.name.clone()),
            phone: Set(wanted.phone.clone()),
            group_id: Set(wanted.group),
            is_exempt: Set(wanted.is_exempt),
            tax_id: Set(wanted.tax_id.clone()),
            ..Default::default()
        };
        customer::Entity::update(changed).exec(&tx).await?;
        // What it was is the customer's own: the log says which of it is otherwise.
        let after = json!(stored.differing(wanted).join(", "));
        let target = id.to_string();
        let entry = Entry {
            after: Some(&after),
            ..Entry::of("customer.change", &target)
        };
        audit::record(&tx, by, entry, now).await?;
        tx.commit().await?;
        Ok(ChangeOutcome::Done)
    })
    .await
}
