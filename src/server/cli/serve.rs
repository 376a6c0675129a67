//! `awning serve`.

use super::Outcome;
use crate::{
    account::server::{date, session},
    server::{config::Config, db::Db, router::router, seed, state::AppState},
};
use std::{net::SocketAddr, time::Duration};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

const PURGE_EVERY: Duration = Duration::from_secs(60 * 60);

/// Serves until told to stop; requests in flight are finished.
pub async fn serve(config: Config, db: Db, demo: bool) -> Outcome {
    let address = config.address;
    let state = AppState::new(config, db)?;
    if demo {
        seed::seed(&state.db, &state.passwords)
            .await
            .map_err(super::failed)?;
    }
    let listener = TcpListener::bind(address)
        .await
        .map_err(|error| format!("cannot listen on {address}: {error}"))?;
    let address = listener.local_addr()?;
    println!("{} is open: http://{address}", state.config.store_name);
    if demo {
        println!(
            "demo customer: {}, password {}",
            seed::DEMO_EMAIL,
            seed::DEMO_PASSWORD
        );
    }
    let purging = tokio::spawn(purge_sessions(state.clone()));
    let service = router(state.clone()).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(told_to_stop()?)
        .await?;
    purging.abort();
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
    }
}
