//! What the shop is called, who stands behind it, what it speaks, whom it writes to, and what runs in its pages.

use crate::admin::form::{Field, InputKind, Source};

/// Who the shop is.
pub const STORE: &[Field] = &[
    Field::new("store_name", "Name of the shop", InputKind::Line)
        .help("In the header, in titles, and in e-mails."),
    Field::new(
        "store_country",
        "Country you sell from",
        InputKind::Chosen(Source::Countries),
    )
    .help("Prices are taxed as there until a shopper has said where they live."),
    Field::new("currency", "Currency", InputKind::Chosen(Source::Currencies)),
    Field::new(
        "weight_unit",
        "What weights are told in",
        InputKind::OneOf(&[("kg", "Kilograms"), ("g", "Grams"), ("lb", "Pounds"), ("oz", "Ounces")]),
    )
    .help("Weights are kept in grams. Another unit tells the same weights in it, and changes no product and no delivery price."),
    Field::new(
        "size_unit",
        "What sizes are told in",
        InputKind::OneOf(&[("mm", "Millimetres"), ("cm", "Centimetres"), ("in", "Inches"), ("yd", "Yards")]),
    )
    .help("Told to programs and scripts. Changing it converts nothing."),
    Field::new("time_zone", "Time zone", InputKind::Chosen(Source::TimeZones))
        .help("When a day begins, for offers, holidays and delivery times."),
    Field::new(
        "seller",
        "Who sells",
        InputKind::Group(&[
            Field::new("name", "Legal name", InputKind::Line),
            Field::new("address", "Address", InputKind::Lines),
            Field::new(
                "vat_id",
                "VAT number, or another one of your tax office",
                InputKind::Line,
            ),
            Field::new("note", "A note for every invoice", InputKind::Line)
                .help("Such as why no tax is charged."),
        ]),
    )
    .help("Paid orders have an invoice once name, address and number are filled in."),
    Field::new(
        "invoice_prefix",
        "What invoice numbers begin with",
        InputKind::Line,
    )
    .help("They go on without a gap, from 00001."),
    Field::new(
        "credit_note_prefix",
        "What numbers of credit notes begin with",
        InputKind::Line,
    )
    .help("Money that is paid back after an invoice has one. They go on without a gap, too."),
    Field::new(
        "footer_note",
        "A line at the foot of every page",
        InputKind::LineByLanguage,
    ),
];

/// What it speaks.
pub const LANGUAGES: &[Field] = &[
    Field::new(
        "store_language",
        "The shop's own language",
        InputKind::Chosen(Source::Languages),
    ),
    Field::new(
        "languages",
        "Languages shoppers can choose from",
        InputKind::Several(Source::Languages),
    ),
    Field::new(
        "accept_language",
        "Greet shoppers in the language of their browser, if it is one of these",
        InputKind::Flag,
    ),
];

/// How pages are addressed, and how much is on them.
pub const ADDRESSES: &[Field] = &[
    Field::new(
        "slugs_without_ids",
        "Addresses without numbers",
        InputKind::Flag,
    )
    .help("Such as /blue-mug instead of /Blue-Mug-p123. Both always lead there."),
    Field::new(
        "products_per_page",
        "Products on a page of a list",
        InputKind::Whole(1, 500),
    ),
];

/// Whom it writes to.
pub const EMAILS: &[Field] = &[
    Field::new("mail_from", "Who e-mails are from", InputKind::Line)
        .help("A name and an address, such as Ada's nails <hello@shop.example>."),
    Field::new(
        "notify",
        "Who is told of orders and withdrawals",
        InputKind::WordLines,
    )
    .help("E-mail addresses, one a line."),
    Field::new(
        "low_stock_at",
        "Running low: when so many are left",
        InputKind::Whole(0, 1_000_000),
    )
    .help("Then it is listed under Running low, and the addresses above get one e-mail, until there are more again. 0: never."),
];

/// What it answers again and again.
pub const ANSWERS: &[Field] = &[Field::new(
    "ready_answers",
    "Answers",
    InputKind::List(
        "answer",
        &[
            Field::new("name", "What you choose it by", InputKind::Line)
                .help("Customers do not see it."),
            Field::new("text", "Text", InputKind::LinesByLanguage(false))
                .help("{name} becomes the name of who asks, {order} the number of the order that they ask about. A language that is empty gets the first one."),
        ],
    ),
)];

/// What runs in its pages.
pub const SCRIPTS: &[Field] = &[
    Field::new(
        "scripts",
        "Scripts",
        InputKind::List(
            "script",
            &[
                Field::new("src", "Address", InputKind::Line)
                    .help("It begins with https://; or the name of a file on the machine."),
                Field::new(
                    "needs",
                    "Waits until the visitor agreed to",
                    InputKind::OneOf(&[
                        ("analytics", "Counting and measuring"),
                        ("personalisation", "Remembering what they did"),
                    ]),
                )
                .optional(),
            ],
        ),
    )
    .help("Every page loads them, in this order. They can do in a shopper's browser whatever the shop can: choose them well."),
    Field::new("script_origins", "Other addresses that those scripts may talk to", InputKind::WordLines)
        .help("One a line, such as https://chat.example."),
    Field::new("api_hosts", "Hosts of the REST API that scripts name", InputKind::WordLines)
        .help("For a shop that moved here: scripts that call the old host reach this shop instead."),
    Field::new("debug_scripts", "Show in the browser's console what scripts are told", InputKind::Flag)
        .help("For whoever writes them."),
    Field::new("sso_sha1", "Take sign-ons of your own site that are signed with SHA-1", InputKind::Flag)
        .help("Only for sites of before 2024."),
];
