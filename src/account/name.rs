//! Another name for a customer.

use super::{
    Account, SessionClient, SignInOutcome,
    reply::{context, refused, set_redirect_with_flash},
    store,
};
use crate::{
    base::{error::AppError, validate, wire::Wire},
    text::{
        Language,
        notice::{AccountNotice, Form, Problem},
    },
    ui::Field,
};
use leptos::prelude::*;

/// Changes the name of the signed-in customer.
#[server(prefix = "/api", endpoint = "account/change_name", output = Wire, client = SessionClient)]
pub async fn change_name(
    /// Full name.
    name: String,
) -> Result<SignInOutcome, AppError> {
    let context = context();
    let customer = context.signed_in()?.customer.id;
    let Some(name) = validate::name(&name) else {
        let back = refused(Form::Name, Problem::Name, &name, "");
        set_redirect_with_flash(&context, "/account#name", back);
        return Ok(SignInOutcome::Refused(Problem::Name));
    };
    let db = &context.state.db;
    store::set_name(&db.write, customer, &name).await?;
    set_redirect_with_flash(&context, "/account", AccountNotice::NameChanged.into());
    let row = store::by_id(&db.write, customer).await?;
    let row = row.ok_or(AppError::SignedOut)?;
    let store_id = context.state.config.store_id;
    let customer = store::customer(&db.write, &row, store_id).await?;
    Ok(SignInOutcome::SignedIn(customer))
}

/// The form on the account page.
#[component]
pub fn NameForm() -> impl IntoView {
    let language = expect_context::<Language>();
    let (t, a) = (language.texts(), language.account_texts());
    let account = Account::current();
    let refusal = account.refusal_of(Form::Name);
    let problem = refusal.as_ref().map(|refusal| refusal.problem);
    let own = account.now().customer().map(|it| it.name.clone());
    let name = refusal.map(|refusal| refusal.name).or(own);
    view! {
        <form class="form" method="post" action="/api/account/change_name">
            <Field id="own-name" name="name" label=t.name kind="text" autocomplete="name" value=name.unwrap_or_default()
                problem=problem/>
            <button class="button" type="submit">{a.change_name}</button>
        </form>
    }
}
