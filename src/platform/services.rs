//! What every room may use of the running shop: settings, database, files, mail.

use super::{
    assets::Bundle,
    config::{Config, ConfigError},
    db::Db,
    files::Files,
    images::Images,
    mail::Mailer,
};
use crate::base::shop::Shop;
use std::{ops::Deref, sync::Arc};
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
    pub mailer: Mailer,
    /// Cancelled when the shop is told to stop: whoever sends it requests sends them elsewhere from then on.
    pub draining: CancellationToken,
    /// Told when a job waits to be done.
    pub job_waits: Notify,
}

impl Services {
    /// The services that `config` describes, on an open and migrated database.
    pub fn open(config: Config, db: Db) -> Result<Self, ConfigError> {
        Ok(Self(Arc::new(Inner {
            bundle: Bundle::load(&config)?,
            shop: config.shop(),
            images: Images::new(&config.images),
            files: Files::new(&config.files),
            mailer: Mailer::new(&config.mail, &config.mail_from)?,
            draining: CancellationToken::new(),
            job_waits: Notify::new(),
            db,
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
