//! The server: instances that share one database, each with one request at a time in the middle.

use super::{Bounds, Token, World};
use crate::account::{SignOutError, SignOutOutcome};

/// What a tab can ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RequestKind {
    /// Sign-out by our scripts.
    SignOut,
    /// Who is signed in, after a sign-out whose answer was lost.
    SignOutCheck,
    /// Who is signed in.
    Check,
    /// Sign-in by our scripts.
    SignIn,
    /// Sign-out by a form, posted as a browser without scripts does.
    Form,
    /// The page that a form, or the address bar, leads to.
    Page,
    /// A page that is shown without leaving the present one.
    AccountContext,
}

/// A request under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Request {
    pub tab: usize,
    pub kind: RequestKind,
    /// The session cookie that went with it; 0 for none.
    pub cookie: Token,
    /// Nobody waits for it any more: the tab gave it up, or it is a proxy's second try.
    pub is_orphan: bool,
}

/// A request that an instance has read the session of, and not acted on yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Work {
    pub request: Request,
    pub has_session: bool,
}

/// What the server decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ServerDecision {
    /// Whose session it saw; 0 for nobody's.
    Who(i64),
    /// A customer was signed out.
    SignedOut,
    /// There was no session.
    NoSession,
    /// A session began.
    SignedIn(Token),
}

/// What a reply does to the cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Jar {
    Keep,
    Remove,
    Set(Token),
}

/// A reply under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reply {
    pub request: Request,
    /// The customer whose session the server saw before it acted; 0 for nobody.
    pub seen: i64,
    pub said: ServerDecision,
    pub jar: Jar,
}

impl ServerDecision {
    /// What a browser is told of a sign-out.
    pub fn outcome(self) -> SignOutOutcome {
        match self {
            Self::SignedOut => SignOutOutcome::DONE,
            _ => SignOutOutcome::failed(SignOutError::NoSession),
        }
    }
}

impl World {
    /// An instance takes a request and reads its session. What only reads is answered by that.
    pub fn receive(&mut self, bounds: &Bounds, index: usize) {
        let request = self.requests.remove(index);
        let has_session = self.is_live(request.cookie);
        if matches!(
            request.kind,
            RequestKind::SignOut | RequestKind::Form | RequestKind::SignIn
        ) {
            self.work.push(Work {
                request,
                has_session,
            });
            self.work.sort_unstable();
            return;
        }
        let seen = if has_session {
            bounds.customer_of(request.cookie)
        } else {
            0
        };
        // A cookie that names no valid session is removed by the reply to a page, and only there.
        let removes = request.cookie != 0
            && !has_session
            && (request.kind == RequestKind::Page || bounds.checks_remove_cookies);
        self.reply(
            bounds,
            Reply {
                request,
                seen,
                said: ServerDecision::Who(seen),
                jar: if removes { Jar::Remove } else { Jar::Keep },
            },
        );
    }

    /// An instance does what it was asked to, in one transaction.
    pub fn commit(&mut self, bounds: &Bounds, index: usize) {
        let Work {
            request,
            has_session,
        } = self.work.remove(index);
        let seen = if has_session {
            bounds.customer_of(request.cookie)
        } else {
            0
        };
        let ends = has_session && self.is_live(request.cookie);
        let was_live = self.is_live(request.cookie);
        self.is_behind |= request.is_orphan && (ends || request.kind == RequestKind::SignIn);
        if has_session {
            self.live &= !(1 << request.cookie);
        }
        let (said, jar) = if request.kind == RequestKind::SignIn {
            self.newest += 1;
            self.live |= 1 << self.newest;
            (ServerDecision::SignedIn(self.newest), Jar::Set(self.newest))
        } else if ends {
            (ServerDecision::SignedOut, Jar::Remove)
        } else {
            (ServerDecision::NoSession, Jar::Remove)
        };
        self.is_ended_twice |= said == ServerDecision::SignedOut && !was_live;
        self.reply(
            bounds,
            Reply {
                request,
                seen,
                said,
                jar,
            },
        );
    }

    /// A reply that nobody waits for changes nothing: the browser has closed the connection.
    fn reply(&mut self, bounds: &Bounds, reply: Reply) {
        if !reply.request.is_orphan || (bounds.late_replies_set_cookies && reply.jar != Jar::Keep) {
            self.replies.push(reply);
            self.replies.sort_unstable();
        }
    }

    /// Whether the session of `token` is valid.
    pub fn is_live(&self, token: Token) -> bool {
        token != 0 && self.live & (1 << token) != 0
    }
}
