//! The pages: where a code is typed, and where the link in the e-mail leads.

use crate::{
    account::{Account, sign_in::BY_CODE},
    base::language::Language,
    text::notice::Form,
    ui::{Field, Said},
};
use leptos::prelude::*;

/// `/account/code`: where the code is typed that was sent to `email`.
#[component]
pub fn CodePage(email: String) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let refusal = Account::current().refusal_of(Form::Code);
    view! {
        <section class="card card--narrow">
            <h1>{t.sign_in}</h1>
            <form class="form" method="post" action="/api/account/sign_in">
                <input type="hidden" name="way" value=BY_CODE/>
                <p>{t.code_sent.replace("{}", &email)}</p>
                <Field id="code" name="code" label=t.code kind="text" autocomplete="one-time-code" inputmode="numeric"/>
                <Said problem=refusal.map(|refusal| refusal.problem)/>
                <button class="button button--wide" type="submit">{t.sign_in}</button>
                <a href="/account">{t.another_way}</a>
            </form>
        </section>
    }
}

/// `/account/link`: where the link in the e-mail leads, which changes nothing by being visited. `email` is
/// whose it is, or nobody's if it is over.
#[component]
pub fn LinkPage(token: String, email: Option<String>) -> impl IntoView {
    let language = expect_context::<Language>();
    let (t, a) = (language.texts(), language.account_texts());
    view! {
        <section class="card card--narrow">
            <h1>{t.sign_in}</h1>
            {match email {
                Some(email) => view! {
                    <p class="lead">{a.link_lead.replace("{}", &email)}</p>
                    <form class="form" method="post" action="/api/account/use_link">
                        <input type="hidden" name="token" value=token/>
                        <button class="button button--wide" type="submit">{t.sign_in}</button>
                    </form>
                }.into_any(),
                None => view! {
                    <p class="lead">{a.link_over}</p>
                    <a class="button" href="/account">{a.ask_again}</a>
                }.into_any(),
            }}
        </section>
    }
}
