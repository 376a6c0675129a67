//! The page where a code is typed.

use crate::{
    account::{Account, sign_in::BY_CODE},
    text::{Language, notice::Form},
    ui::{Field, FormError},
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
                <p>{t.code_sent(&email)}</p>
                <Field id="code" name="code" label=t.code kind="text" autocomplete="one-time-code" inputmode="numeric"/>
                <FormError problem=refusal.map(|refusal| refusal.problem)/>
                <button class="button button--wide" type="submit">{t.sign_in}</button>
                <a href="/account">{t.another_way}</a>
            </form>
        </section>
    }
}
