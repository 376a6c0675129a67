//! `awning serve`.

use super::Outcome;
use crate::{
    account::server::{date, session},
    cart, demo,
    server::{config::Config, cookies::CART_DAYS, db::Db, mail, router::router, state::AppState},
};
use std::{net::SocketAddr, time::Duration};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

const PURGE_EVERY: Duration = Duration::from_secs(60 * 60);
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Serves until told to stop; requests in flight are finished.
pub async fn serve(config: Config, db: Db, demo: bool) -> Outcome {
    let address = config.address;
    let state = AppState::open(config, db).await?;
    if demo {
        demo::seed(&state).await.map_err(super::failed)?;
    }
    let listener = TcpListener::bind(address)
        .await
        .map_err(|error| format!("cannot listen on {address}: {error}"))?;
    let address = listener.local_addr()?;
    println!("{} is open: http://{address}", state.config.store_name);
    if demo {
        println!(
            "demo customer: {}, password {}",
            demo::DEMO_EMAIL,
            demo::DEMO_PASSWORD
        );
    }
    let purging = tokio::spawn(purge_sessions(state.clone()));
    let stocking = tokio::spawn(stock_shelves(state.clone()));
    let delivering = tokio::spawn(mail::deliver(state.clone()));
    let service = router(state.clone()).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(told_to_stop()?)
        .await?;
    purging.abort();
    stocking.abort();
    delivering.abort();
    state.db.clone().close().await;
    Ok(())
}

fn told_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping; finishing requests in flight");
    })
}

async fn purge_sessions(state: AppState) {
    let mut hours = tokio::time::interval(PURGE_EVERY);
    loop {
        hours.tick().await;
        match session::purge(&state.db, &state.config, date::now()).await {
            Ok(sessions) => tracing::debug!(sessions, "purged"),
            Err(fault) => tracing::warn!(?fault, "sessions not purged"),
        }
        // A browser forgets its bag after as long.
        let before = date::now() - date::DAY * CART_DAYS;
        match cart::store::purge(&state.db.write, before).await {
            Ok(bags) => tracing::debug!(bags, "purged"),
            Err(fault) => tracing::warn!(?fault, "bags not purged"),
        }
    }
}

/// Shows what was imported, or changed by another instance, as soon as it is there.
async fn stock_shelves(state: AppState) {
    let mut looks = tokio::time::interval(LOOK_EVERY);
    looks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        looks.tick().await;
        if let Err(fault) = state.catalog.refresh(&state.db).await {
            tracing::warn!(?fault, "the catalogue could not be read anew");
        }
    }
}
