//! Workers die in the middle of jobs, at random: every job is done all the same, and letters go once.

use crate::{selling::merchant::program, support::Shop};
use async_trait::async_trait;
use awning::{
    base::error::AppError,
    platform::{
        db::Db,
        jobs::{self, Clock, Entity, Job, NewJob, Setback, Work, Worker},
        mail,
    },
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
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::Notify,
};

const START: i64 = 1_800_000_000;
const LEASE: i64 = 60;
/// Most times that workers are started anew.
const MOST_ROUNDS: usize = 200;

/// What becomes of a try.
#[derive(Clone, Copy, Debug)]
enum Fate {
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
struct World {
    time: AtomicI64,
    fates: Mutex<Vec<Fate>>,
    events: Mutex<BTreeMap<i64, Vec<Event>>>,
}

impl World {
    fn new(fates: Vec<Fate>) -> Arc<Self> {
        Arc::new(Self {
            time: AtomicI64::new(START),
            fates: Mutex::new(fates),
            events: Mutex::default(),
        })
    }

    fn clock(self: &Arc<Self>) -> Clock {
        let world = Arc::clone(self);
        Arc::new(move || world.time.load(Ordering::Relaxed))
    }

    fn pass(&self, seconds: i64) {
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
                assert!(rounds < MOST_ROUNDS, "it ends");
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

/// When the shop that sends an e-mail dies.
#[derive(Clone, Copy, Debug)]
enum Death {
    BeforeItIsTaken,
    Unanswered,
    Never,
}

/// A mail server in front of which senders die; the Message-IDs it took, with those of e-mails it took before.
async fn take_in(
    stream: TcpStream,
    death: Death,
    died: &Notify,
    taken: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 shop.test ESMTP\r\n").await?;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let answer: &[u8] = match line.get(..4).unwrap_or_default() {
            "EHLO" => b"250-shop.test\r\n250 8BITMIME\r\n",
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                let mut letter = String::new();
                while !letter.ends_with("\r\n.\r\n") && stream.read_line(&mut letter).await? > 0 {}
                if !matches!(death, Death::BeforeItIsTaken) {
                    let id = letter.lines().find(|line| line.starts_with("Message-ID:"));
                    let id = id.expect("it has one").to_owned();
                    taken.lock().expect("no panic").push(id);
                }
                if !matches!(death, Death::Never) {
                    died.notify_one();
                    return Ok(());
                }
                b"250 taken\r\n"
            }
            "QUIT" => return stream.write_all(b"221 bye\r\n").await,
            _ => b"250 well\r\n",
        };
        stream.write_all(answer).await?;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_comes_again_only_as_the_same_letter() {
    const LETTERS: usize = 8;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let shop = Shop::with(|config| config.mail = format!("smtp://127.0.0.1:{port}")).await;
    let (taken, died) = (Arc::new(Mutex::default()), Arc::new(Notify::new()));
    let (taken_in, dying) = (Arc::clone(&taken), Arc::clone(&died));
    let server = tokio::spawn(async move {
        let deaths = [
            Death::Unanswered,
            Death::Never,
            Death::BeforeItIsTaken,
            Death::Never,
        ];
        for death in deaths
            .into_iter()
            .cycle()
            .take(16)
            .chain(std::iter::repeat(Death::Never))
        {
            let (stream, _) = listener.accept().await?;
            let (taken, died) = (Arc::clone(&taken_in), Arc::clone(&dying));
            tokio::spawn(async move { take_in(stream, death, &died, &taken).await });
        }
        Ok::<_, std::io::Error>(())
    });
    for number in 0..LETTERS {
        let to = format!("reader-{number}@example.com");
        let letter = mail::Email::note("News".to_owned(), &["All is well."]).expect("a letter");
        let posting = mail::Posting::to(&to, START);
        mail::enqueue(&shop.db.write, posting, letter)
            .await
            .expect("posted");
    }
    let world = World::new(Vec::new());
    let mut deaths = 0;
    while shop
        .count("SELECT count(*) FROM letters WHERE sent_at IS NULL")
        .await
        > 0
    {
        // Whoever comes after a death knows nothing of what went.
        let state = awning::app::open(shop.config.clone(), shop.db.clone()).await;
        let delivery = mail::Delivery(state.expect("a shop").services());
        let worker = Worker::new(shop.db.clone(), vec![Box::new(delivery)], world.clock());
        tokio::select! {
            tries = worker.work_off() => drop(tries.expect("the database works")),
            () = died.notified() => deaths += 1,
        }
        world.pass(3_600);
        assert!(deaths < MOST_ROUNDS, "it ends");
    }
    server.abort();
    let taken: Vec<String> = taken.lock().expect("no panic").clone();
    let distinct: std::collections::BTreeSet<&String> = taken.iter().collect();
    assert!(deaths > 0, "somebody died");
    assert_eq!(distinct.len(), LETTERS, "a letter each: {taken:?}");
    assert!(taken.len() > LETTERS, "some came again: {taken:?}");
}

/// What a version before jobs kept, or keeps beside this one, is sent.
#[tokio::test]
async fn letters_of_a_version_before_get_their_jobs() -> Result<(), AppError> {
    let shop = Shop::open().await;
    let letter = mail::Email::note("News".to_owned(), &["All is well."]).expect("a letter");
    let now = awning::base::date::now();
    let posting = mail::Posting::to("ada@example.com", now);
    mail::enqueue(&shop.db.write, posting, letter).await?;
    shop.execute("DELETE FROM jobs").await;
    let worker = awning::app::jobs::worker(&shop.state);
    worker.keep_periodic().await?;
    worker.work_off().await?;
    let sent = "SELECT count(*) FROM letters WHERE sent_at IS NOT NULL";
    assert_eq!(shop.count(sent).await, 1);
    Ok(())
}
