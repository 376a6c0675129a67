//! E-mails that wait to be sent, and their sending.

use super::{Browser, Shop};
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

    /// A browser in which `email` is signed in by a code, without a password.
    pub async fn by_code(&self, email: &str) -> Browser {
        let mut browser = self.browser();
        let form = [("email", email), ("way", "email")];
        browser.call("account/sign_in", &form).await;
        let text = self.newest_email().await;
        let rest = text.split("Your code is ").nth(1).expect("a code");
        let form = [("code", &rest[..6]), ("way", "code")];
        let answer = browser.call("account/sign_in", &form).await;
        assert!(answer.body.contains("SignedIn"), "{}", answer.body);
        browser
    }

    /// Sends what is to be sent, and does what other jobs are due.
    pub async fn deliver(&self) {
        let done = jobs::worker(&self.state).work_off().await;
        done.expect("jobs");
    }
}
