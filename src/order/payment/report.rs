//! Comparing, day by day, what the shop knows of payments with what their provider has in its books: what no question found out
//! is found out here.
//!
//! Money that the shop did not know of is asked for and acted on as always; what cannot be mended so is for somebody to look at.

pub use super::entity::report;
use super::{
    PaymentState,
    entity::payment,
    held_money::came,
    provider::{self, ListedPayment, Provider, ProviderError},
    settle::{ProviderQuestion, beside, by_provider},
    state::Money,
};
use crate::{
    base::{
        date::{self, DAY},
        error::AppError,
        time_zone::TimeZone,
    },
    platform::{
        jobs::{Job, Setback, Work},
        services::Services,
    },
    pricing::payment::ProviderName,
    request::state::AppState,
};
use async_trait::async_trait;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde::{Deserialize, Serialize};
use std::{collections::HashSet, sync::Arc};

/// Days that are compared, if they were not: a shop that was off catches up.
const DAYS: i64 = 3;
/// Seconds between two looks for days to compare.
const EVERY: i64 = 6 * date::HOUR;
/// Seconds after the end of a day until what began in it has ended.
const SETTLED: i64 = date::HOUR;

/// Something that the shop and its provider do not agree on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// What is the matter.
    pub what: Discrepancy,
    /// What the provider calls the payment.
    pub reference: String,
    /// Id of the order; none where the shop knows nothing of it.
    pub order: Option<i64>,
    /// How much it is about, in minor units…
    pub amount: i64,
    /// …of this currency, an ISO 4217 code.
    pub currency: String,
}

/// What they do not agree on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Discrepancy {
    /// It was paid, and the shop did not know; now it does.
    Mended,
    /// It is paid there by a mark of this shop, and there is no such payment here: a backup from before it was put back.
    Unknown,
    /// It is paid here and not there.
    NotThere,
    /// Another amount is there than is noted here.
    OtherAmount,
}

impl Discrepancy {
    /// Whether somebody is to look at it.
    fn is_open(self) -> bool {
        self != Self::Mended
    }
}

/// Compares the days that were not.
pub struct Compare(pub AppState);

#[async_trait]
impl Work for Compare {
    fn kind(&self) -> &'static str {
        "compare payments"
    }

    fn every(&self) -> Option<i64> {
        Some(EVERY)
    }

    /// Returns 0 seconds: a failed run is not retried, the next one makes up for it.
    fn tried_for(&self) -> i64 {
        0
    }

    async fn run(&self, _: &Job) -> Result<(), Setback> {
        let services = self.0.current().services();
        for why in compare(&services, date::now()).await? {
            tracing::warn!(why, "payments could not be compared");
        }
        Ok(())
    }
}

/// Compares the days before `now` that were not, at every provider whose keys are there; why some could not be.
pub async fn compare(services: &Services, now: i64) -> Result<Vec<String>, AppError> {
    let mut faults = Vec::new();
    for name in ProviderName::ALL {
        let asking = provider::of(services, name.id(), "").await?;
        let Some(asking) = asking else {
            continue;
        };
        for day in days(&services.config.time_zone, now) {
            if is_compared(services, name, day.0).await? {
                continue;
            }
            let list = Arc::clone(&asking);
            match beside(move || list.list(day)).await? {
                Ok(theirs) => {
                    compare_day(services, name, &asking, day.0, day.1, theirs, now).await?
                }
                Err(ProviderError::Refused(why) | ProviderError::Unknown(why)) => faults.push(why),
            }
        }
    }
    Ok(faults)
}

/// The days that are over at `now`, the earliest first: from, and until.
fn days(zone: &TimeZone, now: i64) -> Vec<(i64, i64)> {
    let begin = |at: i64| zone.start_of(zone.local(at).0);
    let end = begin(now - SETTLED);
    let mut days = Vec::new();
    let mut until = end;
    for _ in 0..DAYS {
        // Twelve hours before its end is within a day, however long clocks make it.
        let from = begin(until - DAY / 2);
        days.push((from, until));
        until = from;
    }
    days.reverse();
    days
}

async fn is_compared(
    services: &Services,
    name: ProviderName,
    begins_at: i64,
) -> Result<bool, AppError> {
    let found = report::Entity::find()
        .filter(report::Column::Provider.eq(name.id()))
        .filter(report::Column::BeginsAt.eq(begins_at));
    Ok(found.count(&services.db.read).await? > 0)
}

