//! Cart lines that want more than is in stock: they are listed, and one click reduces a line to the stock or removes it.

use super::{
    Cart, CartContext, Line, Owner,
    form::{Pairs, back, remove, text},
    store,
};
use crate::{
    base::error::AppError,
    request::{answer::redirect_with_notice, context::RequestContext},
    text::{Language, notice::Notice},
};
use axum::{Extension, Form, response::Response};
use leptos::prelude::*;

impl Line {
    /// Whether there are fewer than are wanted.
    pub fn is_short(&self) -> bool {
        self.quantity != self.wanted
    }

    /// Returns how many could be ordered instead; 0 if fewer are left than the product's minimum quantity.
    pub fn instead(&self) -> i64 {
        let least = self.product.min_quantity.unwrap_or(1);
        if self.quantity < least {
            0
        } else {
            self.quantity
        }
    }

    /// Returns why the line cannot be bought as wanted, for the shopper; `None` if it can.
    pub fn trouble(&self, language: Language) -> Option<String> {
        let s = language.checkout_texts();
        match self.left {
            _ if !self.product.enabled => Some(s.gone.to_owned()),
            _ if let Some(problem) = self.problem => {
                Some(problem.text(language.texts()).to_owned())
            }
            Some(0) => Some(s.sold_out_now.to_owned()),
            Some(left) if left < self.wanted => Some(s.only_left(left)),
            _ => None,
        }
    }
}

/// Reduces a line to what is in stock, or removes it if nothing is, and redirects back to the page with the form.
pub async fn settle(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> Result<Response, AppError> {
    let id = text(&form, "line").parse().unwrap_or(0);
    if !settled(&context, id).await? {
        return remove(Extension(context), Form(form)).await;
    }
    let said = Some(Notice::QuantityChanged);
    Ok(redirect_with_notice(&context, back(&form), said, None))
}

/// Sets the line `id` to what is in stock; `false` if none is.
async fn settled(context: &RequestContext, id: i64) -> Result<bool, AppError> {
    let Some(owner) = Owner::of(context) else {
        return Ok(false);
    };
    let tx = context.state.db.begin().await?;
    let (row, cart) = (
        store::find_to_change(&tx, &owner).await?,
        Cart::read(&tx, &CartContext::of(context)).await?,
    );
    let line = cart.lines.iter().find(|line| line.id == id);
    let instead = line.map_or(0, Line::instead);
    let Some(row) = row.filter(|_| instead > 0) else {
        return Ok(false);
    };
    store::set_quantity(&tx, row.id, id, instead).await?;
    tx.commit().await?;
    Ok(true)
}

/// Every line that is short, each with the ways to go on.
#[component]
pub fn Shortages(
    /// The lines.
    lines: Vec<Line>,
    /// Where the ways lead back to.
    back: &'static str,
) -> impl IntoView {
    let language = expect_context::<Language>();
    let s = language.checkout_texts();
    let lines: Vec<Line> = lines.into_iter().filter(Line::is_short).collect();
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| {
            let name = line.product.name.get(language.code()).to_owned();
            let said = line.trouble(language);
            view! { <li class="shortage"><p><strong>{name}</strong> " " {said}</p> <Ways line back/></li> }
        });
        view! {
            <section class="shortages" role="alert">
                <p>{s.short_lead}</p>
                <ul>{lines.collect_view()}</ul>
            </section>
        }
    })
}

/// The ways to go on with a line that is short: fewer, or none.
#[component]
pub fn Ways(
    /// The line.
    line: Line,
    /// Where they lead back to.
    back: &'static str,
) -> impl IntoView {
    let language = expect_context::<Language>();
    let s = language.checkout_texts();
    let name = line.product.name.get(language.code()).to_owned();
    let way = |action: &'static str, label: String, said: String| {
        view! {
            <form method="post" action=action data-step="">
                <input type="hidden" name="line" value=line.id/>
                <input type="hidden" name="back" value=back/>
                <button class="button button--quiet" type="submit" aria-label=said>{label}</button>
            </form>
        }
    };
    let fewer = (line.instead() > 0).then(|| {
        let label = s.take_instead(line.instead());
        let said = format!("{name}: {label}");
        way("/api/cart/settle", label, said)
    });
    let none = way("/api/cart/remove", s.remove.to_owned(), s.remove_it(&name));
    view! { <div class="shortage__ways">{fewer} {none}</div> }
}
