//! What the shop looks like, and where its menus lead.

use crate::admin::form::{Field, InputKind, Source};

/// Logo, colour, fonts.
pub const BRAND: &[Field] = &[Field::new(
    "brand",
    "Your brand",
    InputKind::Group(&[
        Field::new("logo", "Logo", InputKind::Picture)
            .help("A PNG with a transparent ground is best. Without one, the shop's name stands there.")
            .optional(),
        Field::new("logo_dark", "Logo for dark pages", InputKind::Picture)
            .help("For visitors whose screens are dark; without one, the logo above.")
            .optional(),
        Field::new("name_beside_logo", "Show the shop's name beside the logo", InputKind::Flag),
        Field::new("favicon", "Picture on the browser's tab", InputKind::Picture)
            .help("Square. Without one, the first letter of the shop's name.")
            .optional(),
        Field::new("accent", "Colour of buttons and links", InputKind::Color)
            .help("Such as #205072.")
            .optional(),
        Field::new("accent_dark", "The same on dark pages", InputKind::Color)
            .help("Empty: the colour above, as light as it needs to be there.")
            .optional(),
        Field::new(
            "fonts",
            "Fonts",
            InputKind::OneOf(&[
                ("system", "those of the visitor's device: nothing to load"),
                ("classic", "classic: Fraunces over Hanken Grotesk"),
                ("modern", "modern: Bricolage Grotesque over Figtree"),
            ]),
        ),
        Field::new("radius", "Roundness of corners, in pixels", InputKind::Whole(0, 24)).optional(),
        Field::new(
            "header",
            "Header",
            InputKind::OneOf(&[
                ("left", "logo on the left"),
                ("centered", "logo in the middle"),
                ("banner", "logo on a row of its own"),
            ]),
        ),
    ]),
)];

const LABEL: Field = Field::new("label", "What it says", InputKind::LineByLanguage)
    .help("Empty: the name of the page or category.")
    .optional();
const URL: Field = Field::new("url", "Leads to an address", InputKind::Line)
    .help("A path of the shop such as /search, or one that begins with https://, mailto: or tel:.")
    .optional();
const PAGE: Field = Field::new(
    "page",
    "or to one of your pages",
    InputKind::Chosen(Source::Pages),
)
.optional();
const CATEGORY: Field = Field::new(
    "category",
    "or to a category",
    InputKind::Chosen(Source::Categories),
)
.optional();
const CHILDREN: Field = Field::new(
    "children",
    "Below it",
    InputKind::List("entry", &[LABEL, URL, PAGE, CATEGORY]),
);
const ENTRIES: InputKind = InputKind::List("entry", &[LABEL, URL, PAGE, CATEGORY, CHILDREN]);

/// The menus.
pub const MENUS: &[Field] = &[
    Field::new("header_menu", "In the header", ENTRIES).help("Empty: your categories."),
    Field::new("footer_menu", "At the foot of every page", ENTRIES).help(
        "Empty: the usual links and all your pages. With entries of your own, only those stand there: name the legal pages too. Cookie settings and languages always do.",
    ),
];
