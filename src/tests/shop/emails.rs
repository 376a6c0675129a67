//! Shops that die while they send e-mails: each comes, and again only as the same one.

use super::jobs::{MAX_ROUNDS, START, World};
use crate::support::Shop;
use awning::{
    base::error::AppError,
    platform::{jobs::Worker, mail},
};
use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::Notify,
};

/// When the shop that sends an e-mail dies.
#[derive(Clone, Copy, Debug)]
enum Death {
    BeforeItIsTaken,
    Unanswered,
    Never,
}

/// A mail server in front of which senders die; the Message-IDs it took, with those of e-mails it took before.
async fn take_in(
    stream: TcpStream,
    death: Death,
    died: &Notify,
    taken: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 shop.test ESMTP\r\n").await?;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let answer: &[u8] = match line.get(..4).unwrap_or_default() {
            "EHLO" => b"250-shop.test\r\n250 8BITMIME\r\n",
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                let mut email = String::new();
                while !email.ends_with("\r\n.\r\n") && stream.read_line(&mut email).await? > 0 {}
                if !matches!(death, Death::BeforeItIsTaken) {
                    let id = email.lines().find(|line| line.starts_with("Message-ID:"));
                    let id = id.expect("it has one").to_owned();
                    taken.lock().expect("no panic").push(id);
                }
                if !matches!(death, Death::Never) {
                    died.notify_one();
                    return Ok(());
                }
                b"250 taken\r\n"
            }
            "QUIT" => return stream.write_all(b"221 bye\r\n").await,
            _ => b"250 well\r\n",
        };
        stream.write_all(answer).await?;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_email_comes_again_only_as_the_same_one() {
    const EMAILS: usize = 8;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let shop = Shop::with(|config| config.mail = format!("smtp://127.0.0.1:{port}")).await;
    let (taken, died) = (Arc::new(Mutex::default()), Arc::new(Notify::new()));
    let (taken_in, dying) = (Arc::clone(&taken), Arc::clone(&died));
    let server = tokio::spawn(async move {
        let deaths = [
            Death::Unanswered,
            Death::Never,
            Death::BeforeItIsTaken,
            Death::Never,
        ];
        for death in deaths
            .into_iter()
            .cycle()
            .take(16)
            .chain(std::iter::repeat(Death::Never))
        {
            let (stream, _) = listener.accept().await?;
            let (taken, died) = (Arc::clone(&taken_in), Arc::clone(&dying));
            tokio::spawn(async move { take_in(stream, death, &died, &taken).await });
        }
        Ok::<_, std::io::Error>(())
    });
    for number in 0..EMAILS {
        let to = format!("reader-{number}@example.com");
        let email = mail::Email::note("News".to_owned(), &["All is well."]).expect("an e-mail");
        let posting = mail::Posting::to(&to, START);
        mail::enqueue(&shop.db.write, posting, email)
            .await
            .expect("posted");
    }
    let world = World::new(Vec::new());
    let mut deaths = 0;
    while shop
        .count("SELECT count(*) FROM letters WHERE sent_at IS NULL")
        .await
        > 0
    {
        // Whoever comes after a death knows nothing of what went.
        let state = awning::app::open(shop.config.clone(), shop.db.clone()).await;
        let delivery = mail::Delivery(state.expect("a shop").services());
        let worker = Worker::new(shop.db.clone(), vec![Box::new(delivery)], world.clock());
        tokio::select! {
            tries = worker.work_off() => drop(tries.expect("the database works")),
            () = died.notified() => deaths += 1,
        }
        world.pass(3_600);
        assert!(deaths < MAX_ROUNDS, "it ends");
    }
    server.abort();
    let taken: Vec<String> = taken.lock().expect("no panic").clone();
    let distinct: BTreeSet<&String> = taken.iter().collect();
    assert!(deaths > 0, "somebody died");
    assert_eq!(distinct.len(), EMAILS, "an e-mail each: {taken:?}");
    assert!(taken.len() > EMAILS, "some came again: {taken:?}");
}

/// What a version before jobs kept, or keeps beside this one, is sent.
#[tokio::test]
async fn emails_of_a_version_before_get_their_jobs() -> Result<(), AppError> {
    let shop = Shop::open().await;
    let email = mail::Email::note("News".to_owned(), &["All is well."]).expect("an e-mail");
    let now = awning::base::date::now();
    let posting = mail::Posting::to("ada@example.com", now);
    mail::enqueue(&shop.db.write, posting, email).await?;
    shop.execute("DELETE FROM jobs").await;
    let worker = awning::app::jobs::worker(&shop.state);
    worker.keep_periodic().await?;
    worker.work_off().await?;
    let sent = "SELECT count(*) FROM letters WHERE sent_at IS NOT NULL";
    assert_eq!(shop.count(sent).await, 1);
    Ok(())
}
