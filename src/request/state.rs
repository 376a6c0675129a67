//! The running shop, for everything that sells in it.

use super::documents::Documents;
use crate::{
    account::{context::AccountServices, hooks::Hooks},
    catalog::{
        link::Links,
        snapshot::{Catalog, Viewer},
    },
    content::pages::Replaced,
    platform::{
        config::{Config, ConfigError, ReadyProvider},
        db::{Db, commit_cache::CommitCache},
        services::Services,
    },
};
use std::{
    error::Error,
    ops::Deref,
    sync::{Arc, PoisonError, RwLock},
};

/// Most visitors whose cart and favourites are remembered.
const MAX_CARRIED: usize = 1_000;

/// Whose cart and favourites: what the database finds them by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum OwnerKey {
    /// Those of the customer with this id.
    Customer(i64),
    /// Those of the browser whose token has this SHA-256.
    Browser(Vec<u8>),
}

/// The shop's services, its accounts and its catalogue.
#[derive(Clone)]
pub struct AppState(Arc<Inner>);

/// Contents of [`AppState`].
pub struct Inner {
    /// The services of accounts.
    pub accounts: AccountServices,
    /// Products and categories.
    pub catalog: Catalog,
    /// Pages for everybody, as long as they hold.
    pub documents: Documents,
    /// Cache of each visitor's cart count and favourites, valid until the next commit to the database.
    pub carried: CommitCache<OwnerKey, (i64, Vec<i64>)>,
    /// Pages of text that are seen as they are in draft: none but in a preview.
    pub drafts: Replaced,
    /// The shop by the settings of now, if they are other than those it was opened with.
    latest: Arc<RwLock<Option<AppState>>>,
}

impl AppState {
    /// The shop that `config` describes, on an open and migrated database, with its catalogue loaded;
    /// other rooms take part in accounts by `hooks`.
    pub async fn open(config: Config, db: Db, hooks: Hooks) -> Result<Self, Box<dyn Error>> {
        let services = Services::open(config, db)?;
        let catalog = Catalog::open(&services.db, Viewer::Shopper).await;
        let catalog =
            catalog.map_err(|fault| format!("the catalogue could not be loaded: {fault:?}"))?;
        Ok(Self(Arc::new(Inner {
            accounts: AccountServices::new(services, hooks),
            catalog,
            documents: Documents::default(),
            carried: CommitCache::new(MAX_CARRIED),
            drafts: Replaced::default(),
            latest: Arc::default(),
        })))
    }

    /// The shop with the settings that hold now.
    pub fn current(&self) -> Self {
        let latest = self.latest.read().unwrap_or_else(PoisonError::into_inner);
        latest.as_ref().unwrap_or(self).clone()
    }

    /// Makes `config` the settings of the `current` shop; an error if they cannot be used.
    pub fn set_config(&self, mut config: Config) -> Result<(), ConfigError> {
        // Known by the keys, whatever the settings are.
        config.ready_providers = self.current().config.ready_providers.clone();
        self.go_on_by(config)
    }

    /// Goes on with payments by these providers, whose keys are there.
    pub fn set_ready_providers(&self, ready: Vec<ReadyProvider>) -> Result<(), ConfigError> {
        let mut config = self.current().config.clone();
        config.ready_providers = ready;
        self.go_on_by(config)
    }

    fn go_on_by(&self, config: Config) -> Result<(), ConfigError> {
        let before = self.current();
        let services = before.services().with_config(config)?;
        services.mailer.set_sender(&services.config)?;
        let after = before.by(services, Replaced::default(), before.catalog.clone());
        *self.latest.write().unwrap_or_else(PoisonError::into_inner) = Some(after);
        Ok(())
    }

    /// A preview of the shop with the settings of `config`, the text pages of `drafts` and the products of `catalog`; the
    /// `current` shop stays as it is.
    pub fn previewing(
        &self,
        config: Config,
        drafts: Replaced,
        catalog: Catalog,
    ) -> Result<Self, ConfigError> {
        let services = self.services().previewing(config)?;
        Ok(self.by(services, drafts, catalog))
    }

    fn by(&self, services: Services, drafts: Replaced, catalog: Catalog) -> Self {
        Self(Arc::new(Inner {
            accounts: self.accounts.with_services(services),
            catalog,
            documents: Documents::default(),
            carried: self.carried.clone(),
            drafts,
            latest: Arc::clone(&self.latest),
        }))
    }

    /// The services of the platform.
    pub fn services(&self) -> Services {
        Services::clone(self)
    }

    /// How URLs of products and categories are written.
    pub fn links(&self) -> Links {
        Links {
            without_ids: self.config.slugs_without_ids,
        }
    }
}

impl Deref for AppState {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Deref for Inner {
    type Target = AccountServices;

    fn deref(&self) -> &AccountServices {
        &self.accounts
    }
}
