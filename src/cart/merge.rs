//! What signing in and out does to carts.

use super::{
    Copied, Owner,
    change::{MAX_LINES, MAX_OF_ONE},
    entity::cart,
    store::{self, Line},
};
use crate::{
    base::{date, error::AppError},
    platform::cookies::Token,
};
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait, TransactionTrait};

/// Makes the guest's cart the customer's, or merges it into theirs; `false` if that failed, which changes neither cart.
///
/// A failure does not prevent the sign-in.
pub async fn merge_guest_cart(
    tx: &DatabaseTransaction,
    guest: Option<&Token>,
    customer: i64,
) -> Result<bool, AppError> {
    let Some(token) = guest else { return Ok(true) };
    let savepoint = tx.begin().await?;
    let guests = Owner::Guest(token.clone());
    match merge(&savepoint, &guests, customer, date::now()).await {
        Ok(()) => savepoint.commit().await?,
        Err(fault) => {
            tracing::error!(?fault, customer, "the guest's cart was not merged");
            savepoint.rollback().await?;
            return Ok(false);
        }
    }
    Ok(true)
}

/// Makes the cart of `from` the customer's, or merges it into the cart that they have.
pub(super) async fn merge(
    tx: &DatabaseTransaction,
    from: &Owner,
    customer: i64,
    now: i64,
) -> Result<(), AppError> {
    let Some(guests) = store::find_to_change(tx, from).await? else {
        return Ok(());
    };
    let mut details = store::details_to_change(tx, &guests, now).await?;
    let copied = details.copied.take();
    let Some(own) = store::find_to_change(tx, &Owner::Customer(customer)).await? else {
        let row = cart::ActiveModel {
            id: Set(guests.id),
            token_hash: Set(None),
            customer_id: Set(Some(customer)),
            ..Default::default()
        };
        cart::Entity::update(row).exec(tx).await?;
        return store::keep(tx, guests.id, &details, now).await;
    };
    let base = copied.filter(|it| it.cart == own.id);
    let base = base.map(|it| it.lines).unwrap_or_default();
    let (before, added) = (
        store::plain_lines(tx, own.id).await?,
        store::plain_lines(tx, guests.id).await?,
    );
    for line in merged(&before, &added, &base) {
        store::put_line(tx, own.id, &line).await?;
    }
    let old = store::details_to_change(tx, &own, now).await?;
    store::keep(tx, own.id, &old.with_newer(details), now).await?;
    store::delete(tx, guests.id, now).await
}

/// Returns the lines of `own` that change when a guest's cart is merged into it, with their new quantities.
///
/// If the guest's cart began as a copy of `own`, `base` is that copy, and only the differences from it count: signing out and
/// in again changes nothing.
fn merged(own: &[Line], guest: &[Line], base: &[Line]) -> Vec<Line> {
    let held = |lines: &[Line], like: &Line| {
        let same = lines.iter().filter(|line| line.is_like(like));
        same.map(|line| line.quantity).sum::<i64>()
    };
    let taken_out = base.iter().filter(|line| held(guest, line) == 0);
    let mut count = own.len();
    let mut changed = Vec::new();
    for line in guest.iter().chain(taken_out) {
        let before = held(own, line);
        let added = held(guest, line) - held(base, line);
        let quantity = (before + added).clamp(0, MAX_OF_ONE.max(before));
        let is_new = before == 0 && quantity > 0;
        if quantity == before || is_new && count >= MAX_LINES {
            continue;
        }
        count += usize::from(is_new);
        changed.push(Line {
            quantity,
            ..line.clone()
        });
    }
    changed
}

/// Copies the lines of the customer's cart, but nothing personal, to a new guest's cart; returns its token, if there is a cart.
pub async fn copy_to_guest_cart(
    tx: &DatabaseTransaction,
    customer: i64,
) -> Result<Option<Token>, AppError> {
    let owner = Owner::Customer(customer);
    let Some(own) = store::find_to_change(tx, &owner).await? else {
        return Ok(None);
    };
    let token = Token::random().map_err(AppError::internal)?;
    let now = date::now();
    let guests = store::open(tx, &Owner::Guest(token.clone()), now).await?;
    let lines = store::plain_lines(tx, own.id).await?;
    for line in &lines {
        store::put_line(tx, guests.id, line).await?;
    }
    let copied = Copied {
        cart: own.id,
        lines,
    };
    let details = store::details(&own).impersonal(copied);
    store::keep(tx, guests.id, &details, now).await?;
    Ok(Some(token))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(product: i64, quantity: i64) -> Line {
        Line {
            product,
            chosen: "{}".into(),
            quantity,
        }
    }

    fn after(own: &[Line], guest: &[Line], base: &[Line]) -> Vec<(i64, i64)> {
        let changed = merged(own, guest, base);
        let kept = own
            .iter()
            .filter(|line| !changed.iter().any(|it| it.is_like(line)));
        let all = kept.chain(&changed).filter(|line| line.quantity > 0);
        let mut all: Vec<_> = all.map(|line| (line.product, line.quantity)).collect();
        all.sort_unstable();
        all
    }

    #[test]
    fn a_guests_cart_is_added() {
        let own = [line(1, 2), line(2, 1)];
        assert_eq!(
            after(&own, &[line(1, 1), line(3, 4)], &[]),
            [(1, 3), (2, 1), (3, 4)]
        );
    }

    #[test]
    fn of_a_copy_only_the_changes_count() {
        let own = [line(1, 2), line(2, 1), line(3, 5)];
        let base = [line(1, 2), line(2, 1), line(3, 5)];
        let guest = [line(1, 3), line(3, 1), line(4, 1)];
        assert_eq!(after(&own, &guest, &base), [(1, 3), (3, 1), (4, 1)]);
        // Bought elsewhere meanwhile: what was taken out stays out.
        assert_eq!(after(&[], &base, &base), []);
    }

    #[test]
    fn no_cart_grows_beyond_its_limits() {
        let own: Vec<Line> = (0..99).map(|id| line(id, MAX_OF_ONE)).collect();
        let guest: Vec<Line> = (90..110).map(|id| line(id, 9)).collect();
        let all = after(&own, &guest, &[]);
        assert_eq!(all.len(), MAX_LINES);
        assert!(all.iter().all(|(_, quantity)| *quantity <= MAX_OF_ONE));
    }

    proptest! {
        #[test]
        fn going_out_and_in_again_changes_nothing(quantities in prop::collection::vec(1_i64..9_999, 0..9)) {
            let own: Vec<Line> = (0..).zip(quantities).map(|(id, it)| line(id, it)).collect();
            prop_assert_eq!(merged(&own, &own, &own), []);
        }
    }
}
