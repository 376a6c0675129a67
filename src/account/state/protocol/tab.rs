//! A tab: the browser's own `TabState`, with its effects carried out in the world.

use super::{
    super::{Effect, Event, TabState},
    Bounds, Token, World,
    server::{Jar, Reply, Request, RequestKind, ServerDecision},
};
use crate::{
    account::{AccountState, Customer, model::id},
    base::error::AppError,
    text::notice::Notice,
};

/// One tab.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tab {
    /// What the reducer knows; `None` while another document is on its way.
    pub session: Option<TabState>,
    /// How often the callback of each call was run.
    pub finished: Vec<u8>,
    /// Another tab's message is under way.
    pub is_hinted: bool,
    pub is_retrying: bool,
    /// The session cookie that the last sign-out went with; 0 for none.
    pub sent_with: Token,
    /// The session by which the customer is shown; 0 while nobody is.
    pub shown_by: Token,
    /// The sessions that the server has said are none.
    pub denied: u8,
    /// What the form's reply left for the next page to say.
    pub flash: Option<bool>,
}

impl Tab {
    /// A tab that was opened with the session of `token`.
    pub fn new(bounds: &Bounds, token: Token) -> Self {
        Self {
            session: Some(TabState::new(bounds.known(token))),
            finished: Vec::new(),
            is_hinted: false,
            is_retrying: false,
            sent_with: 0,
            shown_by: token,
            denied: 0,
            flash: None,
        }
    }

    /// Id of the customer who is shown; 0 for nobody.
    pub fn shown(&self) -> i64 {
        id(self
            .session
            .as_ref()
            .and_then(|session| session.state().customer()))
    }
}

/// The customer with `id`.
pub fn customer(id: i64) -> Option<Customer> {
    (id != 0).then(|| Customer {
        id,
        email: String::new(),
        name: String::new(),
        group: None,
        profile: String::new(),
    })
}

impl World {
    /// Hands `event` to the reducer and carries its effects out.
    pub fn happens(&mut self, tab: usize, event: Event) {
        let Some(session) = &mut self.tabs[tab].session else {
            return;
        };
        let effects = session.on(event);
        for effect in effects {
            self.carry_out(tab, effect);
        }
        if self.tabs[tab].shown() == 0 {
            self.tabs[tab].shown_by = 0;
        }
    }

    fn carry_out(&mut self, tab: usize, effect: Effect) {
        match effect {
            Effect::SendSignOut => {
                self.tabs[tab].sent_with = self.jar;
                self.ask(tab, RequestKind::SignOut);
            }
            Effect::CheckSignOut => self.ask(tab, RequestKind::SignOutCheck),
            Effect::Check => self.ask(tab, RequestKind::Check),
            Effect::Retry { .. } => self.tabs[tab].is_retrying = true,
            Effect::Notify(Some(Notice::SignedOut)) => self.is_told_signed_out(tab),
            Effect::Finish(call, outcome) => {
                self.tabs[tab].finished[call] += 1;
                if outcome.success {
                    self.is_told_signed_out(tab);
                }
            }
            Effect::TellTabs => self.tabs[1 - tab].is_hinted = true,
            // Leaving a page only shows more of what the server says.
            Effect::Leave(_) | Effect::Notify(_) | Effect::ProfileChanged => {}
        }
    }

    /// The session that the sign-out was sent with must be over; or the browser lost its cookie to a
    /// reply that crossed a sign-in, and nobody holds the key to it any more.
    fn is_told_signed_out(&mut self, tab: usize) {
        let token = self.tabs[tab].sent_with;
        self.was_told = true;
        self.is_lie |= self.is_live(token) && self.jar == token;
    }

    /// Sends a request with the cookie that the browser holds now.
    pub fn ask(&mut self, tab: usize, kind: RequestKind) {
        self.requests.push(Request {
            tab,
            kind,
            cookie: self.jar,
            is_orphan: false,
        });
        self.requests.sort_unstable();
    }

