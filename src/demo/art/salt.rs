use super::{Dice, HEIGHT, Sheet, WIDTH, palette::faint, polygon};
use tiny_skia::Path;

/// A grid that comes apart towards one end.
pub fn draw(sheet: &mut Sheet, dice: &mut Dice) {
    let palette = sheet.palette;
    let columns = 7 + dice.below(7);
    let cell = (WIDTH - 300.0) / columns as f32;
    let rows = ((HEIGHT - 300.0) / cell) as usize;
    let left = (WIDTH - cell * columns as f32) / 2.0;
    let top = (HEIGHT - cell * rows as f32) / 2.0;
    let (nested, reach) = (2 + dice.below(4), dice.between(0.5, 1.1));
    let (from_x, from_y) = (
        dice.between(0.0, 1.0),
        if dice.happens(0.5) { 0.0 } else { 1.0 },
    );
    for row in 0..rows {
        for column in 0..columns {
            let (across, down) = (column as f32 / columns as f32, row as f32 / rows as f32);
            let loose = (((across - from_x).powi(2) * 0.4 + (down - from_y).powi(2)).sqrt())
                .powi(2)
                * reach;
            let mut shift = |most: f32| dice.between(-most, most) * loose;
            let x = left + (column as f32 + 0.5) * cell + shift(cell * 0.7);
            let y = top + (row as f32 + 0.5) * cell + shift(cell * 0.7);
            let turn = shift(1.1);
            let color = palette.any(dice);
            if dice.happens(0.16) {
                sheet.fill(square(x, y, cell * 0.45, turn), palette.sun);
            } else if dice.happens(0.3) {
                sheet.fill(square(x, y, cell * 0.45, turn), faint(color, 0.25));
            }
            for inner in 0..nested {
                let size = cell * 0.45 * (1.0 - inner as f32 / nested as f32);
                sheet.line(
                    square(x, y, size, turn * (1.0 + inner as f32 * 0.35)),
                    color,
                    3.2,
                );
            }
        }
    }
}

fn square(x: f32, y: f32, half: f32, turn: f32) -> Option<Path> {
    let (sin, cos) = turn.sin_cos();
    let corners = [(-half, -half), (half, -half), (half, half), (-half, half)];
    polygon(corners.map(|(dx, dy)| (x + dx * cos - dy * sin, y + dx * sin + dy * cos)))
}
