//! The links of a reminder: one brings its cart back, one stops every further one. Neither signs anybody in.

use super::entity::reminder;
use crate::{
    base::{date::DAY, error::AppError, paths::ShopPath},
    platform::{db::Db, link_key::LinkKey},
};
use sea_orm::EntityTrait;

/// Where the cart comes back.
pub const BACK: ShopPath = ShopPath::CartAgain;
/// Where reminders are stopped.
pub const STOP: ShopPath = ShopPath::StopReminders;
/// Seconds for which the cart comes back.
pub const LASTS: i64 = 30 * DAY;

/// What a link of the reminder `id` to `page` is signed for.
fn subject_of(page: ShopPath, id: i64) -> String {
    format!("cart reminder {} {id}", page.text())
}

/// Path and query of the link of the reminder `id` to `page`.
pub fn link(key: &LinkKey, page: ShopPath, id: i64) -> String {
    let token = key.token(&subject_of(page, id));
    format!("{}?id={id}&token={token}", page.text())
}

/// A code of `email` by which the shop knows it again, and nobody else does.
pub fn recipient(key: &LinkKey, email: &str) -> String {
    key.token(&format!("cart reminders to {email}"))
}

/// What a link asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkRequest {
    /// Id of the reminder.
    pub id: i64,
    /// The token.
    pub token: String,
}

impl LinkRequest {
    /// What `query`, or a form, asks for.
    pub fn read(query: &[u8]) -> Self {
        let mut asked = Self::default();
        for (name, value) in form_urlencoded::parse(query) {
            match name.as_ref() {
                "id" => asked.id = value.parse().unwrap_or(0),
                "token" => asked.token = value.into_owned(),
                _ => {}
            }
        }
        asked
    }

    /// The reminder, if the token is of its link to `page`.
    pub async fn reminder(
        &self,
        db: &Db,
        page: ShopPath,
    ) -> Result<Option<reminder::Model>, AppError> {
        let key = LinkKey::of_shop(db).await?;
        if !key.is_token(&subject_of(page, self.id), &self.token) {
            return Ok(None);
        }
        let found = reminder::Entity::find_by_id(self.id);
        Ok(found.one(&db.read).await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_link_opens_its_own_page_alone() {
        let key = LinkKey::of_bytes([1; 32]);
        let back = link(&key, BACK, 7);
        let (path, query) = back.split_once('?').expect("a query");
        assert_eq!(path, "/cart/again");
        let asked = LinkRequest::read(query.as_bytes());
        assert_eq!(asked.id, 7);
        assert!(key.is_token(&subject_of(BACK, 7), &asked.token));
        assert!(!key.is_token(&subject_of(STOP, 7), &asked.token));
        assert!(!key.is_token(&subject_of(BACK, 8), &asked.token));
        assert_eq!(LinkRequest::read(b"id=x"), LinkRequest::default());
    }
}
