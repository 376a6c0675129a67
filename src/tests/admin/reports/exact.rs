//! What is kept is what a look at every order counts, whatever happens to orders.

use super::{DAY, JUNE, office, placed};
use crate::admin::{orders::Copies, support::Office};
use awning::{
    order::{
        sales::{
            Day, Period, Range, SalesTotals, Topic, catch_up,
            figures::{self, SortBy},
            recount,
        },
        store,
    },
    pricing::payment::PaymentStatus,
};
use proptest::{prelude::*, test_runner::TestRunner};
use sea_orm::Iterable;
use std::collections::BTreeMap;

/// Days that orders come in on.
const DAYS: i64 = 75;

/// What may happen.
#[derive(Clone, Debug)]
enum Event {
    /// An order comes on a day, of so many mugs, standing so.
    Placed(i64, i64, PaymentStatus),
    /// One of those that are there stands elsewhere.
    Moved(usize, PaymentStatus),
    /// Its money came, or went back, on another day.
    Paid(usize, Option<i64>, Option<i64>),
    /// It is gone.
    Gone(usize),
    /// Somebody counts; so many orders at least.
    Counted(Option<usize>),
}

fn payments() -> impl Strategy<Value = PaymentStatus> {
    prop::sample::select(PaymentStatus::iter().collect::<Vec<_>>())
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let placed = (0..DAYS * DAY, 1..5_i64, payments())
        .prop_map(|(after, mugs, payment)| Event::Placed(after, mugs, payment));
    let moved = (0..30_usize, payments()).prop_map(|(which, to)| Event::Moved(which, to));
    let when = || prop::option::of(0..DAYS * DAY);
    let paid = (0..30_usize, when(), when())
        .prop_map(|(which, paid, back)| Event::Paid(which, paid, back));
    let gone = (0..30_usize).prop_map(Event::Gone);
    let counted = prop::option::of(0..3_usize).prop_map(Event::Counted);
    prop::collection::vec(
        prop_oneof![4 => placed, 4 => moved, 3 => paid, 1 => gone, 2 => counted],
        1..30,
    )
}

async fn happen(office: &Office, copies: &mut Copies, numbers: &mut Vec<String>, event: Event) {
    match event {
        Event::Placed(after, mugs, payment) => {
            let number = placed(copies, office, after, |order, document| {
                order.payment_status = payment;
                document.items[0].quantity = mugs;
                document.totals.total *= mugs;
            });
            numbers.push(number.await);
        }
        Event::Moved(which, payment) => {
            let Some(number) = numbers.get(which) else {
                return;
            };
            let tx = office.shop.db.begin().await.expect("a transaction");
            let order = store::to_change(&tx, number)
                .await
                .expect("read")
                .expect("it");
            let set = store::set_status(&tx, order.id, Some(payment), None);
            set.await.expect("changed");
            tx.commit().await.expect("it holds");
        }
        Event::Paid(which, paid, back) => {
            if let Some(number) = numbers.get(which) {
                let at = |after: Option<i64>| after.map(|after| JUNE + after);
                super::times(office, number, at(paid), at(back)).await;
            }
        }
        Event::Gone(which) if which < numbers.len() => {
            let number = numbers.remove(which);
            let gone = format!("DELETE FROM orders WHERE public_id = '{number}'");
            office.shop.execute(&gone).await;
        }
        Event::Gone(_) => {}
        Event::Counted(most) => count(office, most).await,
    }
}

async fn count(office: &Office, most: Option<usize>) {
    let state = &office.shop.state;
    let snapshot = state.catalog.snapshot();
    let counted = catch_up(&state.db, &state.config, &*snapshot, most).await;
    assert!(counted.expect("counted") || most.is_some());
}

