//! What browsers are given, of a picture as it came.

use crate::Decoded;
use fast_image_resize::Resizer;
use image::{
    DynamicImage, ImageFormat,
    codecs::jpeg::JpegEncoder,
    imageops::{self, FilterType},
};
use std::io;

const JPEG_QUALITY: u8 = 84;
const WEBP_QUALITY: f32 = 74.0;

/// The width of the icon that a phone puts on its screen, in pixels.
pub const TOUCH_ICON: u32 = 180;

/// What a browser wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// WebP on white, for pictures of products.
    WebP,
    /// JPEG on white, for pictures of products.
    Jpeg,
    /// WebP that keeps transparency, for logos.
    Clear,
    /// PNG that keeps transparency, for logos.
    Png,
    /// A square for a browser's tab, or for the screen of a phone.
    Icon,
}

impl Format {
    /// What its files' names end with.
    pub fn extension(self) -> &'static str {
        match self {
            Self::WebP => "webp",
            Self::Jpeg => "jpg",
            Self::Clear => "clear.webp",
            Self::Png => "png",
            Self::Icon => "icon.png",
        }
    }

    /// Its media type.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::WebP | Self::Clear => "image/webp",
            Self::Jpeg => "image/jpeg",
            Self::Png | Self::Icon => "image/png",
        }
    }

    /// Whether `file` ends where such a file ends.
    pub fn is_whole(self, file: &[u8]) -> bool {
        match self {
            Self::WebP | Self::Clear => {
                let length = file.get(4..8).and_then(|it| it.try_into().ok());
                let length = length.map(u32::from_le_bytes).map(usize::try_from);
                file.starts_with(b"RIFF") && length == Some(Ok(file.len().wrapping_sub(8)))
            }
            Self::Jpeg => file.starts_with(&[0xff, 0xd8]) && file.ends_with(&[0xff, 0xd9]),
            Self::Png | Self::Icon => {
                file.starts_with(b"\x89PNG") && file.ends_with(b"IEND\xae\x42\x60\x82")
            }
        }
    }
}

/// `original` upright, no wider than `width`, and never wider than it was.
pub fn make(original: &[u8], width: u32, format: Format) -> io::Result<Vec<u8>> {
    let decoded = Decoded::read(original).map_err(io::Error::other)?;
    let turned = decoded.turned;
    if format == Format::Icon {
        let mut picture = decoded.picture;
        picture.apply_orientation(turned);
        return png(&squared(&picture, width));
    }
    let mut picture = shrunk(decoded, width)?;
    picture.apply_orientation(turned);
    match format {
        Format::Png | Format::Icon => png(&picture),
        Format::Clear if picture.color().has_alpha() => {
            let pixels = picture.to_rgba8();
            let encoder = webp::Encoder::from_rgba(&pixels, pixels.width(), pixels.height());
            Ok(encoder.encode_lossless().to_vec())
        }
        Format::Jpeg => {
            let picture = on_white(&picture);
            let mut file = Vec::new();
            let encoder = JpegEncoder::new_with_quality(&mut file, JPEG_QUALITY);
            picture
                .write_with_encoder(encoder)
                .map_err(io::Error::other)?;
            Ok(file)
        }
        Format::WebP | Format::Clear => {
            let pixels = on_white(&picture).to_rgb8();
            let encoder = webp::Encoder::from_rgb(&pixels, pixels.width(), pixels.height());
            Ok(encoder.encode(WEBP_QUALITY).to_vec())
        }
    }
}

fn png(picture: &DynamicImage) -> io::Result<Vec<u8>> {
    let mut file = io::Cursor::new(Vec::new());
    let pixels = DynamicImage::from(picture.to_rgba8());
    pixels
        .write_to(&mut file, ImageFormat::Png)
        .map_err(io::Error::other)?;
    Ok(file.into_inner())
}

/// `picture` in the middle of a square: on nothing, or on white where phones would put it on black.
fn squared(picture: &DynamicImage, side: u32) -> DynamicImage {
    let smaller = picture.resize(side, side, FilterType::Lanczos3);
    let at = |length: u32| i64::from((side - length.min(side)) / 2);
    let (x, y) = (at(smaller.width()), at(smaller.height()));
    let mut square = DynamicImage::new_rgba8(side, side);
    imageops::overlay(&mut square, &smaller.to_rgba8(), x, y);
    if side == TOUCH_ICON {
        on_white(&square)
    } else {
        square
    }
}

/// As it lies in its file, so that turning it takes little.
fn shrunk(decoded: Decoded, width: u32) -> io::Result<DynamicImage> {
    let ((full, tall), lies) = (decoded.size(), decoded.lies());
    if full <= width {
        return Ok(decoded.picture);
    }
    let height = (u64::from(tall) * u64::from(width) / u64::from(full)).max(1);
    let height = u32::try_from(height).unwrap_or(1);
    let (width, height) = if lies {
        (height, width)
    } else {
        (width, height)
    };
    let mut smaller = DynamicImage::new(width, height, decoded.picture.color());
    Resizer::new()
        .resize(&decoded.picture, &mut smaller, None)
        .map_err(io::Error::other)?;
    Ok(smaller)
}

/// JPEG knows no transparency, and a shop's cards are light.
fn on_white(picture: &DynamicImage) -> DynamicImage {
    let mut pixels = picture.to_rgb8();
    for (pixel, seen) in pixels.pixels_mut().zip(picture.to_rgba8().pixels()) {
        let alpha = u16::from(seen[3]);
        for channel in 0..3 {
            let mixed = (u16::from(seen[channel]) * alpha + 255 * (255 - alpha)) / 255;
            pixel[channel] = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
    }
    pixels.into()
}
