//! What is counted is what is there, whatever happens to orders.

use super::{Copies, office};
use crate::admin::support::Office;
use awning::{
    order::{
        inbox::{counts::Counts, filter::Filter, list, tab::Tab},
        status::FulfillmentStatus,
        store,
    },
    pricing::payment::PaymentStatus,
};
use proptest::{prelude::*, test_runner::TestRunner};
use sea_orm::Iterable;

/// What may happen to an order.
#[derive(Clone, Debug)]
enum Event {
    /// It comes, standing so; there may be nothing to send of it.
    Placed(PaymentStatus, FulfillmentStatus, bool),
    /// One of those that are there stands elsewhere, unless the transaction fails.
    Moved(
        usize,
        Option<PaymentStatus>,
        Option<FulfillmentStatus>,
        bool,
    ),
    /// It is gone.
    Gone(usize),
}

fn payments() -> impl Strategy<Value = PaymentStatus> {
    prop::sample::select(PaymentStatus::iter().collect::<Vec<_>>())
}

fn fulfillments() -> impl Strategy<Value = FulfillmentStatus> {
    prop::sample::select(FulfillmentStatus::iter().collect::<Vec<_>>())
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let placed = (payments(), fulfillments(), any::<bool>())
        .prop_map(|(payment, fulfillment, sent)| Event::Placed(payment, fulfillment, sent));
    let moved = (
        0..40_usize,
        prop::option::of(payments()),
        prop::option::of(fulfillments()),
        any::<bool>(),
    )
        .prop_map(|(which, payment, fulfillment, holds)| {
            Event::Moved(which, payment, fulfillment, holds)
        });
    let gone = (0..40_usize).prop_map(Event::Gone);
    prop::collection::vec(prop_oneof![3 => placed, 6 => moved, 1 => gone], 1..40)
}

async fn happen(office: &Office, copies: &mut Copies, numbers: &mut Vec<String>, event: Event) {
    match event {
        Event::Placed(payment, fulfillment, is_sent) => {
            let added = copies.add(office, |order, document| {
                order.payment_status = payment;
                order.fulfillment_status = fulfillment;
                if !is_sent {
                    document.delivery = None;
                }
            });
            numbers.push(added.await);
        }
        Event::Moved(which, payment, fulfillment, holds) => {
            let Some(number) = numbers.get(which) else {
                return;
            };
            let tx = office.shop.db.begin().await.expect("a transaction");
            let order = store::to_change(&tx, number)
                .await
                .expect("read")
                .expect("it");
            if payment.is_some() || fulfillment.is_some() {
                let set = store::set_status(&tx, order.id, payment, fulfillment);
                set.await.expect("changed");
            }
            match holds {
                true => tx.commit().await.expect("it holds"),
                false => tx.rollback().await.expect("it does not"),
            }
        }
        Event::Gone(which) if which < numbers.len() => {
            let number = numbers.remove(which);
            let gone = format!("DELETE FROM orders WHERE public_id = '{number}'");
            office.shop.execute(&gone).await;
        }
        Event::Gone(_) => {}
    }
}

/// What is kept, what a filter finds and what a look at every order counts are one.
async fn compare(office: &Office) {
    let (db, zone) = (&office.shop.db.read, &office.shop.config.time_zone);
    let kept = Counts::read(db).await.expect("counts");
    let every = list::page(db, &Filter::default(), zone, None, 10_000).await;
    let every = every.expect("orders").orders;
    assert_eq!(
        office.shop.count("SELECT COUNT(*) FROM orders").await,
        i64::try_from(every.len()).expect("few")
    );
    for tab in Tab::ALL {
        let within = every.iter().filter(|order| {
            tab.holds(
                order.payment_status,
                order.fulfillment_status,
                order.is_delivered,
                order.paid_later,
            )
        });
        let counted: Vec<&str> = within.map(|order| order.public_id.as_str()).collect();
        assert_eq!(
            kept.of(tab),
            i64::try_from(counted.len()).expect("few"),
            "{tab:?}"
        );
        let filter = Filter {
            tab,
            ..Filter::default()
        };
        let found = list::page(db, &filter, zone, None, 10_000)
            .await
            .expect("a tab");
        let found: Vec<&str> = found
            .orders
            .iter()
            .map(|order| order.public_id.as_str())
            .collect();
        assert_eq!(found, counted, "{tab:?}");
    }
    assert_eq!(kept.of(Tab::All), i64::try_from(every.len()).expect("few"));
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_are_right_after_anything_that_happens() {
    let office = office().await;
    let mut copies = Copies::new(&office).await;
    let mut numbers = Vec::new();
    let mut runner = TestRunner::new(ProptestConfig {
        cases: 12,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let runtime = tokio::runtime::Handle::current();
    let state = std::cell::RefCell::new((&mut copies, &mut numbers));
    let ran = tokio::task::block_in_place(|| {
        runner.run(&events(), |events| {
            let (copies, numbers) = &mut *state.borrow_mut();
            runtime.block_on(async {
                for event in events {
                    happen(&office, copies, numbers, event).await;
                }
                compare(&office).await;
            });
            Ok(())
        })
    });
    ran.expect("they are");
}

/// A migration counts what is there; tabs that orders stand in are shown with their numbers.
#[tokio::test]
async fn tabs_say_how_many_they_have() {
    use FulfillmentStatus::{AwaitingProcessing, Delivered, Processing, Returned, Shipped};
    use PaymentStatus::{AwaitingPayment, Cancelled, Incomplete, NotRequired, Paid, Refunded};
    let office = office().await;
    let mut copies = Copies::new(&office).await;
    for (payment, fulfillment) in [
        (Paid, AwaitingProcessing),
        (Paid, Processing),
        (NotRequired, AwaitingProcessing),
        (AwaitingPayment, AwaitingProcessing),
        (AwaitingPayment, Shipped),
        (Paid, Shipped),
        (Paid, Delivered),
        (Cancelled, AwaitingProcessing),
        (Refunded, Shipped),
        (Paid, Returned),
        (Incomplete, AwaitingProcessing),
    ] {
        copies.standing(&office, payment, fulfillment).await;
    }
    let mut owner = office
        .signed_in(awning::admin::staff::role::Role::Owner)
        .await;
    let page = owner.get("/orders").await.body;
    for (tab, name, orders) in [
        ("to-do", "To do", 3),
        ("unpaid", "Unpaid", 2),
        ("on-the-way", "On the way", 2),
        ("all", "All", 11),
        ("cancelled", "Cancelled", 3),
    ] {
        let told = format!("{name} <span class=\"count\">{orders}</span>");
        assert!(page.contains(&told), "{told}: {page}");
        let rows = super::rows_at(&mut owner, &format!("/orders?tab={tab}")).await;
        assert_eq!(rows.len(), orders, "{tab}");
    }
    let today = owner.get("/").await.body;
    assert!(
        today.contains("<strong>3</strong><span><a href=\"/orders?tab=to-do\">orders to send"),
        "{today}"
    );
    assert!(
        today.contains("<strong>2</strong><span><a href=\"/orders?tab=unpaid\">"),
        "{today}"
    );
}
