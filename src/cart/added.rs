//! What was just put into the cart, shown once on the page that follows; without scripts as with them.

use super::{Cart, Line, object};
use crate::{
    base::{html::escaped, money::PriceFormat},
    platform::{images, shop_view::ShopView},
    text::{Language, checkout::CheckoutTexts, notice::AddedToCart},
};

/// The panel about what was `added`; empty if it is in the cart no more.
pub fn panel(added: AddedToCart, cart: &Cart, view: &ShopView<'_>) -> String {
    let language = view.language;
    let (s, prices) = (
        language.checkout_texts(),
        view.prices.in_style(language.numbers()),
    );
    let Some(line) = cart.lines.iter().find(|line| line.id == added.line) else {
        return String::new();
    };
    // It comes by a cookie, so it is no more than there is.
    let quantity = added.quantity.clamp(1, line.quantity.max(1));
    format!(
        "<details class=\"added\" open role=\"region\" aria-label=\"{title}\">\
         <summary class=\"added__close\" aria-label=\"{close}\">×</summary>\
         <div class=\"added__panel\"><p class=\"added__title\">{title}</p>\
         <div class=\"added__line\">{picture}<div><strong>{quantity} × {name}</strong>{options}\
         <span class=\"ec-price-item\">{price}</span></div></div>{free}\
         <div class=\"added__ways\"><a class=\"button button--quiet\" href=\"/cart\">{cart}</a>\
         <a class=\"button\" href=\"/checkout\">{checkout}</a></div></div></details>",
        title = escaped(s.added),
        close = escaped(language.texts().close),
        picture = picture(line),
        name = escaped(line.product.name.get(language.code())),
        options = options(line, language),
        price = escaped(&prices.minor(line.price * quantity)),
        free = free_delivery(cart, s, &prices),
        cart = escaped(s.view_cart),
        checkout = escaped(s.checkout),
    )
}

fn picture(line: &Line) -> String {
    let image = object::image(line).map(|image| {
        let url = |width| images::url(&image.hash, width, "webp");
        format!(
            "<img src=\"{}\" srcset=\"{} 2x\" alt=\"\" width=\"80\" height=\"{}\">",
            url(80),
            url(160),
            80 * image.height / image.width.max(1)
        )
    });
    image.unwrap_or_default()
}

fn options(line: &Line, language: Language) -> String {
    let chosen = object::options(line, language.code());
    let each = chosen.iter().map(|(key, value)| {
        let value = value.as_str().unwrap_or_default();
        format!(
            "<span class=\"muted\">{}: {}</span>",
            escaped(key),
            escaped(value)
        )
    });
    each.collect()
}

/// What is missing until delivery is free, or that it is.
fn free_delivery(cart: &Cart, s: &CheckoutTexts, prices: &PriceFormat) -> String {
    let missing = cart.methods.iter().filter_map(|(method, _)| {
        let from = method.free_from.as_ref()?.minor(prices);
        Some(from - cart.totals.items)
    });
    match missing.min() {
        None => String::new(),
        Some(missing) if missing > 0 => {
            let missing = escaped(&prices.minor(missing));
            format!("<p class=\"muted\">{}</p>", s.until_free(&missing))
        }
        Some(_) => format!("<p class=\"muted\">{}</p>", escaped(s.delivery_is_free)),
    }
}
