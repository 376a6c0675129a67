//! Texts of what stands around a product: when it arrives, what buyers say of it, its videos.

super::table::texts! {
    ProductTexts, "product";
    delivery_time, reviews, no_reviews, write_review, buyers_only, newer_reviews, older_reviews, back_to_product,
    review_for_guests, review_for_customers, review_stars, review_title, review_text, review_name, review_name_hint,
    send_review, change_review, remove_review, review_thanks, review_pending, review_published, review_rejected,
    review_removed, review_of_other_order, wrong_stars, wrong_title, wrong_text, wrong_name, open_video, low_lead;
    arrives(days), ready(days), way_arrives(way, days), order_until(day, hour), out_of_five(stars), stars(count),
    review_by(name, date), review_of(product), news_subject(product, stars), news_pending(review),
    news_published(review), video_of(product), play_video(product, host), video_host(host), low_subject(count), low_line(product, left),
    low_link(link)
}
