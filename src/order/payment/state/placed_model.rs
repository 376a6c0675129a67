//! A model of an order that is placed and paid afterwards, checked exhaustively with the shop's own state machine.
//!
//! In it are two attempts, one after the other, of which the first may be paid when nobody expects it any more; a merchant who
//! marks the order as paid or cancels it; and observers that act on old answers.

use super::{
    Money, PaymentState,
    modelled_provider::{DUE, Session},
};
use stateright::{Checker, Model, Property};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Order {
    Due,
    /// By a payment of these.
    Paid,
    /// The merchant says so.
    PaidElsewhere,
    Cancelled,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Attempt {
    state: PaymentState,
    session: Session,
    /// What an observer was told and has not acted on.
    told: Option<Money>,
    /// Whether something at the provider was not looked at yet.
    is_news: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct World {
    order: Order,
    attempts: Vec<Attempt>,
    /// How often the shopper was told that it is paid by one of these.
    told_paid: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Step {
    Begin,
    Becomes(usize, Session),
    Ask(usize),
    Act(usize),
    Die(usize),
    /// The merchant decides about money that came too late.
    GiveBack(usize),
    MarkPaid,
    Cancel,
}

struct Placed;

impl World {
    /// Acts on what the provider of an attempt said, as one transaction of the shop does (`payment::apply`, `payment::late`).
    fn act(&mut self, at: usize, money: &Money) {
        let Some(next) = self.attempts[at].state.after(money, DUE.0, DUE.1) else {
            return;
        };
        let is_due = self.order == Order::Due;
        let next = match next {
            PaymentState::Paid if !is_due => PaymentState::PaidLate,
            next => next,
        };
        self.attempts[at].state = next;
        if next == PaymentState::Paid {
            (self.order, self.told_paid) = (Order::Paid, self.told_paid + 1);
            self.end_others(at);
        }
    }

    /// Whoever is asked for the money of an order that is paid is asked no more (`payment::note_end`).
    fn end_others(&mut self, but: usize) {
        let others = self.attempts.iter_mut().enumerate();
        let open = others.filter(|(at, it)| *at != but && it.state.is_open());
        for (_, attempt) in open {
            attempt.state = PaymentState::Cancelled;
        }
    }

    fn is_open(&self) -> bool {
        self.attempts.iter().any(|it| it.state.is_open())
    }

    fn count(&self, state: PaymentState) -> usize {
        self.attempts.iter().filter(|it| it.state == state).count()
    }
}

impl Model for Placed {
    type State = World;
    type Action = Step;

    fn init_states(&self) -> Vec<World> {
        vec![World {
            order: Order::Due,
            attempts: Vec::new(),
            told_paid: 0,
        }]
    }

    fn actions(&self, world: &World, steps: &mut Vec<Step>) {
        if world.order == Order::Due {
            steps.extend([Step::MarkPaid, Step::Cancel]);
            if !world.is_open() && world.attempts.len() < 2 {
                steps.push(Step::Begin);
            }
        }
        for (at, attempt) in world.attempts.iter().enumerate() {
            if attempt.session == Session::Open {
                let ends = [Session::Paid, Session::Refused, Session::Over];
                steps.extend(ends.map(|session| Step::Becomes(at, session)));
            }
            // A shopper may have the page of a session open that the shop gave up.
            if attempt.session == Session::Refused {
                steps.push(Step::Becomes(at, Session::Paid));
            }
            match attempt.told {
                None => steps.push(Step::Ask(at)),
                Some(_) => steps.extend([Step::Act(at), Step::Die(at)]),
            }
            if attempt.state == PaymentState::PaidLate {
                steps.push(Step::GiveBack(at));
            }
        }
    }

    fn next_state(&self, last: &World, step: Step) -> Option<World> {
        let mut world = last.clone();
        match step {
            Step::Begin => world.attempts.push(Attempt {
                state: PaymentState::Waiting,
                session: Session::Open,
                told: None,
                is_news: false,
            }),
            Step::Becomes(at, session) => {
                let attempt = &mut world.attempts[at];
                (attempt.session, attempt.is_news) = (session, true);
            }
            Step::Ask(at) => {
                let says = world.attempts[at].session.says();
                world.attempts[at].told = Some(says);
            }
            Step::Act(at) => {
                let told = world.attempts[at].told.take()?;
                world.attempts[at].is_news &= told != world.attempts[at].session.says();
                world.act(at, &told);
            }
            Step::Die(at) => world.attempts[at].told = None,
            Step::GiveBack(at) => world.attempts[at].state = PaymentState::Returned,
            Step::MarkPaid => {
                world.order = Order::PaidElsewhere;
                world.end_others(usize::MAX);
            }
            Step::Cancel => {
                world.order = Order::Cancelled;
                world.end_others(usize::MAX);
            }
        }
        (world != *last).then_some(world)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("an order is paid by one payment", |_, world: &World| {
                let is_paid = world.order == Order::Paid;
                world.count(PaymentState::Paid) == usize::from(is_paid)
                    && world.told_paid == u8::from(is_paid)
            }),
            Property::always("nobody is asked twice at once", |_, world: &World| {
                let open = world.attempts.iter().filter(|it| it.state.is_open());
                open.count() < 2
            }),
            Property::always(
                "money that was seen is kept or goes back",
                |_, world: &World| {
                    world.attempts.iter().all(|it| {
                        let is_seen = it.session == Session::Paid && !it.is_news;
                        let is_known = matches!(
                            it.state,
                            PaymentState::Paid | PaymentState::PaidLate | PaymentState::Returned
                        );
                        !is_seen || is_known
                    })
                },
            ),
            Property::always("what is paid is paid there", |_, world: &World| {
                let paid = world
                    .attempts
                    .iter()
                    .filter(|it| it.state == PaymentState::Paid);
                paid.clone().all(|it| it.session == Session::Paid)
            }),
            Property::sometimes("both attempts are paid", |_, world: &World| {
                world.count(PaymentState::Paid) == 1 && world.count(PaymentState::PaidLate) == 1
            }),
            Property::sometimes(
                "a first attempt pays after the second began",
                |_, world: &World| {
                    world.attempts.len() == 2 && world.attempts[0].state == PaymentState::Paid
                },
            ),
        ]
    }
}

#[test]
fn an_order_that_is_placed_is_paid_once_however_often_it_is_tried() {
    let checked = Placed.checker().spawn_bfs().join();
    checked.assert_properties();
    assert!(
        checked.unique_state_count() > 500,
        "{}",
        checked.unique_state_count()
    );
}
