//! Being told of what runs low.

use super::{MUG, office_with, save, stored};
use crate::selling::support::{ordered, place, up_to_review};
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
