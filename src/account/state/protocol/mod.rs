//! A model of the whole sign-out protocol, checked exhaustively.
//!
//! In it are two tabs that run the browser's own [`TabState`](super::TabState), a script, a form, and two server instances on one
//! database, with a network that loses, delays, reorders and doubles what it carries.
//!
//! Nothing cuts the search short. What is bounded is how often the world around the protocol may do
//! something: the [`Bounds`] of each run.

mod checks;
mod runs;
mod server;
mod tab;

use super::Event;
use crate::{account::Customer, base::error::AppError};
use server::{Reply, Request, RequestKind, Work};
use stateright::{Model, Property};
use tab::Tab;

/// A session by its number; 0 is none.
type Token = u8;

/// How often the world may do what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Times {
    /// Sign-outs by the button or a script.
    sign_outs: u8,
    /// Sign-outs by a form.
    forms: u8,
    /// Sign-ins by our scripts.
    sign_ins: u8,
    /// The shopper comes back to a tab.
    looks: u8,
    /// Pages shown without leaving the present one.
    page_loads: u8,
    /// Sessions ended by another device or by time.
    ends: u8,
    /// Answers lost: the connection, an instance before or after it acted, or patience.
    losses: u8,
    /// Requests that a proxy sends twice.
    doubles: u8,
}

/// One run: what may happen, and by which rules. The two last rules are not ours: with either the model
/// finds a fault, which is why they are not.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    times: Times,
    /// Whether whoever signs in is the same customer each time.
    is_one_customer: bool,
    /// Whether a reply that comes too late for the tab still changes the cookie.
    late_replies_set_cookies: bool,
    /// Whether the reply to "who is signed in" removes a cookie that names no valid session.
    checks_remove_cookies: bool,
}

impl Bounds {
    fn customer_of(&self, token: Token) -> i64 {
        match token {
            0 => 0,
            _ if self.is_one_customer => 1,
            token => token.into(),
        }
    }

    fn known(&self, token: Token) -> Option<Customer> {
        tab::customer(self.customer_of(token))
    }
}

/// Everything at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct World {
    tabs: [Tab; 2],
    /// The session cookie of the browser; 0 for none.
    jar: Token,
    /// The valid sessions, a bit each.
    live: u8,
    /// The session that began last.
    newest: Token,
    requests: Vec<Request>,
    work: Vec<Work>,
    replies: Vec<Reply>,
    left: Times,
    /// Somebody was told that they were signed out.
    was_told: bool,
    /// ... whose session lived.
    is_lie: bool,
    /// A sign-out is said to have ended a session that was over.
    is_ended_twice: bool,
    /// A session began or ended and no tab could be told.
    is_behind: bool,
}

impl World {
    /// The requests whose answers somebody waits for, wherever they are.
    fn awaited(&self) -> impl Iterator<Item = &Request> {
        (self.requests.iter())
            .chain(self.work.iter().map(|work| &work.request))
            .chain(self.replies.iter().map(|reply| &reply.request))
            .filter(|request| !request.is_orphan)
    }

    /// Whether nothing is under way: what a tab shows now, it shows until somebody does something.
    fn is_quiet(&self) -> bool {
        let is_empty = self.requests.is_empty() && self.work.is_empty() && self.replies.is_empty();
        let waits = |tab: &Tab| tab.session.is_none() || tab.is_hinted || tab.is_retrying;
        is_empty && !self.tabs.iter().any(waits)
    }
}

/// One thing that happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    SignOut(usize),
    PostForm(usize),
    SignIn(usize),
    Look(usize),
    AccountContext(usize),
    Hinted(usize),
    RetryDue(usize),
    EndElsewhere(Token),
    Receive(usize),
    Commit(usize),
    Arrive(usize),
    Lose(usize, RequestKind, AppError),
    Double(usize),
    /// A request that nobody waits for gets lost.
    Drop(usize),
    /// An instance dies with a request that nobody waits for.
    Die(usize),
}

impl Model for Bounds {
    type State = World;
    type Action = Action;

    fn init_states(&self) -> Vec<World> {
        vec![World {
            tabs: [Tab::new(self, 1), Tab::new(self, 1)],
            jar: 1,
            live: 0b10,
            newest: 1,
            requests: Vec::new(),
            work: Vec::new(),
            replies: Vec::new(),
            left: self.times,
            was_told: false,
            is_lie: false,
            is_ended_twice: false,
            is_behind: false,
        }]
    }

