//! `/account/questions`: what somebody asked, what was answered, and going on with it.

use super::{
    access::visible,
    entity::{Author, Status, message, thread},
    fields::{Message, Trap},
    honeypot, store,
};
use crate::{
    account::sign_in::SignInForm,
    base::{date, error::AppError, paths::ShopPath, time_zone::TimeZone},
    cart::form::asked as has,
    platform::link_key::LinkKey,
    request::context::RequestContext,
    text::Language,
    ui::served::{PageAnswer, ServedPage},
};
use leptos::prelude::*;

/// A thread as who asked sees it.
#[derive(Clone)]
struct ShownThread {
    thread: thread::Model,
    messages: Vec<message::Model>,
    /// The token of its link.
    link: String,
    /// The token of the form.
    form: String,
    typed: String,
    problem: Option<&'static str>,
    said: Option<String>,
    zone: TimeZone,
}

/// Which thread a query names, and the token of its link.
fn read(query: &str) -> (Option<i64>, String) {
    let (mut id, mut token) = (None, String::new());
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "id" => id = value.parse().ok(),
            "token" => token = value.chars().take(100).collect(),
            _ => {}
        }
    }
    (id, token)
}

/// The thread that `query` names, or all of the customer's; for everybody else the way to sign in.
pub async fn page(query: &str, context: &RequestContext) -> Result<PageAnswer, AppError> {
    let c = context.language.contact_texts();
    let (id, token) = read(query);
    let found = match id {
        Some(id) => visible(&context.state.db, context, id, &token).await?,
        None => None,
    };
    if let Some(thread) = found {
        let said = has(query, "sent").then(|| c.reply_thanks.to_owned());
        let served = one(context, thread, token, String::new(), None, said, "").await?;
        return Ok(PageAnswer::Page(served));
    }
    let Some(session) = &context.session else {
        let is_link = !token.is_empty();
        let served = ServedPage::drawn("SIGN_IN", c.questions, move || {
            view! { <WaysIn is_link/> }.into_any()
        });
        return Ok(PageAnswer::Page(served));
    };
    let threads = store::of_person(&context.state.db.read, session.customer.id, None).await?;
    let threads: Vec<thread::Model> = threads
        .into_iter()
        .filter(|it| it.status != Status::Spam)
        .collect();
    let zone = context.state.config.time_zone.clone();
    Ok(PageAnswer::Page(ServedPage::drawn(
        "ACCOUNT_SETTINGS",
        c.questions,
        move || view! { <ThreadList threads=threads.clone() zone=zone.clone()/> }.into_any(),
    )))
}

/// Whether the customer asked anything, for the way to it.
pub async fn has_any(context: &RequestContext) -> Result<bool, AppError> {
    let Some(session) = &context.session else {
        return Ok(false);
    };
    let threads = store::of_person(&context.state.db.read, session.customer.id, None).await?;
    Ok(!threads.is_empty())
}

/// The page of `thread` for whoever has the `link`, with what was typed and what is wrong with it.
pub(super) async fn one(
    context: &RequestContext,
    thread: thread::Model,
    link: String,
    typed: String,
    problem: Option<&'static str>,
    said: Option<String>,
    sent: &str,
) -> Result<ServedPage, AppError> {
    let db = &context.state.db;
    let messages = store::messages(&db.read, thread.id).await?.into_iter();
    let key = LinkKey::of_shop(db).await?;
    let shown = ShownThread {
        messages: messages.filter(|it| it.author != Author::Note).collect(),
        form: honeypot::again(&key, sent, date::now()),
        link,
        typed,
        problem,
        said,
        thread,
        zone: context.state.config.time_zone.clone(),
    };
    let title = shown.thread.subject.clone();
    Ok(ServedPage::drawn("ACCOUNT_SETTINGS", title, move || {
        view! { <ThreadPage shown=shown.clone()/> }.into_any()
    }))
}

