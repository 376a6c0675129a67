use super::{Images, WIDTHS, keep::write};
use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use fast_image_resize::{Resizer, images::Image as Pixels};
use image::{DynamicImage, ImageReader, codecs::jpeg::JpegEncoder};
use std::{fs, io};

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
    if let Ok(file) = tokio::fs::read(&made).await {
        return answer(file, format);
    }
    let Ok(_turn) = images.at_once.clone().acquire_owned().await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let original = images.original(&hash);
    let making = tokio::task::spawn_blocking(move || {
        let file = make(&fs::read(original)?, width, format)?;
        // Keeping it only saves work; a full disk must not take the picture away.
        if let Err(error) = write(&made, &file) {
            tracing::warn!(%error, "a resized picture was not kept");
        }
        Ok::<_, io::Error>(file)
    });
    match making.await {
        Ok(Ok(file)) => answer(file, format),
        Ok(Err(error)) if error.kind() == io::ErrorKind::NotFound => {
            StatusCode::NOT_FOUND.into_response()
        }
        Ok(Err(error)) => {
            tracing::error!(%error, "a picture could not be resized");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

impl Format {
    fn extension(self) -> &'static str {
        match self {
            Self::WebP => "webp",
            Self::Jpeg => "jpg",
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

/// `original` no wider than `width`, and never wider than it was.
fn make(original: &[u8], width: u32, format: Format) -> io::Result<Vec<u8>> {
    let picture = ImageReader::new(io::Cursor::new(original))
        .with_guessed_format()?
        .decode()
        .map_err(io::Error::other)?;
    let picture = on_white(&shrunk(picture.to_rgba8().into(), width)?);
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

fn shrunk(picture: DynamicImage, width: u32) -> io::Result<DynamicImage> {
    if picture.width() <= width {
        return Ok(picture);
    }
    let height =
        (u64::from(picture.height()) * u64::from(width) / u64::from(picture.width())).max(1);
    let height = u32::try_from(height).unwrap_or(1);
    let mut smaller = Pixels::new(width, height, fast_image_resize::PixelType::U8x4);
    Resizer::new()
        .resize(&picture, &mut smaller, None)
        .map_err(io::Error::other)?;
    image::RgbaImage::from_raw(width, height, smaller.into_vec())
        .map(DynamicImage::from)
        .ok_or_else(|| io::Error::other("the buffer has another size"))
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
