//! `awning staff`: creates and lists members of staff, and resets how they sign in.

use super::failure::{Failure, failed};
use crate::{
    account::password::Passwords,
    admin::{
        password_address,
        staff::{
            entity::Model,
            factor, link,
            role::Role,
            store::{self, NewStaff},
        },
    },
    base::{date, validate},
    platform::{
        audit::{self, Actor, Entry},
        config::Config,
        db::Db,
    },
};
use clap::Subcommand;
use std::io::BufRead;

#[derive(Subcommand)]
pub enum Command {
    /// Let somebody into the back office: prints a link by which they choose a password, or takes the first line of standard input
    Create {
        /// E-mail address
        email: String,
        /// What they may do: owner, manager, packer, editor or reader
        #[arg(long, value_parser = role, default_value = "manager")]
        role: Role,
        /// What they are called; the part before the @ if not given
        #[arg(long)]
        name: Option<String>,
        /// Read the password from standard input, and print no link
        #[arg(long)]
        password_stdin: bool,
    },
    /// Let in somebody who lost password or second factor: ends both and every session, and prints a link for a new password
    Reset {
        /// E-mail address
        email: String,
    },
    /// List who works here: e-mail, role, second factor, name
    List,
}

impl Command {
    /// Whether it changes nothing.
    pub fn only_reads(&self) -> bool {
        matches!(self, Self::List)
    }
}

fn role(typed: &str) -> Result<Role, String> {
    let known = Role::ALL.map(Role::code).join(", ");
    Role::of_code(typed).ok_or_else(|| format!("expected one of {known}"))
}

/// Runs a command about staff, and says what came of it.
pub async fn run(command: Command, config: &Config, db: &Db) -> Result<String, Failure> {
    match command {
        Command::Create {
            email,
            role,
            name,
            password_stdin,
        } => create(&email, role, name, password_stdin, config, db).await,
        Command::Reset { email } => reset(&email, config, db).await,
        Command::List => list(db).await,
    }
}

fn mailbox(typed: &str) -> Result<String, Failure> {
    let email = validate::mailbox(typed);
    Ok(email.ok_or_else(|| format!("{typed:?} is not an e-mail address"))?)
}

async fn create(
    email: &str,
    role: Role,
    name: Option<String>,
    password_stdin: bool,
    config: &Config,
    db: &Db,
) -> Result<String, Failure> {
    let email = mailbox(email)?;
    let name = name.unwrap_or_else(|| email.split('@').next().unwrap_or_default().to_owned());
    let name = validate::name(&name).ok_or("--name: expected 1 to 120 characters")?;
    let password_hash = match password_stdin {
        true => hash_of_typed(config).await?,
        false => String::new(),
    };
    let (now, actor) = (date::now(), Actor::command_line());
    let tx = db.begin().await?;
    let new = NewStaff {
        email: &email,
        name: &name,
        role,
        password_hash,
    };
    let added = store::add(&tx, new, &actor, now).await.map_err(failed)?;
    let id = added.ok_or_else(|| {
        format!("{email} works here already; `awning staff reset {email}` lets them in again")
    })?;
    let said = match password_stdin {
        true => format!("{email} is {} now", role.code()),
        false => link_for(&tx, id, config, now).await?,
    };
    tx.commit().await?;
    Ok(said)
}

async fn hash_of_typed(config: &Config) -> Result<String, Failure> {
    let mut password = String::new();
    std::io::stdin().lock().read_line(&mut password)?;
    let password = password.trim_end_matches(['\r', '\n']);
    if !validate::new_password(password) {
        let least = validate::PASSWORD_MIN;
        return Err(
            format!("the password on standard input needs at least {least} characters").into(),
        );
    }
    let passwords = Passwords::new(config.password_hashes_at_once);
    Ok(passwords.hash(password).await.map_err(failed)?)
}

/// Makes the link by which the member `id` chooses a password, and says it.
async fn link_for(
    tx: &impl sea_orm::ConnectionTrait,
    id: i64,
    config: &Config,
    now: i64,
) -> Result<String, Failure> {
    let Some(listening) = config.admin_address()? else {
        return Err("there is no back office: admin_address is empty".into());
    };
    let token = link::offer_password(tx, id, now + link::PASSWORD_HOLDS)
        .await
        .map_err(failed)?;
    let address = password_address(&config.admin_origin(listening), &token);
    Ok(format!(
        "opens the back office once, within an hour: {address}"
    ))
}

async fn reset(email: &str, config: &Config, db: &Db) -> Result<String, Failure> {
    let (email, now) = (mailbox(email)?, date::now());
    let tx = db.begin().await?;
    let found: Option<Model> = store::by_email(&tx, &email).await.map_err(failed)?;
    let member = found.ok_or_else(|| format!("{email} does not work here"))?;
    factor::end(&tx, member.id).await.map_err(failed)?;
    let none = String::new();
    store::set_password(&tx, member.id, none, None)
        .await
        .map_err(failed)?;
    let entry = Entry::of("staff.reset", &email);
    audit::record(&tx, &Actor::command_line(), entry, now)
        .await
        .map_err(failed)?;
    let said = link_for(&tx, member.id, config, now).await?;
    tx.commit().await?;
    Ok(said)
}

async fn list(db: &Db) -> Result<String, Failure> {
    let all = store::all(&db.read).await.map_err(failed)?;
    let line = |it: Model| {
        let factor = if it.has_factor() {
            "second factor"
        } else {
            "password"
        };
        format!("{}\t{}\t{factor}\t{}", it.email, it.role, it.name)
    };
    Ok(all.into_iter().map(line).collect::<Vec<_>>().join("\n"))
}
