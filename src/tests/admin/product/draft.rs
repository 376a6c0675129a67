//! A product in draft, as the shop would show it.

use super::{MUG, form_at, form_in, office, save, send, shown, stored};
use crate::support::Answer;
use awning::admin::staff::role::Role;

const DRAFT: &str = "/products/1201/draft";
const SHOP: &str = "/Blue-Mug-Saucer-p1201";

/// The page of the shop that `answer` leads to, as a visitor sees it.
async fn previewed(office: &super::Office, answer: &Answer) -> Answer {
    assert_eq!(answer.status, 303, "{}", answer.body);
    let path = answer
        .header("location")
        .strip_prefix("http://127.0.0.1:3000");
    office.shop.browser().get(path.expect("the shop's")).await
}

#[tokio::test]
async fn a_draft_is_seen_by_whoever_has_the_pass_and_published_by_saving_it() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let before = stored(&office, 1201).await;
    let form = form_at(&mut editor, MUG).await;
    let changes = [
        ("price", "3.33"),
        ("subtitle.en", "Soon"),
        ("stock", "99"),
        ("to", "frame"),
        ("preview_path", SHOP),
    ];
    let framed = send(&mut editor, DRAFT, &form, &changes).await;
    let page = previewed(&office, &framed).await;
    assert!(
        page.body.contains("Soon") && page.body.contains("3.33"),
        "{}",
        page.body
    );
    assert!(!shown(&office, SHOP).await.body.contains("Soon"));
    assert_eq!(stored(&office, 1201).await, before);
    // Also where it is one of several.
    let list = framed.header("location").replace(SHOP, "/search");
    let list = list
        .strip_prefix("http://127.0.0.1:3000")
        .expect("the shop's")
        .to_owned();
    assert!(office.shop.browser().get(&list).await.body.contains("3.33"));

    let shown_now = editor.get(MUG).await;
    assert!(
        shown_now
            .body
            .contains("This is a draft (editor@shop.example"),
        "{}",
        shown_now.body
    );
    assert!(
        editor
            .get("/drafts")
            .await
            .body
            .contains("Blue Mug &amp; Saucer")
    );
    let draft = form_in(&shown_now, MUG);
    assert!(draft.contains(&("subtitle.en".to_owned(), "Soon".to_owned())));
    // What others change meanwhile of something else stays, and so does what is sold.
    office
        .shop
        .execute("UPDATE products SET stock = 5 WHERE id = 1201")
        .await;
    office.shop.set_product(1201, "/sku", "NEW").await;
    let published = editor.send_form("/drafts/publish", &[]).await;
    assert_eq!(published.status, 303, "{}", published.body);
    let mug = stored(&office, 1201).await;
    assert_eq!(
        (mug.price, mug.stock, mug.sku.as_str()),
        (333, Some(5), "NEW")
    );
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM drafts").await, 0);
}

#[tokio::test]
async fn a_draft_that_is_overtaken_is_asked_about_and_can_be_thrown_away() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let form = form_at(&mut editor, MUG).await;
    let kept = send(&mut editor, DRAFT, &form, &[("price", "3.33")]).await;
    assert_eq!(
        kept.header("location"),
        "/products/1201?said=draft",
        "{}",
        kept.body
    );
    office.shop.set_product(1201, "/price", 4_000).await;
    let published = editor.send_form("/drafts/publish", &[]).await;
    assert_eq!(published.status, 409);
    assert!(
        published
            .body
            .contains("it was changed since the draft was begun"),
        "{}",
        published.body
    );
    let gone = editor.send_form(DRAFT, &[("act", "discard")]).await;
    assert_eq!(gone.header("location"), "/products/1201?said=draft-gone");
    assert_eq!(stored(&office, 1201).await.price, 4_000);
    // Somebody else's draft is not written over unseen.
    let form = form_at(&mut editor, MUG).await;
    send(&mut editor, DRAFT, &form, &[("price", "5")]).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let other = send(&mut owner, DRAFT, &form, &[("price", "6")]).await;
    assert_eq!(other.status, 409, "{}", other.body);
    for said in [
        "changed this draft meanwhile",
        "value=\"5.00\"",
        "value=\"6\"",
    ] {
        assert!(other.body.contains(said), "{said}: {}", other.body);
    }
    let again = send(&mut owner, DRAFT, &form_in(&other, MUG), &[]).await;
    assert_eq!(again.status, 303, "{}", again.body);
}

#[tokio::test]
async fn what_is_hidden_is_looked_at_before_it_is_shown() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    save(&mut editor, "/products/1203", &[("subtitle.en", "Not yet")]).await;
    assert_eq!(shown(&office, "/p1203").await.status, 404);
    let form = form_at(&mut editor, "/products/1203").await;
    let look = [("to", "frame"), ("preview_path", "/Hidden-Thing-p1203")];
    let framed = send(&mut editor, "/products/1203/draft", &form, &look).await;
    let page = previewed(&office, &framed).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Not yet"), "{}", page.body);
    assert_eq!(shown(&office, "/Hidden-Thing-p1203").await.status, 404);
    assert!(!stored(&office, 1203).await.enabled);
}

/// Under another name it has another address, and the pass leads there too.
#[tokio::test]
async fn a_draft_with_another_name_is_seen_at_its_new_address() {
    let office = office().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let form = form_at(&mut editor, MUG).await;
    let changes = [("name.en", "Cup"), ("to", "frame"), ("preview_path", SHOP)];
    let framed = send(&mut editor, DRAFT, &form, &changes).await;
    let moved = previewed(&office, &framed).await;
    let to = moved.header("location").to_owned();
    assert!(
        to.starts_with("/Cup-p1201?preview=") || to.contains("&preview="),
        "{} {to}",
        moved.status
    );
    let page = office.shop.browser().get(&to).await;
    assert!(page.body.contains("Cup"), "{}", page.body);
}
