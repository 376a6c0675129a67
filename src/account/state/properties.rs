//! What holds for one tab after any events in any order, with a server that may end the session by
//! itself and answers that come late or never.

use super::{AccountState, Answer, Effect, Event, TabState};
use crate::{
    account::{Customer, SignOutError, SignOutOutcome, model::id},
    base::error::AppError::Unreachable,
    text::notice::Notice::SignedOut,
};
use proptest::prelude::*;

/// One thing that happens; numbers choose among what is under way.
#[derive(Clone, Debug)]
enum Step {
    SignOut,
    SignIn,
    Hint,
    PageArrives,
    RetryDue,
    SessionEnds,
    Decide(usize),
    Answer(usize),
    Lose(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        2 => Just(Step::SignOut),
        2 => Just(Step::SignIn),
        2 => Just(Step::Hint),
        1 => Just(Step::PageArrives),
        1 => Just(Step::RetryDue),
        1 => Just(Step::SessionEnds),
        4 => (0_usize..4).prop_map(Step::Decide),
        4 => (0_usize..4).prop_map(Step::Answer),
        1 => (0_usize..4).prop_map(Step::Lose),
    ];
    prop::collection::vec(step, 0..40)
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Question {
    SignOut,
    CheckSignOut,
    Check,
    SignIn,
}

/// A tab, its server, and the questions between them with what the server decided, once it did.
struct World {
    session: TabState,
    signed_in: Option<Customer>,
    asked: Vec<(Question, Option<Event>)>,
    finished: Vec<u32>,
    is_retrying: bool,
}

fn ada() -> Customer {
    Customer {
        id: 1,
        email: String::new(),
        name: String::new(),
        group: None,
        profile: String::new(),
    }
}

impl World {
    fn new() -> Self {
        Self {
            session: TabState::new(Some(ada())),
            signed_in: Some(ada()),
            asked: Vec::new(),
            finished: Vec::new(),
            is_retrying: false,
        }
    }

    fn happens(&mut self, event: Event) {
        for effect in self.session.on(event) {
            match effect {
                Effect::SendSignOut => self.asked.push((Question::SignOut, None)),
                Effect::CheckSignOut => self.asked.push((Question::CheckSignOut, None)),
                Effect::Check => self.asked.push((Question::Check, None)),
                Effect::Finish(call, _) => self.finished[call] += 1,
                Effect::Retry { .. } => self.is_retrying = true,
                _ => {}
            }
        }
    }

    fn step(&mut self, step: &Step) {
        match *step {
            Step::SignOut => {
                self.finished.push(0);
                self.happens(Event::SignOut(self.finished.len() - 1));
            }
            Step::SignIn
                if !self.session.state().is_pending()
                    && self.session.state().customer().is_none() =>
            {
                self.happens(Event::SignIn);
                self.asked.push((Question::SignIn, None));
            }
            Step::SignIn => {}
            Step::Hint => self.happens(Event::Hint),
            Step::PageArrives => self.happens(Event::PageArrived(self.signed_in.clone())),
            Step::RetryDue if std::mem::take(&mut self.is_retrying) => {
                self.happens(Event::RetryDue)
            }
            Step::RetryDue => {}
            Step::SessionEnds => self.signed_in = None,
            Step::Decide(at) if at < self.asked.len() && self.asked[at].1.is_none() => {
                self.asked[at].1 = Some(self.decide(self.asked[at].0));
            }
            Step::Decide(_) => {}
            Step::Answer(at) if self.asked.get(at).is_some_and(|asked| asked.1.is_some()) => {
                if let (_, Some(event)) = self.asked.remove(at) {
                    self.happens(event);
                }
            }
            Step::Answer(_) => {}
            Step::Lose(at) if at < self.asked.len() => {
                let (question, _) = self.asked.remove(at);
                self.happens(match question {
                    Question::SignOut => Event::SignOutAnswered(Err(Unreachable)),
                    Question::CheckSignOut => Event::SignOutChecked(Err(Unreachable)),
                    Question::Check => Event::Checked(Err(Unreachable)),
                    Question::SignIn => Event::SignInAnswered(Err(Unreachable)),
                });
            }
            Step::Lose(_) => {}
        }
    }