/// Everything that is kept of each topic, within the range, against one count of all orders within its seconds.
async fn compare(office: &Office, range: Range) {
    let state = &office.shop.state;
    let (db, zone) = (&state.db.read, &state.config.time_zone);
    let snapshot = state.catalog.snapshot();
    let (from, until) = range.seconds(zone);
    let whole = recount(db, &state.config, &*snapshot, from, until).await;
    let whole = whole.expect("counted").figures;
    for topic in Topic::ALL {
        let of_topic = whole.iter().filter(|(key, _)| key.topic == topic);
        let counted: BTreeMap<String, SalesTotals> = of_topic
            .map(|(key, (_, sums))| (key.key.clone(), *sums))
            .collect();
        let kept = figures::by_key(db, topic, "EUR", range, SortBy::Key, 1_000).await;
        let kept: BTreeMap<String, SalesTotals> = kept
            .expect("kept")
            .into_iter()
            .map(|figure| (figure.key, figure.sums))
            .collect();
        assert_eq!(kept, counted, "{topic:?} {range:?}");
    }
    let days = figures::days(db, "EUR", range).await.expect("days");
    let all: Vec<_> = Period::ALL
        .map(|by| {
            let parts = figures::gathered(&days, range, by);
            let orders: i64 = parts.iter().map(|(_, it)| it.sums.orders).sum();
            let back: i64 = parts.iter().map(|(_, it)| it.refunded).sum();
            (orders, back)
        })
        .into();
    assert!(all.windows(2).all(|pair| pair[0] == pair[1]), "{all:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_right_after_anything_that_happens() {
    let office = office().await;
    let mut copies = Copies::new(&office).await;
    let mut numbers = Vec::new();
    let zone = &office.shop.state.config.time_zone;
    let first = Day::at(zone, JUNE);
    let mut runner = TestRunner::new(ProptestConfig {
        cases: 10,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let runtime = tokio::runtime::Handle::current();
    let state = std::cell::RefCell::new((&mut copies, &mut numbers));
    let ran = tokio::task::block_in_place(|| {
        runner.run(&(events(), 0..DAYS, 1..DAYS), |(events, from, days)| {
            let (copies, numbers) = &mut *state.borrow_mut();
            runtime.block_on(async {
                for event in events {
                    happen(&office, copies, numbers, event).await;
                }
                count(&office, None).await;
                for range in [(0, DAYS), (from, days), (from, 1)] {
                    let from = first.plus(range.0);
                    let until = from.plus(range.1 - 1);
                    compare(&office, Range { from, until }).await;
                }
            });
            Ok(())
        })
    });
    ran.expect("they are");
}

/// Two who count at once, and orders that come meanwhile, leave no figure that is wrong.
#[tokio::test(flavor = "multi_thread")]
async fn who_counts_at_once_counts_the_same() {
    let office = office().await;
    let mut copies = Copies::new(&office).await;
    for day in 0..6 {
        placed(&mut copies, &office, day * DAY, |_, _| {}).await;
    }
    let others = async {
        for day in 0..6 {
            placed(&mut copies, &office, day * DAY + 60, |_, _| {}).await;
        }
    };
    tokio::join!(
        count(&office, None),
        count(&office, None),
        others,
        count(&office, Some(1))
    );
    count(&office, None).await;
    let from = Day::at(&office.shop.state.config.time_zone, JUNE);
    let until = from.plus(6);
    compare(&office, Range { from, until }).await;
    let sums = figures::days(&office.shop.db.read, "EUR", Range { from, until }).await;
    let orders: i64 = sums.expect("days").values().map(|it| it.sums.orders).sum();
    assert_eq!(orders, 12);
}

/// When the shop's clock is another one, days begin elsewhere, and everything is counted by it.
#[tokio::test]
async fn another_time_zone_counts_everything_anew() {
    let office = office().await;
    let mut copies = Copies::new(&office).await;
    // In Berlin it is June already, in UTC still May.
    placed(&mut copies, &office, 600, |_, _| {}).await;
    count(&office, None).await;
    let state = &office.shop.state;
    let of = async |text: &str| {
        let day = Day::parse(text).expect("a day");
        let range = Range {
            from: day,
            until: day,
        };
        let days = figures::days(&state.db.read, "EUR", range)
            .await
            .expect("days");
        days.values().map(|it| it.sums.orders).sum::<i64>()
    };
    assert_eq!((of("2026-05-31").await, of("2026-06-01").await), (0, 1));
    let mut config = state.config.clone();
    config.time_zone = "UTC".to_owned().try_into().expect("a zone");
    let snapshot = state.catalog.snapshot();
    let done = catch_up(&state.db, &config, &*snapshot, None).await;
    assert!(done.expect("counted"));
    assert_eq!((of("2026-05-31").await, of("2026-06-01").await), (1, 0));
}
