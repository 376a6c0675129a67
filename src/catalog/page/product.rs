use super::{
    breadcrumbs::Trail,
    context::PageContext,
    delivery_time::DeliveryTimes,
    page_object,
    price_notes::taxes_at_home,
    product_rows::CardOffer,
    product_view::ProductView,
    reviews::{self, Reviews},
    terms::TermsOfSale,
};
use crate::{
    base::{date, error::AppError, html},
    catalog::{Product, link::Links, product::Variation, selection::Selection, store},
    platform::images,
    ui::served::{About, Freshness, PageAnswer, PageContent, ServedPage},
};
use leptos::prelude::*;
use serde_json::{Value, json};

/// A product as its page shows it.
#[derive(Clone)]
pub struct ProductPage {
    /// The product, with its stock of now.
    pub product: Product,
    /// What is chosen.
    pub selection: Selection,
    /// How many.
    pub quantity: i64,
    /// Its path.
    pub path: String,
    /// What buyers say of it, where the shop has reviews.
    pub reviews: Option<Reviews>,
    /// The category that it was come from, where its URL says so.
    pub category: Option<i64>,
    /// The way to it.
    pub trail: Trail,
    /// Scheme and host of the shop.
    pub origin: String,
    /// Whether shoppers can ask something about it.
    pub takes_questions: bool,
    /// The terms on which it is sold.
    pub terms: TermsOfSale,
    /// When what is chosen arrives.
    pub delivery_times: Option<DeliveryTimes>,
    /// The taxes on it, and whether prices hold them.
    pub taxes: (Vec<String>, bool),
    /// What is shown beside it.
    pub related: Vec<CardOffer>,
    /// How URLs are written.
    pub links: Links,
}

impl ProductPage {
    /// What the answers of its form are put behind to see it with other choices.
    pub fn live_url(&self) -> String {
        let category = self.category.map(|id| format!("category={id}&"));
        let reviews = self.reviews.as_ref().and_then(Reviews::query);
        let asked = category.into_iter().chain(reviews).collect::<String>();
        format!("{}?{asked}", self.path)
    }
}

/// The page of product `id`, which is on the snapshot.
pub(super) async fn page(
    id: i64,
    query: &str,
    page_context: PageContext,
) -> Result<Option<PageAnswer>, AppError> {
    let stored = match page_context.snapshot.draft(id) {
        Some(draft) => Some(Product::clone(draft)),
        None => store::product(&page_context.services.db.read, id).await?,
    };
    let Some(product) = stored else {
        return Ok(None);
    };
    let Some(card) = page_context.snapshot.card(id).cloned() else {
        return Ok(None);
    };
    let code = page_context.language.code();
    let asked = ProductQuery::read(query);
    let path = page_context.links.product(&card);
    let name = product.name.get(code).to_owned();
    let from = asked.category.unwrap_or(card.main_category);
    let trail = Trail::to(&page_context, page_context.snapshot.tree.get(from)).and(&name, &path);
    let mut page = json!({
        "type": "PRODUCT",
        "productId": id,
        "name": name,
        "nameTranslated": page_object::translations(&page_context, &product.name),
        "mainCategoryId": card.main_category,
    });
    // Otherwise the browser knows where the shopper came from.
    if let Some(category) = asked.category {
        page["categoryId"] = json!(category);
    }
    if let Some(variation) = asked.variation {
        page["variationId"] = json!(variation);
    }
    let selection = asked.selection(&product);
    let reviews = Reviews::of(&product, &path, asked.reviews, &page_context).await?;
    let about = About {
        description: description(&product, code),
        canonical: path.as_str().into(),
        slug: card.slug.clone(),
        image: product.images.first().cloned().map(Box::new),
        is_product: true,
        facts: vec![
            schema(&page_context, &product, &name, &path, reviews.as_ref()),
            trail.facts(),
        ]
        .into(),
    };
    let title = match product.seo_title.get(code) {
        "" => name,
        own => own.to_owned(),
    };
    let quantity = asked.quantity.unwrap_or(product.min_quantity.unwrap_or(1));
    let config = &page_context.services.config;
    let snapshot = &page_context.snapshot;
    let related = snapshot.related(id, &product.related).into_iter();
    let related = related.map(|card| {
        let in_stock = snapshot.is_in_stock(card.id);
        (card, in_stock)
    });
    let product_page = ProductPage {
        related: related.collect(),
        links: page_context.links,
        origin: page_context.origin.clone(),
        takes_questions: config.contact_form,
        terms: TermsOfSale::of(&product, &page_context),
        delivery_times: DeliveryTimes::of(&product, &page_context)
            .filter(|_| selection.offer(&product).stock != Some(0)),
        taxes: (
            taxes_at_home(config, page_context.language),
            config.prices_include_tax,
        ),
        product,
        selection,
        quantity,
        path,
        reviews,
        category: asked.category,
        trail,
    };
    let html = page_context.drawn(|| view! { <ProductView product_page/> }.into_any());
    Ok(Some(PageAnswer::Page(ServedPage {
        title,
        found: true,
        content: PageContent::Written(html.into(), Freshness::Moment),
        about,
        page,
        order: None,
    })))
}

