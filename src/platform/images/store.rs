use super::{Border, resize_queue::ResizeQueue};
use crate::{
    base::translated::Translated,
    platform::{images::Image, videos::Videos},
};
use awning_imaging::Decoded;
use image::{ImageError, ImageFormat, ImageReader};
use sha2::{Digest, Sha256};
use std::{
    fmt, fs,
    io::{self, Cursor, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

/// Largest file taken in, in bytes.
const MAX_SIZE: usize = 30 * 1024 * 1024;
/// Most pixels of a picture taken in: more would fill the memory when decoded.
const MAX_PIXELS: u64 = 60_000_000;

/// The shop's pictures, in a directory.
#[derive(Clone)]
pub struct Images {
    dir: Arc<Path>,
    /// Who resizes when.
    pub(super) turns: ResizeQueue,
}

/// A picture that was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPicture {
    /// SHA-256 of the file, in hexadecimal.
    pub hash: String,
    /// Width in pixels, as it stands upright.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Its edge.
    pub border: Border,
}

impl StoredPicture {
    /// As a picture that shows `alt`.
    pub fn showing(self, alt: Translated) -> Image {
        Image {
            hash: self.hash,
            width: self.width,
            height: self.height,
            alt,
            border: Some(Box::new(self.border)),
            ..Image::default()
        }
    }
}

/// Why a file was not taken in.
#[derive(Debug)]
pub enum PictureRefusal {
    /// The file is not a picture in a supported format, whatever its name says.
    NotAPicture,
    /// It begins like one, and cannot be read to its end.
    Broken(ImageError),
    /// It has too many bytes.
    TooLarge(usize),
    /// It has too many pixels.
    TooManyPixels(u32, u32),
    /// The directory cannot be written to.
    Disk(io::Error),
}

impl fmt::Display for PictureRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPicture => f.write_str("this is no JPEG, PNG, WebP or GIF picture"),
            Self::Broken(error) => write!(f, "the picture cannot be read: {error}"),
            Self::TooLarge(bytes) => {
                write!(
                    f,
                    "the file has {bytes} bytes; at most {MAX_SIZE} are taken"
                )
            }
            Self::TooManyPixels(width, height) => write!(
                f,
                "the picture has {width} × {height} pixels; at most {MAX_PIXELS} are taken"
            ),
            Self::Disk(error) => write!(f, "it cannot be stored: {error}"),
        }
    }
}

impl Images {
    /// The pictures in `dir`, which is made when the first one comes.
    pub fn new(dir: &str) -> Self {
        Self {
            dir: Path::new(dir).into(),
            turns: ResizeQueue::default(),
        }
    }

    /// Takes `file` in. The same contents are kept once. What it is decides its contents, and it is
    /// measured before it is decoded.
    pub fn keep(&self, file: &[u8]) -> Result<StoredPicture, PictureRefusal> {
        if file.len() > MAX_SIZE {
            return Err(PictureRefusal::TooLarge(file.len()));
        }
        let reader = ImageReader::new(Cursor::new(file))
            .with_guessed_format()
            .map_err(PictureRefusal::Disk)?;
        let known = [
            ImageFormat::Jpeg,
            ImageFormat::Png,
            ImageFormat::WebP,
            ImageFormat::Gif,
        ];
        if !reader
            .format()
            .is_some_and(|format| known.contains(&format))
        {
            return Err(PictureRefusal::NotAPicture);
        }
        let (width, height) = reader.into_dimensions().map_err(PictureRefusal::Broken)?;
        if u64::from(width) * u64::from(height) > MAX_PIXELS {
            return Err(PictureRefusal::TooManyPixels(width, height));
        }
        // A file that breaks off in the middle is found out here, not by a shopper.
        let decoded = Decoded::read(file).map_err(PictureRefusal::Broken)?;
        let (width, height) = decoded.size();
        let hash = hash_of(file);
        // What a disk lost is written again.
        if !self.has(&hash) {
            write(&self.original(&hash), file).map_err(PictureRefusal::Disk)?;
        }
        Ok(StoredPicture {
            hash,
            width,
            height,
            border: Border::of(&decoded.picture),
        })
    }

    /// Whether the picture `hash` is kept, whole.
    pub fn has(&self, hash: &str) -> bool {
        fs::read(self.original(hash)).is_ok_and(|file| hash_of(&file) == hash)
    }

