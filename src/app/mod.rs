//! What only the server has: configuration, database, router and the layers around it.

pub mod background;
pub mod backup;
pub mod cli;
pub mod fault_page;
pub mod health;
mod hooks;
pub mod jobs;
pub mod metrics_page;
pub mod middleware;
pub mod migration;
pub mod paths;
mod personal_data;
pub mod render;
pub mod router;
pub mod schema;
mod staff_access;
pub mod transfer;

use crate::{
    account::hooks::Hooks,
    cart::CartRecords,
    contact::ContactRecords,
    favourites::FavouriteRecords,
    order::{OrderRecords, payment::provider::ready},
    platform::{config::Config, db::Db},
    request::state::AppState,
    reviews::ReviewRecords,
    subscription::SubscriptionRecords,
};
use hooks::VisitorThings;

/// The shop that `config` describes, on an open and migrated database.
pub async fn open(mut config: Config, db: Db) -> Result<AppState, Box<dyn std::error::Error>> {
    let ready = ready(&db.read).await;
    config.ready_providers = ready.map_err(|fault| format!("no keys could be read: {fault:?}"))?;
    let hooks = Hooks {
        session: Box::new(VisitorThings),
        records: vec![
            Box::new(CartRecords),
            Box::new(FavouriteRecords),
            Box::new(OrderRecords),
            Box::new(SubscriptionRecords),
            Box::new(ReviewRecords),
            Box::new(ContactRecords),
        ],
    };
    AppState::open(config, db, hooks).await
}
