use crate::{
    base::url::encoded,
    platform::images::{self, Image},
    text::Language,
};
use leptos::prelude::*;

/// Plain links that tell others of a product: nothing of the networks is loaded.
#[component]
pub fn ShareButtons(
    /// URL of the product.
    url: String,
    /// Its name.
    name: String,
    /// Its picture.
    image: Option<Image>,
    /// Scheme and host of the shop.
    origin: String,
) -> impl IntoView {
    let s = expect_context::<Language>().checkout_texts();
    let (page, text) = (encoded(&url), encoded(&name));
    let media = image.map(|it| encoded(&format!("{origin}{}", images::url(&it.hash, 1200, "jpg"))));
    let media = media.unwrap_or_default();
    let networks = [
        (
            "facebook",
            "Facebook",
            format!("https://www.facebook.com/sharer/sharer.php?u={page}"),
        ),
        (
            "pinterest",
            "Pinterest",
            format!(
                "https://www.pinterest.com/pin/create/button/?url={page}&media={media}&description={text}"
            ),
        ),
        (
            "twitter",
            "X",
            format!("https://twitter.com/intent/tweet?url={page}&text={text}"),
        ),
        ("vk", "VK", format!("https://vk.com/share.php?url={page}")),
    ];
    let link = |(id, network, href): (&str, &'static str, String)| {
        let class = format!("product-share__link product-share__link--{id}");
        let label = s.share_on(network);
        view! { <li><a class=class href=href target="_blank" rel="noopener nofollow" aria-label=label>{network}</a></li> }
    };
    view! {
        <div class="product-details__product-share">
            <span aria-hidden="true">{s.share} ":"</span>
            <ul class="product-share">{networks.map(link).into_iter().collect_view()}</ul>
        </div>
    }
}
