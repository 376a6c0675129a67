//! E-mails on their way: posted with the order, sent once as far as that is known.
//!
//! An e-mail is claimed before it is sent, so that neither another instance nor a database that
//! cannot be written to has it sent twice. What went is remembered until it can be noted. Where the
//! shop dies in between, the e-mail goes again under the same Message-ID.

use super::config::ConfigError;
use crate::app::state::AppState;
use crate::{
    base::{date, error::AppError},
    order::entity::letter,
};
use lettre::{
    Address, AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, MultiPart},
    transport::smtp,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use std::{
    collections::BTreeSet,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// E-mails sent before looking again.
const AT_ONCE: u64 = 20;
/// Longest time until e-mails that failed are looked at again, in seconds.
const LOOK_EVERY: i64 = 30;
/// Longest that an e-mail waits for its next try, in seconds.
const LONGEST_WAIT: i64 = 3_600;
/// Tries of an e-mail that the mail server refuses for good.
const MOST_REFUSALS: i64 = 5;
/// How long an e-mail is tried that cannot be handed over, in seconds.
const LONGEST_TRYING: i64 = 5 * date::DAY;
/// Answers of mail servers to the shop's own name and password: no fault of the e-mail.
const NOT_SIGNED_IN: [u16; 4] = [530, 534, 535, 538];

/// Where e-mails go.
pub struct Mailer {
    from: Mailbox,
    transport: Transport,
    /// E-mails that went and could not be noted yet.
    went: Mutex<BTreeSet<i64>>,
}

enum Transport {
    Files(String, AsyncFileTransport<Tokio1Executor>),
    Server(AsyncSmtpTransport<Tokio1Executor>),
}

/// Why an e-mail was not handed over.
struct NotSent {
    why: String,
    /// Whether it will be the same the next time.
    for_good: bool,
}

impl Mailer {
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
        let transport = match mail.strip_prefix("file:") {
            Some(directory) => {
                Transport::Files(directory.to_owned(), AsyncFileTransport::new(directory))
            }
            None => {
                let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(mail);
                Transport::Server(server.map_err(|error| wrong(&error))?.build())
            }
        };
        Ok(Self {
            from,
            transport,
            went: Mutex::default(),
        })
    }

    /// Whether e-mails reach their readers: files in a directory do not.
    pub fn goes_out(&self) -> bool {
        matches!(self.transport, Transport::Server(_))
    }

    /// How long handing an e-mail over may take, in seconds.
    fn patience(&self) -> u16 {
        match self.transport {
            Transport::Files(..) => 5,
            Transport::Server(_) => 60,
        }
    }

    async fn send(&self, letter: &letter::Model) -> Result<(), NotSent> {
        let message = self.message(letter).map_err(NotSent::for_good)?;
        let patience = Duration::from_secs(self.patience().into());
        match tokio::time::timeout(patience, self.hand_over(message)).await {
            Ok(sent) => sent,
            Err(late) => Err(NotSent::for_now(late)),
        }
    }

    fn message(
        &self,
        letter: &letter::Model,
    ) -> Result<Message, Box<dyn std::error::Error + Send + Sync>> {
        let body = MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone());
        let to: Address = letter.recipient.parse()?;
        let id = format!(
            "<{}.{}@{}>",
            letter.id,
            letter.created_at,
            self.from.email.domain()
        );
        let message = Message::builder()
            .message_id(Some(id))
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(&letter.subject);
        Ok(message.multipart(body)?)
    }

    async fn hand_over(&self, message: Message) -> Result<(), NotSent> {
        match &self.transport {
            Transport::Files(directory, files) => {
                let made = tokio::fs::create_dir_all(directory).await;
                made.map_err(NotSent::for_now)?;
                files.send(message).await.map_err(NotSent::for_now)?;
            }
            Transport::Server(server) => {
                server.send(message).await.map_err(NotSent::by_server)?;
            }
        }
        Ok(())
    }

    fn went(&self) -> MutexGuard<'_, BTreeSet<i64>> {
        self.went.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl NotSent {
    fn for_now(error: impl std::fmt::Display) -> Self {
        Self {
            why: error.to_string(),
            for_good: false,
        }
    }

    fn for_good(error: impl std::fmt::Display) -> Self {
        Self {
            why: error.to_string(),
            for_good: true,
        }
    }

    fn by_server(error: smtp::Error) -> Self {
        let code = error.status().map(u16::from);
        let for_good = error.is_client()
            || error.is_permanent() && !code.is_some_and(|code| NOT_SIGNED_IN.contains(&code));
        Self {
            why: error.to_string(),
            for_good,
        }
    }
}

