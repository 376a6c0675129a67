//! E-mails that wait to be sent, and their sending.

use super::Shop;
use awning::{app::jobs, platform::db::statement};
use sea_orm::ConnectionTrait;

impl Shop {
    /// The text of the newest e-mail.
    pub async fn newest_email(&self) -> String {
        let sql = "SELECT text FROM letters ORDER BY id DESC LIMIT 1";
        let db = &self.db.read;
        let row = db.query_one_raw(statement(db, sql, [])).await;
        let row = row.expect("a query").expect("an e-mail");
        row.try_get_by_index(0).expect("its text")
    }

    /// The path that the newest e-mail leads to.
    pub async fn newest_link(&self) -> String {
        let text = self.newest_email().await;
        let rest = text.split("://shop.test").nth(1).expect("a link");
        rest.split_whitespace().next().expect("a path").to_owned()
    }

    /// Sends what is to be sent, and does what other jobs are due.
    pub async fn deliver(&self) {
        let done = jobs::worker(&self.state).work_off().await;
        done.expect("jobs");
    }
}
