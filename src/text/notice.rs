//! What the shop says after something was done: one enum for the live region, the page after a
//! form post and the scripts.

use crate::text::Texts;
use serde::{Deserialize, Serialize};

/// Something said once, in the live region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notice {
    /// A customer was signed in.
    SignedIn,
    /// An account was made and its customer signed in.
    Registered,
    /// An e-mail was sent from which a registration goes on.
    RegistrationSent,
    /// The link to prove an address is used or too old.
    LinkOver,
    /// A customer was signed out.
    SignedOut,
    /// The session had ended before.
    SessionEnded,
    /// Signing out failed.
    SignOutFailed(SignOutError),
    /// One other session was ended.
    SessionClosed,
    /// All other sessions were ended.
    OthersClosed,
    /// The password was changed and the other sessions ended.
    PasswordChanged,
    /// Something was put into the cart.
    AddedToCart,
    /// Something was taken out of the cart.
    RemovedFromCart,
    /// A line of the cart holds another quantity now.
    QuantityChanged,
    /// The product is not sold any more.
    NotAvailable,
    /// None is left.
    SoldOut,
    /// Fewer are left than were wanted.
    NotEnough,
    /// The quantity is out of its limits.
    WrongQuantity,
    /// What was chosen is not offered, or not any more.
    NotOffered,
    /// The price named is out of its limits.
    WrongPrice,
    /// A choice is missing.
    ChooseFirst,
    /// A product is among the favourites.
    FavouriteSaved,
    /// A product is no favourite any more.
    FavouriteRemoved,
    /// The shop will tell when a product is back.
    AlertKept,
    /// The shop will not tell of it.
    AlertsStopped,
    /// What was typed is no e-mail address.
    WrongEmail,
    /// The shop could not be reached.
    NotReached,
}

impl Notice {
    /// The notices that are said on the page after a hard navigation.
    const CARRIED: [Self; 4] = [
        Self::SignedIn,
        Self::Registered,
        Self::SignedOut,
        Self::SessionEnded,
    ];

    /// This notice as text, to carry it over a navigation.
    pub fn to_code(self) -> Option<String> {
        Self::CARRIED
            .iter()
            .position(|notice| *notice == self)
            .map(|code| code.to_string())
    }

    /// The notice that was carried as `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CARRIED.get(code.parse::<usize>().ok()?).copied()
    }

    /// Whether it says that something was not done.
    pub fn is_refusal(self) -> bool {
        matches!(
            self,
            Self::NotAvailable
                | Self::LinkOver
                | Self::SoldOut
                | Self::NotEnough
                | Self::WrongQuantity
                | Self::NotOffered
                | Self::WrongPrice
                | Self::ChooseFirst
                | Self::WrongEmail
                | Self::NotReached
        )
    }

    /// The sentence for this notice.
    pub fn text(self, t: &Texts) -> &'static str {
        match self {
            Self::SignedIn => t.said_signed_in,
            Self::Registered => t.said_registered,
            Self::RegistrationSent => t.said_registration_sent,
            Self::LinkOver => t.said_link_over,
            Self::SignedOut => t.said_signed_out,
            Self::SessionEnded => t.said_session_ended,
            Self::SignOutFailed(error) => error.text(t),
            Self::SessionClosed => t.said_session_closed,
            Self::OthersClosed => t.said_others_closed,
            Self::PasswordChanged => t.said_password_changed,
            Self::AddedToCart => t.said_added,
            Self::RemovedFromCart => t.said_removed,
            Self::QuantityChanged => t.said_quantity,
            Self::NotAvailable => t.said_not_available,
            Self::SoldOut => t.sold_out,
            Self::NotEnough => t.said_not_enough,
            Self::WrongQuantity => t.said_wrong_quantity,
            Self::NotOffered => t.said_not_offered,
            Self::WrongPrice => t.said_wrong_price,
            Self::ChooseFirst => t.said_choose_first,
            Self::FavouriteSaved => t.said_favourite,
            Self::FavouriteRemoved => t.said_no_favourite,
            Self::AlertKept => t.said_alert,
            Self::AlertsStopped => t.said_no_alert,
            Self::WrongEmail => t.bad_email,
            Self::NotReached => t.unreachable,
        }
    }
}

/// Why a form was not accepted; each stands at its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Problem {
    /// Unknown e-mail or wrong password: deliberately the same.
    WrongCredentials,
    /// Too many attempts; wait this many minutes.
    TooManyAttempts(u32),
    /// Not an e-mail address.
    Email,
    /// The e-mail already has an account.
    EmailTaken,
    /// No name, or too long a name.
    Name,
    /// Too short or too long a new password.
    NewPassword,
    /// The current password is wrong.
    CurrentPassword,
    /// The code from the e-mail is wrong.
    Code,
    /// The code is used, too old, or was tried too often.
    CodeOver,
    /// The shop could not be reached, or could not do it now.
    Unreachable,
}

