//! The shop as it would be with what is in draft, for whoever follows a link that the back office signed: for a while, and to
//! look at only.

use super::state::AppState;
use crate::{
    base::error::AppError,
    catalog::{Product, edit::ProductDraft, snapshot::Catalog},
    content::{
        drafts::{self, DraftKind},
        pages::Replaced,
    },
    platform::{
        config::{Config, ConfigError},
        link_key::LinkKey,
    },
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use toml::Table;

/// What the parameter is called that holds the [`PreviewPass`].
pub const PARAMETER: &str = "preview";
/// Seconds for which a link leads to a preview.
const LASTS: i64 = 30 * 60;

/// What lets somebody see a preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewPass {
    /// Where the preview may stand in a frame: origins, with spaces between.
    pub frames: String,
    /// Until when, in UNIX seconds.
    until: i64,
}

impl PreviewPass {
    /// A pass given out at `now`.
    pub fn new(frames: &str, now: i64) -> Self {
        Self {
            frames: frames.to_owned(),
            until: now + LASTS,
        }
    }

    /// It as text, for an address, signed with `key`.
    pub fn signed(&self, key: &LinkKey) -> String {
        let frames = URL_SAFE_NO_PAD.encode(&self.frames);
        format!("{}.{frames}.{}", self.until, key.token(&self.signed_text()))
    }

    /// The pass that `text` is, if it was signed with `key`.
    pub fn read(text: &str, key: &LinkKey) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let (until, frames, token) = (parts.next()?, parts.next()?, parts.next()?);
        let frames = String::from_utf8(URL_SAFE_NO_PAD.decode(frames).ok()?).ok()?;
        let pass = Self {
            frames,
            until: until.parse().ok()?,
        };
        key.is_token(&pass.signed_text(), token).then_some(pass)
    }

    /// Whether the pass is valid at `now`, in UNIX seconds.
    pub fn counts(&self, now: i64) -> bool {
        now < self.until
    }

    fn signed_text(&self) -> String {
        format!("preview {} {}", self.until, self.frames)
    }
}

/// `shop` as it would be with every draft; what is wrong, if it cannot be run so.
pub async fn previewed(shop: &AppState) -> Result<Result<AppState, ConfigError>, AppError> {
    let db = &shop.db.read;
    let (settings, pages) = (
        drafts::all(db, DraftKind::Setting).await?,
        drafts::all(db, DraftKind::Page).await?,
    );
    let mut values = Table::new();
    for (key, draft) in settings {
        let value = serde_json::from_str(&draft.value).map_err(AppError::internal)?;
        values.insert(key, value);
    }
    let pages = pages.into_iter().filter_map(|(name, draft)| {
        let (slug, language) = name.split_once(' ')?;
        Some(((slug.to_owned(), language.to_owned()), draft.value))
    });
    let products = drafts::all(db, DraftKind::Product).await?.into_values();
    let products = products.map(|draft| ProductDraft::read(&draft.value).map(|it| it.product));
    let products = products.collect::<Result<Vec<_>, _>>()?.into_iter();
    // What shoppers do not see yet is what one wants to look at.
    let products = products.map(|product| Product {
        enabled: true,
        ..product
    });
    let catalog = shop
        .catalog
        .previewing(&shop.db, products.collect())
        .await?;
    Ok(with(shop, values, pages.collect(), catalog))
}

fn with(
    shop: &AppState,
    values: Table,
    pages: Replaced,
    catalog: Catalog,
) -> Result<AppState, ConfigError> {
    let now = Table::try_from(&shop.config);
    let mut table = now.map_err(|error| ConfigError::of_text(error.to_string()))?;
    table.extend(values);
    shop.previewing(Config::from_table(table)?, pages, catalog)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pass_counts_for_a_while_and_is_nobody_elses() {
        let (key, other) = (LinkKey::of_bytes([1; 32]), LinkKey::of_bytes([2; 32]));
        let pass = PreviewPass::new("http://127.0.0.1:3080 http://localhost:3080", 1_000);
        let text = pass.signed(&key);
        assert_eq!(PreviewPass::read(&text, &key), Some(pass.clone()));
        assert_eq!(PreviewPass::read(&text, &other), None);
        let later = text.replacen("2800", "9800", 1);
        assert_ne!(later, text);
        for wrong in ["", "1.2", "a.b.c", later.as_str(), &text[1..]] {
            assert_eq!(PreviewPass::read(wrong, &key), None, "{wrong}");
        }
        assert!(pass.counts(1_000) && pass.counts(2_799) && !pass.counts(2_800));
    }
}
