//! What staff may do who are signed in as a customer: look, and shop. What proves who the customer is, what they alone may
//! decide, and what is kept of them as a whole stays theirs.

use axum::http::Method;

/// Pages that are the customer's alone, each with what stands below it and beside it (`/account/data.json`).
const CLOSED: [&str; 9] = [
    "/account/data",
    "/account/delete",
    "/account/sign-in-again",
    "/account/new-email",
    "/account/reset-password",
    "/account/register",
    "/account/confirm",
    "/account/code",
    "/account/link",
];
/// What may be sent: whatever is not here is refused.
const OPEN: [&str; 9] = [
    "/api/account/sign_out",
    "/api/account/staff",
    "/api/account/who",
    "/api/cart",
    "/api/cart/",
    "/api/checkout/",
    "/api/favourites",
    "/api/consent",
    "/api/orders/again",
];

/// Whether a session of staff may ask `method` of `path`.
pub fn may(method: &Method, path: &str) -> bool {
    match method.is_safe() {
        true => !CLOSED.iter().any(|closed| path.starts_with(closed)),
        false => OPEN
            .iter()
            .any(|open| path == *open || open.ends_with('/') && path.starts_with(open)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn staff_shop_and_look_and_reach_no_secret() {
        for path in [
            "/",
            "/cart",
            "/account",
            "/account/orders",
            "/account/orders/ABC/invoice",
            "/api/cart",
        ] {
            assert!(may(&Method::GET, path), "{path}");
        }
        for path in [
            "/account/data",
            "/account/data.json",
            "/account/delete",
            "/account/sign-in-again",
        ] {
            assert!(!may(&Method::GET, path), "{path}");
        }
        for path in [
            "/api/cart/add",
            "/api/checkout/place",
            "/api/account/sign_out",
            "/api/consent",
        ] {
            assert!(may(&Method::POST, path), "{path}");
        }
        for path in [
            "/api/account/change_password",
            "/api/account/sign_out/x",
            "/api/cartoon",
            "/api/orders/withdraw",
            "/account/address-book",
            "/something/new",
        ] {
            assert!(!may(&Method::POST, path), "{path}");
        }
    }
}
