//! What can be filled in of a product, in the order of the form.

use crate::{
    admin::form::{Field, InputKind, Source},
    catalog::edit,
};

/// Fields that belong together.
pub struct Section {
    /// What they are about.
    pub title: &'static str,
    /// A sentence about them; empty if they say it all.
    pub lead: &'static str,
    /// Whether it is unfolded from the start.
    pub is_open: bool,
    /// The fields.
    pub fields: &'static [Field],
}

const KINDS: &[(&str, &str)] = &[
    ("select", "List to choose from"),
    ("radio", "Buttons"),
    ("size", "Sizes"),
    ("checkbox", "Boxes: any number"),
    ("textfield", "A line of text"),
    ("textarea", "Lines of text"),
    ("date", "A day"),
    ("files", "Files"),
];
const UNITS: &[(&str, &str)] = &[
    ("DAY", "days"),
    ("WEEK", "weeks"),
    ("MONTH", "months"),
    ("YEAR", "years"),
];

const CHOICES: &[Field] = &[
    Field::new("text", "Choice", InputKind::Line),
    Field::new("adds", "Adds to the price", InputKind::Decimal(""))
        .optional()
        .help("Such as 2.50, or -1."),
    Field::new(
        "adds_kind",
        "As",
        InputKind::OneOf(&[
            ("absolute", "an amount"),
            ("percent", "percent of the price"),
        ]),
    ),
    Field::new("color", "Colour, such as #205072", InputKind::Color).optional(),
    Field::new("default", "Chosen at first", InputKind::Flag),
    Field::new(
        "translated",
        "In other languages",
        InputKind::LineByLanguage,
    )
    .optional(),
];

/// The options of a product.
const OPTIONS: &[Field] = &[
    Field::new("name", "What is chosen, such as Size", InputKind::Line),
    Field::new("kind", "How", InputKind::OneOf(KINDS)),
    Field::new("required", "Must be answered", InputKind::Flag).ticked(),
    Field::new(
        "translated",
        "In other languages",
        InputKind::LineByLanguage,
    )
    .optional(),
    Field::new("choices", "Choices", InputKind::List("choice", CHOICES)),
];

