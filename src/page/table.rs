//! Which page stands at which path.

use crate::{
    account::{
        page::AccountPage, register::RegisterPage, sign_in::SignInPage, sign_out_page::SignOutPage,
    },
    boot::Boot,
    content::{home::HomePage, not_found::NotFoundPage},
    text::Language,
};
use leptos::prelude::*;
use std::sync::LazyLock;

/// A page to serve.
#[derive(Clone, Copy)]
pub struct Served {
    /// Its title; empty for the store root, which has the shop's.
    pub title: &'static str,
    /// Whether there is a page at all.
    pub found: bool,
    /// What it shows.
    pub content: Content,
}

/// What a page shows.
#[derive(Clone, Copy)]
pub enum Content {
    /// The same for every visitor: drawn once.
    Fixed(&'static str),
    /// Drawn for this visitor.
    Drawn(fn() -> AnyView),
}

/// The page at `path` for the visitor of `boot`.
pub fn at(path: &str, boot: &Boot) -> Served {
    let t = boot.language.texts();
    let (title, content) = match path {
        "/" => ("", Content::Fixed(home(boot.language))),
        "/account" if boot.customer.is_some() => (
            t.account,
            Content::Drawn(|| view! { <AccountPage/> }.into_any()),
        ),
        "/account" => (
            t.sign_in,
            Content::Drawn(|| view! { <SignInPage/> }.into_any()),
        ),
        "/account/register" => (
            t.create_account,
            Content::Drawn(|| view! { <RegisterPage/> }.into_any()),
        ),
        "/account/sign-out" => (
            t.sign_out,
            Content::Drawn(|| view! { <SignOutPage/> }.into_any()),
        ),
        _ => {
            let content = Content::Drawn(|| view! { <NotFoundPage/> }.into_any());
            return Served {
                title: t.not_found_title,
                found: false,
                content,
            };
        }
    };
    Served {
        title,
        found: true,
        content,
    }
}

fn home(language: Language) -> &'static str {
    static DRAWN: LazyLock<Vec<(Language, String)>> = LazyLock::new(|| {
        let draw = |language| {
            Owner::new().with(|| {
                provide_context(language);
                view! { <HomePage/> }.to_html()
            })
        };
        Language::ALL
            .into_iter()
            .map(|language| (language, draw(language)))
            .collect()
    });
    DRAWN
        .iter()
        .find(|(drawn, _)| *drawn == language)
        .map_or("", |(_, html)| html)
}
