//! Pictures as their files have them.

use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, ImageResult, metadata::Orientation,
};
use std::io::Cursor;

/// A picture as its file has it, with how it is to be turned to stand upright.
pub struct Decoded {
    /// Its pixels, as they lie in the file.
    pub picture: DynamicImage,
    /// How they are turned.
    pub turned: Orientation,
}

impl Decoded {
    /// The picture in `file`. A file that breaks off in the middle is none.
    pub fn read(file: &[u8]) -> ImageResult<Self> {
        let mut decoder = reader(file)?.into_decoder()?;
        // A camera that says nothing sensible about it was held upright.
        let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let picture = DynamicImage::from_decoder(decoder)?;
        Ok(Self { picture, turned })
    }

    /// Whether its width becomes its height.
    pub fn lies(&self) -> bool {
        use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
        matches!(
            self.turned,
            Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH
        )
    }

    /// Width and height as it stands upright.
    pub fn size(&self) -> (u32, u32) {
        let (width, height) = (self.picture.width(), self.picture.height());
        if self.lies() {
            (height, width)
        } else {
            (width, height)
        }
    }
}

/// Bytes that decoding `file` takes at most.
pub fn cost(file: &[u8]) -> ImageResult<u64> {
    let reader = reader(file)?;
    let is_jpeg = reader.format() == Some(ImageFormat::Jpeg);
    let decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    // A progressive JPEG is read as coefficients of two bytes for each of three channels.
    let coefficients = if is_jpeg { 6 } else { 0 };
    Ok(decoder.total_bytes() + u64::from(width) * u64::from(height) * coefficients)
}

fn reader(file: &[u8]) -> ImageResult<ImageReader<Cursor<&[u8]>>> {
    Ok(ImageReader::new(Cursor::new(file)).with_guessed_format()?)
}

/// The JPEG `file` with Exif data that say how the camera was held; what tests take for a photo.
pub fn held(file: &[u8], orientation: u8) -> Vec<u8> {
    let tag = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
    let head = [&b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01"[..], &tag, &[0; 4]].concat();
    let length = u16::try_from(head.len() + 2).unwrap_or(0).to_be_bytes();
    [&file[..2], &[0xff, 0xe1], &length, &head, &file[2..]].concat()
}
