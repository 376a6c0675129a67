//! Whether a shopper wants to be reminded of a cart that is left: asked where the e-mail address is, and never ticked before.

use super::{Cart, Details};
use crate::{base::validate, text::Language};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What a shopper agreed to: one e-mail about this cart, if it is left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderConsent {
    /// The address that it holds for: whoever reads another one was not asked.
    pub email: String,
    /// When the box was ticked, in UNIX seconds.
    pub at: i64,
    /// Code of the language that it was asked in.
    pub language: String,
    /// Scheme and host of the shop, as the shopper knows it.
    pub origin: String,
}

impl Details {
    /// Returns the shopper's consent, if it was given for the current e-mail address.
    pub fn consent(&self) -> Option<&ReminderConsent> {
        self.remind.as_ref().filter(|it| it.email == self.email)
    }

    /// Where a reminder may go; `None` where nobody agreed to one.
    pub fn remind_email(&self) -> Option<String> {
        self.consent()
            .and_then(|consent| validate::mailbox(&consent.email))
    }

    /// Stores the shopper's consent to a reminder at their current address; an earlier consent for it keeps its time.
    pub fn agree(&mut self, language: &str, origin: &str, now: i64) {
        self.remind = Some(ReminderConsent {
            email: self.email.clone(),
            at: self.consent().map_or(now, |before| before.at),
            language: language.to_owned(),
            origin: origin.to_owned(),
        });
    }
}

/// The box by which a shopper agrees.
#[component]
pub fn ReminderBox(
    /// The cart.
    cart: Cart,
    /// Id of the form that it belongs to.
    form: &'static str,
) -> impl IntoView {
    let r = expect_context::<Language>().reminder_texts();
    let agreed = cart.details.consent().is_some();
    view! {
        <div class="ec-cart__reminder">
            <label class="check">
                <input type="checkbox" id="form-control__checkbox--remind" form=form name="remind" value="yes" checked=agreed/>
                <span>{r.agree}</span>
            </label>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agreed(email: &str, now: i64) -> Details {
        let mut details = Details {
            email: email.to_owned(),
            ..Details::default()
        };
        details.agree("de", "https://shop.example", now);
        details
    }

    #[test]
    fn it_holds_for_the_address_it_was_given_for() {
        let mut details = agreed("ada@example.com", 1);
        assert_eq!(details.remind_email().as_deref(), Some("ada@example.com"));
        details.email = "eve@example.com".to_owned();
        assert_eq!(details.remind_email(), None);
        details.agree("de", "", 3);
        assert_eq!(details.consent().map(|it| it.at), Some(3));
        details.agree("en", "", 5);
        assert_eq!(details.consent().map(|it| it.at), Some(3), "said before");
        assert_eq!(agreed("no address", 1).remind_email(), None);
    }

    #[test]
    fn who_types_an_address_elsewhere_says_there_whether_they_want_it() {
        let ada = agreed("ada@example.com", 1);
        let silent = Details::default();
        let typed = Details {
            email: "ada@example.com".to_owned(),
            ..Details::default()
        };
        assert!(ada.clone().with_newer(silent).consent().is_some());
        assert!(ada.clone().with_newer(typed.clone()).consent().is_none());
        assert!(typed.with_newer(ada).consent().is_some());
    }
}
