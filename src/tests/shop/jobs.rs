//! Workers die in the middle of jobs, at random: every job is done all the same, and e-mails go once.

use crate::{order::command_line::program, support::Shop};
use async_trait::async_trait;
use awning::platform::{
    db::Db,
    jobs::{self, Clock, Entity, Job, NewJob, Setback, Work, Worker},
};
use proptest::prelude::*;
use sea_orm::EntityTrait;
use std::{
    collections::BTreeMap,
    future::pending,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
};
use tokio::sync::Notify;

pub const START: i64 = 1_800_000_000;
const LEASE: i64 = 60;
/// Most times that workers are started anew.
pub const MAX_ROUNDS: usize = 200;

/// What becomes of a try.
#[derive(Clone, Copy, Debug)]
pub enum Fate {
    Does,
    Fails,
    Panics,
    DiesBefore,
    DiesAfter,
}

fn fate() -> impl Strategy<Value = Fate> {
    use Fate::{DiesAfter, DiesBefore, Does, Fails, Panics};
    prop::sample::select(vec![Does, Fails, Panics, DiesBefore, DiesAfter])
}

/// What happened to a job.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Event {
    Begun(i64),
    Ended,
    Effect,
}

/// What workers share: the time, what is to happen, and what did.
#[derive(Default)]
pub struct World {
    time: AtomicI64,
    fates: Mutex<Vec<Fate>>,
    events: Mutex<BTreeMap<i64, Vec<Event>>>,
}

impl World {
    pub fn new(fates: Vec<Fate>) -> Arc<Self> {
        Arc::new(Self {
            time: AtomicI64::new(START),
            fates: Mutex::new(fates),
            events: Mutex::default(),
        })
    }

    pub fn clock(self: &Arc<Self>) -> Clock {
        let world = Arc::clone(self);
        Arc::new(move || world.time.load(Ordering::Relaxed))
    }

    pub fn pass(&self, seconds: i64) {
        self.time.fetch_add(seconds, Ordering::Relaxed);
    }

    fn note(&self, job: &Job, event: Event) {
        let mut events = self.events.lock().expect("no panic");
        events.entry(job.id).or_default().push(event);
    }
}

/// Work whose end is fate.
struct Chancy {
    world: Arc<World>,
    died: Arc<Notify>,
}

#[async_trait]
impl Work for Chancy {
    fn kind(&self) -> &'static str {
        "chancy"
    }

    async fn run(&self, job: &Job) -> Result<(), Setback> {
        let now = self.world.time.load(Ordering::Relaxed);
        self.world.note(job, Event::Begun(now));
        let fate = self.world.fates.lock().expect("no panic").pop();
        match fate.unwrap_or(Fate::Does) {
            Fate::Does => self.world.note(job, Event::Effect),
            Fate::Fails => {
                self.world.note(job, Event::Ended);
                return Err(Setback::for_now("bad luck"));
            }
            Fate::Panics => {
                self.world.note(job, Event::Ended);
                panic!("as it was to be");
            }
            dies => {
                if matches!(dies, Fate::DiesAfter) {
                    self.world.note(job, Event::Effect);
                }
                self.died.notify_one();
                pending::<()>().await;
            }
        }
        self.world.note(job, Event::Ended);
        Ok(())
    }
}

/// Works until nothing is due, or until fate ends the worker in the middle of it.
async fn works_until_it_dies(db: &Db, world: &Arc<World>) {
    let died = Arc::new(Notify::new());
    let chancy = Chancy {
        world: Arc::clone(world),
        died: Arc::clone(&died),
    };
    let worker = Worker::new(db.clone(), vec![Box::new(chancy)], world.clock());
    tokio::select! {
        tries = worker.work_off() => drop(tries.expect("the database works")),
        () = died.notified() => {}
    }
}

async fn keep(db: &Db, kind: &str, key: Option<&str>) -> bool {
    let job = NewJob {
        kind,
        key: key.map(str::to_owned),
        body: String::new(),
        now: START,
        due: START,
    };
    jobs::enqueue(&db.write, job).await.expect("kept")
}

async fn all(shop: &Shop) -> Vec<Job> {
    Entity::find().all(&shop.db.read).await.expect("jobs")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn every_job_is_done_whoever_dies(count in 1..9_usize, fates in prop::collection::vec(fate(), 0..24)) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        runtime.expect("a runtime").block_on(async {
            let (shop, world) = (Shop::open().await, World::new(fates));
            for _ in 0..count {
                keep(&shop.db, "chancy", None).await;
            }
            let mut rounds = 0;
            while all(&shop).await.iter().any(|job| job.done_at.is_none()) {
                let worker = || works_until_it_dies(&shop.db, &world);
                tokio::join!(worker(), worker());
                // Just as long as a lease, and as the longest pause.
                world.pass(if rounds % 2 == 0 { LEASE } else { 3_600 });
                rounds += 1;
                assert!(rounds < MAX_ROUNDS, "it ends");
            }
            let events = world.events.lock().expect("no panic");
            assert_eq!(events.len(), count);
            for (job, events) in &*events {
                assert!(events.contains(&Event::Effect), "{job} was never done: {events:?}");
                assert!(keeps_leases(events), "{job} was taken from somebody: {events:?}");
            }
        });
    }
}

