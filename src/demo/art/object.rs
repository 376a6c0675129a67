//! Pictures as things: framed on a wall, or on the cover of a notebook.

use super::{Dice, HEIGHT, Palette, Series, Sheet, WIDTH, palette::faint};
use image::{RgbaImage, imageops};
use tiny_skia::{Color, Path, PathBuilder, PixmapPaint, PixmapRef, Rect, Transform};

/// Walls a picture hangs on.
const WALLS: [[u8; 3]; 4] = [
    [226, 220, 210],
    [206, 212, 210],
    [232, 226, 214],
    [214, 206, 200],
];

/// `picture` in a frame on a wall.
pub fn framed(picture: &RgbaImage, seed: u64) -> Option<Vec<u8>> {
    let mut dice = Dice::new(seed);
    let mut sheet = room(&mut dice)?;
    let frame = if dice.happens(0.5) {
        [196, 164, 122]
    } else {
        [44, 40, 38]
    };
    let (left, top, width, height) = (300.0, 250.0, 600.0, 750.0);
    shadow(&mut sheet, left, top, width, height, 34.0);
    sheet.fill(
        rect(left - 26.0, top - 26.0, width + 52.0, height + 52.0),
        rgb(frame),
    );
    sheet.fill(
        rect(left - 8.0, top - 8.0, width + 16.0, height + 16.0),
        Color::WHITE,
    );
    place(&mut sheet, picture, left, top, width, height)?;
    sheet.jpeg()
}

/// A notebook with `picture` on its cover.
pub fn notebook(picture: &RgbaImage, seed: u64) -> Option<Vec<u8>> {
    let mut dice = Dice::new(seed);
    let mut sheet = room(&mut dice)?;
    let (left, top, width, height) = (260.0, 260.0, 700.0, 960.0);
    shadow(&mut sheet, left, top, width, height, 44.0);
    sheet.fill(
        rect(left + 10.0, top + 10.0, width, height),
        rgb([246, 242, 234]),
    );
    place(&mut sheet, picture, left, top, width, height)?;
    sheet.fill(rect(left, top, 56.0, height), rgb([38, 42, 52]));
    let band = rect(left + width - 96.0, top, 22.0, height);
    sheet.fill(band, faint(rgb([216, 87, 42]), 0.92));
    sheet.jpeg()
}

fn room(dice: &mut Dice) -> Option<Sheet> {
    let mut sheet = Sheet::new(Palette::of(Series::Salt, dice))?;
    let wall = WALLS[dice.below(WALLS.len())];
    sheet.fill(rect(0.0, 0.0, WIDTH, HEIGHT), rgb(wall));
    let floor = rgb(wall.map(|channel| channel.saturating_sub(34)));
    sheet.fill(rect(0.0, HEIGHT - 190.0, WIDTH, 190.0), floor);
    Some(sheet)
}

fn shadow(sheet: &mut Sheet, left: f32, top: f32, width: f32, height: f32, depth: f32) {
    for step in 0..14_u8 {
        let grow = f32::from(step) * 3.0;
        let path = rect(
            left - grow + depth * 0.4,
            top - grow + depth,
            width + 2.0 * grow,
            height + 2.0 * grow,
        );
        sheet.fill(path, faint(Color::BLACK, 0.022));
    }
}

fn place(
    sheet: &mut Sheet,
    picture: &RgbaImage,
    left: f32,
    top: f32,
    width: f32,
    height: f32,
) -> Option<()> {
    let small = imageops::resize(
        picture,
        width as u32,
        height as u32,
        imageops::FilterType::Triangle,
    );
    let pixels = PixmapRef::from_bytes(&small, small.width(), small.height())?;
    sheet.pixels.draw_pixmap(
        left as i32,
        top as i32,
        pixels,
        &PixmapPaint::default(),
        Transform::identity(),
        None,
    );
    Some(())
}

fn rect(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    Rect::from_xywh(x, y, width, height).map(PathBuilder::from_rect)
}

pub(super) fn rgb([red, green, blue]: [u8; 3]) -> Color {
    Color::from_rgba8(red, green, blue, 255)
}
