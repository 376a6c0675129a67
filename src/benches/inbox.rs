//! (o) The orders inbox at 1,000,000 orders: every tab, the pages behind it, filters and searches, as somebody of the staff
//! asks for them over the network; and a file of everything.

use crate::{catalogue::percentile, load, settings};
use awning::{
    admin::{
        AdminState, router,
        staff::{
            role::Role,
            session::{self, SessionOrigin},
            store::{self, NewStaff},
        },
    },
    app::cli,
    base::time_zone::TimeZone,
    order::{
        OrderDocument,
        inbox::{counts::Counts, filter::Filter, list, tab::Tab},
    },
    platform::{
        audit::Actor,
        config::{Config, SettingSources},
        cookies,
        db::{Db, statement},
    },
};
use sea_orm::ConnectionTrait;
use serde_json::json;
use std::{fmt::Write, sync::LazyLock, time::Instant};

/// Orders of a shop that `INBOX_ORDERS` says nothing else of.
const ORDERS: usize = 1_000_000;
/// Rows of one statement.
const AT_ONCE: usize = 500;
/// Questions of each kind.
const QUESTIONS: usize = 60;
/// Orders come every two and a half minutes.
const EVERY: usize = 150;
/// When the first order came: the last one comes now.
static FIRST: LazyLock<usize> = LazyLock::new(|| {
    let now = usize::try_from(awning::base::date::now()).expect("a time");
    now - size() * EVERY
});
/// Products that are sold.
const PRODUCTS: usize = 5_000;

/// How many orders there are.
pub fn size() -> usize {
    let size = std::env::var("INBOX_ORDERS").ok();
    size.map_or(ORDERS, |size| size.parse().expect("a number"))
}

/// (o), on the engine that the bench was given.
pub async fn report() {
    let size = size();
    let dir = tempfile::tempdir().expect("a directory");
    let config = settings(dir.path());
    let db = cli::open(&config).await.expect("a database");
    let began = Instant::now();
    fill(&db, size).await;
    let engine = if db.is_shared() {
        "PostgreSQL"
    } else {
        "SQLite"
    };
    println!(
        "(o) {engine}: {size} orders written in {:.0} s",
        began.elapsed().as_secs_f64()
    );
    let state = awning::app::open(config.clone(), db.clone())
        .await
        .expect("a shop");
    let [front, back] = ["127.0.0.1:3000", "127.0.0.1:3080"].map(|it| it.parse().expect("one"));
    let office = AdminState::new(state, SettingSources::default(), front, back);
    let office = load::serve(router(office)).await;
    let cookie = signed_in(&db, &config).await;
    counted(&db, size).await;
    let ask = async |what: &str, path: &dyn Fn(usize) -> String| {
        let requests: Vec<_> = (0..QUESTIONS)
            .map(|n| load::request("GET", &path(n), &cookie, "text/html"))
            .collect();
        let mut waits = load::waits(office, 1, &requests).await;
        println!(
            "(o) {what}: middle {:.1} ms, p95 {:.1} ms",
            percentile(&mut waits, 50),
            percentile(&mut waits, 95)
        );
    };
    for tab in Tab::ALL {
        let path = |_| format!("/orders?tab={}", tab.code());
        ask(&format!("tab {}", tab.code()), &path).await;
    }
    for tab in [Tab::All, Tab::OnTheWay, Tab::Cancelled] {
        let filter = Filter {
            tab,
            ..Filter::default()
        };
        let places = places(&db, &filter, &config.time_zone, size).await;
        let path = |n: usize| {
            format!(
                "/orders?tab={}&after={}",
                tab.code(),
                places[n % places.len()]
            )
        };
        ask(&format!("pages behind, tab {}", tab.code()), &path).await;
    }
    let words: [(&str, &dyn Fn(usize) -> String); 9] = [
        ("by number", &|n| number(n * 16_411 % size)),
        ("by e-mail", &|n| {
            format!(
                "buyer{}@mail{}.example",
                n * 4_999 % 300_000,
                n * 4_999 % 500
            )
        }),
        ("by a name", &|n| format!("smith{}", n * 31 % 2_000)),
        ("by the beginning of names", &|n| {
            format!("smith{}", 1 + n % 9)
        }),
        ("by SKU", &|n| format!("sku-{}", n * 83 % 5_000)),
        ("by what all orders hold", &|_| "steel".to_owned()),
        ("by two common words", &|n| format!("claw hammer{}", n % 40)),
        ("by a letter", &|n| {
            char::from(b'a' + (n % 26) as u8).to_string()
        }),
        ("by what none holds", &|n| format!("nothing{n} steel")),
    ];
    for (what, words) in words {
        ask(&format!("search {what}"), &|n| {
            format!(
                "/orders?tab=all&q={}",
                words(n).replace('@', "%40").replace(' ', "+")
            )
        })
        .await;
    }
    ask("search by a name in to do", &|n| {
        format!("/orders?tab=to-do&q=smith{}", n * 31 % 2_000)
    })
    .await;
    ask("filter by a common country and a way to pay", &|_| {
        "/orders?tab=all&country=DE&paid_by=card".to_owned()
    })
    .await;
    ask("filter by a rare country", &|_| {
        "/orders?tab=all&country=IS".to_owned()
    })
    .await;
    ask("filter by a total that none has", &|_| {
        "/orders?tab=all&least=99999".to_owned()
    })
    .await;
    ask("filter by a way to pay that none has", &|_| {
        "/orders?tab=all&paid_by=cash".to_owned()
    })
    .await;
    ask("search by what all hold in a tab that holds none", &|_| {
        "/orders?tab=withdrawn&q=steel".to_owned()
    })
    .await;
    ask("search by what all hold, of a rare country", &|_| {
        "/orders?tab=all&country=IS&q=steel".to_owned()
    })
    .await;
    ask("filter by a day of last year", &|_| {
        let day = awning::base::date::day(awning::base::date::now() - 400 * 86_400);
        format!("/orders?tab=all&from={day}&to={day}&country=AT")
    })
    .await;
    let began = Instant::now();
    let request = load::request("GET", "/orders/export.csv?tab=all", &cookie, "text/csv");
    let file = load::body(office, &request).await;
    println!(
        "(o) a file of all: {} MB in {:.0} s\n    (wanted: every tab, page and search within 50 ms)\n",
        file.len() / 1_000_000,
        began.elapsed().as_secs_f64()
    );
}

