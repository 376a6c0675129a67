//! What an import came to, or would.

use super::{GO_ON, REFUSED, progress_text, task};
use crate::{
    admin::{request::AdminRequest, staff::role::Right},
    import::{CHECK, counts, progress},
    platform::tasks::{State, Task, problems},
};
use leptos::prelude::*;

/// How many refused rows are on the page.
pub const SHOWN: u64 = 200;

/// The report of `task`, of which nothing is being done, with the `first` of what was refused.
pub fn view(
    request: &AdminRequest,
    task: &Task,
    first: Vec<problems::Model>,
) -> impl IntoView + use<> {
    let report = progress(task);
    let is_check = task.step == CHECK;
    let shop = request.state.shop_origin();
    let changes = report.created + report.updated;
    let about = match (task.state, is_check) {
        (State::Asks, _) if changes == 0 => "Nothing in this file would change anything.",
        (State::Asks, _) => "This is what would be done. Nothing is written yet.",
        (State::Done, _) => "The file is imported.",
        (State::Cancelled, true) => "It was called off before anything was written.",
        (State::Cancelled, false) => {
            "It was called off. What was written before stays; the same file brings the rest."
        }
        (_, true) => "It could not be checked, and nothing was written.",
        (_, false) => {
            "It could not be finished. What was written before stays; the same file brings the rest."
        }
    };
    let tile = |count: u64, what: &'static str| {
        view! { <li class="tile"><strong>{progress_text::number(count)}</strong><span>{what}</span></li> }
    };
    let is_counted = report.records > 0;
    let tiles = is_counted.then(|| {
        view! {
            <ul class="tiles">
                {tile(report.created, "new")}
                {tile(report.updated, "changed")}
                {tile(report.unchanged, "as they were")}
                {tile(report.refused, "refused, or not taken wholly")}
            </ul>
        }
    });
    let untaken = (!report.untaken.is_empty()).then(|| {
        let names = report.untaken.join(", ");
        view! { <p>"Columns that are not taken: "{names}"."</p> }
    });
    let id = task.id.to_string();
    let asks = (task.state == State::Asks).then(|| {
        // It may say how many are left: who may not say that lets nobody do it.
        let may = request.may(Right::ChangeStock) || !counts(task);
        let waits = (changes > 0 && !may).then(|| {
            view! { <p class="note">"Somebody who may change how many are left sent this file, and lets it be written."</p> }
        });
        let now = (changes > 0 && may).then(|| {
            view! { <form method="post" action=GO_ON><button class="button" type="submit" name="id" value=id>"Import now"</button></form> }
        });
        view! { {waits}<div class="row">{now}{task::button(task.id)}</div> }
    });
    let done = (task.state == State::Done && changes > 0).then(|| {
        view! { <p><a class="button" href=shop target="_blank" rel="noopener">"Look at the shop"</a></p> }
    });
    let trouble = task.trouble.clone();
    view! {
        <p>{about}</p>
        {trouble.map(|trouble| view! { <p class="notice">{trouble}</p> })}
        {tiles}{untaken}{asks}{done}
        {(!first.is_empty()).then(|| refused(task.id, report.refused, first))}
    }
}

/// The `first` of `all` rows that were refused.
fn refused(id: i64, all: u64, first: Vec<problems::Model>) -> impl IntoView {
    let shown = u64::try_from(first.len()).unwrap_or(SHOWN);
    let count = match all > shown {
        true => format!("The first {shown} of {}.", progress_text::number(all)),
        false => String::new(),
    };
    let row = |it: problems::Model| {
        let line = (it.line > 0).then_some(it.line);
        view! { <tr><td>{line}</td><td><strong>{it.place}</strong><br/>{it.value}</td><td>{it.why}</td></tr> }
    };
    view! {
        <section class="card">
            <h2>"Refused"</h2>
            <p>{count}" Mend these in the file, and send it once more: what is taken already stays as it is. "
                <a href=format!("{REFUSED}?id={id}") download="refused.csv">"All of them as a table (CSV)"</a></p>
            <div class="scroll" tabindex="0"><table class="problems">
                <thead><tr><th>"Line"</th><th>"Column, text"</th><th>"What is wrong"</th></tr></thead>
                <tbody>{first.into_iter().map(row).collect_view()}</tbody>
            </table></div>
        </section>
    }
}
