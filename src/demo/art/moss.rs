use super::{Dice, HEIGHT, Sheet, WIDTH, palette::faint, polygon};
use std::f32::consts::TAU;
use tiny_skia::{Path, PathBuilder};

const MARGIN: f32 = 120.0;

/// Rings that grow until they touch one another.
pub fn draw(sheet: &mut Sheet, dice: &mut Dice) {
    let palette = sheet.palette;
    let mut grown: Vec<(f32, f32, f32)> = Vec::new();
    let largest = dice.between(190.0, 320.0);
    for _ in 0..2_600 {
        let (x, y) = (
            dice.between(MARGIN, WIDTH - MARGIN),
            dice.between(MARGIN, HEIGHT - MARGIN),
        );
        let to_edge = (x - MARGIN)
            .min(WIDTH - MARGIN - x)
            .min(y - MARGIN)
            .min(HEIGHT - MARGIN - y);
        let room = grown
            .iter()
            .fold(to_edge, |room, (other_x, other_y, radius)| {
                room.min((x - other_x).hypot(y - other_y) - radius - 7.0)
            });
        if room > 9.0 {
            grown.push((x, y, room.min(largest)));
        }
    }
    for (index, (x, y, radius)) in grown.into_iter().enumerate() {
        let color = palette.any(dice);
        let wobble = dice.between(0.01, 0.07);
        let (lobes, phase) = (3 + dice.below(5), dice.between(0.0, TAU));
        if radius > 60.0 {
            let fill = if index % 3 == 0 { palette.sun } else { color };
            sheet.fill(ring(x, y, radius, wobble, lobes, phase), faint(fill, 0.16));
        }
        let gap = dice.between(8.0, 17.0);
        let mut within = radius;
        while within > gap * 0.4 {
            let turned = phase + (radius - within) * 0.004;
            sheet.line(
                ring(x, y, within, wobble, lobes, turned),
                color,
                dice.between(1.8, 4.2),
            );
            within -= gap;
        }
        if dice.happens(0.3) {
            sheet.fill(
                PathBuilder::from_circle(x, y, (radius * 0.12).max(3.0)),
                palette.sun,
            );
        }
    }
}

fn ring(x: f32, y: f32, radius: f32, wobble: f32, lobes: usize, phase: f32) -> Option<Path> {
    polygon((0..72_u8).map(|step| {
        let angle = f32::from(step) / 72.0 * TAU;
        let reach = radius * (1.0 - wobble + wobble * (angle * lobes as f32 + phase).sin());
        (x + reach * angle.cos(), y + reach * angle.sin())
    }))
}
