use super::{WIDTHS, url};
use crate::{platform::images::Image, text::Language};
use leptos::prelude::*;

/// A picture in the width and format that the browser picks.
#[component]
pub fn Picture(
    /// The picture.
    image: Image,
    /// How wide it is shown, as the `sizes` attribute says it.
    sizes: &'static str,
    /// Class of the `img`.
    class: &'static str,
    /// What it shows, where the picture itself does not say.
    #[prop(into)]
    alt: String,
    /// Whether it is seen first: then it is loaded before others.
    #[prop(optional)]
    first: bool,
    /// Whether it is out of sight until it is asked for: then others are loaded before it.
    #[prop(optional)]
    later: bool,
) -> impl IntoView {
    let priority = match (first, later) {
        (true, _) => Some("high"),
        (_, true) => Some("low"),
        _ => None,
    };
    // Where it is not hurried, the browser goes by how wide it is indeed: a picture of fine lines that is
    // shown at another width than its own gets patterns that are not in it.
    let sizes = if first {
        sizes.to_owned()
    } else {
        format!("auto, {sizes}")
    };
    let language = expect_context::<Language>().code();
    let own = image.alt.get(language).to_owned();
    let class = class.to_owned() + &image.crop_classes();
    let set = |extension: &'static str| {
        let wide = WIDTHS
            .into_iter()
            .filter(|width| *width <= image.width.max(WIDTHS[0]));
        wide.map(|width| format!("{} {width}w", url(&image.hash, width, extension)))
            .collect::<Vec<_>>()
            .join(", ")
    };
    view! {
        <picture>
            <source type="image/webp" srcset=set("webp") sizes=sizes.clone()/>
            <img class=class src=url(&image.hash, 800, "jpg") srcset=set("jpg") sizes=sizes
                alt=if own.is_empty() { alt } else { own }
                width=image.width height=image.height decoding="async"
                loading=if first { "eager" } else { "lazy" } fetchpriority=priority/>
        </picture>
    }
}
