use serde::{Deserialize, Serialize};

/// Where a video is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum VideoSource {
    /// At `YouTube`, by its id there.
    Youtube(String),
    /// At Vimeo, by its number there; one that is not listed has its key behind a `/`.
    Vimeo(String),
    /// In the shop.
    File(VideoFile),
}

/// A file that is the shop's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VideoFile {
    /// SHA-256 of the file, in hexadecimal: its name in the shop.
    pub hash: String,
    /// `mp4` or `webm`.
    pub extension: String,
}

impl VideoFile {
    /// Path that the shop serves it at.
    pub fn path(&self) -> String {
        format!("/videos/{}", self.name())
    }

    /// Its name in the directory of videos.
    pub fn name(&self) -> String {
        format!("{}.{}", self.hash, self.extension)
    }

    /// Its media type.
    pub fn media_type(&self) -> String {
        format!("video/{}", self.extension)
    }

    /// The file of this name; `None` if no video has such a name.
    pub fn named(name: &str) -> Option<Self> {
        let (hash, extension) = name.split_once('.')?;
        let file = Self {
            hash: hash.to_owned(),
            extension: extension.to_owned(),
        };
        file.is_sound().then_some(file)
    }

    fn is_sound(&self) -> bool {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        self.hash.len() == 64
            && self.hash.bytes().all(is_digit)
            && ["mp4", "webm"].contains(&self.extension.as_str())
    }
}

/// Who plays videos that are not the shop's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// `YouTube`.
    Youtube,
    /// Vimeo.
    Vimeo,
}

impl Host {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Youtube => "YouTube",
            Self::Vimeo => "Vimeo",
        }
    }

    /// Where its player comes from.
    pub fn origin(self) -> &'static str {
        match self {
            Self::Youtube => "https://www.youtube-nocookie.com",
            Self::Vimeo => "https://player.vimeo.com",
        }
    }
}

impl VideoSource {
    /// The video that the page or player at `url` shows; `None` if that is neither `YouTube`'s nor Vimeo's.
    pub fn at(url: &str) -> Option<Self> {
        let rest = url
            .strip_prefix("https://")
            .or_else(|| url.strip_prefix("http://"))?;
        let (host, path) = rest.split_once('/')?;
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let path = path.trim_end_matches('/');
        let asked = |wanted: &str| {
            let mut pairs = form_urlencoded::parse(query.as_bytes());
            pairs
                .find(|(name, _)| name == wanted)
                .map(|(_, value)| value.into_owned())
        };
        let host = host.trim_start_matches("www.").trim_start_matches("m.");
        let source = match host {
            "youtu.be" => Self::Youtube(path.to_owned()),
            "youtube.com" | "youtube-nocookie.com" => Self::Youtube(match path.split_once('/') {
                Some(("embed" | "shorts" | "live", id)) => id.to_owned(),
                _ => asked("v").filter(|_| path == "watch")?,
            }),
            "vimeo.com" => Self::Vimeo(path.to_owned()),
            "player.vimeo.com" => {
                let id = path.strip_prefix("video/")?;
                Self::Vimeo(match asked("h") {
                    Some(key) => format!("{id}/{key}"),
                    None => id.to_owned(),
                })
            }
            _ => return None,
        };
        source.is_sound().then_some(source)
    }

    /// Whether it can be what it says: it goes into URLs and HTML.
    pub fn is_sound(&self) -> bool {
        match self {
            Self::Youtube(id) => {
                id.len() == 11
                    && id
                        .bytes()
                        .all(|it| it.is_ascii_alphanumeric() || b"-_".contains(&it))
            }
            Self::Vimeo(id) => {
                let (number, key) = id.split_once('/').unwrap_or((id, "0"));
                let is_short = |part: &str| (1..=20).contains(&part.len());
                is_short(number)
                    && is_short(key)
                    && number.bytes().all(|it| it.is_ascii_digit())
                    && key.bytes().all(|it| it.is_ascii_alphanumeric())
            }
            Self::File(file) => file.is_sound(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_video_is_known_by_any_of_its_addresses() {
        let tube = VideoSource::Youtube("aqz-KE-bpKQ".into());
        for url in [
            "https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=3",
            "https://m.youtube.com/watch?list=x&v=aqz-KE-bpKQ",
            "https://youtu.be/aqz-KE-bpKQ?si=abc",
            "https://www.youtube.com/embed/aqz-KE-bpKQ",
            "http://youtube.com/shorts/aqz-KE-bpKQ/",
            "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?rel=0",
        ] {
            assert_eq!(VideoSource::at(url), Some(tube.clone()), "{url}");
        }
        for (url, id) in [
            ("https://vimeo.com/76979871", "76979871"),
            ("https://vimeo.com/76979871/ab12cd", "76979871/ab12cd"),
            (
                "https://player.vimeo.com/video/76979871?h=ab12cd&dnt=1",
                "76979871/ab12cd",
            ),
        ] {
            assert_eq!(
                VideoSource::at(url),
                Some(VideoSource::Vimeo(id.into())),
                "{url}"
            );
        }
        for url in [
            "https://www.youtube.com/watch",
            "https://www.youtube.com/watch?v=short",
            "https://youtu.be/aqz-KE-bpK\"",
            "https://evil.example/watch?v=aqz-KE-bpKQ",
            "https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ",
            "https://vimeo.com/channels/staffpicks",
            "javascript:alert(1)",
            "film.mp4",
        ] {
            assert_eq!(VideoSource::at(url), None, "{url}");
        }
    }

    proptest! {
        #[test]
        fn nothing_that_could_leave_its_place_is_a_video(id in "\\PC{0,30}") {
            let is_plain = id.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_/".contains(&it));
            for source in [VideoSource::Youtube(id.clone()), VideoSource::Vimeo(id.clone())] {
                prop_assert!(is_plain || !source.is_sound());
            }
            prop_assert!(VideoFile::named(&id).is_none());
        }
    }
}
