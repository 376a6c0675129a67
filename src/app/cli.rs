//! The command line.

mod customers;
mod emails;
mod import;
mod orders;
mod serve;

use super::migration::Migrator;
use crate::{
    app,
    base::error::AppError,
    content::pages,
    demo,
    platform::{
        config::{Config, SAMPLE},
        db::Db,
        telemetry,
    },
};
use clap::{Parser, Subcommand};
use sea_orm_migration::MigratorTrait;
use std::{path::PathBuf, process::ExitCode, time::Duration};

type Failure = Box<dyn std::error::Error>;
type Outcome = Result<(), Failure>;

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
        /// Fill an empty shop with the demo products and customer
        #[arg(long)]
        demo: bool,
    },
    /// Bring the database to the shape this version needs
    Migrate,
    /// Fill an empty shop with the demo products and customer
    Seed,
    /// Create and list customers, end their sessions
    #[command(subcommand)]
    Customer(customers::Command),
    /// List, show and export orders, change where they stand
    #[command(subcommand)]
    Orders(orders::Command),
    /// List e-mails to shoppers and what became of them, try again what failed
    #[command(subcommand)]
    Emails(emails::Command),
    /// Read a catalogue: Ecwid's or Shopify's product CSV, or our own JSON lines
    Import(import::Import),
    /// Write the catalogue as JSON lines, and its pictures into a folder beside
    Export {
        /// File to write
        file: PathBuf,
    },
    /// Store a page of text, such as about or terms; the footer of every page names it
    Page {
        /// Its slug: about, shipping-payment, returns, terms, privacy-policy, impressum, or one of your own
        #[arg(value_parser = slug)]
        slug: String,
        /// Markdown file
        file: PathBuf,
        /// Language of the text; the shop's if not given
        #[arg(long)]
        language: Option<String>,
    },
    /// Store what an app publishes to scripts
    App {
        /// The app's client id
        client_id: String,
        /// Its public token
        #[arg(long)]
        token: Option<String>,
        /// File with its public configuration
        #[arg(long, value_name = "FILE")]
        config_file: Option<PathBuf>,
    },
    /// Print every setting with its default and what it is for
    Config,
}

fn slug(typed: &str) -> Result<String, String> {
    if pages::is_slug(typed) {
        Ok(typed.to_owned())
    } else {
        Err("expected small letters, digits and dashes, such as size-guide".to_owned())
    }
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
        print!("{}", SAMPLE);
        return Ok(());
    }
    let config = Config::load(&cli.config, std::env::vars(), &cli.set)?;
    telemetry::start(&config)?;
    let db = open(&config).await?;
    let outcome = match cli.command {
        Command::Serve { demo } => return serve::serve(config, db, demo).await,
        Command::Migrate => {
            println!("the database is up to date");
            Ok(())
        }
        Command::Seed => seed_and_say(&config, &db).await,
        Command::Import(command) => command.run(&config, &db).await,
        Command::Export { file } => import::export(&file, &config, &db).await,
        Command::App {
            client_id,
            token,
            config_file,
        } => import::app(&client_id, token, config_file.as_deref(), &db).await,
        Command::Page {
            slug,
            file,
            language,
        } => {
            let language = language.unwrap_or_else(|| config.store_language.code().to_owned());
            import::page(&slug, &file, &language, &db).await
        }
        Command::Customer(command) => customers::run(command, &config, &db).await,
        Command::Orders(command) => {
            let said = orders::run(command, &config, &db).await;
            said.map(|said| println!("{said}"))
        }
        Command::Emails(command) => {
            let said = emails::run(command, &db).await;
            said.map(|said| println!("{said}"))
        }
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
    Migrator::up(&db.write, None)
        .await
        .map_err(|error| advice(&error.to_string(), &config.database))?;
    Ok(db)
}

/// What to do about a database whose shape cannot be changed because of `error`.
fn advice(error: &str, database: &str) -> String {
    let what = if error.contains("its file is missing") {
        "A newer version of Awning used this database: run that one, or restore the copy from before the update."
    } else if error.contains("already exists") || error.contains("duplicate column") {
        "The table seaql_migrations lacks a row of what was done already: restore the database from a backup, and change nothing in that table."
    } else {
        "Restore the database from a backup if it was changed by hand; else see that the disk is not full and the file may be written to."
    };
    format!("the database {database} does not get the shape this version needs: {error}. {what}")
}

async fn seed_and_say(config: &Config, db: &Db) -> Outcome {
    let state = app::open(config.clone(), db.clone()).await?;
    let seeded = demo::seed(&state).await.map_err(failed)?;
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

/// `text` as a terminal may show it: what would move the cursor, or turn a line around, is replaced.
fn printable(text: &str) -> String {
    let is_hostile = |letter: char| {
        letter.is_control() && !matches!(letter, '\n' | '\t')
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.replace(is_hostile, "\u{fffd}")
}

pub(super) fn failed(fault: AppError) -> String {
    format!("the database did not do it ({fault:?}); the log says more")
}
