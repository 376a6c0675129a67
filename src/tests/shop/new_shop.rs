//! A shop that nobody has set up: nothing of the demo is in it, and it says kindly that it is not open yet.

use crate::{
    catalog::support::import_into,
    support::Shop,
    support::checkout::{ordered, place, selling, up_to_review},
};
use awning::{
    base::translated::Translated,
    platform::{
        config::{Column, Link, Logo, Quote, Section},
        images::Image,
    },
};

/// Words that only the print studio of the demo says.
const OF_THE_DEMO: [&str; 14] = [
    "Tide",
    "Line<",
    "studio",
    "Studio",
    "Atelier",
    "prints",
    "Drucke",
    "pigment",
    "Pigment",
    "press<",
    "Presse",
    "cotton",
    "Baumwoll",
    "Rotterdam",
];

const PAGES: [&str; 12] = [
    "/",
    "/search",
    "/search?keyword=mug",
    "/cart",
    "/checkout",
    "/account",
    "/account/register",
    "/account/orders",
    "/account/favorites",
    "/account/reset-password",
    "/cookies",
    "/nowhere",
];

fn en(text: &str) -> Translated {
    Translated::one("en", text)
}

/// What of the demo `text` says.
fn said(text: &str) -> Option<&'static str> {
    OF_THE_DEMO.into_iter().find(|word| text.contains(word))
}

#[tokio::test]
async fn no_page_of_a_fresh_shop_says_anything_of_the_demo() {
    let shop = Shop::open().await;
    for language in ["en", "de"] {
        let mut browser = shop.browser();
        browser.get(&format!("/?lang={language}")).await;
        for path in PAGES {
            let page = browser.get(path).await.body;
            assert_eq!(said(&page), None, "{language} {path}: {page}");
        }
    }
    let home = shop.browser().get("/").await.body;
    assert!(home.contains("ec-header-h1\">My shop<"), "{home}");
    assert!(home.contains("Please come back soon."));
    assert!(home.contains("name=\"description\" content=\"My shop\""));
}

#[tokio::test]
async fn no_email_of_a_shop_that_nobody_worded_says_anything_of_the_demo() {
    let shop = selling().await;
    let mut ada = shop.customer("ada@example.com").await;
    up_to_review(&mut ada, "ada@example.com").await;
    ordered(&place(&mut ada).await);
    assert_eq!(said(&shop.newest_email().await), None);
    let config = awning::platform::config::Config::default();
    let payment = format!("{:?} {:?}", config.payment, config.shipping);
    assert_eq!(said(&payment), None);
}

#[tokio::test]
async fn a_shop_that_sells_shows_categories_and_the_newest() {
    let shop = Shop::open().await;
    import_into(&shop, "ecwid.csv").await;
    let home = shop.browser().get("/").await.body;
    assert!(!home.contains("Please come back soon."));
    assert!(home.contains("<h2 id=\"featured-title\">Featured<"));
    assert!(home.contains("Blue Mug") && home.contains("grid__categories"));
    // Nobody recommends anything any more.
    for id in [1201, 1202] {
        shop.set_product(id, "/featured", serde_json::Value::Null)
            .await;
    }
    shop.execute("UPDATE catalog_version SET version = version + 1")
        .await;
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    let home = shop.browser().get("/").await.body;
    assert!(home.contains("<h2 id=\"featured-title\">New<"), "{home}");
}

#[tokio::test]
async fn the_home_page_is_what_the_merchant_makes_of_it() {
    let shop = Shop::with(|config| {
        let link = |url: &str| {
            Some(Link {
                label: en("See"),
                url: url.into(),
            })
        };
        let picture = |alt: &str| Image {
            hash: "0".repeat(64),
            width: 300,
            height: 100,
            alt: en(alt),
            ..Image::default()
        };
        config.footer_note = en("Tools since 1951");
        config.home = vec![
            Section::Band {
                title: en("Sale <now>"),
                text: en("Until Sunday."),
                link: link("/search?on_sale=true"),
            },
            Section::Hero {
                eyebrow: Translated::default(),
                title: en("Good tools"),
                text: en("For good work."),
                pictures: Vec::new(),
                framed: false,
                link: link("https://tools.example/"),
            },
            Section::Text {
                title: en("About"),
                text: en("We *mend*. <script>alert(1)</script>"),
                picture: None,
                link: None,
            },
            Section::Columns {
                title: en("Why"),
                text: Translated::default(),
                columns: vec![Column {
                    title: en("Steel"),
                    text: en("Of Solingen."),
                }],
            },
            Section::Quotes {
                title: Translated::default(),
                quotes: vec![Quote {
                    text: en("Never broke."),
                    by: "Ada".into(),
                }],
            },
            Section::Logos {
                title: en("We sell"),
                logos: vec![
                    Logo {
                        picture: picture("Steel & Sons"),
                        url: Some("https://steel.example/en".into()),
                    },
                    Logo {
                        picture: picture(""),
                        url: Some("https://wood.example".into()),
                    },
                    Logo {
                        picture: picture("Nails"),
                        url: None,
                    },
                ],
            },
            Section::Products {
                title: en("Chosen"),
                ids: vec![1202, 4711],
            },
            Section::Newest {
                title: Translated::default(),
                count: 1,
            },
            Section::Text {
                title: en("More"),
                text: en("# Our story\n\nMore."),
                picture: None,
                link: None,
            },
        ];
    })
    .await;
    import_into(&shop, "ecwid.csv").await;
    let home = shop.browser().get("/").await.body;
    let mut rest = home.as_str();
    for part in [
        "id=\"tile-band\"",
        "<h2>Sale &lt;now&gt;<",
        "href=\"/search?on_sale=true\"",
        "id=\"tile-hero\"",
        "<h1 class=\"display\">Good tools<",
        "href=\"https://tools.example/\"",
        "id=\"tile-text\"",
        "<em>mend</em>",
        "id=\"tile-columns\"",
        "Of Solingen.",
        "<figcaption>Ada<",
        "id=\"tile-logos\"",
        "<h2>We sell<",
        "href=\"https://steel.example/en\"",
        "alt=\"Steel &amp; Sons\"",
        "alt=\"wood.example\"",
        "alt=\"Nails\"",
        "id=\"tile-products\"",
        "Chosen",
        "Tide Shirt",
        "id=\"tile-newest\"",
        "id=\"tile-text-2\"",
        "<h3>Our story<",
        "Tools since 1951",
    ] {
        let at = rest.find(part);
        rest = &rest[at.unwrap_or_else(|| panic!("{part} is not in its place: {home}"))..];
    }
    assert!(!home.contains("alert(1)"));
    assert_eq!(home.matches("<h1").count(), 1, "one title");
    assert!(home.contains("name=\"description\" content=\"Until Sunday.\""));
}
