//! What is prepared, looked at, and shown to shoppers when it is ready.

use super::support::{Office, fields, pairs, set};
use crate::support::{Answer, Browser};
use awning::{admin::staff::role::Role, platform::config::SettingSources};

const HOME: &str = "/settings/home";
const BRAND: &str = "/settings/brand";

/// A form of a screen, as the page has it.
async fn form(browser: &mut Browser, path: &str) -> Vec<(String, String)> {
    let page = browser.get(path).await;
    assert_eq!(page.status, 200, "{path}");
    let form = fields(&page.body, path.split('?').next().unwrap_or(path));
    form.into_iter().filter(|(name, _)| name != "act").collect()
}

/// Keeps `color` as the accent in a draft, for the frame if `is_framed`.
async fn draft_color(browser: &mut Browser, color: &str, is_framed: bool) -> Answer {
    let mut typed = form(browser, BRAND).await;
    set(&mut typed, "brand.accent", color);
    if is_framed {
        typed.push(("to".to_owned(), "frame".to_owned()));
        typed.push(("preview_path".to_owned(), "/search?q=x".to_owned()));
    }
    browser
        .send_form("/settings/brand/draft", &pairs(&typed))
        .await
}

/// The page of the shop that `answer` leads to, as a visitor sees it.
async fn previewed(office: &Office, answer: &Answer) -> Answer {
    assert_eq!(answer.status, 303, "{}", answer.body);
    let path = answer
        .header("location")
        .strip_prefix("http://127.0.0.1:3000");
    office.shop.browser().get(path.expect("the shop's")).await
}

#[tokio::test]
async fn a_draft_is_seen_by_whoever_has_the_pass_and_by_nobody_else() {
    let office = Office::open().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let framed = draft_color(&mut editor, "#7a1f1f", true).await;
    let to = framed.header("location").to_owned();
    assert!(to.contains("/search?q=x&preview="), "{to}");
    let page = previewed(&office, &framed).await;
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(page.body.contains("#7a1f1f"), "{}", page.body);
    let policy = page.header("content-security-policy");
    let frames = "frame-ancestors http://127.0.0.1:3080 http://localhost:3080";
    assert!(policy.contains(frames), "{policy}");
    assert_eq!(page.header("x-robots-tag"), "noindex");
    let mut shopper = office.shop.browser();
    for path in ["/search?q=x", "/", "/search?q=x&preview=1.2.3"] {
        let plain = shopper.get(path).await;
        assert!(!plain.body.contains("#7a1f1f"), "{path}");
        let policy = plain.header("content-security-policy");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}");
    }
    // It says what it is, and is thrown away.
    let shown = editor.get(BRAND).await;
    assert!(
        shown.body.contains("This is a draft (editor@shop.example"),
        "{}",
        shown.body
    );
    assert!(shown.body.contains("#7a1f1f"));
    assert!(editor.get("/").await.body.contains("1 draft waits"));
    let gone = editor
        .send_form("/settings/brand/draft", &[("act", "discard")])
        .await;
    assert_eq!(gone.header("location"), "/settings/brand?said=draft-gone");
    assert!(!editor.get(BRAND).await.body.contains("#7a1f1f"));
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM drafts").await, 0);
    // With the draft gone, the link shows what shoppers see.
    assert!(!previewed(&office, &framed).await.body.contains("#7a1f1f"));
}

#[tokio::test]
async fn links_of_a_preview_lead_to_previews_and_nobodys_session_is_in_it() {
    let office = Office::open().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let framed = draft_color(&mut editor, "#7a1f1f", true).await;
    let to = framed.header("location").to_owned();
    let path = to
        .strip_prefix("http://127.0.0.1:3000")
        .expect("the shop's");
    let mut customer = office.shop.customer("ada@awning.example").await;
    let name = customer.get("/search?q=x").await;
    assert!(name.body.contains("Sign out"), "{}", name.body);
    let page = customer.get(path).await;
    assert!(!page.body.contains("Sign out"), "{}", page.body);
    assert_eq!(page.header("set-cookie"), "");
    customer.headers.push(("host", "shop.test".to_owned()));
    customer
        .headers
        .push(("referer", format!("http://shop.test{path}")));
    let next = customer.get("/cart?a=b").await;
    assert_eq!(next.status, 303);
    let there = next.header("location").to_owned();
    assert!(there.starts_with("/cart?a=b&preview="), "{there}");
    assert!(customer.get(&there).await.body.contains("#7a1f1f"));
    // A pass that nobody signed leads nowhere.
    customer.headers.retain(|(name, _)| *name != "referer");
    let forged = "http://shop.test/?preview=9999999999.aHR0cDovL2V2aWw.x";
    customer.headers.push(("referer", forged.to_owned()));
    assert_eq!(customer.get("/cart").await.status, 200);
}

