//! Sign-ins of just now: what cannot be taken back is not done for whoever finds a browser signed in.

use super::sessions::store::CurrentSession;
use crate::base::{paths::ShopPath, url};

/// How long a sign-in counts as one of just now, in seconds.
const LASTS: i64 = 10 * 60;

/// Whether the customer of `session` signed in just now; staff never do as a customer.
pub fn is_fresh(session: &CurrentSession, now: i64) -> bool {
    session.staff.is_empty() && session.began_at + LASTS > now && session.began_at <= now
}

/// The page that asks who it is once more, and leads on to `next`.
pub fn again(next: &str) -> String {
    let page = ShopPath::SignInAgain.text();
    format!("{page}?returnurl={}", url::encoded(next))
}
