//! The shop's look on every page: what the settings of its brand make of the head and the header.

use super::fonts;
use crate::{
    base::html::escaped,
    platform::{
        assets::Bundle,
        config::{Brand, Config, USUAL_ACCENT},
        images::{Image, TAB_ICON, TOUCH_ICON, WIDTHS, url},
    },
    request::state::AppState,
    text::Language,
};
use axum::{
    Router,
    extract::State,
    http::header,
    response::{IntoResponse, Redirect},
    routing::get,
};

/// How high and how wide a logo is at most, in pixels, as the style sheet has it.
const MAX_SIZE: (u32, u32) = (80, 320);
/// Where the icon of a shop without one is.
const TILE: &str = "/favicon.svg";

/// `/favicon.ico`, for what asks without reading a page, and the icon of a shop that chose none.
pub fn routes(state: &AppState) -> Router {
    Router::new()
        .route("/favicon.ico", get(icon))
        .route("/favicon.svg", get(tile))
        .with_state(state.clone())
}

async fn icon(State(state): State<AppState>) -> Redirect {
    Redirect::temporary(&tab_icon(&state.current().config).0)
}

async fn tile(State(state): State<AppState>) -> impl IntoResponse {
    let config = state.current().config.clone();
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml"),
        (header::CACHE_CONTROL, "public, max-age=86400"),
    ];
    let color = config.brand.accent.unwrap_or(USUAL_ACCENT);
    let ink = color.text_on([color; 2]);
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" rx=\"7\" fill=\"{}\"/>\
         <text x=\"16\" y=\"23\" text-anchor=\"middle\" font-family=\"system-ui,sans-serif\" font-size=\"20\" font-weight=\"600\" fill=\"{}\">{}</text></svg>",
        color.hex(),
        ink.hex(),
        escaped(&initial(&config.store_name))
    );
    (headers, svg)
}

/// The first letter of `name`, as a capital; nothing if there is none.
fn initial(name: &str) -> String {
    let mut letters = name.chars().filter(|it| it.is_alphanumeric());
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().take(1).collect()
}

/// Where the icon of a browser's tab is, and its media type.
fn tab_icon(config: &Config) -> (String, &'static str) {
    match &config.brand.favicon {
        Some(picture) => (url(&picture.hash, TAB_ICON, "icon.png"), "image/png"),
        None => {
            let color = config.brand.accent.unwrap_or(USUAL_ACCENT).hex();
            let letter = initial(&config.store_name)
                .chars()
                .next()
                .map_or(0, u32::from);
            // Another look is another URL: browsers keep these for long.
            let url = format!("{TILE}?v={}-{letter:x}", &color[1..]);
            (url, "image/svg+xml")
        }
    }
}

/// The class of the root element that says how the header is laid out.
pub fn class(config: &Config) -> &'static str {
    config.brand.header.class()
}

/// What the head of every page holds for the shop's look, behind the style sheet.
pub fn head(config: &Config, bundle: &Bundle, nonce: &str) -> String {
    let brand = &config.brand;
    let (href, kind) = tab_icon(config);
    let mut html = format!("<link rel=\"icon\" href=\"{href}\" type=\"{kind}\">");
    if let Some(picture) = &brand.favicon {
        let href = url(&picture.hash, TOUCH_ICON, "icon.png");
        html += &format!("<link rel=\"apple-touch-icon\" href=\"{href}\">");
    }
    html += &fonts::preloads(brand.fonts, bundle);
    let css = css(brand, bundle);
    if !css.is_empty() {
        html += &format!("<style nonce=\"{nonce}\">{css}</style>");
    }
    html
}

/// The rules that differ from the style sheet's. Nothing in them is text that somebody wrote: numbers, colours and names of
/// ours alone.
fn css(brand: &Brand, bundle: &Bundle) -> String {
    let (mut css, families) = fonts::css(brand.fonts, bundle);
    let palette = brand.palette();
    let radius = brand.radius.map(|it| format!("--radius:{it}px"));
    let light = palette.map(|it| it.light.css());
    let families = Some(families).filter(|it| !it.is_empty());
    let root: Vec<String> = [families, radius, light].into_iter().flatten().collect();
    if !root.is_empty() {
        css += &format!(":root{{{}}}", root.join(";"));
    }
    if let Some(palette) = palette {
        let dark = palette.dark.css();
        css += &format!("@media(prefers-color-scheme:dark){{:root{{{dark}}}}}");
    }
    css
}

/// What the link to the first page holds: the shop's logo, or its name.
pub fn logo(config: &Config, language: Language) -> String {
    let brand = &config.brand;
    let name = format!("<span>{}</span>", escaped(&config.store_name));
    let Some(logo) = &brand.logo else {
        return name;
    };
    let alt = match logo.alt.get(language.code()) {
        _ if brand.name_beside_logo => "",
        "" => &config.store_name,
        alt => alt,
    };
    let dark = brand.logo_dark.as_ref();
    let dark = dark.map(|it| source(it, " media=\"(prefers-color-scheme: dark)\""));
    let class = if brand.name_beside_logo {
        "brand__logo brand__logo--mark"
    } else {
        "brand__logo"
    };
    let (width, height) = (logo.width, logo.height);
    let picture = format!(
        "<picture class=\"{class}\">{}{}<img src=\"{}\" alt=\"{}\" width=\"{width}\" height=\"{height}\" fetchpriority=\"high\"></picture>",
        dark.unwrap_or_default(),
        source(logo, ""),
        url(&logo.hash, wide(logo, 2), "png"),
        escaped(alt),
    );
    if brand.name_beside_logo {
        picture + &name
    } else {
        picture
    }
}

/// `logo` for usual screens, and for those with two and three times as many pixels.
fn source(logo: &Image, media: &str) -> String {
    let each = (1..=3).map(|times| (times, wide(logo, times)));
    let mut widths: Vec<(u32, u32)> = each.collect();
    widths.dedup_by_key(|(_, width)| *width);
    let each = widths
        .iter()
        .map(|(times, width)| format!("{} {times}x", url(&logo.hash, *width, "clear.webp")));
    let set: Vec<String> = each.collect();
    format!(
        "<source{media} type=\"image/webp\" srcset=\"{}\" width=\"{}\" height=\"{}\">",
        set.join(", "),
        logo.width,
        logo.height
    )
}

/// The width in which `logo` is asked for, on a screen with so many `times` the usual pixels.
fn wide(logo: &Image, times: u32) -> u32 {
    let (height, width) = MAX_SIZE;
    let by_height = u64::from(logo.width) * u64::from(height) / u64::from(logo.height.max(1));
    let shown = by_height.min(u64::from(width)) * u64::from(times);
    let mut fits = WIDTHS.into_iter().filter(|it| u64::from(*it) >= shown);
    fits.next().unwrap_or(WIDTHS[WIDTHS.len() - 1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shop_has_the_first_letter_of_its_name() {
        for (name, letter) in [
            ("ada & sons", "A"),
            ("“Öl”", "Ö"),
            ("ßa", "S"),
            ("7 seas", "7"),
            ("&", ""),
        ] {
            assert_eq!(initial(name), letter, "{name}");
        }
    }

    #[test]
    fn a_logo_is_asked_for_as_wide_as_it_is_shown() {
        let of = |width, height| Image {
            width,
            height,
            ..Image::default()
        };
        assert_eq!(wide(&of(64, 64), 1), 80);
        assert_eq!(wide(&of(4000, 1000), 1), 400);
        assert_eq!(wide(&of(4000, 1000), 3), 1200);
        assert_eq!(wide(&of(1, 4_000_000), 1), 80);
    }
}
