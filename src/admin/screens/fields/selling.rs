//! What things cost, how they are sent and paid, and what is asked on the way.

use crate::admin::form::{Field, InputKind, Source};

const ZONES: Field = Field::new("zones", "Where", InputKind::Zones).help(
    "Countries and regions with commas between, by name or code: Germany, AT, US-NY. Empty: everywhere.",
);

/// Taxes.
pub const TAXES: &[Field] = &[
    Field::new(
        "prices_include_tax",
        "Prices hold the taxes already",
        InputKind::Flag,
    ),
    Field::new(
        "taxes",
        "Taxes",
        InputKind::List(
            "tax",
            &[
                Field::new("name", "What bills call it", InputKind::Line),
                Field::new("rate", "Rate", InputKind::Decimal("%")),
                ZONES,
                Field::new("on_shipping", "Delivery is taxed too", InputKind::Flag),
            ],
        ),
    ),
];

const ID: Field = Field::new("id", "Name in scripts", InputKind::Id("title"))
    .help("Small letters; empty: what shoppers read makes it. Orders and scripts know it by this: leave it once there are orders.")
    .rare();

/// Delivery.
pub const SHIPPING: &[Field] = &[
    Field::new(
        "shipping",
        "Ways of delivery",
        InputKind::List(
            "way",
            &[
                Field::new("title", "What shoppers read", InputKind::LineByLanguage),
                Field::new("description", "A line below that", InputKind::LineByLanguage).rare(),
                Field::new("pickup", "Shoppers fetch it themselves", InputKind::Flag),
                Field::new("pickup_at", "Where they fetch it, and when", InputKind::LinesByLanguage(false))
                    .help("Address and opening hours: it stands in the checkout, on the order and in its e-mails. Empty: the address of who sells.")
                    .optional()
                    .rare(),
                Field::new(
                    "by",
                    "The price goes by",
                    InputKind::OneOf(&[
                        ("flat", "nothing: it is the same for every order"),
                        ("weight", "the weight"),
                        ("subtotal", "what the order costs"),
                    ]),
                ),
                Field::new(
                    "rates",
                    "Prices",
                    InputKind::List(
                        "price",
                        &[
                            Field::new("price", "Price", InputKind::Money),
                            Field::new("from", "From which weight or amount on", InputKind::Money)
                                .help("Grams (a pound is 454, an ounce 28), or an amount; nothing for the first.")
                                .optional()
                                .rare(),
                        ],
                    ),
                ),
                Field::new("free_from", "Costs nothing from", InputKind::Money).optional(),
                ZONES,
                Field::new("days", "Working days it takes", InputKind::Span)
                    .help("The fewest and the most, such as 2–4: shoppers are told when an order arrives.")
                    .optional()
                    .rare(),
                ID,
            ],
        ),
    ),
    Field::new("cut_off_hour", "Orders until this hour are worked on the same day", InputKind::Whole(1, 24)),
    Field::new("handling_days", "Working days until an order leaves you", InputKind::Whole(0, 250)),
    Field::new("holidays", "Days on which nobody works", InputKind::WordLines)
        .help("Besides Saturdays and Sundays; one a line, such as 2026-12-25."),
    Field::new("handling_fee", "What handling an order costs", InputKind::Money),
];

/// Ways to pay.
pub const PAYMENT: &[Field] = &[
    PAYMENT_WAYS,
    Field::new(
        "refund_step_up",
        "Refunds above this amount ask for the password once more",
        InputKind::Money,
    )
    .help("0: each of them does."),
];

const PAYMENT_WAYS: Field = Field::new(
    "payment",
    "Ways to pay",
    InputKind::List(
        "way",
        &[
            Field::new("title", "What shoppers read", InputKind::LineByLanguage),
            Field::new(
                "provider",
                "Taken online by",
                InputKind::OneOf(&[("stripe", "Stripe"), ("mollie", "Mollie")]),
            )
            .optional()
            .help("Nothing: shoppers pay outside of the shop. Else it is offered once the keys are there, under Card payments."),
            Field::new(
                "instructions",
                "What they are to do",
                InputKind::LinesByLanguage(false),
            )
            .help(
                "On the page after the order, and in its e-mail: your account, how long they have.",
            ),
            Field::new(
                "when",
                "For orders that are",
                InputKind::OneOf(&[
                    ("always", "sent or fetched"),
                    ("sent", "sent"),
                    ("fetched", "fetched"),
                ]),
            ),
            Field::new(
                "paid_later",
                "Paid at the door or at the counter",
                InputKind::Flag,
            )
            .help("Such orders are to be sent, or made ready to be fetched, before they are paid."),
            Field::new("from", "For orders from", InputKind::Money)
                .help("What the order comes to, with delivery; empty: every order.")
                .optional()
                .rare(),
            Field::new("up_to", "For orders up to", InputKind::Money)
                .help("Above that it is not offered; empty: every order.")
                .optional()
                .rare(),
            ZONES.rare(),
            ID,
        ],
    ),
);

const OFF: Field = Field::new(
    "off",
    "What it takes off",
    InputKind::Either(&[
        Field::new("percent", "A share of the goods", InputKind::Decimal("%")),
        Field::new("amount", "An amount", InputKind::Money),
        Field::new("free_shipping", "Delivery costs nothing", InputKind::Flag),
    ]),
);
const FROM: Field = Field::new("from", "For orders from", InputKind::Money)
    .help("What the goods cost; empty: every order.")
    .optional();

