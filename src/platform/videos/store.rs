use super::VideoFile;
use crate::platform::images::{hash_of, write};
use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Largest file taken in, in bytes.
const MAX_SIZE: usize = 200 * 1024 * 1024;

/// The shop's own videos, in a directory.
#[derive(Clone)]
pub struct Videos(Arc<Path>);

/// Why a file was not taken in.
#[derive(Debug)]
pub enum VideoRefusal {
    /// It is neither MP4 nor `WebM`, whatever its name says.
    NotAVideo,
    /// It has too many bytes.
    TooLarge(usize),
    /// The directory cannot be written to.
    Disk(io::Error),
}

impl fmt::Display for VideoRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAVideo => f.write_str("this is no MP4 or WebM video"),
            Self::TooLarge(bytes) => {
                write!(
                    f,
                    "the file has {bytes} bytes; at most {MAX_SIZE} are taken"
                )
            }
            Self::Disk(error) => write!(f, "it cannot be stored: {error}"),
        }
    }
}

impl Videos {
    /// The videos beside the pictures in `images`; their directory is made when the first one comes.
    pub fn next_to(images: &Path) -> Self {
        Self(images.join("videos").into())
    }

    /// Takes `file` in. The same contents are kept once, and what it is decides its contents.
    pub fn keep(&self, file: &[u8]) -> Result<VideoFile, VideoRefusal> {
        if file.len() > MAX_SIZE {
            return Err(VideoRefusal::TooLarge(file.len()));
        }
        let extension = extension_of(file).ok_or(VideoRefusal::NotAVideo)?;
        let kept = VideoFile {
            hash: hash_of(file),
            extension: extension.to_owned(),
        };
        // What a disk lost is written again.
        if !self.has(&kept) {
            write(&self.path(&kept), file).map_err(VideoRefusal::Disk)?;
        }
        Ok(kept)
    }

    /// Whether it is kept, whole.
    pub fn has(&self, video: &VideoFile) -> bool {
        fs::read(self.path(video)).is_ok_and(|file| hash_of(&file) == video.hash)
    }

    /// Where it is kept.
    pub fn path(&self, video: &VideoFile) -> PathBuf {
        self.0.join(video.name())
    }
}

/// What a file is by its first bytes: a box of type `ftyp`, or the head of Matroska.
fn extension_of(file: &[u8]) -> Option<&'static str> {
    match file {
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some("mp4"),
        [0x1a, 0x45, 0xdf, 0xa3, ..] => Some("webm"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEBM: &[u8] = &[0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3];
    const MP4: &[u8] = b"\0\0\0\x18ftypisom more of it";

    #[test]
    fn a_video_is_kept_once_by_what_it_is() {
        let dir = tempfile::tempdir().expect("a directory");
        let videos = Videos::next_to(dir.path());
        for (file, extension) in [(WEBM, "webm"), (MP4, "mp4")] {
            let (one, again) = (videos.keep(file), videos.keep(file));
            let one = one.expect("kept");
            assert_eq!(
                (one.extension.as_str(), &one),
                (extension, &again.expect("kept"))
            );
            assert_eq!(fs::read(videos.path(&one)).expect("there"), file);
            assert_eq!(VideoFile::named(&one.name()), Some(one.clone()));
            fs::write(videos.path(&one), &file[..5]).expect("damaged");
            assert!(!videos.has(&one));
            videos.keep(file).expect("kept");
            assert!(videos.has(&one));
        }
    }

    #[test]
    fn what_is_no_video_is_refused() {
        let videos = Videos::next_to(Path::new("/nowhere"));
        for file in [&b""[..], b"<html>", b"GIF89a", &WEBM[..3]] {
            assert!(matches!(videos.keep(file), Err(VideoRefusal::NotAVideo)));
        }
    }
}
