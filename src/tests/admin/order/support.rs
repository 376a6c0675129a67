use crate::{
    admin::{
        orders::{office_with, placed},
        support::{Office, fields, pairs, set},
    },
    support::{Answer, Browser},
};
use awning::platform::{config::Config, db::statement};
use sea_orm::ConnectionTrait;

/// The back office of a shop, and the number of an order of three mugs by Ada, with the browser it was placed in.
pub async fn with_an_order() -> (Office, Browser, String) {
    let office = office_with(|_| {}).await;
    let mut ada = office.shop.browser();
    let mugs = [("product", "1201"), ("quantity", "2")];
    ada.post("cart/add", &mugs).await;
    crate::support::checkout::up_to_review(&mut ada, "ada@example.com").await;
    let number =
        crate::support::checkout::ordered(&crate::support::checkout::place(&mut ada).await);
    (office, ada, number)
}

/// A back office with a paid order of one mug, and the order's number.
pub async fn with_a_paid_order() -> (Office, String) {
    with_a_paid_order_where(|_| {}).await
}

/// A back office with a paid order, in a shop with settings changed by `change`, and the order's number.
pub async fn with_a_paid_order_where(change: impl FnOnce(&mut Config)) -> (Office, String) {
    let office = office_with(change).await;
    let number = placed(&office, "ada@example.com").await;
    let paid = format!("/orders/{number}/paid");
    let mut owner = office
        .signed_in(awning::admin::staff::role::Role::Manager)
        .await;
    let done = owner.send_form(&paid, &[]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    (office, number)
}

/// The form of the page at `path`, filled in with `values`.
pub async fn filled(
    browser: &mut Browser,
    path: &str,
    values: &[(&str, &str)],
) -> Vec<(String, String)> {
    let page = browser.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.body);
    let action = path.split('?').next().unwrap_or_default();
    let mut form = fields(&page.body, action);
    for (name, value) in values {
        set(&mut form, name, value);
    }
    form
}

/// Fills in the form of the page at `path`, and sends it.
pub async fn send(browser: &mut Browser, path: &str, values: &[(&str, &str)]) -> Answer {
    let form = filled(browser, path, values).await;
    let action = path.split('?').next().unwrap_or_default();
    browser.send_form(action, &pairs(&form)).await
}

/// Fills `values` into the form on the page at `path` and sends it, which leads on.
pub async fn submit(browser: &mut Browser, path: &str, values: &[(&str, &str)]) {
    let done = send(browser, path, values).await;
    assert_eq!(done.status, 303, "{}", done.body);
}

/// Sees that a form came back with this status, and says `why`.
pub fn is_refused(answer: &Answer, status: u16, why: &str) {
    assert_eq!(answer.status, status, "{}", answer.body);
    assert!(answer.body.contains(why), "{why}: {}", answer.body);
}

/// Marks the order as paid.
pub async fn pay(owner: &mut Browser, number: &str) {
    let done = owner
        .send_form(&format!("/orders/{number}/paid"), &[])
        .await;
    assert_eq!(done.status, 303, "{}", done.body);
}

/// Sends `mugs` of the order.
pub async fn send_mugs(owner: &mut Browser, number: &str, mugs: &str) {
    submit(
        owner,
        &format!("/orders/{number}/send"),
        &[("quantity-0", mugs)],
    )
    .await;
}

/// Sends the same form four times at once; the statuses of the answers.
pub async fn four_at_once(browser: &Browser, path: &str, form: &[(String, String)]) -> Vec<u16> {
    let clicks = (0..4).map(|_| {
        let (mut browser, path, form) = (browser.clone(), path.to_owned(), form.to_vec());
        tokio::spawn(async move { browser.send_form(&path, &pairs(&form)).await.status })
    });
    let mut statuses = Vec::new();
    for click in clicks.collect::<Vec<_>>() {
        statuses.push(click.await.expect("an answer"));
    }
    statuses
}

/// What the log calls what was done to the order `number`, from the first on.
pub async fn verbs(office: &Office, number: &str) -> Vec<String> {
    const LOG: &str = "SELECT verb FROM audit WHERE target = $1 ORDER BY id";
    let db = &office.shop.db.read;
    let rows = db.query_all_raw(statement(db, LOG, [number.into()])).await;
    let rows = rows.expect("rows");
    rows.iter()
        .map(|row| row.try_get_by_index(0).expect("text"))
        .collect()
}

/// How many mugs are left.
pub async fn mugs(office: &Office) -> i64 {
    office
        .shop
        .count("SELECT stock FROM products WHERE id = 1201")
        .await
}

/// How many e-mails hold `text`.
pub async fn emails_with(office: &Office, text: &str) -> i64 {
    let sql = format!("SELECT COUNT(*) FROM letters WHERE text LIKE '%{text}%'");
    office.shop.count(&sql).await
}
