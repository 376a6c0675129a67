//! The command line.

mod apps;
mod backup;
mod customers;
mod emails;
mod failure;
mod files;
mod import;
mod jobs;
pub(crate) mod office;
mod orders;
mod products;
mod reviews;
mod serve;
mod settings;
mod staff;
mod subscriptions;
mod transfer;
mod video;

use super::schema::{self, Shape};
use crate::{
    app,
    content::pages,
    demo,
    platform::{
        config::{Config, SAMPLE, SettingSources},
        db::{Db, without_password},
        telemetry,
    },
};
use clap::{Parser, Subcommand};
pub(super) use failure::failed;
use failure::{CommandResult, Failure};
use std::{path::PathBuf, process::ExitCode};
use toml::Table;

/// The online shop that a merchant runs alone, on one machine.
///
/// Settings come from the database (those of the store: `awning settings`), awning.toml, the environment (AWNING_…) and
/// --set, in rising precedence.
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
    /// Write the database into a new file, while the shop goes on, and a list of its pictures beside it
    Backup {
        /// File to write
        file: PathBuf,
    },
    /// Bring a backup back into the database of the settings, which must be empty
    Restore {
        /// File that `awning backup` wrote
        file: PathBuf,
    },
    /// Copy the whole shop into another, empty database, of either kind; stop the shop first
    Move(transfer::Move),
    /// Fill an empty shop with the demo products and customer
    Seed,
    /// Create and list customers, end their sessions
    #[command(subcommand)]
    Customer(customers::Command),
    /// List, show and export orders, change where they stand
    #[command(subcommand)]
    Orders(orders::Command),
    /// Let files come with products, list them and take them off
    #[command(subcommand)]
    Files(files::Command),
    /// List subscriptions, end one
    #[command(subcommand)]
    Subscriptions(subscriptions::Command),
    /// List what buyers say of products, publish or reject it
    #[command(subcommand)]
    Reviews(reviews::Command),
    /// List e-mails to shoppers and what became of them, try again what failed
    #[command(subcommand)]
    Emails(emails::Command),
    /// List what the shop does by itself, try again what failed, call off what waits
    #[command(subcommand)]
    Jobs(jobs::Command),
    /// Read a catalogue: Ecwid's or Shopify's product CSV, or our own JSON lines
    Import(import::Import),
    /// Put a video into the gallery of a product
    Video(video::AddVideo),
    /// Write the catalogue as JSON lines, and its pictures into a folder beside
    Export {
        /// File to write
        file: PathBuf,
    },
    /// Delete products
    #[command(subcommand)]
    Product(products::Command),
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
    /// Say who works in the back office, and let them in
    #[command(subcommand)]
    Staff(staff::Command),
    /// List and change the store's settings, which the database keeps
    #[command(subcommand)]
    Settings(settings::Command),
    /// Take in a picture for the home page, and print what a section names it by
    Picture {
        /// JPEG, PNG, GIF or WebP
        file: PathBuf,
        /// What it shows, for those who do not see it
        #[arg(long, default_value = "")]
        alt: String,
    },
    /// Say which apps there are: what they publish to scripts, their tokens and secrets
    #[command(subcommand)]
    App(apps::Command),
    /// Print every setting with its default and what it is for
    Config,
}

