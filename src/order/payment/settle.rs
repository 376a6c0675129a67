//! Asks a payment's provider and applies the answer: every change of state that the shop did not decide itself goes this way.

use super::{
    PaymentOutcome, PaymentState,
    apply::{self, News},
    entity::payment,
    latest_payment,
    provider::{self, PaymentRequest, Provider, ProviderError, SavedMethod},
    state::Money,
};
use crate::{
    account::limits::Limit,
    base::{date, error::AppError},
    order::{entity::order, store},
    platform::{db::statement, services::Services},
    pricing::payment::ProviderName,
};
use sea_orm::{ActiveEnum, ConnectionTrait, EntityTrait};
use std::sync::Arc;

/// How a payment stands for the shopper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShopperView {
    /// How it ended, if it did.
    pub outcome: PaymentOutcome,
    /// Where the shopper pays, while that is asked for.
    pub go_to: Option<String>,
}

impl ShopperView {
    fn of(payment: &payment::Model) -> Self {
        let outcome = payment.state.outcome();
        let go_to = Some(payment.go_to.clone()).filter(|it| !it.is_empty());
        Self {
            outcome,
            go_to: go_to.filter(|_| outcome == PaymentOutcome::Waiting),
        }
    }
}

/// What is asked of a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ProviderQuestion {
    /// Begin the payment; nothing if it has begun.
    Begin,
    /// How it stands.
    Look,
    /// End the payment, and report how it stands then.
    End,
}

/// Begins the payment of `order` at its provider, unless it has begun, and returns how it stands; `None` if not paid online.
pub async fn start(
    services: &Services,
    order: &order::Model,
) -> Result<Option<ShopperView>, AppError> {
    let Some(payment) = latest_payment(&services.db.write, order.id).await? else {
        return Ok(None);
    };
    let payment = match payment.state {
        PaymentState::Started => by_provider(services, payment, ProviderQuestion::Begin).await?,
        _ => payment,
    };
    Ok(Some(ShopperView::of(&payment)))
}

/// Asks the provider about the payment of `order`, and returns how it stands; `None` if it is not paid online.
///
/// Beyond a limit of requests per minute the stored state is returned: the sweep asks anyway.
pub async fn settle(
    services: &Services,
    order: &order::Model,
) -> Result<Option<ShopperView>, AppError> {
    let Some(payment) = latest_payment(&services.db.read, order.id).await? else {
        return Ok(None);
    };
    if !payment.state.is_open() {
        return Ok(Some(ShopperView::of(&payment)));
    }
    let limit = Limit::looks_at_payment(payment.id, &services.config);
    let is_too_much = limit.attempt(&services.db.write, date::now()).await?;
    let payment = match is_too_much {
        Some(_) => payment,
        None => by_provider(services, payment, ProviderQuestion::Look).await?,
    };
    Ok(Some(ShopperView::of(&payment)))
}

/// Cancels the payment of `order` for the shopper, and returns how it stands then; `None` if it is not paid online.
///
/// The provider stops accepting the money before anything is restocked.
pub async fn call_off(
    services: &Services,
    order: &order::Model,
) -> Result<Option<ShopperView>, AppError> {
    let Some(payment) = latest_payment(&services.db.write, order.id).await? else {
        return Ok(None);
    };
    let payment = match payment.state {
        // Nobody was led to where it could be paid.
        PaymentState::Started => apply_news(services, payment, &News::of(Money::CalledOff)).await?,
        state if state.is_open() => by_provider(services, payment, ProviderQuestion::End).await?,
        _ => payment,
    };
    Ok(Some(ShopperView::of(&payment)))
}

/// Asks the provider, and returns `payment` as it is then; if the provider cannot be asked, only its `trouble` changes.
pub(super) async fn by_provider(
    services: &Services,
    payment: payment::Model,
    asked: ProviderQuestion,
) -> Result<payment::Model, AppError> {
    let asking = provider::of(services, &payment.provider, &payment.method).await?;
    let asking = match asking {
        Some(asking) => asking,
        // A way to pay that took no money, and is in the settings no more.
        None if payment.provider.is_empty() => return Ok(payment),
        None => return save_trouble(services, payment, "its keys are gone").await,
    };
    let payment = match payment.state {
        PaymentState::Started => start_at_provider(services, payment, Arc::clone(&asking)).await?,
        _ => return query_provider(services, payment, asking, asked).await,
    };
    // Where nobody is led anywhere, it may be decided by now; else it is too early to ask.
    let may_be_decided = payment.state == PaymentState::Waiting && payment.go_to.is_empty();
    match may_be_decided && asked != ProviderQuestion::Begin {
        true => query_provider(services, payment, asking, asked).await,
        false => Ok(payment),
    }
}

/// Creates `payment` at its provider, stores the reference, and returns the payment as it is then.
async fn start_at_provider(
    services: &Services,
    payment: payment::Model,
    asking: Arc<dyn Provider>,
) -> Result<payment::Model, AppError> {
    const NOTE: &str = "UPDATE payments SET state = $1, reference = $2, go_to = $3, ends_at = $4, trouble = '' \
        WHERE id = $5 AND state = $6";
    let ask = ask(services, &payment).await?;
    match beside(move || asking.create(&ask)).await? {
        Ok(begun) => {
            let db = &services.db.write;
            let ends_at = if begun.ends_at > 0 {
                begun.ends_at
            } else {
                payment.ends_at
            };
            let values = [
                PaymentState::Waiting.to_value().into(),
                begun.reference.into(),
                begun.go_to.unwrap_or_default().into(),
                ends_at.into(),
                payment.id.into(),
                PaymentState::Started.to_value().into(),
            ];
            db.execute_raw(statement(db, NOTE, values)).await?;
            reload(services, payment.id).await
        }
        Err(ProviderError::Refused(why)) => {
            tracing::warn!(
                why,
                provider = payment.provider,
                "a payment was refused before it began"
            );
            let payment = apply_news(services, payment, &News::of(Money::Refused)).await?;
            save_trouble(services, payment, &why).await
        }
        Err(ProviderError::Unknown(why)) => save_trouble(services, payment, &why).await,
    }
}

