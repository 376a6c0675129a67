//! `awning customer`: creates and lists customers, and ends their sessions.

use super::failure::{CommandResult, failed};
use crate::{
    account::{entity::customer, password::Passwords, sessions::store as session, store},
    base::{date, validate},
    platform::{config::Config, db::Db},
};
use clap::Subcommand;
use sea_orm::{EntityTrait, QueryOrder};
use std::io::BufRead;

#[derive(Subcommand)]
pub enum Command {
    /// Create a customer; the password is the first line of standard input
    Create {
        /// E-mail address
        email: String,
        /// Full name
        #[arg(long)]
        name: String,
    },
    /// List customers: id, e-mail, name, day of registration
    List,
    /// End every session of a customer
    EndSessions {
        /// E-mail address
        email: String,
    },
}

/// Runs a customer command.
pub async fn run(command: Command, config: &Config, db: &Db) -> CommandResult {
    match command {
        Command::Create { email, name } => create(config, db, &email, &name).await,
        Command::List => list(db).await,
        Command::EndSessions { email } => end_sessions(db, &email).await,
    }
}

async fn create(config: &Config, db: &Db, email: &str, name: &str) -> CommandResult {
    let email =
        validate::mailbox(email).ok_or_else(|| format!("{email:?} is not an e-mail address"))?;
    let name = validate::name(name).ok_or("--name: expected 1 to 120 characters")?;
    let mut password = String::new();
    std::io::stdin().lock().read_line(&mut password)?;
    let password = password.trim_end_matches(['\r', '\n']);
    if !validate::new_password(password) {
        return Err(format!(
            "the password on standard input needs at least {} characters",
            validate::PASSWORD_MIN
        )
        .into());
    }
    let hash = Passwords::new(config.password_hashes_at_once)
        .hash(password)
        .await
        .map_err(failed)?;
    match store::add(&db.write, &email, &name, hash, date::now())
        .await
        .map_err(failed)?
    {
        Some(row) => println!("created customer {}", row.id),
        None => return Err(format!("{email} has an account already").into()),
    }
    Ok(())
}

async fn list(db: &Db) -> CommandResult {
    for row in customer::Entity::find()
        .order_by_asc(customer::Column::Id)
        .all(&db.read)
        .await?
    {
        println!(
            "{}\t{}\t{}\t{}",
            row.id,
            row.email,
            row.name,
            date::day(row.registered_at)
        );
    }
    Ok(())
}

async fn end_sessions(db: &Db, email: &str) -> CommandResult {
    let email =
        validate::email(email).ok_or_else(|| format!("{email:?} is not an e-mail address"))?;
    let row = store::by_email(&db.read, &email)
        .await
        .map_err(failed)?
        .ok_or_else(|| format!("{email} has no account"))?;
    let ended = session::end_others(&db.write, row.id, None)
        .await
        .map_err(failed)?;
    println!("ended {ended} sessions");
    Ok(())
}
