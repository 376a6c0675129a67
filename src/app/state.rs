//! What every request may use.

use super::cli;
use crate::platform::{assets::Bundle, config::Config, db::Db, mail::Mailer};
use crate::{
    account::server::{last_seen::LastSeen, password::Passwords},
    catalog::{link::Links, snapshot::Catalog},
    platform::images::Images,
    site::boot::Shop,
};
use std::sync::Arc;
use tokio::sync::Notify;

/// The running shop.
#[derive(Clone)]
pub struct AppState(Arc<Inner>);

/// Contents of [`AppState`].
pub struct Inner {
    /// Settings.
    pub config: Config,
    /// Database.
    pub db: Db,
    /// Password hashing.
    pub passwords: Passwords,
    /// Files for the browser.
    pub bundle: Bundle,
    /// Facts of the shop for pages.
    pub shop: Shop,
    /// Products and categories.
    pub catalog: Catalog,
    /// Pictures.
    pub images: Images,
    /// Where e-mails go.
    pub mailer: Mailer,
    /// Sessions seen, until that is written.
    pub last_seen: LastSeen,
    /// Told when an e-mail waits to be sent.
    pub mail_waits: Notify,
}

impl AppState {
    /// The shop that `config` describes, on an open and migrated database.
    pub async fn open(config: Config, db: Db) -> Result<Self, Box<dyn std::error::Error>> {
        let bundle = Bundle::load(&config)?;
        let passwords = Passwords::new(config.password_hashes_at_once);
        let shop = config.shop();
        let catalog = Catalog::open(&db).await.map_err(cli::failed)?;
        let images = Images::new(&config.images);
        let mailer = Mailer::new(&config.mail, &config.mail_from)?;
        Ok(Self(Arc::new(Inner {
            config,
            db,
            passwords,
            bundle,
            shop,
            catalog,
            images,
            mailer,
            last_seen: LastSeen::default(),
            mail_waits: Notify::new(),
        })))
    }
}

impl AppState {
    /// How URLs of products and categories are written.
    pub fn links(&self) -> Links {
        Links {
            without_ids: self.config.slugs_without_ids,
        }
    }
}

impl std::ops::Deref for AppState {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}
