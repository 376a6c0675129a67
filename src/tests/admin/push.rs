//! Notices of new orders, to a push service that stands in the test: what it gets is decrypted here.

use super::{
    orders::{office_with, placed},
    support::Office,
};
use crate::support::Browser;
use awning::{
    admin::staff::role::Role,
    app::jobs,
    platform::push::{decrypted, store},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    agreement::{ECDH_P256, EphemeralPrivateKey},
    rand::SystemRandom,
};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpListener,
    sync::{Arc, Mutex},
    thread,
};

const AUTH: [u8; 16] = [9; 16];

/// What came in: the head of the request in lower case, and its body.
type Taken = Arc<Mutex<Vec<(String, Vec<u8>)>>>;

/// A push service that answers with `statuses`, one after the other, and then that all is well; it listens until the test's
/// process ends.
fn service(statuses: &[u16]) -> (String, Taken) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!(
        "http://{}/to/a-browser",
        listener.local_addr().expect("an address")
    );
    let taken = Taken::default();
    let (kept, statuses) = (Arc::clone(&taken), Vec::from(statuses));
    let mut statuses = statuses.into_iter();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut reader = BufReader::new(stream.try_clone().expect("the same"));
            let (mut head, mut length) = (String::new(), 0);
            loop {
                let mut line = String::new();
                if reader.read_line(&mut line).unwrap_or(0) <= 2 {
                    break;
                }
                let line = line.to_lowercase();
                if let Some(bytes) = line.strip_prefix("content-length:") {
                    length = bytes.trim().parse().expect("a number");
                }
                head.push_str(&line);
            }
            let mut body = vec![0; length];
            reader.read_exact(&mut body).expect("all of it");
            kept.lock().expect("no panic").push((head, body));
            let status = statuses.next().unwrap_or(201);
            let mut stream = stream;
            let answer =
                format!("HTTP/1.1 {status} x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            stream.write_all(answer.as_bytes()).expect("answered");
        }
    });
    (url, taken)
}

/// The office of a shop that may reach the service, which is on this machine.
async fn office() -> Office {
    office_with(|config| {
        config.import_from_private_networks = true;
        config.mail_from = "Shop <hello@shop.example>".into();
    })
    .await
}

/// Lets the browser of whoever is signed in be told by the service at `endpoint`; its private key.
async fn subscribe(browser: &mut Browser, endpoint: &str) -> EphemeralPrivateKey {
    let own = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new()).expect("a key");
    let key = URL_SAFE_NO_PAD.encode(own.compute_public_key().expect("public"));
    let auth = URL_SAFE_NO_PAD.encode(AUTH);
    let form = [("endpoint", endpoint), ("key", &key), ("auth", &auth)];
    let answer = browser.send_form("/account/push", &form).await;
    assert_eq!(
        answer.header("location"),
        "/account?said=push-on",
        "{}",
        answer.body
    );
    own
}

