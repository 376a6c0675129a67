//! The demo shop's products, but for their pictures.

use super::texts;
use crate::{
    base::translated::Translated,
    catalog::{
        Product,
        option::{Choice, Modifier, OptionKind, ProductOption},
        product::{
            Attribute, Content, Interval, PriceRange, Ribbon, Subscription, Unit, Variation,
            Wholesale,
        },
        related::{Related, RelatedCategory},
    },
    platform::images::Image,
};

/// 1 August 2026: the first print's day.
pub const OPENING: i64 = 1_785_542_400;
/// Category of the prints.
pub const PRINTS: i64 = 1;
/// Category of paper goods.
pub const PAPER: i64 = 6;
/// Category of postcards.
pub const POSTCARDS: i64 = 7;
/// Category of notebooks.
pub const NOTEBOOKS: i64 = 8;

/// A print of the `series`.
pub fn print(series: usize, number: usize, name: &str, images: Vec<Image>) -> Product {
    let (_, _, lead, lead_german) = texts::SERIES[series];
    let id = 101 + (series * 12 + number) as i64;
    let sku = format!("{}-{:02}", ["TL", "EF", "MR", "SG"][series], number + 1);
    let price = 4_900 + 500 * (number as i64 % 4);
    let on_sale = number % 5 == 2;
    let sold_out = number == 7;
    let stock = |size: i64| {
        if sold_out {
            0
        } else {
            (id * 7 + size * 5) % 13
        }
    };
    let sizes = [("A4", 0), ("A3", 3_500), ("A2", 8_000)];
    let variation = |(index, (size, more)): (i64, (&str, i64))| Variation {
        id: id * 10 + index,
        options: [("Size".to_owned(), size.to_owned())].into(),
        sku: format!("{sku}-{size}"),
        price: Some(price + more),
        compare_to: on_sale.then_some((price + more) * 5 / 4),
        stock: Some(stock(index)),
        ..Variation::default()
    };
    let fact = |name: &str, value: &str| Attribute {
        name: name.into(),
        value: value.into(),
        shown: true,
    };
    Product {
        id,
        name: both([name, name]),
        subtitle: both([
            &format!("Edition of {}", 40 + number * 5),
            &format!("Auflage {}", 40 + number * 5),
        ]),
        description: both([
            &format!("<p>{lead}</p>{}", texts::PRINT_CARE.0),
            &format!("<p>{lead_german}</p>{}", texts::PRINT_CARE.1),
        ]),
        price,
        compare_to: on_sale.then_some(price * 5 / 4),
        weight: Some(350),
        enabled: true,
        created_at: OPENING + 172_800 * (series + 4 * number) as i64,
        categories: vec![2 + series as i64],
        featured: (number == 0 || number == 2).then_some((series + number * 4) as i64),
        images,
        attributes: vec![
            fact(
                "Paper",
                ["Cotton", "Cotton", "Bamboo", "Washi"][(series + number) % 4],
            ),
            fact(
                "Mood",
                ["Calm", "Warm", "Dense", "Strict"][(series * 3 + number) % 4],
            ),
            fact("Orientation", "Portrait"),
        ],
        options: vec![
            option(
                OptionKind::Size,
                ["Size", "Größe"],
                true,
                sizes.map(|(size, _)| choice([size, size], 0)).into(),
            ),
            option(
                OptionKind::Radio,
                ["Frame", "Rahmen"],
                true,
                vec![
                    choice(["Unframed", "Ungerahmt"], 0),
                    colored(choice(["Ash", "Esche"], 4_500), "#d9c3a0"),
                    colored(choice(["Black oak", "Schwarze Eiche"], 5_500), "#2b2622"),
                ],
            ),
            option(
                OptionKind::Checkbox,
                ["Extras", "Extras"],
                false,
                vec![
                    Choice {
                        modifier: Modifier::Percent(1_000),
                        ..choice(["Signed on the front", "Vorne signiert"], 0)
                    },
                    choice(["Gift folder", "Geschenkmappe"], 600),
                ],
            ),
            option(
                OptionKind::Textfield,
                ["Dedication", "Widmung"],
                false,
                vec![],
            ),
        ],
        variations: (1..).zip(sizes).map(variation).collect(),
        related: Related {
            // The same place in the next series, and more of its own.
            products: vec![101 + ((series + 1) % 4 * 12 + number) as i64],
            category: Some(RelatedCategory {
                id: 2 + series as i64,
                count: 3,
            }),
        },
        ribbon: (number >= 10).then(|| Ribbon {
            text: both(["New", "Neu"]),
            color: Some("#16324f".into()),
        }),
        max_quantity: Some(10),
        sku,
        ..Product::default()
    }
}

