//! What every room may use of the running shop: settings, database, files, mail.

use super::{
    assets::Bundle,
    config::{Config, ConfigError},
    db::Db,
    files::Files,
    images::Images,
    mail::Mailer,
};
use crate::base::{date, shop::Shop};
use std::{
    ops::Deref,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

/// The services of the running shop.
#[derive(Clone)]
pub struct Services(Arc<Inner>);

/// Contents of [`Services`].
pub struct Inner {
    /// Settings.
    pub config: Config,
    /// Database.
    pub db: Db,
    /// Files for the browser.
    pub bundle: Bundle,
    /// Facts of the shop for pages.
    pub shop: Shop,
    /// Pictures.
    pub images: Images,
    /// Files that are sold.
    pub files: Files,
    /// Where e-mails go.
    pub mailer: Arc<Mailer>,
    /// Cancelled when the shop is told to stop: whoever sends it requests sends them elsewhere from then on.
    pub draining: CancellationToken,
    /// Another number for all settings that pages are drawn by: what was written by them is of that number. It counts how often
    /// they changed; those of a preview have numbers of their own.
    pub settings_version: u64,
    /// Since when these settings are those of the shop, in UNIX seconds.
    pub settings_since: i64,
    /// Told when a job waits to be done.
    pub job_waits: Arc<Notify>,
    /// Told when a step of a task waits to be done.
    pub task_waits: Arc<Notify>,
    /// Told when staff changed something here: it is to be seen at once, and not only when it is looked for changes next.
    pub changed_here: Arc<Notify>,
}

impl Services {
    /// The services that `config` describes, on an open and migrated database.
    pub fn open(mut config: Config, db: Db) -> Result<Self, ConfigError> {
        config.spoken = config.languages_to_speak()?;
        Ok(Self(Arc::new(Inner {
            bundle: Bundle::load(&config)?,
            shop: config.shop(),
            images: Images::new(&config.images),
            files: Files::new(&config.files),
            mailer: Arc::new(Mailer::new(&config)?),
            draining: CancellationToken::new(),
            job_waits: Arc::default(),
            task_waits: Arc::default(),
            changed_here: Arc::default(),
            settings_version: 0,
            settings_since: date::now(),
            db,
            config,
        })))
    }

    /// The services with the store's settings taken from `config`; requests and jobs under way go on with the old ones.
    pub fn with_config(&self, config: Config) -> Result<Self, ConfigError> {
        self.by(config, self.settings_version + 1)
    }

    /// The services for a preview of `config`, with a settings version of their own, so that no cache mixes them with the shop's.
    pub fn previewing(&self, config: Config) -> Result<Self, ConfigError> {
        static PREVIEWS: AtomicU64 = AtomicU64::new(0);
        self.by(config, u64::MAX - PREVIEWS.fetch_add(1, Ordering::Relaxed))
    }

    fn by(&self, mut config: Config, settings_version: u64) -> Result<Self, ConfigError> {
        // What is spoken as before is not made again.
        config.spoken = self.config.spoken.with_labels(&config.labels)?;
        Ok(Self(Arc::new(Inner {
            bundle: self.bundle.with_config(&config, &self.config),
            shop: config.shop(),
            images: self.images.clone(),
            files: self.files.clone(),
            mailer: Arc::clone(&self.mailer),
            draining: self.draining.clone(),
            job_waits: Arc::clone(&self.job_waits),
            task_waits: Arc::clone(&self.task_waits),
            changed_here: Arc::clone(&self.changed_here),
            settings_version,
            settings_since: date::now(),
            db: self.db.clone(),
            config,
        })))
    }
}

impl Deref for Services {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}
