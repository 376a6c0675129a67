//! The bar that says who is signed in as whom, on every page.

use crate::{account::context::Visitor, base::html::escaped, text::Language};

/// The bar as HTML, with the button that ends it; nothing for customers themselves.
pub fn bar(visitor: &Visitor) -> String {
    let Some(session) = visitor.session.as_ref().filter(|it| !it.staff.is_empty()) else {
        return String::new();
    };
    let customer = match session.customer.name.as_str() {
        "" => &session.customer.email,
        name => name,
    };
    written(visitor.language, customer, &session.staff)
}

fn written(language: Language, customer: &str, staff: &str) -> String {
    let a = language.account_texts();
    format!(
        "<section class=\"staff-bar\" aria-label=\"{}\"><p>{}</p>\
         <form method=\"post\" action=\"/api/account/sign_out\"><button class=\"staff-bar__end\" type=\"submit\">{}</button></form></section>",
        escaped(a.staff_title),
        escaped(&a.staff_bar(customer, staff)),
        escaped(a.staff_end),
    )
}
