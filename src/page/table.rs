//! Which page stands at which path.

use crate::{
    account::{
        page::AccountPage, register::RegisterPage, sign_in::SignInPage, sign_out_page::SignOutPage,
    },
    boot::Boot,
    content::{home::HomePage, not_found::NotFoundPage},
};
use leptos::prelude::*;

/// A page to serve.
#[derive(Clone, Copy)]
pub struct Served {
    /// Its title; empty for the store root, which has the shop's.
    pub title: &'static str,
    /// Whether there is a page at all.
    pub found: bool,
    /// Draws it.
    pub view: fn() -> AnyView,
}

/// The page at `path` for the visitor of `boot`.
pub fn at(path: &str, boot: &Boot) -> Served {
    let t = boot.language.texts();
    let (title, view): (_, fn() -> AnyView) = match path {
        "/" => ("", || view! { <HomePage/> }.into_any()),
        "/account" if boot.customer.is_some() => {
            (t.account, || view! { <AccountPage/> }.into_any())
        }
        "/account" => (t.sign_in, || view! { <SignInPage/> }.into_any()),
        "/account/register" => (t.create_account, || view! { <RegisterPage/> }.into_any()),
        "/account/sign-out" => (t.sign_out, || view! { <SignOutPage/> }.into_any()),
        _ => {
            return Served {
                title: t.not_found_title,
                found: false,
                view: || view! { <NotFoundPage/> }.into_any(),
            };
        }
    };
    Served {
        title,
        found: true,
        view,
    }
}
