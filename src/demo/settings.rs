//! The demo shop's settings: its name, its home page, how it sends and how it is paid.

use super::products::both;
use crate::{
    base::{color::Color, date, error::AppError, translated::Translated},
    catalog::{Product, store},
    content::settings::{self, Edit},
    platform::{
        audit::Actor,
        config::{Brand, Column, Link, Section, SettingSources},
        images::{Image, Images},
    },
    request::state::AppState,
};
use awning_demo_art as art;
use toml::{Table, Value};

/// Whose pictures are seen first: a print of each of three series.
const ON_THE_WALL: [i64; 3] = [101, 113, 125];

/// What is set as the settings file would have it.
const PLAIN: &str = r#"
store_name = "Tide & Line"
mail_from = "Tide & Line <shop@example.com>"
storefront = { product_list_image_aspect_ratio = "PORTRAIT_075", product_details_thumbnails_aspect_ratio = "PORTRAIT_075", product_details_show_vk_share_button = true }
footer_note = { en = "Prints made to order, one at a time.", de = "Drucke auf Bestellung, einer nach dem anderen." }
shipping = [
  { id = "standard", title = { en = "Standard delivery", de = "Standardversand" }, description = { en = "In a flat parcel", de = "Im flachen Paket" }, rates = [{ price = "4.90" }], free_from = "80", days = [2, 4] },
  { id = "express", title = { en = "Express", de = "Express" }, description = { en = "To your door", de = "Bis an die Tür" }, by = "weight", rates = [{ price = "9.90" }, { from = "2000", price = "14.90" }], days = [1, 1] },
  { id = "pickup", title = { en = "Pick up at the studio", de = "Abholung im Studio" }, rates = [{ price = "0" }], pickup = true, days = [0, 0] },
]
payment = [
  { id = "bank", title = { en = "Bank transfer", de = "Überweisung" }, instructions = { en = "Please transfer the total within seven days, with the order number. We print when it arrives.", de = "Bitte überweisen Sie den Betrag binnen sieben Tagen mit der Bestellnummer. Wir drucken, sobald er da ist." } },
  { id = "cash", title = { en = "Cash on delivery", de = "Nachnahme" }, instructions = { en = "Please have the amount ready for the carrier.", de = "Bitte halten Sie den Betrag für den Boten bereit." }, when = "sent", paid_later = true },
  { id = "counter", title = { en = "Pay at pickup", de = "Bei Abholung zahlen" }, when = "fetched", paid_later = true },
  { id = "card", title = { en = "Test card", de = "Testkarte" }, provider = "stripe" },
]
"#;

/// Stores the settings of a shop that has none.
pub async fn seed(state: &AppState) -> Result<(), AppError> {
    let db = &state.db;
    if !settings::all(&db.read).await?.is_empty() {
        return Ok(());
    }
    let mut values: Table = toml::from_str(PLAIN).map_err(AppError::internal)?;
    let products = store::products(&db.read, &ON_THE_WALL).await?;
    let picture = |id| products.get(id).and_then(|it: &Product| it.images.first());
    let pictures = ON_THE_WALL.iter().filter_map(picture).cloned();
    let home = home(pictures.collect()).into_iter().map(Value::try_from);
    let home = home.collect::<Result<Vec<Value>, _>>();
    let home = home.map_err(AppError::internal)?;
    values.insert("home".to_owned(), Value::Array(home));
    let brand = Value::try_from(brand(&state.images)?).map_err(AppError::internal)?;
    values.insert("brand".to_owned(), brand);
    let actor = Actor::command_line();
    let stored = settings::change(
        db,
        &SettingSources::default(),
        &Edit::of(values),
        &actor,
        date::now(),
    )
    .await;
    stored.map_err(AppError::internal)?;
    Ok(())
}

