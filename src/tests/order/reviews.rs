//! Who bought a product says what they think of it, and the merchant decides whether others see it.

use crate::{
    order::command_line::program,
    support::checkout::{ordered, place, selling, selling_with, up_to_review},
    support::{Browser, Shop},
};
use awning::platform::config::ReviewPolicy;

const MUG: &str = "/Blue-Mug-Saucer-p1201";
const PAGE: &str = "/account/review?product=1201";
const PRAISE: [(&str, &str); 5] = [
    ("product", "1201"),
    ("stars", "4"),
    ("title", "Holds <b>tea</b>"),
    ("text", "It does.\r\n\r\nEvery day."),
    ("name", "Ada L."),
];

/// A browser that ordered a mug as a guest; the order's number.
pub async fn guest_order(shop: &Shop, email: &str) -> (Browser, String) {
    let mut browser = shop.browser();
    up_to_review(&mut browser, email).await;
    let number = ordered(&place(&mut browser).await);
    (browser, number)
}

/// A browser that ordered a mug as a guest and paid for it.
async fn buyer(shop: &Shop, email: &str) -> Browser {
    let (browser, number) = guest_order(shop, email).await;
    pay(shop, &number);
    browser
}

pub fn pay(shop: &Shop, number: &str) {
    let paid = program(shop, &["orders", "status", number, "--payment", "paid"]);
    assert!(paid.status.success(), "{paid:?}");
}

/// Sends a review; where that leads.
pub async fn send(browser: &mut Browser, form: &[(&str, &str)]) -> String {
    let answer = browser.send_form("/account/review", form).await;
    answer.header("location").to_owned()
}

/// What the merchant's command says.
async fn awning(shop: &Shop, arguments: &[&str]) -> String {
    let output = program(shop, &[&["reviews"], arguments].concat());
    assert!(output.status.success(), "{output:?}");
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    String::from_utf8(output.stdout).expect("text")
}

async fn page(shop: &Shop) -> String {
    shop.browser().get(MUG).await.body
}

#[tokio::test]
async fn a_review_is_seen_once_the_merchant_publishes_it() {
    let shop = selling_with(|config| config.notify = vec!["shop@example.com".to_owned()]).await;
    let mut ada = buyer(&shop, "ada@example.com").await;
    assert!(page(&shop).await.contains("No reviews yet."));
    let form = ada.get(PAGE).await.body;
    assert!(
        form.contains("value=\"Ada L.\""),
        "a name to start from: {form}"
    );
    assert_eq!(send(&mut ada, &PRAISE).await, format!("{PAGE}&thanks"));
    let thanks = ada.get(&format!("{PAGE}&thanks")).await.body;
    assert!(thanks.contains("Thank you. Your review will be seen here once we have read it."));
    assert!(
        !page(&shop).await.contains("Every day."),
        "nobody sees it yet"
    );
    let told = "SELECT count(*) FROM letters WHERE recipient = 'shop@example.com' AND subject = 'Review of Blue Mug & Saucer: 4 out of 5 stars'";
    assert_eq!(shop.count(told).await, 1);
    let list = awning(&shop, &["list"]).await;
    assert!(list.starts_with("1\t") && list.contains("PENDING\t1201 Blue Mug & Saucer\t4 stars\tAda L.\tHolds <b>tea</b> It does.  Every day."), "{list}");

    awning(&shop, &["publish", "1"]).await;
    let seen = page(&shop).await;
    for part in [
        "Holds &lt;b&gt;tea&lt;/b&gt;",
        "It does.\n\nEvery day.",
        "aria-label=\"4.0 out of 5 stars\"",
        "\"aggregateRating\":{\"@type\":\"AggregateRating\",\"ratingValue\":\"4.0\",\"reviewCount\":1",
        "\"author\":{\"@type\":\"Person\",\"name\":\"Ada L.\"}",
    ] {
        assert!(seen.contains(part), "{part} is not in {seen}");
    }
    let list = shop.browser().get("/search?keyword=mug").await.body;
    assert!(list.contains("grid-product__rating"), "{list}");
    assert_eq!(awning(&shop, &["list"]).await, "\n", "nothing waits");

    // A change is looked at again, and the merchant told once.
    let mut other = PRAISE;
    other[1] = ("stars", "2");
    for _ in 0..2 {
        send(&mut ada, &other).await;
    }
    assert!(
        !page(&shop).await.contains("rating__stars"),
        "it is not seen meanwhile"
    );
    let changed = "SELECT count(*) FROM letters WHERE subject LIKE 'Review of%: 2 out of 5 stars'";
    assert_eq!(shop.count(changed).await, 1);
    assert_eq!(
        shop.count("SELECT count(*) FROM reviews").await,
        1,
        "one a buyer"
    );
    awning(&shop, &["reject", "1"]).await;
    assert!(
        ada.get(PAGE)
            .await
            .body
            .contains("Your review is not shown.")
    );
    assert!(awning(&shop, &["list", "--all"]).await.contains("REJECTED"));
    let unknown = program(&shop, &["reviews", "publish", "7"]);
    let said = String::from_utf8_lossy(&unknown.stderr).into_owned();
    assert!(
        !unknown.status.success() && said.contains("there is no review 7"),
        "{said}"
    );
}

