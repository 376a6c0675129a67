//! Videos that a file or the merchant brings.

use super::{pictures, record::Refusal};
use crate::{
    base::{date, error::AppError, translated::Translated},
    catalog::store::{
        self,
        entity::product,
        stock::{Cause, Kind},
    },
    content::version,
    platform::{
        audit::Actor,
        db::Db,
        images::{Image, Images, StoredPicture},
        videos::{Video, VideoFile, VideoSource},
    },
};
use sea_orm::EntityTrait;
use std::{fs, path::Path};

/// Width and height of a video of which nothing else is known.
const USUAL: (u32, u32) = (1280, 720);

/// Where the merchant has a video.
#[derive(Clone, Debug)]
pub struct NewVideo<'a> {
    /// The product that it is of.
    pub product: i64,
    /// Its address at `YouTube` or Vimeo, or a file.
    pub source: &'a str,
    /// A picture that stands for it.
    pub poster: &'a Path,
    /// Whether it comes before all pictures.
    pub is_main: bool,
}

/// Puts a video into the gallery of a product; what is wrong with it otherwise.
pub async fn add_video(
    db: &Db,
    images: &Images,
    new: NewVideo<'_>,
) -> Result<(), Box<dyn std::error::Error>> {
    let poster =
        fs::read(new.poster).map_err(|error| format!("{}: {error}", new.poster.display()))?;
    let poster = images
        .keep(&poster)
        .map_err(|refused| format!("{}: {refused}", new.poster.display()))?;
    let (source, (width, height)) = match VideoSource::at(new.source) {
        Some(source) => (source, USUAL),
        None if new.source.starts_with("http") => {
            let why = "expected a video of YouTube or Vimeo, or a file";
            return Err(format!("{}: {why}", new.source).into());
        }
        None => {
            let file = fs::read(new.source).map_err(|error| format!("{}: {error}", new.source))?;
            let kept = images.videos().keep(&file);
            let kept = kept.map_err(|refused| format!("{}: {refused}", new.source))?;
            (VideoSource::File(kept), (poster.width, poster.height))
        }
    };
    let image = Image {
        video: Some(Box::new(Video {
            source,
            width,
            height,
        })),
        ..poster.clone().showing(Translated::default())
    };
    let is_there = put(db, &new, &poster, image).await;
    let is_there = is_there.map_err(|fault| format!("the database did not do it: {fault:?}"))?;
    if is_there {
        Ok(())
    } else {
        Err(format!("there is no product {}", new.product).into())
    }
}

/// Returns `false` if there is no such product.
async fn put(
    db: &Db,
    new: &NewVideo<'_>,
    poster: &StoredPicture,
    image: Image,
) -> Result<bool, AppError> {
    let tx = db.begin().await?;
    let Some(before) = store::product_to_change(&tx, new.product).await? else {
        return Ok(false);
    };
    let row = product::Entity::find_by_id(new.product);
    let handle = row.one(&tx).await?.map(|row| row.handle);
    pictures::note(&tx, poster).await?;
    let mut wanted = before.clone();
    let place = if new.is_main { 0 } else { wanted.images.len() };
    wanted.images.insert(place, image);
    let handle = handle.unwrap_or_default();
    let by = Actor::shop();
    let cause = Cause::of(Kind::Imported, &by);
    let put = store::put_over(&tx, Some(before), wanted, &handle, date::now(), &cause).await?;
    version::touch_products(&tx, &[put.id()]).await?;
    tx.commit().await?;
    Ok(true)
}

/// Makes sure that the shop has the file of `video`; it may stand in the folder beside, if there may be one.
pub fn has(images: &Images, video: &VideoFile, folder: Option<&Path>) -> bool {
    let videos = images.videos();
    if videos.has(video) {
        return true;
    }
    let file = folder.and_then(|folder| fs::read(folder.join(video.name())).ok());
    file.is_some_and(|file| videos.keep(&file).is_ok_and(|kept| kept == *video))
}

/// What is wrong with the videos of `images`, which line `line` brings.
pub fn check(line: u64, images: &[Image]) -> Result<(), Refusal> {
    let videos = images.iter().filter_map(|image| image.video.as_ref());
    let mut wrong = videos.filter(|video| !video.source.is_sound());
    match wrong.next() {
        None => Ok(()),
        Some(video) => {
            let why = "this is no id of such a video";
            Err(Refusal::new(line, "images", &video.url(), why))
        }
    }
}
