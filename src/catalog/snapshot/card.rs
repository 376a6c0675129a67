use super::Tree;
use crate::{
    base::{color::Color, translated::Translated},
    catalog::{Product, product::Ribbon, rating::Rating},
    platform::images::{Focus, Image},
};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Most colours shown of a product.
const MAX_COLORS: usize = 6;
/// Most pictures shown of a product.
const MAX_IMAGES: usize = 2;

/// What a list shows of a product. There may be a million of them: what no list shows is read when it is shown.
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
    /// Whether it is on sale.
    pub on_sale: bool,
    /// Whether something must be chosen first.
    pub has_options: bool,
    /// Colours it comes in.
    pub colors: Box<[Color]>,
    /// The word on its picture.
    pub ribbon: Option<Box<Ribbon>>,
    /// What its published reviews come to.
    pub rating: Rating,
    /// When it was added, in UNIX seconds.
    pub created_at: i64,
    /// When it changed last, in UNIX seconds.
    pub updated_at: i64,
    /// Its main category; 0 is none.
    pub main_category: i64,
    /// Its place in the merchant's order: that of its first category, and its own in there.
    pub(super) merchant_order: (u32, u32),
    /// Its [`imprint`].
    pub(super) imprint: u64,
    images: Box<[CardImage]>,
}

/// A picture, as small as it can be kept.
#[derive(Clone, Debug)]
struct CardImage {
    hash: [u128; 2],
    width: u32,
    height: u32,
    alt: Translated,
    focus: Option<Focus>,
    whole: bool,
}

impl Card {
    /// The card of `product`, whose present slug is `slug`, among the categories of `tree`.
    pub(super) fn new(product: &Product, slug: &str, tree: &Tree) -> Self {
        let (price, price_to) = product.price_range();
        let images = product.images.iter().filter_map(CardImage::new);
        Self {
            id: product.id,
            sku: product.sku.as_str().into(),
            name: product.name.clone(),
            subtitle: product.subtitle.clone(),
            slug: slug.into(),
            price,
            price_to,
            compare_to: product.compare_to.filter(|was| *was > price),
            on_sale: product.is_on_sale(),
            has_options: product.options.iter().any(|option| option.required)
                || product.name_your_price.is_some(),
            images: images.take(MAX_IMAGES).collect(),
            colors: colors(product),
            ribbon: product.ribbon.clone().map(Box::new),
            rating: product.ratings.rating(),
            created_at: product.created_at,
            updated_at: product.updated_at,
            main_category: product.categories.first().copied().unwrap_or(0),
            merchant_order: tree.merchant_order(product),
            imprint: imprint(product),
        }
    }

    /// Its picture, and the one shown when pointed at.
    pub fn images(&self) -> impl Iterator<Item = Image> {
        self.images.iter().map(CardImage::image)
    }
}

impl CardImage {
    /// `None` where the hash is none: no file has such a name.
    fn new(image: &Image) -> Option<Self> {
        let (high, low) = image.hash.split_at_checked(32)?;
        let half = |digits| u128::from_str_radix(digits, 16).ok();
        (low.len() == 32).then_some(Self {
            hash: [half(high)?, half(low)?],
            width: image.width,
            height: image.height,
            alt: image.alt.clone(),
            focus: image.focus,
            whole: image.whole,
        })
    }

    fn image(&self) -> Image {
        let [high, low] = self.hash;
        Image {
            hash: format!("{high:032x}{low:032x}"),
            width: self.width,
            height: self.height,
            alt: self.alt.clone(),
            focus: self.focus,
            whole: self.whole,
            ..Image::default()
        }
    }
}

fn colors(product: &Product) -> Box<[Color]> {
    let choices = product.options.iter().flat_map(|option| &option.choices);
    let colors = choices.filter_map(|choice| Color::parse(choice.color.as_deref()?));
    colors.take(MAX_COLORS).collect()
}

/// A hash of what says where `product` is found: of two with the same, one may take the other's place in searches,
/// categories and filters.
pub(super) fn imprint(product: &Product) -> u64 {
    let mut hasher = DefaultHasher::new();
    for texts in [&product.name, &product.subtitle, &product.description] {
        texts.iter().collect::<Vec<_>>().hash(&mut hasher);
    }
    product.sku.hash(&mut hasher);
    let variations = product.variations.iter();
    variations
        .map(|it| &it.sku)
        .collect::<Vec<_>>()
        .hash(&mut hasher);
    let facts = product.attributes.iter();
    let facts: Vec<_> = facts.map(|it| (&it.name, &it.value, it.shown)).collect();
    facts.hash(&mut hasher);
    for option in &product.options {
        let choices: Vec<_> = option.choices.iter().map(|it| &it.text).collect();
        (&option.name, choices).hash(&mut hasher);
    }
    (&product.categories, product.featured).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_comes_back_as_it_was_kept() {
        let image = Image {
            hash: format!("{:064x}", 0xab_u8),
            width: 3,
            height: 4,
            alt: Translated::one("en", "A mug"),
            focus: Some(Focus { x: 10, y: 90 }),
            whole: true,
            ..Image::default()
        };
        let kept = CardImage::new(&image).map(|kept| kept.image());
        assert_eq!(kept, Some(image));
        for hash in ["", "xyz", &"ä".repeat(32), &"0".repeat(63)] {
            let hash = hash.to_owned();
            assert!(
                CardImage::new(&Image {
                    hash,
                    ..Image::default()
                })
                .is_none()
            );
        }
    }
}
