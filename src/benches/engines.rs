//! (p) What `PostgreSQL` costs against `SQLite`: two shops in one run.

use crate::{
    CONNECTIONS, Opened, ROUNDS, load, median, posts, selling, sessions, settings,
    support::database,
};
use awning::platform::config::Config;

/// Requests of a round.
const REQUESTS: usize = 2_000;

#[derive(Clone, Copy, Debug)]
enum Work {
    SignOut,
    CartPage,
    PlaceOrder,
}

/// (p), where there is a server to compare with.
pub async fn report() {
    if database::server().is_none() {
        println!("(p) there is no PostgreSQL to compare with: run it by .ci/with-postgres\n");
        return;
    }
    let dirs = [(); 2].map(|()| tempfile::tempdir().expect("a directory"));
    let sqlite = Opened::with(Config {
        database: database::file(dirs[0].path()),
        ..settings(dirs[0].path())
    });
    let (sqlite, postgres) = (sqlite.await, Opened::with(settings(dirs[1].path())).await);
    for shop in [&sqlite, &postgres] {
        selling::stock(&shop.db, 1_000_000).await;
    }
    for work in [Work::SignOut, Work::CartPage, Work::PlaceOrder] {
        let mut ratios = Vec::new();
        for _ in 0..ROUNDS {
            let (one, other) = (rate(work, &sqlite).await, rate(work, &postgres).await);
            println!("{work:?}: SQLite {one:.0}/s, PostgreSQL {other:.0}/s");
            ratios.push(other / one);
        }
        println!("(p) {work:?}: PostgreSQL / SQLite {:.2}\n", median(ratios));
    }
    postgres.db.close().await;
}

/// How often `shop` does `work` in a second.
async fn rate(work: Work, shop: &Opened) -> f64 {
    let Opened { db, config, .. } = shop;
    let requests = match work {
        Work::SignOut => posts(
            "/api/account/sign_out",
            &sessions(db, REQUESTS).await,
            config,
        ),
        Work::CartPage => vec![selling::cart_page(db, config).await; REQUESTS],
        Work::PlaceOrder => selling::orders(db, config, "bank", REQUESTS).await,
    };
    load::run(shop.address, CONNECTIONS, &requests).await
}