impl Problem {
    /// The sentence for this problem.
    pub fn text(self, t: &Texts) -> String {
        match self {
            Self::WrongCredentials => t.wrong_credentials.into(),
            Self::TooManyAttempts(minutes) => t.too_many_attempts(minutes),
            Self::Email => t.bad_email.into(),
            Self::EmailTaken => t.email_taken.into(),
            Self::Name => t.bad_name.into(),
            Self::NewPassword => t.bad_new_password.into(),
            Self::CurrentPassword => t.wrong_current_password.into(),
            Self::Code => t.wrong_code.into(),
            Self::CodeOver => t.code_over.into(),
            Self::Unreachable => t.unreachable.into(),
        }
    }
}

/// Which form a [`Refusal`] belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// Sign-in.
    SignIn,
    /// The code of a sign-in by e-mail.
    Code,
    /// Registration.
    Register,
    /// Password change.
    Password,
    /// Password reset.
    Reset,
    /// Another name.
    Name,
    /// Another e-mail address.
    NewEmail,
}

/// A form that came back: why, and what was typed, passwords excepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Which form was refused.
    pub form: Form,
    /// Why.
    pub problem: Problem,
    /// The name typed.
    pub name: String,
    /// The e-mail typed.
    pub email: String,
}

/// What one request leaves for the page that follows it, when scripts are off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// To be said in the live region.
    pub notice: Option<Notice>,
    /// To be shown in its form.
    pub refusal: Option<Refusal>,
    /// To be said on the page itself; the browser has no use for it.
    #[cfg(feature = "ssr")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<AccountNotice>,
    /// To be shown as just added; the browser has no use for it.
    #[cfg(feature = "ssr")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub added: Option<AddedToCart>,
}

/// What an account page says of what was done.
#[cfg(feature = "ssr")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AccountNotice {
    /// An e-mail for a password reset went to the address, if it has an account.
    ResetSent,
    /// An e-mail with a link went to the new address.
    NewEmailSent,
    /// The account has another address.
    EmailChanged,
    /// The customer has another name.
    NameChanged,
    /// The link in an e-mail is used or too old.
    LinkOver,
    /// The account is not deleted.
    AccountKept,
}

#[cfg(feature = "ssr")]
impl AccountNotice {
    /// The sentence for it.
    pub fn text(self, a: &super::account::AccountTexts) -> &'static str {
        match self {
            Self::ResetSent => a.told_reset_sent,
            Self::NewEmailSent => a.told_new_email_sent,
            Self::EmailChanged => a.told_email_changed,
            Self::NameChanged => a.told_name_changed,
            Self::LinkOver => a.link_over,
            Self::AccountKept => a.told_account_kept,
        }
    }
}

#[cfg(feature = "ssr")]
impl From<AccountNotice> for Flash {
    fn from(told: AccountNotice) -> Self {
        Self {
            told: Some(told),
            ..Self::default()
        }
    }
}

/// What was put into the cart.
#[cfg(feature = "ssr")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedToCart {
    /// The line that holds it.
    pub line: i64,
    /// How many were added.
    pub quantity: i64,
}

impl Flash {
    /// The refusal of `form`, if that is the form that came back.
    pub fn refusal_of(&self, form: Form) -> Option<&Refusal> {
        self.refusal.as_ref().filter(|refusal| refusal.form == form)
    }
}

impl From<Notice> for Flash {
    fn from(notice: Notice) -> Self {
        Self {
            notice: Some(notice),
            ..Self::default()
        }
    }
}

/// Why no customer was signed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SignOutError {
    /// There was no session, or it had ended.
    NoSession,
    /// The shop answered that it cannot now; the customer is still signed in.
    Unavailable,
    /// The answer was lost, and the shop says the customer is still signed in.
    StillSignedIn,
    /// The answer was lost, and nobody can say who is signed in.
    Unreachable,
}

impl SignOutError {
    /// The message scripts get: English, and stable.
    pub fn message(self) -> &'static str {
        match self {
            Self::NoSession => "No customer is signed in",
            Self::Unavailable => {
                "The shop could not sign the customer out; the customer is still signed in"
            }
            Self::StillSignedIn => {
                "The sign-out did not get through; the customer is still signed in"
            }
            Self::Unreachable => {
                "The shop could not be reached; the customer may still be signed in"
            }
        }
    }

    /// The sentence shoppers get.
    pub fn text(self, t: &Texts) -> &'static str {
        match self {
            Self::NoSession => t.failed_no_session,
            Self::Unavailable => t.failed_unavailable,
            Self::StillSignedIn => t.failed_still_signed_in,
            Self::Unreachable => t.failed_unreachable,
        }
    }
}
