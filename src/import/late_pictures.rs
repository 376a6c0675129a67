//! Pictures that did not come with their product because their site did not answer: the shop fetches
//! them later, by jobs.

use super::{options::ImportOptions, pictures::Pictures, record::LatePicture};
use crate::{
    base::{date, error::AppError},
    catalog::{
        Product,
        store::{
            self,
            stock::{Cause, Kind},
        },
    },
    content::version,
    platform::{
        audit::Actor,
        db::{Db, retried},
        images::Image,
        jobs::{Job, NewJob, Setback, Work, enqueue},
        services::Services,
    },
};
use async_trait::async_trait;
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};

const KIND: &str = "picture";
/// Seconds until a site is asked again.
const PAUSE: i64 = 60;

/// The picture, and whose it is.
#[derive(Serialize, Deserialize)]
struct Body {
    product: i64,
    handle: String,
    picture: LatePicture,
}

impl LatePicture {
    /// Keeps a job that fetches it for `product`, unless there is one.
    pub async fn enqueue(
        self,
        tx: &impl ConnectionTrait,
        product: i64,
        handle: &str,
        now: i64,
    ) -> Result<(), AppError> {
        let key = format!("{KIND}:{product}:{}", self.source);
        let body = Body {
            product,
            handle: handle.to_owned(),
            picture: self,
        };
        let job = NewJob {
            kind: KIND,
            key: Some(key),
            body: serde_json::to_string(&body).map_err(AppError::internal)?,
            now,
            due: now + PAUSE,
        };
        enqueue(tx, job).await?;
        Ok(())
    }
}

/// Fetches them.
pub struct LatePictures(pub Services);

#[async_trait]
impl Work for LatePictures {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &Job) -> Result<(), Setback> {
        let Self(services) = self;
        let body: Body = serde_json::from_str(&job.body).map_err(Setback::for_good)?;
        let options = ImportOptions::of(&services.config);
        let pictures = Pictures::new(services.images.clone(), None, options.anywhere);
        let (db, picture) = (&services.db, &body.picture);
        let image = pictures.get(
            &db.write,
            &picture.source,
            &picture.alt,
            options.language.code(),
        );
        let image = image.await??;
        retried(|| body.put(db, &image)).await?;
        Ok(())
    }
}

impl Body {
    /// Gives the product its picture; one that is gone meanwhile needs none.
    async fn put(&self, db: &Db, image: &Image) -> Result<(), AppError> {
        let tx = db.begin().await?;
        let wanted = Product {
            id: self.product,
            ..Product::default()
        };
        let Some(before) = store::existing(&tx, &wanted, "").await? else {
            return Ok(());
        };
        let mut product = before.clone();
        if !product.images.iter().any(|it| it.hash == image.hash) {
            let place = self.picture.position.min(product.images.len());
            product.images.insert(place, image.clone());
        }
        let index = self.picture.variation;
        let variation = index.and_then(|index| product.variations.get_mut(index));
        if let Some(variation) = variation.filter(|it| it.image.is_none()) {
            variation.image = Some(image.hash.clone());
        }
        let by = Actor::shop();
        let cause = Cause::of(Kind::Imported, &by);
        let put = store::put_over(
            &tx,
            Some(before),
            product,
            &self.handle,
            date::now(),
            &cause,
        )
        .await?;
        if put.is_change() {
            version::touch_products(&tx, &[put.id()]).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}