#[tokio::test]
async fn only_who_bought_it_writes_one() {
    let shop = selling().await;
    let mut stranger = shop.browser();
    let gate = stranger.get(PAGE).await.body;
    assert!(gate.contains("Reviews are written by customers who bought"));
    assert!(
        gate.contains("returnurl=%2Faccount%2Freview%3Fproduct%3D1201"),
        "{gate}"
    );
    let refused = stranger.send_form("/account/review", &PRAISE).await;
    assert!(
        refused.body.contains("Every day."),
        "what was typed is not lost"
    );
    let mut customer = shop.customer("bob@example.com").await;
    assert!(
        customer
            .get(PAGE)
            .await
            .body
            .contains("As soon as an order")
    );
    let (mut ada, number) = guest_order(&shop, "ada@example.com").await;
    assert!(
        !ada.get(PAGE).await.body.contains("review-form"),
        "it is not paid"
    );
    assert_eq!(send(&mut ada, &PRAISE).await, "");
    pay(&shop, &number);
    let order = ada.get(&format!("/account/orders/{number}")).await.body;
    assert!(
        order.contains(&format!("href=\"{PAGE}\"")),
        "the order leads there"
    );
    assert!(ada.get(PAGE).await.body.contains("review-form"));
    assert!(
        !ada.get("/account/review?product=1202")
            .await
            .body
            .contains("review-form"),
        "it bought no shirt"
    );
    for nothing in [
        "/account/review?product=9999",
        "/account/review?product=1203",
    ] {
        assert_eq!(ada.get(nothing).await.status, 404, "{nothing}");
    }
    assert_eq!(shop.count("SELECT count(*) FROM reviews").await, 0);
}

#[tokio::test]
async fn what_a_review_lacks_stands_at_its_field() {
    let shop = selling().await;
    let mut ada = buyer(&shop, "ada@example.com").await;
    let mut wrong = PRAISE;
    (wrong[1], wrong[3]) = (("stars", "6"), ("text", " "));
    let answer = ada.send_form("/account/review", &wrong).await;
    assert_eq!(answer.status, 200);
    for part in [
        "Please choose one to five stars.",
        "Please write a few words",
        "value=\"Holds &lt;b&gt;tea&lt;/b&gt;\"",
    ] {
        assert!(
            answer.body.contains(part),
            "{part} is not in {}",
            answer.body
        );
    }
    assert_eq!(shop.count("SELECT count(*) FROM reviews").await, 0);
}

#[tokio::test]
async fn a_customers_review_is_theirs_by_any_order_and_seen_at_once_where_the_merchant_says_so() {
    let shop = selling_with(|config| config.reviews = ReviewPolicy::AtOnce).await;
    let mut ada = shop.customer("ada@example.com").await;
    for _ in 0..2 {
        up_to_review(&mut ada, "ada@example.com").await;
        pay(&shop, &ordered(&place(&mut ada).await));
        send(&mut ada, &PRAISE).await;
    }
    assert_eq!(shop.count("SELECT count(*) FROM reviews").await, 1);
    assert!(
        page(&shop)
            .await
            .contains("aria-label=\"4.0 out of 5 stars\"")
    );
    ada.send_form("/api/reviews/remove", &[("product", "1201")])
        .await;
    assert!(
        page(&shop).await.contains("No reviews yet."),
        "it is gone at once"
    );
    assert_eq!(shop.count("SELECT count(*) FROM reviews").await, 0);
}

