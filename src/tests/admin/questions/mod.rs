//! What customers ask, from the form in the shop to the answer.

mod answering;
mod shop;

use super::{orders::office_with, support::Office};
use crate::support::{Answer, Browser, Shop};
use awning::{base::date::now, platform::link_key::LinkKey};
use std::sync::atomic::{AtomicU32, Ordering};

/// The office of a shop whose merchant is told of questions.
pub async fn office() -> Office {
    office_with(|config| config.notify = vec!["desk@shop.example".into()]).await
}

/// The token of a form that somebody has read for some time.
pub async fn token(shop: &Shop, seconds: i64) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let key = LinkKey::of_shop(&shop.db).await.expect("a key");
    let form = format!(
        "{}-{}",
        now() - seconds,
        NEXT.fetch_add(1, Ordering::Relaxed)
    );
    let mac = key.token(&format!("contact form {form}"));
    format!("{form}.{mac}")
}

/// Asks about the mug, with `more` and instead of what is usual.
pub async fn ask(office: &Office, browser: &mut Browser, more: &[(&str, &str)]) -> Answer {
    let token = token(&office.shop, 10).await;
    let usual = [
        ("name", "Ada Lovelace"),
        ("email", "ada@example.com"),
        ("subject", "The mug"),
        ("message", "Is it there in blue?\n\nI need two."),
        ("form", token.as_str()),
    ];
    let given = |name: &str| more.iter().any(|(it, _)| *it == name);
    let form: Vec<(&str, &str)> = usual
        .into_iter()
        .filter(|(name, _)| !given(name))
        .chain(more.iter().copied())
        .collect();
    browser.send_form("/contact", &form).await
}

/// Where the last e-mail to `recipient` leads: the path of its last link.
pub async fn link_to(shop: &Shop, recipient: &str) -> String {
    use sea_orm::ConnectionTrait;
    let sql = "SELECT text FROM letters WHERE recipient = $1 ORDER BY id DESC LIMIT 1";
    let find = awning::platform::db::statement(&shop.db.read, sql, [recipient.into()]);
    let row = shop
        .db
        .read
        .query_one_raw(find)
        .await
        .expect("read")
        .expect("an e-mail");
    let text: String = row.try_get_by_index(0).expect("its text");
    let at = text.rfind("http").expect("a link");
    let link = text[at..].split_whitespace().next().expect("whole");
    let host = link.find("://").expect("a scheme") + 3;
    link[host..]
        .find('/')
        .map(|at| link[host + at..].to_owned())
        .expect("a path")
}
