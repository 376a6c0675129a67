//! What becomes of pictures, asked from outside: the crate, which takes a minute, is compiled once for the shop and its tests.

use awning_imaging::{Format, held, make};
use image::{ImageFormat, codecs::jpeg::JpegEncoder};
use std::io;

/// A photo of 40 × 20 whose left half is red, taken with the camera on its side.
fn photo(orientation: u8) -> Vec<u8> {
    let half = |x, _| image::Rgb(if x < 20 { [250, 0, 0] } else { [0, 0, 250] });
    let mut plain = Vec::new();
    image::RgbImage::from_fn(40, 20, half)
        .write_with_encoder(JpegEncoder::new_with_quality(&mut plain, 95))
        .expect("encoded");
    held(&plain, orientation)
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
