//! From a file to a shop, and back.

use super::{HEAD, checked, press, send, shown, task, task_of, uploads, work_off};
use crate::{
    admin::support::{Office, fields, pairs},
    catalog::support::fixture,
};
use awning::{
    admin::staff::role::Role,
    base::date::{DAY, now},
    import::export,
    platform::tasks::{self, State, Uploads},
};

const MUG: &str = "mug,Blue Mug,24.50,shopify,7,\n";

#[tokio::test]
async fn a_file_is_checked_and_written_once_somebody_says_so() {
    let office = Office::open().await;
    let mut editor = office.signed_in(Role::Manager).await;
    let start = editor.get("/import").await.body;
    assert_eq!(
        pairs(&fields(&start, "/import")),
        [("stock", "changed")],
        "and a file"
    );
    let file = format!("{HEAD}{MUG}jug,Jug,cheap,,,\n=cup,,5,,,\n");
    let sent = send(&mut editor, "C:\\my\\products.csv", file.as_bytes(), "set").await;
    let id = task_of(&sent);
    let waits = shown(&mut editor, id).await;
    assert!(waits.contains("<h1>Being checked</h1>"), "{waits}");
    assert!(
        waits.contains("<noscript><meta http-equiv=\"refresh\""),
        "it looks again without scripts"
    );
    assert!(waits.contains("products.csv · ") && !waits.contains("my\\"));
    work_off(&office).await;
    let products = "SELECT COUNT(*) FROM products";
    assert_eq!(office.shop.count(products).await, 0, "nothing is written");
    let report = shown(&mut editor, id).await;
    assert!(!report.contains("http-equiv"), "it waits for somebody");
    for part in [
        "<strong>1</strong><span>new</span>",
        "<strong>2</strong><span>refused",
        "<td>3</td><td><strong>Variant Price</strong><br>cheap</td><td>expected a price such as 12.50",
        "<td>4</td><td><strong>Title</strong>",
    ] {
        assert!(report.contains(part), "{part} in {report}");
    }
    let csv = editor.get(&format!("/import/refused?id={id}")).await;
    assert_eq!(
        csv.header("content-disposition"),
        "attachment; filename=\"refused.csv\""
    );
    let lines: Vec<&str> = csv.body.lines().collect();
    assert_eq!((lines.len(), lines[0]), (3, "line,column,value,why"));
    assert!(lines[1].starts_with("3,Variant Price,cheap,"), "{lines:?}");

    for _ in 0..2 {
        let begun = press(&mut editor, "/import/go-on", id).await;
        assert_eq!(task_of(&begun), id, "twice is once");
    }
    work_off(&office).await;
    let done = shown(&mut editor, id).await;
    assert!(done.contains("<h1>Imported</h1>") && done.contains("<strong>1</strong><span>new"));
    assert!(
        done.contains("<br>cheap</td>"),
        "what was refused stays to be read"
    );
    assert_eq!(uploads(&office), 0, "the file is gone");
    office
        .shop
        .state
        .catalog
        .refresh(&office.shop.db)
        .await
        .expect("seen");
    let page = office.shop.browser().get("/search?keyword=mug").await.body;
    assert!(page.contains("Blue Mug"), "{page}");
    let verbs = "SELECT COUNT(*) FROM audit WHERE who = 'manager@shop.example' AND target = 'products.csv' AND verb IN \
        ('import.check', 'import.begin', 'import.done')";
    assert_eq!(office.shop.count(verbs).await, 3);
    let list = editor.get("/import").await.body;
    assert!(
        list.contains(">products.csv</a></td><td>Imported</td>"),
        "{list}"
    );
    // The same once more would change nothing, and there is no button for that.
    let again = checked(&office, &mut editor, &file, "changed").await;
    let report = shown(&mut editor, again).await;
    assert!(report.contains("would change anything"), "{report}");
    assert!(!report.contains("Import now"), "{report}");
}

#[tokio::test]
async fn whoever_calls_it_off_finds_nothing_written_and_no_file() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let file = format!("{HEAD}{MUG}");
    let sent = send(&mut owner, "products.csv", file.as_bytes(), "changed").await;
    let before = task_of(&sent);
    assert_eq!(
        task_of(&press(&mut owner, "/import/cancel", before).await),
        before
    );
    let after = checked(&office, &mut owner, &file, "changed").await;
    assert_eq!(uploads(&office), 1);
    press(&mut owner, "/import/cancel", after).await;
    work_off(&office).await;
    for id in [before, after] {
        let page = shown(&mut owner, id).await;
        assert!(page.contains("before anything was written"), "{page}");
        let late = press(&mut owner, "/import/cancel", id).await;
        assert!(late.header("location").ends_with("said=too-late"));
        press(&mut owner, "/import/go-on", id).await;
    }
    work_off(&office).await;
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM products").await, 0);
    assert_eq!(uploads(&office), 0);
    let verbs = "SELECT COUNT(*) FROM audit WHERE verb = 'import.cancel'";
    assert_eq!(office.shop.count(verbs).await, 2);
}

