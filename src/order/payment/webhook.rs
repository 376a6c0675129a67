//! Messages of providers: each is kept as a job, in one transaction with the note that it came, and answered at once. What it says
//! is not believed; the job asks.

use super::{
    attention::{self, STRANGER},
    entity::payment,
    look_soon::{self, look_soon},
    provider::{self, Keys, WebhookEvent},
    settle::{ProviderQuestion, by_provider},
};
use crate::{
    base::{date, error::AppError},
    platform::{
        db::statement,
        jobs::{Job, Setback, Work},
    },
    pricing::payment::ProviderName,
    request::state::AppState,
};
use async_trait::async_trait;
use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Path, State},
    http::{HeaderMap, StatusCode},
    routing::post,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter};

/// Shortest time between two notes of a wrongly signed message, in seconds.
const NOTED_AGAIN: i64 = 60;
/// Most bytes of a message.
const MAX_SIZE: usize = 256 * 1024;

/// The paths that messages are sent to. They carry no cookie, and come from nobody's page.
pub fn routes(state: &AppState) -> Router {
    Router::new()
        .route("/hooks/{provider}", post(hook))
        .layer(DefaultBodyLimit::max(MAX_SIZE))
        .with_state(state.clone())
}

async fn hook(
    State(state): State<AppState>,
    Path(provider): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, AppError> {
    let state = state.current();
    let Some(name) = ProviderName::named(&provider) else {
        return Ok(StatusCode::NOT_FOUND);
    };
    let Some(keys) = Keys::of(&state.db.read, name).await? else {
        return Ok(StatusCode::NOT_FOUND);
    };
    let now = date::now();
    let provider_api = provider::with(name, keys, &state.config);
    let Ok(event) = provider_api.parse_webhook(&headers, &body, now) else {
        tracing::warn!(provider, "a message that is not the provider's");
        note_stranger(&state, name, now).await?;
        return Ok(StatusCode::BAD_REQUEST);
    };
    keep(&state, name, &event, now).await?;
    state.job_waits.notify_one();
    Ok(StatusCode::OK)
}

/// Stores when a message with a wrong signature came last: the merchant may have entered another account's secret.
async fn note_stranger(state: &AppState, name: ProviderName, now: i64) -> Result<(), AppError> {
    const NOTE: &str = "INSERT INTO payment_events (provider, event, received_at) VALUES ($1, $2, $3) \
        ON CONFLICT (provider, event) DO UPDATE SET received_at = excluded.received_at";
    let last = attention::last_stranger(&state.db.read, name.id()).await?;
    // Whoever sends nonsense all day causes no write each time.
    if last.is_some_and(|last| last + NOTED_AGAIN > now) {
        return Ok(());
    }
    let db = &state.db.write;
    let values = [name.id().into(), STRANGER.into(), now.into()];
    db.execute_raw(statement(db, NOTE, values)).await?;
    Ok(())
}

/// Stores that `event` came, and a job that checks its payment, if it is new and about a payment of this shop.
async fn keep(
    state: &AppState,
    name: ProviderName,
    event: &WebhookEvent,
    now: i64,
) -> Result<(), AppError> {
    const NOTE: &str = "INSERT INTO payment_events (provider, event, received_at) VALUES ($1, $2, $3) \
        ON CONFLICT (provider, event) DO NOTHING";
    let tx = state.db.begin().await?;
    // Others may use the same account at the provider.
    let Some(payment) = payment_of(&tx, name, event).await? else {
        return Ok(());
    };
    if !event.id.is_empty() {
        let values = [name.id().into(), event.id.as_str().into(), now.into()];
        let noted = tx.execute_raw(statement(&tx, NOTE, values)).await?;
        if noted.rows_affected() == 0 {
            return Ok(());
        }
    }
    let id = Some(event.id.as_str()).filter(|it| !it.is_empty());
    look_soon(&tx, payment.id, id, now).await?;
    Ok(tx.commit().await?)
}

/// The payment of this shop that `event` is about.
async fn payment_of(
    db: &impl ConnectionTrait,
    name: ProviderName,
    event: &WebhookEvent,
) -> Result<Option<payment::Model>, AppError> {
    let known = match (event.key.as_str(), event.reference.as_str()) {
        ("", "") => return Ok(None),
        ("", reference) => payment::Column::Reference
            .eq(reference)
            .or(payment::Column::Also.eq(reference)),
        (key, _) => payment::Column::Key.eq(key),
    };
    let found = payment::Entity::find()
        .filter(known)
        .filter(payment::Column::Provider.eq(name.id()));
    Ok(found.one(db).await?)
}

/// The job that asks the provider about a payment after one of its messages.
pub struct WebhookReceived(pub AppState);

#[async_trait]
impl Work for WebhookReceived {
    fn kind(&self) -> &'static str {
        look_soon::KIND
    }

    async fn run(&self, job: &Job) -> Result<(), Setback> {
        let shop = self.0.current();
        let id: i64 = job.body.parse().map_err(Setback::for_good)?;
        let found = payment::Entity::find_by_id(id).one(&shop.db.write).await;
        let Some(payment) = found.map_err(AppError::from)? else {
            return Ok(());
        };
        let seen = by_provider(&shop.services(), payment, ProviderQuestion::Look).await?;
        match seen.trouble.is_empty() {
            true => Ok(()),
            false => Err(Setback::for_now(seen.trouble)),
        }
    }
}
