//! `awning move`: moves the shop to another database.

use super::failure::CommandResult;
use crate::{
    app::transfer,
    platform::{config::Config, db::without_password},
};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

/// `awning move`.
#[derive(Args)]
pub struct Move {
    /// The other database: postgres: or sqlite:, as in the settings
    #[arg(long)]
    to: String,
}

impl Move {
    /// Moves, and says what was moved.
    pub async fn run(&self, config: &Config) -> CommandResult {
        let to = Config {
            database: self.to.clone(),
            ..config.clone()
        };
        to.check()?;
        let style = ProgressStyle::with_template(
            "{bar:40} {human_pos}/{human_len} rows {elapsed} (about {eta} left)",
        )?;
        let bar = ProgressBar::new(0).with_style(style);
        let moved = transfer::transfer(config, &to, |rows, total| {
            bar.set_length(total.unsigned_abs());
            bar.inc(rows.unsigned_abs());
        })
        .await?;
        bar.finish_and_clear();
        for (table, rows) in moved.rows.iter().filter(|(_, rows)| *rows > 0) {
            println!("{rows:>9}  {table}");
        }
        println!(
            "everything is in {} and was compared; set database to it, and start the shop",
            without_password(&self.to)
        );
        Ok(())
    }
}
