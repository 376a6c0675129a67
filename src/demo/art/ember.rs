use super::{Dice, HEIGHT, Sheet, WIDTH, palette::faint};
use tiny_skia::PathBuilder;

const MARGIN: f32 = 120.0;

/// Strokes that follow a wind, around embers that turn it.
pub fn draw(sheet: &mut Sheet, dice: &mut Dice) {
    let palette = sheet.palette;
    let embers: Vec<(f32, f32, f32)> = (0..3 + dice.below(3))
        .map(|_| {
            let spin = if dice.happens(0.5) { 1.0 } else { -1.0 };
            (
                dice.between(250.0, 950.0),
                dice.between(300.0, 1200.0),
                spin * dice.between(0.6, 1.4),
            )
        })
        .collect();
    let lean = dice.between(-0.6, 0.6);
    let (wide, high) = (dice.between(0.0016, 0.0036), dice.between(0.0016, 0.0036));
    let wind = |x: f32, y: f32| {
        let base = lean + ((x * wide).sin() + (y * high).cos()) * 0.8;
        embers.iter().fold(base, |angle, (ember_x, ember_y, spin)| {
            let (dx, dy) = (x - ember_x, y - ember_y);
            angle + spin * 2.2 * (-(dx * dx + dy * dy) / 90_000.0).exp()
        })
    };
    let inside = |x: f32, y: f32| {
        (MARGIN..WIDTH - MARGIN).contains(&x) && (MARGIN..HEIGHT - MARGIN).contains(&y)
    };
    for _ in 0..1_500 {
        let (mut x, mut y) = (
            dice.between(MARGIN, WIDTH - MARGIN),
            dice.between(MARGIN, HEIGHT - MARGIN),
        );
        let near = embers
            .iter()
            .any(|(ex, ey, _)| (x - ex).hypot(y - ey) < 170.0);
        let color = if near && dice.happens(0.6) {
            palette.sun
        } else {
            palette.any(dice)
        };
        let mut path = PathBuilder::new();
        path.move_to(x, y);
        for _ in 0..20 + dice.below(60) {
            let angle = wind(x, y);
            (x, y) = (x + angle.cos() * 6.0, y + angle.sin() * 6.0);
            if !inside(x, y) {
                break;
            }
            path.line_to(x, y);
        }
        let width = if near {
            dice.between(3.0, 9.0)
        } else {
            dice.between(1.5, 6.0)
        };
        sheet.line(path.finish(), faint(color, 0.86), width);
    }
    for (x, y, _) in embers.iter().take(2) {
        sheet.fill(
            PathBuilder::from_circle(*x, *y, dice.between(18.0, 46.0)),
            palette.sun,
        );
    }
}