#[tokio::test]
async fn published_it_is_what_shoppers_see_and_can_be_undone() {
    let office = Office::open().await;
    let mut editor = office.signed_in(Role::Editor).await;
    draft_color(&mut editor, "#7a1f1f", false).await;
    let typed = form(&mut editor, BRAND).await;
    let done = editor.send_form(BRAND, &pairs(&typed)).await;
    assert_eq!(
        done.header("location"),
        "/settings/brand?said=saved",
        "{}",
        done.body
    );
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM drafts").await, 0);
    assert!(
        office
            .shop
            .browser()
            .get("/")
            .await
            .body
            .contains("#7a1f1f")
    );
    // All at once, from the page of drafts; a page of text too.
    draft_color(&mut editor, "#205072", false).await;
    let text = [
        ("slug", "about"),
        ("language", "en"),
        ("version", "e3b0c44298fc1c14"),
        ("draft", "0"),
        ("text", "# About\n\nWe *forge*."),
    ];
    let kept = editor.send_form("/pages/draft", &text).await;
    assert!(
        kept.header("location").ends_with("said=draft"),
        "{}",
        kept.body
    );
    assert_eq!(office.shop.browser().get("/pages/about").await.status, 404);
    let look = editor.get("/preview?path=/pages/about").await;
    assert!(
        previewed(&office, &look)
            .await
            .body
            .contains("We <em>forge</em>.")
    );
    let drafts = editor.get("/drafts").await;
    for part in [
        "/settings/brand",
        "/pages/edit?slug=about",
        "Publish all of it",
    ] {
        assert!(drafts.body.contains(part), "{part}: {}", drafts.body);
    }
    let all = editor.send_form("/drafts/publish", &[]).await;
    assert_eq!(all.header("location"), "/drafts?said=saved", "{}", all.body);
    let mut shopper = office.shop.browser();
    assert!(shopper.get("/").await.body.contains("#205072"));
    assert!(
        shopper
            .get("/pages/about")
            .await
            .body
            .contains("We <em>forge</em>.")
    );
    // The page is taken back as it came.
    let page = editor.get("/pages/edit?slug=about&language=en").await;
    assert!(page.body.contains("Changed lately"), "{}", page.body);
    let last = "SELECT MAX(id) FROM audit WHERE verb = 'page.change'";
    let id = office.shop.count(last).await.to_string();
    let undone = editor.send_form("/pages/undo", &[("id", &id)]).await;
    assert!(undone.header("location").ends_with("said=undone"));
    assert_eq!(shopper.get("/pages/about").await.status, 404);
    let twice = editor.send_form("/pages/undo", &[("id", &id)]).await;
    assert!(twice.header("location").ends_with("said=changed-since"));
}

