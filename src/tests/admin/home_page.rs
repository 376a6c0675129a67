//! How the home page is arranged.

use super::support::{Office, fields, pairs, set};
use awning::admin::staff::role::Role;

/// The first section of a home page that nobody arranged hides nothing of what it showed.
#[tokio::test]
async fn what_an_empty_home_page_stands_for_stays_beside_its_first_section() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let path = "/settings/home";
    let mut rows = Vec::new();
    let mut form = fields(&owner.get(path).await.body, path);
    for add in ["add home hero", "add home newest"] {
        set(&mut form, "act", add);
        form = fields(&owner.send_form(path, &pairs(&form)).await.body, path);
        let types = form.iter().filter(|(name, _)| name.ends_with(".type"));
        rows = types.map(|(_, tag)| tag.clone()).collect();
    }
    assert_eq!(rows, ["hero", "catalog", "newest"]);
}