/// What is taken off without a code.
pub const DISCOUNTS: &[Field] = &[Field::new(
    "discounts",
    "Discounts",
    InputKind::List(
        "discount",
        &[
            FROM,
            Field::new(
                "group",
                "For customers of the group",
                InputKind::Chosen(Source::Groups),
            )
            .help("–: for everybody. Groups are made under Customers.")
            .optional(),
            OFF,
        ],
    ),
)
.help("Each order gets the best of those for its amount, and the best for its group.")];

/// What is taken off with one.
pub const COUPONS: &[Field] = &[Field::new(
    "coupons",
    "Coupons",
    InputKind::List(
        "coupon",
        &[
            Field::new("code", "Code", InputKind::Line).help("What shoppers type, in any case."),
            Field::new("name", "What bills call it", InputKind::Line),
            OFF,
            FROM,
            Field::new("starts", "First day", InputKind::Day).optional(),
            Field::new("ends", "Last day", InputKind::Day).optional(),
            Field::new(
                "uses",
                "How many orders it is good for",
                InputKind::Whole(1, i64::MAX),
            )
            .help("Empty: any number.")
            .optional(),
        ],
    ),
)];

/// How an order is placed, and what customers may do.
pub const CHECKOUT: &[Field] = &[
    Field::new(
        "ask_agreement",
        "Shoppers agree to the terms before the checkout",
        InputKind::Flag,
    ),
    Field::new(
        "ask_comments",
        "Shoppers may add a comment to an order",
        InputKind::Flag,
    ),
    Field::new(
        "review_order",
        "Everything is shown once more before an order is placed",
        InputKind::Flag,
    ),
    Field::new(
        "withdrawal",
        "Shoppers can withdraw from an order online",
        InputKind::Flag,
    )
    .help("In the European Union they must be able to."),
    Field::new(
        "sign_in",
        "Customers sign in by",
        InputKind::OneOf(&[
            ("both", "a password, or a code by e-mail"),
            ("password", "a password"),
            ("code", "a code by e-mail"),
        ]),
    ),
    Field::new(
        "reviews",
        "Reviews by those who bought a product",
        InputKind::OneOf(&[
            ("moderated", "you look at each first"),
            ("at_once", "are shown at once"),
            ("off", "there are none"),
        ]),
    ),
    Field::new(
        "contact_form",
        "A form by which shoppers ask you something",
        InputKind::Flag,
    )
    .help("Products, orders and the foot of every page link to it. What is asked stands under Questions."),
    Field::new(
        "cart_reminders",
        "Shoppers may ask to be reminded of a cart that they leave",
        InputKind::Flag,
    )
    .help("By a box where they type their e-mail, which is never ticked before. Who ticks it gets one e-mail, and whom it brings back stands under Carts."),
    Field::new(
        "cart_reminder_hours",
        "After how many hours without a change they are reminded",
        InputKind::Whole(1, 720),
    ),
    Field::new(
        "ask_consent",
        "Ask visitors what may be stored besides what is needed",
        InputKind::Flag,
    )
    .help("Until they answer, nothing else is."),
    Field::new(
        "cart_on_sign_out",
        "When a customer signs out, this browser's cart",
        InputKind::OneOf(&[
            ("clear", "is empty, and theirs is kept"),
            ("keep", "goes on as a guest's"),
        ]),
    ),
    Field::new(
        "download_limit",
        "How often each file of an order can be downloaded",
        InputKind::Whole(0, 10_000),
    )
    .help("0: as often as one likes."),
    Field::new("download_days", "For how many days", InputKind::Whole(0, 36_500)).help("0: for ever."),
    Field::new(
        "keep_orders_years",
        "Years that orders of deleted accounts are kept",
        InputKind::Whole(1, 100),
    )
    .help("As long as the tax law of your country wants invoices to be kept."),
];

/// Questions of the merchant's own.
pub const EXTRA_FIELDS: &[Field] = &[Field::new(
    "extra_fields",
    "Questions",
    InputKind::Named(
        "question",
        &[
            Field::new("title", "What shoppers read", InputKind::Line),
            Field::new(
                "type",
                "How it is answered",
                InputKind::OneOf(&[
                    ("text", "a line of text"),
                    ("textarea", "several lines"),
                    ("select", "one of a list"),
                    ("radio_buttons", "one of several"),
                    ("checkbox", "any of several"),
                    ("toggle_button_group", "one of several buttons"),
                    ("datetime", "a day"),
                    ("label", "not at all: it is only shown"),
                ]),
            )
            .optional(),
            Field::new(
                "checkoutDisplaySection",
                "Where it is asked",
                InputKind::OneOf(&[
                    ("email", "in the cart"),
                    ("shipping_address", "with the address"),
                    ("shipping_methods", "with delivery"),
                    ("pickup_details", "with what is fetched"),
                    ("payment_details", "with payment"),
                ]),
            )
            .optional(),
            Field::new("required", "Must be answered", InputKind::Maybe).optional(),
            Field::new(
                "textPlaceholder",
                "What stands in it at first, in grey",
                InputKind::Line,
            )
            .optional(),
            Field::new("tip", "A line of help", InputKind::Line).optional(),
            Field::new(
                "surchargeType",
                "What an answer costs is",
                InputKind::OneOf(&[
                    ("ABSOLUTE", "an amount"),
                    ("PERCENT", "a share of the goods"),
                ]),
            )
            .optional(),
            Field::new(
                "options",
                "Choices",
                InputKind::List(
                    "choice",
                    &[
                        Field::new("title", "What shoppers read", InputKind::Line),
                        Field::new("surcharge", "What it costs", InputKind::Number).optional(),
                    ],
                ),
            ),
        ],
    ),
)];
