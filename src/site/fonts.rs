//! The fonts that come with the shop (`public/fonts`), and what stands in for them until they are there.
//!
//! A stand-in is a font of the machine that is stretched to the measures of ours, so that nothing on the page moves
//! when ours arrives.

use crate::platform::{assets::Bundle, config::Fonts};

/// A font, in a file for the West of Europe and one for the rest of the Latin alphabets.
struct Font {
    family: &'static str,
    file: &'static str,
    /// What stands in for it, the first of which the machine has.
    stand_ins: [StandIn; 3],
    /// What is left if it has none of them.
    generic: &'static str,
}

/// Fonts of a machine that have the same measures, and how they are stretched: size, ascent and descent in per cent.
struct StandIn {
    locals: &'static [&'static str],
    stretched: [&'static str; 3],
}

const ARIAL: &[&str] = &["Arial", "ArialMT", "Liberation Sans", "Arimo"];
const ROBOTO: &[&str] = &["Roboto", "Roboto-Regular"];
const DEJAVU: &[&str] = &["DejaVu Sans", "Verdana"];
const TIMES: &[&str] = &[
    "Times New Roman",
    "TimesNewRomanPSMT",
    "Liberation Serif",
    "Tinos",
];
const NOTO_SERIF: &[&str] = &["Noto Serif", "NotoSerif"];
const DEJAVU_SERIF: &[&str] = &["DejaVu Serif"];

const fn stand_in(locals: &'static [&'static str], stretched: [&'static str; 3]) -> StandIn {
    StandIn { locals, stretched }
}

// Measured from the files: the mean width of English text, and the ascent and descent in `hhea`.
const FRAUNCES: Font = Font {
    family: "Fraunces",
    file: "fraunces",
    stand_ins: [
        stand_in(TIMES, ["115.45", "84.71", "22.09"]),
        stand_in(NOTO_SERIF, ["97.51", "100.3", "26.15"]),
        stand_in(DEJAVU_SERIF, ["90.79", "107.73", "28.09"]),
    ],
    generic: "Georgia,serif",
};
const HANKEN: Font = Font {
    family: "Hanken Grotesk",
    file: "hanken-grotesk",
    stand_ins: [
        stand_in(ARIAL, ["100.94", "99.07", "30.02"]),
        stand_in(ROBOTO, ["101.16", "98.85", "29.95"]),
        stand_in(DEJAVU, ["88.53", "112.96", "34.23"]),
    ],
    generic: "system-ui,sans-serif",
};
const BRICOLAGE: Font = Font {
    family: "Bricolage Grotesque",
    file: "bricolage-grotesque",
    stand_ins: [
        stand_in(ARIAL, ["105.43", "88.21", "25.61"]),
        stand_in(ROBOTO, ["105.66", "88.02", "25.55"]),
        stand_in(DEJAVU, ["92.46", "100.58", "29.2"]),
    ],
    generic: "system-ui,sans-serif",
};
const FIGTREE: Font = Font {
    family: "Figtree",
    file: "figtree",
    stand_ins: [
        stand_in(ARIAL, ["100.72", "94.32", "24.82"]),
        stand_in(ROBOTO, ["100.94", "94.12", "24.77"]),
        stand_in(DEJAVU, ["88.33", "107.55", "28.3"]),
    ],
    generic: "system-ui,sans-serif",
};

/// The parts of a font: the end of the file's name, and the letters that are in it.
const PARTS: [(&str, &str); 2] = [
    (
        "latin",
        "U+0-FF,U+131,U+152-153,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,U+2212,U+2215",
    ),
    (
        "latin-ext",
        "U+100-130,U+132-151,U+154-17F,U+218-21B,U+1E9E,U+20B9-20BF,U+2C7,U+2D8,U+2D9,U+2DB,U+2DD",
    ),
];

impl Fonts {
    /// What titles and what texts are written in; `None` if that is the machine's.
    fn pair(self) -> Option<[&'static Font; 2]> {
        match self {
            Self::System => None,
            Self::Classic => Some([&FRAUNCES, &HANKEN]),
            Self::Modern => Some([&BRICOLAGE, &FIGTREE]),
        }
    }
}

impl Font {
    fn url(&self, part: &str, bundle: &Bundle) -> String {
        bundle.url(&format!("fonts/{}-{part}.woff2", self.file))
    }

    /// Its rules, and those of what stands in for it.
    fn faces(&self, bundle: &Bundle) -> String {
        let family = self.family;
        let part = |(part, letters): &(&str, &str)| {
            format!(
                "@font-face{{font-family:\"{family}\";font-weight:400 700;font-display:swap;\
                 src:url({}) format(\"woff2\");unicode-range:{letters}}}",
                self.url(part, bundle)
            )
        };
        let stand_in = |(index, it): (usize, &StandIn)| {
            let locals = it.locals.iter().map(|name| format!("local(\"{name}\")"));
            let locals: Vec<String> = locals.collect();
            let [size, ascent, descent] = it.stretched;
            format!(
                "@font-face{{font-family:\"{family} {index}\";src:{};size-adjust:{size}%;\
                 ascent-override:{ascent}%;descent-override:{descent}%;line-gap-override:0%}}",
                locals.join(",")
            )
        };
        let own = PARTS.iter().map(part);
        let others = self.stand_ins.iter().enumerate().map(stand_in);
        own.chain(others).collect()
    }

    fn stack(&self) -> String {
        let family = self.family;
        format!(
            "\"{family}\",\"{family} 0\",\"{family} 1\",\"{family} 2\",{}",
            self.generic
        )
    }
}

/// The rules of `fonts`, and the properties of the style sheet that name them; both empty for the machine's.
pub fn css(fonts: Fonts, bundle: &Bundle) -> (String, String) {
    let Some([titles, texts]) = fonts.pair() else {
        return Default::default();
    };
    let faces = [titles.faces(bundle), texts.faces(bundle)].concat();
    let properties = format!("--serif:{};--sans:{}", titles.stack(), texts.stack());
    (faces, properties)
}

/// Elements of the head that have the browser load `fonts` before it knows what is written in them.
pub fn preloads(fonts: Fonts, bundle: &Bundle) -> String {
    let link = |font: &Font| {
        let url = font.url(PARTS[0].0, bundle);
        format!(
            "<link rel=\"preload\" href=\"{url}\" as=\"font\" type=\"font/woff2\" crossorigin=\"\">"
        )
    };
    let pair = fonts.pair().into_iter().flatten();
    pair.map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::Path};

    /// Most bytes of one file.
    const MAX_SIZE: u64 = 40_000;

    #[test]
    fn every_font_is_there_is_small_and_has_its_licence() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/fonts");
        for font in [Fonts::Classic, Fonts::Modern]
            .into_iter()
            .filter_map(Fonts::pair)
            .flatten()
        {
            for (part, _) in PARTS {
                let file = folder.join(format!("{}-{part}.woff2", font.file));
                let length = fs::metadata(&file).expect("a file").len();
                assert!(length < MAX_SIZE, "{} has {length} bytes", file.display());
            }
            let licence = folder.join(format!("OFL-{}.txt", font.file));
            let licence = fs::read_to_string(licence).expect("a licence");
            assert!(licence.contains("SIL OPEN FONT LICENSE"));
        }
    }
}
