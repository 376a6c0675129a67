//! (t) Today and the reports of a year at 1,000,000 orders, as the merchant asks for them over the network; and what it takes to
//! count all of them once.

use crate::{catalogue::percentile, inbox, load, settings};
use awning::{
    admin::{AdminState, router},
    app::cli,
    order::sales::{Day, catch_up},
    platform::config::SettingSources,
};
use sea_orm::ConnectionTrait;
use std::time::Instant;

/// Questions of each kind.
const QUESTIONS: usize = 40;

/// (t), on the engine that the bench was given.
pub async fn report() {
    let size = inbox::size();
    let dir = tempfile::tempdir().expect("a directory");
    let config = settings(dir.path());
    let db = cli::open(&config).await.expect("a database");
    inbox::fill(&db, size).await;
    let engine = if db.is_shared() {
        "PostgreSQL"
    } else {
        "SQLite"
    };
    let state = awning::app::open(config.clone(), db.clone())
        .await
        .expect("a shop");
    let snapshot = state.catalog.snapshot();
    let began = Instant::now();
    catch_up(&db, &state.config, &*snapshot, None)
        .await
        .expect("counted");
    println!(
        "(t) {engine}: {size} orders counted in {:.0} s",
        began.elapsed().as_secs_f64()
    );
    if db.is_shared() {
        // What the server does by itself before long.
        for table in ["sales", "sales_changes"] {
            db.write
                .execute_unprepared(&format!("ANALYZE {table}"))
                .await
                .expect("known");
        }
    }
    let [front, back] = ["127.0.0.1:3000", "127.0.0.1:3080"].map(|it| it.parse().expect("one"));
    let office = AdminState::new(state.clone(), SettingSources::default(), front, back);
    let office = load::serve(router(office)).await;
    let cookie = inbox::signed_in(&db, &config).await;
    let today = Day::at(&config.time_zone, awning::base::date::now());
    let year = format!("from={}&until={}", today.plus(-365).text(), today.text());
    let pages = [
        ("today".to_owned(), "/".to_owned()),
        (
            "sales of a year by day".to_owned(),
            format!("/reports/sales?{year}&by=day"),
        ),
        (
            "sales of a year by month".to_owned(),
            format!("/reports/sales?{year}&by=month"),
        ),
        (
            "products of a year".to_owned(),
            format!("/reports/products?{year}"),
        ),
        (
            "categories of a year".to_owned(),
            format!("/reports/categories?{year}"),
        ),
        (
            "taxes of a year".to_owned(),
            format!("/reports/taxes?{year}"),
        ),
        (
            "ways to pay of a year".to_owned(),
            format!("/reports/payments?{year}"),
        ),
        (
            "carts of a year".to_owned(),
            format!("/reports/carts?{year}"),
        ),
    ];
    for is_busy in [false, true] {
        for (what, path) in &pages {
            let mut waits = Vec::new();
            for n in 0..QUESTIONS {
                if is_busy {
                    // Somebody orders between any two looks.
                    let touch = format!(
                        "UPDATE orders SET payment_status = payment_status WHERE id = {}",
                        size - n % 50
                    );
                    db.write.execute_unprepared(&touch).await.expect("touched");
                }
                let request = load::request("GET", path, &cookie, "text/html");
                waits.extend(load::waits(office, 1, &[request]).await);
            }
            let when = if is_busy {
                ", an order before each"
            } else {
                ""
            };
            println!(
                "(t) {what}{when}: middle {:.1} ms, p95 {:.1} ms",
                percentile(&mut waits, 50),
                percentile(&mut waits, 95)
            );
        }
    }
    println!("    (wanted: today within 50 ms, a report of a year within 200 ms)\n");
}
