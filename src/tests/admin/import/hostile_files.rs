//! What a file that somebody sent cannot do.

use super::{HEAD, checked, press, send, shown, task_of, uploads, work_off};
use crate::{admin::support::Office, catalog::support::fixture};
use awning::{admin::staff::role::Role, platform::tasks::Uploads};
use axum::http::Method;

#[tokio::test]
async fn a_file_that_is_sent_reads_none_of_the_servers() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    // A picture that lies on the server, and one beside the uploads.
    let on_disk = fixture("mug.png");
    let folder = Uploads::next_to(&office.shop.state.files).path("");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::copy(&on_disk, folder.join("mug.png")).expect("copied");
    let sources = [
        on_disk.display().to_string(),
        "mug.png".to_owned(),
        "../uploads/mug.png".to_owned(),
        format!("file://{}", on_disk.display()),
    ];
    let row = |source: &String| format!("{source},Mug,5,,,{source}\n");
    let file: String = sources.iter().map(row).collect();
    let id = checked(&office, &mut owner, &format!("{HEAD}{file}"), "set").await;
    press(&mut owner, "/import/go-on", id).await;
    work_off(&office).await;
    let page = shown(&mut owner, id).await;
    let refused = page.matches("that begins with https://").count();
    assert_eq!(refused, sources.len(), "{page}");
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM images").await, 0);
    // By its hash it is not found beside the file either.
    let hash = "0123456789abcdef".repeat(4);
    let line = format!(
        "{{\"product\":[{{\"name\":{{\"en\":\"Jug\"}},\"images\":[{{\"hash\":\"{hash}\",\"width\":1,\"height\":1}}]}},\"jug\"]}}\n"
    );
    let id = checked(&office, &mut owner, &line, "set").await;
    let page = shown(&mut owner, id).await;
    assert!(page.contains("no such picture in the shop"), "{page}");
}

#[tokio::test]
async fn a_shop_without_leave_asks_no_private_network() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let file = format!("{HEAD}mug,Mug,5,,,http://127.0.0.1:9/mug.png\n");
    let id = checked(&office, &mut owner, &file, "set").await;
    let page = shown(&mut owner, id).await;
    assert!(page.contains("leads into a private network"), "{page}");
}

#[tokio::test]
async fn what_is_no_catalogue_is_refused_in_words() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let empty = send(&mut owner, "products.csv", b"", "set").await;
    assert_eq!(empty.status, 422);
    assert!(
        empty
            .body
            .contains("Please choose a file that is not empty.")
    );
    assert!(
        empty.body.contains("<option value=\"set\" selected"),
        "{}",
        empty.body
    );
    let form = owner.send_form("/import", &[("stock", "set")]).await;
    assert_eq!(form.status, 400);
    assert_eq!(uploads(&office), 0);
    let other = checked(&office, &mut owner, "a,b\n1,2\n", "set").await;
    let page = shown(&mut owner, other).await;
    assert!(page.contains("expected the columns of an Ecwid"), "{page}");
    assert!(!page.contains("Import now"), "{page}");
    // Letters that no database keeps, and markup, stay text.
    let odd = format!("{HEAD}a,Mug,\0<script>,,,\n");
    let id = checked(&office, &mut owner, &odd, "set").await;
    let page = shown(&mut owner, id).await;
    assert!(page.contains("\u{fffd}&lt;script&gt;"), "{page}");
    for path in [
        "/import/task",
        "/import/task?id=x",
        "/import/task?id=99",
        "/import/progress?id=99",
        "/import/refused?id=99",
    ] {
        assert_eq!(owner.get(path).await.status, 404, "{path}");
    }
    for path in ["/import/go-on", "/import/cancel"] {
        assert_eq!(press(&mut owner, path, 99).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_large_file_is_taken_and_a_larger_one_is_not() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    // More than any other form may send.
    let mut large = HEAD.as_bytes().to_vec();
    large.extend(b"mug,Mug,5,,,\n");
    large.resize(41 * 1024 * 1024, b'\n');
    let sent = send(&mut owner, "products.csv", &large, "set").await;
    let id = task_of(&sent);
    let page = shown(&mut owner, id).await;
    assert!(page.contains("products.csv · 42 MB"), "{page}");
    press(&mut owner, "/import/cancel", id).await;
    let other = owner.send_bytes("/labels", "text/plain", large).await;
    assert_eq!(other.status, 413, "only this route takes so much");
    // What says that it is larger is not read at all.
    owner
        .headers
        .push(("content-length", (513 * 1024 * 1024).to_string()));
    let larger = owner.send(Method::POST, "/import", "text/html", "").await;
    assert_eq!(larger.status, 413);
    assert_eq!(uploads(&office), 0);
}

#[tokio::test]
async fn a_file_that_stops_coming_leaves_nothing() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let kind = "multipart/form-data; boundary=cut";
    let half = b"--cut\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nHandle,Ti";
    let answer = owner.send_bytes("/import", kind, half.to_vec()).await;
    assert_eq!(answer.status, 400, "{}", answer.body);
    assert_eq!(uploads(&office), 0);
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM tasks").await, 0);
}
