//! `awning serve`.

use super::Outcome;
use crate::{
    demo,
    server::{background::Background, config::Config, db::Db, router::router, state::AppState},
};
use std::net::SocketAddr;
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

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
    let background = Background::start(&state);
    let service = router(state.clone()).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(told_to_stop()?)
        .await?;
    background.stop().await;
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
