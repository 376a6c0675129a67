use super::{Dice, HEIGHT, Sheet, WIDTH, palette::faint};
use tiny_skia::{Path, PathBuilder};

const MARGIN: f32 = 110.0;

/// Waves under a sun: lines that swell where two currents meet, each hiding what is behind it.
pub fn draw(sheet: &mut Sheet, dice: &mut Dice) {
    let palette = sheet.palette;
    let horizon = dice.between(430.0, 640.0);
    let (sun_x, sun_y) = (
        dice.between(330.0, 870.0),
        horizon - dice.between(-40.0, 190.0),
    );
    let radius = dice.between(130.0, 230.0);
    sheet.fill(PathBuilder::from_circle(sun_x, sun_y, radius), palette.sun);
    if dice.happens(0.5) {
        for ring in 1_i16..4 {
            let halo = PathBuilder::from_circle(sun_x, sun_y, radius + 26.0 * f32::from(ring));
            sheet.line(halo, faint(palette.sun, 0.5), 3.0);
        }
    }
    let lines = 26 + dice.below(18);
    let (long, short) = (dice.between(0.004, 0.009), dice.between(0.014, 0.028));
    let (drift, lift) = (dice.between(0.05, 0.35), dice.between(26.0, 64.0));
    let phase = dice.between(0.0, 6.3);
    for line in 0..lines {
        let depth = line as f32 / lines as f32;
        let y = horizon + (HEIGHT - MARGIN - horizon) * depth.powf(1.25);
        let swell = lift * (0.35 + depth);
        let height = |x: f32| {
            let near = (-((x - sun_x) / 260.0).powi(2)).exp();
            let wave = (x * long + phase + line as f32 * drift).sin() * 0.6
                + (x * short - line as f32 * drift * 1.7).sin() * 0.25;
            y - swell * (wave * 0.55 + near * 0.8 * (1.0 - depth))
        };
        sheet.fill(wave(height, true), palette.paper);
        let color = if line % 7 == 3 {
            palette.more[(line / 7) % 3]
        } else {
            palette.ink
        };
        sheet.line(wave(height, false), color, 2.2 + 2.6 * depth);
    }
    // What ran over the edge is cut, as with a blade.
    for (x, y, width, height) in [
        (0.0, 0.0, MARGIN, HEIGHT),
        (WIDTH - MARGIN, 0.0, MARGIN, HEIGHT),
        (0.0, HEIGHT - MARGIN, WIDTH, MARGIN),
    ] {
        let edge = tiny_skia::Rect::from_xywh(x, y, width, height).map(PathBuilder::from_rect);
        sheet.fill(edge, palette.paper);
    }
}

fn wave(height: impl Fn(f32) -> f32, closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.move_to(MARGIN, height(MARGIN));
    let mut x = MARGIN;
    while x < WIDTH - MARGIN {
        x = (x + 8.0).min(WIDTH - MARGIN);
        path.line_to(x, height(x));
    }
    if closed {
        path.line_to(WIDTH - MARGIN, HEIGHT);
        path.line_to(MARGIN, HEIGHT);
        path.close();
    }
    path.finish()
}
