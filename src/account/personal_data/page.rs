//! The pages that show a customer's personal data, and that delete their account.

use super::{deletion, export, record::html_of_all};
use crate::{
    account::{context::AccountContext, recent_sign_in, sign_in::server::sign_in_path},
    base::{date, error::AppError, paths::ShopPath},
    text::Language,
    ui::{
        PostButton,
        served::{PageAnswer, ServedPage},
    },
};
use leptos::prelude::*;

/// Returns the page at `page`, or a redirect to sign in first if the customer did not do so within the last minutes.
pub async fn page(page: ShopPath, context: &AccountContext) -> Result<PageAnswer, AppError> {
    let sign_in = || Ok(PageAnswer::See(sign_in_path(context, page.text())));
    let Some(session) = &context.session else {
        return sign_in();
    };
    let now = date::now();
    // Whoever is to be deleted may see when, and keep the account, without more ado.
    let due = deletion::due(&context.state.db.read, session.customer.id).await?;
    let is_open = page == ShopPath::DeleteAccount && due.is_some();
    if !is_open && !recent_sign_in::is_fresh(session, now) {
        return sign_in();
    }
    let (d, zone) = (
        context.language.data_texts(),
        &context.state.config.time_zone,
    );
    let page_type = page.page_type(true);
    Ok(PageAnswer::Page(if page == ShopPath::DeleteAccount {
        let years = context.state.config.keep_orders_years;
        let due = due.map(|due| zone.minute(due));
        ServedPage::drawn(page_type, d.delete_title, move || {
            view! { <DeletePage due=due.clone() years/> }.into_any()
        })
    } else {
        let lead = d.lead(&context.state.shop.name, zone.minute(now));
        let html = html_of_all(
            &export::sections(&context.state, &session.customer, context.language).await?,
            (d, zone),
        );
        ServedPage::drawn(page_type, d.title, move || {
            view! { <DataPage lead=lead.clone() html=html.clone()/> }.into_any()
        })
    }))
}

/// Everything that is kept, and the ways to take it along.
#[component]
fn DataPage(lead: String, html: String) -> impl IntoView {
    let d = expect_context::<Language>().data_texts();
    view! {
        <article class="personal-data">
            <h1>{d.title}</h1>
            <p class="lead">{lead}</p>
            <p class="personal-data__files">
                <a class="button" href="/account/data.json" download="">{d.as_json}</a>
                <a class="button button--quiet" href="/account/data.html" download="">{d.as_html}</a>
            </p>
            <p class="muted">{d.guest_orders}</p>
            <div inner_html=html></div>
        </article>
    }
}

/// What is deleted, what stays, and the button.
#[component]
fn DeletePage(due: Option<String>, years: u32) -> impl IntoView {
    let d = expect_context::<Language>().data_texts();
    view! {
        <section class="card card--narrow">
            <h1>{d.delete_title}</h1>
            {match due {
                Some(due) => view! { <DeletionNotice due/> }.into_any(),
                None => view! {
                    <p class="lead">{d.delete_lead}</p>
                    <h2>{d.goes_title}</h2>
                    <p>{d.goes}</p>
                    <h2>{d.stays_title}</h2>
                    <p>{d.stays(years)}</p>
                    <p><a href=ShopPath::PersonalData.text()>{d.see_first}</a></p>
                    <PostButton action="/api/account/delete_account" label=d.delete_button/>
                    <p class="aside"><a href=ShopPath::Account.text()>{d.keep}</a></p>
                }.into_any(),
            }}
        </section>
    }
}

/// When the account is deleted, and the button that prevents it.
#[component]
pub fn DeletionNotice(
    /// When, in words.
    due: String,
) -> impl IntoView {
    let d = expect_context::<Language>().data_texts();
    view! {
        <div class="account__due" role="status">
            <p>{d.due(due)}</p>
            <PostButton action="/api/account/keep_account" label=d.keep/>
        </div>
    }
}

/// The ways to both pages, on the account's.
#[component]
pub fn DataCard() -> impl IntoView {
    let d = expect_context::<Language>().data_texts();
    view! {
        <section class="card" id="data" aria-labelledby="data-title">
            <h2 id="data-title">{d.title}</h2>
            <p>{d.card_lead}</p>
            <p class="personal-data__files">
                <a class="button button--quiet" href=ShopPath::PersonalData.text()>{d.see}</a>
                <a class="button button--quiet" href=ShopPath::DeleteAccount.text()>{d.delete}</a>
            </p>
        </section>
    }
}