/// Sends e-mails as they come, until the shop closes.
pub async fn deliver(state: AppState) {
    loop {
        let wait = match send_due(&state).await {
            Ok(0) => next_due(&state).await.unwrap_or(LOOK_EVERY),
            Ok(_) => continue,
            Err(fault) => {
                tracing::error!(?fault, "letters");
                1
            }
        };
        let wait = Duration::from_secs(wait.clamp(1, LOOK_EVERY).unsigned_abs());
        let _ = tokio::time::timeout(wait, state.mail_waits.notified()).await;
    }
}

/// Seconds until an e-mail is due.
async fn next_due(state: &AppState) -> Result<i64, AppError> {
    let next = waiting().order_by_asc(letter::Column::DueAt);
    let next = next.one(&state.db.read).await?;
    Ok(next.map_or(LOOK_EVERY, |next| next.due_at - date::now()))
}

fn waiting() -> sea_orm::Select<letter::Entity> {
    letter::Entity::find()
        .filter(letter::Column::SentAt.is_null())
        .filter(letter::Column::FailedAt.is_null())
}

/// Tries the e-mails that are due; how many there were.
pub async fn send_due(state: &AppState) -> Result<usize, AppError> {
    let unnoted: Vec<i64> = state.mailer.went().iter().copied().collect();
    for id in unnoted {
        note_sent(state, id).await?;
    }
    let due = waiting()
        .filter(letter::Column::DueAt.lte(date::now()))
        .order_by_asc(letter::Column::Id)
        .limit(AT_ONCE)
        .all(&state.db.read)
        .await?;
    for letter in &due {
        if !claim(state, letter).await? {
            continue;
        }
        match state.mailer.send(letter).await {
            Ok(()) => {
                state.mailer.went().insert(letter.id);
                note_sent(state, letter.id).await?;
            }
            Err(not_sent) => note_failure(state, letter, not_sent).await?,
        }
    }
    Ok(due.len())
}

/// Takes the e-mail for as long as sending it may take; `false` if somebody else has it.
async fn claim(state: &AppState, letter: &letter::Model) -> Result<bool, AppError> {
    let until = date::now() + i64::from(state.mailer.patience()) + 1;
    let claimed = letter::Entity::update_many()
        .col_expr(letter::Column::Attempts, Expr::value(letter.attempts + 1))
        .col_expr(letter::Column::DueAt, Expr::value(until))
        .filter(letter::Column::Id.eq(letter.id))
        .filter(letter::Column::Attempts.eq(letter.attempts))
        .filter(letter::Column::SentAt.is_null())
        .exec(&state.db.write)
        .await?;
    Ok(claimed.rows_affected == 1)
}

async fn note_sent(state: &AppState, id: i64) -> Result<(), AppError> {
    let row = letter::ActiveModel {
        id: Set(id),
        sent_at: Set(Some(date::now())),
        error: Set(None),
        ..Default::default()
    };
    letter::Entity::update(row).exec(&state.db.write).await?;
    state.mailer.went().remove(&id);
    Ok(())
}

async fn note_failure(
    state: &AppState,
    letter: &letter::Model,
    NotSent { why, for_good }: NotSent,
) -> Result<(), AppError> {
    let (now, tries) = (date::now(), letter.attempts + 1);
    let late = now - letter.created_at >= LONGEST_TRYING;
    let ends = tries >= MOST_REFUSALS && (for_good || late);
    if ends {
        tracing::error!(why, letter = letter.id, "not sent, and not tried again");
    } else {
        tracing::warn!(why, letter = letter.id, "not sent");
    }
    let wait = 1_i64 << letter.attempts.clamp(0, 20);
    let row = letter::ActiveModel {
        id: Set(letter.id),
        due_at: Set(now + wait.saturating_mul(30).min(LONGEST_WAIT)),
        failed_at: Set(ends.then_some(now)),
        error: Set(Some(why.chars().take(500).collect())),
        ..Default::default()
    };
    letter::Entity::update(row).exec(&state.db.write).await?;
    Ok(())
}
