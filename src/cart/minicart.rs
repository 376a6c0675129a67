use crate::{base::html::escaped, text::Texts};

/// The way to the cart, and that `count` things are in it.
pub fn minicart(t: &Texts, count: i64) -> String {
    let shown = if count > 0 {
        format!("<span class=\"ec-minicart__counter\" aria-hidden=\"true\">{count}</span>")
    } else {
        String::new()
    };
    format!(
        "<a class=\"ec-minicart\" href=\"/cart\" aria-label=\"{}\"><span class=\"ec-minicart__icon\" aria-hidden=\"true\"></span><span class=\"ec-minicart__title\" aria-hidden=\"true\">{}</span>{shown}</a>",
        escaped(&t.cart_count(count)),
        escaped(t.cart)
    )
}
