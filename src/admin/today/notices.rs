//! What is wrong with the shop itself, and drafts that wait.

use super::super::{drafts, request::AdminRequest, staff::role::Right};
use crate::{
    base::error::AppError,
    platform::{backups::Backups, jobs, mail},
};
use leptos::prelude::*;

/// Seconds that jobs may be late without a word.
const LATE: u32 = 300;

/// The notices at the top of the start page, such as late jobs, as far as the member of staff may see them.
pub async fn of(request: &AdminRequest, now: i64) -> Result<AnyView, AppError> {
    let shop = &request.state.shop;
    let (late, oldest) = jobs::due(&shop.db.read, now).await?;
    let stuck = (late > 0 && oldest > LATE).then(|| {
        view! { <p class="notice">{format!("{late} jobs wait, the oldest for {} minutes: e-mails may be late.", oldest / 60)}</p> }
    });
    let drafts = match request.may(Right::ChangeContent) {
        true => drafts::count(request).await?,
        false => 0,
    };
    let drafts = (drafts > 0).then(|| {
        let say = match drafts {
            1 => "1 draft waits to be published".to_owned(),
            drafts => format!("{drafts} drafts wait to be published"),
        };
        view! { <p class="notice"><a href="/drafts">{say}</a></p> }
    });
    if !request.may(Right::ChangeSettings) {
        return Ok(view! { {stuck}{drafts} }.into_any());
    }
    let backup = Backups::of(&shop.db.read, &shop.config.backup_directory).await?;
    let backup = backup.warning(now).map(|why| {
        view! { <p class="notice">{why}" "<a href="/about">"What to do"</a></p> }
    });
    let mail = (!shop.mailer.has_server()).then(|| {
        view! { <p class="notice">"E-mails are written into files and reach nobody. "<a href="/guide/email">"Say which mail server to use"</a></p> }
    });
    let failed = failed(jobs::failed(&shop.db.read).await?);
    let failed = failed.map(|said| {
        view! { <p class="notice">"Something that the shop was to do failed: "{said}". "<a href="/about">"Look at it"</a></p> }
    });
    Ok(view! { {mail}{backup}{failed}{stuck}{drafts} }.into_any())
}

/// What was tried in vain, if anything was: e-mails apart from everything else.
fn failed(kinds: Vec<(String, i64)>) -> Option<String> {
    let (emails, others): (Vec<_>, Vec<_>) =
        kinds.into_iter().partition(|(kind, _)| kind == mail::KIND);
    let sum = |kinds: Vec<(String, i64)>| kinds.into_iter().map(|(_, count)| count).sum::<i64>();
    let said = |count: i64, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {many}")),
    };
    let said = [
        said(sum(emails), "e-mail", "e-mails"),
        said(sum(others), "job", "jobs"),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" and "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e_mails_are_told_apart() {
        let of = |kinds: &[(&str, i64)]| {
            failed(
                kinds
                    .iter()
                    .map(|(kind, count)| ((*kind).to_owned(), *count))
                    .collect(),
            )
        };
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[("email", 1)]).as_deref(), Some("1 e-mail"));
        let all = of(&[("backup", 1), ("email", 2), ("push", 3)]);
        assert_eq!(all.as_deref(), Some("2 e-mails and 4 jobs"));
    }
}
