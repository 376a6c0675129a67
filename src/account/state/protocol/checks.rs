//! What holds in every state of the model, and what is reached in some.

use super::{
    super::{Effect, Event, TabState},
    Bounds, World,
    tab::{self, Tab},
};
use crate::account::{AccountState, SignOutError, model::id};
use stateright::Property;

/// (a) Nobody is told "signed out" by this browser while the session that was to end still opens it.
pub const HONEST: &str = "nobody is told 'signed out' whose session lives";
/// Of two sign-outs at once, one ended the session; the other is told that there was none.
pub const ENDED: &str = "no session is ended twice";
/// (b) Once nothing is under way, nobody is shown whose session the server said is none.
pub const DENIED: &str = "nobody is shown for good whom the server denied";
/// Whatever was lost: a shopper who comes back to a tab sees who is signed in.
pub const LOOK: &str = "one look shows the truth";
/// Without a look, every tab shows who is signed in, unless that changed and no tab could be told.
pub const TRUTH: &str = "the tabs show the truth by themselves";
/// (c) ...
pub const ONCE: &str = "no callback runs twice";
/// ... and every one runs, and no tab waits for ever.
pub const OVER: &str = "every callback runs in the end";
/// Reached: a sign-out that succeeds.
pub const TOLD: &str = "a customer is told 'signed out'";
/// Reached: two calls of one tab that wait for one answer.
pub const JOINED: &str = "calls join";
/// Reached: neither the sign-out nor the question after it is answered.
pub const UNREACHABLE: &str = "nobody can be reached";
/// Reached: both tabs show a session that began after a sign-out.
pub const AGAIN: &str = "a customer is signed in again";

pub fn properties() -> Vec<Property<Bounds>> {
    vec![
        Property::always(HONEST, |_, world: &World| !world.is_lie),
        Property::always(ENDED, |_, world: &World| !world.is_ended_twice),
        Property::always(DENIED, |_, world: &World| {
            !world.is_quiet()
                || world
                    .tabs
                    .iter()
                    .all(|tab| tab.denied & (1 << tab.shown_by) & !1 == 0)
        }),
        Property::always(LOOK, |bounds, world: &World| {
            let truth = bounds.truth(world);
            !world.is_quiet()
                || world
                    .tabs
                    .iter()
                    .all(|tab| after_a_look(tab, truth) == Some(truth))
        }),
        Property::always(TRUTH, |bounds, world: &World| {
            let truth = bounds.truth(world);
            !world.is_quiet()
                || world.is_behind
                || world.tabs.iter().all(|tab| tab.shown() == truth)
        }),
        Property::always(ONCE, |_, world: &World| {
            world
                .tabs
                .iter()
                .flat_map(|tab| &tab.finished)
                .all(|times| *times <= 1)
        }),
        Property::always(OVER, |_, world: &World| {
            let is_over = |tab: &Tab| {
                let is_pending = tab
                    .session
                    .as_ref()
                    .is_some_and(|session| session.state().is_pending());
                !is_pending && tab.finished.iter().all(|times| *times == 1)
            };
            !world.is_quiet() || world.tabs.iter().all(is_over)
        }),
        Property::sometimes(TOLD, |_, world: &World| world.was_told),
        Property::sometimes(JOINED, |_, world: &World| {
            world
                .tabs
                .iter()
                .any(|tab| tab.finished.len() > 1 && tab.finished.iter().all(|times| *times == 0))
        }),
        Property::sometimes(UNREACHABLE, |_, world: &World| {
            world.tabs.iter().any(|tab| {
                state_of(tab).is_some_and(|state| {
                    matches!(
                        state,
                        AccountState::SignOutFailed(_, SignOutError::Unreachable)
                    )
                })
            })
        }),
        Property::sometimes(AGAIN, |_, world: &World| {
            world.newest > 1 && world.is_quiet() && world.tabs.iter().all(|tab| tab.shown_by > 1)
        }),
    ]
}

fn state_of(tab: &Tab) -> Option<&AccountState> {
    tab.session.as_ref().map(TabState::state)
}

impl Bounds {
    /// Id of the customer whose session the browser's cookie opens; 0 for nobody.
    fn truth(&self, world: &World) -> i64 {
        if world.is_live(world.jar) {
            self.customer_of(world.jar)
        } else {
            0
        }
    }
}

/// Whom the tab shows once the shopper came back to it, with a server that answers at once.
fn after_a_look(tab: &Tab, truth: i64) -> Option<i64> {
    let mut session = tab.session.clone()?;
    let mut effects = session.on(Event::Hint);
    while effects.contains(&Effect::Check) {
        effects = session.on(Event::Checked(Ok(tab::customer(truth))));
    }
    Some(id(session.state().customer()))
}
