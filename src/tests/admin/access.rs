//! Who gets where: every route, by every role and every attack.

use super::support::Office;
use crate::support::Browser;
use awning::admin::{
    Route,
    access::Access,
    routes,
    staff::role::{Right, Role},
};
use axum::http::Method;

/// What each role may do, written down once more by hand.
const RIGHTS: [(Role, &[Right]); 5] = [
    (
        Role::Owner,
        &[
            Right::Work,
            Right::SeeSettings,
            Right::ChangeSettings,
            Right::ChangeContent,
            Right::ManageKeys,
            Right::ManageStaff,
            Right::SeeAudit,
            Right::SeeOrders,
            Right::FulfilOrders,
            Right::ManageOrders,
            Right::ExportOrders,
            Right::SeeProducts,
            Right::ChangeProducts,
            Right::ChangeStock,
            Right::SeeCustomers,
            Right::ManageCustomers,
            Right::SeeReports,
            Right::SeeQuestions,
            Right::AnswerQuestions,
        ],
    ),
    (
        Role::Manager,
        &[
            Right::Work,
            Right::SeeSettings,
            Right::ChangeSettings,
            Right::ChangeContent,
            Right::SeeAudit,
            Right::SeeOrders,
            Right::FulfilOrders,
            Right::ManageOrders,
            Right::ExportOrders,
            Right::SeeProducts,
            Right::ChangeProducts,
            Right::ChangeStock,
            Right::SeeCustomers,
            Right::ManageCustomers,
            Right::SeeReports,
            Right::SeeQuestions,
            Right::AnswerQuestions,
        ],
    ),
    (
        Role::Packer,
        &[
            Right::Work,
            Right::SeeOrders,
            Right::FulfilOrders,
            Right::SeeProducts,
            Right::ChangeStock,
        ],
    ),
    (
        Role::Editor,
        &[
            Right::Work,
            Right::SeeSettings,
            Right::ChangeContent,
            Right::SeeProducts,
            Right::ChangeProducts,
        ],
    ),
    (
        Role::Reader,
        &[
            Right::Work,
            Right::SeeSettings,
            Right::SeeAudit,
            Right::SeeOrders,
            Right::SeeProducts,
            Right::SeeCustomers,
            Right::SeeReports,
            Right::SeeQuestions,
        ],
    ),
];

async fn ask(browser: &mut Browser, route: &Route) -> u16 {
    let form = if route.method == Method::GET {
        ""
    } else {
        "x=y"
    };
    let answer = browser.send(route.method.clone(), route.path, "text/html", form);
    answer.await.status
}

fn closed() -> Vec<Route> {
    let all = routes().into_iter();
    let closed: Vec<Route> = all.filter(|it| it.access != Access::Open).collect();
    assert!(closed.len() > 40, "{} routes", closed.len());
    closed
}

#[tokio::test]
async fn each_role_gets_to_what_it_may_and_to_nothing_else() {
    for (role, rights) in RIGHTS {
        let office = Office::open().await;
        let mut browser = office.signed_in(role).await;
        for route in closed() {
            let status = ask(&mut browser, &route).await;
            let may = route
                .access
                .right()
                .is_some_and(|right| rights.contains(&right));
            let told = format!("{} {} {}: {status}", role.code(), route.method, route.path);
            assert_eq!(status != 403, may, "{told}");
            assert!(status < 500, "{told}");
        }
    }
}

#[tokio::test]
async fn nobody_gets_in_without_a_session_of_the_back_office() {
    let office = Office::open().await;
    let customer = office.shop.customer("ada@shop.example").await;
    let token = customer.cookies["__Host-awning"].clone();
    for route in closed() {
        let mut stranger = office.browser();
        let mut shopper = office.browser();
        shopper
            .cookies
            .insert("__Host-awning".to_owned(), token.clone());
        // The shopper's token in the place of a session of the back office.
        let mut forger = office.browser();
        forger
            .cookies
            .insert("__Host-awning-staff".to_owned(), token.clone());
        for browser in [&mut stranger, &mut shopper, &mut forger] {
            let status = ask(browser, &route).await;
            let wanted = if route.method == Method::GET {
                303
            } else {
                401
            };
            assert_eq!(status, wanted, "{} {}", route.method, route.path);
        }
    }
}

