//! The print studio's mark, an awning, and the icon that is made of it.

use super::{object::rgb, paint};
use tiny_skia::{Color, FillRule, Path, PathBuilder, Pixmap, Transform};

/// How many pixels a unit of the drawings has.
const SCALE: f32 = 12.0;
/// The side of a drawing, in units.
const SIDE: f32 = 32.0;
/// How round the corners of the icon are, in units.
const ROUND: f32 = 7.0;

/// The mark, as a PNG file that one sees through.
pub fn mark() -> Option<Vec<u8>> {
    let mut sheet = Pixmap::new(side(), side())?;
    let cloth = [(3.0, 8.0), (29.0, 8.0), (31.0, 17.0), (1.0, 17.0)];
    let scallops = [(5.0, 17.05), (12.25, 17.6), (19.75, 17.6), (27.0, 17.05)];
    awning(&mut sheet, cloth, scallops, 4.0, rgb([0xd8, 0x57, 0x2a]));
    sheet.encode_png().ok()
}

/// The icon, as a PNG file.
pub fn icon() -> Option<Vec<u8>> {
    let mut sheet = Pixmap::new(side(), side())?;
    fill(&mut sheet, tile(), rgb([0x16, 0x32, 0x4f]));
    let cloth = [(6.0, 8.0), (26.0, 8.0), (27.5, 16.0), (4.5, 16.0)];
    let scallops = [(7.88, 15.63), (13.25, 15.8), (18.75, 15.8), (24.12, 15.63)];
    awning(&mut sheet, cloth, scallops, 3.4, rgb([0xf3, 0xb3, 0x91]));
    sheet.encode_png().ok()
}

fn side() -> u32 {
    (SIDE * SCALE) as u32
}

/// Cloth with four scallops below.
fn awning(
    sheet: &mut Pixmap,
    cloth: [(f32, f32); 4],
    scallops: [(f32, f32); 4],
    radius: f32,
    color: Color,
) {
    let mut path = PathBuilder::new();
    path.move_to(cloth[0].0, cloth[0].1);
    for (x, y) in &cloth[1..] {
        path.line_to(*x, *y);
    }
    path.close();
    for (x, y) in scallops {
        path.push_circle(x, y, radius);
    }
    fill(sheet, path.finish(), color);
}

/// A square with round corners.
fn tile() -> Option<Path> {
    let mut path = PathBuilder::new();
    path.move_to(ROUND, 0.0);
    for (corner, end) in [
        ((SIDE, 0.0), (SIDE, ROUND)),
        ((SIDE, SIDE), (SIDE - ROUND, SIDE)),
        ((0.0, SIDE), (0.0, SIDE - ROUND)),
        ((0.0, 0.0), (ROUND, 0.0)),
    ] {
        let begin = match corner {
            (x, 0.0) if x > 0.0 => (SIDE - ROUND, 0.0),
            (x, _) if x > 0.0 => (SIDE, SIDE - ROUND),
            (_, y) if y > 0.0 => (ROUND, SIDE),
            _ => (0.0, ROUND),
        };
        path.line_to(begin.0, begin.1);
        path.quad_to(corner.0, corner.1, end.0, end.1);
    }
    path.close();
    path.finish()
}

fn fill(sheet: &mut Pixmap, path: Option<Path>, color: Color) {
    if let Some(path) = path {
        let scale = Transform::from_scale(SCALE, SCALE);
        sheet.fill_path(&path, &paint(color), FillRule::Winding, scale, None);
    }
}
