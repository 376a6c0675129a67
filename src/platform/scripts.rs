//! The merchant's scripts: files beside the shop, read anew when they change, or URLs elsewhere.

use super::{
    assets::{Asset, public_name},
    config::{Config, ConfigError},
};
use sha2::{Digest, Sha256};
use std::{
    fs, io,
    sync::{Arc, PoisonError, RwLock},
    time::{Duration, SystemTime},
};

const LOOK_EVERY: Duration = Duration::from_secs(1);

/// The scripts of now.
#[derive(Clone, Default)]
pub struct Scripts(Arc<RwLock<Vec<Source>>>);

/// One script, in its place.
#[derive(Clone)]
enum Source {
    Elsewhere(String),
    File(Box<File>),
}

/// A file as it was read last.
#[derive(Clone)]
struct File {
    path: String,
    stamp: Stamp,
    name: String,
    asset: Asset,
    /// What it was before: pages that are open still ask for it.
    before: Option<(String, Asset)>,
}

/// What tells that a file is another: when it was written, and how long it is.
type Stamp = (Option<SystemTime>, u64);

impl Scripts {
    /// The scripts that `config` names; each file must be there at the start.
    pub fn load(config: &Config) -> Result<Self, ConfigError> {
        let source = |script: &String| {
            if script.starts_with("https://") || script.starts_with("http://") {
                return Ok(Source::Elsewhere(script.clone()));
            }
            let file = File::read(script).map_err(|error| {
                ConfigError::new("scripts", script, format!("cannot read it: {error}"))
            })?;
            Ok(Source::File(Box::new(file)))
        };
        let sources: Result<Vec<_>, _> = config.scripts.iter().map(source).collect();
        Ok(Self(Arc::new(RwLock::new(sources?))))
    }

    /// Their URLs, in their order.
    pub fn urls(&self) -> Vec<String> {
        let url = |source: &Source| match source {
            Source::Elsewhere(url) => url.clone(),
            Source::File(file) => format!("/assets/{}", file.name),
        };
        self.sources().iter().map(url).collect()
    }

    /// The file of this public name.
    pub(super) fn asset(&self, name: &str) -> Option<Asset> {
        self.sources().iter().find_map(|source| match source {
            Source::File(file) if file.name == name => Some(file.asset.clone()),
            Source::File(file) => {
                let before = file.before.as_ref().filter(|(known, _)| known == name);
                before.map(|(_, asset)| asset.clone())
            }
            Source::Elsewhere(_) => None,
        })
    }

    /// Reads anew what changed; whether anything did.
    pub fn refresh(&self) -> bool {
        let now = self.sources().clone();
        let mut is_news = false;
        let next = now.into_iter().map(|source| match source {
            Source::File(file) => match file.news() {
                Some(news) => {
                    is_news = true;
                    Source::File(Box::new(news))
                }
                None => Source::File(file),
            },
            elsewhere => elsewhere,
        });
        let next: Vec<Source> = next.collect();
        if is_news {
            *self.0.write().unwrap_or_else(PoisonError::into_inner) = next;
        }
        is_news
    }

    /// Compresses what was not compressed yet.
    pub fn compress(&self) {
        let sources = self.sources().clone();
        for source in &sources {
            if let Source::File(file) = source {
                file.asset.compress();
            }
        }
    }

    fn sources(&self) -> std::sync::RwLockReadGuard<'_, Vec<Source>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }
}

impl File {
    fn read(path: &str) -> io::Result<Self> {
        // Looked at before it is read: what is written meanwhile is seen the next time.
        let stamp = stamp(path)?;
        let asset = Asset::script(fs::read(path)?.into());
        let name = path.rsplit('/').next().unwrap_or(path);
        Ok(Self {
            path: path.to_owned(),
            stamp,
            name: public_name(name, &Sha256::digest(&asset.plain)),
            asset,
            before: None,
        })
    }

    /// The file as it is now, if that is other than it was; one that is gone or half saved stays as it
    /// was.
    fn news(&self) -> Option<Self> {
        if stamp(&self.path).ok()? == self.stamp {
            return None;
        }
        let mut news = Self::read(&self.path).ok()?;
        news.before = if news.name == self.name {
            self.before.clone()
        } else {
            Some((self.name.clone(), self.asset.clone()))
        };
        Some(news)
    }
}

fn stamp(path: &str) -> io::Result<Stamp> {
    let facts = fs::metadata(path)?;
    Ok((facts.modified().ok(), facts.len()))
}

/// Compresses the scripts, beside the requests of a shop that is open, and looks for changes until it closes.
pub async fn watch(scripts: Scripts) {
    let mut looks = tokio::time::interval(LOOK_EVERY);
    looks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        looks.tick().await;
        let scripts = scripts.clone();
        let look = move || {
            let is_news = scripts.refresh();
            scripts.compress();
            is_news
        };
        match tokio::task::spawn_blocking(look).await {
            Ok(true) => tracing::info!("a script changed; pages load it from now on"),
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "scripts could not be looked at"),
        }
    }
}
