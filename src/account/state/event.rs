//! What happens to a tab, and what it is to do.

use crate::{
    account::{Customer, SignOutOutcome},
    base::error::AppError,
    text::notice::Notice,
};

/// One call that waits for the outcome of a sign-out.
pub type Call = usize;

/// What the server said; [`AppError::Unreachable`] if no answer came in time.
pub type Answer<T> = Result<T, AppError>;

/// What happens to a tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The button or a script signs out.
    SignOut(Call),
    /// The sign-out was answered.
    SignOutAnswered(Answer<SignOutOutcome>),
    /// The question who is signed in after a lost sign-out was answered.
    SignOutChecked(Answer<Option<Customer>>),
    /// A sign-in was sent.
    SignIn,
    /// The sign-in was answered; `None` if it was refused.
    SignInAnswered(Answer<Option<Customer>>),
    /// Another tab changed the session, the shopper came back, or a retry is due: the server is to be asked.
    Hint,
    /// The question who is signed in was answered.
    Checked(Answer<Option<Customer>>),
    /// A reply named the customer whose session the server saw.
    SessionSeen {
        /// Id of the customer; 0 for nobody.
        customer: i64,
        /// Whether it is the reply to the question who is signed in.
        to_check: bool,
    },
    /// A page came whose content was drawn for this customer.
    PageArrived(Option<Customer>),
    /// The wait after an unreachable server is over.
    RetryDue,
}

/// What a tab is to do, in this order, after showing the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Send the sign-out; answer with [`Event::SignOutAnswered`].
    SendSignOut,
    /// Ask who is signed in after a lost sign-out; answer with [`Event::SignOutChecked`].
    CheckSignOut,
    /// Ask who is signed in; answer with [`Event::Checked`].
    Check,
    /// Come back with [`Event::RetryDue`]: soon, or if it is `again` after twice the last wait.
    Retry {
        /// Whether the last wait led to nothing.
        again: bool,
    },
    /// Tell the listeners that the profile changed.
    ProfileChanged,
    /// Say this in the live region, or nothing any more.
    Notify(Option<Notice>),
    /// Run the callback of this call.
    Finish(Call, SignOutOutcome),
    /// Tell the other tabs that the session changed.
    TellTabs,
    /// Leave a page that needs an account.
    Leave(Destination),
}

/// Where a tab goes that leaves a page that needs an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// The page that is shown, reloaded.
    SamePage,
    /// The sign-in page.
    SignIn,
}
