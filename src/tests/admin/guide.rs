//! The guide after the claim, and the shop's pages of text.

use super::support::{Office, fields, pairs, set};
use crate::support::Browser;
use awning::{admin::staff::role::Role, content::settings};
use futures::FutureExt;

#[tokio::test]
async fn a_guide_leads_from_nothing_to_a_shop_that_sells() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let save = async |owner: &mut Browser, path: &str, changes: &[(&str, &str)]| {
        let page = owner.get(path).await;
        let mut form = fields(&page.body, path);
        for (name, value) in changes {
            set(&mut form, name, value);
        }
        owner.send_form(path, &pairs(&form)).await
    };
    let named = save(
        &mut owner,
        "/guide/store",
        &[("store_name", "Iron & Son"), ("store_country", "FR")],
    )
    .await;
    assert_eq!(
        named.header("location"),
        "/guide/money?said=saved",
        "{}",
        named.body
    );
    let money = owner.get("/guide/money").await;
    assert!(
        money.body.contains("usually have") && money.body.contains("value=\"TVA\""),
        "{}",
        money.body
    );
    let saved = save(&mut owner, "/guide/money", &[]).await;
    assert_eq!(
        saved.header("location"),
        "/guide/products?said=saved",
        "{}",
        saved.body
    );
    let stored = settings::all(&office.shop.db.read).await.expect("settings");
    assert_eq!(stored["taxes"][0]["rate"].as_str(), Some("20"));
    let _ = office.shop.state.changed_here.notified().now_or_never();
    for (price, status) in [("", 422), ("cheap", 422), ("24,90", 303)] {
        let form = [
            ("name", "Hammer <1>"),
            ("price", price),
            ("stock", "3"),
            ("description", "Heavy.\n\n<b>Loud</b>"),
        ];
        let answer = owner.send_form("/guide/products", &form).await;
        assert_eq!(answer.status, status, "{price}: {}", answer.body);
        assert!(
            status == 303 || answer.body.contains("Hammer &lt;1&gt;"),
            "what was typed stays"
        );
        let told = office.shop.state.changed_here.notified().now_or_never();
        assert_eq!(
            told.is_some(),
            status == 303,
            "{price}: the shop is told of what is new, and of nothing else"
        );
    }
    office
        .shop
        .state
        .catalog
        .refresh(&office.shop.db)
        .await
        .expect("read");
    let product = office.shop.browser().get("/search").await;
    assert!(
        product.body.contains("Hammer &lt;1&gt;") && product.body.contains("24,90"),
        "{}",
        product.body
    );
    let skipped = owner
        .send_form("/guide/skip", &[("step", "/guide/delivery")])
        .await;
    assert_eq!(skipped.header("location"), "/guide/payment");
    let legal = owner.get("/guide/legal").await;
    let form = fields(&legal.body, "/guide/legal");
    assert_eq!(
        owner.send_form("/guide/legal", &pairs(&form)).await.status,
        303
    );
    let pages = owner.get("/pages").await;
    assert!(pages.body.contains("gaps to fill in"), "{}", pages.body);
    assert!(pages.body.contains("a draft alone"), "{}", pages.body);
    let unseen = office.shop.browser().get("/pages/impressum").await;
    assert_eq!(
        unseen.status, 404,
        "shoppers do not read what is still to be said"
    );
    let all = owner.send_form("/drafts/publish", &[]).await;
    assert_eq!(all.status, 409);
    assert!(all.body.contains("still to be filled in"), "{}", all.body);
    let wrong = owner.send_form("/guide/email", &[("to", "nobody")]).await;
    assert_eq!(wrong.status, 422);
    let sent = owner
        .send_form("/guide/email", &[("to", "ada@shop.example")])
        .await;
    assert_eq!(sent.status, 303);
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM letters WHERE recipient = 'ada@shop.example'")
            .await,
        1
    );
    owner.send_form("/guide/address", &[]).await;
    let overview = owner.get("/guide").await;
    assert!(
        overview.body.contains("One step is left."),
        "{}",
        overview.body
    );
}