#[tokio::test]
async fn what_the_shops_pages_cause_is_refused_with_the_owners_cookie() {
    let office = Office::open().await;
    let owner = office.signed_in(Role::Owner).await;
    let attacks: [&[(&'static str, &str)]; 5] = [
        &[("sec-fetch-site", "same-site"), ("sec-fetch-mode", "cors")],
        &[
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-mode", "no-cors"),
        ],
        &[
            ("sec-fetch-site", "same-site"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-dest", "iframe"),
        ],
        &[("origin", "http://shop.test:3000")],
        &[("origin", "null")],
    ];
    for route in routes() {
        for attack in attacks {
            let mut browser = owner.clone();
            browser.headers = attack
                .iter()
                .map(|(name, value)| (*name, (*value).to_owned()))
                .collect();
            let is_read = route.method == Method::GET && attack[0].0 == "origin";
            let status = ask(&mut browser, &route).await;
            // What is only looked at shows nothing to another origin: there is no CORS here.
            assert!(
                status == 403 || is_read,
                "{} {} {attack:?}: {status}",
                route.method,
                route.path
            );
        }
        // A form on a page elsewhere that navigates here, too.
        let mut browser = owner.clone();
        browser.headers = vec![
            ("sec-fetch-site", "same-site".to_owned()),
            ("sec-fetch-mode", "navigate".to_owned()),
            ("sec-fetch-dest", "document".to_owned()),
        ];
        if route.method == Method::POST {
            assert_eq!(ask(&mut browser, &route).await, 403, "{}", route.path);
        }
    }
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM staff_sessions")
            .await,
        1,
        "nobody was signed out"
    );
}

#[tokio::test]
async fn an_old_proof_asks_for_the_password_and_loses_nothing() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    office.forget_proofs().await;
    let proved: Vec<Route> = closed()
        .into_iter()
        .filter(|it| matches!(it.access, Access::Proved(_)))
        .collect();
    assert!(proved.len() >= 8);
    for route in &proved {
        assert_eq!(
            ask(&mut owner, route).await,
            403,
            "{} {}",
            route.method,
            route.path
        );
    }
    let form = [
        ("name", "Eve"),
        ("email", "eve@shop.example"),
        ("role", "reader"),
    ];
    let question = owner.send_form("/staff/add", &form).await;
    assert_eq!(question.status, 403);
    let mut kept = super::support::fields(&question.body, "/staff/add");
    for (name, value) in form {
        assert!(
            kept.contains(&(name.to_owned(), value.to_owned())),
            "{name} in {kept:?}"
        );
    }
    super::support::set(&mut kept, "confirm_password", "not this one");
    let refused = owner
        .send_form("/staff/add", &super::support::pairs(&kept))
        .await;
    assert_eq!(refused.status, 403);
    assert!(
        refused.body.contains("That is not your password"),
        "{}",
        refused.body
    );
    super::support::set(&mut kept, "confirm_password", crate::support::PASSWORD);
    let done = owner
        .send_form("/staff/add", &super::support::pairs(&kept))
        .await;
    assert_eq!(done.status, 200, "{}", done.body);
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM staff WHERE email = 'eve@shop.example'")
            .await,
        1
    );
    // It holds for what comes next.
    assert_eq!(owner.get("/account/factor").await.status, 200);
}

#[tokio::test]
async fn pages_have_a_strict_policy_and_no_script_of_the_merchants() {
    let office = Office::with(
        |config| config.scripts = vec!["https://chat.example/chat.js".into()],
        awning::platform::config::SettingSources::default(),
    )
    .await;
    let mut owner = office.signed_in(Role::Owner).await;
    for path in ["/", "/settings/store", "/staff"] {
        let page = owner.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        let policy = page.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'nonce-"),
            "{policy}"
        );
        for part in [
            "frame-ancestors 'none'",
            "form-action 'self'",
            "base-uri 'none'",
        ] {
            assert!(policy.contains(part), "{part} in {policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        assert!(!page.body.contains("<script nonce=\"\""), "{path}");
        assert_eq!(page.body.matches("<script").count(), 1, "{path}");
        assert!(
            !page.body.contains("chat.js") || path == "/settings/scripts",
            "{path}"
        );
        assert_eq!(page.header("cache-control"), "no-store, private");
    }
    // A link from an e-mail leads in: the page asks for itself once more, from here.
    let mut from_mail = owner.clone();
    from_mail.headers = vec![
        ("sec-fetch-site", "cross-site".to_owned()),
        ("sec-fetch-mode", "navigate".to_owned()),
        ("sec-fetch-dest", "document".to_owned()),
    ];
    let page = from_mail.get("/staff").await;
    assert_eq!(page.status, 200);
    assert!(
        page.body.contains("http-equiv=\"refresh\""),
        "{}",
        page.body
    );
    assert!(!page.body.contains("owner@shop.example"));
}

#[tokio::test]
async fn a_form_changes_no_setting_that_is_not_on_it() {
    let office = Office::open().await;
    let mut editor = office.signed_in(Role::Editor).await;
    let form = [
        (
            "rest",
            r#"{"scripts":["https://evil.example/x.js"],"mail_from":"Eve <eve@evil.example>"}"#,
        ),
        ("scripts.rows", "1"),
        ("scripts.0.src", "https://evil.example/x.js"),
        ("version.scripts", "0"),
        ("version.products_per_page", "0"),
        ("products_per_page", "7"),
    ];
    let saved = editor.send_form("/settings/addresses", &form).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let stored = awning::content::settings::all(&office.shop.db.read)
        .await
        .expect("settings");
    assert_eq!(stored.keys().collect::<Vec<_>>(), ["products_per_page"]);
}

#[tokio::test]
async fn nobody_is_led_out_of_the_back_office() {
    let office = Office::open().await;
    let mut owner = office.signed_in(Role::Owner).await;
    for outside in [
        "/%09/evil.example",
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
    ] {
        let to = percent(outside);
        let answer = owner.get(&format!("/sign-in?to={to}")).await;
        assert_eq!(answer.header("location"), "/", "{outside}");
        let form = [
            ("to", outside.replace("%09", "\t")),
            ("confirm_password", crate::support::PASSWORD.to_owned()),
        ];
        let form: Vec<(&str, &str)> = form
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let answer = owner.send_form("/confirm", &form).await;
        assert_eq!(answer.header("location"), "/", "{outside}");
    }
}

/// `text` within a query; what is encoded already stays.
fn percent(text: &str) -> String {
    text.replace('\\', "%5C").replace(':', "%3A")
}
