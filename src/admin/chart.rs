//! Charts that the server draws: bars as SVG, whose words stand around it as text, so that they are as large on a phone. What it
//! shows stands in a table beneath it.

use crate::base::html::escaped;
use leptos::prelude::*;
use std::fmt::Write;

/// Width of a bar with the gap behind it, in units of the drawing.
const STEP: usize = 10;
/// Height of the drawing.
const HEIGHT: i64 = 100;

/// One bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it is of, such as a day.
    pub name: String,
    /// How high it is.
    pub value: i64,
    /// What it says when it is pointed at.
    pub told: String,
}

/// The chart called `title`, which `about` says in a sentence; `write` writes what its bars are high.
pub fn bars(
    id: &str,
    title: &str,
    about: &str,
    bars: &[Bar],
    write: impl Fn(i64) -> String,
) -> AnyView {
    let highest = bars.iter().map(|bar| bar.value).max().unwrap_or(0);
    let top = nice(highest);
    let scale = format!("{} \u{2013} {}", write(0), write(top));
    let names = [0, bars.len() / 2, bars.len().saturating_sub(1)];
    let mut names: Vec<String> = names
        .into_iter()
        .filter_map(|place| Some(bars.get(place)?.name.clone()))
        .collect();
    names.dedup();
    let names = names.into_iter().map(|name| view! { <span>{name}</span> });
    let drawing = drawing(id, title, about, bars, top);
    view! {
        <figure class="chart">
            <figcaption class="chart__title">{title.to_owned()}<span class="note">{scale}</span></figcaption>
            <div class="chart__plot" inner_html=drawing></div>
            <div class="chart__names" aria-hidden="true">{names.collect_view()}</div>
        </figure>
    }
    .into_any()
}

fn drawing(id: &str, title: &str, about: &str, bars: &[Bar], top: i64) -> String {
    let width = bars.len().max(1) * STEP;
    let mut svg = format!(
        "<svg class=\"chart__drawing\" viewBox=\"0 0 {width} {HEIGHT}\" preserveAspectRatio=\"none\" role=\"img\" \
         aria-labelledby=\"{id}-title {id}-about\"><title id=\"{id}-title\">{}</title><desc id=\"{id}-about\">{}</desc>",
        escaped(title),
        escaped(about)
    );
    for line in [0, HEIGHT / 2, HEIGHT] {
        let _ = write!(
            svg,
            "<line class=\"chart__line\" x1=\"0\" x2=\"{width}\" y1=\"{line}\" y2=\"{line}\"/>"
        );
    }
    for (place, bar) in bars.iter().enumerate() {
        let high = height(bar.value, top);
        let _ = write!(
            svg,
            "<rect class=\"chart__bar\" x=\"{}\" y=\"{}.{:02}\" width=\"{}\" height=\"{}.{:02}\"><title>{}</title></rect>",
            place * STEP + 1,
            (HEIGHT * 100 - high) / 100,
            (HEIGHT * 100 - high) % 100,
            STEP - 2,
            high / 100,
            high % 100,
            escaped(&bar.told)
        );
    }
    svg.push_str("</svg>");
    svg
}

/// Hundredths of a unit that a bar is high; what is less than nothing is not drawn.
fn height(value: i64, top: i64) -> i64 {
    let whole = i128::from(HEIGHT) * 100;
    let high = i128::from(value.max(0)) * whole / i128::from(top.max(1));
    i64::try_from(high.min(whole)).unwrap_or(0)
}

/// The least number of a 1, 2 or 5 with zeros that is not below `highest`.
fn nice(highest: i64) -> i64 {
    let mut power = 1_i64;
    loop {
        for first in [1, 2, 5] {
            let nice = power.saturating_mul(first);
            if nice >= highest {
                return nice;
            }
        }
        power = power.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_ends_with_a_number_that_is_easily_read() {
        for (highest, top) in [
            (-5, 1),
            (0, 1),
            (1, 1),
            (3, 5),
            (11, 20),
            (50, 50),
            (51, 100),
            (i64::MAX, i64::MAX),
        ] {
            assert_eq!(nice(highest), top, "{highest}");
        }
    }

    #[test]
    fn bars_are_as_high_as_what_they_show() {
        let bar = |value: i64| Bar {
            name: value.to_string(),
            value,
            told: format!("<{value}>"),
        };
        let svg = drawing("x", "A & B", "all", &[bar(25), bar(-3), bar(100)], 100);
        assert!(
            svg.contains("<title id=\"x-title\">A &amp; B</title>"),
            "{svg}"
        );
        assert!(
            svg.contains("x=\"1\" y=\"75.00\" width=\"8\" height=\"25.00\"><title>&lt;25&gt;"),
            "{svg}"
        );
        assert!(
            svg.contains("x=\"11\" y=\"100.00\" width=\"8\" height=\"0.00\""),
            "{svg}"
        );
        assert!(
            svg.contains("x=\"21\" y=\"0.00\" width=\"8\" height=\"100.00\""),
            "{svg}"
        );
    }
}
