//! Which page stands at which path.

use crate::{
    account::{
        page::{AccountPage, facts},
        pages, staff_access,
    },
    base::{
        error::AppError,
        paths::{ORDER_PREFIX, ShopPath, TEXT_PAGE_PREFIX},
        url,
    },
    cart, catalog, checkout,
    contact::{self, QuestionsCard},
    favourites,
    order::{self, page::OverviewCards},
    request::context::RequestContext,
    reviews,
    site::{consent, home, not_found::NotFoundPage, text_page},
    subscription::{self, page::SubscriptionsCard},
    ui::served::{About, PageAnswer, PageContent, ServedPage},
};
use leptos::prelude::*;

/// The page at `path` (percent-decoded) with `query` for this visitor.
pub async fn at(path: &str, query: &str, context: &RequestContext) -> Result<PageAnswer, AppError> {
    let found = match ShopPath::at(path) {
        Some(page) => fixed(page, query, context).await?,
        None => named(path, query, context).await?,
    };
    if let Some(found) = found {
        return Ok(found);
    }
    Ok(match below_a_base(path, context).await? {
        Some(here) => PageAnswer::Moved(url::asked(&here, query)),
        None => PageAnswer::Page(not_found(context)),
    })
}

/// Where a page is that stood below the base of another site, such as `/store/cart` (`spec/config.md` 2): addresses of
/// before, and those that a page's script shows, lead on.
async fn below_a_base(path: &str, context: &RequestContext) -> Result<Option<String>, AppError> {
    let mut rest = path;
    while let Some(at) = rest.get(1..).and_then(|rest| rest.find('/')) {
        rest = &rest[at + 1..];
        if ShopPath::at(rest).is_some_and(|it| it != ShopPath::Home) {
            return Ok(Some(rest.to_owned()));
        }
    }
    catalog::page::address(rest, &context.page_context()).await
}

/// A page that stands at one path; none if it is only there at times.
async fn fixed(
    page: ShopPath,
    query: &str,
    context: &RequestContext,
) -> Result<Option<PageAnswer>, AppError> {
    let t = context.language.texts();
    let page_type = page.page_type(context.session.is_some());
    let served = match page {
        ShopPath::Home => {
            let page_context = context.page_context();
            return Ok(Some(catalog::page::root(query, page_context, home::FRAME)));
        }
        ShopPath::Search => {
            let answer = catalog::page::search(query, context.page_context());
            return Ok(Some(answer));
        }
        ShopPath::Orders => return order::page::orders(query, context).await.map(Some),
        ShopPath::OrderConfirmation => return order::page::placed(query, context).await.map(Some),
        ShopPath::CheckoutResult => return order::page::result(query, context).await.map(Some),
        ShopPath::OrderFailure => return order::page::failure(query, context).await.map(Some),
        ShopPath::DownloadError => return Ok(Some(order::downloads::page::page(query, context))),
        ShopPath::Subscriptions => return subscription::page::page(query, context).await.map(Some),
        ShopPath::Contact => return contact::page::page(query, context).await,
        ShopPath::Questions => return contact::thread(query, context).await.map(Some),
        ShopPath::Review => return reviews::page::page(query, context).await,
        ShopPath::Favourites => favourites::page(context).await?,
        ShopPath::StopAlerts => favourites::stop_page(query, context),
        ShopPath::AddressBook => return Ok(Some(checkout::book::page(query, context))),
        ShopPath::Checkout
        | ShopPath::CheckoutAddress
        | ShopPath::CheckoutAddressBook
        | ShopPath::CheckoutDelivery
        | ShopPath::CheckoutPayment
        | ShopPath::CheckoutReview => return checkout::page::at(page, query, context).await,
        ShopPath::Cart => match order::page::instead_of_cart(context).await? {
            Some(placed) => return Ok(Some(PageAnswer::See(placed))),
            None => cart::page::page(query, context).await?,
        },
        ShopPath::CartAgain => order::abandoned_carts::page(query, context).await?,
        ShopPath::StopReminders => order::abandoned_carts::stop_page(query, context),
        ShopPath::Account if context.session.is_some() => {
            let facts = facts(&context.account()).await?;
            let overview = order::page::Overview::of(context).await?;
            let subscribes = subscription::page::has_any(context).await?;
            let asks = contact::has_any(context).await?;
            ServedPage::drawn(page_type, t.account, move || {
                provide_context(facts.clone());
                let overview = overview.clone();
                view! { <AccountPage><OverviewCards overview/> {subscribes.then(|| view! { <SubscriptionsCard/> })} {asks.then(|| view! { <QuestionsCard/> })}</AccountPage> }.into_any()
            })
        }
        ShopPath::Account
        | ShopPath::Register
        | ShopPath::ConfirmRegistration
        | ShopPath::SignInCode
        | ShopPath::SignInLink
        | ShopPath::ResetPassword
        | ShopPath::NewEmail
        | ShopPath::PersonalData
        | ShopPath::DeleteAccount
        | ShopPath::SignInAgain
        | ShopPath::SignOut => {
            let account = context.account();
            return pages::at(page, query, &account).await.map(Some);
        }
        ShopPath::Cookies => consent::page(query, context),
    };
    Ok(Some(PageAnswer::Page(served)))
}

/// The page of something that has a name: an order, a page of text, a product or category.
async fn named(
    path: &str,
    query: &str,
    context: &RequestContext,
) -> Result<Option<PageAnswer>, AppError> {
    if path == staff_access::PATH {
        let page = staff_access::page(query, &context.account()).await?;
        return Ok(Some(PageAnswer::Page(page)));
    }
    if let Some(id) = path.strip_prefix(ORDER_PREFIX) {
        if let Some(id) = id.strip_suffix("/invoice") {
            return order::invoice::page(id, context).await.map(Some);
        }
        if let Some((id, refund)) = id.split_once("/credit-note-") {
            let page = order::invoice::credit_note::page(id, refund, context);
            return page.await.map(Some);
        }
        return order::page::one(id, context).await.map(Some);
    }
    if let Some(slug) = path.strip_prefix(TEXT_PAGE_PREFIX) {
        return Ok(text_page::page(slug, context).await?.map(PageAnswer::Page));
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
