use crate::base::color::Color;
use image::{DynamicImage, GenericImageView, Rgba};
use serde::{Deserialize, Serialize};

/// How far a colour may be from the middle one and still be the same, of 255.
const NEAR: i64 = 12;

/// What the edge of a picture looks like, so that what is around it can match.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Border {
    /// Its colour.
    pub color: Color,
    /// Whether it is of that one colour.
    pub even: bool,
    /// Whether nothing of it is seen.
    pub transparent: bool,
}

impl Border {
    /// The edge of `picture`.
    pub fn of(picture: &DynamicImage) -> Self {
        let (width, height) = picture.dimensions();
        let rows = [0, height.saturating_sub(1)];
        let columns = [0, width.saturating_sub(1)];
        let across = rows.map(|y| (0..width).map(move |x| (x, y)));
        let down = columns.map(|x| (0..height).map(move |y| (x, y)));
        let places = across
            .into_iter()
            .flatten()
            .chain(down.into_iter().flatten());
        let pixels: Vec<Rgba<u8>> = places.map(|(x, y)| picture.get_pixel(x, y)).collect();
        let seen: Vec<[u8; 4]> = pixels
            .iter()
            .map(|it| it.0)
            .filter(|it| it[3] > 0)
            .collect();
        let count = i64::try_from(seen.len()).unwrap_or(i64::MAX).max(1);
        let middle = [0, 1, 2].map(|channel| {
            let sum: i64 = seen.iter().map(|pixel| i64::from(pixel[channel])).sum();
            sum / count
        });
        let is_near = |pixel: &&[u8; 4]| {
            let channels = pixel.iter().zip(middle);
            channels
                .into_iter()
                .all(|(here, middle)| (i64::from(*here) - middle).abs() <= NEAR)
        };
        // Some speckles are no other colour.
        let even = seen.len() == pixels.len()
            && seen.iter().filter(is_near).count() * 20 >= seen.len() * 19;
        let [red, green, blue] = middle.map(|it| u8::try_from(it).unwrap_or(u8::MAX));
        Self {
            color: Color(red, green, blue),
            even,
            transparent: seen.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::RgbaImage;

    fn border(pixel: impl Fn(u32, u32) -> [u8; 4]) -> Border {
        let picture = RgbaImage::from_fn(20, 10, |x, y| Rgba(pixel(x, y)));
        Border::of(&picture.into())
    }

    #[test]
    fn the_edge_is_seen_and_the_middle_is_not() {
        let inside = |x, y| (1..19).contains(&x) && (1..9).contains(&y);
        let framed = border(|x, y| {
            if inside(x, y) {
                [255; 4]
            } else {
                [46, 50, 54, 255]
            }
        });
        assert_eq!(
            (framed.color.hex().as_str(), framed.even),
            ("#2e3236", true)
        );
        let striped = border(|x, _| if x % 2 == 0 { [0, 0, 0, 255] } else { [255; 4] });
        assert!(!striped.even && !striped.transparent);
        assert!(border(|_, _| [9, 9, 9, 0]).transparent);
    }
}