/// Whether each try began when the one before had ended, or its lease had.
fn keeps_leases(events: &[Event]) -> bool {
    let mut held_until = i64::MIN;
    events.iter().all(|event| match event {
        Event::Begun(now) => *now >= std::mem::replace(&mut held_until, now + LEASE),
        Event::Ended => {
            held_until = i64::MIN;
            true
        }
        Event::Effect => true,
    })
}

#[tokio::test]
async fn a_lease_is_renewed_given_back_or_runs_out() {
    let (shop, world) = (Shop::open().await, World::new(vec![Fate::DiesBefore]));
    keep(&shop.db, "chancy", None).await;
    let died = Arc::new(Notify::new());
    let chancy = || -> Vec<Box<dyn Work>> {
        vec![Box::new(Chancy {
            world: Arc::clone(&world),
            died: Arc::clone(&died),
        })]
    };
    let [first, second] = [(); 2].map(|()| Worker::new(shop.db.clone(), chancy(), world.clock()));
    tokio::select! {
        _ = first.work_off() => panic!("it hangs"),
        () = died.notified() => {}
    }
    world.pass(LEASE - 1);
    first.renew().await.expect("renewed");
    world.pass(LEASE - 1);
    assert_eq!(second.work_off().await, Ok(0), "the first one has it");
    assert_eq!(first.release().await, Ok(1));
    assert_eq!(second.work_off().await, Ok(1));
    assert_eq!(all(&shop).await[0].attempts, 2);
}

/// Work that comes by itself each hour.
struct Hourly;

#[async_trait]
impl Work for Hourly {
    fn kind(&self) -> &'static str {
        "hourly"
    }

    fn every(&self) -> Option<i64> {
        Some(3_600)
    }

    async fn run(&self, _: &Job) -> Result<(), Setback> {
        Ok(())
    }
}

#[tokio::test]
async fn what_comes_by_itself_is_done_once_by_all_instances_together() {
    let (shop, world) = (Shop::open().await, World::new(Vec::new()));
    let hourly = || Worker::new(shop.db.clone(), vec![Box::new(Hourly)], world.clock());
    let workers = [hourly(), hourly(), hourly()];
    let mut tries = Vec::new();
    for hours in [0, 0, 1] {
        world.pass(3_600 * hours);
        for worker in &workers {
            worker.keep_periodic().await.expect("kept");
            tries.push(worker.work_off().await.expect("worked"));
        }
    }
    assert_eq!(tries, [1, 0, 0, 0, 0, 0, 1, 0, 0]);
}

#[tokio::test]
async fn a_key_stands_for_one_job_and_what_failed_is_the_merchants_to_decide() {
    let shop = Shop::open().await;
    assert!(keep(&shop.db, "unknown", Some("one")).await);
    assert!(!keep(&shop.db, "unknown", Some("one")).await);
    assert!(keep(&shop.db, "unknown", None).await);
    shop.execute(
        "UPDATE jobs SET failed_at = 1, attempts = 7, error = 'no \u{1b} luck' WHERE key = 'one'",
    )
    .await;
    let said = |arguments: &[&str]| {
        let output = program(&shop, &[&["jobs"], arguments].concat());
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).expect("text")
    };
    let listed = said(&["list"]);
    assert_eq!(listed.lines().count(), 2, "{listed}");
    let failed = said(&["list", "--failed"]);
    assert_eq!(failed.lines().count(), 1);
    assert!(
        failed.contains("failed after 7 tries: no \u{fffd} luck"),
        "{failed}"
    );
    let number = failed.split('\t').next().expect("a number");
    assert!(said(&["retry", "--failed"]).starts_with("1 jobs"));
    assert_eq!(said(&["list", "--failed"]), "\n");
    assert!(said(&["cancel", number]).starts_with("1 jobs"));
    assert!(said(&["cancel", number]).starts_with("0 jobs"));
    assert!(said(&["list"]).contains("cancelled"));
    assert!(said(&["retry", number]).starts_with("1 jobs"));
    assert!(!said(&["list"]).contains("cancelled"));
    assert!(
        !program(&shop, &["jobs", "retry"]).status.success(),
        "which?"
    );
}
