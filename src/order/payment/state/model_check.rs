//! A model of one payment, checked exhaustively with the shop's own state machine.
//!
//! In it are a shopper who pays, goes away or cancels, a bank, two observers that ask and act later, answers that get lost, a
//! merchant who ends the payment, somebody else who wants the last piece, and a shop that dies between any two steps.

use super::{
    Money, PaymentState,
    modelled_provider::{DUE, Session},
};
use stateright::{Checker, Model, Property};

/// Everything at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct World {
    state: PaymentState,
    /// Whether the shop knows what the provider calls it: the answer may get lost.
    is_known: bool,
    session: Session,
    /// Whether the shopper was led to where it is paid.
    is_led: bool,
    /// What two observers were told and have not acted on.
    told: [Option<Money>; 2],
    /// Pieces in stock, of one there was.
    stock: i8,
    /// Pieces that this order holds, and that somebody else bought.
    held: i8,
    elsewhere: i8,
    confirmations: u8,
    /// Whether the merchant said that it is off.
    is_off: bool,
    /// Whether something at the provider was not looked at yet.
    is_news: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Step {
    /// The provider is asked to begin; whether the answer arrives.
    Begin(bool),
    Lead,
    Pay,
    PayByBank,
    BankSays(bool),
    TimeIsUp,
    /// An observer asks how it stands.
    Ask(usize),
    /// An observer asks the provider to end it.
    End(usize),
    /// An observer acts on what it was told.
    Act(usize),
    /// An observer dies.
    Die(usize),
    /// The shopper calls off what no provider knows of.
    CallOff,
    /// The merchant calls the order off.
    Cancel,
    /// Somebody else buys the piece.
    BuyElsewhere,
}

struct Payments;

impl World {
    /// Acts on `money` as one transaction of the shop does (`payment::apply`).
    fn act(&mut self, money: &Money) {
        let Some(next) = self.state.after(money, DUE.0, DUE.1) else {
            return;
        };
        let was_open = self.state.is_open();
        if !was_open && next == PaymentState::Paid && (self.is_off || self.stock == 0) {
            self.state = PaymentState::PaidLate;
            return;
        }
        if !was_open && next == PaymentState::Paid {
            (self.stock, self.held) = (self.stock - 1, self.held + 1);
        }
        self.end(next);
    }

    fn end(&mut self, next: PaymentState) {
        let gives_back = self.state.is_open()
            && matches!(
                next,
                PaymentState::Failed | PaymentState::Expired | PaymentState::Cancelled
            );
        if gives_back {
            (self.stock, self.held) = (self.stock + 1, self.held - 1);
        }
        if next == PaymentState::Paid {
            self.confirmations += 1;
        }
        self.state = next;
    }
}

impl Model for Payments {
    type State = World;
    type Action = Step;

    fn init_states(&self) -> Vec<World> {
        vec![World {
            state: PaymentState::Started,
            is_known: false,
            session: Session::Unknown,
            is_led: false,
            told: [None, None],
            stock: 0,
            held: 1,
            elsewhere: 0,
            confirmations: 0,
            is_off: false,
            is_news: false,
        }]
    }

    fn actions(&self, world: &World, steps: &mut Vec<Step>) {
        let is_started = world.state == PaymentState::Started;
        if is_started {
            steps.extend([Step::Begin(true), Step::Begin(false), Step::CallOff]);
        }
        if world.is_known && world.state == PaymentState::Waiting {
            steps.push(Step::Lead);
        }
        match world.session {
            Session::Open if world.is_led => {
                steps.extend([Step::Pay, Step::PayByBank, Step::TimeIsUp]);
            }
            Session::Open => steps.push(Step::TimeIsUp),
            Session::Processing => steps.extend([Step::BankSays(true), Step::BankSays(false)]),
            _ => {}
        }
        for observer in 0..2 {
            match world.told[observer] {
                None if world.is_known => steps.extend([Step::Ask(observer), Step::End(observer)]),
                None => {}
                Some(_) => steps.extend([Step::Act(observer), Step::Die(observer)]),
            }
        }
        if world.state.is_open() && !world.is_off {
            steps.push(Step::Cancel);
        }
        if world.stock > 0 {
            steps.push(Step::BuyElsewhere);
        }
    }

    fn next_state(&self, last: &World, step: Step) -> Option<World> {
        let mut world = last.clone();
        match step {
            Step::Begin(arrives) => {
                if world.session == Session::Unknown {
                    world.session = Session::Open;
                }
                if arrives {
                    world.is_known = true;
                    world.state = PaymentState::Waiting;
                }
            }
            Step::Lead => world.is_led = true,
            Step::Pay => (world.session, world.is_news) = (Session::Paid, true),
            Step::PayByBank => (world.session, world.is_news) = (Session::Processing, true),
            Step::BankSays(yes) => {
                world.session = if yes { Session::Paid } else { Session::Refused };
                world.is_news = true;
            }
            Step::TimeIsUp => (world.session, world.is_news) = (Session::Over, true),
            Step::Ask(observer) => world.told[observer] = Some(world.session.says()),
            Step::End(observer) => {
                if world.session == Session::Open {
                    world.session = Session::Over;
                    world.told[observer] = Some(Money::CalledOff);
                } else {
                    world.told[observer] = Some(world.session.says());
                }
            }
            Step::Act(observer) => {
                let told = world.told[observer].take()?;
                world.is_news &= told != world.session.says();
                world.act(&told);
            }
            Step::Die(observer) => world.told[observer] = None,
            Step::CallOff => world.end(PaymentState::Cancelled),
            Step::Cancel => {
                world.is_off = true;
                world.end(PaymentState::Cancelled);
            }
            Step::BuyElsewhere => {
                (world.stock, world.elsewhere) = (world.stock - 1, world.elsewhere + 1);
            }
        }
        (world != *last).then_some(world)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("nothing is placed that is not paid", |_, world: &World| {
                world.state != PaymentState::Paid || world.session == Session::Paid
            }),
            Property::always(
                "what was paid and looked at is never forgotten",
                |_, world: &World| {
                    let is_seen = world.session == Session::Paid && !world.is_news;
                    !is_seen || matches!(world.state, PaymentState::Paid | PaymentState::PaidLate)
                },
            ),
            Property::always(
                "an order is confirmed once, if it is paid",
                |_, world: &World| {
                    world.confirmations == u8::from(world.state == PaymentState::Paid)
                },
            ),
            Property::always(
                "no piece is lost, and none is sold twice",
                |_, world: &World| {
                    let holds = world.state.is_open() || world.state == PaymentState::Paid;
                    world.stock >= 0
                        && world.stock + world.held + world.elsewhere == 1
                        && world.held == i8::from(holds)
                },
            ),
            Property::sometimes("money comes late and buys", |_, world: &World| {
                world.state == PaymentState::Paid && world.session == Session::Paid && world.is_led
            }),
            Property::sometimes("money comes too late", |_, world: &World| {
                world.state == PaymentState::PaidLate && world.elsewhere == 1
            }),
        ]
    }
}

#[test]
fn whatever_happens_in_whatever_order_nothing_is_lost_or_doubled() {
    let checked = Payments.checker().spawn_bfs().join();
    checked.assert_properties();
    assert!(
        checked.unique_state_count() > 500,
        "{}",
        checked.unique_state_count()
    );
}
