//! Staff see the shop as a customer does, and reach no secret of the account.

use super::{ADA, EVE, log, office, path_of, stored};
use crate::{
    admin::support::Office,
    support::{Browser, PASSWORD},
};
use awning::admin::staff::role::Role;
use axum::http::Method;

/// The way into the shop as the customer with this address, as the back office shows it.
async fn way_in(office: &Office, owner: &mut Browser, email: &str) -> String {
    let path = path_of(office, email).await;
    let page = owner.send_form(&format!("{path}/visit"), &[]).await;
    assert_eq!(page.status, 200, "{}", page.body);
    let start = page.body.find("/account/staff?token=").expect("a link");
    let link = page.body[start..].split('"').next().expect("its end");
    link.to_owned()
}

/// Goes the way in, in a browser that has never been there.
async fn visit(office: &Office, owner: &mut Browser, email: &str) -> Browser {
    let link = way_in(office, owner, email).await;
    let mut staff = office.shop.browser();
    enter(&mut staff, &link).await;
    staff
}

async fn enter(staff: &mut Browser, link: &str) -> u16 {
    let page = staff.get(link).await;
    assert_eq!(page.status, 200);
    let token = link.split_once("token=").expect("a token").1;
    staff
        .post("account/staff", &[("token", token)])
        .await
        .status
}

#[tokio::test]
async fn a_visit_begins_once_shows_a_bar_everywhere_and_ends() {
    let office = office().await;
    let mut ada = office.shop.customer(ADA).await;
    ada.post("cart/add", &[("product", "1201")]).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let link = way_in(&office, &mut owner, ADA).await;
    // Opening the link alone begins nothing.
    let mut staff = office.shop.browser();
    staff.get(&link).await;
    assert_eq!(office.shop.count("SELECT COUNT(*) FROM sessions").await, 1);
    assert_eq!(enter(&mut staff, &link).await, 303);
    let mut second = office.shop.browser();
    enter(&mut second, &link).await;
    assert!(
        !second.get("/account").await.body.contains(ADA),
        "it is used"
    );
    let bar = "owner@shop.example is signed in as Ada Lovelace, as a member of staff.";
    // Pages that are kept for everybody, and those drawn for one.
    let found = staff.get("/search?keyword=mug").await.body;
    let end = found.find("-p1201\"").expect("the mug") + "-p1201".len();
    let start = found[..end].rfind('"').expect("its link") + 1;
    let mug = &found[start..end];
    for path in [
        "/",
        mug,
        "/cart",
        "/account",
        "/search?keyword=mug",
        "/pages/none",
    ] {
        let page = staff.get(path).await;
        assert!(page.body.contains(bar), "{path}: {}", page.body);
        assert!(!ada.get(path).await.body.contains("staff-bar"), "{path}");
        assert!(
            !office
                .shop
                .browser()
                .get(path)
                .await
                .body
                .contains("staff-bar"),
            "{path}"
        );
    }
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM known_devices")
            .await,
        1,
        "Ada's own"
    );
    let own = ada.get("/account").await.body;
    assert_eq!(
        own.matches("sessions__row").count(),
        1,
        "not among Ada's sessions"
    );
    let page = owner.get(&path_of(&office, ADA).await).await.body;
    assert!(page.contains("Staff: owner@shop.example"), "{page}");
    staff.post("account/sign_out", &[]).await;
    assert!(!staff.get("/").await.body.contains("staff-bar"));
    assert!(
        staff.cookies.keys().all(|it| !it.ends_with("-cart")),
        "nothing of the cart stays"
    );
    assert_eq!(
        office.shop.count("SELECT COUNT(*) FROM cart_lines").await,
        1
    );
    let id = stored(&office, ADA).await.id;
    let log = log(&office).await;
    assert_eq!(
        log,
        [
            format!("customer.visit {id}"),
            format!("customer.visit.begin {id}")
        ]
    );
}

#[tokio::test]
async fn a_visit_lasts_an_hour_and_the_way_in_two_minutes() {
    let office = office().await;
    office.shop.customer(ADA).await;
    office.shop.customer(EVE).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let link = way_in(&office, &mut owner, ADA).await;
    office
        .shop
        .execute("UPDATE staff_passes SET made_at = made_at - 121")
        .await;
    let mut staff = office.shop.browser();
    enter(&mut staff, &link).await;
    assert!(
        !staff.get("/account").await.body.contains("staff-bar"),
        "too late"
    );
    let mut staff = visit(&office, &mut owner, ADA).await;
    let lasts = "SELECT MAX(expires_at - created_at) FROM sessions WHERE staff <> ''";
    assert_eq!(office.shop.count(lasts).await, 3_600);
    // From one customer to the next without a stop.
    let link = way_in(&office, &mut owner, EVE).await;
    enter(&mut staff, &link).await;
    assert!(staff.get("/account").await.body.contains(EVE));
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM sessions WHERE staff <> ''")
            .await,
        1
    );
    office
        .shop
        .execute("UPDATE sessions SET expires_at = 1 WHERE staff <> ''")
        .await;
    assert!(!staff.get("/account").await.body.contains(EVE));
}

