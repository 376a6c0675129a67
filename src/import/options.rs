//! What the shop says of an import: how its files are read, and whose word holds.

use crate::{
    base::{language::LanguageCode, money::PriceFormat},
    platform::config::Config,
};
use clap::ValueEnum;
use serde::{Deserialize, Serialize};

/// Facts of the shop that reading needs.
#[derive(Clone)]
pub struct ImportOptions {
    /// How prices are written.
    pub prices: PriceFormat,
    /// Language of texts that do not say theirs.
    pub language: LanguageCode,
    /// Whether pictures may come from private networks.
    pub anywhere: bool,
    /// Whether the file may name pictures and videos by where they are on this machine: not if somebody sent it from elsewhere.
    pub from_disk: bool,
    /// Whether the file may say how many are left: not if whoever sent it may not.
    pub counts: bool,
}

impl ImportOptions {
    /// The facts of the shop that `config` describes.
    pub fn of(config: &Config) -> Self {
        Self {
            prices: config.shop().prices,
            language: config.store_language,
            anywhere: config.import_from_private_networks,
            from_disk: true,
            counts: true,
        }
    }

    /// The options for an uploaded file, whose pictures may not be read from the server's disk.
    pub fn of_upload(config: &Config) -> Self {
        Self {
            from_disk: false,
            ..Self::of(config)
        }
    }
}

/// Whose word holds on how many are left of what the shop has already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stock {
    /// The file's where it says other than the last one of its kind, else the shop's
    #[default]
    Changed,
    /// The file's
    Set,
    /// The shop's
    Keep,
    /// Both: what the file says comes on top
    Add,
}

impl Stock {
    /// How many are left: `merged` where nothing else was asked for.
    pub fn of(self, merged: Option<i64>, now: Option<i64>, file: Option<i64>) -> Option<i64> {
        match (self, now, file) {
            (Self::Changed, ..) => merged,
            (Self::Keep, ..) => now,
            (Self::Add, Some(now), Some(more)) => Some(now.saturating_add(more)),
            (Self::Set | Self::Add, ..) => file,
        }
    }
}