    fn actions(&self, world: &World, actions: &mut Vec<Action>) {
        let left = &world.left;
        for (number, tab) in world.tabs.iter().enumerate() {
            let Some(session) = &tab.session else {
                continue;
            };
            if left.sign_outs > 0 {
                actions.push(Action::SignOut(number));
            }
            if left.forms > 0 {
                actions.push(Action::PostForm(number));
            }
            // The form is there for whoever is signed out, and takes one sign-in at a time.
            if left.sign_ins > 0 && !session.state().is_pending() && tab.shown() == 0 {
                actions.push(Action::SignIn(number));
            }
            if left.looks > 0 {
                actions.push(Action::Look(number));
            }
            if left.page_loads > 0 {
                actions.push(Action::AccountContext(number));
            }
            if tab.is_hinted {
                actions.push(Action::Hinted(number));
            }
            if tab.is_retrying {
                actions.push(Action::RetryDue(number));
            }
        }
        if left.ends > 0 {
            actions.extend(
                (1..=world.newest)
                    .filter(|token| world.is_live(*token))
                    .map(Action::EndElsewhere),
            );
        }
        let is_new = |at: usize| at == 0 || world.requests[at] != world.requests[at - 1];
        for (index, request) in world
            .requests
            .iter()
            .enumerate()
            .filter(|(at, _)| is_new(*at))
        {
            // Two instances, each with one request in the middle.
            if world.work.len() < 2 {
                actions.push(Action::Receive(index));
            }
            if request.is_orphan {
                actions.push(Action::Drop(index));
            } else if left.doubles > 0 {
                actions.push(Action::Double(index));
            }
        }
        for (index, work) in world.work.iter().enumerate() {
            actions.push(Action::Commit(index));
            if work.request.is_orphan {
                actions.push(Action::Die(index));
            }
        }
        actions.extend((0..world.replies.len()).map(Action::Arrive));
        if left.losses > 0 {
            for request in world.awaited() {
                actions.push(Action::Lose(
                    request.tab,
                    request.kind,
                    AppError::Unreachable,
                ));
                if request.kind == RequestKind::SignOut {
                    actions.push(Action::Lose(
                        request.tab,
                        request.kind,
                        AppError::Unavailable,
                    ));
                }
            }
        }
    }

    fn next_state(&self, before: &World, action: Action) -> Option<World> {
        let mut world = before.clone();
        match action {
            Action::SignOut(tab) => {
                world.left.sign_outs -= 1;
                let call = world.tabs[tab].finished.len();
                world.tabs[tab].finished.push(0);
                world.happens(tab, Event::SignOut(call));
            }
            Action::PostForm(tab) => {
                world.left.forms -= 1;
                world.leaves(self, tab);
                world.tabs[tab].sent_with = world.jar;
                world.ask(tab, RequestKind::Form);
            }
            Action::SignIn(tab) => {
                world.left.sign_ins -= 1;
                world.happens(tab, Event::SignIn);
                world.ask(tab, RequestKind::SignIn);
            }
            Action::AccountContext(tab) => {
                world.left.page_loads -= 1;
                world.ask(tab, RequestKind::AccountContext);
            }
            Action::Look(tab) => {
                world.left.looks -= 1;
                world.happens(tab, Event::Hint);
            }
            Action::Hinted(tab) => {
                world.tabs[tab].is_hinted = false;
                world.happens(tab, Event::Hint);
            }
            Action::RetryDue(tab) => {
                world.tabs[tab].is_retrying = false;
                world.happens(tab, Event::RetryDue);
            }
            Action::EndElsewhere(token) => {
                world.left.ends -= 1;
                world.live &= !(1 << token);
                world.is_behind = true;
            }
            Action::Receive(index) => world.receive(self, index),
            Action::Commit(index) => world.commit(self, index),
            Action::Arrive(index) => world.arrive(self, index),
            Action::Lose(tab, kind, fault) => {
                world.left.losses -= 1;
                world.loses(self, tab, kind, fault);
            }
            Action::Double(index) => {
                world.left.doubles -= 1;
                let second = Request {
                    is_orphan: true,
                    ..world.requests[index]
                };
                world.requests.push(second);
                world.requests.sort_unstable();
            }
            Action::Drop(index) => drop(world.requests.remove(index)),
            Action::Die(index) => drop(world.work.remove(index)),
        }
        Some(world)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        checks::properties()
    }
}