#[tokio::test]
async fn sessions_as_a_customer_end_when_the_member_of_staff_is_removed() {
    let office = office().await;
    let mut ada = office.shop.customer(ADA).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let mut manager = office.signed_in(Role::Manager).await;
    let mut theirs = visit(&office, &mut manager, ADA).await;
    let mut stays = visit(&office, &mut owner, ADA).await;
    let way = way_in(&office, &mut manager, ADA).await;
    assert!(theirs.get("/account").await.body.contains(ADA));
    let id = "SELECT id FROM staff WHERE email = 'manager@shop.example'";
    let id = office.shop.count(id).await.to_string();
    let removed = owner.send_form("/staff/remove", &[("id", &id)]).await;
    assert_eq!(removed.status, 303, "{}", removed.body);
    assert!(!theirs.get("/account").await.body.contains(ADA));
    let mut late = office.shop.browser();
    enter(&mut late, &way).await;
    assert!(!late.get("/account").await.body.contains(ADA));
    for others in [&mut stays, &mut ada] {
        assert!(others.get("/account").await.body.contains(ADA));
    }
}

#[tokio::test]
async fn a_visit_reaches_no_secret_of_the_account() {
    let office = office().await;
    office.shop.customer(ADA).await;
    let before = stored(&office, ADA).await;
    let mut owner = office.signed_in(Role::Owner).await;
    let mut staff = visit(&office, &mut owner, ADA).await;
    for path in [
        "/account/data",
        "/account/%64ata",
        "/account/data.json",
        "/account/data.html",
        "/account/delete",
        "/account/sign-in-again",
        "/account/new-email?token=x",
        "/account/reset-password",
        "/account/register",
        "/account/link?token=x",
        "/account/code",
        "/account/confirm",
    ] {
        assert_eq!(staff.get(path).await.status, 403, "{path}");
    }
    let forms: [(&str, &[(&str, &str)]); 16] = [
        (
            "account/change_password",
            &[("current", PASSWORD), ("new", "another long password")],
        ),
        ("account/change_email", &[("email", "eve@evil.example")]),
        ("account/confirm_email", &[("token", "x")]),
        ("account/change_name", &[("name", "Eve")]),
        ("account/delete_account", &[]),
        ("account/keep_account", &[]),
        ("account/end_session", &[("id", "1")]),
        ("account/end_other_sessions", &[]),
        ("account/send_reset", &[("email", ADA)]),
        (
            "account/set_password",
            &[("token", "x"), ("password", "another long password")],
        ),
        ("account/sign_in", &[("email", ADA), ("password", PASSWORD)]),
        (
            "account/register",
            &[("email", EVE), ("name", "Eve"), ("password", PASSWORD)],
        ),
        ("account/single_sign_on", &[("payload", "x")]),
        ("account/address-removed", &[("address", "1")]),
        ("orders/withdraw", &[("order", "X")]),
        ("reviews/remove", &[("review", "1")]),
    ];
    for (endpoint, form) in forms {
        assert_eq!(staff.post(endpoint, form).await.status, 403, "{endpoint}");
        assert_eq!(
            staff.call(endpoint, form).await.status,
            403,
            "{endpoint}, by a script"
        );
    }
    for path in ["/account/address-book", "/account/review"] {
        assert_eq!(
            staff
                .send(Method::POST, path, "text/html", "a=b")
                .await
                .status,
            403,
            "{path}"
        );
    }
    assert_eq!(stored(&office, ADA).await, before);
    // What may not be done is not shown.
    let page = staff.get("/account").await.body;
    for form in [
        "change_password",
        "change_email",
        "change_name",
        "/account/delete",
    ] {
        assert!(!page.contains(form), "{form} in {page}");
    }
    // What a visit is for.
    assert_eq!(staff.get("/account/orders").await.status, 200);
    assert_eq!(
        staff.post("cart/add", &[("product", "1201")]).await.status,
        303
    );
    let number = super::order(&mut staff, ADA).await;
    let placed =
        "SELECT COUNT(*) FROM audit WHERE verb = 'order.place' AND who = 'owner@shop.example'";
    assert_eq!(
        office.shop.count(placed).await,
        1,
        "{number} is known as one of the staff's"
    );
}
