use crate::support::Shop;
use awning::import::{self, ImportOptions, Plan, Report};
use std::path::PathBuf;

/// Where the fixtures stand.
pub fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("src/tests/fixtures")
        .join(name)
}

/// A shop with the catalogue of the fixture `name`.
pub async fn shop_of(name: &str) -> (Shop, Report) {
    let shop = Shop::open().await;
    let report = import_into(&shop, name).await;
    (shop, report)
}

/// Imports the fixture `name`.
pub async fn import_into(shop: &Shop, name: &str) -> Report {
    run(shop, fixture(name), false).await
}

/// Imports a file.
pub async fn run(shop: &Shop, file: PathBuf, dry: bool) -> Report {
    let plan = Plan {
        dry,
        ..Plan::default()
    };
    run_as(shop, file, plan).await
}

/// Imports a file as `plan` says.
pub async fn run_as(shop: &Shop, file: PathBuf, plan: Plan) -> Report {
    let terms = ImportOptions::of(&shop.config);
    let report = import::import(&shop.db, &shop.state.images, &file, &terms, plan, |_| {}).await;
    shop.state.catalog.refresh(&shop.db).await.expect("stocked");
    report.expect("imported")
}