    /// The server's answer now.
    fn decide(&mut self, question: Question) -> Event {
        let who: Answer<Option<Customer>> = Ok(self.signed_in.clone());
        match question {
            Question::Check => Event::Checked(who),
            Question::CheckSignOut => Event::SignOutChecked(who),
            Question::SignIn => {
                self.signed_in = Some(ada());
                Event::SignInAnswered(Ok(self.signed_in.clone()))
            }
            Question::SignOut => Event::SignOutAnswered(Ok(match self.signed_in.take() {
                Some(_) => SignOutOutcome::DONE,
                None => SignOutOutcome::failed(SignOutError::NoSession),
            })),
        }
    }

    /// Everything under way comes to its end, and the shopper looks once more.
    fn settle(&mut self) {
        self.happens(Event::Hint);
        while !self.asked.is_empty() {
            self.step(&Step::Decide(0));
            self.step(&Step::Answer(0));
        }
    }
}

proptest! {
    #[test]
    fn whom_the_server_denied_is_not_shown_in_the_end(steps in steps()) {
        let mut world = World::new();
        steps.iter().for_each(|step| world.step(step));
        world.settle();
        prop_assert_eq!(id(world.session.state().customer()), id(world.signed_in.as_ref()));
        prop_assert!(!world.session.state().is_pending());
    }

    #[test]
    fn every_callback_runs_once(steps in steps()) {
        let mut world = World::new();
        for step in &steps {
            world.step(step);
            prop_assert!(world.finished.iter().all(|times| *times <= 1));
        }
        world.settle();
        prop_assert!(world.finished.iter().all(|times| *times == 1));
    }

    #[test]
    fn an_answer_older_than_the_last_change_changes_nothing(steps in steps(), customer in prop::option::of(Just(ada()))) {
        let mut world = World::new();
        steps.iter().for_each(|step| world.step(step));
        world.settle();
        world.happens(Event::Hint);
        world.happens(Event::SignIn);
        let changed = world.session.state().clone();
        world.happens(Event::Checked(Ok(customer)));
        prop_assert_eq!(world.session.state(), &changed);
    }

    #[test]
    fn a_success_is_said_only_after_a_sign_out(steps in steps()) {
        let mut world = World::new();
        steps.iter().for_each(|step| world.step(step));
        let is_failed = matches!(world.session.state(), AccountState::SignOutFailed(..));
        let is_asked = world.asked.iter().any(|(question, _)| matches!(question, Question::SignOut | Question::CheckSignOut));
        let effects = world.session.clone().on(Event::Checked(Ok(None)));
        let says_so = effects.contains(&Effect::Notify(Some(SignedOut)));
        prop_assert!(!says_so || (is_failed && !is_asked));
    }
}

/// The answer to a sign-out names its session too: that is no reason to ask once more.
#[test]
fn a_sign_out_that_is_answered_asks_nothing_else() {
    let mut session = TabState::new(Some(ada()));
    let mut effects = session.on(Event::SignOut(0));
    effects.extend(session.on(Event::SessionSeen {
        customer: 0,
        to_check: false,
    }));
    effects.extend(session.on(Event::SignOutAnswered(Ok(SignOutOutcome::DONE))));
    assert!(!effects.contains(&Effect::Check), "{effects:?}");
}

/// A page that shows the same customer may still be younger than the answer under way.
#[test]
fn a_page_that_comes_during_a_check_has_the_server_asked_again() {
    for answer in [None, Some(ada())] {
        let mut session = TabState::new(Some(ada()));
        assert_eq!(session.on(Event::Hint), [Effect::Check]);
        assert_eq!(session.on(Event::PageArrived(Some(ada()))), []);
        let effects = session.on(Event::Checked(Ok(answer)));
        assert!(effects.contains(&Effect::Check), "{effects:?}");
    }
}
