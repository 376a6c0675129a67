//! The demo shop's products.

use super::{
    products::{NOTEBOOKS, OPENING, PAPER, POSTCARDS, PRINTS, both, notebook, postcards, print},
    texts,
};
use crate::{
    base::error::AppError,
    catalog::{
        Category, Product,
        store::{
            self, entity,
            stock::{Cause, Kind},
        },
    },
    content::version,
    platform::{
        audit::Actor,
        files::KeptFile,
        images::Image,
        videos::{Video, VideoSource},
    },
    request::state::AppState,
};
use awning_demo_art::{self as art, Series};
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};

/// The postcards that come with a file.
const WITH_A_FILE: i64 = 206;
/// What that is called.
const WALLPAPER: &str = "Twelve Small Suns, for your screen.jpg";

/// Fills an empty catalogue; `false` if there is something in it.
pub async fn seed(state: &AppState) -> Result<bool, AppError> {
    if entity::product::Entity::find()
        .count(&state.db.read)
        .await?
        > 0
    {
        return Ok(false);
    }
    tracing::info!("drawing the demo shop's pictures");
    let drawing = state.clone();
    let drawn = tokio::task::spawn_blocking(move || draw_all(&drawing)).await;
    let products = drawn.map_err(AppError::internal)??;
    let wallpaper = wallpaper(state)?;
    let tx = state.db.begin().await?;
    let picture = |id: i64| {
        products
            .iter()
            .find(|it| it.categories.contains(&id))?
            .images
            .first()
            .cloned()
    };
    for (category, path) in categories(&picture) {
        store::put_category(&tx, category, path).await?;
    }
    let by = Actor::shop();
    let cause = Cause::of(Kind::Imported, &by);
    for product in &products {
        store::put_product(&tx, product.clone(), "", OPENING, &cause).await?;
    }
    store::add_file(&tx, WITH_A_FILE, WALLPAPER, &wallpaper, OPENING).await?;
    remember_old_slug(&tx).await?;
    version::touch(&tx).await?;
    tx.commit().await?;
    Ok(true)
}

/// A picture for the screen, which one set of postcards comes with.
fn wallpaper(state: &AppState) -> Result<KeptFile, AppError> {
    let picture = art::print(Series::ALL[1], 80_000).ok_or(AppError::Internal)?;
    state
        .files
        .keep(picture.as_slice())
        .map_err(AppError::internal)
}

