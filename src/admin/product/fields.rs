//! What can be filled in of a product, in the order of the form.

use crate::{
    admin::form::{Field, Kind, Source},
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
    Field::new("text", "Choice", Kind::Line),
    Field::new("adds", "Adds to the price", Kind::Decimal(""))
        .optional()
        .help("Such as 2.50, or -1."),
    Field::new(
        "adds_kind",
        "As",
        Kind::OneOf(&[
            ("absolute", "an amount"),
            ("percent", "percent of the price"),
        ]),
    ),
    Field::new("color", "Colour, such as #205072", Kind::Color).optional(),
    Field::new("default", "Chosen at first", Kind::Flag),
    Field::new("translated", "In other languages", Kind::LineByLanguage).optional(),
];

/// The options of a product.
const OPTIONS: &[Field] = &[
    Field::new("name", "What is chosen, such as Size", Kind::Line),
    Field::new("kind", "How", Kind::OneOf(KINDS)),
    Field::new("required", "Must be answered", Kind::Flag).ticked(),
    Field::new("translated", "In other languages", Kind::LineByLanguage).optional(),
    Field::new("choices", "Choices", Kind::List("choice", CHOICES)),
];

/// The sections.
pub const SECTIONS: &[Section] = &[
    Section {
        title: "Essentials",
        lead: "",
        is_open: true,
        fields: &[
            Field::new("name", "Name", Kind::LineByLanguage),
            Field::new("price", "Price", Kind::Money),
            Field::new("compare_to", "Price before a sale", Kind::Money)
                .optional()
                .help("Shown struck through beside the price."),
            Field::new("stock", "How many there are", Kind::Whole(0, 1_000_000_000))
                .optional()
                .help("Empty: as many as anybody wants."),
            Field::new("low_stock_at", "Runs low at", Kind::Whole(0, 1_000_000_000))
                .optional()
                .help("From this many on you are told, and it stands under “Running low”. Empty: the number in the settings of your store. 0: never."),
            Field::new("sku", "SKU", Kind::Line).help("Your own number of it."),
            Field::new("enabled", "Shoppers see it", Kind::Flag),
            Field::new("description", "Description", Kind::LinesByLanguage(false))
                .optional()
                .help("Plain lines become paragraphs. HTML is kept as it is, without what could do harm."),
        ],
    },
    Section {
        title: "Pictures",
        lead: "The first is the main one.",
        is_open: true,
        fields: &[Field::new("images", "Pictures", Kind::CroppedPictures(200))],
    },
    Section {
        title: "Categories",
        lead: "",
        is_open: true,
        fields: &[
            Field::new("main_category", "Main category", Kind::Chosen(Source::Categories))
                .optional(),
            Field::new("categories", "Stands in", Kind::Several(Source::Categories)),
            Field::new("featured", "Place on the home page", Kind::Whole(0, 1_000_000))
                .optional()
                .help("Empty: it is not featured there."),
        ],
    },
    Section {
        title: "Options and variations",
        lead: "What a shopper chooses, such as a size. Combinations can have an SKU, a price, a stock and a picture of their own.",
        is_open: false,
        fields: &[Field::new("options", "Options", Kind::List("option", OPTIONS))],
    },
    Section {
        title: "More about it",
        lead: "",
        is_open: false,
        fields: &[
            Field::new("subtitle", "A line below the name", Kind::LineByLanguage).optional(),
            Field::new(
                "attributes",
                "Facts",
                Kind::List(
                    "fact",
                    &[
                        Field::new("name", "What, such as Material", Kind::Line),
                        Field::new("value", "Which, such as Oak", Kind::Line),
                        Field::new("shown", "Shown on its page", Kind::Flag),
                    ],
                ),
            ),
            Field::new(
                "ribbon",
                "A word on the picture",
                Kind::Group(&[
                    Field::new("text", "Word", Kind::LineByLanguage).optional(),
                    Field::new("color", "Colour, such as #205072", Kind::Color).optional(),
                ]),
            )
            .optional(),
            Field::new(
                "content",
                "How much is in a piece",
                Kind::Group(&[
                    Field::new("amount", "Amount, such as 0.75", Kind::Decimal("")).optional(),
                    Field::new("unit", "Unit, such as l or 100 g", Kind::LineByLanguage)
                        .optional(),
                ]),
            )
            .optional()
            .help("The price of one unit is shown beside the price."),
            Field::new(
                "related",
                "Shown beside it",
                Kind::Group(&[
                    Field::new("products", "Products: SKU or number, one a line", Kind::Lines)
                        .optional(),
                    Field::new("category", "And some of", Kind::Chosen(Source::Shelves))
                        .optional(),
                    Field::new("count", "How many of those", Kind::Whole(1, 12)).optional(),
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
            Field::new("weight", "Weight", Kind::Decimal("")).optional(),
            Field::new("digital", "Nothing is sent: it is files only", Kind::Flag),
            Field::new("min_quantity", "Fewest at once", Kind::Whole(1, 1_000_000_000)).optional(),
            Field::new("max_quantity", "Most at once", Kind::Whole(1, 1_000_000_000)).optional(),
            Field::new(
                "wholesale",
                "Prices for larger quantities",
                Kind::List(
                    "price",
                    &[
                        Field::new("quantity", "From how many", Kind::Whole(2, 1_000_000_000)),
                        Field::new("price", "Price of one", Kind::Money),
                    ],
                ),
            ),
            Field::new(
                "name_your_price",
                "The shopper names the price",
                Kind::Group(&[
                    Field::new("on", "Yes", Kind::Flag),
                    Field::new("least", "Least", Kind::Money).optional(),
                    Field::new("most", "Most", Kind::Money).optional(),
                ]),
            ),
            Field::new(
                "subscription",
                "Sold again and again",
                Kind::Group(&[
                    Field::new(
                        "every",
                        "How often",
                        Kind::List(
                            "interval",
                            &[
                                Field::new("count", "Every", Kind::Whole(1, 1_000)),
                                Field::new("unit", "Of", Kind::OneOf(UNITS)),
                            ],
                        ),
                    ),
                    Field::new("once", "Price of buying it once", Kind::Money)
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
            Field::new("slug", "Address", Kind::Line)
                .optional()
                .help("Letters, digits and dashes. Empty: made of the name. Addresses of before lead on to it."),
            Field::new("seo_title", "Title for search engines", Kind::LineByLanguage).optional(),
            Field::new(
                "seo_description",
                "Description for search engines",
                Kind::LinesByLanguage(false),
            )
            .optional(),
        ],
    },
];

/// The combinations of choices; they are drawn as a table of their own.
pub const VARIATIONS: Field = Field::new(
    "variations",
    "Variations",
    Kind::List(
        "variation",
        &[
            Field::new("sku", "SKU", Kind::Line).optional(),
            Field::new("price", "Price", Kind::Money).optional(),
            Field::new("compare_to", "Price before a sale", Kind::Money).optional(),
            Field::new("stock", "Stock", Kind::Whole(0, 1_000_000_000)).optional(),
            Field::new("low_stock_at", "Low at", Kind::Whole(0, 1_000_000_000)).optional(),
            Field::new("image", "Picture", Kind::Line).optional(),
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
pub fn deed(verb: &str) -> &'static str {
    match verb {
        edit::ADDED => "Added",
        edit::COUNTED => "Stock",
        crate::catalog::schedule::PLANNED => "Planned",
        crate::catalog::schedule::CALLED_OFF => "Called off",
        _ => "Changed",
    }
}
