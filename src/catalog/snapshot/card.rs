use crate::{
    base::{color::Color, translated::Translated},
    catalog::{Product, product::Ribbon},
    platform::images::Image,
};

/// Most colours shown of a product.
const MOST_COLORS: usize = 6;

/// What a list shows of a product.
#[derive(Clone, Debug)]
pub struct Card {
    /// Its id.
    pub id: i64,
    /// Its SKU.
    pub sku: Box<str>,
    /// Its name.
    pub name: Translated,
    /// The line below.
    pub subtitle: Translated,
    /// Its URL text without an id.
    pub slug: Box<str>,
    /// Lowest price, in minor units.
    pub price: i64,
    /// Highest price, in minor units.
    pub price_to: i64,
    /// Price before a sale, in minor units.
    pub compare_to: Option<i64>,
    /// Whether it can be bought.
    pub in_stock: bool,
    /// Whether it is on sale.
    pub on_sale: bool,
    /// Whether something must be chosen first.
    pub has_options: bool,
    /// Its picture, and the one shown when pointed at.
    pub images: Box<[Image]>,
    /// Colours it comes in.
    pub colors: Box<[Color]>,
    /// The word on its picture.
    pub ribbon: Option<Box<Ribbon>>,
    /// When it was added, in UNIX seconds.
    pub created_at: i64,
    /// Its main category; 0 is none.
    pub main_category: i64,
}

impl Card {
    /// The card of `product`, whose present slug is `slug`.
    pub fn new(product: &Product, slug: &str) -> Self {
        let (price, price_to) = product.price_range();
        Self {
            id: product.id,
            sku: product.sku.as_str().into(),
            name: product.name.clone(),
            subtitle: product.subtitle.clone(),
            slug: slug.into(),
            price,
            price_to,
            compare_to: product.compare_to.filter(|was| *was > price),
            in_stock: product.is_in_stock(),
            on_sale: product.is_on_sale(),
            has_options: product.options.iter().any(|option| option.required)
                || product.name_your_price.is_some(),
            images: product.images.iter().take(2).cloned().collect(),
            colors: colors(product),
            ribbon: product.ribbon.clone().map(Box::new),
            created_at: product.created_at,
            main_category: product.categories.first().copied().unwrap_or(0),
        }
    }
}

fn colors(product: &Product) -> Box<[Color]> {
    let choices = product.options.iter().flat_map(|option| &option.choices);
    let colors = choices.filter_map(|choice| Color::parse(choice.color.as_deref()?));
    colors.take(MOST_COLORS).collect()
}
