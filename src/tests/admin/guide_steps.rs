//! What the steps of the guide propose, ask for and leave open.

use super::support::{Office, fields, pairs, set};
use awning::{admin::staff::role::Role, content::settings};

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
    // It speaks one language: what stands in another, nobody would see.
    let mut money = fields(&owner.get("/guide/money").await.body, "/guide/money");
    money.retain(|(name, value)| name != "languages" || value == "de");
    let saved = owner.send_form("/guide/money", &pairs(&money)).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    // Nobody can transfer money to brackets.
    let payment = owner.get("/guide/payment").await.body;
    let mut form = fields(&payment, "/guide/payment");
    let answer = owner.send_form("/guide/payment", &pairs(&form)).await;
    assert_eq!(answer.status, 422);
    assert!(
        answer.body.contains("fill it in, or remove it"),
        "{}",
        answer.body
    );
    let gaps = form.iter().filter(|(_, text)| text.contains("[[IBAN]]"));
    assert_eq!(gaps.count(), 1, "what is asked can be seen: {form:?}");
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
    assert!(guide.contains("/settings/brand") && guide.contains("/settings/home"));
    for left in [
        "drafts that shoppers do not see",
        "reach nobody",
        "over https",
    ] {
        assert!(guide.contains(left), "{left}: {guide}");
    }
}

/// "Later" is later: a step that was put off does not come again as the next one.
#[tokio::test]
async fn what_is_put_off_is_passed() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    for step in [
        "store", "money", "products", "delivery", "payment", "legal", "address",
    ] {
        let path = format!("/guide/{step}");
        owner.send_form("/guide/skip", &[("step", &path)]).await;
    }
    let page = owner.get("/guide/email").await.body;
    assert!(page.contains("Go on, and do this later"), "{page}");
    assert!(
        !page.contains("href=\"/guide/email\""),
        "it leads to itself: {page}"
    );
    let later = owner
        .send_form("/guide/skip", &[("step", "/guide/email")])
        .await;
    assert_eq!(later.header("location"), "/guide");
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
        proposed("terms wie vielen") && proposed("privacy-policy Namen oder"),
        "{form:?}"
    );
    let open: Vec<&str> = form
        .iter()
        .filter(|(name, value)| name.contains(' ') && value.is_empty())
        .map(|(name, _)| name.as_str())
        .collect();
    assert!(open.len() < 10, "{open:?}");
    for (name, value) in &mut form {
        if name == "Telefonnummer" {
            *value = "040 123".to_owned();
        } else if value.is_empty() && !name.contains("diese Zeile") {
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
    let (page, costs) = (page.body, "Standardversand: 4,90&nbsp;€, kostenlos ab");
    let says_both = page.contains("Wir liefern in alle Länder.") && page.contains(costs);
    assert!(says_both, "{page}");
}
