//! What follows from every event in every state, as a table. A state or an event without a place in it
//! does not compile.

use super::{Destination, Effect, Event, TabState};
use crate::{
    account::{AccountState, Customer, SignOutError, SignOutOutcome},
    base::error::AppError::{Unavailable, Unreachable},
};

/// Ada, who is signed in wherever somebody is.
fn ada() -> Customer {
    customer(1, "Ada")
}

fn customer(id: i64, name: &str) -> Customer {
    Customer {
        id,
        email: String::new(),
        name: name.to_owned(),
        group: None,
        profile: String::new(),
    }
}

fn lost() -> SignOutOutcome {
    SignOutOutcome::failed(SignOutError::NoSession)
}

/// A session to which `events` have happened, from a page for `customer`.
fn after(customer: Option<Customer>, events: &[Event]) -> TabState {
    let mut session = TabState::new(customer);
    for event in events {
        session.on(event.clone());
    }
    session
}

/// What is under way beside the state.
#[derive(Clone, Copy)]
enum While {
    /// Nothing that the state does not say.
    Idle,
    /// The server was asked who is signed in, before the state was entered.
    Asked,
    /// A sign-out was sent; where the state does not say so, by a script that knew of nobody.
    Sent,
    /// As before, and its answer was lost.
    Lost,
}

/// Sessions in each state.
macro_rules! states {
    ($($pattern:pat => $name:literal $session:expr),+ $(,)?) => {
        /// In the order of the table's columns.
        fn sessions(during: While) -> Vec<TabState> {
            fn is_complete(state: &AccountState) {
                match state { $($pattern => {}),+ }
            }
            let columns: [(&str, fn(While) -> TabState); 5] = [$(($name, $session)),+];
            columns.into_iter().map(|(name, make)| {
                let session = make(during);
                is_complete(session.state());
                assert_eq!(session.state().slug(), name);
                session
            }).collect()
        }
    };
}

states! {
    AccountState::SignedOut => "signed-out" |during| match during {
        While::Idle => after(None, &[]),
        While::Asked => after(None, &[Event::Hint]),
        While::Sent => after(None, &[Event::SignOut(0)]),
        While::Lost => after(None, &[Event::SignOut(0), Event::SignOutAnswered(Err(Unreachable))]),
    },
    AccountState::SigningIn => "signing-in" |during| match during {
        While::Idle => after(None, &[Event::SignIn]),
        While::Asked => after(None, &[Event::Hint, Event::SignIn]),
        While::Sent => after(None, &[Event::SignOut(0), Event::SignIn]),
        While::Lost => after(None, &[Event::SignOut(0), Event::SignOutAnswered(Err(Unreachable)), Event::SignIn]),
    },
    AccountState::SignedIn(_) => "signed-in" |during| match during {
        While::Idle => after(Some(ada()), &[]),
        While::Asked => after(Some(ada()), &[Event::Hint]),
        While::Sent => after(None, &[Event::SignOut(0), Event::SignIn, Event::SignInAnswered(Ok(Some(ada())))]),
        While::Lost => after(None, &[
            Event::SignOut(0), Event::SignIn, Event::SignInAnswered(Ok(Some(ada()))), Event::SignOutAnswered(Err(Unreachable)),
        ]),
    },
    AccountState::SigningOut(_) => "signing-out" |during| match during {
        While::Idle | While::Sent => after(Some(ada()), &[Event::SignOut(0)]),
        While::Asked => after(Some(ada()), &[Event::Hint, Event::SignOut(0)]),
        While::Lost => after(Some(ada()), &[Event::SignOut(0), Event::SignOutAnswered(Err(Unreachable))]),
    },
    AccountState::SignOutFailed(..) => "sign-out-failed" |during| {
        let failed = [Event::SignOut(0), Event::SignOutAnswered(Err(Unreachable)), Event::SignOutChecked(Err(Unreachable))];
        let mut session = after(Some(ada()), &failed);
        if matches!(during, While::Asked) {
            session.on(Event::Hint);
        }
        session
    },
}

