//! Bringing a catalogue in through the back office.

mod hostile_files;
mod interrupted;
mod round_trip;

use super::support::Office;
use crate::support::{Answer, Browser};
use awning::{
    app::jobs::task_worker,
    platform::tasks::{self, Task, Uploads},
};

pub const HEAD: &str =
    "Handle,Title,Variant Price,Variant Inventory Tracker,Variant Inventory Qty,Image Src\n";

/// Sends `file` as the page's form does; what was answered.
pub async fn send(browser: &mut Browser, name: &str, file: &[u8], stock: &str) -> Answer {
    let kind = "multipart/form-data; boundary=cut";
    let mut body = format!(
        "--cut\r\ncontent-disposition: form-data; name=\"stock\"\r\n\r\n{stock}\r\n\
         --cut\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         content-type: text/csv\r\n\r\n"
    )
    .into_bytes();
    body.extend(file);
    body.extend(b"\r\n--cut--\r\n");
    browser.send_bytes("/import", kind, body).await
}

/// The number of the task that `answer` leads to.
pub fn task_of(answer: &Answer) -> i64 {
    let to = answer.header("location");
    let number = to.strip_prefix("/import/task?id=");
    let number = number.and_then(|number| number.parse().ok());
    number.unwrap_or_else(|| panic!("{} leads to {to}: {}", answer.status, answer.body))
}

/// Sends `file` and has it checked; the number of its task.
pub async fn checked(office: &Office, browser: &mut Browser, file: &str, stock: &str) -> i64 {
    let id = task_of(&send(browser, "products.csv", file.as_bytes(), stock).await);
    work_off(office).await;
    id
}

/// Does every step that is due.
pub async fn work_off(office: &Office) {
    let done = task_worker(&office.shop.state).work_off().await;
    done.expect("worked");
}

/// Posts a button of the task `id`.
pub async fn press(browser: &mut Browser, path: &str, id: i64) -> Answer {
    browser.send_form(path, &[("id", &id.to_string())]).await
}

/// The page of the task `id`.
pub async fn shown(browser: &mut Browser, id: i64) -> String {
    let page = browser.get(&format!("/import/task?id={id}")).await;
    assert_eq!(page.status, 200, "{}", page.body);
    page.body
}

pub async fn task(office: &Office, id: i64) -> Task {
    let found = tasks::find(&office.shop.db.read, "import", id).await;
    found.expect("read").expect("there")
}

/// How many files lie among the uploads.
pub fn uploads(office: &Office) -> usize {
    let folder = Uploads::next_to(&office.shop.state.files).path("");
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}
