//! What the shop is running on, when it was backed up, and what it was to do and could not.

use super::{
    access::Access,
    flash::AdminFlash,
    form_values::FormValues,
    request::{AdminRequest, redirect_with_flash},
    route::Route,
    staff::role::Right,
};
use crate::{
    base::{byte_size::byte_size, date, error::AppError},
    platform::{
        audit::{self, Entry},
        backups::{self, Backups},
        db::{retried, without_password},
        jobs::{self, Job, JobSelection},
        mail,
    },
};
use axum::{Extension, response::Response};
use leptos::prelude::*;
use sea_orm::EntityTrait;

/// How many failed jobs are listed.
const LISTED: u64 = 50;

/// The routes of the page.
pub fn routes() -> [Route; 2] {
    let change = Access::Right(Right::ChangeSettings);
    [
        Route::get("/about", Access::Right(Right::Work), page),
        Route::post("/about/jobs", change, post_jobs),
    ]
}

/// `GET /about`.
async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let (shop, now) = (&request.state.shop, date::now());
    let (late, _) = jobs::due(&shop.db.read, now).await?;
    let emails = jobs::open(&shop.db.read, mail::KIND).await?;
    let engine = if shop.db.is_shared() {
        "PostgreSQL"
    } else {
        "SQLite"
    };
    // What stands behind the `?` may be a password too, and where it is concerns the owner alone.
    let place = without_password(&shop.config.database);
    let place = place.split('?').next().unwrap_or_default();
    let database = match request.may(Right::ManageStaff) {
        true => format!("{engine}, {place}"),
        false => engine.to_owned(),
    };
    let directory = &shop.config.backup_directory;
    let backups = Backups::of(&shop.db.read, directory).await?;
    let last = match backups {
        Backups::NotSetUp => "None: set backup_directory on the machine.".to_owned(),
        Backups::None => format!("Each day, in {directory}. None was made yet."),
        Backups::Last(at) => format!(
            "Each day, in {directory}. The last on {}.",
            request.clock(at)
        ),
    };
    let mail = match shop.mailer.has_server() {
        true => "Sent by a mail server.".to_owned(),
        false => "Written into files, and sent to nobody: set mail on the machine.".to_owned(),
    };
    let rows = [
        ("Version", env!("CARGO_PKG_VERSION").to_owned()),
        ("Shop", request.state.shop_origin()),
        ("Back office", request.state.origin()),
        ("Database", database),
        ("Size of the database", byte_size(shop.db.size().await?)),
        ("Shape of the database", shop.db.shape().await?),
        ("Backups", last),
        ("E-mails", mail),
        ("E-mails that wait", emails.to_string()),
        ("Jobs that wait", late.to_string()),
    ];
    let row = |(name, value): (&'static str, String)| view! { <dt>{name}</dt><dd>{value}</dd> };
    let warning = backups.warning(now).map(|why| {
        let advice = match backups {
            Backups::NotSetUp => "Whoever has the machine writes backup_directory into awning.toml: then there is one a day.",
            _ => "Look below whether one failed, and whether its disk is full.",
        };
        view! { <p class="notice">{why}" "{advice}</p> }
    });
    let failed = match request.may(Right::ChangeSettings) {
        true => Some(failed(&request).await?),
        false => None,
    };
    let view = view! { {warning}<dl class="facts">{rows.map(row)}</dl>{failed} };
    Ok(request.page("About", view))
}

/// What failed, with a way to try it again and one to give it up.
async fn failed(request: &AdminRequest) -> Result<AnyView, AppError> {
    let found = jobs::list(&request.state.shop.db.read, true, LISTED).await?;
    if found.is_empty() {
        return Ok(view! { <h2>"What failed"</h2><p>"Nothing."</p> }.into_any());
    }
    let mut rows = Vec::new();
    for job in found {
        let what = what(request, &job).await?;
        let again = format!("Try again: {what}");
        let give_up = format!("Give up: {what}");
        let (id, error) = (job.id.to_string(), job.error.unwrap_or_default());
        let at = request.clock(job.failed_at.unwrap_or_default());
        rows.push(view! {
            <tr><td>{what}</td><td>{at}</td><td>{error}</td><td class="row">
                <button class="button button--small" type="submit" name="again" value=id.clone() aria-label=again>"Try again"</button>
                <button class="button button--small" type="submit" name="give_up" value=id aria-label=give_up data-confirm="It is not done then. Go on?">"Give up"</button>
            </td></tr>
        });
    }
    Ok(view! {
        <form class="card" method="post" action="/about/jobs">
            <h2>"What failed"</h2>
            <p>"The shop tried these several times. When what was wrong is mended, let it try again."</p>
            <div class="scroll" tabindex="0"><table>
                <thead><tr><th>"What"</th><th>{request.by_clock("Given up")}</th><th>"Why"</th><td></td></tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
            <button class="button" type="submit" name="again" value="all">"Try all again"</button>
        </form>
    }
    .into_any())
}

/// What `job` was to do, in words.
async fn what(request: &AdminRequest, job: &Job) -> Result<String, AppError> {
    let known = match job.kind.as_str() {
        mail::KIND => {
            let id = job.body.parse::<i64>().unwrap_or_default();
            let email = mail::entity::Entity::find_by_id(id);
            let email = email.one(&request.state.shop.db.read).await?;
            // What holds a code concerns its reader alone.
            return Ok(match email.filter(|email| !email.is_secret) {
                Some(email) => format!("E-mail to {}: {}", email.recipient, email.subject),
                None => "An e-mail".to_owned(),
            });
        }
        backups::KIND => "The daily backup",
        "picture" => "Fetching a picture of a product",
        "renew subscriptions" => "Orders of subscriptions",
        "back in stock" => "Telling whom something is back for",
        other => other,
    };
    Ok(known.to_owned())
}

/// `POST /about/jobs`.
async fn post_jobs(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let (is_again, chosen) = match (typed.find("again"), typed.find("give_up")) {
        (Some(chosen), None) => (true, chosen.to_owned()),
        (None, Some(chosen)) => (false, chosen.to_owned()),
        _ => return Err(AppError::BadRequest),
    };
    let which = match (chosen.as_str(), chosen.parse()) {
        ("all", _) if is_again => JobSelection::Failed(None),
        (_, Ok(number)) => JobSelection::Numbers(vec![number]),
        _ => return Err(AppError::BadRequest),
    };
    let (verb, said) = match is_again {
        true => ("job.retry", AdminFlash::JobsAgain),
        false => ("job.cancel", AdminFlash::JobsGivenUp),
    };
    let target = match chosen.as_str() {
        "all" => "everything that failed".to_owned(),
        number => format!("job {number}"),
    };
    let change = || async {
        let (tx, now) = (request.state.shop.db.begin().await?, date::now());
        let count = match is_again {
            true => jobs::retry(&tx, which.clone(), now).await?,
            false => jobs::cancel(&tx, which.clone(), now).await?,
        };
        if count > 0 {
            audit::record(&tx, &request.actor(), Entry::of(verb, &target), now).await?;
        }
        tx.commit().await?;
        Ok(count)
    };
    Ok(match retried(change).await? {
        0 => redirect_with_flash("/about", AdminFlash::NoJobs),
        _ => redirect_with_flash("/about", said),
    })
}
