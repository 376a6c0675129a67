//! What is kept of a customer goes out as their own file, and an account is deleted as they would delete it.

use super::{ADA, log, office, path_of, stored};
use awning::{
    account::personal_data::erase_due,
    admin::staff::role::Role,
    base::date::{DAY, now},
};

#[tokio::test]
async fn the_file_is_the_one_that_the_customer_gets() {
    let office = office().await;
    let mut ada = office.shop.customer(ADA).await;
    let path = path_of(&office, ADA).await;
    let mut owner = office.signed_in(Role::Owner).await;
    owner
        .send_form(&format!("{path}/notes"), &[("text", "Rings twice")])
        .await;
    let own = ada.get("/account/data.json").await;
    let taken = owner.get(&format!("{path}/data.json")).await;
    assert_eq!((own.status, taken.status), (200, 200));
    let read = |text: &str| {
        let mut json: serde_json::Value = serde_json::from_str(text).expect("JSON");
        json.as_object_mut()
            .expect("an object")
            .retain(|key, _| key != "writtenAt" && key != "asOf");
        json
    };
    let (own, taken) = (read(&own.body), read(&taken.body));
    assert_eq!(own["account"], taken["account"]);
    assert_eq!(own["notes"], taken["notes"]);
    assert!(
        taken["notes"].to_string().contains("Rings twice"),
        "{taken}"
    );
    let page = owner.get(&format!("{path}/data.html")).await;
    assert!(page.body.contains(ADA));
    let id = stored(&office, ADA).await.id;
    let wanted = format!("customer.export {id}");
    assert_eq!(
        log(&office)
            .await
            .iter()
            .filter(|it| **it == wanted)
            .count(),
        2
    );
    office.forget_proofs().await;
    assert_eq!(
        owner.get(&format!("{path}/data.json")).await.status,
        403,
        "asks who it is"
    );
}

#[tokio::test]
async fn an_account_is_deleted_in_a_day_unless_somebody_calls_it_off() {
    let office = office().await;
    office.shop.customer(ADA).await;
    let path = path_of(&office, ADA).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let (delete, keep) = (format!("{path}/delete"), format!("{path}/keep"));
    let page = owner.get(&delete).await;
    assert!(page.body.contains("tax law asks"), "{}", page.body);
    for _ in 0..2 {
        let asked = owner.send_form(&delete, &[]).await;
        assert_eq!(
            asked.header("location"),
            format!("{path}?said=deletion-asked")
        );
    }
    let told = "SELECT COUNT(*) FROM letters WHERE recipient = 'ada@example.com' AND subject LIKE '%will be deleted'";
    assert_eq!(office.shop.count(told).await, 1);
    assert!(
        owner
            .get(&path)
            .await
            .body
            .contains("This account is deleted on")
    );
    let off = owner.send_form(&keep, &[]).await;
    assert_eq!(off.header("location"), format!("{path}?said=deletion-off"));
    let none = owner.send_form(&keep, &[]).await;
    assert_eq!(
        none.header("location"),
        format!("{path}?said=deletion-none")
    );
    let accounts = &office.shop.state.accounts;
    assert_eq!(erase_due(accounts, now() + 2 * DAY).await, Ok(0));
    owner.send_form(&delete, &[]).await;
    assert_eq!(erase_due(accounts, now() + 2 * DAY).await, Ok(1));
    assert_eq!(owner.get(&path).await.status, 404);
}
