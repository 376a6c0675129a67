//! What may be stored (`spec/js-api.md` 4.3), as a browser without scripts meets it.

use crate::support::{Answer, Shop};
use awning::{base::consent::Purpose, platform::config::Script};

const COOKIE: &str = "__Host-awning-consent";

fn asks(page: &Answer) -> bool {
    page.body.contains("What may this shop store?")
}

/// The first visit, with a look at a product and a search, stores nothing.
#[tokio::test]
async fn nothing_is_stored_before_an_answer() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    for path in ["/", "/search?keyword=x", "/cart", "/account", "/cookies"] {
        let page = browser.get(path).await;
        assert!(asks(&page), "{path}");
        assert!(browser.cookies.is_empty(), "{path}: {:?}", browser.cookies);
    }
}

#[tokio::test]
async fn an_answer_is_kept_and_the_question_goes() {
    let shop = Shop::open().await;
    let answers = [
        (vec![("choice", "accept")], "ACCEPTED"),
        (vec![("choice", "decline")], "DECLINED"),
        (
            vec![("choice", "chosen"), ("analytics", "on")],
            "ANALYTICS_ONLY",
        ),
        (
            vec![("choice", "chosen"), ("personalisation", "on")],
            "PERSONALIZATION_ONLY",
        ),
        (vec![("choice", "chosen")], "DECLINED"),
        // What is ticked is for the button beside it.
        (vec![("choice", "decline"), ("analytics", "on")], "DECLINED"),
    ];
    for (form, kept) in answers {
        let mut browser = shop.browser();
        browser
            .headers
            .push(("referer", "http://shop.test/search?keyword=x".to_owned()));
        let answer = browser.post("consent", &form).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, "/search?keyword=x")
        );
        let cookie = answer.header("set-cookie");
        assert!(
            cookie.contains("Secure") && cookie.contains("Max-Age=15552000"),
            "{cookie}"
        );
        assert_eq!(browser.cookies.get(COOKIE).map(String::as_str), Some(kept));
        assert!(!asks(&browser.get("/").await), "{kept}");
    }
}

/// The page of the settings shows what holds, and the next answer takes its place.
#[tokio::test]
async fn the_answer_can_be_changed() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    assert!(browser.get("/").await.body.contains("href=\"/cookies\""));
    browser.post("consent", &[("choice", "accept")]).await;
    browser
        .headers
        .push(("referer", "http://shop.test/cookies".to_owned()));
    let page = browser.get("/cookies").await.body;
    assert_eq!(page.matches(" checked>").count(), 2, "{page}");
    let form = [("choice", "chosen"), ("analytics", "on")];
    let answer = browser.post("consent", &form).await;
    assert_eq!(answer.header("location"), "/cookies?kept=yes");
    let page = browser.get("/cookies?kept=yes").await.body;
    assert_eq!(page.matches(" checked>").count(), 1);
    assert!(page.contains(">Your choice is kept."));
}

#[tokio::test]
async fn garbage_is_no_answer() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    for form in [vec![], vec![("choice", "perhaps")]] {
        let answer = browser.post("consent", &form).await;
        assert!(matches!(answer.status, 400 | 422), "{}", answer.status);
    }
    browser
        .cookies
        .insert(COOKIE.to_owned(), "YES\"<b>".to_owned());
    assert!(asks(&browser.get("/").await), "a garbled cookie asks again");
}

#[tokio::test]
async fn a_shop_that_does_not_ask_does_not() {
    let shop = Shop::with(|config| config.ask_consent = false).await;
    let mut browser = shop.browser();
    assert!(!asks(&browser.get("/").await));
    let part = browser.get("/api/consent").await;
    assert!(asks(&part), "a script may still want it asked");
    assert!(!part.body.contains("<html"));
}

/// What needs consent is in no page's markup: `storefront_api/js/consent.ts` loads it.
#[tokio::test]
async fn a_script_that_needs_consent_waits_for_it() {
    let script = |src: &str, needs| Script {
        src: src.to_owned(),
        needs,
    };
    let shop = Shop::with(|config| {
        config.scripts = vec![
            script("https://cdn.example/always.js", None),
            script("https://cdn.example/count.js", Some(Purpose::Analytics)),
        ];
    })
    .await;
    let page = shop.browser().get("/").await.body;
    assert!(page.contains("src=\"https://cdn.example/always.js\" defer"));
    assert!(!page.contains("src=\"https://cdn.example/count.js\""));
    assert!(page.contains(r#"{"src":"https://cdn.example/count.js","needs":"analytics"}"#));
}

/// Enter on a box keeps what is ticked: the boxes stand in a form whose first button is theirs.
#[tokio::test]
async fn the_boxes_have_a_form_of_their_own() {
    let shop = Shop::open().await;
    let page = shop.browser().get("/").await.body;
    let at = page.find("name=\"analytics\"").expect("a box");
    let form = page[..at].rfind("<form").expect("its form");
    let first = page[form..]
        .find("name=\"choice\" value=\"")
        .expect("a button");
    assert!(page[form + first..].starts_with("name=\"choice\" value=\"chosen\""));
}
