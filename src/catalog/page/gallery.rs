use crate::{
    base::{language::Language, translated::Translated},
    platform::images::{Image, Picture},
};
use leptos::prelude::*;

/// How wide the main picture is shown.
const SIZES: &str = "(min-width: 62rem) 38rem, 92vw";

/// Pictures in a row that scrolls: swiped by touch, moved by arrow keys, and each has a link.
#[component]
pub fn Gallery(
    /// The pictures.
    images: Vec<Image>,
    /// Name of the product.
    name: String,
    /// Hash of the picture of the chosen variation.
    shown: Option<String>,
) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    if images.is_empty() {
        return view! { <div class="details-gallery__placeholder" aria-hidden="true"></div> }
            .into_any();
    }
    let count = images.len();
    let many = count > 1;
    let links = images.clone().into_iter().enumerate().map({
        let name = name.clone();
        move |(index, image)| {
            let label = t.picture_of.replacen("{}", &(index + 1).to_string(), 1);
            let alt = format!("{label}: {name}");
            view! {
                <li><a class="details-gallery__thumb" href=format!("#picture-{index}") data-picture="">
                    <Picture image=Image { alt: Translated::default(), ..image } sizes="5rem" class="details-gallery__thumb-image" alt/>
                </a></li>
            }
        }
    });
    let slides = images.into_iter().enumerate().map({
        let name = name.clone();
        move |(index, image)| {
            // The chosen variation's picture comes first, whatever its place.
            let is_shown = shown.as_ref() == Some(&image.hash);
            let class = if is_shown { "details-gallery__slide details-gallery__slide--shown" } else { "details-gallery__slide" };
            let caption = image.alt.get(expect_context::<Language>().code()).to_owned();
            view! {
                <li class=class id=format!("picture-{index}")>
                    <Picture image sizes=SIZES class="details-gallery__image ecwid-productBrowser-details-thumbnail" alt=name.clone() first=index == 0 later=index != 0/>
                    {(index > 0).then(|| arrow("previous", index - 1, "‹"))}
                    {(index + 1 < count).then(|| arrow("next", index + 1, "›"))}
                    <p class="details-gallery__caption" aria-hidden="true">{caption}</p>
                </li>
            }
        }
    });
    view! {
        <div class="details-gallery" id="product-gallery" data-close=t.close>
            <ul class="details-gallery__slides" tabindex=many.then_some("0") aria-label=t.pictures.replace("{}", &name)>
                {slides.collect_view()}
            </ul>
            {many.then(|| view! { <ul class="details-gallery__thumbs">{links.collect_view()}</ul> })}
        </div>
    }
    .into_any()
}

/// The way to another picture for those who point; others have the row of small ones.
fn arrow(class: &str, index: usize, sign: &'static str) -> impl IntoView + use<> {
    let class = format!("details-gallery__arrow details-gallery__arrow--{class}");
    view! { <a class=class href=format!("#picture-{index}") data-picture="" tabindex="-1" aria-hidden="true">{sign}</a> }
}
