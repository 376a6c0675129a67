//! Getting the pictures that a file names.

use super::{fetch, videos};
use crate::{
    base::{error::AppError, translated::Translated},
    catalog::store::entity::{image, image_source},
    platform::{
        images::{Image, Images, StoredPicture},
        jobs::Setback,
        videos::VideoSource,
    },
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};
use std::path::{Path, PathBuf};

/// Largest answer taken from elsewhere, in bytes.
const MAX_SIZE: u64 = 30 * 1024 * 1024;

/// Where pictures come from and go to.
#[derive(Clone)]
pub struct Pictures {
    images: Images,
    /// The shop's own, where `images` are a dry run's.
    shop: Option<Images>,
    /// Directory that relative paths start from, the file's; `None` if pictures come from the web alone.
    beside: Option<PathBuf>,
    web: ureq::Agent,
}

impl Pictures {
    /// Pictures for `images`, named by a file in `beside`, or by one that may name none of this machine; `anywhere` in private
    /// networks too.
    pub fn new(images: Images, beside: Option<&Path>, anywhere: bool) -> Self {
        Self {
            images,
            shop: None,
            beside: beside.map(Path::to_owned),
            web: fetch::agent(anywhere),
        }
    }

    /// The pictures of a dry run, which keeps new ones in `dir` as empty files: what counts is
    /// that they could be taken in.
    pub fn on_trial(self, dir: &Path) -> Self {
        Self {
            images: Images::new(&dir.display().to_string()),
            shop: Some(self.images),
            ..self
        }
    }

    /// Whether they are a dry run's.
    pub fn are_on_trial(&self) -> bool {
        self.shop.is_some()
    }

    /// The picture at `source`, a URL or a path; what is wrong with it, and whether that may pass. A source is
    /// fetched once, however often it is named.
    pub async fn get(
        &self,
        db: &impl ConnectionTrait,
        source: &str,
        alt: &str,
        language: &str,
    ) -> Result<Result<Image, Setback>, AppError> {
        let known = match image_source::Entity::find_by_id(source).one(db).await? {
            Some(known) => image::Entity::find_by_id(known.hash).one(db).await?,
            None => None,
        };
        let alt = Translated::one(language, alt);
        if let Some(known) = known
            && self.is_here(&known.hash).await?
        {
            return Ok(Ok(Image {
                hash: known.hash,
                width: size(known.width),
                height: size(known.height),
                alt,
                border: known.border.and_then(|it| serde_json::from_str(&it).ok()),
                ..Image::default()
            }));
        }
        let (this, from) = (self.clone(), source.to_owned());
        let kept = tokio::task::spawn_blocking(move || this.take(&from)).await;
        match kept.map_err(AppError::internal)? {
            Ok(kept) => {
                note(db, &kept).await?;
                note_source(db, &kept, source).await?;
                Ok(Ok(kept.showing(alt)))
            }
            Err(why) => Ok(Err(why)),
        }
    }

    /// Makes sure that a picture known by its hash is kept; it may stand in the folder beside, if there may be one.
    pub async fn has(
        &self,
        db: &impl ConnectionTrait,
        wanted: &Image,
        folder: Option<&Path>,
    ) -> Result<bool, AppError> {
        if self.is_here(&wanted.hash).await? {
            return Ok(true);
        }
        let plain = wanted.hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        let read = |folder: &Path| std::fs::read(folder.join(&wanted.hash)).ok();
        let Some(file) = folder.filter(|_| plain).and_then(read) else {
            return Ok(false);
        };
        match self.keep(&file) {
            Ok(kept) if kept.hash == wanted.hash => {
                note(db, &kept).await?;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// Makes sure that the file of `image`'s video is kept, if it is the shop's own; it may stand in the folder beside.
    pub async fn has_video(&self, image: &Image, folder: Option<&Path>) -> Result<bool, AppError> {
        let source = image.video.as_ref().map(|video| &video.source);
        let Some(VideoSource::File(video)) = source.cloned() else {
            return Ok(true);
        };
        // A dry run keeps nothing: what it would take stands there.
        let stands_there = |folder: &Path| folder.join(video.name()).exists();
        if self.shop.is_some() && folder.is_some_and(stands_there) {
            return Ok(true);
        }
        let images = self.shop.as_ref().unwrap_or(&self.images).clone();
        let folder = folder.map(Path::to_owned);
        tokio::task::spawn_blocking(move || videos::has(&images, &video, folder.as_deref()))
            .await
            .map_err(AppError::internal)
    }

    fn take(&self, source: &str) -> Result<StoredPicture, Setback> {
        let file = if source.starts_with("https://") || source.starts_with("http://") {
            fetch::file(&self.web, source, MAX_SIZE)?
        } else {
            let Some(beside) = &self.beside else {
                let why = "expected an address on the internet that begins with https://";
                return Err(Setback::for_good(why));
            };
            let file = std::fs::read(beside.join(source));
            file.map_err(|error| Setback::for_good(format!("not read: {error}")))?
        };
        self.keep(&file).map_err(Setback::for_good)
    }

    fn keep(&self, file: &[u8]) -> Result<StoredPicture, String> {
        let kept = self.images.keep(file);
        let kept = kept.map_err(|refused| refused.to_string())?;
        if self.shop.is_some() {
            let emptied = std::fs::write(self.images.original(&kept.hash), []);
            emptied.map_err(|error| format!("it cannot be stored: {error}"))?;
        }
        Ok(kept)
    }

    /// Whether the picture is kept, here or in the shop, and its file whole.
    async fn is_here(&self, hash: &str) -> Result<bool, AppError> {
        // A dry run keeps empty files.
        if self.shop.is_some() && self.images.original(hash).exists() {
            return Ok(true);
        }
        let images = self.shop.as_ref().unwrap_or(&self.images).clone();
        let hash = hash.to_owned();
        tokio::task::spawn_blocking(move || images.has(&hash))
            .await
            .map_err(AppError::internal)
    }
}

pub(super) async fn note(db: &impl ConnectionTrait, kept: &StoredPicture) -> Result<(), AppError> {
    let row = image::ActiveModel {
        hash: Set(kept.hash.clone()),
        width: Set(kept.width.into()),
        height: Set(kept.height.into()),
        border: Set(serde_json::to_string(&kept.border).ok()),
    };
    let replace = OnConflict::column(image::Column::Hash)
        .update_columns([
            image::Column::Border,
            image::Column::Width,
            image::Column::Height,
        ])
        .to_owned();
    image::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

async fn note_source(
    db: &impl ConnectionTrait,
    kept: &StoredPicture,
    source: &str,
) -> Result<(), AppError> {
    let row = image_source::ActiveModel {
        source: Set(source.to_owned()),
        hash: Set(kept.hash.clone()),
    };
    let replace = OnConflict::column(image_source::Column::Source)
        .update_column(image_source::Column::Hash)
        .to_owned();
    image_source::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

fn size(stored: i64) -> u32 {
    u32::try_from(stored).unwrap_or(0)
}