/// Whoever orders with somebody else's e-mail address sees nothing of their review, and changes nothing of it.
#[tokio::test]
async fn a_guests_review_belongs_to_the_order_it_was_written_from() {
    let shop = selling().await;
    let mut ada = buyer(&shop, "ada@example.com").await;
    send(&mut ada, &PRAISE).await;
    let mut eve = buyer(&shop, "ada@example.com").await;
    assert!(!eve.get(PAGE).await.body.contains("Every day."));
    let mut other = PRAISE;
    other[3] = ("text", "Forged.");
    assert_eq!(send(&mut eve, &other).await, format!("{PAGE}&other"));
    eve.send_form("/api/reviews/remove", &[("product", "1201")])
        .await;
    assert!(ada.get(PAGE).await.body.contains("Every day."));
    let said = eve.get(&format!("{PAGE}&other")).await.body;
    assert!(said.contains("has reviewed the product already"));
}

#[tokio::test]
async fn reviews_come_in_pages_the_newest_first() {
    let shop = selling().await;
    for number in 1..=12 {
        shop.execute(&format!("INSERT INTO reviews (product_id, buyer, stars, title, text, name, language, status, created_at, changed_at) \
            VALUES (1201, 'buyer {number}', 5, '', 'Review number {number}.', 'A', 'en', 'PENDING', {number}, {number})")).await;
    }
    let numbers: Vec<String> = (1..=12).map(|number| number.to_string()).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    awning(&shop, &[&["publish"], numbers.as_slice()].concat()).await;
    let mut browser = shop.browser();
    for (query, there, away) in [
        ("", ["number 12.", "number 8."], "number 7."),
        ("?reviews=2", ["number 7.", "number 3."], "number 8."),
        ("?reviews=3", ["number 2.", "number 1."], "number 3."),
        ("?reviews=99", ["number 2.", "number 1."], "number 3."),
        ("?reviews=-1", ["number 12.", "number 8."], "number 7."),
    ] {
        let page = browser.get(&format!("{MUG}{query}")).await.body;
        assert!(
            there.iter().all(|part| page.contains(part)),
            "{query}: {page}"
        );
        assert!(!page.contains(away), "{query}");
        assert!(
            page.contains(
                "<link rel=\"canonical\" href=\"http://shop.test/Blue-Mug-Saucer-p1201\">"
            )
        );
    }
}

#[tokio::test]
async fn a_shop_without_reviews_says_nothing_of_them() {
    let shop = selling_with(|config| config.reviews = ReviewPolicy::Off).await;
    let mut ada = buyer(&shop, "ada@example.com").await;
    assert_eq!(ada.get(PAGE).await.status, 404);
    assert_eq!(ada.send_form("/account/review", &PRAISE).await.status, 400);
    assert!(!page(&shop).await.contains("eviews"));
}

/// A customer's review stays theirs, whatever else this browser has ordered.
#[tokio::test]
async fn a_customer_keeps_a_review_beside_a_guests_order() {
    let shop = selling().await;
    let mut ada = shop.customer("ada@example.com").await;
    up_to_review(&mut ada, "ada@example.com").await;
    pay(&shop, &ordered(&place(&mut ada).await));
    send(&mut ada, &PRAISE).await;
    ada.post("account/sign_out", &[]).await;
    up_to_review(&mut ada, "guest@example.com").await;
    pay(&shop, &ordered(&place(&mut ada).await));
    let form = [
        ("email", "ada@example.com"),
        ("password", crate::support::PASSWORD),
    ];
    ada.call("account/sign_in", &form).await;
    let mut changed = PRAISE;
    changed[3] = ("text", "Still good.");
    for _ in 0..2 {
        send(&mut ada, &changed).await;
    }
    assert_eq!(shop.count("SELECT count(*) FROM reviews").await, 1);
    let theirs =
        "SELECT count(*) FROM reviews WHERE customer_id IS NOT NULL AND buyer LIKE 'customer %'";
    assert_eq!(shop.count(theirs).await, 1);
}