/// One row for each event: when it happens, what it is, and what follows in each state.
macro_rules! rows {
    ($($during:ident $pattern:pat, $event:expr => [$($cell:literal),+ $(,)?]),+ $(,)?) => {
        fn rows() -> Vec<(While, Event, [&'static str; 5])> {
            fn is_complete(event: &Event) {
                match event { $($pattern => {}),+ }
            }
            let rows = vec![$((While::$during, $event, [$($cell),+])),+];
            rows.iter().for_each(|(_, event, _)| is_complete(event));
            rows
        }
    };
}

rows! {
    Idle Event::SignOut(_), Event::SignOut(1) => [
        "stays, send sign-out",
        "stays, send sign-out",
        "signing-out Ada, say nothing, send sign-out",
        "stays",
        "signing-out Ada, say nothing, send sign-out",
    ],
    Sent Event::SignOutAnswered(Ok(SignOutOutcome { error: None, .. })), Event::SignOutAnswered(Ok(SignOutOutcome::DONE)) => [
        "stays, say SignedOut, finish: done, tell tabs",
        "signed-out, say SignedOut, finish: done, tell tabs",
        "signed-out, profile, say SignedOut, finish: done, tell tabs, leave",
        "signed-out, profile, say SignedOut, finish: done, tell tabs, leave",
        "stays",
    ],
    Sent Event::SignOutAnswered(Ok(SignOutOutcome { error: Some(_), .. })), Event::SignOutAnswered(Ok(lost())) => [
        "stays, say SignOutFailed(NoSession), finish: NoSession, tell tabs",
        "stays, say SignOutFailed(NoSession), finish: NoSession, tell tabs",
        "signed-out, profile, say SessionEnded, finish: NoSession, tell tabs, leave",
        "signed-out, profile, say SessionEnded, finish: NoSession, tell tabs, leave",
        "stays",
    ],
    Sent Event::SignOutAnswered(Err(_)), Event::SignOutAnswered(Err(Unavailable)) => [
        "stays, check sign-out",
        "stays, check sign-out",
        "stays, check sign-out",
        "stays, check sign-out",
        "stays",
    ],
    Lost Event::SignOutChecked(Ok(None)), Event::SignOutChecked(Ok(None)) => [
        "stays, say SignOutFailed(NoSession), finish: NoSession, tell tabs",
        "stays, say SignOutFailed(NoSession), finish: NoSession, tell tabs",
        "stays, say SignOutFailed(NoSession), finish: NoSession, tell tabs",
        "signed-out, profile, say SignedOut, finish: done, tell tabs, leave",
        "stays",
    ],
    Lost Event::SignOutChecked(Ok(Some(_))), Event::SignOutChecked(Ok(Some(ada()))) => [
        "stays, say SignOutFailed(StillSignedIn), finish: StillSignedIn",
        "stays, say SignOutFailed(StillSignedIn), finish: StillSignedIn",
        "stays, say SignOutFailed(StillSignedIn), finish: StillSignedIn",
        "sign-out-failed StillSignedIn, say nothing, finish: StillSignedIn",
        "stays",
    ],
    Lost Event::SignOutChecked(Err(_)), Event::SignOutChecked(Err(Unreachable)) => [
        "stays, say SignOutFailed(Unreachable), finish: Unreachable, retry",
        "stays, say SignOutFailed(Unreachable), finish: Unreachable, retry",
        "stays, say SignOutFailed(Unreachable), finish: Unreachable, retry",
        "sign-out-failed Unreachable, say nothing, finish: Unreachable, retry",
        "stays",
    ],
    Idle Event::SignIn, Event::SignIn => [
        "signing-in, say nothing",
        "stays, say nothing",
        "signing-in, say nothing",
        "signing-in, say nothing",
        "signing-in, say nothing",
    ],
    Idle Event::SignInAnswered(Ok(Some(_))), Event::SignInAnswered(Ok(Some(ada()))) => [
        "signed-in Ada, profile, say SignedIn, tell tabs",
        "signed-in Ada, profile, say SignedIn, tell tabs",
        "stays, say SignedIn, tell tabs",
        "signed-in Ada, say SignedIn, tell tabs",
        "signed-in Ada, say SignedIn, tell tabs",
    ],
    Idle Event::SignInAnswered(Ok(None)), Event::SignInAnswered(Ok(None)) => [
        "stays, say nothing",
        "signed-out, say nothing",
        "signed-out, say nothing",
        "signed-out, say nothing",
        "signed-out, say nothing",
    ],
    Idle Event::SignInAnswered(Err(_)), Event::SignInAnswered(Err(Unreachable)) => [
        "stays, say nothing, check",
        "signed-out, say nothing, check",
        "signed-out, say nothing, check",
        "signed-out, say nothing, check",
        "signed-out, say nothing, check",
    ],
    Idle Event::Hint, Event::Hint => [
        "stays, check",
        "stays",
        "stays, check",
        "stays",
        "stays, check",
    ],
    Asked Event::Checked(Ok(None)), Event::Checked(Ok(None)) => [
        "stays",
        "stays",
        "signed-out, profile, say SessionEnded, reload",
        "stays",
        "signed-out, profile, say SignedOut, tell tabs, reload",
    ],
    Asked Event::Checked(Ok(Some(Customer { id: 1, .. }))), Event::Checked(Ok(Some(customer(1, "Ada Lovelace")))) => [
        "signed-in Ada Lovelace, profile, say SignedIn, reload",
        "stays",
        "signed-in Ada Lovelace, profile",
        "stays",
        "sign-out-failed StillSignedIn, say nothing",
    ],
    Asked Event::Checked(Ok(Some(_))), Event::Checked(Ok(Some(customer(2, "Bob")))) => [
        "signed-in Bob, profile, say SignedIn, reload",
        "stays",
        "signed-in Bob, profile, say SignedIn, reload",
        "stays",
        "signed-in Bob, profile, say SignedIn, reload",
    ],
    Asked Event::Checked(Err(_)), Event::Checked(Err(Unreachable)) => [
        "stays, retry",
        "stays",
        "stays, retry",
        "stays",
        "stays",
    ],
    Idle Event::SessionSeen { customer: 0, .. }, Event::SessionSeen { customer: 0, to_check: false } => [
        "stays",
        "stays",
        "stays, check",
        "stays",
        "stays, check",
    ],
    Idle Event::SessionSeen { to_check: false, .. }, Event::SessionSeen { customer: 1, to_check: false } => [
        "stays, check",
        "stays",
        "stays",
        "stays",
        "stays",
    ],
    Asked Event::SessionSeen { to_check: true, .. }, Event::SessionSeen { customer: 2, to_check: true } => [
        "stays",
        "stays",
        "stays",
        "stays",
        "stays",
    ],
    Idle Event::PageArrived(None), Event::PageArrived(None) => [
        "stays",
        "stays",
        "stays, check",
        "stays",
        "stays, check",
    ],
    Idle Event::PageArrived(Some(_)), Event::PageArrived(Some(customer(1, "Ada Lovelace"))) => [
        "stays, check",
        "stays",
        "signed-in Ada Lovelace, profile",
        "stays",
        "stays",
    ],
    Idle Event::RetryDue, Event::RetryDue => [
        "stays",
        "stays",
        "stays",
        "stays",
        "stays, check, retry again",
    ],
}

#[test]
fn every_event_in_every_state() {
    let mut table = String::new();
    let mut is_right = true;
    for (during, event, expected) in rows() {
        let follows: Vec<String> = sessions(during)
            .into_iter()
            .map(|session| cell(session, &event))
            .collect();
        is_right &= follows == expected;
        table += &format!("{event:?}\n{follows:#?}\n");
    }
    assert!(is_right, "{table}");
}

/// The state after `event`, and what is to be done, in few words.
fn cell(mut session: TabState, event: &Event) -> String {
    let before = session.state().clone();
    let effects: Vec<String> = session.on(event.clone()).iter().map(word).collect();
    let state = match session.state() {
        state if *state == before => "stays".to_owned(),
        state @ AccountState::SignOutFailed(_, error) => format!("{} {error:?}", state.slug()),
        state => match state.customer() {
            Some(customer) => format!("{} {}", state.slug(), customer.name),
            None => state.slug().to_owned(),
        },
    };
    [vec![state], effects].concat().join(", ")
}

fn word(effect: &Effect) -> String {
    match effect {
        Effect::SendSignOut => "send sign-out".into(),
        Effect::CheckSignOut => "check sign-out".into(),
        Effect::Check => "check".into(),
        Effect::Retry { again: false } => "retry".into(),
        Effect::Retry { again: true } => "retry again".into(),
        Effect::ProfileChanged => "profile".into(),
        Effect::Notify(None) => "say nothing".into(),
        Effect::Notify(Some(notice)) => format!("say {notice:?}"),
        Effect::Finish(_, outcome) => outcome
            .error
            .map_or("finish: done".into(), |error| format!("finish: {error:?}")),
        Effect::TellTabs => "tell tabs".into(),
        Effect::Leave(Destination::SamePage) => "reload".into(),
        Effect::Leave(Destination::SignIn) => "leave".into(),
    }
}
