//! The home page, section by section.

use crate::admin::form::{Field, InputKind, Source, Variant};

const TITLE: Field = Field::new("title", "Title", InputKind::LineByLanguage);
const TEXT: Field = Field::new(
    "text",
    "A sentence or two",
    InputKind::LinesByLanguage(false),
);
const COUNT: Field = Field::new(
    "count",
    "How many products at most",
    InputKind::Whole(1, 100),
)
.optional();
const LINK: Field = Field::new(
    "link",
    "Button",
    InputKind::Group(&[
        Field::new("label", "What it says", InputKind::LineByLanguage),
        Field::new("url", "Where it leads", InputKind::Line)
            .help("A path of the shop such as /search, or an address that begins with https://."),
    ]),
)
.help("Left empty, there is none.")
.optional();

/// The sections.
pub const HOME: &[Field] = &[Field::new(
    "home",
    "Sections",
    InputKind::Mixed(
        "section",
        &[
            Variant {
                tag: "hero",
                label: "Opening: words and pictures",
                fields: &[
                    Field::new(
                        "eyebrow",
                        "A few words above the title",
                        InputKind::LineByLanguage,
                    ),
                    TITLE,
                    TEXT,
                    Field::new("pictures", "Pictures", InputKind::Pictures(3)),
                    Field::new("framed", "They hang in frames, as on a wall", InputKind::Flag),
                    LINK,
                ],
            },
            Variant {
                tag: "text",
                label: "Text, with a picture",
                fields: &[
                    TITLE,
                    Field::new("text", "Text", InputKind::LinesByLanguage(true))
                        .help("Markdown: **bold**, *italic*, # heading, - list, [words](address)."),
                    Field::new("picture", "Picture", InputKind::Picture).optional(),
                    LINK,
                ],
            },
            Variant {
                tag: "categories",
                label: "Categories",
                fields: &[],
            },
            Variant {
                tag: "products",
                label: "Products that you choose",
                fields: &[
                    TITLE,
                    Field::new("ids", "Their numbers", InputKind::Numbers).help(
                        "With commas between. A product's number stands in its address, behind -p.",
                    ),
                ],
            },
            Variant {
                tag: "newest",
                label: "The newest products",
                fields: &[TITLE, COUNT],
            },
            Variant {
                tag: "on_sale",
                label: "What is reduced",
                fields: &[TITLE, COUNT],
            },
            Variant {
                tag: "category",
                label: "Products of a category",
                fields: &[
                    Field::new("id", "Category", InputKind::Chosen(Source::Categories)),
                    COUNT,
                ],
            },
            Variant {
                tag: "catalog",
                label: "Categories and products, as the design wants it",
                fields: &[TITLE],
            },
            Variant {
                tag: "columns",
                label: "Short texts side by side",
                fields: &[
                    TITLE,
                    TEXT,
                    Field::new("columns", "Columns", InputKind::List("column", &[TITLE, TEXT])),
                ],
            },
            Variant {
                tag: "band",
                label: "A few words that stand out",
                fields: &[TITLE, TEXT, LINK],
            },
            Variant {
                tag: "logos",
                label: "Logos in a row",
                fields: &[
                    TITLE,
                    Field::new(
                        "logos",
                        "Logos",
                        InputKind::List(
                            "logo",
                            &[
                                Field::new("picture", "The logo", InputKind::Picture),
                                Field::new("url", "Where it leads", InputKind::Line)
                                    .help("A path of the shop, or an address that begins with https://. Left empty, it leads nowhere.")
                                    .optional(),
                            ],
                        ),
                    ),
                ],
            },
            Variant {
                tag: "quotes",
                label: "What others say",
                fields: &[
                    TITLE,
                    Field::new(
                        "quotes",
                        "Quotes",
                        InputKind::List(
                            "quote",
                            &[
                                Field::new("text", "The words", InputKind::LinesByLanguage(false)),
                                Field::new("by", "Whose they are", InputKind::Line),
                            ],
                        ),
                    ),
                ],
            },
        ],
    ),
)
.help(
    "Empty: your categories, and what you recommend or the newest products, under the shop's name.",
)
.stands_for("catalog")];