/// The cookie of an owner.
pub async fn signed_in(db: &Db, config: &Config) -> String {
    let now = awning::base::date::now();
    let new = NewStaff {
        email: "owner@shop.example",
        name: "Owner",
        role: Role::Owner,
        password_hash: "none".to_owned(),
    };
    let added = store::add(&db.write, new, &Actor::command_line(), now).await;
    added.expect("stored").expect("added");
    let member = store::by_email(&db.read, "owner@shop.example").await;
    let member = member.expect("read").expect("there");
    let token = session::start(&db.write, &member, None, &SessionOrigin::default(), now).await;
    let header = cookies::set_staff(&token.expect("a session"), 3_600, config);
    let text = header.to_str().expect("text");
    text.split(';').next().unwrap_or_default().to_owned()
}

/// What is counted, against a look at every order.
async fn counted(db: &Db, size: usize) {
    let began = Instant::now();
    let counts = Counts::read(&db.read).await.expect("counts");
    let millis = began.elapsed().as_secs_f64() * 1_000.0;
    let each: Vec<String> = Tab::ALL
        .iter()
        .map(|tab| format!("{} {}", tab.code(), counts.of(*tab)))
        .collect();
    assert_eq!(counts.of(Tab::All), size as i64);
    println!("(o) counted in {millis:.1} ms: {}", each.join(", "));
}

/// Places in the list, from its beginning to its end.
async fn places(db: &Db, filter: &Filter, zone: &TimeZone, size: usize) -> Vec<String> {
    let mut places = Vec::new();
    for n in 0..20 {
        let at = list::KeysetCursor {
            value: (*FIRST + size * EVERY / 20 * (n + 1)) as i64,
            id: 0,
        };
        let page = list::page(&db.read, filter, zone, Some(at), 1)
            .await
            .expect("a page");
        places.extend(page.next.map(list::KeysetCursor::text));
    }
    places
}

fn number(id: usize) -> String {
    format!("{:07X}", id.wrapping_mul(2_654_435_761) % 268_435_399)
}

/// Writes `size` orders as they stand in a shop of some years: the latest are to be packed, some wait for their money.
pub async fn fill(db: &Db, size: usize) {
    let later = match db.is_shared() {
        true => Some(without_beginnings(db).await),
        false => None,
    };
    let mut document = document();
    let text = serde_json::to_string(&document).expect("JSON");
    for first in (1..=size).step_by(AT_ONCE * 20) {
        let tx = db.begin().await.expect("a transaction");
        for first in (first..(first + AT_ONCE * 20).min(size + 1)).step_by(AT_ONCE) {
            let mut rows = String::new();
            for id in first..(first + AT_ONCE).min(size + 1) {
                let comma = if id == first { "" } else { ", " };
                let _ = write!(rows, "{comma}{}", row(id, size, (&mut document, &text)));
            }
            let sql = format!(
                "INSERT INTO orders (id, public_id, secret_hash, email, placed_at, payment_status, fulfillment_status, total, words, \
                 document, announced, is_delivered, payment_method, delivery_method, country) VALUES {rows}"
            );
            tx.execute_unprepared(&sql).await.expect("rows");
        }
        tx.commit().await.expect("committed");
    }
    if let Some(later) = later {
        // Longer than a statement of the shop may take; the last are what the server does by itself before long.
        let patience = "SET LOCAL statement_timeout = 0";
        let tx = db.begin().await.expect("a transaction");
        for sql in [patience, &later, "ANALYZE orders", "ANALYZE order_search"] {
            tx.execute_unprepared(sql).await.expect("done");
        }
        tx.commit().await.expect("committed");
    }
}