/// The studio's mark beside its name, and its colours.
fn brand(images: &Images) -> Result<Brand, AppError> {
    let keep = |file: Option<Vec<u8>>| {
        let kept = images.keep(&file.ok_or(AppError::Internal)?);
        let kept = kept.map_err(|refused| AppError::internal(refused.to_string()))?;
        Ok::<Image, AppError>(kept.showing(Translated::default()))
    };
    Ok(Brand {
        logo: Some(keep(art::mark())?),
        name_beside_logo: true,
        favicon: Some(keep(art::icon())?),
        accent: Some(Color(0x16, 0x32, 0x4f)),
        accent_dark: Some(Color(0xf0, 0xc9, 0xa6)),
        ..Brand::default()
    })
}

/// The home page with these `pictures` on its wall.
fn home(pictures: Vec<Image>) -> Vec<Section> {
    let link = |label, url: &str| {
        Some(Link {
            label: both(label),
            url: url.to_owned(),
        })
    };
    let column = |title, text| Column {
        title: both(title),
        text: both(text),
    };
    vec![
        Section::Hero {
            eyebrow: both(["Generative prints", "Generative Drucke"]),
            title: both([
                "Pictures that were drawn once, for one wall.",
                "Bilder, einmal gezeichnet, für eine Wand.",
            ]),
            text: both([
                "We write small programs that draw, choose the few results worth keeping, and print them on cotton paper. Each is numbered; none is made twice.",
                "Wir schreiben kleine Programme, die zeichnen, behalten die wenigen guten Ergebnisse und drucken sie auf Baumwollpapier. Jeder Druck ist nummeriert; keiner entsteht zweimal.",
            ]),
            pictures,
            framed: true,
            link: link(["All products", "Alle Produkte"], "/search"),
        },
        Section::Catalog {
            title: both(["New from the press", "Frisch aus der Presse"]),
        },
        Section::Columns {
            title: both(["How a print is made", "Wie ein Druck entsteht"]),
            text: both([
                "A seed, a program, a pen. The rest is patience.",
                "Eine Zahl, ein Programm, ein Stift. Der Rest ist Geduld.",
            ]),
            columns: vec![
                column(
                    ["Cotton paper", "Baumwollpapier"],
                    [
                        "310 g/m², mould-made, with the torn edge left on. It does not yellow.",
                        "310 g/m², vom Sieb geschöpft, der Büttenrand bleibt. Es vergilbt nicht.",
                    ],
                ),
                column(
                    ["Eleven pigments", "Elf Pigmente"],
                    [
                        "Mixed for each series and tested against a hundred years of daylight.",
                        "Für jede Serie gemischt und gegen hundert Jahre Tageslicht geprüft.",
                    ],
                ),
                column(
                    ["Framed in ash", "Gerahmt in Esche"],
                    [
                        "Or unframed and flat in a board folder, never rolled.",
                        "Oder ungerahmt und flach in der Mappe, nie gerollt.",
                    ],
                ),
            ],
        },
        Section::Band {
            title: both(["For those who come back", "Für alle, die wiederkommen"]),
            text: both([
                "Customers see new series two days before everyone else.",
                "Kunden sehen neue Serien zwei Tage vor allen anderen.",
            ]),
            link: link(["Create an account", "Konto anlegen"], "/account/register"),
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::config::is_of_store;

    #[test]
    fn the_settings_are_the_stores_and_can_be_used() {
        let mut values: Table = toml::from_str(PLAIN).expect("TOML");
        let home = home(Vec::new()).into_iter().map(Value::try_from);
        let home: Result<Vec<Value>, _> = home.collect();
        values.insert("home".to_owned(), Value::Array(home.expect("sections")));
        let dir = tempfile::tempdir().expect("a directory");
        let brand = brand(&Images::new(&dir.path().display().to_string()));
        let brand = Value::try_from(brand.expect("a brand")).expect("a table");
        values.insert("brand".to_owned(), brand);
        assert!(values.keys().all(|key| is_of_store(key)));
        let config = SettingSources::default()
            .config(&values)
            .expect("good settings");
        assert_eq!(config.home.len(), 4);
        assert_eq!(
            config.footer_note.get("de"),
            "Drucke auf Bestellung, einer nach dem anderen."
        );
    }
}
