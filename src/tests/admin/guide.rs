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

/// What is proposed can be saved as it is, but for what only the merchant knows.
#[tokio::test]
async fn what_is_proposed_is_near_and_names_who_is_there() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let store = owner.get("/guide/store").await.body;
    let mut form = fields(&store, "/guide/store");
    let own = form.iter().find(|(name, _)| name == "mail_from");
    let own = own.expect("a sender").1.clone();
    assert!(
        own.contains('@') && !own.contains("shop@example.com"),
        "{own}"
    );
    set(&mut form, "store_country", "DE");
    owner.send_form("/guide/store", &pairs(&form)).await;
    // What is sent goes home; what is fetched, everybody may fetch.
    let delivery = owner.get("/guide/delivery").await.body;
    let form = fields(&delivery, "/guide/delivery");
    owner.send_form("/guide/delivery", &pairs(&form)).await;
    let stored = settings::all(&office.shop.db.read).await.expect("settings");
    for way in stored["shipping"].as_array().expect("ways") {
        let is_fetched = way.get("pickup").and_then(toml::Value::as_bool) == Some(true);
        let zones = way.get("zones").and_then(toml::Value::as_array);
        let zones = zones.map(Vec::len).unwrap_or_default();
        assert_eq!(zones, usize::from(!is_fetched), "{way}");
    }
    // Nobody can transfer money to brackets.
    let payment = owner.get("/guide/payment").await.body;
    let mut form = fields(&payment, "/guide/payment");
    let answer = owner.send_form("/guide/payment", &pairs(&form)).await;
    assert_eq!(answer.status, 422);
    assert!(
        answer.body.contains("fill it in, or take it away"),
        "{}",
        answer.body
    );
    for (_, text) in &mut form {
        *text = text.replace("[[IBAN]]", "DE02 1203 0000 0000 2020 51");
    }
    let answer = owner.send_form("/guide/payment", &pairs(&form)).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
}

/// A guide that was passed is no shop that is ready.
#[tokio::test]
async fn the_end_of_the_guide_says_what_is_left() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    for step in [
        "store", "money", "products", "delivery", "payment", "email", "address",
    ] {
        let path = format!("/guide/{step}");
        owner.send_form("/guide/skip", &[("step", &path)]).await;
    }
    let form = fields(&owner.get("/guide/legal").await.body, "/guide/legal");
    let made = owner.send_form("/guide/legal", &pairs(&form)).await;
    assert_eq!(made.header("location"), "/guide/legal?said=drafts-made");
    let legal = owner.get("/guide/legal").await.body;
    assert!(legal.contains("Your draft.") && legal.contains("Go on"));
    let guide = owner.get("/guide").await.body;
    for left in [
        "drafts that shoppers do not see",
        "reach nobody",
        "over https",
    ] {
        assert!(guide.contains(left), "{left}: {guide}");
    }
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

/// What is asked is asked in its sentence, and answered in one form; what is not answered stays a draft, and can be later.
#[tokio::test]
async fn legal_pages_are_made_by_answering_what_is_asked() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let mut store = fields(&owner.get("/guide/store").await.body, "/guide/store");
    set(&mut store, "store_country", "DE");
    owner.send_form("/guide/store", &pairs(&store)).await;
    let path = "/guide/legal";
    let asked = owner.get(path).await.body;
    assert!(
        asked.contains("Telefon: <strong>Telefonnummer</strong>"),
        "{asked}"
    );
    assert!(
        asked.contains("<option value=\"Sie\">Sie</option>")
            && asked.contains("Read the whole page"),
        "what is a choice is chosen, and all of it can be read first: {asked}"
    );
    let mut form = fields(&asked, path);
    // What is usual is proposed, and only what the merchant alone knows is asked.
    let proposed = |name: &str| {
        form.iter()
            .any(|it| it.0.starts_with(name) && !it.1.is_empty())
    };
    assert!(
        proposed("terms Zahl der Tage") && proposed("privacy-policy Namen oder"),
        "{form:?}"
    );
    let open: Vec<&str> = form
        .iter()
        .filter(|(name, value)| name.contains(' ') && value.is_empty())
        .map(|(name, _)| name.as_str())
        .collect();
    assert!(open.len() < 10, "{open:?}");
    for (name, value) in &mut form {
        if name == "impressum Telefonnummer" {
            *value = "040 123".to_owned();
        } else if name.contains(' ') && !name.contains("diese Zeile") && value.is_empty() {
            *value = "answer".to_owned();
        }
    }
    // Without the word that they were read, nothing is shown to anybody; what was typed is kept.
    let made = owner.send_form(path, &pairs(&form)).await;
    assert_eq!(made.header("location"), "/guide/legal?said=drafts-made");
    let unseen = office.shop.browser().get("/pages/impressum").await;
    assert_eq!(unseen.status, 404);
    let asked = owner.get(path).await.body;
    assert!(!asked.contains("Telefonnummer"), "it is answered");
    let mut form = fields(&asked, path);
    form.push(("advised".to_owned(), "yes".to_owned()));
    owner.send_form(path, &pairs(&form)).await;
    let page = office.shop.browser().get("/pages/impressum").await;
    assert!(
        page.status == 200 && page.body.contains("Telefon: 040 123"),
        "{}",
        page.body
    );
    assert!(
        !page.body.contains("Register:") && !page.body.contains("Vertreten durch"),
        "a line that nothing was said to is left out: {}",
        page.body
    );
    // Where parcels go, and what that costs, is what the settings say.
    let page = office.shop.browser().get("/pages/shipping-payment").await;
    assert!(
        page.body.contains("Wir liefern in alle Länder.")
            && page
                .body
                .contains("Standardversand: 4,90\u{a0}€, kostenlos ab 80,00\u{a0}€ (3–5 Werktage)"),
        "{}",
        page.body
    );
}
