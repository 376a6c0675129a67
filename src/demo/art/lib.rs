//! The demo shop's pictures, drawn from a seed: the same seed draws the same picture on every machine.
//!
//! It is a crate of its own because it is optimised in every profile: a server that is built to be tested would draw for minutes.

mod dice;
mod ember;
mod mark;
mod moss;
mod object;
mod palette;
mod salt;
mod tide;

pub use dice::Dice;
pub use mark::{icon, mark};
pub use palette::Palette;

use image::{ImageFormat, RgbImage};
use std::io::Cursor;
use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke, Transform,
};

/// Width of a picture, in pixels.
pub const WIDTH: f32 = 1200.0;
/// Height of a picture, in pixels.
pub const HEIGHT: f32 = 1500.0;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// Waves under a sun.
    Tide,
    /// Strokes that follow a wind.
    Ember,
    /// Rings that grow until they touch.
    Moss,
    /// A grid that comes apart.
    Salt,
}

impl Series {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Tide, Self::Ember, Self::Moss, Self::Salt];
}

/// A canvas and what it is painted with.
pub struct Sheet {
    pixels: Pixmap,
    /// Its colours.
    pub palette: Palette,
}

impl Sheet {
    fn new(palette: Palette) -> Option<Self> {
        let mut pixels = Pixmap::new(WIDTH as u32, HEIGHT as u32)?;
        pixels.fill(palette.paper);
        Some(Self { pixels, palette })
    }

    /// Fills a shape.
    pub fn fill(&mut self, path: Option<Path>, color: Color) {
        if let Some(path) = path {
            self.pixels.fill_path(
                &path,
                &paint(color),
                FillRule::Winding,
                Transform::identity(),
                None,
            );
        }
    }

    /// Draws along a path with a round pen.
    pub fn line(&mut self, path: Option<Path>, color: Color, width: f32) {
        if let Some(path) = path {
            let pen = Stroke {
                width,
                line_cap: LineCap::Round,
                line_join: LineJoin::Round,
                ..Stroke::default()
            };
            self.pixels
                .stroke_path(&path, &paint(color), &pen, Transform::identity(), None);
        }
    }

    fn jpeg(&self) -> Option<Vec<u8>> {
        let rgb = self
            .pixels
            .pixels()
            .iter()
            .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]);
        let picture = RgbImage::from_raw(self.pixels.width(), self.pixels.height(), rgb.collect())?;
        let mut file = Cursor::new(Vec::new());
        picture.write_to(&mut file, ImageFormat::Jpeg).ok()?;
        Some(file.into_inner())
    }
}

/// A closed line through `corners`.
fn polygon(corners: impl IntoIterator<Item = (f32, f32)>) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (x, y) in corners {
        match path.is_empty() {
            true => path.move_to(x, y),
            false => path.line_to(x, y),
        }
    }
    path.close();
    path.finish()
}

fn paint(color: Color) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color(color);
    paint.anti_alias = true;
    paint
}

/// The picture of `series` that grows from `seed`, as a JPEG file.
pub fn print(series: Series, seed: u64) -> Option<Vec<u8>> {
    let mut dice = Dice::new(seed);
    let mut sheet = Sheet::new(Palette::of(series, &mut dice))?;
    match series {
        Series::Tide => tide::draw(&mut sheet, &mut dice),
        Series::Ember => ember::draw(&mut sheet, &mut dice),
        Series::Moss => moss::draw(&mut sheet, &mut dice),
        Series::Salt => salt::draw(&mut sheet, &mut dice),
    }
    sheet.jpeg()
}

/// `picture` hanging on a wall in a frame, as a JPEG file; `None` if it cannot be decoded.
pub fn on_a_wall(picture: &[u8], seed: u64) -> Option<Vec<u8>> {
    object::framed(&image::load_from_memory(picture).ok()?.to_rgba8(), seed)
}

/// A notebook with that picture on its cover, as a JPEG file.
pub fn notebook(picture: &[u8], seed: u64) -> Option<Vec<u8>> {
    object::notebook(&image::load_from_memory(picture).ok()?.to_rgba8(), seed)
}