fn status(status: Status, language: Language) -> &'static str {
    let c = language.contact_texts();
    match status {
        Status::Open | Status::Spam => c.status_open,
        Status::Answered => c.status_answered,
        Status::Closed => c.status_closed,
    }
}

#[component]
fn ThreadPage(shown: ShownThread) -> impl IntoView {
    let language = expect_context::<Language>();
    let c = language.contact_texts();
    let ShownThread {
        thread,
        messages,
        link,
        form,
        typed,
        problem,
        said,
        zone,
    } = shown;
    let message = |it: message::Model| {
        let class = match it.author {
            Author::Customer => "contact__message contact__message--own",
            _ => "contact__message",
        };
        let lines = it
            .text
            .split('\n')
            .map(|line| view! { <span>{line.to_owned()}</span> });
        view! {
            <li class=class>
                <p class="muted"><strong>{it.who}</strong>" · "<time>{zone.minute(it.at)}</time></p>
                <p class="contact__text">{lines.collect_view()}</p>
            </li>
        }
    };
    let is_customers = link.is_empty();
    view! {
        <div class="contact">
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{thread.subject.clone()}</h1></header>
            <p><span class="tag">{status(thread.status, language)}</span></p>
            {said.map(|said| view! { <p class="notice" role="status">{said}</p> })}
            <ol class="contact__messages">{messages.into_iter().map(message).collect_view()}</ol>
            <form class="form" method="post" action="/api/contact/reply" data-step="" novalidate>
                <Trap token=form/>
                <input type="hidden" name="id" value=thread.id/>
                <input type="hidden" name="token" value=link/>
                <Message label=c.reply value=typed problem/>
                <button class="button" type="submit">{c.reply_send}</button>
            </form>
            {is_customers.then(|| view! { <p><a href=ShopPath::Questions.text()>{c.all_questions}</a></p> })}
        </div>
    }
}

#[component]
fn ThreadList(threads: Vec<thread::Model>, zone: TimeZone) -> impl IntoView {
    let language = expect_context::<Language>();
    let c = language.contact_texts();
    let row = |it: &thread::Model| {
        let to = format!("{}?id={}", ShopPath::Questions.text(), it.id);
        view! {
            <li class="contact__row">
                <a href=to>{it.subject.clone()}</a>
                <span class="muted">{language.whole_day(zone.local(it.last_at).0)}</span>
                <span class="tag">{status(it.status, language)}</span>
            </li>
        }
    };
    let rows = threads.iter().map(row).collect_view();
    view! {
        <div class="contact">
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{c.questions}</h1></header>
            {threads.is_empty().then(|| view! { <p class="muted">{c.no_questions}</p> })}
            <ul class="contact__list">{rows}</ul>
            <p><a class="button button--quiet" href=ShopPath::Contact.text()>{c.title}</a></p>
        </div>
    }
}

#[component]
fn WaysIn(is_link: bool) -> impl IntoView {
    let language = expect_context::<Language>();
    let (c, t) = (language.contact_texts(), language.texts());
    let next = ShopPath::Questions.text().to_owned();
    view! {
        <section class="card card--narrow" aria-labelledby="questions-sign-in">
            <h1>{c.questions}</h1>
            {is_link.then(|| view! { <p class="problem" role="alert">{c.link_over}</p> })}
            <h2 id="questions-sign-in">{t.sign_in}</h2>
            <SignInForm prefix="questions" next/>
        </section>
    }
}

/// The way to the questions, for the account page.
#[component]
pub fn QuestionsCard() -> impl IntoView {
    let c = expect_context::<Language>().contact_texts();
    view! {
        <section class="card" aria-labelledby="questions-title">
            <h2 id="questions-title">{c.questions}</h2>
            <p>{c.questions_lead}</p>
            <a class="button button--quiet" href=ShopPath::Questions.text()>{c.all_questions}</a>
        </section>
    }
}
