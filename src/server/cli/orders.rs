//! `awning orders`.

use super::{Outcome, failed};
use crate::{
    account::server::date,
    order::{
        Document,
        entity::order,
        letter,
        status::{FulfillmentStatus, fulfillment_text, named, payment_text},
        store::{self, Sought},
    },
    payment::PaymentStatus,
    server::{config::Config, db::Db},
};
use clap::{Subcommand, ValueEnum};
use serde_json::json;
use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

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

/// Runs an order command.
pub async fn run(command: Command, config: &Config, db: &Db) -> Outcome {
    match command {
        Command::List { words } => list(&words, config, db).await,
        Command::Show { number } => show(&number, config, db).await,
        Command::Status {
            number,
            payment,
            fulfillment,
            mail,
        } => status(&number, payment, fulfillment, mail, config, db).await,
        Command::Export { file, format } => export(&file, format, config, db).await,
    }
}

async fn found(number: &str, db: &Db) -> Result<order::Model, Box<dyn std::error::Error>> {
    let number = number.to_uppercase();
    let order = store::by_public_id(&db.read, &number)
        .await
        .map_err(failed)?;
    Ok(order.ok_or_else(|| format!("there is no order {number}"))?)
}

async fn list(words: &str, config: &Config, db: &Db) -> Outcome {
    let sought = Sought {
        words: words.to_owned(),
        ..Sought::default()
    };
    for order in store::list(&db.read, &sought).await.map_err(failed)? {
        println!(
            "{}\t{}\t{}\t{}\t{}\t{}",
            order.public_id,
            date::minute(order.placed_at),
            order.email,
            config.shop().prices.minor(order.total),
            order.payment_status,
            order.fulfillment_status,
        );
    }
    Ok(())
}

async fn show(number: &str, config: &Config, db: &Db) -> Outcome {
    let order = found(number, db).await?;
    let document = store::document(&order).map_err(failed)?;
    let letter = letter::confirmation(&order, &document, &config.shop(), &config.public_url);
    println!(
        "{}\n{}\n{} {}\n",
        order.email,
        date::minute(order.placed_at),
        order.payment_status,
        order.fulfillment_status
    );
    if let Some(at) = order.withdrawn_at {
        println!("withdrawn {}\n", date::minute(at));
    }
    if !document.comments.is_empty() {
        println!("{}\n", document.comments);
    }
    println!("{}", letter.text);
    Ok(())
}

async fn status(
    number: &str,
    payment: Option<String>,
    fulfillment: Option<String>,
    mail: bool,
    config: &Config,
    db: &Db,
) -> Outcome {
    let order = found(number, db).await?;
    let document = store::document(&order).map_err(failed)?;
    let s = document.language.selling();
    let upper = |text: Option<String>| text.map(|text| text.to_uppercase().replace('-', "_"));
    let (payment, fulfillment) = (upper(payment), upper(fulfillment));
    let mut said = Vec::new();
    if let Some(text) = &payment {
        let status: PaymentStatus = named(text).ok_or_else(|| format!("--payment {text}: expected AWAITING_PAYMENT, PAID, CANCELLED, REFUNDED, PARTIALLY_REFUNDED or INCOMPLETE"))?;
        said.push(payment_text(status, s));
    }
    if let Some(text) = &fulfillment {
        let status: FulfillmentStatus = named(text).ok_or_else(|| format!("--fulfillment {text}: expected AWAITING_PROCESSING, PROCESSING, SHIPPED, DELIVERED, WILL_NOT_DELIVER, RETURNED or READY_FOR_PICKUP"))?;
        said.push(fulfillment_text(status, s));
    }
    if said.is_empty() {
        return Err("expected --payment STATUS or --fulfillment STATUS".into());
    }
    let tx = db.begin().await?;
    store::set_status(&tx, order.id, payment, fulfillment)
        .await
        .map_err(failed)?;
    if mail {
        let letter = letter::status(&order, &document, &config.shop(), &said.join(", "));
        store::post(&tx, order.id, &order.email, letter, date::now())
            .await
            .map_err(failed)?;
    }
    tx.commit().await?;
    println!("{}: {}", order.public_id, said.join(", "));
    Ok(())
}

async fn export(file: &Path, format: Format, config: &Config, db: &Db) -> Outcome {
    let orders = store::list(&db.read, &Sought::default())
        .await
        .map_err(failed)?;
    let mut out = io::BufWriter::new(std::fs::File::create(file)?);
    match format {
        Format::Json => {
            for order in &orders {
                let document = store::document(order).map_err(failed)?;
                let line = json!({
                    "number": order.public_id, "id": order.id, "email": order.email, "placed_at": order.placed_at, "customer": order.customer_id,
                    "payment_status": order.payment_status, "fulfillment_status": order.fulfillment_status, "withdrawn_at": order.withdrawn_at,
                    "order": document,
                });
                writeln!(out, "{line}")?;
            }
        }
        Format::Csv => {
            let mut csv = csv::Writer::from_writer(&mut out);
            csv.write_record(COLUMNS)?;
            for order in &orders {
                let document = store::document(order).map_err(failed)?;
                for row in rows(order, &document, config) {
                    csv.write_record(row)?;
                }
            }
            csv.flush()?;
        }
    }
    out.flush()?;
    println!("{} orders written to {}", orders.len(), file.display());
    Ok(())
}

const COLUMNS: [&str; 16] = [
    "number",
    "placed",
    "email",
    "payment_status",
    "fulfillment_status",
    "name",
    "address",
    "delivery",
    "payment",
    "total",
    "tax",
    "coupon",
    "item_sku",
    "item_name",
    "item_quantity",
    "item_price",
];

fn rows(order: &order::Model, document: &Document, config: &Config) -> Vec<[String; 16]> {
    let prices = letter::prices(document, &config.shop());
    let title = |method: &Option<crate::order::Method>| {
        method.as_ref().map_or(String::new(), |it| it.title.clone())
    };
    let row = |item: &crate::order::Item| {
        [
            order.public_id.clone(),
            date::minute(order.placed_at),
            order.email.clone(),
            order.payment_status.clone(),
            order.fulfillment_status.clone(),
            document.shipping.name.clone(),
            document.shipping.lines().join(", "),
            title(&document.delivery),
            title(&document.payment),
            prices.plain(document.totals.total),
            prices.plain(document.totals.tax()),
            document.coupon.clone().unwrap_or_default(),
            item.sku.clone(),
            item.name.clone(),
            item.quantity.to_string(),
            prices.plain(item.price),
        ]
    };
    document.items.iter().map(row).collect()
}
