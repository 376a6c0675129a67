use crate::{
    support::checkout::{selling, selling_with},
    support::{Browser, PASSWORD, Shop},
};
use awning::{favourites, platform::config::CartOnSignOut};
use serde_json::{Value, json};

const CREDENTIALS: [(&str, &str); 2] = [("email", "ada@example.com"), ("password", PASSWORD)];
const PATH: &str = "/account/favorites";

/// What the data of a page say of the visitor's favourites.
async fn kept(browser: &mut Browser, path: &str) -> Value {
    let page = browser.get(path).await.body;
    let json = page.split("id=\"awning-boot\">").nth(1).expect("data");
    let json = json.split("</script>").next().expect("their end");
    serde_json::from_str::<Value>(json).expect("JSON")["favourites"].clone()
}

async fn save(browser: &mut Browser, id: &str) {
    let answer = browser.post("favourites", &[("add", id)]).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
}

#[tokio::test]
async fn a_guest_keeps_products_and_lets_them_go() {
    let shop = selling().await;
    let mut guest = shop.browser();
    let page = guest.get(PATH).await;
    assert!(
        page.body.contains("no favourites yet")
            && page.header("cache-control").contains("no-store")
    );
    guest.headers.push((
        "referer",
        "http://shop.test/Kitchen-c3?sort=priceAsc".into(),
    ));
    let answer = guest.post("favourites", &[("add", "1201")]).await;
    assert_eq!(
        answer.header("location"),
        "/Kitchen-c3?sort=priceAsc",
        "back to where it was"
    );
    assert!(
        guest
            .get("/Kitchen-c3")
            .await
            .body
            .contains("Added to your favourites.")
    );
    save(&mut guest, "1202").await;
    save(&mut guest, "1201").await;
    assert_eq!(
        kept(&mut guest, "/").await,
        json!([1202, 1201]),
        "each once, the latest first"
    );
    let page = guest.get(PATH).await.body;
    assert!(page.contains("Blue Mug") && page.contains("Tide Shirt"));
    assert!(
        page.contains("Favourites (2)</a>"),
        "the footer counts them"
    );
    guest.post("favourites", &[("remove", "1201")]).await;
    assert_eq!(kept(&mut guest, "/").await, json!([1202]));
    assert_eq!(
        kept(&mut shop.browser(), "/").await,
        json!([]),
        "nobody else has them"
    );
}

#[tokio::test]
async fn what_is_not_sold_is_not_kept() {
    let shop = selling().await;
    let mut guest = shop.browser();
    for (id, status) in [("1203", 303), ("999", 303), ("x", 400)] {
        assert_eq!(
            guest.post("favourites", &[("add", id)]).await.status,
            status,
            "{id}"
        );
    }
    assert_eq!(shop.count("SELECT count(*) FROM favourites").await, 0);
    assert!(
        guest.sets_no_cart(),
        "nothing is kept, so there is no cookie"
    );
}

impl Browser {
    fn sets_no_cart(&self) -> bool {
        !self.cookies.keys().any(|name| name.ends_with("-cart"))
    }
}

/// The page that everybody is sent alike says of nobody what he keeps.
#[tokio::test]
async fn pages_that_are_kept_hold_nobodys_favourites() {
    let shop = selling().await;
    let mut ada = shop.customer("ada@example.com").await;
    save(&mut ada, "1201").await;
    for path in ["/search", "/Kitchen-c3", "/Blue-Mug-Saucer-p1201"] {
        // The notice is said first.
        ada.get(path).await;
        let (mut grace, mut guest) = (shop.browser(), shop.browser());
        assert_eq!(kept(&mut ada, path).await, json!([1201]), "{path}");
        assert_eq!(kept(&mut grace, path).await, json!([]), "{path}");
        let page = guest.get(path).await.body;
        assert!(page.contains("Favourites</a>") && page.contains("name=\"add\" value=\"1201\""));
    }
}

