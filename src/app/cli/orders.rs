//! `awning orders`: lists and shows orders, and changes their status.

use super::{
    emails as outbox,
    failure::{Failure, failed, printable},
};
use crate::{
    base::date,
    order::{
        change_status::{Change, Refusal, change_order},
        emails,
        entity::order,
        inbox::{export, filter::Filter, list},
        refunds,
        staff_actions::{self, ActionSource, Cancelling, Refunding, Verb},
        status::{name, named},
        status_machine::OrderActionError,
        store::{self, OrderQuery},
    },
    platform::{audit::Actor, config::Config, db::Db, mail::entity as email_rows},
};
use clap::{Subcommand, ValueEnum};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Orders read at once.
const PAGE: usize = 500;

#[derive(Subcommand)]
pub enum Command {
    /// List orders, the latest first
    List {
        /// Words that number, e-mail, names or SKUs hold
        #[arg(default_value = "")]
        words: String,
    },
    /// Show an order
    Show {
        /// Its number
        number: String,
    },
    /// Change where an order stands
    Status {
        /// Its number
        number: String,
        /// Such as PAID or REFUNDED
        #[arg(long)]
        payment: Option<String>,
        /// Such as PROCESSING or SHIPPED
        #[arg(long)]
        fulfillment: Option<String>,
        /// Tell the shopper
        #[arg(long)]
        mail: bool,
        /// Put what was ordered back into stock; this happens once, however often it is said
        #[arg(long)]
        restock: bool,
    },
    /// Call an order off, or what is not sent yet of it
    Cancel {
        /// Its number
        number: String,
        /// Put what was not sent back into stock
        #[arg(long)]
        restock: bool,
        /// Note that what was paid is paid back
        #[arg(long)]
        refund: bool,
        /// Tell the shopper
        #[arg(long)]
        mail: bool,
    },
    /// Note that something is paid back: a provider sends the money, else you do
    Refund {
        /// Its number
        number: String,
        /// How much, such as 12.50
        amount: String,
        /// Why, for the staff
        #[arg(long, default_value = "")]
        reason: String,
        /// Tell the shopper
        #[arg(long)]
        mail: bool,
    },
    /// Write every order into a file
    Export {
        /// File to write
        file: PathBuf,
        /// How
        #[arg(long, value_enum, default_value_t = Format::Csv)]
        format: Format,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// A line for each item, with the order's columns repeated
    Csv,
    /// A line of JSON for each order
    Json,
}

impl Command {
    /// Whether it changes nothing.
    pub fn only_reads(&self) -> bool {
        matches!(
            self,
            Self::List { .. } | Self::Show { .. } | Self::Export { .. }
        )
    }
}

/// Runs an order command, and says what came of it.
pub async fn run(command: Command, config: &Config, db: &Db) -> Result<String, Failure> {
    match command {
        Command::List { words } => list(&words, config, db).await,
        Command::Show { number } => show(&number, config, db).await,
        Command::Status {
            number,
            payment,
            fulfillment,
            mail,
            restock,
        } => {
            let change = change(payment, fulfillment, mail, restock)?;
            status(&number, change, config, db).await
        }
        Command::Cancel {
            number,
            restock,
            refund,
            mail,
        } => {
            let cancelling = Cancelling {
                restock,
                refund,
                mail,
            };
            let verb = Verb::Cancel(cancelling);
            done(&number, &verb, "cancelled", config, db).await
        }
        Command::Refund {
            number,
            amount,
            reason,
            mail,
        } => {
            let order = found(&number, &db.read).await?;
            let document = store::document(&order).map_err(failed)?;
            let prices = emails::prices(&document, &config.shop(), config.own_language());
            let amount = prices.parse(&amount).filter(|amount| *amount > 0);
            let refunding = Refunding {
                amount: amount.ok_or("expected an amount, such as 12.50")?,
                reason,
                mail,
                ..Refunding::default()
            };
            let said = format!("{} paid back", prices.minor(refunding.amount));
            done(&number, &Verb::Refund(refunding), &said, config, db).await
        }
        Command::Export { file, format } => export(&file, format, config, db).await,
    }
}

/// Does `verb` to the order `number`, and says that it is what is `said`.
async fn done(
    number: &str,
    verb: &Verb,
    said: &str,
    config: &Config,
    db: &Db,
) -> Result<String, Failure> {
    let number = number.to_uppercase();
    let by = ActionSource {
        actor: &Actor::command_line(),
        form: "",
        saw: None,
        now: date::now(),
    };
    let done = staff_actions::apply(db, config, &number, verb, by).await;
    match done.map_err(failed)? {
        Ok(()) => Ok(format!("{number}: {said}")),
        Err(OrderActionError::Gone) => Err(format!("there is no order {number}").into()),
        Err(OrderActionError::TooMuch) => {
            Err(format!("{number}: more than can be paid back").into())
        }
        Err(OrderActionError::NotPaid) => Err(format!("{number} is not paid").into()),
        Err(OrderActionError::NothingToPay) => Err(format!("{number} costs nothing").into()),
        Err(_) => Err(format!("{number} is so already, or cannot be").into()),
    }
}

async fn found(number: &str, db: &impl ConnectionTrait) -> Result<order::Model, Failure> {
    let number = number.to_uppercase();
    let order = store::by_public_id(db, &number).await.map_err(failed)?;
    Ok(order.ok_or_else(|| format!("there is no order {number}"))?)
}

async fn list(words: &str, config: &Config, db: &Db) -> Result<String, Failure> {
    let order_query = OrderQuery {
        words: words.to_owned(),
        ..OrderQuery::default()
    };
    let orders = store::list(&db.read, &order_query).await.map_err(failed)?;
    let prices = config.shop().prices;
    let line = |order: &order::Model| {
        let columns = [
            order.public_id.clone(),
            date::minute(order.placed_at),
            order.email.clone(),
            prices.minor(order.total),
            name(order.payment_status),
            name(order.fulfillment_status),
        ];
        let withdrawn = order
            .withdrawn_at
            .map(|at| format!("withdrawn {}", date::minute(at)));
        let columns: Vec<String> = columns.into_iter().chain(withdrawn).collect();
        columns.join("\t")
    };
    let lines = orders.iter().map(line).collect::<Vec<_>>();
    Ok(printable(&lines.join("\n")))
}

async fn show(number: &str, config: &Config, db: &Db) -> Result<String, Failure> {
    let order = found(number, &db.read).await?;
    let document = store::document(&order).map_err(failed)?;
    let confirmation = emails::confirmation(
        &order,
        &document,
        config,
        &config.public_url,
        "",
        Vec::new(),
    );
    let confirmation = confirmation.map_err(failed)?;
    let statuses = format!(
        "{} {}",
        name(order.payment_status),
        name(order.fulfillment_status)
    );
    let sent = email_rows::Entity::find()
        .filter(email_rows::Column::OrderId.eq(order.id))
        .order_by_asc(email_rows::Column::Id)
        .all(&db.read)
        .await?;
    let states = outbox::states(&sent, db).await?;
    let sent = sent
        .iter()
        .zip(states)
        .map(|(it, state)| format!("e-mail \"{}\": {state}", it.subject));
    let sent = sent.collect::<Vec<_>>().join("\n");
    let withdrawn = order.withdrawn_at.map(date::minute);
    let parts = [
        Some([order.email, date::minute(order.placed_at), statuses].join("\n")),
        withdrawn.map(|at| format!("withdrawn {at}")),
        document.restocked.then(|| "restocked".to_owned()),
        Some(sent).filter(|sent| !sent.is_empty()),
        Some(document.comments).filter(|comments| !comments.is_empty()),
        Some(confirmation.text),
    ];
    let parts = parts.into_iter().flatten().collect::<Vec<_>>();
    Ok(printable(&parts.join("\n\n")))
}

async fn status(number: &str, change: Change, config: &Config, db: &Db) -> Result<String, Failure> {
    let number = number.to_uppercase();
    let decide = |_: &order::Model| Ok::<Change, Refusal>(change.clone());
    let changed = change_order(
        db,
        config,
        &number,
        decide,
        &Actor::command_line(),
        date::now(),
    )
    .await;
    let changed = changed.map_err(failed)?;
    let changed = changed.ok_or_else(|| format!("there is no order {number}"))?;
    let changed = changed.map_err(|refusal| match refusal {
        Refusal::Waits => format!("{number} waits for its payment: expected --payment PAID or CANCELLED"),
        Refusal::GivenBack => format!(
            "the payment of {number} failed, and what was ordered is back in stock: expected --payment CANCELLED, and another order"
        ),
    })?;
    let mut said: Vec<&str> = changed.statuses;
    if changed.coupon_returned {
        said.push("coupon returned");
    }
    match changed.restocked {
        Some(true) => said.push("restocked"),
        Some(false) => said.push("restocked before"),
        None => {}
    }
    Ok(format!("{number}: {}", said.join(", ")))
}

/// The change that these words ask for.
fn change(
    payment: Option<String>,
    fulfillment: Option<String>,
    mail: bool,
    restock: bool,
) -> Result<Change, String> {
    let payment = payment.map(|text| upper(&text)).map(|text| {
        named(&text).ok_or_else(|| format!("--payment {text}: expected AWAITING_PAYMENT, PAID, CANCELLED, REFUNDED, PARTIALLY_REFUNDED or INCOMPLETE"))
    });
    let fulfillment = fulfillment.map(|text| upper(&text)).map(|text| {
        named(&text).ok_or_else(|| format!("--fulfillment {text}: expected AWAITING_PROCESSING, PROCESSING, SHIPPED, DELIVERED, WILL_NOT_DELIVER, RETURNED or READY_FOR_PICKUP"))
    });
    let change = Change {
        payment: payment.transpose()?,
        fulfillment: fulfillment.transpose()?,
        mail,
        restock,
        tracking: None,
    };
    if change.payment.is_none() && change.fulfillment.is_none() {
        if !restock {
            return Err("expected --payment STATUS, --fulfillment STATUS or --restock".into());
        }
        if mail {
            return Err("--mail tells of a status: expected --payment or --fulfillment too".into());
        }
    }
    Ok(change)
}

fn upper(text: &str) -> String {
    text.to_uppercase().replace('-', "_")
}

async fn export(file: &Path, format: Format, config: &Config, db: &Db) -> Result<String, Failure> {
    let mut out = io::BufWriter::new(std::fs::File::create(file)?);
    if let Format::Csv = format {
        out.write_all(&export::head().map_err(failed)?)?;
    }
    let (all, mut after, mut written) = (Filter::default(), None, 0);
    loop {
        let page = list::page(&db.read, &all, &config.time_zone, after, PAGE).await;
        let page = page.map_err(failed)?;
        let ids = page.orders.iter().map(|order| order.id);
        let paid_back = refunds::paid_back(&db.read, ids).await.map_err(failed)?;
        for order in &page.orders {
            let paid_back = paid_back.get(&order.id).copied().unwrap_or_default();
            let document = store::document(order).map_err(failed)?;
            match format {
                Format::Csv => {
                    let rows = export::rows(order, &document, paid_back, config);
                    out.write_all(&rows.map_err(failed)?)?;
                }
                Format::Json => {
                    let line = json!({
                        "number": order.public_id, "id": order.id, "email": order.email, "placed_at": order.placed_at, "customer": order.customer_id,
                        "payment_status": name(order.payment_status), "fulfillment_status": name(order.fulfillment_status), "withdrawn_at": order.withdrawn_at, "paid_back": paid_back,
                        "order": document,
                    });
                    writeln!(out, "{line}")?;
                }
            }
        }
        written += page.orders.len();
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    out.flush()?;
    Ok(format!("{written} orders written to {}", file.display()))
}
