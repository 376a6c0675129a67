//! Pictures as inputs: those there are, what they show, what of them is seen where they are cropped, and room for more.

use super::{
    count_of,
    draw::{Drawing, draw, text},
    field::{Field, InputKind},
    within,
};
use crate::{
    base::html::escaped,
    platform::images::{self, Focus},
};
use leptos::prelude::*;
use toml::Value;

/// What a picture shows.
const ALT: Field = Field::new(
    "alt",
    "What it shows, for those who do not see it",
    InputKind::LineByLanguage,
);

/// Pictures: those there are, with what they show, and room for more than there are until there are `most`.
pub(super) fn pictures(
    drawing: &Drawing<'_>,
    most: usize,
    is_cropped: bool,
    path: &str,
    value: Option<&Value>,
) -> AnyView {
    let kept: Vec<&Value> = match value {
        Some(Value::Array(all)) => all.iter().collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    };
    let count = kept.len();
    let each = kept.into_iter().enumerate().map(|(index, picture)| {
        let path = within(path, index);
        let place = (most > 1 && count > 1).then(|| place(drawing, &path, index));
        let frame = if most == 1 { SQUARE } else { UPRIGHT };
        let crop = is_cropped.then(|| crop(drawing, &path, picture, frame));
        one(drawing, &path, picture, view! { {crop}{place} }.into_any())
    });
    let each = each.collect_view();
    let more = (count < most || most == 1).then(|| more(drawing, count, most, path));
    view! {
        <input type="hidden" name=count_of(path) value=count.to_string()/>
        {each}{more}
    }
    .into_any()
}

/// A picture that there is.
fn one(drawing: &Drawing<'_>, path: &str, picture: &Value, rest: AnyView) -> AnyView {
    let json = serde_json::to_string(picture).unwrap_or_default();
    let source = images::url(&text(picture.get("hash")), 400, "webp");
    let drop = within(path, "drop");
    view! {
        <div class="picture" data-picture="">
            <div class="picture__seen"><img src=source alt="" width="160"/></div>
            <input type="hidden" name=path.to_owned() value=json/>
            <div class="picture__said">
                {draw(drawing, &ALT, &within(path, "alt"), picture.get("alt"))}
                {rest}
                <div class="field field--flag">
                    <input id=drop.clone() name=drop.clone() type="checkbox" value="yes" disabled=drawing.is_fixed/>
                    <label for=drop>"Remove it"</label>
                </div>
            </div>
        </div>
    }
    .into_any()
}

fn place(drawing: &Drawing<'_>, path: &str, index: usize) -> AnyView {
    let id = within(path, "place");
    view! {
        <div class="field field--place"><label for=id.clone()>"Place"</label>
            <input id=id.clone() name=id type="text" inputmode="numeric" data-place="" value=(index + 1).to_string() disabled=drawing.is_fixed/></div>
    }
    .into_any()
}

/// Width and height of what lists crop to, unless the shop's look says otherwise.
type Frame = (f64, f64);
const UPRIGHT: Frame = (80.0, 100.0);
const SQUARE: Frame = (100.0, 100.0);

