use super::{
    ICON_WIDTHS, Images, TOUCH_ICON, WIDTHS,
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
use image::{
    DynamicImage, ImageFormat,
    codecs::jpeg::JpegEncoder,
    imageops::{self, FilterType},
};
use std::{io, path::PathBuf};

const JPEG_QUALITY: u8 = 84;
const WEBP_QUALITY: f32 = 74.0;

/// What a browser wants.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    /// On white, as pictures of goods are shown.
    WebP,
    /// The same.
    Jpeg,
    /// With what is transparent in it, as logos are shown.
    Clear,
    /// The same.
    Png,
    /// A square for a browser's tab, or for the screen of a phone.
    Icon,
}

/// `GET /images/{hash}-{width}.{webp|jpg|clear.webp|png|icon.png}`: made when first asked for, then kept.
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
            Self::Clear => "clear.webp",
            Self::Png => "png",
            Self::Icon => "icon.png",
        }
    }

    fn content_type(self) -> &'static str {
        match self {
            Self::WebP | Self::Clear => "image/webp",
            Self::Jpeg => "image/jpeg",
            Self::Png | Self::Icon => "image/png",
        }
    }

    fn widths(self) -> &'static [u32] {
        match self {
            Self::Icon => &ICON_WIDTHS,
            _ => &WIDTHS,
        }
    }

    /// Whether `file` ends where such a file ends.
    fn is_whole(self, file: &[u8]) -> bool {
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

fn parsed(name: &str) -> Option<(String, u32, Format)> {
    let (name, extension) = name.split_once('.')?;
    let known = [
        Format::WebP,
        Format::Jpeg,
        Format::Clear,
        Format::Png,
        Format::Icon,
    ];
    let format = known.into_iter().find(|it| it.extension() == extension)?;
    let (hash, width) = name.rsplit_once('-')?;
    let width = width.parse().ok();
    let width = width.filter(|width| format.widths().contains(width))?;
    let plain = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    plain.then(|| (hash.to_ascii_lowercase(), width, format))
}

fn answer(file: Vec<u8>, format: Format) -> Response {
    let mut response = Response::new(Body::from(file));
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static(format.content_type());
    headers.insert(header::CONTENT_TYPE, kind);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_names_are_read() {
        let hash = "a".repeat(64);
        for rest in ["400.webp", "400.clear.webp", "400.png", "180.icon.png"] {
            assert!(parsed(&format!("{hash}-{rest}")).is_some(), "{rest}");
        }
        for name in [
            format!("{hash}-321.webp"),
            format!("{hash}-320.png"),
            format!("{hash}.webp"),
            format!("{hash}-400.icon.png"),
            format!("{hash}-32.png"),
            format!("{hash}-400.clear.jpg"),
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
        for (format, picture) in [
            (Format::Jpeg, photo(1)),
            (Format::WebP, photo(6)),
            (Format::Png, photo(6)),
        ] {
            let made = make(&picture, 160, format).expect("made");
            assert!(format.is_whole(&made));
            assert!(!format.is_whole(&made[..made.len() / 2]) && !format.is_whole(&[]));
        }
    }

    #[test]
    fn pictures_shrink_and_never_grow() {
        let mut file = io::Cursor::new(Vec::new());
        image::RgbaImage::from_pixel(400, 200, image::Rgba([200, 30, 30, 128]))
            .write_to(&mut file, ImageFormat::Png)
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

    #[test]
    fn what_is_transparent_stays_so_where_it_is_wanted() {
        let mut file = io::Cursor::new(Vec::new());
        let half = |x, _| image::Rgba([200, 30, 30, if x < 200 { 0 } else { 255 }]);
        image::RgbaImage::from_fn(400, 100, half)
            .write_to(&mut file, ImageFormat::Png)
            .expect("encoded");
        let original = file.into_inner();
        let at = |format, width, (x, y)| {
            let made = make(&original, width, format).expect("made");
            let made = image::load_from_memory(&made).expect("a picture");
            made.to_rgba8().get_pixel(x, y).0
        };
        for format in [Format::Clear, Format::Png] {
            assert_eq!(at(format, 160, (10, 10))[3], 0);
            assert_eq!(at(format, 160, (150, 10)), [200, 30, 30, 255]);
        }
        assert!(at(Format::WebP, 160, (10, 10))[1] > 240, "on white");
        // 400 × 100 becomes 32 × 8, in the middle of a square.
        assert_eq!(at(Format::Icon, 32, (28, 0))[3], 0);
        assert_eq!(at(Format::Icon, 32, (28, 16)), [200, 30, 30, 255]);
        assert_eq!(
            at(Format::Icon, 180, (5, 90)),
            [255; 4],
            "no phone sees through"
        );
    }
}