    /// A reply arrives: first the browser itself goes by its cookie, then the tab by what it says.
    pub fn arrive(&mut self, bounds: &Bounds, index: usize) {
        let Reply {
            request,
            seen,
            said,
            jar,
        } = self.replies.remove(index);
        match jar {
            Jar::Keep => {}
            Jar::Remove => {
                // A cookie that came while a page was on its way goes with the one the page had: no
                // reply can remove one and not the other.
                self.is_behind |= request.kind == RequestKind::Page && self.jar != request.cookie;
                self.jar = 0;
            }
            Jar::Set(token) => self.jar = token,
        }
        if request.is_orphan {
            return;
        }
        let tab = request.tab;
        if matches!(
            said,
            ServerDecision::Who(0) | ServerDecision::SignedOut | ServerDecision::NoSession
        ) {
            self.tabs[tab].denied |= 1 << request.cookie;
        }
        match request.kind {
            RequestKind::Form => {
                self.tabs[tab].flash = Some(said == ServerDecision::SignedOut);
                self.ask(tab, RequestKind::Page);
                return;
            }
            RequestKind::Page => {
                self.opens(bounds, tab, if seen == 0 { 0 } else { request.cookie });
                return;
            }
            RequestKind::AccountContext => {
                self.happens(tab, Event::PageArrived(customer(seen)));
                return;
            }
            _ => {}
        }
        self.happens(
            tab,
            Event::SessionSeen {
                customer: seen,
                to_check: matches!(request.kind, RequestKind::Check | RequestKind::SignOutCheck),
            },
        );
        let (event, token) = match (request.kind, said) {
            (RequestKind::Check, _) => (Event::Checked(Ok(customer(seen))), request.cookie),
            (RequestKind::SignOutCheck, _) => {
                (Event::SignOutChecked(Ok(customer(seen))), request.cookie)
            }
            (RequestKind::SignIn, ServerDecision::SignedIn(token)) => {
                (Event::SignInAnswered(Ok(bounds.known(token))), token)
            }
            _ => (Event::SignOutAnswered(Ok(said.outcome())), request.cookie),
        };
        let shown_before = self.tabs[tab].shown();
        self.happens(tab, event);
        let shown = self.tabs[tab].shown();
        if shown != 0 && (shown != shown_before || shown == bounds.customer_of(token)) {
            self.tabs[tab].shown_by = token;
        }
    }

    /// A new document, with what the form before it left to say.
    fn opens(&mut self, bounds: &Bounds, tab: usize, token: Token) {
        let before = &self.tabs[tab];
        let (flash, sent_with) = (before.flash, before.sent_with);
        self.tabs[tab] = Tab {
            sent_with,
            denied: before.denied,
            // What changed while the page was on its way stands in the browser's storage.
            is_hinted: before.is_hinted,
            ..Tab::new(bounds, token)
        };
        if let Some(success) = flash {
            self.carry_out(tab, Effect::TellTabs);
            if success {
                self.is_told_signed_out(tab);
            }
        }
    }

    /// Nobody waits any more for what the tab asked; what is not answered yet may still be done.
    pub fn gives_up(&mut self, bounds: &Bounds, tab: usize, kinds: &[RequestKind]) {
        let is_meant = |request: &Request| {
            request.tab == tab && !request.is_orphan && kinds.contains(&request.kind)
        };
        for request in self.requests.iter_mut().filter(|request| is_meant(request)) {
            request.is_orphan = true;
        }
        for work in self.work.iter_mut().filter(|work| is_meant(&work.request)) {
            work.request.is_orphan = true;
        }
        if bounds.late_replies_set_cookies {
            for reply in self
                .replies
                .iter_mut()
                .filter(|reply| is_meant(&reply.request))
            {
                reply.request.is_orphan = true;
            }
        }
        self.replies.retain(|reply| !is_meant(&reply.request));
        self.requests.sort_unstable();
        self.work.sort_unstable();
        self.replies.sort_unstable();
    }

    /// The document goes, and all that it waits for.
    pub fn leaves(&mut self, bounds: &Bounds, tab: usize) {
        // Nobody tells the other tabs what comes of a call whose document is gone.
        let calls = [
            RequestKind::SignOut,
            RequestKind::SignOutCheck,
            RequestKind::SignIn,
        ];
        let is_waiting = |request: &Request| request.tab == tab && calls.contains(&request.kind);
        let failed =
            |session: &TabState| matches!(session.state(), AccountState::SignOutFailed(..));
        self.is_behind |=
            self.awaited().any(is_waiting) || self.tabs[tab].session.as_ref().is_some_and(failed);
        self.gives_up(
            bounds,
            tab,
            &[
                RequestKind::SignOut,
                RequestKind::SignOutCheck,
                RequestKind::Check,
                RequestKind::SignIn,
                RequestKind::AccountContext,
            ],
        );
        let leaving = &mut self.tabs[tab];
        leaving.session = None;
        leaving.shown_by = 0;
        leaving.is_retrying = false;
        leaving.finished.clear();
    }

    /// No answer came: the connection broke, the instance died, or ten seconds are over.
    pub fn loses(&mut self, bounds: &Bounds, tab: usize, kind: RequestKind, fault: AppError) {
        self.gives_up(bounds, tab, &[kind]);
        match kind {
            RequestKind::SignOut => self.happens(tab, Event::SignOutAnswered(Err(fault))),
            RequestKind::SignOutCheck => self.happens(tab, Event::SignOutChecked(Err(fault))),
            RequestKind::Check => self.happens(tab, Event::Checked(Err(fault))),
            RequestKind::SignIn => self.happens(tab, Event::SignInAnswered(Err(fault))),
            // The browser says so, and the shopper asks for the page again.
            // The browser goes there the hard way.
            RequestKind::AccountContext => {
                self.leaves(bounds, tab);
                self.ask(tab, RequestKind::Page);
            }
            RequestKind::Form | RequestKind::Page => {
                self.is_behind |= kind == RequestKind::Form;
                self.ask(tab, RequestKind::Page);
            }
        }
    }
}
