//! The studio's pictures: drawn from a seed, the same on both sides.

use leptos::prelude::*;

/// A small generator of reproducible numbers (xorshift64*).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33
    }

    fn between(&mut self, low: i32, high: i32) -> i32 {
        let span = u64::from(high.abs_diff(low)).max(1);
        low + i32::try_from(self.roll() % span).unwrap_or(0)
    }
}

/// Tide lines: stacked waves that swell and calm, one path a line.
fn tide_lines(seed: u64) -> Vec<String> {
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let (crest, swell) = (dice.between(60, 240), dice.between(26, 44));
    (0..22)
        .map(|line| {
            let y = 50 + line * 15;
            let mut path = format!("M20 {y}");
            for step in 0..8 {
                let x = 20 + step * 35;
                let near = 120 - (x - crest).abs().min(120);
                let lift = near * swell * (22 - line) / 2400 + dice.between(-3, 4);
                path.push_str(&format!("q17 {} 35 0", -lift));
            }
            path
        })
        .collect()
}

/// A framed print of the series “tide lines”.
#[component]
pub fn Print(
    /// What the drawing grows from.
    seed: u64,
    /// Class of the colours, `print--…`.
    tone: &'static str,
) -> impl IntoView {
    view! {
        <svg class=format!("print {tone}") viewBox="0 0 320 420" aria-hidden="true" focusable="false">
            <rect class="print__paper" width="320" height="420"/>
            <circle class="print__sun" cx="214" cy="108" r="46"/>
            {tide_lines(seed).into_iter().map(|line| view! { <path class="print__line" d=line/> }).collect_view()}
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_picture() {
        assert_eq!(tide_lines(7), tide_lines(7));
        assert_ne!(tide_lines(7), tide_lines(8));
        assert_eq!(tide_lines(0).len(), 22);
    }
}
