use serde::{Deserialize, Serialize};

/// Where in a picture to look, in percent from its left and its top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "FocusText")]
pub struct Focus {
    /// From the left.
    pub x: u8,
    /// From the top.
    pub y: u8,
}

/// A focus as it is written, whatever it says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FocusText {
    x: u8,
    y: u8,
}

impl TryFrom<FocusText> for Focus {
    type Error = &'static str;

    fn try_from(written: FocusText) -> Result<Self, Self::Error> {
        let FocusText { x, y } = written;
        match x <= 100 && y <= 100 {
            true => Ok(Self { x, y }),
            false => Err("expected percent, from 0 to 100"),
        }
    }
}

/// What the style sheet knows: it moves pictures by such steps.
const STEP: u8 = 5;

impl Focus {
    /// The middle, which is what is seen where nothing is said.
    pub const MIDDLE: Self = Self { x: 50, y: 50 };

    /// The classes by which the style sheet shows this part of a picture.
    pub fn classes(self) -> String {
        let nearest = |percent: u8| (percent.min(100) + STEP / 2) / STEP * STEP;
        format!(" focus-x-{} focus-y-{}", nearest(self.x), nearest(self.y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_focus_is_shown_by_the_nearest_step() {
        for (x, y, classes) in [
            (0, 100, " focus-x-0 focus-y-100"),
            (52, 53, " focus-x-50 focus-y-55"),
            (98, 2, " focus-x-100 focus-y-0"),
        ] {
            assert_eq!(Focus { x, y }.classes(), classes);
        }
    }

    #[test]
    fn nothing_is_looked_at_outside_a_picture() {
        let read = |json: &str| serde_json::from_str::<Focus>(json).ok();
        assert_eq!(read("{\"x\":0,\"y\":100}"), Some(Focus { x: 0, y: 100 }));
        for json in [
            "{\"x\":101,\"y\":0}",
            "{\"x\":-1,\"y\":0}",
            "{\"x\":1}",
            "{\"x\":1,\"y\":1,\"z\":1}",
        ] {
            assert_eq!(read(json), None, "{json}");
        }
    }
}
