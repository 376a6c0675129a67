//! `awning video`: puts a video into a product's gallery.

use super::failure::CommandResult;
use crate::{
    import::{self, NewVideo},
    platform::{config::Config, db::Db, images::Images},
};
use clap::Args;
use std::path::PathBuf;

/// `awning video`.
#[derive(Args)]
pub struct AddVideo {
    /// The product's number
    product: i64,
    /// Address of a video at youtube.com or vimeo.com, or a file (mp4, webm), which the shop then has itself
    source: String,
    /// Picture that stands for it until it plays
    #[arg(long, value_name = "FILE")]
    poster: PathBuf,
    /// Put it before all pictures
    #[arg(long)]
    main: bool,
}

impl AddVideo {
    /// Puts the video into the product's gallery.
    pub async fn run(self, config: &Config, db: &Db) -> CommandResult {
        let new = NewVideo {
            product: self.product,
            source: &self.source,
            poster: &self.poster,
            is_main: self.main,
        };
        import::add_video(db, &Images::new(&config.images), new).await
    }
}
