//! What one accent colour makes of the shop's colours, so that everything stays readable (WCAG 2.2).

use crate::base::color::{Color, SHAPE_CONTRAST, TEXT_CONTRAST};

/// The accent colour of a shop that chose none, as the style sheet has it.
pub const USUAL_ACCENT: Color = Color(0x16, 0x32, 0x4f);

/// Light and dark text on coloured ground, as the style sheet has them.
const SOFT: [Color; 2] = [Color(0xff, 0xfd, 0xfa), Color(0x1b, 0x21, 0x28)];
/// What the light page stands on, and the darkest ground of text there: `--paper` and `--sunk`.
const LIGHT: Grounds = Grounds {
    page: Color(0xfb, 0xf8, 0xf3),
    hardest: Color(0xf1, 0xeb, 0xe1),
};
/// What the dark page stands on, and the lightest ground of text there: `--paper` and `--surface`.
const DARK: Grounds = Grounds {
    page: Color(0x14, 0x18, 0x1d),
    hardest: Color(0x1b, 0x21, 0x28),
};
/// How much darker or lighter a button becomes under the pointer.
const PRESSED: f64 = 0.3;

struct Grounds {
    page: Color,
    hardest: Color,
}

/// The accent colours of both schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// On light pages.
    pub light: Tones,
    /// On dark pages.
    pub dark: Tones,
    /// As it was chosen for light and for dark pages.
    chosen: [Color; 2],
}

/// The accent colours of one scheme, by the tokens of the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tones {
    /// `--accent`: what buttons are filled with.
    pub accent: Color,
    /// `--accent-ink`: text on that.
    pub ink: Color,
    /// `--accent-deep`: a button under the pointer.
    pub deep: Color,
    /// `--accent-text`: links.
    pub text: Color,
}

/// Where the accent colour is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccentPlace {
    /// Text on a button of light pages.
    ButtonText,
    /// A button on light pages.
    Button,
    /// A link on light pages.
    Link,
    /// Text on a button of dark pages.
    DarkButtonText,
    /// A button on dark pages.
    DarkButton,
    /// A link on dark pages.
    DarkLink,
}

/// How well the colour that was chosen is seen at a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contrast {
    /// The place.
    pub place: AccentPlace,
    /// The contrast there.
    pub ratio: f64,
    /// The contrast that it takes there.
    pub needed: f64,
    /// The colour that the shop shows there.
    pub shown: Color,
}

impl Contrast {
    /// Whether it is seen well enough as it was chosen.
    pub fn is_enough(&self) -> bool {
        self.ratio >= self.needed
    }
}

impl Palette {
    /// What `accent` makes, and `dark` on dark pages; without that `accent`, as light as a button must be there.
    pub fn of(accent: Color, dark: Option<Color>) -> Self {
        let on_dark = dark.unwrap_or_else(|| accent.readable_on(DARK.page, SHAPE_CONTRAST));
        Self {
            light: Tones::of(accent, &LIGHT),
            dark: Tones::of(on_dark, &DARK),
            chosen: [accent, dark.unwrap_or(accent)],
        }
    }

    /// How well the colours that were chosen are seen wherever they are.
    pub fn contrasts(&self) -> [Contrast; 6] {
        let [light, dark] = self.chosen;
        let of = |place, one: Color, other: Color, needed, shown| Contrast {
            place,
            ratio: one.contrast(other),
            needed,
            shown,
        };
        let (on_light, on_dark) = (self.light, self.dark);
        let (text, shape) = (TEXT_CONTRAST, SHAPE_CONTRAST);
        [
            of(
                AccentPlace::ButtonText,
                light,
                on_light.ink,
                text,
                on_light.ink,
            ),
            of(
                AccentPlace::Button,
                light,
                LIGHT.page,
                shape,
                on_light.accent,
            ),
            of(AccentPlace::Link, light, LIGHT.hardest, text, on_light.text),
            of(
                AccentPlace::DarkButtonText,
                on_dark.accent,
                on_dark.ink,
                text,
                on_dark.ink,
            ),
            of(
                AccentPlace::DarkButton,
                dark,
                DARK.page,
                shape,
                on_dark.accent,
            ),
            of(
                AccentPlace::DarkLink,
                dark,
                DARK.hardest,
                text,
                on_dark.text,
            ),
        ]
    }
}

