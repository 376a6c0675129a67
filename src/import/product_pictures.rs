//! The pictures of a product that a file brings.

use super::{
    pictures::Pictures,
    record::{Delivery, LatePicture, Refusal},
};
use crate::{base::error::AppError, platform::db::Db};
use std::path::Path;

impl Pictures {
    /// Gets the pictures of `delivery`; what is wrong with those that cannot be had. The product comes
    /// without them, and those whose site does not answer come later.
    pub async fn fetch_for(
        &self,
        db: &Db,
        delivery: &mut Delivery,
        language: &str,
        folder: Option<&Path>,
    ) -> Result<Vec<Refusal>, AppError> {
        let (line, mut refused) = (delivery.line, Vec::new());
        let whole = delivery
            .pictures
            .iter()
            .map(|(source, alt)| (None, source, alt.as_str()));
        let shown = delivery.variation_pictures.iter();
        let shown = shown.map(|(index, source)| (Some(*index), source, ""));
        for (position, (variation, source, alt)) in whole.chain(shown).enumerate() {
            let image = match self.get(&db.write, source, alt, language).await? {
                Ok(image) => image,
                Err(setback) if setback.for_good => {
                    refused.push(Refusal::new(line, "picture", source, setback.why));
                    continue;
                }
                Err(setback) => {
                    let why = format!("{}; the shop tries again by itself", setback.why);
                    refused.push(Refusal::new(line, "picture", source, why));
                    delivery.late_pictures.push(LatePicture {
                        source: source.clone(),
                        alt: alt.to_owned(),
                        position,
                        variation,
                    });
                    continue;
                }
            };
            let shown = variation.and_then(|index| delivery.product.variations.get_mut(index));
            if let Some(shown) = shown {
                shown.image = Some(image.hash.clone());
            }
            let images = &mut delivery.product.images;
            // A variation may show one of the product's own.
            if variation.is_none() || !images.iter().any(|it| it.hash == image.hash) {
                images.push(image);
            }
        }
        let mut kept = Vec::new();
        for mut image in std::mem::take(&mut delivery.product.images) {
            if !self.has_video(&image, folder).await? {
                let url = image
                    .video
                    .take()
                    .map(|video| video.url())
                    .unwrap_or_default();
                let why = "there is no such video in the shop, nor beside the file";
                refused.push(Refusal::new(line, "images", &url, why));
            }
            if self.has(&db.write, &image, folder).await? {
                kept.push(image);
            } else {
                let why = "there is no such picture in the shop, nor beside the file";
                refused.push(Refusal::new(line, "images", &image.hash, why));
            }
        }
        delivery.product.images = kept;
        Ok(refused)
    }
}
