//! Small pictures of what a design setting changes: a scene of the shop, and in it the part that the setting is about.
//!
//! Each part is a list of shapes in `scenes.json`, drawn once at the head of the page and shown from there beside every
//! setting. A part whose name begins with `+` is drawn only where a setting is about it.

use crate::base::html::escaped;
use std::{collections::BTreeMap, fmt::Write, sync::LazyLock};

const SCENES: &str = include_str!("scenes.json");
/// How every part that is not always drawn begins.
const EXTRA: char = '+';

type Scene = BTreeMap<String, String>;

static ALL: LazyLock<BTreeMap<String, Scene>> =
    LazyLock::new(|| serde_json::from_str(SCENES).expect("the scenes are tested"));

/// Every part of every scene, to be shown from elsewhere in the page.
pub fn definitions() -> String {
    let mut html = String::from("<svg class=\"sketches__parts\" aria-hidden=\"true\"><defs>");
    for (name, scene) in ALL.iter() {
        let mut whole = String::new();
        for (part, shapes) in scene {
            let drawn = shapes_of(shapes);
            let id = id(name, part);
            if is_always(part) {
                let _ = write!(whole, "<use href=\"#{id}\"/>");
            }
            let _ = write!(html, "<g id=\"{id}\">{drawn}</g>");
        }
        let _ = write!(html, "<g id=\"d-{name}\">{whole}</g>");
    }
    html + "</defs></svg>"
}

/// The picture that `what` names, such as `card.price`, or several parts of one scene: `card.price title`. `None` if there is
/// no such part.
pub fn picture(what: &str) -> Option<String> {
    let (name, parts) = what.split_once('.')?;
    let parts = parts.split(' ').map(|part| shown(name, part));
    let parts = parts.collect::<Option<Vec<_>>>()?;
    Some(framed(&format!("{}{}", rest(name), parts.concat())))
}

/// HTML with a picture of the scene `name` for each of `choices`, its label below; `None` if a choice has no part in the scene.
pub fn variants(name: &str, choices: &[(&str, &str)]) -> Option<String> {
    let scene = ALL.get(name)?;
    let has_rest = scene.keys().any(|part| is_always(part));
    let rest = if has_rest { rest(name) } else { String::new() };
    let mut html = String::new();
    for (choice, label) in choices {
        let part = shown(name, choice)?;
        let picture = framed(&format!("{rest}{part}"));
        let label = escaped(label);
        let _ = write!(html, "<span>{picture}<span>{label}</span></span>");
    }
    Some(html)
}

/// All of the scene `name`, behind what the picture is about.
fn rest(name: &str) -> String {
    format!("<use href=\"#d-{name}\"/>")
}

fn framed(inner: &str) -> String {
    format!("<svg viewBox=\"0 0 96 64\">{inner}</svg>")
}

/// The part of the scene `name`, drawn so that it is seen first.
fn shown(name: &str, part: &str) -> Option<String> {
    let scene = ALL.get(name)?;
    let extra = format!("{EXTRA}{part}");
    let part = [part, &extra]
        .into_iter()
        .find(|part| scene.contains_key(*part))?;
    Some(format!("<use href=\"#{}\"/>", id(name, part)))
}

/// Whether `part` is drawn in its scene, whatever that is shown for.
fn is_always(part: &str) -> bool {
    !part.starts_with(EXTRA)
}

fn id(name: &str, part: &str) -> String {
    format!("d-{name}-{}", part.trim_start_matches(EXTRA))
}

/// Shapes as SVG; what stands behind a `~` is quieter.
fn shapes_of(shapes: &str) -> String {
    let (loud, quiet) = shapes.split_once("~;").unwrap_or((shapes, ""));
    let drawn = |shapes: &str| shapes.split(';').filter_map(shape).collect::<String>();
    match quiet {
        "" => drawn(loud),
        quiet => format!("{}<g class=\"kq\">{}</g>", drawn(loud), drawn(quiet)),
    }
}