/// Does the jobs that are due, those for other people's servers too.
async fn work(office: &Office) {
    office.shop.deliver().await;
    let worker = jobs::picture_worker(&office.shop.state);
    worker.work_off().await.expect("jobs");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_is_told_of_an_order_and_nobody_on_the_way_reads_it() {
    let (office, (url, taken)) = (office().await, service(&[]));
    let mut packer = office.signed_in(Role::Packer).await;
    let own = subscribe(&mut packer, &url).await;
    let page = packer.get("/account").await.body;
    assert!(
        page.contains("Notices of new orders") && page.contains("is told"),
        "{page}"
    );
    assert!(packer.get("/push-worker.js").await.status != 500);
    let number = placed(&office, "ada@example.com").await;
    work(&office).await;
    work(&office).await;
    let taken = taken.lock().expect("no panic");
    assert_eq!(taken.len(), 1, "once");
    let (head, body) = &taken[0];
    for part in [
        "content-encoding: aes128gcm",
        "ttl: 86400",
        "authorization: vapid t=",
        "post /to/a-browser",
    ] {
        assert!(head.contains(part), "{part}: {head}");
    }
    assert!(!String::from_utf8_lossy(body).contains(&number));
    let text = decrypted(own, &AUTH, body).expect("it is for this browser");
    let told: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
    let expected = serde_json::json!({ "title": format!("New order {number}: €29.50"), "to": format!("/orders/{number}"), "tag": number });
    assert_eq!(told, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_failed_is_tried_again_and_who_is_gone_is_forgotten() {
    let (office, (url, taken)) = (office().await, service(&[503, 201, 410]));
    let mut owner = office.signed_in(Role::Owner).await;
    subscribe(&mut owner, &url).await;
    placed(&office, "ada@example.com").await;
    work(&office).await;
    assert_eq!(taken.lock().expect("no panic").len(), 1);
    office
        .shop
        .execute("UPDATE jobs SET due_at = 0, leased_until = 0 WHERE kind = 'push'")
        .await;
    work(&office).await;
    assert_eq!(taken.lock().expect("no panic").len(), 2);
    let open = "SELECT COUNT(*) FROM jobs WHERE kind = 'push' AND done_at IS NULL";
    assert_eq!(office.shop.count(open).await, 0);
    placed(&office, "ada@example.com").await;
    work(&office).await;
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM push_subscriptions")
            .await,
        0
    );
    assert_eq!(office.shop.count(open).await, 0, "that is no failure");
    // Without a browser there is nothing to do.
    placed(&office, "ada@example.com").await;
    let told = "SELECT COUNT(*) FROM jobs WHERE kind = 'tell staff'";
    assert_eq!(office.shop.count(told).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_quiet_signed_out_or_removed_is_told_nothing() {
    let (office, (url, taken)) = (office().await, service(&[]));
    let db = &office.shop.db.read;
    let told = || taken.lock().expect("no panic").len();
    let mut manager = office.signed_in(Role::Manager).await;
    subscribe(&mut manager, &format!("{url}/1")).await;
    let id = office
        .shop
        .count("SELECT id FROM push_subscriptions")
        .await
        .to_string();
    let turn = [("id", id.as_str()), ("to", "off")];
    manager.send_form("/account/push/turn", &turn).await;
    placed(&office, "ada@example.com").await;
    work(&office).await;
    assert_eq!(told(), 0, "quiet");
    // Nobody turns another's on.
    let mut owner = office.signed_in(Role::Owner).await;
    let on = [("id", id.as_str()), ("to", "on")];
    owner.send_form("/account/push/turn", &on).await;
    assert!(store::to_tell(db).await.expect("read").is_empty());
    manager.send_form("/account/push/turn", &on).await;
    // What waits for somebody who signs out meanwhile is not told any more.
    placed(&office, "ada@example.com").await;
    office.shop.deliver().await;
    manager.send_form("/sign-out", &[]).await;
    work(&office).await;
    assert_eq!(told(), 0, "signed out");
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM push_subscriptions")
            .await,
        0
    );
    subscribe(&mut owner, &format!("{url}/2")).await;
    let mut packer = office.signed_in(Role::Packer).await;
    subscribe(&mut packer, &format!("{url}/3")).await;
    office
        .shop
        .execute("UPDATE staff SET role = 'editor' WHERE role = 'packer'")
        .await;
    placed(&office, "ada@example.com").await;
    work(&office).await;
    assert_eq!(told(), 1, "an editor sees no orders");
    office
        .shop
        .execute("DELETE FROM staff WHERE role = 'editor'")
        .await;
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM push_subscriptions")
            .await,
        1
    );
    // Who signs in again on the same device stays told.
    let form = [
        ("email", "owner@shop.example"),
        ("password", crate::support::PASSWORD),
    ];
    assert_eq!(owner.send_form("/sign-in", &form).await.status, 303);
    assert_eq!(store::to_tell(db).await.expect("read").len(), 1);
    let ended = owner
        .send_form("/account/sessions/end", &[("id", "others")])
        .await;
    assert_eq!(ended.status, 303);
    assert_eq!(
        store::to_tell(db).await.expect("read").len(),
        1,
        "this is the one that stays"
    );
}

#[tokio::test]
async fn only_what_a_browser_sends_is_taken() {
    let office = crate::admin::orders::office().await;
    let mut owner = office.signed_in(Role::Owner).await;
    let key = URL_SAFE_NO_PAD.encode([4; 65]);
    let auth = URL_SAFE_NO_PAD.encode(AUTH);
    for (endpoint, key, auth) in [
        ("http://127.0.0.1:9/x", key.as_str(), auth.as_str()),
        ("file:///etc/passwd", &key, &auth),
        ("https://push.example/x", "short", &auth),
        ("https://push.example/x", &key, "??"),
        ("", &key, &auth),
    ] {
        let form = [("endpoint", endpoint), ("key", key), ("auth", auth)];
        let answer = owner.send_form("/account/push", &form).await;
        assert_eq!(
            answer.header("location"),
            "/account?said=push-refused",
            "{endpoint}"
        );
    }
    assert_eq!(
        office
            .shop
            .count("SELECT COUNT(*) FROM push_subscriptions")
            .await,
        0
    );
}
