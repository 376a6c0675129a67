//! What the shop looks like: logo, colour, fonts.

use super::{
    Config, ConfigError,
    palette::{Contrast, Palette},
};
use crate::{base::color::Color, platform::images::Image};
use serde::{Deserialize, Serialize};

/// The roundest corner, in pixels.
const ROUNDEST: u8 = 24;

/// The shop's brand; what is not set is as the style sheet has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Brand {
    /// What the header shows instead of the shop's name.
    pub logo: Option<Image>,
    /// The logo on dark pages.
    pub logo_dark: Option<Image>,
    /// Whether the shop's name stands beside the logo, which is then a small mark.
    pub name_beside_logo: bool,
    /// The picture on a browser's tab; without it the first letter of the shop's name.
    pub favicon: Option<Image>,
    /// The colour of buttons and links.
    pub accent: Option<Color>,
    /// The colour of buttons and links on dark pages; if unset, `accent` made light enough to be read there.
    pub accent_dark: Option<Color>,
    /// What the shop is written in.
    pub fonts: Fonts,
    /// How round corners are, in pixels.
    pub radius: Option<u8>,
    /// How the header is laid out.
    pub header: HeaderLayout,
}

/// What a shop is written in: the fonts of whoever looks at it, or two that come with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fonts {
    /// Those of the machine.
    #[default]
    System,
    /// Fraunces over Hanken Grotesk.
    Classic,
    /// Bricolage Grotesque over Figtree.
    Modern,
}

/// How the header is laid out on wide screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HeaderLayout {
    /// The logo on the left, beside the search.
    #[default]
    Left,
    /// The logo between search and account, the menu centred below.
    Centered,
    /// The logo large on a row of its own.
    Banner,
}

impl HeaderLayout {
    /// The class of the root element that says so.
    pub fn class(self) -> &'static str {
        match self {
            Self::Left => "header--left",
            Self::Centered => "header--centered",
            Self::Banner => "header--banner",
        }
    }
}

impl Brand {
    /// What the accent colour makes of the shop's colours; `None` where none is set.
    pub fn palette(&self) -> Option<Palette> {
        self.accent
            .map(|accent| Palette::of(accent, self.accent_dark))
    }

    /// Where the accent colour is seen less well than it needs to be, and what the shop does about it.
    pub fn warnings(&self) -> Vec<Contrast> {
        let palette = self.palette();
        let all = palette.iter().flat_map(Palette::contrasts);
        all.filter(|it| !it.is_enough()).collect()
    }
}

/// Checks what types cannot say.
pub(super) fn check(config: &Config) -> Result<(), ConfigError> {
    let brand = &config.brand;
    if let Some(radius) = brand.radius.filter(|it| *it > ROUNDEST) {
        let why = format!("expected pixels from 0 to {ROUNDEST}");
        return Err(ConfigError::new("brand.radius", radius, why));
    }
    for (key, picture) in [
        ("brand.logo", &brand.logo),
        ("brand.logo_dark", &brand.logo_dark),
        ("brand.favicon", &brand.favicon),
    ] {
        let wrong = picture.as_ref().filter(|it| !is_picture(it));
        if let Some(wrong) = wrong {
            let why = "expected a picture as `awning picture FILE` prints it";
            return Err(ConfigError::new(key, &wrong.hash, why));
        }
    }
    Ok(())
}

fn is_picture(image: &Image) -> bool {
    let is_hash = image.hash.len() == 64 && image.hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hash && image.width > 0 && image.height > 0
}
