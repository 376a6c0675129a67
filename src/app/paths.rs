//! Which page stands at which path.

use crate::{
    account::{
        page::{AccountPage, facts},
        register::{ConfirmPage, RegisterPage},
        sign_in::SignInPage,
        sign_out::SignOutPage,
    },
    base::error::AppError,
    cart, catalog, checkout,
    order::{self, page::OverviewCards},
    request::context::RequestContext,
    site::{home, not_found::NotFoundPage, text_page},
    ui::served::{About, PageAnswer, PageContent, ServedPage},
};
use leptos::prelude::*;

/// The page at `path` (percent-decoded) with `query` for this visitor.
pub async fn at(path: &str, query: &str, context: &RequestContext) -> Result<PageAnswer, AppError> {
    let t = context.language.texts();
    let page = match path {
        "/" => {
            return Ok(catalog::page::root(
                query,
                context.page_context(),
                home::FRAME,
            ));
        }
        "/search" => return Ok(catalog::page::search(query, context.page_context())),
        "/cart" => match order::place::unseen(context).await? {
            Some(order) => return Ok(PageAnswer::See(order::page::confirmation_path(&order))),
            None => cart::page::page(query, context).await?,
        },
        "/account" if context.session.is_some() => {
            let facts = facts(&context.account()).await?;
            let overview = order::page::Overview::of(context).await?;
            ServedPage::drawn("ACCOUNT_SETTINGS", t.account, move || {
                provide_context(facts.clone());
                let overview = overview.clone();
                view! { <AccountPage><OverviewCards overview/></AccountPage> }.into_any()
            })
        }
        "/account" => {
            ServedPage::drawn("SIGN_IN", t.sign_in, || view! { <SignInPage/> }.into_any())
        }
        "/account/register" => ServedPage::drawn("SIGN_IN", t.create_account, || {
            view! { <RegisterPage/> }.into_any()
        }),
        "/account/confirm" => {
            let token = form_urlencoded::parse(query.as_bytes())
                .find(|(name, _)| name == "token")
                .map(|(_, token)| token.into_owned())
                .unwrap_or_default();
            ServedPage::drawn("SIGN_IN", t.confirm_title, move || {
                view! { <ConfirmPage token=token.clone()/> }.into_any()
            })
        }
        "/account/sign-out" => ServedPage::drawn(
            if context.session.is_some() {
                "ACCOUNT_SETTINGS"
            } else {
                "SIGN_IN"
            },
            t.sign_out,
            || view! { <SignOutPage/> }.into_any(),
        ),
        _ => match path.strip_prefix("/pages/") {
            Some(slug) => match text_page::page(slug, context).await? {
                Some(page) => page,
                None => not_found(context),
            },
            None => match elsewhere(path, query, context).await? {
                Some(answer) => return Ok(answer),
                None => not_found(context),
            },
        },
    };
    Ok(PageAnswer::Page(page))
}

async fn elsewhere(
    path: &str,
    query: &str,
    context: &RequestContext,
) -> Result<Option<PageAnswer>, AppError> {
    if path == "/account/address-book" {
        return Ok(Some(checkout::book::page(query, context)));
    }
    if let Some(answer) = order::page::at(path, query, context).await? {
        return Ok(Some(answer));
    }
    if let Some(answer) = checkout::page::at(path, query, context).await? {
        return Ok(Some(answer));
    }
    catalog::page::named(path, query, context.page_context()).await
}

/// A real 404.
fn not_found(context: &RequestContext) -> ServedPage {
    let title = context.language.texts().not_found_title;
    ServedPage {
        found: false,
        about: About::default(),
        ..ServedPage::drawn("SITE", title, || view! { <NotFoundPage/> }.into_any())
    }
}

impl PageContent {
    /// As a view.
    pub fn view(&self) -> AnyView {
        match self {
            Self::Written(html, _) => view! {
                <div class="ec-store__content-wrapper" id="page" inner_html=html.to_string()></div>
            }
            .into_any(),
            Self::Drawn(draw) => view! {
                <div class="ec-store__content-wrapper" id="page">{draw()}</div>
            }
            .into_any(),
        }
    }
}