async fn compare_day(
    services: &Services,
    name: ProviderName,
    asking: &Arc<dyn Provider>,
    from: i64,
    until: i64,
    theirs: Vec<ListedPayment>,
    now: i64,
) -> Result<(), AppError> {
    let mark = provider::shop_mark(&services.db).await?;
    let theirs: Vec<ListedPayment> = theirs.into_iter().filter(|it| it.shop == mark).collect();
    let mut differences = Vec::new();
    for listed in &theirs {
        differences.extend(of_theirs(services, listed).await?);
    }
    let keys = |it: &ListedPayment| it.key.clone();
    let known: HashSet<String> = theirs.iter().map(keys).collect();
    let paid = theirs.iter().filter(|it| it.paid.is_some());
    let paid_there: HashSet<String> = paid.map(keys).collect();
    let ours = payment::Entity::find()
        .filter(payment::Column::Provider.eq(name.id()))
        .filter(payment::Column::State.eq(PaymentState::Paid))
        .filter(payment::Column::Reference.ne(""))
        .filter(payment::Column::SettledAt.gte(from))
        .filter(payment::Column::SettledAt.lt(until));
    let mut compared = theirs.len();
    for paid in ours.all(&services.db.read).await? {
        if !paid_there.contains(&paid.key) {
            compared += usize::from(!known.contains(&paid.key));
            differences.extend(of_ours(asking, paid).await?);
        }
    }
    let row = report::ActiveModel {
        id: NotSet,
        provider: Set(name.id().to_owned()),
        begins_at: Set(from),
        ends_at: Set(until),
        made_at: Set(now),
        compared: Set(i64::try_from(compared).unwrap_or(i64::MAX)),
        is_open: Set(differences.iter().any(|it| it.what.is_open())),
        differences: Set(serde_json::to_string(&differences).map_err(AppError::internal)?),
    };
    // Another instance may have been first.
    let once = [report::Column::Provider, report::Column::BeginsAt];
    let insert = report::Entity::insert(row).on_conflict_do_nothing_on(once);
    insert.exec(&services.db.write).await?;
    Ok(())
}

/// What the shop does not know of a payment that its provider has.
async fn of_theirs(
    services: &Services,
    listed: &ListedPayment,
) -> Result<Option<Difference>, AppError> {
    let Some((amount, currency)) = listed.paid.clone() else {
        return Ok(None);
    };
    let found = payment::Entity::find().filter(payment::Column::Key.eq(&listed.key));
    let ours = found.one(&services.db.write).await?;
    let difference = |what, order| Difference {
        what,
        reference: listed.reference.clone(),
        order,
        amount,
        currency,
    };
    let Some(ours) = ours else {
        return Ok(Some(difference(Discrepancy::Unknown, None)));
    };
    let order = Some(ours.order_id);
    if has_money(ours.state) {
        let is_same = came(&ours) == amount;
        return Ok((!is_same).then(|| difference(Discrepancy::OtherAmount, order)));
    }
    let asked = by_provider(services, ours, ProviderQuestion::Look).await?;
    let what = match has_money(asked.state) {
        true => Discrepancy::Mended,
        false => Discrepancy::NotThere,
    };
    Ok(Some(difference(what, order)))
}

fn has_money(state: PaymentState) -> bool {
    matches!(
        state,
        PaymentState::Paid
            | PaymentState::PaidLate
            | PaymentState::Mismatch
            | PaymentState::Returned
    )
}

/// What its provider does not know of a payment that is paid here.
async fn of_ours(
    asking: &Arc<dyn Provider>,
    ours: payment::Model,
) -> Result<Option<Difference>, AppError> {
    let (asking, reference) = (Arc::clone(asking), ours.reference.clone());
    let money = beside(move || asking.fetch(&reference)).await?;
    let is_there = match money.map(|it| it.money) {
        Ok(Money::There(..)) => true,
        // What cannot be asked now is no difference.
        Err(ProviderError::Unknown(_)) => true,
        Ok(_) | Err(ProviderError::Refused(_)) => false,
    };
    Ok((!is_there).then(|| Difference {
        what: Discrepancy::NotThere,
        amount: came(&ours),
        reference: ours.reference,
        order: Some(ours.order_id),
        currency: ours.currency,
    }))
}

/// The latest reports of days on which there was anything to compare, at most `most`; those to look at first.
pub async fn latest(
    db: &impl ConnectionTrait,
    most: u64,
) -> Result<Vec<(report::Model, Vec<Difference>)>, AppError> {
    let found = report::Entity::find()
        .filter(report::Column::Compared.gt(0))
        .order_by_desc(report::Column::IsOpen)
        .order_by_desc(report::Column::BeginsAt)
        .limit(most);
    let read = |it: report::Model| {
        let differences = serde_json::from_str(&it.differences).map_err(AppError::internal)?;
        Ok((it, differences))
    };
    found.all(db).await?.into_iter().map(read).collect()
}

/// How many reports somebody is to look at.
pub(super) async fn open(db: &impl ConnectionTrait) -> Result<usize, AppError> {
    let found = report::Entity::find().filter(report::Column::IsOpen.eq(true));
    let count = found.count(db).await?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// Notes that somebody looked at the report `id`; `false` if that was not to be done.
pub async fn looked_at(tx: &impl ConnectionTrait, id: i64) -> Result<bool, AppError> {
    use sea_orm::sea_query::Expr;
    let done = report::Entity::update_many()
        .col_expr(report::Column::IsOpen, Expr::value(false))
        .filter(report::Column::Id.eq(id))
        .filter(report::Column::IsOpen.eq(true))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}
