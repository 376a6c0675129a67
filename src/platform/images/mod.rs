//! Pictures: taken in once by their contents, handed out in the width and format a browser wants.

mod border;
mod crop;
mod image;
mod picture;
mod resize_queue;
mod serve;
mod store;

pub use awning_imaging::TOUCH_ICON;
pub use border::Border;
pub use crop::Focus;
pub use image::Image;
pub use picture::Picture;
pub use serve::serve;
pub use store::{Images, PictureRefusal, StoredPicture};
pub(super) use store::{hash_of, write};

/// Widths pictures are handed out in, in pixels.
pub const WIDTHS: [u32; 9] = [80, 160, 240, 400, 600, 720, 800, 1200, 1600];

/// The width of a browser's tab's icon, in pixels.
pub const TAB_ICON: u32 = 32;
const ICON_WIDTHS: [u32; 2] = [TAB_ICON, TOUCH_ICON];

/// The URL of the picture `hash` at `width`, in the format with this file name extension.
pub fn url(hash: &str, width: u32, extension: &str) -> String {
    format!("/images/{hash}-{width}.{extension}")
}
