//! Every kind of job, and the worker that does them.

use crate::{
    account::{
        email_proof, limits, personal_data, register::registration, sessions::store as session,
        single_sign_on::replay, staff_access::token,
    },
    admin::{push, staff},
    app::backup::Nightly,
    base::{
        date::{self, DAY, HOUR},
        error::AppError,
    },
    cart,
    catalog::{self, schedule::Schedules},
    contact,
    content::version,
    favourites,
    import::{ImportTasks, LatePictures},
    order::{
        abandoned_carts::{self, RemindOfCarts},
        anonymise, payment,
        sales::CountSales,
    },
    platform::{
        cookies::CART_DAYS,
        jobs::{self, Job, Setback, Work, Worker},
        mail,
        tasks::{self, Uploads},
    },
    request::state::AppState,
    subscription,
};
use async_trait::async_trait;
use futures::{FutureExt, future::BoxFuture};
use std::sync::Arc;

/// Days that a cart without an e-mail address is kept untouched.
const NAMELESS_CART_DAYS: i64 = 14;

/// Days that an e-mail which was sent is kept: who asks what they were told asks within a year.
const EMAIL_DAYS: i64 = 365;
/// Days after which an e-mail that is to be forgotten is, even if it could not be sent.
const SECRET_DAYS: i64 = 14;

/// A worker for pictures, and for browsers of the staff that are told of something. It may wait long for other people's
/// servers, and no e-mail waits behind it.
pub fn picture_worker(state: &AppState) -> Worker {
    let services = state.services();
    let works: Vec<Box<dyn Work>> = vec![
        Box::new(LatePictures(services.clone())),
        Box::new(push::Push(state.clone())),
    ];
    Worker::new(services.db.clone(), works, Arc::new(date::now))
}

/// A worker for tasks of staff. They may take hours, and nothing else waits behind them.
pub fn task_worker(state: &AppState) -> Worker {
    let (services, shop) = (state.services(), state.clone());
    let imports = ImportTasks::new(move || shop.current().services());
    let shop = state.clone();
    let bulk = catalog::bulk::BulkTasks::new(move || shop.current().services());
    Worker::new(
        services.db.clone(),
        vec![Box::new(imports), Box::new(bulk)],
        Arc::new(date::now),
    )
}

