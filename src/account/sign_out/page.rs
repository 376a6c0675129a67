//! `GET /account/sign-out`: asks first, and changes nothing by being visited.

use crate::{account::Account, text::Language, ui::PostButton};
use leptos::{either::Either, prelude::*};

/// Asks whether to sign out, with a button that does.
#[component]
pub fn SignOutPage() -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let customer = Account::current().now().customer().cloned();
    view! {
        <section class="card card--narrow">
            <h1>{t.sign_out_question}</h1>
            {match customer {
                Some(customer) => Either::Left(view! {
                    <p>{t.sign_out_lead(customer.label())}</p>
                    <div class="actions">
                        <PostButton action="/api/account/sign_out" label=t.sign_out/>
                        <a class="button button--quiet" href="/account">{t.stay_signed_in}</a>
                    </div>
                }),
                None => Either::Right(view! {
                    <p>{t.nobody_signed_in}</p>
                    <a class="button" href="/account">{t.sign_in}</a>
                }),
            }}
        </section>
    }
}
