//! `awning app`: enters, lists and removes apps.

use super::failure::{Failure, failed, printable};
use crate::{
    base::date,
    content::apps::{self, Change, Key, entity::Model},
    platform::{audit::Actor, db::Db},
};
use clap::{Args, Subcommand};
use std::{fmt::Write, io::BufRead, path::PathBuf};

/// What stands for a secret on the command line that is read from standard input instead.
const STANDARD_INPUT: &str = "-";

#[derive(Subcommand)]
pub enum Command {
    /// Enter an app, or change what is known of it
    Set(SetApp),
    /// List apps: client id, public token, which secrets it has, scopes
    List,
    /// Forget an app, its tokens and what it kept in the shop
    Remove {
        /// The app's client id
        client_id: String,
    },
}

/// Without a value, a token or secret is made up and printed once; `-` takes it from a line of standard input, where no
/// list of processes shows it.
#[derive(Args)]
pub struct SetApp {
    /// The app's client id
    client_id: String,
    /// Its public token, which pages show: public_…
    #[arg(long, value_name = "TOKEN", num_args = 0..=1, default_missing_value = "")]
    public_token: Option<String>,
    /// Its secret token, for the merchant's own programs: secret_…
    #[arg(long, value_name = "TOKEN", num_args = 0..=1, default_missing_value = "")]
    secret_token: Option<String>,
    /// Its client secret, which single sign-on is signed with
    #[arg(long, value_name = "SECRET", num_args = 0..=1, default_missing_value = "")]
    secret: Option<String>,
    /// What its tokens may do, scopes with commas between
    #[arg(long, value_delimiter = ',', value_name = "SCOPES")]
    scopes: Option<Vec<String>>,
    /// File with its public configuration
    #[arg(long, value_name = "FILE")]
    config_file: Option<PathBuf>,
}

impl Command {
    /// Whether it changes nothing.
    pub fn only_reads(&self) -> bool {
        matches!(self, Self::List)
    }
}

/// Runs a command about apps, and says what came of it.
pub async fn run(command: Command, db: &Db) -> Result<String, Failure> {
    match command {
        Command::Set(set) => set.run(db).await,
        Command::List => {
            let rows = apps::rows(&db.read).await.map_err(failed)?;
            Ok(rows.iter().map(line).collect::<Vec<_>>().join("\n"))
        }
        Command::Remove { client_id } => {
            let tx = db.begin().await?;
            let was_there = apps::remove(&tx, &client_id, &Actor::command_line(), date::now())
                .await
                .map_err(failed)?;
            tx.commit().await?;
            match was_there {
                true => Ok(format!("{client_id} is gone; its tokens open nothing")),
                false => Err(format!("there is no app {client_id}").into()),
            }
        }
    }
}

impl SetApp {
    async fn run(self, db: &Db) -> Result<String, Failure> {
        let mut said = String::new();
        let config = match &self.config_file {
            Some(file) => Some(
                std::fs::read_to_string(file)
                    .map_err(|error| format!("cannot read {}: {error}", file.display()))?,
            ),
            None => None,
        };
        let change = Change {
            public_token: entered(self.public_token, Key::Public, &mut said)?,
            secret_token: entered(self.secret_token, Key::Secret, &mut said)?,
            client_secret: entered(self.secret, Key::Client, &mut said)?,
            config,
            scopes: self.scopes,
            revoked: Vec::new(),
        };
        let fault = Change::fault_of_id(&self.client_id);
        if let Some(fault) = fault.or_else(|| change.fault()) {
            return Err(fault.into());
        }
        let tx = db.begin().await?;
        let (actor, now) = (Actor::command_line(), date::now());
        let is_new = apps::enter(&tx, &self.client_id, change, &actor, now)
            .await
            .map_err(failed)?;
        tx.commit().await?;
        let done = if is_new { "entered" } else { "changed" };
        let _ = write!(said, "{done} {}", self.client_id);
        Ok(said)
    }
}

/// What was typed for `key`; a new one, which `said` tells, if nothing was.
fn entered(typed: Option<String>, key: Key, said: &mut String) -> Result<Option<String>, Failure> {
    match typed.as_deref() {
        Some("") => {
            let made = key.made().map_err(failed)?;
            let _ = writeln!(said, "{}: {made}", key.name());
            Ok(Some(made))
        }
        Some(STANDARD_INPUT) => {
            let mut line = String::new();
            std::io::stdin().lock().read_line(&mut line)?;
            Ok(Some(line.trim().to_owned()))
        }
        _ => Ok(typed),
    }
}

fn line(app: &Model) -> String {
    let keys = app.keys().into_iter().filter(|key| *key != Key::Public);
    let config = app.config.as_ref().map(|_| "configuration");
    let secrets: Vec<&str> = keys.map(Key::name).chain(config).collect();
    let token = app.token.as_deref().unwrap_or_default();
    let secrets = secrets.join(", ");
    printable(&format!(
        "{}\t{token}\t{secrets}\t{}",
        app.client_id, app.scopes
    ))
}
