use super::{Border, Focus};
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
    /// What is seen of it where it is cropped, unless that is its middle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focus: Option<Focus>,
    /// Whether lists show all of it, with room around it, instead of cropping it.
    #[serde(default, skip_serializing_if = "is_no")]
    pub whole: bool,
    /// Its edge, if it was looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub border: Option<Box<Border>>,
    /// The video that it is the poster of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video: Option<Box<Video>>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde wants it so")]
fn is_no(flag: &bool) -> bool {
    !flag
}

impl Image {
    /// The classes by which the style sheet shows it as it is to be seen where it is cropped; empty if that is its middle.
    pub fn crop_classes(&self) -> String {
        match (self.whole, self.focus) {
            (true, _) => " shown-whole".to_owned(),
            (false, Some(focus)) => focus.classes(),
            (false, None) => String::new(),
        }
    }
}
