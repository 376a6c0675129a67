//! Colours that merchants give to ribbons and choices.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A colour, written as `#rgb` or `#rrggbb`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    /// The colour that `text` names; `None` if that is none.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text
            .trim()
            .strip_prefix('#')?
            .chars()
            .map(|digit| digit.to_digit(16).and_then(|it| u8::try_from(it).ok()))
            .collect::<Option<_>>()?;
        match *digits {
            [r, g, b] => Some(Self(r * 17, g * 17, b * 17)),
            [r, s, g, h, b, c] => Some(Self(r * 16 + s, g * 16 + h, b * 16 + c)),
            _ => None,
        }
    }

    /// Whether black is read better on it than white (WCAG 2.2, relative luminance).
    pub fn is_light(self) -> bool {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        let Self(r, g, b) = self;
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b) > 0.179
    }

    /// As `#rrggbb`.
    pub fn hex(self) -> String {
        let Self(r, g, b) = self;
        format!("#{r:02x}{g:02x}{b:02x}")
    }
}

impl TryFrom<String> for Color {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("`{text}` is no colour, such as \"#2b2622\""))
    }
}

impl From<Color> for String {
    fn from(color: Color) -> Self {
        color.hex()
    }
}

/// An area of a colour. A picture: the security policy forbids styles in the page.
#[component]
pub fn Area(
    /// Its colour.
    color: Color,
    /// Its class.
    class: &'static str,
) -> impl IntoView {
    view! {
        <svg class=class aria-hidden="true"><rect width="100%" height="100%" fill=color.hex()></rect></svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_hexadecimal() {
        assert_eq!(
            Color::parse("#16324f").map(Color::hex),
            Some("#16324f".into())
        );
        assert_eq!(
            Color::parse(" #FA0 ").map(Color::hex),
            Some("#ffaa00".into())
        );
        for bad in ["", "#", "red", "#12345", "#12345g", "url(#a)", "#äöü"] {
            assert_eq!(Color::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn text_on_a_colour_is_read() {
        assert!(Color::parse("#ffe08a").is_some_and(Color::is_light));
        assert!(!Color::parse("#16324f").is_some_and(Color::is_light));
    }
}
