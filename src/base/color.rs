//! Colours that merchants give to ribbons and choices.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The contrast that text needs to what is behind it (WCAG 2.2, 1.4.3).
pub const TEXT_CONTRAST: f64 = 4.5;
/// The contrast that other things need, such as the edge of a field (WCAG 2.2, 1.4.11).
pub const SHAPE_CONTRAST: f64 = 3.0;

const BLACK: Color = Color(0, 0, 0);
const WHITE: Color = Color(255, 255, 255);
/// In how many steps a colour becomes black or white.
const STEPS: u32 = 64;

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
        self.luminance() > 0.179
    }

    /// How light it is, from 0 to 1 (WCAG 2.2, relative luminance).
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        let Self(r, g, b) = self;
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    /// The contrast between both, from 1 to 21 (WCAG 2.2, contrast ratio).
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The colour of text on it: one of `soft` if that is read well, else black or white, of which one always is.
    pub fn text_on(self, soft: [Self; 2]) -> Self {
        let best = |[one, other]: [Self; 2]| {
            if one.contrast(self) >= other.contrast(self) {
                one
            } else {
                other
            }
        };
        Some(best(soft))
            .filter(|it| it.contrast(self) >= TEXT_CONTRAST)
            .unwrap_or_else(|| best([WHITE, BLACK]))
    }

    /// It itself if it has the contrast `ratio` to `ground`, else as little darker or lighter as that takes; black or white if
    /// nothing reaches it.
    pub fn readable_on(self, ground: Self, ratio: f64) -> Self {
        let end = if ground.is_light() { BLACK } else { WHITE };
        let each = (0..STEPS).map(|step| self.mixed(end, f64::from(step) / f64::from(STEPS)));
        let mut each = each.skip_while(|it| it.contrast(ground) < ratio);
        each.next().unwrap_or(end)
    }

    /// It with a `share` of `other` in it, from 0 to 1.
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let channel = |one: u8, other: u8| {
            let mixed = f64::from(one) + (f64::from(other) - f64::from(one)) * share;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between two bytes"
            )]
            let byte = mixed.round().clamp(0.0, 255.0) as u8;
            byte
        };
        Self(
            channel(self.0, other.0),
            channel(self.1, other.1),
            channel(self.2, other.2),
        )
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
    use proptest::prelude::*;

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

    #[test]
    fn contrast_is_as_the_guidelines_have_it() {
        let ratio = |one: &str, other: &str| {
            let read = |text| Color::parse(text).expect("a colour");
            (read(one).contrast(read(other)) * 100.0).round() / 100.0
        };
        assert_eq!(ratio("#000000", "#ffffff").to_string(), "21");
        assert_eq!(ratio("#777777", "#ffffff").to_string(), "4.48");
        assert_eq!(ratio("#16324f", "#16324f").to_string(), "1");
    }

    fn any_color() -> impl Strategy<Value = Color> {
        any::<(u8, u8, u8)>().prop_map(|(r, g, b)| Color(r, g, b))
    }

    proptest! {
        #[test]
        fn text_is_readable_on_every_colour(ground in any_color(), soft in [any_color(), any_color()]) {
            prop_assert!(ground.text_on(soft).contrast(ground) >= TEXT_CONTRAST);
        }

        #[test]
        fn every_colour_becomes_readable_and_changes_no_more_than_needed(color in any_color(), ground in any_color()) {
            let readable = color.readable_on(ground, TEXT_CONTRAST);
            prop_assert!(readable.contrast(ground) >= TEXT_CONTRAST);
            prop_assert_eq!(readable == color, color.contrast(ground) >= TEXT_CONTRAST);
            prop_assert_eq!(readable.readable_on(ground, TEXT_CONTRAST), readable);
        }

        #[test]
        fn a_mixture_lies_between(one in any_color(), other in any_color(), share in 0.0..=1.0_f64) {
            let mixed = one.mixed(other, share);
            for (it, one, other) in [(mixed.0, one.0, other.0), (mixed.1, one.1, other.1), (mixed.2, one.2, other.2)] {
                prop_assert!((one.min(other)..=one.max(other)).contains(&it));
            }
        }
    }
}
