//! Being told of what runs low.

use super::{MUG, SHIRT, office_with, save, stored};
use crate::support::checkout::{ordered, place, up_to_review};
use awning::{admin::staff::role::Role, base::date, catalog::low_stock};

const TOLD: &str = "SELECT COUNT(*) FROM letters WHERE recipient = 'shop@example.com' AND subject LIKE 'Running low%'";

#[tokio::test]
async fn what_falls_is_told_once_whoever_caused_it() {
    let office = office_with(|config| {
        config.low_stock_at = 6;
        config.notify = vec!["shop@example.com".into()];
    })
    .await;
    let services = office.shop.state.services();
    let tell = async || {
        low_stock::tell(&services, date::now() + 1_000)
            .await
            .expect("told")
    };
    tell().await;
    let before = office.shop.count(TOLD).await;
    let mut ada = office.shop.browser();
    up_to_review(&mut ada, "ada@example.com").await;
    ordered(&place(&mut ada).await);
    assert_eq!(stored(&office, MUG).await.stock, Some(6));
    assert_eq!(tell().await, 1);
    assert_eq!(office.shop.count(TOLD).await, before + 1);
    let said = "SELECT COUNT(*) FROM letters WHERE text LIKE '%Blue Mug & Saucer: 6 left%'";
    assert_eq!(office.shop.count(said).await, 1);
    // It stays low, falls further, and nobody is told again until there were more.
    let mut owner = office.signed_in(Role::Owner).await;
    save(&mut owner, "/products", &[("1201.stock", "-2")]).await;
    assert_eq!(tell().await, 0);
    save(&mut owner, "/products", &[("1201.stock", "20")]).await;
    assert_eq!(tell().await, 0);
    let page = owner
        .get("/products/bulk/preview?ids=1201&do=stock&stock_kind=set&stock_value=1")
        .await
        .body;
    super::bulk::apply(&mut owner, &page).await;
    assert_eq!(tell().await, 1, "a change of many is not missed");
    // What is there again by the time it would be told is no news.
    save(&mut owner, "/products", &[("1201.stock", "20")]).await;
    save(&mut owner, "/products", &[("1201.stock", "2")]).await;
    save(&mut owner, "/products", &[("1201.stock", "20")]).await;
    assert_eq!(tell().await, 0);
    assert_eq!(office.shop.count(TOLD).await, before + 2);
    let low = owner.get("/products?only=low").await.body;
    assert!(!low.contains("Blue Mug"), "{low}");
}

/// Numbers of the products under Running low, by the list's own links.
async fn low(browser: &mut crate::support::Browser) -> Vec<i64> {
    let page = browser.get("/products?only=low").await.body;
    let each = page.split("name=\"ids\" value=\"").skip(1);
    let mut ids: Vec<i64> = each
        .filter_map(|it| it.split('"').next()?.parse().ok())
        .collect();
    ids.sort_unstable();
    ids
}

#[tokio::test]
async fn a_product_says_for_itself_from_when_on_it_runs_low() {
    let office = office_with(|config| {
        config.low_stock_at = 2;
        config.notify = vec!["shop@example.com".into()];
    })
    .await;
    let services = office.shop.state.services();
    let tell = async || {
        let told = low_stock::tell(&services, date::now() + 1_000).await;
        told.expect("told")
    };
    let mut owner = office.signed_in(Role::Owner).await;
    let form = async |owner: &mut crate::support::Browser, path: &str, typed: &[(&str, &str)]| {
        let page = owner.get(path).await.body;
        let mut form = super::fields(&page, path);
        form.retain(|(name, _)| name != "act");
        for (name, value) in typed {
            super::set(&mut form, name, value);
        }
        owner.send_form(path, &super::pairs(&form)).await
    };
    // The S of the shirt is sold out, and there are seven mugs.
    assert_eq!(low(&mut owner).await, [SHIRT]);
    let saved = form(&mut owner, "/products/1201", &[("low_stock_at", "7")]).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(low(&mut owner).await, [MUG, SHIRT]);
    let list = owner.get("/products?only=low").await.body;
    assert!(list.contains(">Low</span>"), "{list}");
    super::is_explained(&office).await;
    // Each way in which stock changes goes by it.
    tell().await;
    save(&mut owner, "/products", &[("1201.stock", "9")]).await;
    assert_eq!(low(&mut owner).await, [SHIRT]);
    super::is_explained(&office).await;
    let mut ada = office.shop.browser();
    ada.post("cart/add", &[("product", "1201")]).await;
    up_to_review(&mut ada, "ada@example.com").await;
    ordered(&place(&mut ada).await);
    assert_eq!(stored(&office, MUG).await.stock, Some(7));
    assert_eq!(low(&mut owner).await, [MUG, SHIRT]);
    super::is_explained(&office).await;
    assert_eq!(tell().await, 1, "by its own number");
    let today = owner.get("/").await.body;
    assert!(
        today.contains(
            "<strong>2</strong><span><a href=\"/products?only=low\">products running low"
        ),
        "{today}"
    );
    // A variation goes before its product; 0 is never.
    let variations = stored(&office, SHIRT).await.variations;
    let m = variations.iter().position(|it| it.stock == Some(5));
    let m = format!("variations.{}.low_stock_at", m.expect("the M"));
    let s = variations.iter().position(|it| it.stock == Some(0));
    let s = format!("variations.{}.low_stock_at", s.expect("the S"));
    let never = [(s.as_str(), "0"), (m.as_str(), "0"), ("low_stock_at", "9")];
    let saved = form(&mut owner, "/products/1202", &never).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(low(&mut owner).await, [MUG]);
    let saved = form(&mut owner, "/products/1202", &[(&m, "")]).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(low(&mut owner).await, [MUG, SHIRT], "as the product says");
    super::is_explained(&office).await;
    let form_again = owner.get("/products/1202").await.body;
    assert!(form_again.contains("Low at"), "{form_again}");
    let wrong = form(&mut owner, "/products/1201", &[("low_stock_at", "few")]).await;
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.body.contains("value=\"few\""),
        "nothing typed is lost"
    );
    // Files have it too.
    let file = owner.get("/import/export").await.body;
    assert!(file.contains("\"low_stock_at\":7"), "{file}");
}
