//! Who may see a subscription and change it: its customer, whoever has the link of an e-mail about it, and
//! the browser that placed the order that it began with.

use super::{emails::subject_of, entity::subscription, store};
use crate::{
    account::context::Visitor,
    base::error::AppError,
    order::{self, place::is_of},
    platform::{db::Db, link_key::LinkKey},
};

/// The subscription that is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SubscriptionQuery {
    /// Its id, if one is.
    pub id: Option<i64>,
    /// The token of a link.
    pub token: String,
}

/// The subscription `asked` for, if it is the visitor's; without an id all that are, the latest first.
pub async fn visible(
    db: &Db,
    visitor: &Visitor,
    asked: &SubscriptionQuery,
) -> Result<Vec<subscription::Model>, AppError> {
    let Some(id) = asked.id else {
        return own(db, visitor).await;
    };
    let Some(row) = store::find(&db.read, id).await? else {
        return Ok(Vec::new());
    };
    let customer = visitor.session.as_ref().map(|session| session.customer.id);
    let is_own = customer.is_some() && row.customer_id == customer;
    let may = is_own || has_link(db, asked, &row).await? || has_order(db, visitor, &row).await?;
    Ok(may.then_some(row).into_iter().collect())
}

async fn own(db: &Db, visitor: &Visitor) -> Result<Vec<subscription::Model>, AppError> {
    let customer = visitor.session.as_ref().map(|session| session.customer.id);
    let orders = match &visitor.order_access_token {
        Some(token) => order::store::ids_of(&db.read, token).await?,
        None => Vec::new(),
    };
    if customer.is_none() && orders.is_empty() {
        return Ok(Vec::new());
    }
    store::list(&db.read, customer, orders).await
}

async fn has_link(
    db: &Db,
    asked: &SubscriptionQuery,
    row: &subscription::Model,
) -> Result<bool, AppError> {
    if asked.token.is_empty() {
        return Ok(false);
    }
    let key = LinkKey::of_shop(db).await?;
    Ok(key.is_token(&subject_of(row), &asked.token))
}

async fn has_order(
    db: &Db,
    visitor: &Visitor,
    row: &subscription::Model,
) -> Result<bool, AppError> {
    let order = order::store::by_id(&db.read, row.order_id).await?;
    Ok(order.is_some_and(|order| is_of(&order, visitor)))
}
