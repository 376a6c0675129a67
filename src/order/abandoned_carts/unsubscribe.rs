//! No more reminders: by the link in one of them, or by a program of its reader that posts to it (RFC 8058).

use super::{
    entity::stop,
    link::{LinkRequest, STOP},
};
use crate::{
    base::{date, error::AppError},
    platform::db::Db,
    request::context::RequestContext,
    text::Language,
    ui::served::ServedPage,
};
use leptos::prelude::*;
use sea_orm::{ActiveValue::Set, EntityTrait};

/// Where the page posts to.
pub const ACTION: &str = "/api/cart/no-reminders";

/// The page of the link; opening it changes nothing, since who checks e-mails for viruses opens it too.
pub fn page(query: &str, context: &RequestContext) -> ServedPage {
    let asked = LinkRequest::read(query.as_bytes());
    drawn(context, move || {
        view! { <StopPage asked=asked.clone()/> }.into_any()
    })
}

/// The page that says what came of it.
pub fn stopped(context: &RequestContext, is_done: bool) -> ServedPage {
    drawn(context, move || {
        let r = expect_context::<Language>().reminder_texts();
        let said = if is_done { r.stopped } else { r.back_over };
        view! {
            <section class="card card--narrow">
                <h1>{r.stop_title}</h1>
                <p class="lead" role="status">{said}</p>
            </section>
        }
        .into_any()
    })
}

fn drawn(
    context: &RequestContext,
    draw: impl Fn() -> AnyView + Send + Sync + 'static,
) -> ServedPage {
    let title = context.language.reminder_texts().stop_title;
    ServedPage::drawn(STOP.page_type(false), title, draw)
}

/// Notes that whoever got the reminder that is `asked` about wants none any more; `false` if the link is over.
pub async fn stop(db: &Db, asked: &LinkRequest) -> Result<bool, AppError> {
    let Some(reminder) = asked.reminder(db, STOP).await? else {
        return Ok(false);
    };
    if reminder.recipient.is_empty() {
        return Ok(false);
    }
    let row = stop::ActiveModel {
        recipient: Set(reminder.recipient),
        at: Set(date::now()),
    };
    // Twice is once.
    let insert = stop::Entity::insert(row).on_conflict_do_nothing_on([stop::Column::Recipient]);
    insert.exec_without_returning(&db.write).await?;
    Ok(true)
}

#[component]
fn StopPage(asked: LinkRequest) -> impl IntoView {
    let r = expect_context::<Language>().reminder_texts();
    view! {
        <section class="card card--narrow">
            <h1>{r.stop_title}</h1>
            <p class="lead">{r.stop_lead}</p>
            <form method="post" action=ACTION data-step="">
                <input type="hidden" name="id" value=asked.id/>
                <input type="hidden" name="token" value=asked.token/>
                <button class="button" type="submit">{r.stop_button}</button>
            </form>
        </section>
    }
}