    /// Where the picture `hash` is kept as it came.
    pub fn original(&self, hash: &str) -> PathBuf {
        self.named(hash, "original")
    }

    /// Where a made version of the picture is kept. Those of before lay as the camera was held.
    pub(super) fn made(&self, hash: &str, width: u32, extension: &str) -> PathBuf {
        self.named(hash, &format!("upright.{width}.{extension}"))
    }

    /// The videos that are kept beside them.
    pub fn videos(&self) -> Videos {
        Videos::next_to(&self.dir)
    }

    fn named(&self, hash: &str, rest: &str) -> PathBuf {
        let folder = hash.get(..2).unwrap_or("__");
        self.dir.join(folder).join(format!("{hash}.{rest}"))
    }
}

/// The SHA-256 of `file`, in hexadecimal.
pub(in crate::platform) fn hash_of(file: &[u8]) -> String {
    let hash = Sha256::digest(file);
    hash.iter()
        .fold(String::new(), |hash, byte| hash + &format!("{byte:02x}"))
}

/// Writes the whole file or none, and it is on the disk before it has its name.
pub(in crate::platform) fn write(path: &Path, contents: &[u8]) -> io::Result<()> {
    let unique = format!("{}-{:?}", std::process::id(), std::thread::current().id());
    let draft = path.with_extension(format!("draft{}", unique.replace(['(', ')'], "")));
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let written = fs::File::create(&draft).and_then(|mut file| {
        file.write_all(contents)?;
        file.sync_all()?;
        fs::rename(&draft, path)
    });
    if written.is_err() {
        // A full disk is not filled further.
        let _ = fs::remove_file(&draft);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut file = Cursor::new(Vec::new());
        image::RgbImage::new(width, height)
            .write_to(&mut file, ImageFormat::Png)
            .expect("encoded");
        file.into_inner()
    }

    #[test]
    fn the_same_picture_is_kept_once() {
        let dir = tempfile::tempdir().expect("a directory");
        let images = Images::new(&dir.path().display().to_string());
        let (one, again) = (images.keep(&png(3, 2)), images.keep(&png(3, 2)));
        let (one, again) = (one.expect("kept"), again.expect("kept"));
        assert_eq!(one, again);
        assert_eq!((one.width, one.height, one.hash.len()), (3, 2, 64));
        assert_eq!(
            fs::read(images.original(&one.hash)).expect("there"),
            png(3, 2)
        );
    }

    #[test]
    fn a_photo_is_as_wide_as_it_stands_upright() {
        let dir = tempfile::tempdir().expect("a directory");
        let images = Images::new(&dir.path().display().to_string());
        let mut plain = Cursor::new(Vec::new());
        image::RgbImage::new(9, 4)
            .write_to(&mut plain, ImageFormat::Jpeg)
            .expect("encoded");
        let photo = awning_imaging::held(plain.get_ref(), 8);
        let kept = images.keep(&photo).expect("kept");
        assert_eq!((kept.width, kept.height), (4, 9));
    }

    #[test]
    fn a_kept_picture_that_was_lost_is_kept_again() {
        let dir = tempfile::tempdir().expect("a directory");
        let images = Images::new(&dir.path().display().to_string());
        let kept = images.keep(&png(3, 2)).expect("kept");
        for damaged in [&b""[..], &png(3, 2)[..20]] {
            fs::write(images.original(&kept.hash), damaged).expect("written");
            assert!(!images.has(&kept.hash));
            images.keep(&png(3, 2)).expect("kept");
            assert!(images.has(&kept.hash));
        }
        let files = fs::read_dir(images.original(&kept.hash).parent().expect("a folder"));
        assert_eq!(files.expect("files").count(), 1, "no draft is left");
    }

    #[test]
    fn what_is_no_picture_or_too_large_is_refused() {
        let images = Images::new("/nowhere");
        assert!(matches!(
            images.keep(b"<svg onload=alert(1)>"),
            Err(PictureRefusal::NotAPicture)
        ));
        assert!(matches!(
            images.keep(&png(9, 9)[..20]),
            Err(PictureRefusal::Broken(_))
        ));
        assert!(matches!(
            images.keep(&vec![0; MAX_SIZE + 1]),
            Err(PictureRefusal::TooLarge(_))
        ));
        let mut bomb = png(1, 1);
        bomb[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
        assert!(
            images.keep(&bomb).is_err(),
            "65536 × 65536 pixels are not decoded"
        );
    }
}