#[tokio::test]
async fn what_nobody_decides_is_put_away_after_a_day() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let id = checked(&office, &mut owner, &format!("{HEAD}{MUG}"), "keep").await;
    let uploads_of = Uploads::next_to(&office.shop.state.files);
    let sweep = async |after: i64| {
        let swept = tasks::clear_up(&office.shop.db.write, &uploads_of, now() + after).await;
        swept.expect("swept")
    };
    assert_eq!(sweep(DAY - 60).await, 0);
    assert_eq!(sweep(DAY + 60).await, 1);
    assert_eq!(task(&office, id).await.state, State::Cancelled);
    let page = shown(&mut owner, id).await;
    assert!(page.contains("so it was put away"), "{page}");
    assert_eq!(sweep(100 * DAY).await, 1, "and forgotten in the end");
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM task_problems")
            .await,
        0
    );
}

#[tokio::test]
async fn templates_and_everything_that_is_taken_along_come_back() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    for form in ["csv", "jsonl"] {
        let file = owner.get(&format!("/import/template?form={form}")).await;
        let name = format!("attachment; filename=\"products.{form}\"");
        assert_eq!(file.header("content-disposition"), name);
        let id = checked(&office, &mut owner, &file.body, "changed").await;
        let report = shown(&mut owner, id).await;
        assert!(
            report.contains("<strong>0</strong><span>refused"),
            "{report}"
        );
        press(&mut owner, "/import/go-on", id).await;
        work_off(&office).await;
    }
    let towels = "SELECT COUNT(*) FROM products WHERE handle = 'tea-towel'";
    assert_eq!(office.shop.count(towels).await, 1);
    let shop = &office.shop;
    let ecwid = crate::catalog::support::run(shop, fixture("ecwid.csv"), false).await;
    assert_eq!(ecwid.refused, []);
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("all.jsonl");
    let written = export(&shop.db, &shop.state.images, &path).await;
    let written = written.expect("written");
    let taken = owner.get("/import/export").await;
    assert_eq!(taken.whole, std::fs::read_to_string(path).expect("text"));
    assert_eq!(
        taken.whole.matches("{\"product\":").count(),
        usize::try_from(written).expect("few")
    );
    let id = checked(&office, &mut owner, &taken.whole, "changed").await;
    let report = shown(&mut owner, id).await;
    assert!(report.contains("would change anything"), "{report}");
    assert!(
        report.contains("<strong>0</strong><span>refused"),
        "{report}"
    );
}

#[tokio::test]
async fn who_may_not_count_brings_no_stock() {
    let office = Office::open().await;
    let stock = async |handle: &str| {
        let sql = format!("SELECT COALESCE(stock, -1) FROM products WHERE handle = '{handle}'");
        office.shop.count(&sql).await
    };
    let mut manager = office.signed_in(Role::Manager).await;
    let file = format!("{HEAD}{MUG}");
    let id = checked(&office, &mut manager, &file, "changed").await;
    press(&mut manager, "/import/go-on", id).await;
    work_off(&office).await;
    assert_eq!(stock("mug").await, 7);
    let mut editor = office.signed_in(Role::Editor).await;
    let start = editor.get("/import").await.body;
    assert!(
        !start.contains("name=\"stock\"") && start.contains("your role may not change that"),
        "{start}"
    );
    let file =
        format!("{HEAD}mug,Blue Mug,25.50,shopify,90,\njug,Jug,5,shopify,4,\nbowl,Bowl,6,,,\n");
    let id = checked(&office, &mut editor, &file, "set").await;
    let report = shown(&mut editor, id).await;
    for part in [
        "<td>2</td><td><strong>Variant Inventory Qty</strong><br>90</td><td>not taken: your role",
        "<td>3</td><td><strong>Variant Inventory Qty</strong><br>4</td>",
        "<strong>2</strong><span>refused",
    ] {
        assert!(report.contains(part), "{part} in {report}");
    }
    press(&mut editor, "/import/go-on", id).await;
    work_off(&office).await;
    let price = "SELECT COUNT(*) FROM products WHERE doc LIKE '%\"price\":2550%'";
    assert_eq!(office.shop.count(price).await, 1, "all else is taken");
    assert_eq!(stock("mug").await, 7);
    assert_eq!((stock("jug").await, stock("bowl").await), (0, -1));
    // The same file of who may says it still.
    let id = checked(&office, &mut manager, &file, "changed").await;
    assert_eq!(press(&mut editor, "/import/go-on", id).await.status, 403);
    assert!(!shown(&mut editor, id).await.contains("Import now"));
    press(&mut manager, "/import/go-on", id).await;
    work_off(&office).await;
    assert_eq!((stock("mug").await, stock("jug").await), (90, 4));
}
