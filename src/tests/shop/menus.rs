//! Menus that the merchant made.

use crate::{catalog::support::import_into, support::Shop};
use awning::{
    content::pages,
    platform::config::{Config, SettingSources, parsed},
};
use toml::Table;

fn config(base: &Config, menus: &str) -> Config {
    let mut config = base.clone();
    let table: Table = menus.parse().expect("TOML");
    let stored = SettingSources::default()
        .config(&table)
        .expect("good settings");
    config.header_menu = stored.header_menu;
    config.footer_menu = stored.footer_menu;
    config
}

/// What stands in the first element with this start.
fn inside<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    let after = page.split_once(start).expect("the element").1;
    after.split_once(end).expect("its end").0
}

fn header(page: &str) -> &str {
    inside(page, "id=\"site-menu\"", "</nav>")
}

fn footer(page: &str) -> &str {
    inside(page, "id=\"site-footer\"", "</nav>")
}

#[tokio::test]
async fn menus_say_what_the_merchant_wants_in_each_language() {
    let shop = Shop::open().await;
    import_into(&shop, "ecwid.csv").await;
    pages::put(&shop.db.write, "about", "en", "# Us\n\nText.")
        .await
        .expect("stored");
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    let id = shop.state.catalog.snapshot().tree.top[0];
    let menus = format!(
        r#"
header_menu = [
  {{ label = {{ en = "Sale <now>", de = "Angebote" }}, url = "/search?on_sale=true" }},
  {{ category = {id} }},
  {{ label = {{ en = "More" }}, children = [ {{ page = "about" }}, {{ label = {{ en = "Blog" }}, url = "https://blog.example/" }}, {{ page = "gone" }} ] }},
  {{ label = {{ en = "All tools" }}, category = {id}, children = [ {{ label = {{ en = "Search" }}, url = "/search" }} ] }},
  {{ page = "gone" }},
  {{ category = 4711 }},
  {{ label = {{ en = "Nothing" }}, children = [ {{ page = "gone" }} ] }},
]
footer_menu = [
  {{ label = {{ en = "Shop" }}, children = [ {{ label = {{ en = "Home" }}, url = "/" }}, {{ page = "about" }} ] }},
  {{ label = {{ en = "Call us" }}, url = "tel:+49301234" }},
]
"#
    );
    shop.state
        .set_config(config(&shop.config, &menus))
        .expect("taken");
    let mut browser = shop.browser();
    let home = browser.get("/").await.body;
    let menu = header(&home);
    for part in [
        "<a class=\"site-menu__link\" href=\"/search?on_sale=true\">Sale &lt;now&gt;</a>",
        &format!("data-category-id=\"{id}\">"),
        "<details class=\"site-menu__group\" name=\"site-menu\"><summary class=\"site-menu__link\">More</summary>\
         <ul class=\"site-menu__below\"><li><a class=\"site-menu__link\" href=\"/pages/about\">About",
        "href=\"https://blog.example/\">Blog</a></li></ul>",
        ">All of All tools</a></li><li>",
    ] {
        assert!(menu.contains(part), "{part}: {menu}");
    }
    assert_eq!(
        menu.matches("site-menu__item\"").count(),
        4,
        "what leads nowhere is left out: {menu}"
    );
    let foot = footer(&home);
    assert!(
        foot.contains("<strong class=\"ec-footer__name\">Shop</strong>")
            && foot.contains("<a class=\"ec-footer__link\" href=\"tel:+49301234\">Call us</a>"),
        "{foot}"
    );
    assert!(!foot.contains("href=\"/cart\"") && foot.contains("href=\"/cookies\""));
    assert!(foot.contains("?lang=de"), "languages stay: {foot}");
    assert!(foot.contains("href=\"/\" aria-current=\"page\""), "{foot}");
    let about = browser.get("/pages/about").await.body;
    assert!(header(&about).contains("href=\"/pages/about\" aria-current=\"page\""));
    assert_eq!(about.matches("aria-current").count(), 2, "header and foot");
    let sale = browser.get("/search?on_sale=true").await.body;
    assert!(header(&sale).contains("href=\"/search?on_sale=true\" aria-current=\"page\""));
    assert!(!header(&sale).contains("href=\"/search\" aria-current"));
    let german = browser.get("/?lang=de").await.body;
    assert!(header(&german).contains(">Angebote</a>"), "{german}");
}

#[tokio::test]
async fn without_menus_of_its_own_a_shop_has_the_usual_ones() {
    let shop = Shop::open().await;
    import_into(&shop, "ecwid.csv").await;
    let home = shop.browser().get("/").await.body;
    assert!(header(&home).contains("data-category-id=\"") && header(&home).contains("/search"));
    for path in ["/", "/search", "/cart", "/account", "/account/orders"] {
        assert!(
            footer(&home).contains(&format!("href=\"{path}\"")),
            "{path}"
        );
    }
    let search = shop.browser().get("/search").await.body;
    assert!(header(&search).contains("href=\"/search\" aria-current=\"page\""));
}

#[test]
fn a_link_that_leads_nowhere_good_is_refused_at_its_key() {
    for (key, menu, said) in [
        (
            "header_menu",
            "[{ label = { en = 'X' }, url = 'javascript:alert(1)' }]",
            "header_menu[0].url",
        ),
        (
            "footer_menu",
            "[{ page = 'about' }, { label = { en = 'X' }, children = [{ label = { en = 'Y' }, url = '//evil.example' }] }]",
            "footer_menu[1].children[0].url",
        ),
        (
            "header_menu",
            "[{ label = { en = 'X' } }]",
            "expected one of url, page and category",
        ),
        (
            "header_menu",
            "[{ page = 'about', category = 3 }]",
            "expected only one of",
        ),
        ("header_menu", "[{ page = '../x' }]", "header_menu[0].page"),
        ("header_menu", "[{ url = '/' }]", "header_menu[0].label"),
        (
            "header_menu",
            "[{ page = 'a', children = [{ page = 'b', children = [{ page = 'c' }] }] }]",
            "header_menu[0].children[0].children",
        ),
        ("header_menu", "[{ link = '/' }]", "header_menu[0].link"),
    ] {
        let value = parsed(key, menu).expect("TOML");
        let table = Table::from_iter([(key.to_owned(), value)]);
        let error = SettingSources::default()
            .config(&table)
            .expect_err("refused");
        assert!(error.to_string().contains(said), "{said}: {error}");
    }
}