/// Takes away the index of the beginnings of words, which is made in a quarter of the time once all rows are there; what makes it.
async fn without_beginnings(db: &Db) -> String {
    const MAKES: &str =
        "SELECT indexdef FROM pg_indexes WHERE indexname = 'order_search_beginnings'";
    let row = db.read.query_one_raw(statement(&db.read, MAKES, [])).await;
    let makes = row.expect("read").expect("an index").try_get_by_index(0);
    let gone = "DROP INDEX order_search_beginnings";
    db.write.execute_unprepared(gone).await.expect("gone");
    makes.expect("a statement")
}

fn row(id: usize, size: usize, (document, text): (&mut OrderDocument, &str)) -> String {
    let age = size - id;
    let (payment, fulfillment) = match age {
        0..900 if age.is_multiple_of(9) => ("AWAITING_PAYMENT", "AWAITING_PROCESSING"),
        0..900 => ("PAID", "AWAITING_PROCESSING"),
        900..4_000 => ("PAID", "SHIPPED"),
        _ if id.is_multiple_of(33) => ("CANCELLED", "AWAITING_PROCESSING"),
        _ if id.is_multiple_of(997) => ("AWAITING_PAYMENT", "SHIPPED"),
        _ => ("PAID", "DELIVERED"),
    };
    let buyer = id * 7_919 % 300_000;
    let (country, paid_by) = match id % 1_000 {
        0 if id.is_multiple_of(50_000) => ("IS", "card"),
        0..700 => ("DE", "card"),
        _ => ("AT", "bank"),
    };
    let email = format!("buyer{buyer}@mail{}.example", buyer % 500);
    let name = format!("Ada{} Smith{}", id % 700, id * 31 % 2_000);
    let kind = ["Claw", "Sledge", "Ball", "Rubber"][id % 4];
    let (thing, sku) = (
        format!("{kind} Hammer{} steel", id % 40),
        format!("SKU-{}", id % 5_000),
    );
    let total = 1_000 + id * 7 % 90_000;
    let text = text.replace("THING", &thing).replace("SKU", &sku);
    let text = text.replace("BUYER", &name).replace("COUNTRY", country);
    let text = text.replace("\"total\":0", &format!("\"total\":{total}"));
    let text = text.replace("77777", &(total * 19 / 119).to_string());
    let text = (0..3).fold(text, |text, place| {
        let product = 1 + (id * 31 + place * 1_777) % PRODUCTS;
        text.replace(&format!("99000{place}"), &product.to_string())
    });
    document.items[0].name = thing;
    document.items[0].sku = sku;
    document.shipping.name.clone_from(&name);
    document.billing.name = name;
    let number = number(id);
    let (bytes, placed_at) = (bytes(), *FIRST + id * EVERY);
    let words = document.words_of(&number, &email);
    format!(
        "({id}, '{number}', CAST('' AS {bytes}), '{email}', {placed_at}, '{payment}', '{fulfillment}', {total}, '{words}', '{text}', \
         TRUE, TRUE, '{paid_by}', 'post', '{country}')"
    )
}

/// What either engine calls bytes.
fn bytes() -> &'static str {
    if crate::support::database::server().is_some() {
        "BYTEA"
    } else {
        "BLOB"
    }
}

/// An order of three things.
fn document() -> OrderDocument {
    let item = |(place, name): (usize, &str)| {
        json!({
            "product": 990_000 + place, "variation": null, "name": name, "sku": if name == "THING" { "SKU" } else { "S" }, "price": 1990, "quantity": 2, "weight": 800,
            "options": { "Size": "L" }, "chosen": { "answers": [["L"]] }, "object": { "id": 1, "name": name, "sku": "S", "price": 19.9 },
            "path": "/hammer-p1", "image": null,
        })
    };
    let person = json!({
        "name": "BUYER", "street": "Elbchaussee 1", "city": "Hamburg", "postalCode": "20095", "countryCode": "COUNTRY", "countryName": "Germany",
    });
    let mut totals =
        serde_json::to_value(awning::pricing::totals::Totals::default()).expect("JSON");
    totals["taxes"] = json!([["VAT", 77_777]]);
    totals["charged"] = json!([{ "name": "VAT", "rate": "19", "on_shipping": true }]);
    totals["prices_include_tax"] = json!(true);
    let things = ["THING", "Nails", "Glue"].into_iter().enumerate();
    let items: Vec<_> = things.map(item).collect();
    let document = json!({
        "language": "en", "currency": "EUR", "items": items, "totals": totals,
        "coupon": null, "coupon_code": null, "shipping": person, "billing": person,
        "delivery": { "id": "post", "title": "By post" }, "is_pickup": false, "payment": { "id": "card", "title": "Card" },
        "instructions": "Within seven days.", "extra": [], "comments": "", "referer": "",
    });
    serde_json::from_value(document).expect("a document")
}
