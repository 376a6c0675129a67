//! Videos of products: files of the shop's own, and those of `YouTube` and Vimeo, of whom a page loads nothing before somebody
//! asks for it.

mod serve;
mod source;
mod store;

pub use serve::serve;
pub use source::{Host, VideoFile, VideoSource};
pub use store::{VideoRefusal, Videos};

use crate::base::html::escaped;
use serde::{Deserialize, Serialize};

/// A video, of which a picture is the poster ([`super::images::Image::video`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Video {
    /// Where it is.
    pub source: VideoSource,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

impl Video {
    /// The page or file that it is at; a path where it is the shop's own.
    pub fn url(&self) -> String {
        match &self.source {
            VideoSource::Youtube(id) => format!("https://www.youtube.com/watch?v={id}"),
            VideoSource::Vimeo(id) => format!("https://vimeo.com/{id}"),
            VideoSource::File(file) => file.path(),
        }
    }

    /// What a frame plays it from; `None` where it is the shop's own.
    pub fn player_url(&self) -> Option<String> {
        match &self.source {
            VideoSource::Youtube(id) => {
                Some(format!("https://www.youtube-nocookie.com/embed/{id}?rel=0"))
            }
            // The second part of a video that is not listed is its key.
            VideoSource::Vimeo(id) => Some(match id.split_once('/') {
                Some((id, key)) => format!("https://player.vimeo.com/video/{id}?h={key}&dnt=1"),
                None => format!("https://player.vimeo.com/video/{id}?dnt=1"),
            }),
            VideoSource::File(_) => None,
        }
    }

    /// Who plays it; `None` where it is the shop's own.
    pub fn host(&self) -> Option<Host> {
        match self.source {
            VideoSource::Youtube(_) => Some(Host::Youtube),
            VideoSource::Vimeo(_) => Some(Host::Vimeo),
            VideoSource::File(_) => None,
        }
    }

    /// HTML that shows it on any page (`spec/js-api.md` 6.1); `origin` is the shop's scheme and host.
    pub fn embed_html(&self, origin: &str) -> String {
        let (width, height) = (self.width, self.height);
        match (self.player_url(), &self.source) {
            (Some(url), _) => format!(
                "<iframe src=\"{}\" width=\"{width}\" height=\"{height}\" allow=\"fullscreen\" allowfullscreen></iframe>",
                escaped(&url)
            ),
            (None, _) => format!(
                "<video src=\"{}\" width=\"{width}\" height=\"{height}\" controls preload=\"none\"></video>",
                escaped(&format!("{origin}{}", self.url()))
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn video(source: VideoSource) -> Video {
        Video {
            source,
            width: 640,
            height: 360,
        }
    }

    #[test]
    fn a_video_is_told_by_page_player_and_html() {
        let tube = video(VideoSource::Youtube("aqz-KE-bpKQ".into()));
        assert_eq!(tube.url(), "https://www.youtube.com/watch?v=aqz-KE-bpKQ");
        assert_eq!(
            tube.embed_html("https://shop.example"),
            "<iframe src=\"https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?rel=0\" width=\"640\" height=\"360\" allow=\"fullscreen\" allowfullscreen></iframe>"
        );
        let vimeo = video(VideoSource::Vimeo("76979871/ab12".into()));
        let player = "https://player.vimeo.com/video/76979871?h=ab12&dnt=1";
        assert_eq!(vimeo.player_url().as_deref(), Some(player));
        let own = video(VideoSource::File(VideoFile {
            hash: "ab".repeat(32),
            extension: "webm".into(),
        }));
        let path = format!("/videos/{}.webm", "ab".repeat(32));
        assert_eq!((own.url(), own.player_url()), (path.clone(), None));
        assert!(
            own.embed_html("https://shop.example")
                .starts_with(&format!("<video src=\"https://shop.example{path}\""))
        );
    }
}
