//! Writing the whole catalogue as Awning's JSON lines, and the pictures and videos beside it.

use super::json::{Line, VERSION};
use crate::{
    base::error::AppError,
    catalog::{Category, store},
    content::pages,
    platform::{
        db::Db,
        images::{Image, Images},
        videos::VideoSource,
    },
};
use futures::{Stream, TryStreamExt, stream};
use std::{
    collections::HashMap,
    fs,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    pin::pin,
};

const AT_ONCE: u64 = 500;

/// Where the pictures of the file at `path` stand.
pub fn pictures_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".pictures");
    path.with_file_name(name)
}

/// Writes the catalogue to `path`, and its pictures beside that; returns the number of products.
pub async fn export(
    db: &Db,
    images: &Images,
    path: &Path,
) -> Result<u64, Box<dyn std::error::Error>> {
    let folder = pictures_of(path);
    fs::create_dir_all(&folder)?;
    let mut file = BufWriter::new(fs::File::create(path)?);
    let mut products = 0;
    let mut pieces = pin!(pieces(db.clone()));
    while let Some(piece) = pieces.try_next().await.map_err(read_failed)? {
        for image in &piece.images {
            copy(images, &image.hash, &folder)?;
            if let Some(VideoSource::File(video)) = image.video.as_ref().map(|it| &it.source) {
                fs::copy(images.videos().path(video), folder.join(video.name()))?;
            }
        }
        file.write_all(&piece.lines)?;
        products += piece.products;
    }
    file.flush()?;
    Ok(products)
}

/// The lines of the whole catalogue, some at a time.
pub fn lines(db: Db) -> impl Stream<Item = io::Result<Vec<u8>>> + Send {
    pieces(db).map_ok(|piece| piece.lines).map_err(read_failed)
}

/// Some lines, and the pictures that they name.
#[derive(Default)]
struct Piece {
    lines: Vec<u8>,
    images: Vec<Image>,
    products: u64,
}

/// What is written next.
#[derive(Clone, Copy)]
enum Next {
    Categories,
    /// Those with larger numbers.
    Products(i64),
    Pages,
}

fn pieces(db: Db) -> impl Stream<Item = Result<Piece, AppError>> + Send {
    stream::try_unfold(Some(Next::Categories), move |next| {
        let db = db.clone();
        async move {
            let Some(next) = next else { return Ok(None) };
            let (piece, next) = piece(&db, next).await?;
            Ok(Some((piece, next)))
        }
    })
}

async fn piece(db: &Db, next: Next) -> Result<(Piece, Option<Next>), AppError> {
    let mut piece = Piece::default();
    let after = match next {
        Next::Categories => {
            line(&mut piece.lines, &Line::Awning(VERSION))?;
            for (category, names) in from_the_top(store::categories(&db.read).await?) {
                piece.images.extend(category.image.clone());
                line(&mut piece.lines, &Line::Category(Box::new(category), names))?;
            }
            Some(Next::Products(0))
        }
        Next::Products(after) => {
            let some = store::products_after(&db.read, after, AT_ONCE).await?;
            let last = some.last().map(|(last, _)| last.id);
            for (product, handle) in some {
                piece.images.extend(product.images.iter().cloned());
                line(&mut piece.lines, &Line::Product(Box::new(product), handle))?;
                piece.products += 1;
            }
            Some(last.map_or(Next::Pages, Next::Products))
        }
        Next::Pages => {
            for page in pages::all(&db.read).await? {
                let page = Line::Page(page.slug, page.language, page.markdown);
                line(&mut piece.lines, &page)?;
            }
            None
        }
    };
    Ok((piece, after))
}

fn read_failed(_: AppError) -> io::Error {
    io::Error::other("the database could not be read; the log says more")
}

/// Writes `line` behind `lines`.
pub(super) fn line(lines: &mut Vec<u8>, line: &Line) -> Result<(), AppError> {
    serde_json::to_writer(&mut *lines, line).map_err(AppError::internal)?;
    lines.push(b'\n');
    Ok(())
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