#[tokio::test]
async fn signing_in_brings_the_guests_favourites_to_the_customers() {
    let shop = selling().await;
    let mut ada = shop.customer("ada@example.com").await;
    save(&mut ada, "1201").await;
    let mut elsewhere = shop.browser();
    save(&mut elsewhere, "1202").await;
    save(&mut elsewhere, "1201").await;
    elsewhere.call("account/sign_in", &CREDENTIALS).await;
    assert_eq!(kept(&mut elsewhere, "/").await, json!([1202, 1201]));
    assert_eq!(
        kept(&mut ada, "/").await,
        json!([1202, 1201]),
        "they are the customer's"
    );
    assert_eq!(shop.count("SELECT count(*) FROM favourites").await, 2);
    elsewhere.call("account/sign_out", &[]).await;
    assert_eq!(
        kept(&mut elsewhere, "/").await,
        json!([]),
        "and go with the customer"
    );
}

#[tokio::test]
async fn signing_out_leaves_them_where_the_shop_leaves_the_cart() {
    let shop = selling_with(|config| config.cart_on_sign_out = CartOnSignOut::Keep).await;
    for has_cart in [false, true] {
        let email = format!("{has_cart}@example.com");
        let mut ada = shop.customer(&email).await;
        save(&mut ada, "1201").await;
        if has_cart {
            ada.post("cart/add", &[("product", "1201")]).await;
        }
        ada.call("account/sign_out", &[]).await;
        assert_eq!(kept(&mut ada, "/").await, json!([1201]), "{has_cart}");
        save(&mut ada, "1202").await;
        let again = [("email", email.as_str()), ("password", PASSWORD)];
        ada.call("account/sign_in", &again).await;
        assert_eq!(kept(&mut ada, "/").await, json!([1202, 1201]), "{has_cart}");
    }
}

#[tokio::test]
async fn favourites_that_cannot_be_merged_keep_nobody_out() {
    let shop = selling().await;
    let mut ada = shop.customer("ada@example.com").await;
    ada.call("account/sign_out", &[]).await;
    save(&mut ada, "1201").await;
    shop.forbid("INSERT", "favourites", "NEW.customer_id IS NOT NULL")
        .await;
    let answer = ada.call("account/sign_in", &CREDENTIALS).await;
    assert!(answer.body.contains("SignedIn"), "{}", answer.body);
    shop.allow("favourites").await;
    ada.call("account/sign_out", &[]).await;
    assert_eq!(kept(&mut ada, "/").await, json!([1201]), "nothing is lost");
}

#[tokio::test]
async fn they_are_counted_by_product_and_bounded() {
    let shop = selling().await;
    for email in ["ada@example.com", "grace@example.com"] {
        save(&mut shop.customer(email).await, "1201").await;
    }
    let mut guest = shop.browser();
    save(&mut guest, "1202").await;
    let counts = favourites::counts(&shop.db.read, &[1201, 1202, 1203])
        .await
        .expect("counted");
    assert_eq!(
        (counts.get(&1201), counts.get(&1202), counts.get(&1203)),
        (Some(&2), Some(&1), None)
    );
    guests_are_forgotten_later(&shop).await;
}

async fn guests_are_forgotten_later(shop: &Shop) {
    let now = awning::base::date::now();
    assert_eq!(
        favourites::purge(&shop.db.write, now - 60)
            .await
            .expect("purged"),
        0
    );
    assert_eq!(
        favourites::purge(&shop.db.write, now + 60)
            .await
            .expect("purged"),
        1,
        "a guest's"
    );
}

#[tokio::test]
async fn an_address_begins_only_so_many() {
    let shop = selling_with(|config| config.carts_per_address = 2).await;
    let mut first = shop.browser();
    save(&mut first, "1201").await;
    save(&mut shop.browser(), "1201").await;
    assert_eq!(
        shop.browser()
            .post("favourites", &[("add", "1201")])
            .await
            .status,
        429
    );
    save(&mut first, "1202").await;
}