impl Command {
    fn only_reads(&self) -> bool {
        matches!(self, Self::Export { .. } | Self::Backup { .. })
            || matches!(self, Self::Orders(command) if command.only_reads())
            || matches!(self, Self::Reviews(command) if command.only_reads())
            || matches!(self, Self::Emails(command) if command.only_reads())
            || matches!(self, Self::Files(command) if command.only_reads())
            || matches!(self, Self::Subscriptions(command) if command.only_reads())
            || matches!(self, Self::Jobs(command) if command.only_reads())
            || matches!(self, Self::App(command) if command.only_reads())
            || matches!(self, Self::Staff(command) if command.only_reads())
            || matches!(self, Self::Settings(command) if command.only_reads())
    }
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

async fn execute(cli: Cli) -> CommandResult {
    if matches!(cli.command, Command::Config) {
        print!("{}", SAMPLE);
        return Ok(());
    }
    let given = SettingSources::read(&cli.config, std::env::vars(), &cli.set)?;
    // What the machine needs to know; the store's own settings are in the database that this opens.
    let config = given.config(&Table::new())?;
    telemetry::start(&config)?;
    let db = match &cli.command {
        Command::Migrate => return migrate(&config).await,
        Command::Move(to) => return to.run(&config).await,
        Command::Restore { file } => return backup::restore(file, &config).await,
        command if command.only_reads() => open_to_read(&config).await?,
        _ => open(&config).await?,
    };
    if let Command::Settings(command) = cli.command {
        let said = settings::run(command, &given, &cli.config, &db).await;
        db.close().await;
        println!("{}", said?);
        return Ok(());
    }
    // A copy needs no settings that can be used.
    let config = match cli.command {
        Command::Backup { .. } => config,
        _ => settings::of_shop(&given, &db).await?,
    };
    let outcome = match cli.command {
        Command::Serve { demo } => return serve::serve(&given, config, db, demo).await,
        Command::Seed => seed_and_say(&config, &db).await,
        Command::Import(command) => command.run(&config, &db).await,
        Command::Video(command) => command.run(&config, &db).await,
        Command::Export { file } => import::export(&file, &config, &db).await,
        Command::App(command) => {
            let said = apps::run(command, &db).await;
            said.map(|said| println!("{said}"))
        }
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
        Command::Files(command) => {
            let said = files::run(command, &config, &db).await;
            said.map(|said| println!("{said}"))
        }
        Command::Subscriptions(command) => {
            let said = subscriptions::run(command, &config, &db).await;
            said.map(|said| println!("{said}"))
        }
        Command::Reviews(command) => {
            let said = reviews::run(command, &config, &db).await;
            said.map(|said| println!("{said}"))
        }
        Command::Emails(command) => {
            let said = emails::run(command, &db).await;
            said.map(|said| println!("{said}"))
        }
        Command::Jobs(command) => {
            let said = jobs::run(command, &db).await;
            said.map(|said| println!("{said}"))
        }
        Command::Staff(command) => {
            let said = staff::run(command, &config, &db).await;
            said.map(|said| println!("{said}"))
        }
        Command::Product(command) => {
            let said = products::run(command, &db).await;
            said.map(|said| println!("{said}"))
        }
        Command::Backup { file } => backup::back_up(&file, &config, &db).await,
        Command::Picture { file, alt } => settings::picture(&file, &alt, &config),
        Command::Config
        | Command::Migrate
        | Command::Move(_)
        | Command::Restore { .. }
        | Command::Settings(_) => Ok(()),
    };
    db.close().await;
    outcome
}

/// Opens the database, which gets its shape first if there is nothing in it.
pub async fn open(config: &Config) -> Result<Db, Failure> {
    let db = connect(config).await?;
    match Shape::of(&db).await? {
        Shape::Fits => {}
        Shape::Empty => schema::migrate(config).await?,
        Shape::Older(missing) => return Err(older(config, &missing).into()),
        Shape::Newer(added) => {
            tracing::warn!(?added, "a newer version of Awning changed this database");
        }
    }
    Ok(db)
}

/// Opens the database for reading what is there.
async fn open_to_read(config: &Config) -> Result<Db, Failure> {
    let db = connect(config).await?;
    match Shape::of(&db).await? {
        Shape::Fits | Shape::Newer(_) => Ok(db),
        Shape::Empty => Err(format!("there is no shop in {}", shown(config)).into()),
        Shape::Older(missing) => Err(older(config, &missing).into()),
    }
}

async fn connect(config: &Config) -> Result<Db, Failure> {
    let opened = Db::open(&config.database, config.database_limits()).await;
    let failed = |error| format!("cannot open the database {}: {error}", shown(config));
    Ok(opened.map_err(failed)?)
}

fn shown(config: &Config) -> String {
    without_password(&config.database)
}

/// What to do about a database that lacks the migrations `missing`.
fn older(config: &Config, missing: &[String]) -> String {
    format!(
        "the database {} is older than this version of Awning and lacks {}. Back it up, and run: awning migrate",
        shown(config),
        missing.join(", ")
    )
}

async fn migrate(config: &Config) -> CommandResult {
    let db = connect(config).await?;
    let shape = Shape::of(&db).await?;
    db.close().await;
    if let Shape::Newer(added) = shape {
        return Err(format!(
            "a newer version of Awning added {} to the database {}: run that one, or restore the database from a backup of before the update",
            added.join(", "),
            shown(config)
        )
        .into());
    }
    schema::migrate(config).await?;
    println!("the database is up to date");
    Ok(())
}

async fn seed_and_say(config: &Config, db: &Db) -> CommandResult {
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