/// What of a picture is seen in lists, with a sample beside.
fn crop(drawing: &Drawing<'_>, path: &str, picture: &Value, frame: Frame) -> AnyView {
    let focus = picture.get("focus");
    let axis = |axis: &str| focus.and_then(|it| it.get(axis));
    let is_whole = picture.get("whole").and_then(Value::as_bool) == Some(true);
    let number = |key: &'static str, label: &'static str| {
        let id = within(path, key);
        let shown = axis(key).map_or_else(|| Focus::MIDDLE.x.to_string(), |it| text(Some(it)));
        let problem = drawing.problems.get(&id).cloned();
        let invalid = problem.is_some().then_some("true");
        let problem = problem.map(|why| view! { <p class="problem">{why}</p> });
        view! {
            <div class="field field--axis"><label for=id.clone()>{label}</label>
                <input id=id.clone() name=id type="number" min="0" max="100" step="1" data-axis=key value=shown aria-invalid=invalid disabled=drawing.is_fixed/>{problem}</div>
        }
    };
    let length = |key: &str| {
        let pixels = picture.get(key).and_then(Value::as_integer).unwrap_or(1);
        f64::from(u32::try_from(pixels).unwrap_or(1).max(1))
    };
    let size = (length("width"), length("height"));
    let percent = |key: &str| {
        let percent = axis(key).and_then(Value::as_integer);
        let percent = percent.and_then(|it| u8::try_from(it).ok());
        f64::from(percent.unwrap_or(Focus::MIDDLE.x).min(100))
    };
    let shown = PictureFrame::of(size, frame, (percent("x"), percent("y")), is_whole);
    let image = format!(
        "<image href=\"{}\" x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\"/>",
        escaped(&images::url(&text(picture.get("hash")), 400, "webp")),
        shown.x,
        shown.y,
        shown.width,
        shown.height,
    );
    let whole = within(path, "whole");
    let view_box = format!("0 0 {} {}", frame.0, frame.1);
    view! {
        <fieldset class="crop" data-crop="">
            <legend>"In lists"</legend>
            <svg class="crop__sample" viewBox=view_box role="img" aria-label="How lists show it" data-width=size.0 data-height=size.1 inner_html=image></svg>
            <div class="crop__fields">
                <p class="note">"Lists crop pictures. What matters most in this one is"</p>
                <div class="row">{number("x", "From left, %")}{number("y", "From top, %")}</div>
                <div class="field field--flag">
                    <input id=whole.clone() name=whole.clone() type="checkbox" value="yes" data-whole="" checked=is_whole disabled=drawing.is_fixed/>
                    <label for=whole>"Show all of it, with room around it"</label>
                </div>
            </div>
        </fieldset>
    }
    .into_any()
}

/// Where a picture lies in a frame.
#[derive(Clone, Copy, Debug)]
struct PictureFrame {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl PictureFrame {
    /// Where a picture of this `size` lies in `frame`, as style sheets calculate it: its point at `percent` lies at the same
    /// percent of the frame.
    fn of(size: (f64, f64), frame: Frame, percent: (f64, f64), is_whole: bool) -> Self {
        let (across, down) = (frame.0 / size.0, frame.1 / size.1);
        let scale = if is_whole {
            across.min(down)
        } else {
            across.max(down)
        };
        let percent = if is_whole { (50.0, 50.0) } else { percent };
        let (width, height) = (size.0 * scale, size.1 * scale);
        Self {
            x: (frame.0 - width) * percent.0 / 100.0,
            y: (frame.1 - height) * percent.1 / 100.0,
            width,
            height,
        }
    }
}

/// Where more are chosen.
fn more(drawing: &Drawing<'_>, count: usize, most: usize, path: &str) -> AnyView {
    let file = within(path, "file");
    let label = match (count, most) {
        (0, 1) => "Choose a picture",
        (_, 1) => "Another picture",
        (0, _) => "Choose pictures",
        _ => "More pictures",
    };
    // A phone's camera hands over what is asked for: without the kinds it would be one that no browser shows.
    let is_many = most > 1;
    let camera = is_many.then(|| {
        let (id, name) = (within(path, "camera"), file.clone());
        view! {
            <div class="field photo"><label for=id.clone()>"Take a photo"</label>
                <input id=id name=name type="file" accept="image/jpeg,image/png" capture="environment" disabled=drawing.is_fixed/></div>
        }
    });
    view! {
        <div class="field"><label for=file.clone()>{label}</label>
            <input id=file.clone() name=file.clone() type="file" multiple=is_many accept="image/png,image/jpeg,image/webp,image/gif" disabled=drawing.is_fixed/></div>
        {camera}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_lies_as_a_style_sheet_would_lay_it() {
        let wide = (200.0, 100.0);
        let shown = |percent, is_whole| {
            let it = PictureFrame::of(wide, UPRIGHT, percent, is_whole);
            format!("{:.0} {:.0} {:.0} {:.0}", it.x, it.y, it.width, it.height)
        };
        assert_eq!(shown((25.0, 50.0), false), "-30 0 200 100");
        assert_eq!(shown((100.0, 50.0), false), "-120 0 200 100");
        assert_eq!(shown((50.0, 50.0), false), "-60 0 200 100");
        assert_eq!(shown((0.0, 0.0), true), "0 30 80 40");
    }
}
