//! Imports that are called off, or whose process ends, in the middle.

use super::{HEAD, checked, press, shown, task, uploads, work_off};
use crate::{admin::support::Office, catalog::support::fixture};
use awning::{
    admin::staff::role::Role,
    app::jobs::task_worker,
    import::progress,
    platform::{
        config::SettingSources,
        tasks::{State, Task},
    },
};
use axum::{Router, routing::get};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use tokio::sync::Notify;

/// Products of the file; the one before the last has a picture on a site that answers or does not.
const PRODUCTS: usize = 600;

/// A site whose picture comes at once, or never.
struct Site {
    address: String,
    stalls: Arc<AtomicBool>,
    /// Told when it is asked, and lets it wait.
    asked: Arc<Notify>,
}

impl Site {
    async fn open() -> Self {
        let (stalls, asked) = (Arc::new(AtomicBool::new(false)), Arc::new(Notify::new()));
        let file = std::fs::read(fixture("mug.png")).expect("a picture");
        let (stalling, told) = (Arc::clone(&stalls), Arc::clone(&asked));
        let picture = move || {
            let (file, is_stalled) = (file.clone(), stalling.load(Ordering::Relaxed));
            if is_stalled {
                told.notify_one();
            }
            async move {
                match is_stalled {
                    true => std::future::pending().await,
                    false => file,
                }
            }
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.expect("a port");
        let address = listener.local_addr().expect("an address");
        let site = Router::new().route("/mug.png", get(picture));
        tokio::spawn(async move { axum::serve(listener, site).await });
        Self {
            address: format!("http://{address}"),
            stalls,
            asked,
        }
    }

    /// The file, whose products there are five of each. With another `query`, the picture is another one to fetch.
    fn file(&self, query: &str) -> String {
        let row = |number: usize| {
            let picture = match number == PRODUCTS - 2 {
                true => format!("{}/mug.png?{query}", self.address),
                false => String::new(),
            };
            format!("thing-{number},Thing {number},5,shopify,5,{picture}\n")
        };
        let rows: String = (0..PRODUCTS).map(row).collect();
        format!("{HEAD}{rows}not,,5,,,\n")
    }
}

async fn office() -> Office {
    Office::with(
        |config| config.import_from_private_networks = true,
        SettingSources::default(),
    )
    .await
}

/// How many products are written: some, not all, and as many as the row of the task says.
async fn written(office: &Office, id: i64) -> i64 {
    let products = office.shop.count("SELECT COUNT(*) FROM products").await;
    let noted = progress(&task(office, id).await).created;
    assert_eq!(i64::try_from(noted), Ok(products));
    assert!((1..600).contains(&products), "{products}");
    products
}

/// Begins to do what is due, and leaves it in the middle; what stands in the row then.
async fn left_in_the_middle(office: &Office, site: &Site, id: i64) -> Task {
    site.stalls.store(true, Ordering::Relaxed);
    let worker = task_worker(&office.shop.state);
    tokio::select! {
        _ = worker.work_off() => panic!("the picture never comes"),
        () = site.asked.notified() => {}
    }
    let task = task(office, id).await;
    // As a process does that ends; one that is killed leaves the job until its lease is over.
    worker.release().await.expect("given back");
    site.stalls.store(false, Ordering::Relaxed);
    task
}

#[tokio::test]
async fn called_off_in_the_middle_what_is_written_stays() {
    let (office, site) = (office().await, Site::open().await);
    let mut owner = office.signed_in(Role::Owner).await;
    let id = checked(&office, &mut owner, &site.file("a"), "changed").await;
    press(&mut owner, "/import/go-on", id).await;
    site.stalls.store(true, Ordering::Relaxed);
    let worker = task_worker(&office.shop.state);
    let calling_off = async {
        site.asked.notified().await;
        let page = shown(&mut owner, id).await;
        assert!(page.contains("<h1>Being imported</h1>"), "{page}");
        assert!(page.contains("What is written by then stays"), "{page}");
        let answer = press(&mut owner, "/import/cancel", id).await;
        assert!(answer.header("location").ends_with("said=stopping"));
    };
    let (worked, ()) = tokio::join!(worker.work_off(), calling_off);
    assert_eq!(worked, Ok(1), "it ends by itself");
    let written = written(&office, id).await;
    let page = shown(&mut owner, id).await;
    assert!(page.contains("<h1>Called off</h1>"), "{page}");
    assert!(
        page.contains(&format!("<strong>{written}</strong><span>new")),
        "{page}"
    );
    assert!(page.contains("What was written before stays"), "{page}");
    assert_eq!(uploads(&office), 0);
    // The same file brings the rest.
    site.stalls.store(false, Ordering::Relaxed);
    let id = checked(&office, &mut owner, &site.file("a"), "changed").await;
    let page = shown(&mut owner, id).await;
    let rest = format!("<strong>{}</strong><span>new", 600 - written);
    assert!(page.contains(&rest), "{page}");
    let before = format!("<strong>{written}</strong><span>as they were");
    assert!(page.contains(&before), "{page}");
}

#[tokio::test]
async fn a_process_that_ends_in_the_middle_leaves_it_to_the_next_and_nothing_is_done_twice() {
    let (office, site) = (office().await, Site::open().await);
    let mut owner = office.signed_in(Role::Owner).await;
    let first = checked(&office, &mut owner, &site.file("a"), "changed").await;
    press(&mut owner, "/import/go-on", first).await;
    work_off(&office).await;
    let left = "SELECT SUM(stock) FROM products";
    assert_eq!(office.shop.count(left).await, 3_000);

    // What comes on top is where doing it twice would show.
    let id = super::task_of(
        &super::send(&mut owner, "more.csv", site.file("b").as_bytes(), "add").await,
    );
    let cut = left_in_the_middle(&office, &site, id).await;
    assert_eq!((cut.state, cut.step.as_str()), (State::Running, "check"));
    work_off(&office).await;
    let page = shown(&mut owner, id).await;
    assert!(page.contains("<strong>600</strong><span>changed"), "{page}");
    assert!(page.contains("<strong>1</strong><span>refused"), "{page}");
    assert_eq!(office.shop.count(left).await, 3_000, "a check");
    press(&mut owner, "/import/go-on", id).await;
    for _ in 0..2 {
        let cut = left_in_the_middle(&office, &site, id).await;
        assert_eq!((cut.state, cut.step.as_str()), (State::Running, "write"));
        let came = i64::try_from(progress(&cut).records).expect("few");
        assert!((1..600).contains(&came), "{came}");
        assert_eq!(office.shop.count(left).await, 3_000 + 5 * came, "each once");
    }
    work_off(&office).await;
    assert_eq!(task(&office, id).await.state, State::Done);
    assert_eq!(office.shop.count(left).await, 6_000);
    let page = shown(&mut owner, id).await;
    assert!(page.contains("<strong>600</strong><span>changed"), "{page}");
    assert!(page.contains("<strong>1</strong><span>refused"), "{page}");
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM audit WHERE verb = 'import.done'")
            .await,
        2
    );
}

