//! What buyers say of a product, on its page (`spec/config.md` 4.8).

use super::{
    context::PageContext,
    rating::{RatingStars, Stars},
};
use crate::{
    base::{error::AppError, paths::ShopPath, time_zone::TimeZone},
    catalog::{
        Product,
        rating::Ratings,
        store::{self, entity::review},
    },
    text::{Language, product::ProductTexts},
};
use leptos::prelude::*;
use serde_json::{Value, json};

/// Reviews of a page.
pub const PER_PAGE: u64 = 5;
/// Name in the query that says which page of them.
pub const PAGE: &str = "reviews";

/// The reviews of a product that its page shows.
#[derive(Clone, Debug)]
pub struct Reviews {
    product: i64,
    /// Path of the product.
    path: String,
    ratings: Ratings,
    /// Those of this page, the newest first.
    listed: Vec<review::Model>,
    /// The clock that days are told by.
    zone: TimeZone,
    /// Which page this is, from 1 on.
    page: u64,
    /// How many there are.
    pages: u64,
}

impl Reviews {
    /// The reviews of `product` on page `page`; `None` where the shop has none.
    pub async fn of(
        product: &Product,
        path: &str,
        page: u64,
        page_context: &PageContext,
    ) -> Result<Option<Self>, AppError> {
        if !page_context.services.config.reviews.is_on() {
            return Ok(None);
        }
        let count = u64::from(product.ratings.rating().count);
        let pages = count.div_ceil(PER_PAGE).max(1);
        let page = page.clamp(1, pages);
        let listed = if count == 0 {
            Vec::new()
        } else {
            let db = &page_context.services.db.read;
            store::published(db, product.id, (page - 1) * PER_PAGE, PER_PAGE).await?
        };
        Ok(Some(Self {
            product: product.id,
            path: path.to_owned(),
            ratings: product.ratings,
            listed,
            zone: page_context.services.config.time_zone.clone(),
            page,
            pages,
        }))
    }

    /// The page of them that the URL of another choice asks for, if it is not the first.
    pub fn query(&self) -> Option<String> {
        (self.page > 1).then(|| format!("{PAGE}={}&", self.page))
    }

    /// What schema.org's `Product` says of its reviews; `None` without one.
    pub fn schema(&self) -> Option<(Value, Value)> {
        let rating = self.ratings.rating();
        let tenths = rating.tenths()?;
        let number = format!("{}.{}", tenths / 10, tenths % 10);
        let all = json!({ "@type": "AggregateRating", "ratingValue": number, "reviewCount": rating.count, "bestRating": 5, "worstRating": 1 });
        let each = self.listed.iter().map(|review| {
            json!({
                "@type": "Review",
                "author": { "@type": "Person", "name": review.name },
                "datePublished": crate::base::date::day(review.created_at),
                "name": review.title,
                "reviewBody": review.text,
                "reviewRating": { "@type": "Rating", "ratingValue": review.stars, "bestRating": 5, "worstRating": 1 },
            })
        });
        Some((all, each.collect()))
    }
}

/// The average below the name, which leads to the reviews.
#[component]
pub fn RatingLink(
    /// The reviews; nothing without one.
    reviews: Option<Reviews>,
) -> impl IntoView {
    let rating = reviews.map(|reviews| reviews.ratings.rating());
    rating.filter(|rating| rating.count > 0).map(|rating| {
        view! {
            <div class="product-details__rating"><a href="#reviews"><RatingStars rating/></a></div>
        }
    })
}

/// The section of the reviews.
#[component]
pub fn ReviewsSection(
    /// What it shows; nothing where the shop has no reviews.
    reviews: Option<Reviews>,
) -> impl IntoView {
    let p = expect_context::<Language>().product_texts();
    reviews.map(|reviews| {
        let write = format!("{}?product={}", ShopPath::Review.text(), reviews.product);
        let is_empty = reviews.listed.is_empty();
        let zone = reviews.zone.clone();
        let listed = reviews.listed.clone().into_iter();
        let listed = listed.map(|review| view! { <Review review zone=zone.clone()/> });
        let list = (!is_empty).then(|| view! {
            <ol class="reviews__list" tabindex="0" aria-labelledby="reviews-title">{listed.collect_view()}</ol>
        });
        view! {
            <section class="product-details__reviews reviews" id="reviews" aria-labelledby="reviews-title">
                <h2 class="ec-header-h4" id="reviews-title">{p.reviews}</h2>
                <div class="reviews__summary">
                    {is_empty.then(|| view! { <p>{p.no_reviews}</p> })}
                    <RatingStars rating=reviews.ratings.rating()/>
                    <Bars ratings=reviews.ratings/>
                    <a class="button button--quiet" href=write rel="nofollow">{p.write_review}</a>
                    <p class="muted">{p.buyers_only}</p>
                </div>
                {list}
                <Pages reviews p/>
            </section>
        }
    })
}

/// How many gave how many stars.
#[component]
fn Bars(ratings: Ratings) -> impl IntoView {
    let p = expect_context::<Language>().product_texts();
    let all = ratings.rating().count;
    let bar = |stars: usize| {
        let count = ratings.with(stars);
        let label = stars_text(p, i64::try_from(stars).unwrap_or(0));
        view! {
            <li class="reviews__bar">
                <span>{label.clone()}</span>
                <meter min="0" max=all value=count aria-label=label></meter>
                <span>{count}</span>
            </li>
        }
    };
    (all > 0).then(|| {
        let bars: Vec<_> = (1..=5).rev().map(bar).collect();
        view! { <ul class="reviews__bars">{bars}</ul> }
    })
}

/// `1 star`, `4 stars`.
pub fn stars_text(p: &ProductTexts, stars: i64) -> String {
    p.stars(stars)
}

#[component]
fn Review(review: review::Model, zone: TimeZone) -> impl IntoView {
    let language = expect_context::<Language>();
    let p = language.product_texts();
    let label = stars_text(p, review.stars);
    let halves = u32::try_from(review.stars * 2).unwrap_or(0);
    let day = language.whole_day(zone.local(review.created_at).0);
    view! {
        <li class="review-card" id=format!("review-{}", review.id)>
            <Stars halves label/>
            <div lang=review.language>
                {(!review.title.is_empty()).then(|| view! { <h3 class="review-card__title">{review.title}</h3> })}
                <p class="review-card__text">{review.text}</p>
            </div>
            <p class="muted">{p.review_by(&review.name, &day)}</p>
        </li>
    }
}

/// The way to the pages beside this one.
#[component]
fn Pages(reviews: Reviews, p: &'static ProductTexts) -> impl IntoView {
    let link = |page: u64, text: &'static str, rel: &'static str| {
        let query = if page == 1 {
            String::new()
        } else {
            format!("?{PAGE}={page}")
        };
        view! { <a href=format!("{}{query}#reviews", reviews.path) rel=rel>{text}</a> }
    };
    (reviews.pages > 1).then(|| {
        let place = [reviews.page.to_string(), reviews.pages.to_string()];
        let t = expect_context::<Language>().texts();
        view! {
            <nav class="reviews__pages" aria-label=p.reviews>
                {(reviews.page > 1).then(|| link(reviews.page - 1, p.newer_reviews, "prev"))}
                <span>{t.page_of(&place[0], &place[1])}</span>
                {(reviews.page < reviews.pages).then(|| link(reviews.page + 1, p.older_reviews, "next"))}
            </nav>
        }
    })
}
