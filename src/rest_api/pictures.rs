//! Pictures as programs get them: each in the sizes that have a name.

use super::texts::put;
use crate::platform::images::{self, Border, Image};
use serde_json::{Map, Value, json};

/// The widest that a picture is handed out.
const WIDEST: u32 = 1600;

/// URLs of pictures behind the shop's `origin`.
#[derive(Clone, Copy)]
pub struct Pictures<'a> {
    /// Scheme and host.
    pub origin: &'a str,
}

impl Pictures<'_> {
    /// The URL of `image` at `width`.
    pub fn url(self, image: &Image, width: u32) -> String {
        format!("{}{}", self.origin, images::url(&image.hash, width, "jpg"))
    }

    /// The picture of a product, category or variation by the names that it had first, and its original.
    pub fn put_main(self, object: &mut Map<String, Value>, image: &Image) {
        for (name, width) in [
            ("imageUrl", WIDEST),
            ("thumbnailUrl", 400),
            ("smallThumbnailUrl", 160),
            ("hdThumbnailUrl", 800),
            ("originalImageUrl", WIDEST),
        ] {
            put(object, name, self.url(image, width));
        }
    }

    /// `originalImage`: the widest there is.
    pub fn original(self, image: &Image) -> Value {
        self.sized(image, WIDEST)
    }

    /// A picture of at most `width` with its measures.
    pub fn sized(self, image: &Image, width: u32) -> Value {
        let shown = width.min(image.width).max(1);
        let height = u64::from(image.height) * u64::from(shown) / u64::from(image.width.max(1));
        json!({ "url": self.url(image, width), "width": shown, "height": height.max(1) })
    }

    /// `media.images[]`: the picture at place `order`.
    pub fn media(self, image: &Image, order: usize) -> Value {
        json!({
            "id": image.hash,
            "orderBy": order,
            "isMain": order == 0,
            "image160pxUrl": self.url(image, 160),
            "image400pxUrl": self.url(image, 400),
            "image800pxUrl": self.url(image, 800),
            "image1500pxUrl": self.url(image, WIDEST),
            "imageOriginalUrl": self.url(image, WIDEST),
        })
    }

    /// `galleryImages[]`: a picture besides the first, by the names that they had first.
    pub fn gallery(self, image: &Image, alt: &str, order: usize) -> Value {
        json!({
            "id": image.hash,
            "alt": alt,
            "orderBy": order,
            "url": self.url(image, WIDEST),
            "thumbnail": self.url(image, 400),
            "thumbnailUrl": self.url(image, 400),
            "imageUrl": self.url(image, WIDEST),
            "originalImageUrl": self.url(image, WIDEST),
            "width": image.width,
            "height": image.height,
        })
    }
}

/// `borderInfo`: what the edge of a picture looks like.
pub fn border(border: &Border) -> Value {
    json!({
        "dominatingColor": {
            "isDark": !border.color.is_light(),
            "isFullyTransparent": border.transparent,
            "rbgHexValue": border.color,
        },
        "homogeneity": border.even,
    })
}
