//! What every server function of this room answers with besides its outcome: a page to go on to, for a
//! form that was posted without scripts, and cookies.

use crate::{
    account::context::AccountContext,
    base::validate,
    platform::cookies,
    text::notice::{Flash, Form, Problem, Refusal},
};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use leptos::prelude::expect_context;
use leptos_axum::ResponseOptions;

/// The request being answered.
pub fn context() -> AccountContext {
    AccountContext::current()
}

/// For a form posted without scripts: the page to go on to, and what it is to say.
pub fn set_redirect_with_flash(context: &AccountContext, path: &str, flash: Flash) {
    set_redirect(context, path);
    if context.wants_page {
        let flash = cookies::set_flash(&flash, &context.state.config);
        append(header::SET_COOKIE, flash);
    }
}

/// For a form posted without scripts: the page to go on to.
pub fn set_redirect(context: &AccountContext, path: &str) {
    let Ok(location) = HeaderValue::from_str(path) else {
        return;
    };
    if context.wants_page {
        let response = expect_context::<ResponseOptions>();
        response.set_status(StatusCode::SEE_OTHER);
        response.insert_header(header::LOCATION, location);
    }
}

/// Adds a header to the answer.
pub fn append(name: HeaderName, value: HeaderValue) {
    expect_context::<ResponseOptions>().append_header(name, value);
}

/// A form that comes back, with what was typed.
pub fn refused(form: Form, problem: Problem, name: &str, email: &str) -> Flash {
    // What was typed goes into a cookie: as much of it as a field may hold.
    let cut = |text: &str, most: usize| text.chars().take(most).collect();
    let refusal = Refusal {
        form,
        problem,
        name: cut(name, validate::NAME_MAX),
        email: cut(email, validate::EMAIL_MAX),
    };
    Flash {
        refusal: Some(refusal),
        ..Flash::default()
    }
}
