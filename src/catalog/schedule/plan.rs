//! Planning something of a product, and calling it off.

use super::{
    CALLED_OFF, PLANNED,
    effect::Offer,
    entity::{ActiveModel, Column, Entity, Model, ScheduleKind, ScheduleState},
    run::{self, KIND},
};
use crate::{
    base::error::AppError,
    catalog::{Product, edit, store},
    platform::{
        audit::{self, Actor, Entry},
        jobs::{self, NewJob},
    },
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::json;

/// What is to be planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewSchedule {
    /// What.
    pub kind: ScheduleKind,
    /// From when on, in UNIX seconds; a sale begins at once without.
    pub starts_at: Option<i64>,
    /// Until when, in UNIX seconds.
    pub ends_at: Option<i64>,
    /// Price during a sale, in minor units.
    pub price: Option<i64>,
    /// Or how much is taken off each price, in percent.
    pub percent: Option<i64>,
}

/// Why something is not planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScheduleRefusal {
    /// Neither when it begins nor when it ends is said.
    NoTime,
    /// It ends before it begins.
    Backwards,
    /// It is over already.
    Past,
    /// Something of the kind is planned for a part of that time.
    Overlaps,
    /// A sale needs either a price or a percentage.
    NoPrice,
    /// It would not be cheaper.
    NotCheaper,
    /// There is no such product.
    NoProduct,
}

/// Plans `new` of the product `id`; its number. What is due already happens in the same transaction, of which it is the last.
pub async fn plan(
    tx: &impl ConnectionTrait,
    id: i64,
    new: NewSchedule,
    actor: &Actor,
    now: i64,
) -> Result<Result<i64, ScheduleRefusal>, AppError> {
    let Some(product) = store::product_to_change(tx, id).await? else {
        return Ok(Err(ScheduleRefusal::NoProduct));
    };
    if let Some(refused) = wrong(&product, new, &of_product(tx, id).await?, now) {
        return Ok(Err(refused));
    }
    let row = ActiveModel {
        id: NotSet,
        product_id: Set(id),
        kind: Set(new.kind),
        starts_at: Set(new.starts_at),
        ends_at: Set(new.ends_at),
        price: Set(new.price),
        percent: Set(new.percent),
        state: Set(ScheduleState::Waiting),
        prices: Set(None),
        who: Set(actor.who.clone()),
    };
    let plan = Entity::insert(row).exec(tx).await?.last_insert_id;
    for (what, due) in [("start", new.starts_at), ("end", new.ends_at)] {
        if let Some(due) = due.filter(|due| *due > now) {
            let job = NewJob {
                kind: KIND,
                key: Some(format!("{KIND} {plan} {what}")),
                body: plan.to_string(),
                now,
                due,
            };
            jobs::enqueue(tx, job).await?;
        }
    }
    let (after, target) = (log_value(&new), edit::target(id));
    let entry = Entry {
        after: Some(&after),
        ..Entry::of(PLANNED, &target)
    };
    audit::record(tx, actor, entry, now).await?;
    // What is to be seen from a day on is not seen before.
    let is_to_wait = new.starts_at.is_some_and(|starts| starts > now);
    if new.kind == ScheduleKind::Visible && is_to_wait && product.enabled {
        let hidden = Product {
            enabled: false,
            ..product.clone()
        };
        edit::store(tx, &product, &hidden, actor, now).await?;
    } else {
        run::settle(tx, plan, now).await?;
    }
    Ok(Ok(plan))
}

fn wrong(
    product: &Product,
    new: NewSchedule,
    there: &[Model],
    now: i64,
) -> Option<ScheduleRefusal> {
    let (starts, ends) = (
        new.starts_at.unwrap_or(i64::MIN),
        new.ends_at.unwrap_or(i64::MAX),
    );
    let overlaps = |it: &Model| {
        it.kind == new.kind
            && it.starts_at.unwrap_or(i64::MIN) < ends
            && it.ends_at.unwrap_or(i64::MAX) > starts
    };
    if new.kind == ScheduleKind::Visible && new.starts_at.is_none() && new.ends_at.is_none() {
        return Some(ScheduleRefusal::NoTime);
    }
    if starts >= ends {
        return Some(ScheduleRefusal::Backwards);
    }
    if ends <= now {
        return Some(ScheduleRefusal::Past);
    }
    if new.kind == ScheduleKind::Sale {
        match (new.price, new.percent) {
            (None, None) | (Some(_), Some(_)) => return Some(ScheduleRefusal::NoPrice),
            (Some(price), None) if price < 0 || !Offer::Price(price).is_cheaper(product) => {
                return Some(ScheduleRefusal::NotCheaper);
            }
            (None, Some(percent)) if !(1..=99).contains(&percent) => {
                return Some(ScheduleRefusal::NotCheaper);
            }
            _ => {}
        }
    }
    there
        .iter()
        .any(overlaps)
        .then_some(ScheduleRefusal::Overlaps)
}

