use super::Border;
use crate::{base::translated::Translated, platform::videos::Video};
use serde::{Deserialize, Serialize};

/// A picture of a product or category.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Image {
    /// SHA-256 of the file, in hexadecimal: its name in the shop.
    pub hash: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// What it shows, for those who do not see it.
    #[serde(default, skip_serializing_if = "Translated::is_empty")]
    pub alt: Translated,
    /// Its edge, if it was looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub border: Option<Box<Border>>,
    /// The video that it is the poster of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video: Option<Box<Video>>,
}
