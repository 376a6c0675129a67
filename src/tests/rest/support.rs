use crate::support::{Answer, Shop};
use awning::{
    base::{color::Color, translated::Translated},
    catalog::{
        Category, Product,
        option::{Choice, Modifier, OptionKind, ProductOption},
        product::{Attribute, Variation, Wholesale},
        related::Related,
        store,
    },
    content::{apps::Change, version},
    platform::{
        config::Config,
        images::{Border, Image},
    },
};
use axum::http::Method;
use serde_json::Value;

/// When everything of the shop was made.
pub const MADE: i64 = 1_700_000_000;

/// A shop with products and categories, some of them hidden, and apps: `reader` has every scope, `orders` one that opens
/// nothing here, `mute` none.
pub async fn shop() -> Shop {
    shop_with(|_| {}).await
}

pub async fn shop_with(change: impl FnOnce(&mut Config)) -> Shop {
    let shop = Shop::with(|config| {
        let settings = r#"
            taxes = [{ name = "VAT", rate = "20", zones = ["DE"] }]
            shipping = [{ id = "post", title = { en = "By post", de = "Mit der Post" }, rates = [{ price = "5" }], zones = ["DE", "US-NY"] }]
            payment = [{ id = "bank", title = { en = "Bank transfer" }, instructions = { en = "To account 7." } }]
        "#;
        let mut table = toml::Table::try_from(&*config).expect("a table");
        table.extend(settings.parse::<toml::Table>().expect("TOML"));
        *config = table.try_into().expect("settings");
        change(config);
    })
    .await;
    let tx = shop.db.begin().await.expect("begun");
    for (category, path) in categories() {
        store::put_category(&tx, category, path).await.expect("put");
    }
    for product in products() {
        store::put_product(&tx, product, "", MADE, crate::support::by_file())
            .await
            .expect("put");
    }
    for (id, scopes) in [
        (
            "reader",
            "public_storefront read_catalog read_storefront_widget_pages",
        ),
        ("orders", "read_orders"),
        ("mute", ""),
    ] {
        let change = Change {
            public_token: Some(format!("public_{id}")),
            secret_token: Some(format!("secret_{id}")),
            config: Some(format!("{id} publishes this")),
            scopes: Some(scopes.split(' ').map(str::to_owned).collect()),
            ..Change::default()
        };
        change.put(&tx, id).await.expect("put");
    }
    version::touch(&tx).await.expect("touched");
    tx.commit().await.expect("stored");
    shop.state.catalog.refresh(&shop.db).await.expect("read");
    shop
}

/// Mugs are below Kitchen; Cellar is hidden, and Shelf, below it, with it.
fn categories() -> [(Category, &'static str); 4] {
    let category = |id, parent, name: &str, enabled| Category {
        id,
        parent,
        position: id * 10,
        name: Translated::one("en", name),
        enabled,
        ..Category::default()
    };
    let kitchen = Category {
        name: Translated::from_iter([("en", "Kitchen"), ("de", "Küche")]),
        description: Translated::one("en", "<p>For cooks</p>"),
        image: Some(image(9)),
        ..category(1, None, "", true)
    };
    [
        (kitchen, "Kitchen"),
        (category(2, Some(1), "Mugs", true), "Kitchen/Mugs"),
        (category(3, None, "Cellar", false), "Cellar"),
        (category(4, Some(3), "Shelf", true), "Cellar/Shelf"),
    ]
}

/// A picture whose hash is made of `number`.
fn image(number: u8) -> Image {
    Image {
        hash: format!("{number:064x}"),
        width: 1_200,
        height: 1_500,
        alt: Translated::one("en", "A picture"),
        border: Color::parse("#ffffff").map(|color| {
            Box::new(Border {
                color,
                even: true,
                transparent: false,
            })
        }),
        ..Image::default()
    }
}

/// 11 has everything, 12 is plain and sold out, 13 is disabled, 14 stands in a hidden category.
fn products() -> [Product; 4] {
    let choice = |text: &str, german: &str, modifier| Choice {
        text: text.into(),
        translated: Translated::one("de", german),
        modifier,
        color: None,
    };
    let size = ProductOption {
        kind: OptionKind::Radio,
        name: "Size".into(),
        translated: Translated::one("de", "Größe"),
        required: true,
        choices: vec![
            choice("Small", "Klein", Modifier::Absolute(0)),
            choice("Large", "Groß", Modifier::Percent(1_250)),
        ],
        default: Some(0),
    };
    let variation = |id, choice: &str, stock| Variation {
        id,
        options: [("Size".to_owned(), choice.to_owned())].into(),
        sku: format!("MUG-{choice}"),
        stock,
        ..Variation::default()
    };
    let attribute = |name: &str, value: &str, shown| Attribute {
        name: name.into(),
        value: value.into(),
        shown,
    };
    let plain = |id, name: &str, categories: &[i64], enabled| Product {
        id,
        sku: format!("SKU-{id}"),
        name: Translated::one("en", name),
        price: 1_000,
        enabled,
        created_at: MADE + id,
        categories: categories.to_vec(),
        ..Product::default()
    };
    let mug = Product {
        name: Translated::from_iter([("en", "Blue Mug"), ("de", "Blauer Becher")]),
        subtitle: Translated::one("en", "0.3 l"),
        description: Translated::one("en", "<p>Glazed</p>"),
        price: 2_450,
        compare_to: Some(3_000),
        weight: Some(350),
        stock: Some(7),
        featured: Some(1),
        images: vec![image(1), image(2)],
        attributes: vec![
            attribute("Glaze", "Cobalt", true),
            attribute("Shelf mark", "B7", false),
        ],
        options: vec![size],
        variations: vec![
            Variation {
                image: Some(image(2).hash),
                price: Some(2_950),
                compare_to: Some(3_500),
                ..variation(111, "Large", Some(2))
            },
            variation(112, "Small", None),
        ],
        related: Related {
            products: vec![13, 12],
            category: None,
        },
        wholesale: vec![Wholesale {
            quantity: 10,
            price: 2_000,
        }],
        ..plain(11, "", &[2, 3], true)
    };
    [
        mug,
        Product {
            stock: Some(0),
            ..plain(12, "Red Bowl", &[1], true)
        },
        plain(13, "Secret Jug", &[1], false),
        plain(14, "Cellar Jar", &[4], true),
    ]
}

/// Asks as a program does: no cookie, no page.
pub async fn ask(shop: &Shop, path: &str, token: &str) -> (u16, Value) {
    let answer = send(shop, Method::GET, path, token, "").await;
    let body = serde_json::from_str(&answer.body);
    (answer.status, body.unwrap_or(Value::Null))
}

/// The body of the answer to a GET with `token`; fails the test unless its status is 200.
pub async fn get(shop: &Shop, path: &str, token: &str) -> Value {
    let (status, body) = ask(shop, path, token).await;
    assert_eq!(status, 200, "{path}: {body}");
    body
}

/// Sends any request with `token` in its header; none if it is empty.
pub async fn send(shop: &Shop, method: Method, path: &str, token: &str, body: &str) -> Answer {
    let mut browser = shop.browser();
    if !token.is_empty() {
        let header = format!("Bearer {token}");
        browser.headers.push(("authorization", header));
    }
    let path = format!("/api/v3/{}{path}", shop.config.store_id);
    browser
        .send_as(method, &path, "application/json", body)
        .await
}

/// Ids of the items of a list.
pub fn ids(list: &Value) -> Vec<i64> {
    let items = list["items"].as_array().or(list.as_array());
    let items = items.map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(|it| it["id"].as_i64()).collect()
}
