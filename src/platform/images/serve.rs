use super::{
    Images, WIDTHS,
    decode::{Decoded, cost},
    keep::{hash_of, write},
};
use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use fast_image_resize::Resizer;
use image::{DynamicImage, codecs::jpeg::JpegEncoder};
use std::{io, path::PathBuf};

const JPEG_QUALITY: u8 = 84;
const WEBP_QUALITY: f32 = 74.0;

/// What a browser wants.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    WebP,
    Jpeg,
}

/// `GET /images/{hash}-{width}.{webp|jpg}`: made when first asked for, then kept.
pub async fn serve(State(images): State<Images>, Path(name): Path<String>) -> Response {
    let Some((hash, width, format)) = parsed(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let made = images.made(&hash, width, format.extension());
    if let Some(file) = kept(&made, format).await {
        return answer(file, format);
    }
    match making(&images, &hash, width, format, made).await {
        Ok(file) => answer(file, format),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            StatusCode::NOT_FOUND.into_response()
        }
        Err(error) if error.kind() == io::ErrorKind::ResourceBusy => {
            let later = [(header::RETRY_AFTER, "2")];
            (StatusCode::SERVICE_UNAVAILABLE, later).into_response()
        }
        Err(error) => {
            tracing::error!(%error, hash, "a picture could not be resized");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// What was made before, if it is whole: a machine that stopped may have left half of it.
async fn kept(made: &std::path::Path, format: Format) -> Option<Vec<u8>> {
    let file = tokio::fs::read(made).await.ok()?;
    format.is_whole(&file).then_some(file)
}

/// Makes it when its turn comes.
async fn making(
    images: &Images,
    hash: &str,
    width: u32,
    format: Format,
    made: PathBuf,
) -> io::Result<Vec<u8>> {
    let turn = images.turns.take().await;
    let turn = turn.ok_or(io::ErrorKind::ResourceBusy)?;
    // Somebody else may have asked for it meanwhile.
    if let Some(file) = kept(&made, format).await {
        return Ok(file);
    }
    let original = tokio::fs::read(images.original(hash)).await?;
    let bytes = cost(&original).map_err(io::Error::other)?;
    let turn = images.turns.with_memory(turn, bytes).await;
    let hash = hash.to_owned();
    let making = tokio::task::spawn_blocking(move || {
        // Whoever asked may have gone: the turn is over when the work is.
        let _turn = turn;
        if hash_of(&original) != hash {
            return Err(io::Error::other("its file is damaged; import it again"));
        }
        let file = make(&original, width, format)?;
        // Keeping it only saves work; a full disk must not take the picture away.
        if let Err(error) = write(&made, &file) {
            tracing::warn!(%error, "a resized picture was not kept");
        }
        Ok(file)
    });
    making.await.map_err(io::Error::other)?
}

impl Format {
    fn extension(self) -> &'static str {
        match self {
            Self::WebP => "webp",
            Self::Jpeg => "jpg",
        }
    }

    /// Whether `file` ends where such a file ends.
    fn is_whole(self, file: &[u8]) -> bool {
        match self {
            Self::WebP => {
                let length = file.get(4..8).and_then(|it| it.try_into().ok());
                let length = length.map(u32::from_le_bytes).map(usize::try_from);
                file.starts_with(b"RIFF") && length == Some(Ok(file.len().wrapping_sub(8)))
            }
            Self::Jpeg => file.starts_with(&[0xff, 0xd8]) && file.ends_with(&[0xff, 0xd9]),
        }
    }
}

fn parsed(name: &str) -> Option<(String, u32, Format)> {
    let (name, extension) = name.rsplit_once('.')?;
    let format = [Format::WebP, Format::Jpeg]
        .into_iter()
        .find(|format| format.extension() == extension)?;
    let (hash, width) = name.rsplit_once('-')?;
    let width = width.parse().ok().filter(|width| WIDTHS.contains(width))?;
    let plain = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    plain.then(|| (hash.to_ascii_lowercase(), width, format))
}

fn answer(file: Vec<u8>, format: Format) -> Response {
    let kind = match format {
        Format::WebP => "image/webp",
        Format::Jpeg => "image/jpeg",
    };
    let mut response = Response::new(Body::from(file));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    response
}

/// `original` upright, no wider than `width`, and never wider than it was.
fn make(original: &[u8], width: u32, format: Format) -> io::Result<Vec<u8>> {
    let decoded = Decoded::read(original).map_err(io::Error::other)?;
    let turned = decoded.turned;
    let mut picture = shrunk(decoded, width)?;
    picture.apply_orientation(turned);
    let picture = on_white(&picture);
    match format {
        Format::Jpeg => {
            let mut file = Vec::new();
            let encoder = JpegEncoder::new_with_quality(&mut file, JPEG_QUALITY);
            picture
                .write_with_encoder(encoder)
                .map_err(io::Error::other)?;
            Ok(file)
        }
        Format::WebP => {
            let pixels = picture.to_rgb8();
            let encoder = webp::Encoder::from_rgb(&pixels, pixels.width(), pixels.height());
            Ok(encoder.encode(WEBP_QUALITY).to_vec())
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_names_are_read() {
        let hash = "a".repeat(64);
        assert!(parsed(&format!("{hash}-400.webp")).is_some());
        for name in [
            format!("{hash}-321.webp"),
            format!("{hash}-320.png"),
            format!("{hash}.webp"),
            "../../etc/passwd-320.jpg".into(),
            String::new(),
            format!("{}-320.jpg", "g".repeat(64)),
        ] {
            assert!(parsed(&name).is_none(), "{name}");
        }
    }

    /// A photo of 40 × 20 whose left half is red, taken with the camera on its side.
    fn photo(orientation: u8) -> Vec<u8> {
        let half = |x, _| image::Rgb(if x < 20 { [250, 0, 0] } else { [0, 0, 250] });
        let mut plain = Vec::new();
        image::RgbImage::from_fn(40, 20, half)
            .write_with_encoder(JpegEncoder::new_with_quality(&mut plain, 95))
            .expect("encoded");
        crate::platform::images::decode::with_orientation(&plain, orientation)
    }

    #[test]
    fn a_photo_stands_upright() {
        for (orientation, width, red) in [
            (1, 40, (0, 0)),
            (3, 40, (39, 0)),
            (6, 20, (0, 0)),
            (8, 20, (0, 39)),
        ] {
            for wanted in [10, 400] {
                let made = make(&photo(orientation), wanted, Format::Jpeg).expect("made");
                let made = image::load_from_memory(&made).expect("a picture").to_rgb8();
                assert_eq!(made.width(), width.min(wanted), "{orientation}");
                let scale = |at: u32| at * (made.width() - 1) / (width - 1);
                let pixel = made.get_pixel(scale(red.0), scale(red.1).min(made.height() - 1));
                assert!(pixel[0] > 180 && pixel[2] < 80, "{orientation}: {pixel:?}");
            }
        }
    }

    #[test]
    fn half_a_file_is_not_whole() {
        for (format, picture) in [(Format::Jpeg, photo(1)), (Format::WebP, photo(6))] {
            let made = make(&picture, 160, format).expect("made");
            assert!(format.is_whole(&made));
            assert!(!format.is_whole(&made[..made.len() / 2]) && !format.is_whole(&[]));
        }
    }

    #[test]
    fn pictures_shrink_and_never_grow() {
        let mut file = io::Cursor::new(Vec::new());
        image::RgbaImage::from_pixel(400, 200, image::Rgba([200, 30, 30, 128]))
            .write_to(&mut file, image::ImageFormat::Png)
            .expect("encoded");
        let original = file.into_inner();
        for (wanted, size) in [(160, (160, 80)), (800, (400, 200))] {
            for format in [Format::WebP, Format::Jpeg] {
                let made = make(&original, wanted, format).expect("made");
                let made = image::load_from_memory(&made).expect("a picture");
                assert_eq!((made.width(), made.height()), size);
            }
        }
    }
}
