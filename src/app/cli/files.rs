//! `awning files`: adds, lists and removes the files that come with products.

use super::failure::{Failure, failed, printable};
use crate::{
    base::date,
    catalog::store::{self, entity::product_file},
    content::version,
    platform::{config::Config, db::Db, files::Files},
};
use clap::Subcommand;
use std::{fs::File, path::PathBuf};

#[derive(Subcommand)]
pub enum Command {
    /// Let files come with a product; one of the same name is replaced, for those too who have bought it
    Add {
        /// Its number
        product: i64,
        /// Files
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The product is nothing but files: it is not delivered
        #[arg(long)]
        digital: bool,
    },
    /// List files: product, name, bytes, media type
    List {
        /// Only those of this product
        product: Option<i64>,
    },
    /// Take files off a product; links to them give nothing any more
    Remove {
        /// Its number
        product: i64,
        /// Names of the files
        #[arg(required = true)]
        names: Vec<String>,
    },
}

impl Command {
    /// Whether it changes nothing.
    pub fn only_reads(&self) -> bool {
        matches!(self, Self::List { .. })
    }
}

/// Runs a command about files, and says what came of it.
pub async fn run(command: Command, config: &Config, db: &Db) -> Result<String, Failure> {
    let files = Files::new(&config.files);
    match command {
        Command::Add {
            product,
            files: sources,
            digital,
        } => add(product, sources, digital, &files, db).await,
        Command::List { product } => list(product, db).await,
        Command::Remove { product, names } => remove(product, &names, &files, db).await,
    }
}

async fn add(
    product: i64,
    sources: Vec<PathBuf>,
    digital: bool,
    files: &Files,
    db: &Db,
) -> Result<String, Failure> {
    let known = store::product(&db.read, product).await.map_err(failed)?;
    let known = known.ok_or_else(|| format!("there is no product {product}"))?;
    let mut all = Vec::new();
    for source in sources {
        let name = source.file_name().and_then(|name| name.to_str());
        let name = name.ok_or_else(|| format!("{}: no file", source.display()))?;
        let kept = File::open(&source).and_then(|source| files.keep(source));
        let kept = kept.map_err(|error| format!("{}: {error}", source.display()))?;
        all.push((name.to_owned(), kept));
    }
    let tx = db.begin().await?;
    for (name, kept) in &all {
        let added = store::add_file(&tx, product, name, kept, date::now()).await;
        added.map_err(failed)?;
    }
    if digital && !known.digital {
        store::set_digital(&tx, product, true)
            .await
            .map_err(failed)?;
        version::touch_products(&tx, &[product])
            .await
            .map_err(failed)?;
    }
    tx.commit().await?;
    Ok(format!("{} files come with product {product}", all.len()))
}

async fn list(product: Option<i64>, db: &Db) -> Result<String, Failure> {
    let found = match product {
        Some(product) => store::files(&db.read, &[product]).await,
        None => store::all_files(&db.read).await,
    };
    let line = |file: &product_file::Model| {
        let (product, size) = (file.product_id.to_string(), file.size.to_string());
        [&product, &file.name, &size, &file.mime]
            .map(String::as_str)
            .join("\t")
    };
    let lines: Vec<String> = found.map_err(failed)?.iter().map(line).collect();
    Ok(printable(&lines.join("\n")))
}

async fn remove(product: i64, names: &[String], files: &Files, db: &Db) -> Result<String, Failure> {
    let found = store::files(&db.read, &[product]).await.map_err(failed)?;
    let mut these = Vec::new();
    for name in names {
        let file = found.iter().find(|file| file.name == *name);
        these.push(file.ok_or_else(|| format!("product {product} has no file {name}"))?);
    }
    let (tx, mut over) = (db.begin().await?, Vec::new());
    for file in &these {
        over.extend(store::remove_file(&tx, file).await.map_err(failed)?);
    }
    tx.commit().await?;
    for hash in over {
        files.delete(&hash)?;
    }
    Ok(format!("{} files taken off product {product}", these.len()))
}