/// The oldest print once had another name; its old URL still leads to it.
async fn remember_old_slug(tx: &impl ConnectionTrait) -> Result<(), AppError> {
    let old = entity::slug::ActiveModel {
        slug: sea_orm::ActiveValue::Set("still-water".into()),
        is_product: sea_orm::ActiveValue::Set(true),
        target_id: sea_orm::ActiveValue::Set(101),
        current: sea_orm::ActiveValue::Set(false),
    };
    entity::slug::Entity::insert(old)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

fn categories(picture: &impl Fn(i64) -> Option<Image>) -> Vec<(Category, &'static str)> {
    let category =
        |id: i64, parent: Option<i64>, position, name: [&str; 2], lead: [&str; 2]| Category {
            id,
            parent,
            position,
            name: both(name),
            description: both(lead).map(|text| format!("<p>{text}</p>")),
            enabled: true,
            image: picture(id),
            ..Category::default()
        };
    let mut all = vec![(
        category(
            PRINTS,
            None,
            1,
            ["Prints", "Drucke"],
            [
                "Four series, drawn by programs and chosen by hand.",
                "Vier Serien, von Programmen gezeichnet, von Hand ausgewählt.",
            ],
        ),
        "Prints",
    )];
    for (index, (english, german, lead, lead_german)) in (0..).zip(texts::SERIES) {
        all.push((
            category(
                2 + index,
                Some(PRINTS),
                index,
                [english, german],
                [lead, lead_german],
            ),
            [
                "Prints/Tide Lines",
                "Prints/Ember Fields",
                "Prints/Moss Rings",
                "Prints/Salt Grids",
            ][index as usize],
        ));
    }
    all.push((
        category(
            PAPER,
            None,
            2,
            ["Paper Goods", "Papierwaren"],
            ["Small things to write on.", "Kleine Dinge zum Beschreiben."],
        ),
        "Paper Goods",
    ));
    all.push((
        category(
            POSTCARDS,
            Some(PAPER),
            1,
            ["Postcards", "Postkarten"],
            [
                "Sets of eight, on board thick enough to stand up.",
                "Sätze zu acht, auf Karton, der steht.",
            ],
        ),
        "Paper Goods/Postcards",
    ));
    all.push((
        category(
            NOTEBOOKS,
            Some(PAPER),
            2,
            ["Notebooks", "Notizbücher"],
            [
                "Thread-sewn, so they lie flat.",
                "Fadengeheftet, damit sie flach liegen.",
            ],
        ),
        "Paper Goods/Notebooks",
    ));
    all
}

/// Every product with its pictures drawn.
fn draw_all(state: &AppState) -> Result<Vec<Product>, AppError> {
    let keep = |file: Option<Vec<u8>>, alt: [String; 2]| -> Result<(Image, Vec<u8>), AppError> {
        let file = file.ok_or(AppError::Internal)?;
        let kept = state.images.keep(&file).map_err(|refused| {
            tracing::error!(%refused, "a picture of the demo shop");
            AppError::Internal
        })?;
        let alt = both([&alt[0], &alt[1]]);
        Ok((kept.showing(alt), file))
    };
    let mut products = Vec::new();
    for (series, number, name) in prints() {
        let seed = 1_000 * (series as u64 + 1) + number as u64;
        let alt = [
            format!("{name}, the whole print"),
            format!("{name}, der ganze Druck"),
        ];
        let (picture, file) = keep(art::print(Series::ALL[series], seed), alt)?;
        let alt = [
            format!("{name}, framed on a wall"),
            format!("{name}, gerahmt an einer Wand"),
        ];
        let (wall, _) = keep(art::on_a_wall(&file, seed), alt)?;
        let film = products
            .is_empty()
            .then(|| film(state, picture.clone(), name));
        let images = [picture, wall].into_iter().chain(film.transpose()?);
        products.push(print(series, number, name, images.collect()));
    }
    for (number, name) in texts::POSTCARDS.into_iter().enumerate() {
        let alt = [
            format!("{name}, one of the set"),
            format!("{name}, eine aus dem Satz"),
        ];
        let (picture, _) = keep(
            art::print(Series::ALL[number % 4], 70_000 + number as u64),
            alt,
        )?;
        products.push(postcards(number, name, picture));
    }
    for (number, name) in texts::NOTEBOOKS.into_iter().enumerate() {
        let cover = art::print(Series::ALL[number / 2], 90_000 + number as u64)
            .ok_or(AppError::Internal)?;
        let alt = [format!("{name}, closed"), format!("{name}, geschlossen")];
        let (picture, _) = keep(art::notebook(&cover, number as u64), alt)?;
        products.push(notebook(number, name, picture));
    }
    Ok(products)
}

/// The first print as it is drawn, line by line: a canvas, recorded by a browser.
fn film(state: &AppState, poster: Image, name: &str) -> Result<Image, AppError> {
    let kept = state.images.videos().keep(include_bytes!("film.webm"));
    let kept = kept.map_err(|refused| {
        tracing::error!(%refused, "the film of the demo shop");
        AppError::Internal
    })?;
    let video = Video {
        source: VideoSource::File(kept),
        width: 320,
        height: 400,
    };
    let alt = [
        format!("{name}, as it is drawn"),
        format!("{name}, wie er gezeichnet wird"),
    ];
    Ok(Image {
        alt: both([&alt[0], &alt[1]]),
        video: Some(Box::new(video)),
        ..poster
    })
}

fn prints() -> impl Iterator<Item = (usize, usize, &'static str)> {
    let series = texts::PRINTS.into_iter().enumerate();
    series.flat_map(|(series, names)| {
        names
            .into_iter()
            .enumerate()
            .map(move |(number, name)| (series, number, name))
    })
}
