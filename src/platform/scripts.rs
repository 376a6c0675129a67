//! The merchant's scripts: files beside the shop, read anew when they change, or URLs elsewhere.

use super::{
    assets::{Asset, public_name},
    config::{Config, ConfigError, Script},
};
use crate::base::consent::Purpose;
use serde::Serialize;
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

/// A script that pages load.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageScript {
    /// Where the browser finds it.
    pub src: String,
    /// What the visitor must have agreed to; nothing if none.
    pub needs: Option<Purpose>,
}

/// One script, in its place.
#[derive(Clone)]
struct Source {
    at: ScriptPlace,
    needs: Option<Purpose>,
}

#[derive(Clone)]
enum ScriptPlace {
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
        Ok(Self(Arc::new(RwLock::new(sources(config)?))))
    }

    /// Lets these be the scripts that `config` names.
    pub(super) fn set(&self, config: &Config) -> Result<(), ConfigError> {
        let sources = sources(config)?;
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = sources;
        self.compress();
        Ok(())
    }

    /// All of them, in their order.
    pub fn all(&self) -> Vec<PageScript> {
        let script = |source: &Source| PageScript {
            src: match &source.at {
                ScriptPlace::Elsewhere(url) => url.clone(),
                ScriptPlace::File(file) => format!("/assets/{}", file.name),
            },
            needs: source.needs,
        };
        self.sources().iter().map(script).collect()
    }

    /// The file of this public name.
    pub(super) fn asset(&self, name: &str) -> Option<Asset> {
        self.sources().iter().find_map(|source| match &source.at {
            ScriptPlace::File(file) if file.name == name => Some(file.asset.clone()),
            ScriptPlace::File(file) => {
                let before = file.before.as_ref().filter(|(known, _)| known == name);
                before.map(|(_, asset)| asset.clone())
            }
            ScriptPlace::Elsewhere(_) => None,
        })
    }

    /// Reads anew what changed; whether anything did.
    pub fn refresh(&self) -> bool {
        let mut next = self.sources().clone();
        let mut is_news = false;
        for source in &mut next {
            if let ScriptPlace::File(file) = &mut source.at
                && let Some(news) = file.news()
            {
                **file = news;
                is_news = true;
            }
        }
        if is_news {
            let mut present = self.0.write().unwrap_or_else(PoisonError::into_inner);
            // Others may have been named meanwhile; their news are seen the next time.
            is_news = present
                .iter()
                .map(Source::path)
                .eq(next.iter().map(Source::path));
            if is_news {
                *present = next;
            }
        }
        is_news
    }

    /// Compresses what was not compressed yet.
    pub fn compress(&self) {
        let sources = self.sources().clone();
        for source in &sources {
            if let ScriptPlace::File(file) = &source.at {
                file.asset.compress();
            }
        }
    }

    fn sources(&self) -> std::sync::RwLockReadGuard<'_, Vec<Source>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The scripts that `config` names, as they are now.
fn sources(config: &Config) -> Result<Vec<Source>, ConfigError> {
    let source = |script: &Script| {
        let src = &script.src;
        let at = if src.starts_with("https://") || src.starts_with("http://") {
            ScriptPlace::Elsewhere(src.clone())
        } else {
            let file = File::read(src).map_err(|error| {
                ConfigError::new("scripts", src, format!("cannot read it: {error}"))
            })?;
            ScriptPlace::File(Box::new(file))
        };
        Ok(Source {
            at,
            needs: script.needs,
        })
    };
    config.scripts.iter().map(source).collect()
}

impl Source {
    /// Where it is, as the settings say it.
    fn path(&self) -> &str {
        match &self.at {
            ScriptPlace::Elsewhere(url) => url,
            ScriptPlace::File(file) => &file.path,
        }
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