#[tokio::test]
async fn pages_are_written_looked_at_and_taken_away() {
    let office = Office::open().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let path = "/pages/edit?slug=about&language=en";
    let mut form = fields(&editor.get(path).await.body, "/pages/edit");
    let other = form.clone();
    set(
        &mut form,
        "text",
        "# About us\n\n**Iron** <script>alert(1)</script> [[what]]",
    );
    let kept = editor.send_form("/pages/draft", &pairs(&form)).await;
    assert_eq!(kept.status, 303, "{}", kept.body);
    let draft = editor.get(path).await;
    assert!(draft.body.contains("<li>what</li>"), "the gap is named");
    let look = editor.get("/preview?path=/pages/about").await;
    let look = look.header("location").to_owned();
    let look = look
        .strip_prefix("http://127.0.0.1:3000")
        .expect("the shop's");
    let look = office.shop.browser().get(look).await;
    assert!(
        look.body.contains("<strong>Iron</strong>") && !look.body.contains("<script>alert"),
        "{}",
        look.body
    );
    form.push(("gaps".to_owned(), "known".to_owned()));
    assert_eq!(
        editor.send_form("/pages/edit", &pairs(&form)).await.status,
        303
    );
    assert_eq!(
        editor.send_form("/pages/edit", &pairs(&other)).await.status,
        409,
        "somebody else wrote it"
    );
    let page = office.shop.browser().get("/pages/about").await;
    assert!(page.body.contains("<strong>Iron</strong>"), "{}", page.body);
    let mut form = fields(&editor.get(path).await.body, "/pages/edit");
    set(&mut form, "act", "remove");
    assert_eq!(
        editor.send_form("/pages/edit", &pairs(&form)).await.status,
        303
    );
    assert_eq!(office.shop.browser().get("/pages/about").await.status, 404);
    for wrong in [
        "/pages/edit?slug=A%20b&language=en",
        "/pages/edit?slug=about&language=xx",
        "/pages/edit",
    ] {
        assert_eq!(editor.get(wrong).await.status, 400, "{wrong}");
    }
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM audit WHERE target = 'page about (en)'")
            .await,
        2
    );
}

#[tokio::test]
async fn the_shops_words_can_be_said_otherwise() {
    let office = Office::open().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let found = editor.get("/labels?language=de&find=warenkorb").await;
    let mut form = fields(&found.body, "/labels");
    set(&mut form, "text.shop_cart", "Einkaufskorb");
    let saved = editor.send_form("/labels", &pairs(&form)).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let stored = settings::all(&office.shop.db.read).await.expect("settings");
    assert_eq!(
        stored["labels"]["de"]["shop_cart"].as_str(),
        Some("Einkaufskorb")
    );
    let own = editor.get("/labels?language=de").await;
    assert!(
        own.body.contains(">Einkaufskorb</textarea>"),
        "{}",
        own.body
    );
    let mut form = fields(&own.body, "/labels");
    set(&mut form, "text.shop_cart", "{ $nothing }");
    let refused = editor.send_form("/labels", &pairs(&form)).await;
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert!(
        refused.body.contains("{ $nothing }</textarea>"),
        "what was typed stays"
    );
    set(&mut form, "text.shop_cart", "");
    assert_eq!(editor.send_form("/labels", &pairs(&form)).await.status, 303);
    let page = editor.get("/labels?language=de").await;
    assert!(page.body.contains("reworded nothing yet"), "{}", page.body);
}

#[tokio::test]
async fn of_two_who_save_a_page_at_once_the_second_is_asked() {
    let office = Office::open().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let path = "/pages/edit?slug=about&language=en";
    let form = fields(&editor.get(path).await.body, "/pages/edit");
    let tries = ["One", "Two", "Three"].map(|text| {
        let (mut browser, mut form) = (editor.clone(), form.clone());
        set(&mut form, "text", text);
        async move { browser.send_form("/pages/edit", &pairs(&form)).await.status }
    });
    let mut answers = futures::future::join_all(tries).await;
    answers.sort_unstable();
    assert_eq!(answers, [303, 409, 409]);
}

#[tokio::test]
async fn a_page_with_gaps_is_published_by_who_says_so_alone() {
    let office = Office::open().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let path = "/pages/edit?slug=about&language=en";
    let mut form = fields(&editor.get(path).await.body, "/pages/edit");
    set(&mut form, "text", "# About\n\nCall [[number]].");
    let refused = editor.send_form("/pages/edit", &pairs(&form)).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.body.contains("gaps that shoppers would read"),
        "{}",
        refused.body
    );
    assert!(refused.body.contains("Call [[number]]."), "nothing is lost");
    let unseen = office.shop.browser().get("/pages/about").await;
    assert_eq!(unseen.status, 404);
    let mut form = fields(&refused.body, "/pages/edit");
    form.push(("gaps".to_owned(), "known".to_owned()));
    let published = editor.send_form("/pages/edit", &pairs(&form)).await;
    assert_eq!(published.status, 303, "{}", published.body);
}