/// A shape as SVG: its letter, then its numbers, or the path or words. `None` if it is none.
fn shape(written: &str) -> Option<String> {
    let (letter, rest) = written.trim().split_once(' ')?;
    match letter {
        "P" => {
            return Some(format!("<path d=\"{rest}\" class=\"ko\"/>"));
        }
        "F" => return Some(format!("<path d=\"{rest}\"/>")),
        "T" => {
            let mut words = rest.splitn(3, ' ');
            let (x, y, text) = (words.next()?, words.next()?, words.next()?);
            return Some(format!(
                "<text x=\"{x}\" y=\"{y}\">{}</text>",
                escaped(text)
            ));
        }
        _ => {}
    }
    let numbers = rest.split(' ').map(|it| it.parse::<f32>().ok());
    let numbers: Vec<f32> = numbers.collect::<Option<_>>()?;
    let round = |more: &[f32]| more.first().copied().unwrap_or(1.5);
    Some(match (letter, numbers.as_slice()) {
        // A line of text, a block that is light, one that stands out, and an outline.
        ("L", [x, y, w]) => format!(
            "<path class=\"kl\" d=\"M{} {}h{}\"/>",
            tenths(x + 1.3),
            tenths(y + 1.3),
            tenths(w - 2.6)
        ),
        ("R", [x, y, w, h]) => block(*x, *y, *w, *h, 1.5, " class=\"kf\""),
        ("S", [x, y, w, h, more @ ..]) => block(*x, *y, *w, *h, round(more), ""),
        ("O", [x, y, w, h, more @ ..]) => block(*x, *y, *w, *h, round(more), " class=\"ko\""),
        ("C", [x, y, r]) => format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/>"),
        ("D", [x, y, r]) => {
            format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" class=\"ko\"/>")
        }
        ("M", [x, y, w, h]) => photograph(*x, *y, *w, *h),
        ("*", [x, y, r]) => star(*x, *y, *r),
        _ => return None,
    })
}

fn block(x: f32, y: f32, w: f32, h: f32, round: f32, more: &str) -> String {
    format!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{round}\"{more}/>")
}

/// A picture of a product: a light block with hills and a sun in it.
fn photograph(x: f32, y: f32, w: f32, h: f32) -> String {
    let side = w.min(h);
    let (slope, high, sun) = (
        tenths(side * 0.36),
        tenths(side * 0.42),
        tenths(side * 0.09),
    );
    let (left, ground) = (tenths(x + w * 0.5 - slope), tenths(y + h * 0.84));
    let (sun_left, sun_y) = (tenths(x + w * 0.72 - sun), tenths(y + h * 0.28));
    let wide = tenths(sun * 2.0);
    format!(
        "<path class=\"kf\" d=\"M{x} {y}h{w}v{h}h-{w}z\"/>\
         <path d=\"M{left} {ground}l{slope} -{high} {slope} {high}zM{sun_left} {sun_y}a{sun} {sun} 0 0 1 {wide} 0a{sun} {sun} 0 0 1 -{wide} 0z\"/>"
    )
}

/// `number` with one decimal at most.
fn tenths(number: f32) -> f32 {
    (number * 10.0).round() / 10.0
}

/// A star with five points.
fn star(x: f32, y: f32, r: f32) -> String {
    let point = |number: u8| {
        let angle = f32::from(number) * std::f32::consts::PI / 5.0;
        let far = if number.is_multiple_of(2) {
            r
        } else {
            r * 0.45
        };
        format!(
            "{} {}",
            tenths(x + far * angle.sin()),
            tenths(y - far * angle.cos())
        )
    };
    let points: Vec<String> = (0..10).map(point).collect();
    format!("<polygon points=\"{}\"/>", points.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_can_be_drawn() {
        let mut count = 0;
        for (name, scene) in ALL.iter() {
            assert!(!scene.is_empty(), "{name}");
            for (part, shapes) in scene {
                for written in shapes.split(';').filter(|it| *it != "~") {
                    assert!(shape(written).is_some(), "{name}.{part}: {written}");
                    count += 1;
                }
            }
        }
        assert!(count > 300, "{count} shapes");
        assert_eq!(shape("L 1 2"), None);
        assert_eq!(shape("X 1 2 3"), None);
    }

    #[test]
    fn what_is_nowhere_has_no_picture() {
        for nothing in [
            "",
            "card",
            "card.",
            "card.wing",
            "moon.crater",
            "card.price wing",
        ] {
            assert_eq!(picture(nothing), None, "{nothing}");
        }
        let frame = picture("card.frame").expect("drawn for whom it concerns");
        assert!(
            frame.contains("#d-card-frame") && frame.contains("#d-card\""),
            "{frame}"
        );
        assert_eq!(variants("ratio", &[("ROUND", "Round")]), None);
    }
}
