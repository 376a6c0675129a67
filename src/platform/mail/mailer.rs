//! How e-mails are handed over: to a mail server, or into files.

use super::{Frame, entity};
use crate::platform::{
    config::{Config, ConfigError},
    jobs::Setback,
};
use lettre::{
    Address, AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
    transport::smtp,
};
use std::{
    collections::BTreeSet,
    sync::{Mutex, MutexGuard, PoisonError, RwLock},
    time::Duration,
};

/// Answers of mail servers to the shop's own name and password: no fault of the e-mail.
const NOT_SIGNED_IN: [u16; 4] = [530, 534, 535, 538];

/// Where e-mails go.
pub struct Mailer {
    sender: RwLock<Sender>,
    transport: Transport,
    /// E-mails that went and could not be noted yet.
    went: Mutex<BTreeSet<i64>>,
}

/// From whom e-mails are, and in what frame.
#[derive(Clone)]
struct Sender {
    from: Mailbox,
    frame: Frame,
}

impl Sender {
    fn of(config: &Config) -> Result<Self, ConfigError> {
        Ok(Self {
            from: sender(&config.mail_from)?,
            frame: Frame::of(config),
        })
    }
}

/// `Name <address>`, read.
pub fn sender(from: &str) -> Result<Mailbox, ConfigError> {
    from.parse().map_err(|error| {
        let why = format!("{error}; expected Name <address>");
        ConfigError::new("mail_from", from, why)
    })
}

enum Transport {
    Files(String, AsyncFileTransport<Tokio1Executor>),
    Server(AsyncSmtpTransport<Tokio1Executor>),
}

impl Mailer {
    /// The mailer that `config` describes.
    pub fn new(config: &Config) -> Result<Self, ConfigError> {
        let mail = &config.mail;
        let wrong = |error: &dyn std::fmt::Display| ConfigError::new("mail", mail, error);
        let sender = RwLock::new(Sender::of(config)?);
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
            sender,
            transport,
            went: Mutex::default(),
        })
    }

    /// Lets e-mails be from whom `config` says, and look as it says.
    pub fn set_sender(&self, config: &Config) -> Result<(), ConfigError> {
        let sender = Sender::of(config)?;
        *self.sender.write().unwrap_or_else(PoisonError::into_inner) = sender;
        Ok(())
    }

    fn sender(&self) -> Sender {
        let sender = self.sender.read().unwrap_or_else(PoisonError::into_inner);
        sender.clone()
    }

    /// Whether a mail server takes the e-mails: what is written into files reaches nobody.
    pub fn has_server(&self) -> bool {
        matches!(self.transport, Transport::Server(_))
    }

    /// How long handing an e-mail over may take, in seconds.
    pub(super) fn patience(&self) -> u16 {
        match self.transport {
            Transport::Files(..) => 5,
            Transport::Server(_) => 60,
        }
    }

    /// Hands `email` over, or says why it was not.
    pub(super) async fn send(&self, email: &entity::Model) -> Result<(), Setback> {
        let message = self.message(email).map_err(Setback::for_good)?;
        let patience = Duration::from_secs(self.patience().into());
        match tokio::time::timeout(patience, self.hand_over(message)).await {
            Ok(sent) => sent,
            Err(late) => Err(Setback::for_now(late)),
        }
    }

    fn message(
        &self,
        email: &entity::Model,
    ) -> Result<Message, Box<dyn std::error::Error + Send + Sync>> {
        let Sender { from, frame } = self.sender();
        let html = frame
            .around(&email.html)
            .map_err(|fault| format!("{fault:?}"))?;
        let body = MultiPart::alternative_plain_html(email.text.clone(), html);
        let to: Address = email.recipient.parse()?;
        let id = format!(
            "<{}.{}@{}>",
            email.id,
            email.created_at,
            from.email.domain()
        );
        let mut message = Message::builder()
            .message_id(Some(id))
            .from(from)
            .to(Mailbox::new(None, to))
            .subject(&email.subject);
        if !email.unsubscribe.is_empty() {
            let link = format!("<{}>", email.unsubscribe);
            for (name, value) in [
                ("List-Unsubscribe", link.as_str()),
                ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            ] {
                let name = HeaderName::new_from_ascii_str(name);
                message = message.raw_header(HeaderValue::new(name, value.to_owned()));
            }
        }
        Ok(message.multipart(body)?)
    }

    async fn hand_over(&self, message: Message) -> Result<(), Setback> {
        match &self.transport {
            Transport::Files(directory, files) => {
                let made = tokio::fs::create_dir_all(directory).await;
                made.map_err(Setback::for_now)?;
                files.send(message).await.map_err(Setback::for_now)?;
            }
            Transport::Server(server) => {
                server.send(message).await.map_err(by_server)?;
            }
        }
        Ok(())
    }

    /// The ids of e-mails that went and are not noted yet.
    pub(super) fn went(&self) -> MutexGuard<'_, BTreeSet<i64>> {
        self.went.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn by_server(error: smtp::Error) -> Setback {
    let code = error.status().map(u16::from);
    let for_good = error.is_client()
        || error.is_permanent() && !code.is_some_and(|code| NOT_SIGNED_IN.contains(&code));
    Setback {
        why: error.to_string(),
        for_good,
    }
}
