//! `/contact`: the form to ask something.

use super::{
    fields::{Line, Message, Trap},
    honeypot,
    input::{Problems, QuestionInput},
};
use crate::{
    base::{date, error::AppError, paths::ShopPath},
    cart::form::asked,
    order,
    platform::link_key::LinkKey,
    request::context::RequestContext,
    text::Language,
    ui::served::{About, PageAnswer, ServedPage},
};
use leptos::prelude::*;

/// The form as it is filled.
#[derive(Clone)]
struct Filled {
    typed: QuestionInput,
    problems: Problems,
    /// What there is to say above it.
    said: Option<String>,
    token: String,
    /// Whether the address is the customer's own, and not asked for.
    is_known: bool,
}

/// The page that `query` asks for; `None` where the shop takes no questions.
pub async fn page(query: &str, context: &RequestContext) -> Result<Option<PageAnswer>, AppError> {
    if !context.state.config.contact_form {
        return Ok(None);
    }
    let c = context.language.contact_texts();
    if asked(query, "thanks") {
        return Ok(Some(PageAnswer::Page(thanks(context))));
    }
    let typed = begun(query, context).await?;
    let served = filled(context, typed, Problems::default(), None, "").await?;
    let about = About {
        description: c.lead.to_owned(),
        canonical: ShopPath::Contact.text().into(),
        ..About::default()
    };
    Ok(Some(PageAnswer::Page(served.about(about))))
}

/// What is known of a question before anything is typed: who asks, and about which product or order.
async fn begun(query: &str, context: &RequestContext) -> Result<QuestionInput, AppError> {
    let c = context.language.contact_texts();
    let mut typed = QuestionInput::default();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "product" => typed.product = value.parse().ok(),
            "order" => typed.order = value.chars().take(40).collect(),
            _ => {}
        }
    }
    let snapshot = context.state.catalog.snapshot();
    let card = typed.product.and_then(|id| snapshot.card(id));
    typed.product = card.map(|card| card.id);
    if let Some(card) = card {
        typed.subject = c.about_product(card.name.get(context.language.code()));
    }
    let order = match typed.order.as_str() {
        "" => None,
        number => order::page::own_order(number, context).await?,
    };
    if let Some(order) = &order {
        typed.subject = c.about_order(&order.public_id);
        typed.email.clone_from(&order.email);
        typed.name = order::store::document(order)?.billing.name;
    } else {
        // A number that is not theirs says nothing of anybody.
        typed.order = String::new();
    }
    if let Some(session) = &context.session {
        typed.email.clone_from(&session.customer.email);
        typed.name.clone_from(&session.customer.name);
    }
    Ok(typed)
}

/// The page with what was `typed`, what is wrong with it, what there is to say of that, and the token that was `sent`.
pub(super) async fn filled(
    context: &RequestContext,
    typed: QuestionInput,
    problems: Problems,
    said: Option<String>,
    sent: &str,
) -> Result<ServedPage, AppError> {
    let c = context.language.contact_texts();
    let key = LinkKey::of_shop(&context.state.db).await?;
    let filled = Filled {
        is_known: context.session.is_some() && problems.email.is_none(),
        token: honeypot::again(&key, sent, date::now()),
        typed,
        problems,
        said,
    };
    Ok(ServedPage::drawn("SITE", c.title, move || {
        view! { <ContactPage filled=filled.clone()/> }.into_any()
    }))
}

fn thanks(context: &RequestContext) -> ServedPage {
    let title = context.language.contact_texts().title;
    ServedPage::drawn("SITE", title, || view! { <ThanksPage/> }.into_any())
}

#[component]
fn ThanksPage() -> impl IntoView {
    let language = expect_context::<Language>();
    let (c, t) = (language.contact_texts(), language.texts());
    view! {
        <section class="card card--narrow">
            <h1>{c.title}</h1>
            <p class="lead" role="status">{c.thanks}</p>
            <a class="button button--quiet" href="/">{t.back_to_shop}</a>
        </section>
    }
}

#[component]
fn ContactPage(filled: Filled) -> impl IntoView {
    let language = expect_context::<Language>();
    let (c, s) = (language.contact_texts(), language.checkout_texts());
    let Filled {
        typed,
        problems,
        said,
        token,
        is_known,
    } = filled;
    let product = typed
        .product
        .map(|id| view! { <input type="hidden" name="product" value=id/> });
    let email = match is_known {
        true => view! { <input type="hidden" name="email" value=typed.email/> }.into_any(),
        false => view! { <Line name="email" label=s.your_email value=typed.email kind="email" autocomplete="email" problem=problems.email/> }.into_any(),
    };
    view! {
        <section class="card card--narrow contact">
            <h1>{c.title}</h1>
            <p class="lead">{c.lead}</p>
            {said.map(|said| view! { <p class="problem" role="alert">{said}</p> })}
            {problems.any().then(|| view! { <p class="problem" role="alert" id="problems">{s.please_check}</p> })}
            <form class="form" method="post" action=ShopPath::Contact.text() data-step="" novalidate>
                <Trap token/>
                {product}
                <Line name="name" label=c.your_name value=typed.name autocomplete="name" problem=problems.name/>
                {email}
                <Line name="subject" label=c.topic value=typed.subject problem=problems.subject/>
                <Line name="order" label=c.order_number value=typed.order may_be_empty=true problem=None/>
                <Message label=c.message value=typed.text problem=problems.text/>
                <p class="muted">{c.privacy}</p>
                <button class="button" type="submit">{c.send}</button>
            </form>
        </section>
    }
}
