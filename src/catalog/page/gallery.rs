use crate::{
    base::translated::Translated,
    platform::{
        images::{self, Image, Picture},
        videos::{Video, VideoSource},
    },
    text::Language,
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
            let label = t.picture_of(index + 1);
            let alt = format!("{label}: {name}");
            let class = if image.video.is_some() { "details-gallery__thumb details-gallery__thumb--video" } else { "details-gallery__thumb" };
            view! {
                <li><a class=class href=format!("#picture-{index}") data-picture="">
                    <Picture image=Image { alt: Translated::default(), video: None, ..image } sizes="5rem" class="details-gallery__thumb-image" alt/>
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
            if let Some(video) = image.video.clone() {
                return view! {
                    <li class=format!("{class} details-gallery__slide--video") id=format!("picture-{index}")>
                        <VideoSlide video=*video image name=name.clone() first=index == 0/>
                        {(index > 0).then(|| arrow("previous", index - 1, "‹"))}
                        {(index + 1 < count).then(|| arrow("next", index + 1, "›"))}
                    </li>
                }
                .into_any();
            }
            let caption = image.alt.get(expect_context::<Language>().code()).to_owned();
            view! {
                <li class=class id=format!("picture-{index}")>
                    <Picture image sizes=SIZES class="details-gallery__image ecwid-productBrowser-details-thumbnail" alt=name.clone() first=index == 0 later=index != 0/>
                    {(index > 0).then(|| arrow("previous", index - 1, "‹"))}
                    {(index + 1 < count).then(|| arrow("next", index + 1, "›"))}
                    <p class="details-gallery__caption" aria-hidden="true">{caption}</p>
                </li>
            }
            .into_any()
        }
    });
    view! {
        <div class="details-gallery" id="product-gallery" data-close=t.close>
            <ul class="details-gallery__slides" tabindex=many.then_some("0") aria-label=t.pictures(&name)>
                {slides.collect_view()}
            </ul>
            {many.then(|| view! { <ul class="details-gallery__thumbs">{links.collect_view()}</ul> })}
        </div>
    }
    .into_any()
}

/// A video behind its poster. The shop's own plays where it is; that of another site is a link to its page there, and a script
/// plays it in the link's place: nothing of that site is loaded before.
#[component]
fn VideoSlide(video: Video, image: Image, name: String, first: bool) -> impl IntoView {
    let p = expect_context::<Language>().product_texts();
    let (width, height) = (video.width, video.height);
    let Some((host, player)) = video.host().zip(video.player_url()) else {
        let kind = match &video.source {
            VideoSource::File(file) => file.media_type(),
            VideoSource::Youtube(_) | VideoSource::Vimeo(_) => String::new(),
        };
        let label = p.video_of(&name);
        return view! {
            <video class="details-gallery__video" controls preload="none" playsinline poster=images::url(&image.hash, 1200, "jpg")
                width=width height=height aria-label=label>
                <source src=video.url() type=kind/>
                <a href=video.url()>{p.open_video}</a>
            </video>
        }
        .into_any();
    };
    let label = p.play_video(&name, host.name());
    view! {
        <a class="details-gallery__play" href=video.url() target="_blank" rel="noopener noreferrer" data-video=player aria-label=label.clone() title=label>
            <Picture image sizes=SIZES class="details-gallery__image" alt="" first later=!first/>
        </a>
        <p class="details-gallery__host muted">{p.video_host(host.name())}</p>
    }
    .into_any()
}

/// The way to another picture for those who point; others have the row of small ones.
fn arrow(class: &str, index: usize, sign: &'static str) -> impl IntoView + use<> {
    let class = format!("details-gallery__arrow details-gallery__arrow--{class}");
    view! { <a class=class href=format!("#picture-{index}") data-picture="" tabindex="-1" aria-hidden="true">{sign}</a> }
}