#[tokio::test]
async fn called_off_while_nobody_is_at_it_it_ends_with_the_next_try() {
    let (office, site) = (office().await, Site::open().await);
    let mut owner = office.signed_in(Role::Owner).await;
    let id = checked(&office, &mut owner, &site.file("a"), "changed").await;
    press(&mut owner, "/import/go-on", id).await;
    left_in_the_middle(&office, &site, id).await;
    let page = owner.get(&format!("/import/progress?id={id}")).await.body;
    assert!(page.contains("\"over\":false"), "{page}");
    press(&mut owner, "/import/cancel", id).await;
    assert_eq!(task(&office, id).await.state, State::Running);
    work_off(&office).await;
    assert_eq!(task(&office, id).await.state, State::Cancelled);
    written(&office, id).await;
    let page = owner.get(&format!("/import/progress?id={id}")).await.body;
    assert!(page.contains("\"over\":true"), "{page}");
}

#[tokio::test]
async fn an_instance_that_does_not_see_the_file_leaves_it_to_another() {
    let office = office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let file = format!("{HEAD}mug,Mug,5,,,\n");
    let id = super::task_of(&super::send(&mut owner, "products.csv", file.as_bytes(), "set").await);
    let name = task(&office, id).await.file.expect("a file");
    let uploads = awning::platform::tasks::Uploads::next_to(&office.shop.state.files);
    let elsewhere = uploads.path("elsewhere");
    std::fs::rename(uploads.path(&name), &elsewhere).expect("moved");
    work_off(&office).await;
    let page = shown(&mut owner, id).await;
    assert!(page.contains("The file is not on this machine"), "{page}");
    std::fs::rename(&elsewhere, uploads.path(&name)).expect("moved back");
    office
        .shop
        .execute("UPDATE jobs SET due_at = 0 WHERE kind = 'import'")
        .await;
    work_off(&office).await;
    let page = shown(&mut owner, id).await;
    assert!(page.contains("<strong>1</strong><span>new"), "{page}");
    assert!(!page.contains("not on this machine"), "{page}");
}
