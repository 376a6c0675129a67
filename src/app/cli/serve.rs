//! `awning serve`.

use super::Outcome;
use crate::{
    app::{self, background::Background, router::router},
    demo,
    platform::{
        config::Config,
        db::Db,
        listen::{self, Limits},
    },
};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

/// Serves until told to stop; requests in flight are finished.
pub async fn serve(config: Config, db: Db, demo: bool) -> Outcome {
    if let Some(refusal) = listen::refusal(&config) {
        return Err(refusal.into());
    }
    let (address, limits) = (config.address, Limits::of(&config));
    let state = app::open(config, db).await?;
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
    listen::serve(listener, router(state.clone()), limits, told_to_stop()?).await;
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