/// A set of postcards.
pub fn postcards(number: usize, name: &str, image: Image) -> Product {
    let monthly = name.contains("Month");
    let seconds = name.contains("Seconds");
    Product {
        id: 201 + number as i64,
        sku: format!("PC-{:02}", number + 1),
        name: both([name, name]),
        description: paper(
            "Eight cards, eight pictures, eight envelopes.",
            "Acht Karten, acht Bilder, acht Umschläge.",
        ),
        price: 1_200,
        compare_to: (number == 3).then_some(1_600),
        weight: Some(120),
        stock: if monthly {
            None
        } else {
            Some([40, 12, 0, 7, 25, 3, 0, 18][number])
        },
        enabled: true,
        created_at: OPENING + 86_400 * number as i64,
        categories: vec![POSTCARDS, PAPER],
        images: vec![image],
        attributes: vec![Attribute {
            name: "Paper".into(),
            value: "Recycled board".into(),
            shown: true,
        }],
        slug: seconds.then(|| "seconds".into()),
        content: Some(Content {
            thousandths: 8_000,
            unit: both(["card", "Karte"]),
        }),
        wholesale: if number < 4 {
            vec![
                Wholesale {
                    quantity: 5,
                    price: 1_080,
                },
                Wholesale {
                    quantity: 20,
                    price: 900,
                },
            ]
        } else {
            Vec::new()
        },
        name_your_price: seconds.then_some(PriceRange {
            least: 400,
            most: Some(5_000),
        }),
        subscription: monthly.then(|| Subscription {
            every: vec![
                Interval {
                    unit: Unit::Month,
                    count: 1,
                },
                Interval {
                    unit: Unit::Month,
                    count: 3,
                },
            ],
            once: Some(1_500),
        }),
        min_quantity: (number == 5).then_some(2),
        ..Product::default()
    }
}

/// A notebook.
pub fn notebook(number: usize, name: &str, image: Image) -> Product {
    Product {
        id: 301 + number as i64,
        sku: format!("NB-{:02}", number + 1),
        name: both([name, name]),
        description: paper(
            "144 pages, thread-sewn, with a band to keep it shut.",
            "144 Seiten, fadengeheftet, mit einem Band, das es zuhält.",
        ),
        price: 1_800,
        compare_to: (number % 4 == 1).then_some(2_200),
        weight: Some(310),
        stock: (!number.is_multiple_of(3)).then_some((number as i64 * 11) % 17),
        enabled: true,
        created_at: OPENING + 43_200 * number as i64,
        categories: vec![NOTEBOOKS],
        images: vec![image],
        attributes: vec![Attribute {
            name: "Paper".into(),
            value: "Recycled, 90 g".into(),
            shown: true,
        }],
        options: vec![
            option(
                OptionKind::Select,
                ["Ruling", "Lineatur"],
                true,
                vec![
                    choice(["Dotted", "Gepunktet"], 0),
                    choice(["Lined", "Liniert"], 0),
                    choice(["Blank", "Blanko"], 0),
                ],
            ),
            option(OptionKind::Date, ["Starts on", "Beginnt am"], false, vec![]),
            option(
                OptionKind::Textarea,
                ["Words for the first page", "Worte für die erste Seite"],
                false,
                vec![],
            ),
        ],
        ..Product::default()
    }
}

fn paper(english: &str, german: &str) -> Translated {
    both([
        &format!("<p>{english}</p>{}", texts::PAPER_CARE.0),
        &format!("<p>{german}</p>{}", texts::PAPER_CARE.1),
    ])
}

/// A text in English and German.
pub fn both([english, german]: [&str; 2]) -> Translated {
    Translated::from_iter([("en", english), ("de", german)])
}

fn german(text: &str) -> Translated {
    Translated::one("de", text)
}

fn option(
    kind: OptionKind,
    [name, other]: [&str; 2],
    required: bool,
    choices: Vec<Choice>,
) -> ProductOption {
    ProductOption {
        kind,
        name: name.into(),
        translated: german(other),
        required,
        choices,
        default: None,
    }
}

fn choice([text, other]: [&str; 2], more: i64) -> Choice {
    Choice {
        text: text.into(),
        translated: german(other),
        modifier: Modifier::Absolute(more),
        color: None,
    }
}

fn colored(choice: Choice, color: &str) -> Choice {
    Choice {
        color: Some(color.into()),
        ..choice
    }
}