async fn query_provider(
    services: &Services,
    payment: payment::Model,
    asking: Arc<dyn Provider>,
    asked: ProviderQuestion,
) -> Result<payment::Model, AppError> {
    let reference = payment.reference.clone();
    let answer = beside(move || match asked {
        ProviderQuestion::Begin | ProviderQuestion::Look => asking.fetch(&reference),
        ProviderQuestion::End => asking.cancel(&reference),
    });
    match answer.await? {
        Ok(seen) => {
            let payment =
                save_provider_ids(services, payment, seen.secondary_reference, seen.saved).await?;
            let news = News {
                money: seen.money,
                disputed: seen.disputed,
            };
            apply_news(services, payment, &news).await
        }
        Err(fault) => save_trouble(services, payment, fault.why()).await,
    }
}

/// Stores the provider's second reference for `payment`, and the payment method it saved, if they are new.
async fn save_provider_ids(
    services: &Services,
    payment: payment::Model,
    also: String,
    saved: Option<SavedMethod>,
) -> Result<payment::Model, AppError> {
    const NOTE: &str = "UPDATE payments SET also = $1, saved = $2 WHERE id = $3";
    let also = Some(also).filter(|it| !it.is_empty());
    let also = also.unwrap_or_else(|| payment.also.clone());
    let saved = match saved {
        Some(saved) => serde_json::to_string(&saved).map_err(AppError::internal)?,
        None => payment.saved.clone(),
    };
    if (&also, &saved) == (&payment.also, &payment.saved) {
        return Ok(payment);
    }
    let db = &services.db.write;
    let values = [
        also.as_str().into(),
        saved.as_str().into(),
        payment.id.into(),
    ];
    db.execute_raw(statement(db, NOTE, values)).await?;
    Ok(payment::Model {
        also,
        saved,
        ..payment
    })
}

/// Applies `news`, if they change anything, and returns `payment` as it is stored then.
async fn apply_news(
    services: &Services,
    payment: payment::Model,
    news: &News,
) -> Result<payment::Model, AppError> {
    if payment
        .state
        .after(&news.money, payment.amount, &payment.currency)
        .is_some()
        || news.disputed != payment.disputed
    {
        apply::apply(services, &payment, news).await?;
    }
    // Somebody else may have been first.
    reload(services, payment.id).await
}

/// Notes why the provider could not be asked.
async fn save_trouble(
    services: &Services,
    payment: payment::Model,
    why: &str,
) -> Result<payment::Model, AppError> {
    const NOTE: &str = "UPDATE payments SET trouble = $1 WHERE id = $2";
    tracing::warn!(
        why,
        provider = payment.provider,
        "a payment is not known to stand anywhere"
    );
    let db = &services.db.write;
    let values = [why.into(), payment.id.into()];
    db.execute_raw(statement(db, NOTE, values)).await?;
    Ok(payment::Model {
        trouble: why.to_owned(),
        ..payment
    })
}

async fn reload(services: &Services, id: i64) -> Result<payment::Model, AppError> {
    let found = payment::Entity::find_by_id(id)
        .one(&services.db.write)
        .await?;
    found.ok_or(AppError::Internal)
}

async fn ask(services: &Services, payment: &payment::Model) -> Result<PaymentRequest, AppError> {
    let order = store::by_id(&services.db.write, payment.order_id).await?;
    let order = order.ok_or(AppError::Internal)?;
    let (document, config) = (store::document(&order)?, &services.config);
    let language = config.language(document.language);
    let can_be_told = !config.public_url.is_empty() || !config.test_providers.is_empty();
    let hook = match ProviderName::named(&payment.provider).filter(|_| can_be_told) {
        Some(name) => format!("{}{}", payment.origin, provider::hook_path(name)),
        None => String::new(),
    };
    Ok(PaymentRequest {
        key: payment.key.clone(),
        number: language.checkout_texts().order(&order.public_id),
        amount: payment.amount,
        currency: payment.currency.clone(),
        email: order.email.clone(),
        language: language.code().to_owned(),
        return_url: format!(
            "{}{}",
            payment.origin,
            crate::order::result_path::result_path(&order)
        ),
        webhook_url: hook,
        // Always the same for one key: the provider takes anything else for another request.
        ends_at: payment.created_at + super::SESSION,
        shop: provider::shop_mark(&services.db).await?,
        // What is charged by something that was kept keeps it.
        saves: payment.by_saved.is_empty()
            && (document.recurs() || document.subscription.is_some()),
        saved: saved_of(payment)?,
    })
}

/// Runs `work`, which waits for another server, on a thread that serves no requests.
pub(super) async fn beside<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, AppError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(AppError::internal)
}

/// Returns the payment method saved from an earlier payment that `payment` charges, if it does.
fn saved_of(payment: &payment::Model) -> Result<Option<SavedMethod>, AppError> {
    match payment.by_saved.as_str() {
        "" => Ok(None),
        saved => serde_json::from_str(saved)
            .map(Some)
            .map_err(AppError::internal),
    }
}
