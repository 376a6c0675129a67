//! Who may read a thread: its customer, and whoever has the link of an e-mail about it.

use super::{entity::thread, store};
use crate::{
    account::context::Visitor,
    base::{error::AppError, paths::ShopPath},
    platform::{db::Db, link_key::LinkKey},
};

/// What the link to `thread` is signed for; the address is part of it, so that links to an old one open nothing.
fn subject_of(thread: &thread::Model) -> String {
    format!("contact {} {}", thread.id, thread.email)
}

/// Path and query of the page of `thread`, for whoever reads its e-mails.
pub fn link(key: &LinkKey, thread: &thread::Model) -> String {
    let token = key.token(&subject_of(thread));
    format!(
        "{}?id={}&token={token}",
        ShopPath::Questions.text(),
        thread.id
    )
}

/// The thread `id`, if it is of whoever visits, or `token` is its link's.
pub async fn visible(
    db: &Db,
    visitor: &Visitor,
    id: i64,
    token: &str,
) -> Result<Option<thread::Model>, AppError> {
    let Some(thread) = store::find(&db.read, id).await? else {
        return Ok(None);
    };
    let customer = visitor.session.as_ref().map(|session| session.customer.id);
    if customer.is_some() && thread.customer_id == customer {
        return Ok(Some(thread));
    }
    if token.is_empty() {
        return Ok(None);
    }
    let key = LinkKey::of_shop(db).await?;
    Ok(key.is_token(&subject_of(&thread), token).then_some(thread))
}