/// What the URL chooses.
pub(super) struct ProductQuery {
    pairs: Vec<(String, String)>,
    variation: Option<i64>,
    category: Option<i64>,
    pub(super) quantity: Option<i64>,
    /// Page of the reviews, from 1 on.
    reviews: u64,
}

impl ProductQuery {
    pub(super) fn read(query: &str) -> Self {
        let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .take(100)
            .collect();
        let number = |name: &str| -> Option<i64> {
            let (_, value) = pairs.iter().find(|(known, _)| known == name)?;
            value.parse().ok()
        };
        Self {
            variation: number("variation"),
            category: number("category"),
            quantity: number("quantity").filter(|quantity| (1..=9_999).contains(quantity)),
            reviews: number(reviews::PAGE)
                .and_then(|page| page.try_into().ok())
                .unwrap_or(1),
            pairs,
        }
    }

    pub(super) fn selection(&self, product: &Product) -> Selection {
        let mut selection = Selection::initial(product);
        let variation = product
            .variations
            .iter()
            .find(|it| Some(it.id) == self.variation);
        if let Some(variation) = variation {
            selection = selection.with_variation(product, variation);
        }
        if let Some((_, list)) = self.pairs.iter().find(|(name, _)| name == "options") {
            let indexes: Vec<Option<usize>> = list
                .split(',')
                .map(|index| index.trim().parse().ok())
                .collect();
            selection = selection.with_indexes(product, &indexes);
        }
        selection.with_form(product, |field| {
            let values = self.pairs.iter().filter(|(name, _)| name == field);
            let values: Vec<String> = values.map(|(_, value)| value.clone()).collect();
            (!values.is_empty()).then_some(values)
        })
    }
}

fn description(product: &Product, code: &str) -> String {
    let own = product.seo_description.get(code);
    if !own.is_empty() {
        return own.to_owned();
    }
    let plain = html::plain(product.description.get(code));
    plain
        .split_whitespace()
        .take(28)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The product as schema.org has it, with an offer for each variation.
fn schema(
    page_context: &PageContext,
    product: &Product,
    name: &str,
    path: &str,
    reviews: Option<&Reviews>,
) -> Value {
    let prices = &page_context.services.shop.prices;
    let offer = |sku: &str, price: i64, stock: Option<i64>, url: String| {
        let availability = if stock == Some(0) {
            "OutOfStock"
        } else {
            "InStock"
        };
        json!({
            "@type": "Offer",
            "sku": sku,
            "url": url,
            "price": prices.plain(price),
            "priceCurrency": prices.currency,
            "availability": format!("https://schema.org/{availability}"),
        })
    };
    let offers: Vec<Value> = if product.variations.is_empty() {
        vec![offer(
            &product.sku,
            product.price,
            product.stock,
            path.to_owned(),
        )]
    } else {
        let variation = |it: &Variation| {
            let url = format!("{path}?variation={}", it.id);
            offer(
                &it.sku,
                it.price.unwrap_or(product.price),
                it.stock.or(product.stock),
                url,
            )
        };
        product.variations.iter().map(variation).collect()
    };
    let images: Vec<String> = product
        .images
        .iter()
        .map(|image| images::url(&image.hash, 1200, "jpg"))
        .collect();
    let mut schema = json!({
        "@context": "https://schema.org",
        "@type": "Product",
        "name": name,
        "sku": product.sku,
        "description": description(product, page_context.language.code()),
        "image": images,
        "url": path,
        "offers": offers,
    });
    let videos = product.images.iter().filter_map(|image| {
        let video = image.video.as_ref()?;
        let mut object = json!({
            "@type": "VideoObject",
            "name": name,
            "description": description(product, page_context.language.code()),
            "thumbnailUrl": images::url(&image.hash, 1200, "jpg"),
            "uploadDate": date::day(product.created_at),
        });
        match video.player_url() {
            Some(player) => object["embedUrl"] = json!(player),
            None => object["contentUrl"] = json!(video.url()),
        }
        Some(object)
    });
    let videos: Vec<Value> = videos.collect();
    if !videos.is_empty() {
        schema["subjectOf"] = json!(videos);
    }
    if let Some((all, each)) = reviews.and_then(Reviews::schema) {
        (schema["aggregateRating"], schema["review"]) = (all, each);
    }
    schema
}