#[tokio::test]
async fn of_two_who_draft_the_same_each_sees_both() {
    let office = Office::open().await;
    let mut one = office.signed_in(Role::Editor).await;
    let mut other = office.signed_in(Role::Manager).await;
    // Both begin before there is a draft.
    let mut late = form(&mut other, BRAND).await;
    draft_color(&mut one, "#7a1f1f", false).await;
    set(&mut late, "brand.accent", "#205072");
    let refused = other
        .send_form("/settings/brand/draft", &pairs(&late))
        .await;
    assert_eq!(refused.status, 409);
    for part in [
        "editor@shop.example changed this draft meanwhile",
        "#7a1f1f",
        "#205072",
    ] {
        assert!(refused.body.contains(part), "{part}: {}", refused.body);
    }
    late.push(("to".to_owned(), "frame".to_owned()));
    let framed = other
        .send_form("/settings/brand/draft", &pairs(&late))
        .await;
    assert_eq!(framed.status, 200);
    let policy = framed.header("content-security-policy");
    assert!(policy.contains("frame-ancestors 'self'"), "{policy}");
    // Having seen it, the other's counts; one's own is written over without being asked.
    let again = fields(&refused.body, BRAND);
    let again: Vec<_> = again
        .into_iter()
        .filter(|(name, _)| name != "act")
        .collect();
    let kept = other
        .send_form("/settings/brand/draft", &pairs(&again))
        .await;
    assert_eq!(kept.status, 303, "{}", kept.body);
    late.retain(|(name, _)| name != "to");
    let own = other
        .send_form("/settings/brand/draft", &pairs(&late))
        .await;
    assert_eq!(own.status, 303, "{}", own.body);
    // What was published meanwhile is not written over by a draft of before.
    let mut third = office.signed_in(Role::Owner).await;
    let mut typed = form(&mut third, BRAND).await;
    set(&mut typed, "brand.accent", "#0b6e4f");
    assert_eq!(third.send_form(BRAND, &pairs(&typed)).await.status, 303);
    draft_color(&mut one, "#7a1f1f", false).await;
    let mut typed = form(&mut third, BRAND).await;
    set(&mut typed, "brand.accent", "#111111");
    office
        .shop
        .execute("UPDATE settings SET version = version + 5 WHERE key = 'brand'")
        .await;
    let stale = third.send_form("/drafts/publish", &[]).await;
    assert_eq!(stale.status, 409);
    assert!(
        stale
            .body
            .contains("Your brand: changed since the draft was begun"),
        "{}",
        stale.body
    );
}

#[tokio::test]
async fn what_cannot_be_used_is_said_and_no_draft() {
    let office = Office::with(|_| {}, SettingSources::default()).await;
    let mut editor = office.signed_in(Role::Editor).await;
    let framed = draft_color(&mut editor, "reddish", true).await;
    assert_eq!(framed.status, 200);
    assert!(
        framed.body.contains("This cannot be shown yet"),
        "{}",
        framed.body
    );
    let page = draft_color(&mut editor, "reddish", false).await;
    assert_eq!(page.status, 422);
    assert!(page.body.contains("reddish") && page.body.contains("role=\"alert\""));
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM drafts").await, 0);
    // What is as shoppers see it is no draft either.
    let typed = form(&mut editor, HOME).await;
    let same = editor
        .send_form("/settings/home/draft", &pairs(&typed))
        .await;
    assert_eq!(same.status, 303);
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM drafts").await, 0);
}

/// What is written for a preview is kept nowhere: neither the next preview nor the shop by its next settings shows it.
#[tokio::test]
async fn a_preview_of_the_home_page_is_never_shown_to_shoppers() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let mut typed = form(&mut owner, HOME).await;
    typed.push(("act".to_owned(), "add home band".to_owned()));
    let added = owner.send_form(HOME, &pairs(&typed)).await;
    let mut typed = fields(&added.body, HOME);
    typed.retain(|(name, _)| name != "act");
    typed.push(("to".to_owned(), "frame".to_owned()));
    for title in ["Good tools", "Better tools"] {
        set(&mut typed, "home.0.title.en", title);
        let framed = owner
            .send_form("/settings/home/draft", &pairs(&typed))
            .await;
        let page = previewed(&office, &framed).await;
        assert!(page.body.contains(title), "{title}: {}", page.body);
    }
    let mut shopper = office.shop.browser();
    assert!(!shopper.get("/").await.body.contains("tools"));
    let mut store = form(&mut owner, "/settings/store").await;
    set(&mut store, "store_name", "Another name");
    let saved = owner.send_form("/settings/store", &pairs(&store)).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let home = shopper.get("/").await;
    assert!(home.body.contains("Another name") && !home.body.contains("tools"));
}
