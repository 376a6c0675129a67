//! What signing in and out does to bags.

use super::{Owner, change::MOST_OF_ONE, entity::cart, store};
use crate::{
    account::server::date,
    error::AppError,
    server::{cookies::Token, visit::Visit},
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

/// Gives the guest's bag to `customer`: theirs from now on, or added to the one they have. Whatever
/// is wrong with a bag, nobody is kept from signing in by it.
pub async fn sign_in(tx: &impl ConnectionTrait, guest: Option<&Token>, customer: i64) {
    let Some(token) = guest else { return };
    if let Err(fault) = taken_over(tx, token, customer).await {
        tracing::warn!(?fault, "the guest's bag was not taken over");
    }
}

async fn taken_over(
    tx: &impl ConnectionTrait,
    token: &Token,
    customer: i64,
) -> Result<(), AppError> {
    let Some(guests) = store::find(tx, &Owner::Guest(token.clone())).await? else {
        return Ok(());
    };
    let Some(own) = store::find(tx, &Owner::Customer(customer)).await? else {
        let row = cart::ActiveModel {
            id: Set(guests.id),
            token_hash: Set(None),
            customer_id: Set(Some(customer)),
            ..Default::default()
        };
        cart::Entity::update(row).exec(tx).await?;
        return Ok(());
    };
    for (line, chosen) in store::lines(tx, guests.id).await? {
        let quantity = line.quantity.min(MOST_OF_ONE);
        store::add(tx, own.id, line.product_id, &chosen, quantity).await?;
    }
    // What was typed just now is newer than what was typed back then.
    let (old, new) = (store::details(&own), store::details(&guests));
    let text = |new: String, old: &String| if new.is_empty() { old.clone() } else { new };
    let details = super::Details {
        email: text(new.email, &old.email),
        agreed: new.agreed || old.agreed,
        coupon: text(new.coupon, &old.coupon),
        shipping: if new.shipping.is_empty() {
            old.shipping.clone()
        } else {
            new.shipping
        },
        billing: new.billing.or(old.billing.clone()),
        delivery: text(new.delivery, &old.delivery),
        payment: text(new.payment, &old.payment),
        extra: old.extra.clone().into_iter().chain(new.extra).collect(),
        comments: text(new.comments, &old.comments),
        ..old
    };
    store::keep(tx, own.id, &details, date::now()).await?;
    store::delete(tx, guests.id).await
}

/// A guest's bag for the browser that the customer of `visit` signs out in: with the same things,
/// and nothing personal.
pub async fn sign_out(tx: &impl ConnectionTrait, visit: &Visit) -> Result<Option<Token>, AppError> {
    let Some(session) = &visit.session else {
        return Ok(None);
    };
    let owner = Owner::Customer(session.customer.id);
    let Some(own) = store::find(tx, &owner).await? else {
        return Ok(None);
    };
    let token = Token::random().map_err(|_| AppError::Internal)?;
    let now = date::now();
    let guests = store::open(tx, &Owner::Guest(token.clone()), now).await?;
    for (line, chosen) in store::lines(tx, own.id).await? {
        store::add(tx, guests.id, line.product_id, &chosen, line.quantity).await?;
    }
    store::keep(tx, guests.id, &store::details(&own).impersonal(), now).await?;
    Ok(Some(token))
}
