//! Letters on their way: posted with the order, sent at least once.

use super::{config::ConfigError, state::AppState};
use crate::{account::server::date, error::AppError, order::entity::letter};
use lettre::{
    AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, MultiPart},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::time::Duration;

/// Letters sent before looking again.
const AT_ONCE: u64 = 20;
/// Seconds until letters that failed are looked at again.
const LOOK_EVERY: u64 = 30;
/// Longest that a letter waits for its next try, in seconds.
const LONGEST_WAIT: i64 = 3_600;

/// Where letters go.
pub struct Post {
    from: Mailbox,
    way: Way,
}

enum Way {
    Files(String, AsyncFileTransport<Tokio1Executor>),
    Server(AsyncSmtpTransport<Tokio1Executor>),
}

impl Post {
    /// The post that the settings `mail` and `mail_from` describe.
    pub fn new(mail: &str, from: &str) -> Result<Self, ConfigError> {
        let wrong = |error: &dyn std::fmt::Display| ConfigError::new("mail", mail, error);
        let from = from.parse().map_err(|error| {
            ConfigError::new(
                "mail_from",
                from,
                format!("{error}; expected Name <address>"),
            )
        })?;
        let way = match mail.strip_prefix("file:") {
            Some(directory) => Way::Files(directory.to_owned(), AsyncFileTransport::new(directory)),
            None => {
                let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(mail);
                Way::Server(server.map_err(|error| wrong(&error))?.build())
            }
        };
        Ok(Self { from, way })
    }

    async fn send(
        &self,
        letter: &letter::Model,
    ) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        let body = MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone());
        let message = Message::builder()
            .from(self.from.clone())
            .to(letter.recipient.parse()?)
            .subject(&letter.subject)
            .multipart(body)?;
        match &self.way {
            Way::Files(directory, files) => {
                tokio::fs::create_dir_all(directory).await?;
                files.send(message).await?;
            }
            Way::Server(server) => {
                server.send(message).await?;
            }
        }
        Ok(())
    }
}

/// Sends letters as they come, until the shop closes.
pub async fn deliver(state: AppState) {
    loop {
        match send_due(&state).await {
            Ok(0) => {
                let look = Duration::from_secs(LOOK_EVERY);
                let _ = tokio::time::timeout(look, state.mail_waits.notified()).await;
            }
            Ok(_) => {}
            Err(fault) => {
                tracing::error!(?fault, "letters");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

/// Sends the letters that are due; how many there were.
pub async fn send_due(state: &AppState) -> Result<usize, AppError> {
    let due = letter::Entity::find()
        .filter(letter::Column::SentAt.is_null())
        .filter(letter::Column::DueAt.lte(date::now()))
        .order_by_asc(letter::Column::Id)
        .limit(AT_ONCE)
        .all(&state.db.read)
        .await?;
    for letter in &due {
        let sent = state.post.send(letter).await;
        let now = date::now();
        let mut row = letter::ActiveModel {
            id: Set(letter.id),
            attempts: Set(letter.attempts + 1),
            ..Default::default()
        };
        match sent {
            Ok(()) => row.sent_at = Set(Some(now)),
            Err(error) => {
                tracing::warn!(%error, letter = letter.id, "not sent");
                let wait = 1_i64 << letter.attempts.clamp(0, 20);
                row.due_at = Set(now + wait.saturating_mul(30).min(LONGEST_WAIT));
            }
        }
        letter::Entity::update(row).exec(&state.db.write).await?;
    }
    Ok(due.len())
}