/// A worker for every other kind of job of the shop.
pub fn worker(state: &AppState) -> Worker {
    let services = state.services();
    let mut works: Vec<Box<dyn Work>> = vec![
        Box::new(mail::Delivery(services.clone())),
        Box::new(mail::Adoption(services.db.clone())),
        Box::new(payment::WebhookReceived(state.clone())),
        Box::new(payment::NotifyOfFailure(state.clone())),
        Box::new(payment::report::Compare(state.clone())),
        Box::new(payment::repayments::GiveBack(state.clone())),
        Box::new(payment::Sweep(state.clone())),
        Box::new(subscription::BeginSubscriptions(state.clone())),
        Box::new(subscription::Renewals(state.clone())),
        sweep(state, "purge sessions", HOUR, |state, now| {
            async move { session::purge(&state.db, &state.config, now).await }.boxed()
        }),
        sweep(state, "purge staff sessions", HOUR, |state, now| {
            async move {
                let links = staff::link::purge(&state.db.write, now).await?;
                let devices = staff::device::DEVICES.purge(&state.db.write, now).await?;
                token::purge(&state.db.write, now).await?;
                Ok(links + devices + staff::session::purge(&state.db.write, now).await?)
            }
            .boxed()
        }),
        sweep(state, "purge carts", HOUR, |state, now| {
            // A browser forgets its cart after as long; one that names nobody is worth less.
            let [before, nameless] = [CART_DAYS, NAMELESS_CART_DAYS].map(|days| now - DAY * days);
            async move { cart::store::purge(&state.db.write, before, nameless).await }.boxed()
        }),
        sweep(state, "purge favourites", HOUR, |state, now| {
            let before = now - DAY * CART_DAYS;
            async move { favourites::purge(&state.db.write, before).await }.boxed()
        }),
        Box::new(favourites::BackInStock(state.clone())),
        Box::new(RemindOfCarts(state.clone())),
        sweep(state, "purge reminders of carts", DAY, |state, now| {
            async move { abandoned_carts::purge(&state.db.write, now).await }.boxed()
        }),
        Box::new(catalog::low_stock::LowStock::new({
            let shop = state.clone();
            move || shop.current().services()
        })),
        Box::new(Schedules(services.db.clone())),
        Box::new(CountSales(state.clone())),
        Box::new(push::NotifyStaff(state.clone())),
        sweep(state, "purge registrations", HOUR, |state, now| {
            async move { registration::purge(&state.db.write, now).await }.boxed()
        }),
        sweep(state, "purge proofs", HOUR, |state, now| {
            async move { email_proof::purge(&state.db.write, now).await }.boxed()
        }),
        sweep(state, "delete accounts", HOUR, |state, now| {
            async move { personal_data::erase_due(&state.accounts, now).await }.boxed()
        }),
        sweep(state, "anonymise orders", HOUR, |state, now| {
            async move { anonymise::sweep(&state.db, state.config.keep_orders_years, now).await }
                .boxed()
        }),
        sweep(state, "purge used sign-ons", HOUR, |state, now| {
            async move { replay::purge(&state.db.write, now).await }.boxed()
        }),
        sweep(state, "purge attempts", HOUR, |state, now| {
            async move { limits::purge(&state.db.write, &state.config, now).await }.boxed()
        }),
        sweep(state, "purge questions", DAY, |state, now| {
            async move { contact::store::purge(&state.db.write, now).await }.boxed()
        }),
        sweep(state, "purge catalogue changes", HOUR, |state, now| {
            async move { version::purge(&state.db.write, now).await }.boxed()
        }),
        sweep(state, "purge e-mails", DAY, |state, now| {
            let [before, secrets] = [EMAIL_DAYS, SECRET_DAYS].map(|days| now - DAY * days);
            async move { mail::purge(&state.db.write, before, secrets).await }.boxed()
        }),
        sweep(state, "clear up tasks", HOUR, |state, now| {
            let uploads = Uploads::next_to(&state.files);
            async move { tasks::clear_up(&state.db.write, &uploads, now).await }.boxed()
        }),
        sweep(state, "purge changes of many", DAY, |state, now| {
            async move { catalog::bulk::record::purge(&state.db.write, now).await }.boxed()
        }),
        sweep(state, "purge jobs", DAY, |state, now| {
            async move { jobs::purge(&state.db.write, now).await }.boxed()
        }),
    ];
    if !state.config.backup_directory.is_empty() {
        works.push(Box::new(Nightly(state.clone())));
    }
    Worker::new(services.db.clone(), works, Arc::new(date::now))
}

type Sweeping = for<'a> fn(&'a AppState, i64) -> BoxFuture<'a, Result<u64, AppError>>;

/// Deletes what is over, now and then.
struct Sweep {
    state: AppState,
    kind: &'static str,
    every: i64,
    sweep: Sweeping,
}

fn sweep(state: &AppState, kind: &'static str, every: i64, sweep: Sweeping) -> Box<dyn Work> {
    Box::new(Sweep {
        state: state.clone(),
        kind,
        every,
        sweep,
    })
}

#[async_trait]
impl Work for Sweep {
    fn kind(&self) -> &'static str {
        self.kind
    }

    fn every(&self) -> Option<i64> {
        Some(self.every)
    }

    /// The next one does what this one could not.
    fn tried_for(&self) -> i64 {
        0
    }

    async fn run(&self, _: &Job) -> Result<(), Setback> {
        let count = (self.sweep)(&self.state.current(), date::now()).await?;
        tracing::debug!(count, kind = self.kind, "swept");
        Ok(())
    }
}
