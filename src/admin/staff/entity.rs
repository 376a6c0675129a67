//! Members of the staff.
#![expect(missing_docs, reason = "columns are named for what they hold")]

use super::role::Role;
use sea_orm::entity::prelude::*;

/// A row of `staff`; times in UNIX seconds.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "staff")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(unique)]
    pub email: String,
    pub name: String,
    pub role: String,
    /// Empty until they chose one, by the link they were sent.
    pub password_hash: String,
    /// What the app on their phone makes codes from, if they use one.
    pub factor_secret: Option<Vec<u8>>,
    /// The 30 seconds of the last code that was taken: each is taken once.
    pub factor_step: i64,
    pub created_at: i64,
}

impl Model {
    /// What they may do; the least, if a later version wrote a role that is not known here.
    pub fn role(&self) -> Role {
        Role::of_code(&self.role).unwrap_or(Role::Packer)
    }

    /// Whether a code is asked for besides the password.
    pub fn has_factor(&self) -> bool {
        self.factor_secret.is_some()
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
