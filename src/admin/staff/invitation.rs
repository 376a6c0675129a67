//! The e-mail to somebody new, in the back office's own English.

use super::role::Role;
use crate::{base::error::AppError, platform::mail::Email};

/// To somebody who was added to the back office of `shop` by `by`: what they may do, and the `link` that it opens by.
pub fn email(shop: &str, by: &str, role: Role, link: &str) -> Result<Email, AppError> {
    let subject = format!("{shop}: your account in the back office");
    let who = format!("{by} opened an account for you in the back office of {shop}.");
    let role = format!("Your role is {}. {}", role.name(), role.about());
    let way = format!("Choose your password within three days, and you are in: {link}");
    let else_way = "If you do not know what this is about, you need do nothing.";
    Email::note(subject, &[&who, &role, &way, else_way])
}