/// What the log says of a plan: a value that is not there is left out.
fn log_value(new: &NewSchedule) -> serde_json::Value {
    let mut said = json!({ "what": match new.kind {
        ScheduleKind::Sale => "sale",
        ScheduleKind::Visible => "visible",
    } });
    for (name, value) in [
        ("from", new.starts_at.map(crate::base::date::minute)),
        ("until", new.ends_at.map(crate::base::date::minute)),
        ("price", new.price.map(|it| it.to_string())),
        ("percent", new.percent.map(|it| it.to_string())),
    ] {
        if let Some(value) = value {
            said[name] = json!(value);
        }
    }
    said
}

/// What is planned of the product `id` or goes on, the first first.
pub async fn of_product(db: &impl ConnectionTrait, id: i64) -> Result<Vec<Model>, AppError> {
    let found = Entity::find()
        .filter(Column::ProductId.eq(id))
        .filter(Column::State.ne(ScheduleState::Over))
        .order_by_asc(Column::Id);
    let mut found = found.all(db).await?;
    found.sort_by_key(|it| (it.starts_at.or(it.ends_at), it.id));
    Ok(found)
}

/// Returns `product` with the prices that it has when no sale goes on.
pub async fn without_sale(
    db: &impl ConnectionTrait,
    mut product: Product,
) -> Result<Product, AppError> {
    for row in of_product(db, product.id).await? {
        if let Some(sale) = run::sale_of(&row)? {
            sale.end(&mut product);
        }
    }
    Ok(product)
}

/// Cancels the plan `plan` of the product `id`; `false` if there is none. A sale under way ends; its visibility stays as it is.
///
/// It must be the last of its transaction.
pub async fn call_off(
    tx: &impl ConnectionTrait,
    id: i64,
    plan: i64,
    actor: &Actor,
    now: i64,
) -> Result<bool, AppError> {
    let Some(product) = store::product_to_change(tx, id).await? else {
        return Ok(false);
    };
    let found = Entity::find_by_id(plan)
        .filter(Column::ProductId.eq(id))
        .lock_exclusive();
    let Some(row) = found.one(tx).await? else {
        return Ok(false);
    };
    Entity::delete_by_id(plan).exec(tx).await?;
    let target = edit::target(id);
    audit::record(tx, actor, Entry::of(CALLED_OFF, &target), now).await?;
    if row.kind == ScheduleKind::Sale && row.state == ScheduleState::Running {
        run::end_sale(tx, &row, &product, actor, now).await?;
    }
    Ok(true)
}

/// Forgets everything that was planned of the product `id`.
pub async fn forget(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    let all = Entity::delete_many().filter(Column::ProductId.eq(id));
    all.exec(tx).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_meant_is_refused() {
        let product = Product {
            price: 1_000,
            ..Product::default()
        };
        let sale = NewSchedule {
            kind: ScheduleKind::Sale,
            starts_at: Some(200),
            ends_at: Some(300),
            price: Some(900),
            percent: None,
        };
        let seen = NewSchedule {
            kind: ScheduleKind::Visible,
            price: None,
            ..sale
        };
        let there = Model {
            id: 1,
            product_id: 1,
            kind: ScheduleKind::Sale,
            starts_at: Some(250),
            ends_at: None,
            price: None,
            percent: Some(10),
            state: ScheduleState::Waiting,
            prices: None,
            who: String::new(),
        };
        let of = |new: NewSchedule, all: &[Model]| wrong(&product, new, all, 100);
        assert_eq!(of(sale, &[]), None);
        assert_eq!(
            of(sale, std::slice::from_ref(&there)),
            Some(ScheduleRefusal::Overlaps)
        );
        assert_eq!(of(seen, std::slice::from_ref(&there)), None);
        let earlier = NewSchedule {
            ends_at: Some(250),
            ..sale
        };
        assert_eq!(of(earlier, &[there]), None);
        for (new, refused) in [
            (
                NewSchedule {
                    ends_at: Some(200),
                    ..sale
                },
                ScheduleRefusal::Backwards,
            ),
            (
                NewSchedule {
                    starts_at: None,
                    ends_at: Some(90),
                    ..sale
                },
                ScheduleRefusal::Past,
            ),
            (
                NewSchedule {
                    price: None,
                    ..sale
                },
                ScheduleRefusal::NoPrice,
            ),
            (
                NewSchedule {
                    percent: Some(5),
                    ..sale
                },
                ScheduleRefusal::NoPrice,
            ),
            (
                NewSchedule {
                    price: Some(1_000),
                    ..sale
                },
                ScheduleRefusal::NotCheaper,
            ),
            (
                NewSchedule {
                    price: None,
                    percent: Some(100),
                    ..sale
                },
                ScheduleRefusal::NotCheaper,
            ),
            (
                NewSchedule {
                    starts_at: None,
                    ends_at: None,
                    ..seen
                },
                ScheduleRefusal::NoTime,
            ),
        ] {
            assert_eq!(of(new, &[]), Some(refused), "{new:?}");
        }
    }
}
