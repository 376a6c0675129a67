//! Irreversible actions require a recent sign-in, so that nobody who finds a browser signed in can do them.

use super::sessions::store::CurrentSession;
use crate::base::{paths::ShopPath, url};

/// How long a sign-in counts as recent, in seconds.
const LASTS: i64 = 10 * 60;

/// Returns `true` if `session` began within the last minutes; `false` for staff signed in as the customer.
pub fn is_fresh(session: &CurrentSession, now: i64) -> bool {
    session.staff.is_empty() && session.began_at + LASTS > now && session.began_at <= now
}

/// Returns the path of the page that asks to sign in again, and redirects to `next` afterwards.
pub fn again(next: &str) -> String {
    let page = ShopPath::SignInAgain.text();
    format!("{page}?returnurl={}", url::encoded(next))
}
