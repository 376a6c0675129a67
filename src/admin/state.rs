//! The state of the running back office: its shop, the settings given outside of the database, and its addresses.

use crate::{
    platform::config::{SettingSources, origin_of},
    request::state::AppState,
};
use std::{net::SocketAddr, sync::Arc};

/// The running back office.
#[derive(Clone)]
pub struct AdminState {
    /// The shop that it runs.
    pub shop: AppState,
    /// What is set outside of the database.
    given: Arc<SettingSources>,
    /// Where the shop listens, for links to it.
    pub shop_address: SocketAddr,
    /// Where the back office listens.
    pub address: SocketAddr,
}

impl AdminState {
    /// The back office at `address` of the shop at `shop_address`.
    pub fn new(
        shop: AppState,
        given: SettingSources,
        shop_address: SocketAddr,
        address: SocketAddr,
    ) -> Self {
        Self {
            shop,
            given: Arc::new(given),
            shop_address,
            address,
        }
    }

    /// A copy whose shop has the settings that hold now.
    pub fn current(&self) -> Self {
        Self {
            shop: self.shop.current(),
            ..self.clone()
        }
    }

    /// What is set outside of the database by now: the file may have been written since.
    pub fn given(&self) -> SettingSources {
        let again = self.given.again().unwrap_or_else(|error| {
            tracing::error!(%error, "the file as it was before counts");
            None
        });
        again.unwrap_or_else(|| SettingSources::clone(&self.given))
    }

    /// Scheme and host of the shop.
    pub fn shop_origin(&self) -> String {
        match self.shop.config.public_url.as_str() {
            "" => origin_of(self.shop_address),
            url => url.to_owned(),
        }
    }

    /// Scheme and host of the back office.
    pub fn origin(&self) -> String {
        self.shop.config.admin_origin(self.address)
    }
}
