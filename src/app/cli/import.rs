//! `awning import`, `awning export`, `awning page`.

use super::failure::{CommandResult, failed};
use crate::{
    content::pages,
    import::{self, ImportOptions, Plan, Report, Stock},
    platform::{config::Config, db::Db, images::Images},
};
use clap::Args;
use indicatif::{HumanCount, ProgressBar, ProgressStyle};
use std::path::{Path, PathBuf};

/// Most refused rows that are printed.
const PRINTED: usize = 200;

/// `awning import`.
#[derive(Args)]
pub struct Import {
    /// File to read: what it is shows from its first line
    file: PathBuf,
    /// Say what would be done, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Whose word holds on how many are left of what the shop has already
    #[arg(long, value_enum, default_value_t)]
    stock: Stock,
}

impl Import {
    /// Imports, and reports.
    pub async fn run(self, config: &Config, db: &Db) -> CommandResult {
        let bytes = std::fs::metadata(&self.file)
            .map_err(|error| format!("cannot open {}: {error}", self.file.display()))?
            .len();
        let style = ProgressStyle::with_template(
            "{bar:40} {bytes}/{total_bytes} {elapsed} (about {eta} left)",
        )?;
        let bar = ProgressBar::new(bytes).with_style(style);
        let passed = bar.clone();
        let options_of_import = ImportOptions::of(config);
        let images = Images::new(&config.images);
        let report = import::import(
            db,
            &images,
            &self.file,
            &options_of_import,
            Plan {
                dry: self.dry_run,
                stock: self.stock,
            },
            move |bytes| passed.inc(bytes),
        )
        .await
        .map_err(failed)?;
        bar.finish_and_clear();
        say(&report, self.dry_run);
        match report.refused.len() {
            0 => Ok(()),
            refused => Err(format!("{refused} rows were not taken, or not wholly").into()),
        }
    }
}

fn say(report: &Report, dry: bool) {
    for refusal in report.refused.iter().take(PRINTED) {
        println!("{refusal}");
    }
    if report.refused.len() > PRINTED {
        println!("… and {} more", report.refused.len() - PRINTED);
    }
    if !report.untaken.is_empty() {
        println!("columns that are not taken: {}", report.untaken.join(", "));
    }
    println!(
        "{}{} new, {} changed, {} as they were, {} refused",
        if dry {
            "nothing was changed; it would be: "
        } else {
            ""
        },
        HumanCount(report.created),
        HumanCount(report.updated),
        HumanCount(report.unchanged),
        report.refused.len(),
    );
}

/// Exports, and says how much.
pub async fn export(file: &Path, config: &Config, db: &Db) -> CommandResult {
    let products = import::export(db, &Images::new(&config.images), file).await?;
    println!(
        "{} products written to {}",
        HumanCount(products),
        file.display()
    );
    Ok(())
}

/// Stores a page of text.
pub async fn page(slug: &str, file: &Path, language: &str, db: &Db) -> CommandResult {
    let markdown = std::fs::read_to_string(file)
        .map_err(|error| format!("cannot read {}: {error}", file.display()))?;
    pages::put(&db.write, slug, language, &markdown)
        .await
        .map_err(failed)?;
    println!("/pages/{slug} is stored in {language}");
    Ok(())
}
