//! The shop's look, as its merchant chooses it.

use crate::support::Shop;
use awning::{
    base::{color::Color, translated::Translated},
    platform::{
        config::{Brand, Config, Fonts, HeaderLayout, SettingSources, parsed},
        images::Image,
    },
};
use image::{ImageFormat, Rgba, RgbaImage};
use std::io::Cursor;
use toml::Table;

/// A picture whose left half is not there.
fn half_clear(width: u32, height: u32) -> Vec<u8> {
    let pixel = |x, _| Rgba([200, 30, 30, if x < width / 2 { 0 } else { 255 }]);
    let mut file = Cursor::new(Vec::new());
    let picture = RgbaImage::from_fn(width, height, pixel);
    picture
        .write_to(&mut file, ImageFormat::Png)
        .expect("encoded");
    file.into_inner()
}

fn kept(shop: &Shop, width: u32, height: u32, alt: Translated) -> Image {
    let kept = shop.state.images.keep(&half_clear(width, height));
    kept.expect("kept").showing(alt)
}

fn go_on(shop: &Shop, change: impl FnOnce(&mut Config)) {
    let mut config = shop.config.clone();
    change(&mut config);
    config.check().expect("good settings");
    shop.state.set_config(config).expect("taken");
}

#[tokio::test]
async fn a_fresh_shop_has_its_name_and_the_first_letter_of_it() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    let home = browser.get("/").await.body;
    assert!(
        home.contains("<a href=\"/\" class=\"brand\"><span>My shop</span></a>"),
        "{home}"
    );
    assert!(!home.contains("<style") && !home.contains("as=\"font\""));
    let icon = home.split("rel=\"icon\" href=\"").nth(1).expect("an icon");
    let icon = icon.split('"').next().expect("a URL");
    let tile = browser.get(icon).await;
    assert_eq!(tile.header("content-type"), "image/svg+xml");
    assert!(
        tile.body.contains(">M</text>") && tile.body.contains("#16324f"),
        "{}",
        tile.body
    );
    let asked = browser.get("/favicon.ico").await;
    assert_eq!((asked.status, asked.header("location")), (307, icon));
    go_on(&shop, |config| {
        config.store_name = "<Ada>".into();
        config.brand.accent = Some(Color(255, 224, 138));
    });
    let tile = browser.get("/favicon.svg").await.body;
    assert!(
        tile.contains(">A</text>") && tile.contains("fill=\"#ffe08a\""),
        "{tile}"
    );
    let home = browser.get("/").await.body;
    assert!(
        home.contains("<span>&lt;Ada&gt;</span>") && !home.contains(icon),
        "{home}"
    );
}

#[tokio::test]
async fn a_logo_stands_in_place_of_the_name_and_is_seen_through() {
    let shop = Shop::open().await;
    let named = Translated::from_iter([("en", "Ada's \"logo\""), ("de", "Adas Logo")]);
    let logo = kept(&shop, 400, 100, named);
    let dark = kept(&shop, 200, 50, Translated::default());
    let icon = kept(&shop, 64, 32, Translated::default());
    go_on(&shop, |config| {
        config.brand.logo = Some(logo.clone());
        config.brand.logo_dark = Some(dark.clone());
        config.brand.favicon = Some(icon.clone());
        config.brand.header = HeaderLayout::Centered;
    });
    let mut browser = shop.browser();
    let home = browser.get("/").await.body;
    assert!(home.contains("class=\"header--centered\""), "{home}");
    assert!(home.contains("alt=\"Ada's &quot;logo&quot;\" width=\"400\" height=\"100\""));
    assert!(!home.contains("<span>My shop</span>"));
    let dark = format!(
        "<source media=\"(prefers-color-scheme: dark)\" type=\"image/webp\" srcset=\"/images/{}-",
        dark.hash
    );
    assert!(home.contains(&dark), "{home}");
    let german = browser.get("/?lang=de").await.body;
    assert!(german.contains("alt=\"Adas Logo\""), "{german}");
    for (rest, kind) in [
        ("400.png", "image/png"),
        ("400.clear.webp", "image/webp"),
        ("400.webp", "image/webp"),
    ] {
        let answer = browser.get(&format!("/images/{}-{rest}", logo.hash)).await;
        assert_eq!((answer.status, answer.header("content-type")), (200, kind));
    }
    for (link, size) in [("rel=\"icon\"", 32), ("rel=\"apple-touch-icon\"", 180)] {
        let url = format!("/images/{}-{size}.icon.png", icon.hash);
        assert!(home.contains(&format!("{link} href=\"{url}\"")), "{home}");
        let answer = browser.get(&url).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (200, "image/png")
        );
    }
    go_on(&shop, |config| {
        config.brand.logo = Some(logo.clone());
        config.brand.name_beside_logo = true;
    });
    let home = browser.get("/").await.body;
    assert!(home.contains("alt=\"\"") && home.contains("</picture><span>My shop</span></a>"));
    go_on(&shop, |config| {
        config.brand.logo = Some(Image {
            alt: Translated::default(),
            ..logo
        });
    });
    let home = browser.get("/").await.body;
    assert!(home.contains("alt=\"My shop\""), "{home}");
}

#[tokio::test]
async fn colour_fonts_and_corners_become_tokens_of_the_style_sheet() {
    let shop = Shop::with(|config| {
        config.brand = Brand {
            accent: Some(Color(0xff, 0xe0, 0x8a)),
            radius: Some(0),
            fonts: Fonts::Classic,
            ..Brand::default()
        };
    })
    .await;
    let page = shop.browser().get("/").await;
    let style = page.body.split("<style nonce=\"").nth(1).expect("a style");
    let (nonce, style) = style.split_once("\">").expect("a nonce");
    assert!(
        page.header("content-security-policy")
            .contains(&format!("'nonce-{nonce}'"))
    );
    let style = style.split("</style>").next().expect("rules");
    for part in [
        "@font-face{font-family:\"Fraunces\";",
        "font-display:swap",
        "size-adjust:115.45%",
        ":root{--serif:\"Fraunces\",\"Fraunces 0\",",
        "--sans:\"Hanken Grotesk\",",
        "--radius:0px",
        "--accent:#ffe08a;--accent-ink:#1b2128;",
        "@media(prefers-color-scheme:dark){:root{--accent:#ffe08a;",
    ] {
        assert!(style.contains(part), "{part}: {style}");
    }
    assert!(
        !style.contains("--accent-text:#ffe08a;")
            && style.matches("--accent-text:#ffe08a").count() == 1,
        "links of light pages are darker: {style}"
    );
    let loaded = page.body.matches("as=\"font\" type=\"font/woff2\"").count();
    assert_eq!(loaded, 2, "one file for titles, one for texts");
}

#[test]
fn a_wrong_brand_is_refused_at_its_key() {
    for (value, why) in [
        ("{ radius = 25 }", "brand.radius"),
        ("{ radius = -1 }", "brand.radius"),
        ("{ accent = 'red' }", "brand.accent"),
        ("{ accent = '#fff;}body{}' }", "brand.accent"),
        ("{ fonts = 'comic' }", "brand.fonts"),
        ("{ header = 'top' }", "brand.header"),
        (
            "{ logo = { hash = '\"><script>', width = 1, height = 1 } }",
            "brand.logo",
        ),
        ("{ logos = 1 }", "logos"),
    ] {
        let value = parsed("brand", value).expect("TOML");
        let table = Table::from_iter([("brand".to_owned(), value)]);
        let error = SettingSources::default()
            .config(&table)
            .expect_err("refused");
        assert!(error.to_string().contains(why), "{error}");
    }
}
