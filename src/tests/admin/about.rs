//! What the shop runs on, its backups, and what failed.

use super::support::Office;
use awning::{
    admin::staff::role::Role,
    base::date::{self, DAY},
    platform::config::SettingSources,
};

async fn fail(office: &Office, kind: &str, body: &str) -> i64 {
    let now = date::now();
    let add = format!(
        "INSERT INTO jobs (kind, body, created_at, due_at, attempts, leased_until, leased_by, failed_at, error) \
         VALUES ('{kind}', '{body}', {now}, {now}, 5, 0, '', {now}, 'the disk is full')"
    );
    office.shop.execute(&add).await;
    office.shop.count("SELECT MAX(id) FROM jobs").await
}

#[tokio::test]
async fn what_failed_is_tried_again_or_given_up() {
    let office = Office::open().await;
    let mut manager = office.signed_in(Role::Manager).await;
    let page = manager.get("/about").await.body;
    assert!(
        page.contains("Nothing.") && page.contains("Shape of the database</dt><dd>m00"),
        "{page}"
    );
    office
        .shop
        .execute("INSERT INTO letters (id, recipient, subject, text, html, created_at, attempts, due_at, is_secret) VALUES (7, 'ada@example.com', 'Your <order>', '', '', 1, 0, 1, FALSE)")
        .await;
    let email = fail(&office, "email", "7").await;
    let backup = fail(&office, "backup", "").await;
    let today = manager.get("/").await.body;
    assert!(
        today.contains("Something that the shop was to do failed"),
        "{today}"
    );
    let page = manager.get("/about").await.body;
    for told in [
        "E-mail to ada@example.com: Your &lt;order&gt;",
        "The daily backup",
        "the disk is full",
    ] {
        assert!(page.contains(told), "{told} in {page}");
    }
    let open = "SELECT COUNT(*) FROM jobs WHERE done_at IS NULL AND failed_at IS NULL";
    let again = manager
        .send_form("/about/jobs", &[("again", &email.to_string())])
        .await;
    assert_eq!(again.header("location"), "/about?said=jobs-again");
    assert_eq!(office.shop.count(open).await, 1);
    let up = [("give_up", &*backup.to_string())];
    assert_eq!(
        manager
            .send_form("/about/jobs", &up)
            .await
            .header("location"),
        "/about?said=jobs-given-up"
    );
    assert_eq!(
        manager
            .send_form("/about/jobs", &up)
            .await
            .header("location"),
        "/about?said=no-jobs"
    );
    fail(&office, "picture", "1").await;
    let all = manager.send_form("/about/jobs", &[("again", "all")]).await;
    assert_eq!(all.header("location"), "/about?said=jobs-again");
    assert_eq!(office.shop.count(open).await, 2);
    let log = manager.get("/audit").await.body;
    assert!(log.contains(&format!("gave up job {backup}")), "{log}");
    for odd in [("again", "x"), ("give_up", "all"), ("x", "1")] {
        assert_eq!(manager.send_form("/about/jobs", &[odd]).await.status, 400);
    }
    let mut packer = office.signed_in(Role::Packer).await;
    assert!(!packer.get("/about").await.body.contains("What failed"));
}

#[tokio::test]
async fn whoever_runs_the_shop_is_warned_of_backups_that_are_missing_or_old() {
    let office = Office::open().await;
    let mut manager = office.signed_in(Role::Manager).await;
    assert!(manager.get("/").await.body.contains("No backups are made"));
    let mut packer = office.signed_in(Role::Packer).await;
    assert!(!packer.get("/").await.body.contains("backups"));

    let folder = tempfile::tempdir().expect("a directory");
    let directory = folder.path().display().to_string();
    let office = Office::with(
        |config| config.backup_directory = directory,
        SettingSources::default(),
    )
    .await;
    let mut manager = office.signed_in(Role::Manager).await;
    assert!(
        manager
            .get("/")
            .await
            .body
            .contains("There is no backup yet")
    );
    let done = date::now() - 5 * DAY;
    office
        .shop
        .execute(&format!(
            "INSERT INTO jobs (kind, body, created_at, due_at, attempts, leased_until, leased_by, done_at) VALUES ('backup', '', 1, 1, 1, 0, '', {done})"
        ))
        .await;
    assert!(
        manager
            .get("/")
            .await
            .body
            .contains("The last backup is 5 days old")
    );
    let day = date::day(date::now());
    std::fs::write(folder.path().join(format!("awning-{day}.db")), "").expect("written");
    assert!(!manager.get("/").await.body.contains("backup"));
    let about = manager.get("/about").await.body;
    let there = office.shop.config.time_zone.day(date::now());
    assert!(about.contains(&format!("The last on {there}")), "{about}");
}
