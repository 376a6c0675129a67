//! The command line.

mod customers;
mod serve;

use super::{config::Config, db::Db, migration::Migrator, seed};
use crate::account::server::password::Passwords;
use clap::{Parser, Subcommand};
use sea_orm_migration::MigratorTrait;
use std::{path::PathBuf, process::ExitCode, time::Duration};

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// The online shop that a merchant runs alone, on one machine.
///
/// Settings come from awning.toml, the environment (AWNING_…) and --set, in rising precedence.
/// `awning config` prints every setting with its default and what it is for.
#[derive(Parser)]
#[command(name = "awning", version)]
struct Cli {
    /// File with settings; it may be missing
    #[arg(
        long,
        global = true,
        default_value = "awning.toml",
        value_name = "FILE"
    )]
    config: PathBuf,
    /// A setting for this run, such as --set address=0.0.0.0:80; may be repeated
    #[arg(long, global = true, value_name = "KEY=VALUE")]
    set: Vec<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the shop until SIGTERM or Ctrl-C, then finish requests in flight
    Serve {
        /// Seed an empty shop with the demo customer
        #[arg(long)]
        demo: bool,
    },
    /// Bring the database to the shape this version needs
    Migrate,
    /// Fill an empty shop with the demo customer
    Seed,
    /// Create and list customers, end their sessions
    #[command(subcommand)]
    Customer(customers::Command),
    /// Print every setting with its default and what it is for
    Config,
}

/// Runs the command that was typed.
pub async fn run() -> ExitCode {
    let cli = Cli::parse();
    match execute(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("awning: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn execute(cli: Cli) -> Outcome {
    if matches!(cli.command, Command::Config) {
        print!("{}", super::config::SAMPLE);
        return Ok(());
    }
    let config = Config::load(&cli.config, std::env::vars(), &cli.set)?;
    super::telemetry::start(&config)?;
    let db = open(&config).await?;
    let outcome = match cli.command {
        Command::Serve { demo } => return serve::serve(config, db, demo).await,
        Command::Migrate => {
            println!("the database is up to date");
            Ok(())
        }
        Command::Seed => seed_and_say(&config, &db).await,
        Command::Customer(command) => customers::run(command, &config, &db).await,
        Command::Config => Ok(()),
    };
    db.close().await;
    outcome
}

/// Opens the database and applies missing migrations.
pub async fn open(config: &Config) -> Result<Db, Box<dyn std::error::Error>> {
    let db = Db::open(
        &config.database,
        Duration::from_millis(u64::from(config.database_wait_ms)),
    )
    .await
    .map_err(|error| format!("cannot open the database {}: {error}", config.database))?;
    Migrator::up(&db.write, None).await?;
    Ok(db)
}

async fn seed_and_say(config: &Config, db: &Db) -> Outcome {
    let seeded = seed::seed(db, &Passwords::new(config.password_hashes_at_once))
        .await
        .map_err(failed)?;
    println!(
        "{}",
        if seeded {
            "seeded"
        } else {
            "the shop is not empty; nothing was changed"
        }
    );
    Ok(())
}

fn failed(fault: crate::error::AppError) -> String {
    format!("the database did not do it ({fault:?}); the log says more")
}