impl Tones {
    fn of(accent: Color, grounds: &Grounds) -> Self {
        let ink = accent.text_on(SOFT);
        // Away from its text, which stays as readable.
        let end = if ink.is_light() { 0 } else { u8::MAX };
        Self {
            accent,
            ink,
            deep: accent.mixed(Color(end, end, end), PRESSED),
            text: accent.readable_on(grounds.hardest, TEXT_CONTRAST),
        }
    }

    /// As custom properties of the style sheet.
    pub fn css(self) -> String {
        format!(
            "--accent:{};--accent-ink:{};--accent-deep:{};--accent-text:{}",
            self.accent.hex(),
            self.ink.hex(),
            self.deep.hex(),
            self.text.hex()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The value of a token of the style sheet in the light scheme, or in the dark one.
    fn token(name: &str, is_dark: bool) -> Color {
        let sheet = include_str!("../../../style/_tokens.scss");
        let (light, dark) = sheet.split_once("@media").expect("two schemes");
        let part = if is_dark { dark } else { light };
        let mut lines = part.lines().map(str::trim);
        let line = lines.find_map(|it| it.strip_prefix(&format!("{name}: ")));
        Color::parse(line.expect("a token").trim_end_matches(';')).expect("a colour")
    }

    #[test]
    fn the_grounds_are_those_of_the_style_sheet() {
        assert_eq!(USUAL_ACCENT, token("--accent", false));
        assert_eq!(
            SOFT,
            [token("--accent-ink", false), token("--accent-ink", true)]
        );
        assert_eq!(LIGHT.page, token("--paper", false));
        assert_eq!(LIGHT.hardest, token("--sunk", false));
        assert_eq!(DARK.page, token("--paper", true));
        assert_eq!(DARK.hardest, token("--surface", true));
        for name in ["--paper", "--surface", "--sunk"] {
            assert!(token(name, false).luminance() >= LIGHT.hardest.luminance());
            assert!(token(name, true).luminance() <= DARK.hardest.luminance());
        }
    }

    #[test]
    fn a_pale_colour_is_named_with_its_ratios() {
        let yellow = Palette::of(Color(0xff, 0xe0, 0x8a), None);
        assert_eq!(yellow.light.ink, SOFT[1], "dark text on it");
        let wrong: Vec<AccentPlace> = yellow
            .contrasts()
            .iter()
            .filter(|it| !it.is_enough())
            .map(|it| it.place)
            .collect();
        assert_eq!(wrong, [AccentPlace::Button, AccentPlace::Link]);
        assert!(yellow.light.text.contrast(LIGHT.page) >= TEXT_CONTRAST);
        let usual = Palette::of(USUAL_ACCENT, None).contrasts();
        let wrong: Vec<_> = usual.iter().filter(|it| !it.is_enough()).collect();
        assert_eq!(
            wrong.len(),
            2,
            "a dark colour is made lighter on dark pages"
        );
    }

    proptest! {
        #[test]
        fn texts_are_readable_whatever_is_chosen(r: u8, g: u8, b: u8, dark: Option<(u8, u8, u8)>) {
            let palette = Palette::of(Color(r, g, b), dark.map(|(r, g, b)| Color(r, g, b)));
            for (tones, grounds) in [(palette.light, &LIGHT), (palette.dark, &DARK)] {
                for ground in [grounds.page, grounds.hardest] {
                    prop_assert!(tones.text.contrast(ground) >= TEXT_CONTRAST);
                }
                for button in [tones.accent, tones.deep] {
                    prop_assert!(tones.ink.contrast(button) >= TEXT_CONTRAST);
                }
            }
        }
    }
}