/// The sections.
pub const SECTIONS: &[Section] = &[
    Section {
        title: "Essentials",
        lead: "",
        is_open: true,
        fields: &[
            Field::new("name", "Name", InputKind::LineByLanguage),
            Field::new("price", "Price", InputKind::Money),
            Field::new("compare_to", "Price before a sale", InputKind::Money)
                .optional()
                .help("Shown struck through beside the price."),
            Field::new("stock", "How many there are", InputKind::Whole(0, 1_000_000_000))
                .optional()
                .help("Empty: as many as anybody wants."),
            Field::new("low_stock_at", "Runs low at", InputKind::Whole(0, 1_000_000_000))
                .optional()
                .help("From this many on you are told, and it stands under “Running low”. Empty: the number in the settings of your store. 0: never."),
            Field::new("sku", "SKU", InputKind::Line).help("Your own number of it."),
            Field::new("enabled", "Shoppers see it", InputKind::Flag),
            Field::new("description", "Description", InputKind::LinesByLanguage(false))
                .optional()
                .help("Plain lines become paragraphs. HTML is kept as it is, without what could do harm."),
        ],
    },
    Section {
        title: "Pictures",
        lead: "The first is the main one.",
        is_open: true,
        fields: &[Field::new("images", "Pictures", InputKind::CroppedPictures(200))],
    },
    Section {
        title: "Categories",
        lead: "",
        is_open: true,
        fields: &[
            Field::new("main_category", "Main category", InputKind::Chosen(Source::Categories))
                .optional(),
            Field::new("categories", "Stands in", InputKind::Several(Source::Categories)),
            Field::new("featured", "Place on the home page", InputKind::Whole(0, 1_000_000))
                .optional()
                .help("Empty: it is not featured there."),
        ],
    },
    Section {
        title: "Options and variations",
        lead: "What a shopper chooses, such as a size. Combinations can have an SKU, a price, a stock and a picture of their own.",
        is_open: false,
        fields: &[Field::new("options", "Options", InputKind::List("option", OPTIONS))],
    },
    Section {
        title: "More about it",
        lead: "",
        is_open: false,
        fields: &[
            Field::new("subtitle", "A line below the name", InputKind::LineByLanguage).optional(),
            Field::new(
                "attributes",
                "Facts",
                InputKind::List(
                    "fact",
                    &[
                        Field::new("name", "What, such as Material", InputKind::Line),
                        Field::new("value", "Which, such as Oak", InputKind::Line),
                        Field::new("shown", "Shown on its page", InputKind::Flag),
                    ],
                ),
            ),
            Field::new(
                "ribbon",
                "A word on the picture",
                InputKind::Group(&[
                    Field::new("text", "Word", InputKind::LineByLanguage).optional(),
                    Field::new("color", "Colour, such as #205072", InputKind::Color).optional(),
                ]),
            )
            .optional(),
            Field::new(
                "content",
                "How much is in a piece",
                InputKind::Group(&[
                    Field::new("amount", "Amount, such as 0.75", InputKind::Decimal("")).optional(),
                    Field::new("unit", "Unit, such as l or 100 g", InputKind::LineByLanguage)
                        .optional(),
                ]),
            )
            .optional()
            .help("The price of one unit is shown beside the price."),
            Field::new(
                "related",
                "Shown beside it",
                InputKind::Group(&[
                    Field::new("products", "Products: SKU or number, one a line", InputKind::Lines)
                        .optional(),
                    Field::new("category", "And some of", InputKind::Chosen(Source::CategoriesOrAll))
                        .optional(),
                    Field::new("count", "How many of those", InputKind::Whole(1, 12)).optional(),
                ]),
            )
            .optional(),
        ],
    },
    Section {
        title: "Selling and delivery",
        lead: "",
        is_open: false,
        fields: &[
            Field::new("weight", "Weight", InputKind::Decimal("")).optional(),
            Field::new("digital", "Nothing is sent: it is files only", InputKind::Flag),
            Field::new("min_quantity", "Fewest at once", InputKind::Whole(1, 1_000_000_000)).optional(),
            Field::new("max_quantity", "Most at once", InputKind::Whole(1, 1_000_000_000)).optional(),
            Field::new(
                "wholesale",
                "Prices for larger quantities",
                InputKind::List(
                    "price",
                    &[
                        Field::new("quantity", "From how many", InputKind::Whole(2, 1_000_000_000)),
                        Field::new("price", "Price of one", InputKind::Money),
                    ],
                ),
            ),
            Field::new(
                "name_your_price",
                "The shopper names the price",
                InputKind::Group(&[
                    Field::new("on", "Yes", InputKind::Flag),
                    Field::new("least", "Least", InputKind::Money).optional(),
                    Field::new("most", "Most", InputKind::Money).optional(),
                ]),
            ),
            Field::new(
                "subscription",
                "Sold again and again",
                InputKind::Group(&[
                    Field::new(
                        "every",
                        "How often",
                        InputKind::List(
                            "interval",
                            &[
                                Field::new("count", "Every", InputKind::Whole(1, 1_000)),
                                Field::new("unit", "Of", InputKind::OneOf(UNITS)),
                            ],
                        ),
                    ),
                    Field::new("once", "Price of buying it once", InputKind::Money)
                        .optional()
                        .help("Empty: it is only sold as a subscription."),
                ]),
            ),
        ],
    },
    Section {
        title: "Address and search engines",
        lead: "",
        is_open: false,
        fields: &[
            Field::new("slug", "Address", InputKind::Line)
                .optional()
                .help("Letters, digits and dashes. Empty: made of the name. Addresses of before lead on to it."),
            Field::new("seo_title", "Title for search engines", InputKind::LineByLanguage).optional(),
            Field::new(
                "seo_description",
                "Description for search engines",
                InputKind::LinesByLanguage(false),
            )
            .optional(),
        ],
    },
];

/// The combinations of choices; they are drawn as a table of their own.
pub const VARIATIONS: Field = Field::new(
    "variations",
    "Variations",
    InputKind::List(
        "variation",
        &[
            Field::new("sku", "SKU", InputKind::Line).optional(),
            Field::new("price", "Price", InputKind::Money).optional(),
            Field::new("compare_to", "Price before a sale", InputKind::Money).optional(),
            Field::new("stock", "Stock", InputKind::Whole(0, 1_000_000_000)).optional(),
            Field::new("low_stock_at", "Low at", InputKind::Whole(0, 1_000_000_000)).optional(),
            Field::new("image", "Picture", InputKind::Line).optional(),
        ],
    ),
);

/// Every field.
pub fn all() -> impl Iterator<Item = Field> {
    let each = SECTIONS.iter().flat_map(|section| section.fields);
    each.copied().chain([VARIATIONS])
}

/// What the field of the product's document called `key` is called in the form.
pub fn label(key: &str) -> &'static str {
    let found = all().find(|field| field.key == key);
    match key {
        "stock" => "Stock",
        "created_at" => "When it was added",
        _ => found.map_or("Something else", |field| field.label),
    }
}

/// What the log's `verb` is called in the history of a product.
pub fn action_text(verb: &str) -> &'static str {
    match verb {
        edit::ADDED => "Added",
        edit::COUNTED => "Stock",
        crate::catalog::schedule::PLANNED => "Planned",
        crate::catalog::schedule::CALLED_OFF => "Called off",
        _ => "Changed",
    }
}
