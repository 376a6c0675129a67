//! Ways of delivery and to pay, as a merchant adds them.

use super::support::{Office, fields, pairs, set};
use awning::{admin::staff::role::Role, content::settings};

const OPEN: &str = "<details open class=\"part\"";

/// Nobody has to think of a name for scripts; and what few need is folded away until something is wrong in it.
#[tokio::test]
async fn a_way_of_delivery_is_added_with_what_a_newcomer_knows() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let path = "/settings/shipping";
    let mut form = fields(&owner.get(path).await.body, path);
    set(&mut form, "act", "add shipping");
    let added = owner.send_form(path, &pairs(&form)).await.body;
    let mut form = fields(&added, path);
    let last = form
        .iter()
        .filter(|(name, _)| name.starts_with("shipping.") && name.ends_with(".by"))
        .count()
        - 1;
    let field = |name: &str| format!("shipping.{last}.{name}");
    assert!(added.contains("<summary>More: "), "{added}");
    assert!(!added.contains(OPEN), "{added}");
    set(&mut form, &field("title.en"), "Bulky Goods");
    set(&mut form, &field("days"), "soon");
    let refused = owner.send_form(path, &pairs(&form)).await;
    assert_eq!(refused.status, 422);
    let (_, open) = refused
        .body
        .split_once(OPEN)
        .expect("what is wrong is seen");
    assert!(open.contains("Please type whole numbers."), "{open}");
    set(&mut form, &field("days"), "2–4");
    let saved = owner.send_form(path, &pairs(&form)).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let stored = settings::all(&office.shop.db.read).await.expect("settings");
    let way = &stored["shipping"].as_array().expect("ways")[last];
    assert_eq!(way["id"].as_str(), Some("bulky-goods"));
}
