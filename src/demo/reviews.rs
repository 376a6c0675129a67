//! What the demo shop's buyers say.

use super::{DEMO_EMAIL, products::OPENING};
use crate::{
    account::entity::customer,
    base::{date, error::AppError},
    catalog::store::{
        entity::review::{self, ReviewStatus},
        recount,
    },
    platform::db::Db,
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter,
};

/// What the demo customer is called in reviews.
const DEMO_NAME: &str = "Robin M.";

/// Product, stars, name, language, title and text.
type DemoReview = (
    i64,
    i64,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const SAID: [DemoReview; 12] = [
    (
        103,
        5,
        "Ines K.",
        "de",
        "Ruhig und genau",
        "Aus der Nähe sieht man jede Linie, aus zwei Metern nur noch Wasser. Das Papier fühlt sich an wie ein Aquarellblock.",
    ),
    (
        103,
        4,
        "Theo",
        "en",
        "Bigger than it looks",
        "I ordered A2 and had to move a bookcase. No regrets. One corner of the folder was bent, the print was fine.",
    ),
    (
        103,
        5,
        DEMO_NAME,
        "en",
        "",
        "Hangs opposite the window and changes with the light. The blue is deeper than on screen.",
    ),
    (
        103,
        3,
        "M. Aydin",
        "de",
        "Schön, aber spät",
        "Das Bild ist wunderbar. Die Lieferung hat über eine Woche gedauert.",
    ),
    (
        103,
        5,
        "Wren",
        "en",
        "Second one I own",
        "The first went to my sister. Same paper, same care, a different number on the back.",
    ),
    (
        103,
        5,
        "Paula",
        "de",
        "Jeden Morgen",
        "Hängt im Flur und ist das Erste, was ich sehe.",
    ),
    (
        103,
        4,
        "Jun",
        "en",
        "",
        "Frame in ash is worth it.\n\nThe dedication was written by hand, which I did not expect.",
    ),
    (
        126,
        5,
        "Carla V.",
        "en",
        "Greener every day",
        "Looks like a map of a place I would like to go.",
    ),
    (
        126,
        4,
        DEMO_NAME,
        "en",
        "Packed very well",
        "Flat, dry, with a note in pencil. Took a day longer than announced.",
    ),
    (
        126,
        5,
        "Hanno",
        "de",
        "Genau richtig",
        "Für die Wand über dem Schreibtisch. Die Farben sind leiser als am Bildschirm, das gefällt mir.",
    ),
    (
        201,
        5,
        "Ada",
        "en",
        "Sent seven, kept one",
        "The envelopes fit, which is rarer than it should be.",
    ),
    (
        201,
        4,
        "Björn",
        "de",
        "Gute Karten",
        "Etwas dünner als gedacht, aber schön gedruckt.",
    ),
];

/// Fills a new shop.
pub async fn seed(db: &Db) -> Result<(), AppError> {
    let customer = customer::Entity::find().filter(customer::Column::Email.eq(DEMO_EMAIL));
    let customer = customer.one(&db.read).await?.map(|customer| customer.id);
    let tx = db.begin().await?;
    for (place, said) in (1..).zip(SAID) {
        let row = row(
            said,
            customer,
            OPENING + 60 * date::DAY + place * 3 * date::DAY,
        );
        review::Entity::insert(row).exec(&tx).await?;
    }
    for product in [103, 126, 201] {
        recount(&tx, product).await?;
    }
    tx.commit().await?;
    Ok(())
}

fn row(
    (product, stars, name, language, title, text): DemoReview,
    customer: Option<i64>,
    at: i64,
) -> review::ActiveModel {
    let customer = customer.filter(|_| name == DEMO_NAME);
    review::ActiveModel {
        id: NotSet,
        product_id: Set(product),
        buyer: Set(customer.map_or(name.to_owned(), |id| format!("customer {id}"))),
        customer_id: Set(customer),
        order_id: Set(None),
        stars: Set(stars),
        title: Set(title.to_owned()),
        text: Set(text.to_owned()),
        name: Set(name.to_owned()),
        language: Set(language.to_owned()),
        status: Set(ReviewStatus::Published),
        created_at: Set(at),
        changed_at: Set(at),
    }
}
