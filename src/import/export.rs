//! Writing the whole catalogue as our own JSON lines, and the pictures and videos beside it.

use super::json::{Line, VERSION};
use crate::{
    base::error::AppError,
    catalog::{Category, store},
    content::pages,
    platform::{db::Db, images::Images, videos::VideoSource},
};
use std::{
    collections::HashMap,
    fs,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

const AT_ONCE: u64 = 500;

/// Where the pictures of the file at `path` stand.
pub fn pictures_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".pictures");
    path.with_file_name(name)
}

/// Writes the catalogue to `path`; how many products there are.
pub async fn export(
    db: &Db,
    images: &Images,
    path: &Path,
) -> Result<u64, Box<dyn std::error::Error>> {
    let folder = pictures_of(path);
    fs::create_dir_all(&folder)?;
    let mut file = BufWriter::new(fs::File::create(path)?);
    line(&mut file, &Line::Awning(VERSION))?;
    let categories = store::categories(&db.read).await.map_err(read_failed)?;
    for (category, names) in from_the_top(categories) {
        if let Some(image) = &category.image {
            copy(images, &image.hash, &folder)?;
        }
        line(&mut file, &Line::Category(Box::new(category), names))?;
    }
    let (mut after, mut products) = (0, 0);
    loop {
        let some = store::products_after(&db.read, after, AT_ONCE)
            .await
            .map_err(read_failed)?;
        let Some((last, _)) = some.last() else { break };
        after = last.id;
        for (product, handle) in some {
            for image in &product.images {
                copy(images, &image.hash, &folder)?;
                if let Some(VideoSource::File(video)) = image.video.as_ref().map(|it| &it.source) {
                    fs::copy(images.videos().path(video), folder.join(video.name()))?;
                }
            }
            line(&mut file, &Line::Product(Box::new(product), handle))?;
            products += 1;
        }
    }
    for page in pages::all(&db.read).await.map_err(read_failed)? {
        line(
            &mut file,
            &Line::Page(page.slug, page.language, page.markdown),
        )?;
    }
    file.flush()?;
    Ok(products)
}

fn read_failed(_: AppError) -> io::Error {
    io::Error::other("the database could not be read; the log says more")
}

fn line(file: &mut impl Write, line: &Line) -> io::Result<()> {
    serde_json::to_writer(&mut *file, line)?;
    file.write_all(b"\n")
}

fn copy(images: &Images, hash: &str, folder: &Path) -> io::Result<()> {
    let to = folder.join(hash);
    if !to.exists() {
        fs::copy(images.original(hash), to)?;
    }
    Ok(())
}

/// Categories with their path of names, those above before those below.
fn from_the_top(categories: Vec<Category>) -> Vec<(Category, Vec<String>)> {
    let parents: HashMap<i64, (Option<i64>, String)> = categories
        .iter()
        .map(|it| (it.id, (it.parent, it.name.get("").to_owned())))
        .collect();
    let names = |category: &Category| {
        let mut names = vec![category.name.get("").to_owned()];
        let mut above = category.parent;
        while let Some((parent, name)) = above.and_then(|id| parents.get(&id)) {
            names.insert(0, name.clone());
            // A ring would never end.
            above = parent.filter(|_| names.len() <= parents.len());
        }
        names
    };
    let mut all: Vec<(Category, Vec<String>)> = categories
        .into_iter()
        .map(|category| {
            let names = names(&category);
            (category, names)
        })
        .collect();
    all.sort_by_key(|(category, names)| (names.len(), category.id));
    all
}
