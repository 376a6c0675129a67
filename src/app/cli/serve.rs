//! `awning serve`: runs the server of the shop and of its back office until it is told to stop.

use super::{
    failure::{CommandResult, Failure},
    office,
};
use crate::{
    admin::AdminState,
    app::{self, background::Background, metrics_page, router::router},
    base::date,
    demo::{
        self,
        test_provider::{MOLLIE_KEY, STRIPE_HOOK_KEY, STRIPE_KEY, TestProvider},
    },
    order::payment::provider::{Keys, Name},
    platform::{
        backups,
        config::{Config, ProviderName, SettingSources},
        db::Db,
        listen::{self, Limits},
        metrics,
    },
    request::state::AppState,
};
use std::{
    io::{self, Write},
    net::SocketAddr,
    path::Path,
    time::Duration,
};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    time::sleep,
};
use toml::Value;

/// Serves until told to stop; requests in flight are finished.
pub async fn serve(given: &SettingSources, config: Config, db: Db, demo: bool) -> CommandResult {
    if let Some(refusal) = listen::refusal(&config) {
        return Err(refusal.into());
    }
    let (address, limits) = (config.address, Limits::of(&config));
    if let Some(address) = config.metrics_address()? {
        let address = metrics_page::serve(address, metrics::start()?, db.clone()).await?;
        tracing::info!(%address, "metrics are shown");
    }
    let (given, config) = match demo {
        true => with_test_card(given, config, &db).await?,
        false => (given.clone(), config),
    };
    let given = &given;
    let mut state = app::open(config, db.clone()).await?;
    if demo && demo::seed(&state).await.map_err(super::failure::failed)? {
        // Its settings are other than those it was opened with.
        let config = super::settings::of_shop(given, &db).await?;
        state = app::open(config, db).await?;
    }
    let listener = TcpListener::bind(address)
        .await
        .map_err(|error| format!("cannot listen on {address}: {error}"))?;
    let address = listener.local_addr()?;
    let office = back_office(&state, given, address).await?;
    say_last_backup(&state.config);
    if state.config.test_payments && !demo {
        tracing::warn!("ways to pay with `test` take no money: nothing must be sold here");
    }
    say_where(&state.config.store_name, address, demo);
    if let Some((_, office)) = &office {
        office::say(office, demo).await?;
    }
    let background = Background::start(&state, given.clone());
    let office = office.map(|(listener, office)| {
        let stop = state.draining.clone().cancelled_owned();
        tokio::spawn(listen::serve(
            listener,
            office::router(office),
            limits,
            stop,
        ))
    });
    listen::serve(
        listener,
        router(state.clone()),
        limits,
        told_to_stop(&state)?,
    )
    .await;
    if let Some(office) = office {
        office.await?;
    }
    background.stop().await;
    state.db.clone().close().await;
    Ok(())
}

/// The settings of a demo shop: its card is paid at a provider that takes no money, which listens from now on.
async fn with_test_card(
    given: &SettingSources,
    config: Config,
    db: &Db,
) -> Result<(SettingSources, Config), Failure> {
    // Where a provider's keys are, somebody means it.
    for (name, key, hook) in [
        (ProviderName::Stripe, STRIPE_KEY, STRIPE_HOOK_KEY),
        (ProviderName::Mollie, MOLLIE_KEY, ""),
    ] {
        match Keys::of(&db.read, name)
            .await
            .map_err(super::failure::failed)?
        {
            Some(keys) if keys.secret != key => return Ok((given.clone(), config)),
            Some(_) => {}
            None => {
                let keep = [(Name::Secret, key), (Name::Hook, hook)];
                for (which, key) in keep {
                    let kept = Keys::keep(&db.write, name, which, key).await;
                    kept.map_err(super::failure::failed)?;
                }
            }
        }
    }
    let provider = TestProvider::start().await?;
    let values = [
        ("test_payments", Value::Boolean(true)),
        ("test_providers", Value::String(provider.url())),
    ];
    let values = values
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value));
    let given = given.clone().with(values.collect());
    let config = super::settings::of_shop(&given, db).await?;
    Ok((given, config))
}

/// The back office of the shop at `shop_address`, and what listens for it, if there is to be one.
async fn back_office(
    state: &AppState,
    given: &SettingSources,
    shop_address: SocketAddr,
) -> Result<Option<(TcpListener, AdminState)>, Failure> {
    let Some(address) = state.config.admin_address()? else {
        return Ok(None);
    };
    let listener = match TcpListener::bind(address).await {
        Ok(listener) => listener,
        // Another instance on this machine has it; the shop goes on selling without.
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            tracing::warn!(%address, "no back office of this instance: its address is taken");
            return Ok(None);
        }
        Err(error) => {
            return Err(format!("cannot listen on admin_address = {address}: {error}").into());
        }
    };
    let address = listener.local_addr()?;
    let office = AdminState::new(state.clone(), given.clone(), shop_address, address);
    Ok(Some((listener, office)))
}

/// Says in the log how old the last backup is, where there are to be some.
fn say_last_backup(config: &Config) {
    if config.backup_directory.is_empty() {
        return;
    }
    let last = backups::last(Path::new(&config.backup_directory));
    match last.map(|at| (date::now() - at) / date::DAY) {
        Some(days) if days <= 1 => tracing::info!(days, "the last backup is fresh"),
        Some(days) => tracing::warn!(days, "the last backup is old"),
        None => tracing::warn!("there is no backup yet"),
    }
}

/// Says where the shop is; that nobody listens any more is no reason to close it.
fn say_where(name: &str, address: SocketAddr, demo: bool) {
    let (email, password) = (demo::DEMO_EMAIL, demo::DEMO_PASSWORD);
    let mut said = format!("{name} is open: http://{address}\n");
    if demo {
        said += &format!("demo customer: {email}, password {password}\n");
    }
    let _ = io::stdout().write_all(said.as_bytes());
}

/// Ends when the shop is to take no more connections: soon after SIGTERM, or at once after Ctrl-C.
fn told_to_stop(state: &AppState) -> io::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let patience = Duration::from_secs(u64::from(state.config.drain_seconds));
    let draining = state.draining.clone();
    Ok(async move {
        let drained = async {
            terminate.recv().await;
            draining.cancel();
            tracing::info!("stopping soon; requests are still answered");
            sleep(patience).await;
        };
        tokio::select! {
            () = drained => {}
            _ = interrupt.recv() => {}
        }
        draining.cancel();
        tracing::info!("stopping; finishing requests in flight");
    })
}
