//! E-mails through a mail server: a small one of the test's own.

use crate::{
    order::command_line::program,
    support::Shop,
    support::checkout::{ordered, place, selling, selling_with, up_to_review},
};
use awning::{app::jobs::worker, base::error::AppError, content::pages, request::state::AppState};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// Sends what is due; how many tries there were.
pub async fn send_due(state: &AppState) -> Result<usize, AppError> {
    worker(state).work_off().await
}

/// Takes one e-mail in, or refuses whoever it is for in these words; what it was told.
pub async fn converse(stream: TcpStream, refuses: &str) -> std::io::Result<String> {
    let mut stream = BufReader::new(stream);
    let mut told = String::new();
    stream.write_all(b"220 shop.test ESMTP\r\n").await?;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(told);
        }
        told.push_str(&line);
        let refusal = format!("{refuses}\r\n");
        let answer = match line.get(..4).unwrap_or_default() {
            "EHLO" => "250-shop.test\r\n250 8BITMIME\r\n",
            "RCPT" if !refuses.is_empty() => &refusal,
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                while !told.ends_with("\r\n.\r\n") && stream.read_line(&mut told).await? > 0 {}
                "250 taken\r\n"
            }
            "QUIT" => {
                stream.write_all(b"221 bye\r\n").await?;
                return Ok(told);
            }
            _ => "250 well\r\n",
        };
        stream.write_all(answer.as_bytes()).await?;
    }
}

#[tokio::test]
async fn an_email_refused_for_now_is_sent_later() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let shop = selling_with(|config| {
        config.mail = format!("smtp://127.0.0.1:{port}");
        config.mail_from = "Awning <shop@example.com>".to_owned();
    })
    .await;
    let server = tokio::spawn(async move {
        let mut each = Vec::new();
        for refuses in ["451 later", ""] {
            let (stream, _) = listener.accept().await?;
            each.push(converse(stream, refuses).await?);
        }
        Ok::<_, std::io::Error>(each)
    });
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let number = ordered(&place(&mut browser).await);
    send_due(&shop.state).await.expect("tried");
    let waits =
        "SELECT count(*) FROM jobs WHERE done_at IS NULL AND attempts = 1 AND due_at > created_at";
    assert_eq!(shop.count(waits).await, 1, "it waits for its next try");
    shop.execute("UPDATE jobs SET due_at = 0").await;
    send_due(&shop.state).await.expect("sent");
    let sent = "SELECT count(*) FROM letters WHERE sent_at IS NOT NULL";
    assert_eq!(shop.count(sent).await, 1);
    drop(shop);
    let told = server.await.expect("it ends").expect("it talks");
    let email = &told[1];
    for part in [
        "MAIL FROM:<shop@example.com>",
        "RCPT TO:<ada@example.com>",
        &number,
    ] {
        assert!(email.contains(part), "{part}: {email}");
    }
    assert!(email.contains("text/plain") && email.contains("text/html"));
}

fn said(shop: &Shop, arguments: &[&str]) -> String {
    let output = program(shop, arguments);
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).expect("text")
}

/// The e-mails in the outbox, the first first.
fn outbox(shop: &Shop) -> Vec<String> {
    let directory = shop.config.mail.trim_start_matches("file:");
    let files = std::fs::read_dir(directory).into_iter().flatten().flatten();
    let mut emails: Vec<String> = files
        .filter(|file| file.path().extension().is_some_and(|it| it == "eml"))
        .map(|file| std::fs::read_to_string(file.path()).expect("an e-mail"))
        .collect();
    emails.sort();
    emails
}

fn message_id(email: &str) -> &str {
    let line = email.lines().find(|line| line.starts_with("Message-ID:"));
    line.expect("it has one")
}

#[tokio::test]
async fn an_email_that_went_is_not_sent_again_because_that_cannot_be_noted() {
    let shop = selling().await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    ordered(&place(&mut browser).await);
    shop.forbid("UPDATE OF attempts", "jobs", "TRUE").await;
    assert!(send_due(&shop.state).await.is_err());
    assert_eq!(outbox(&shop).len(), 0, "what cannot be claimed is not sent");
    shop.allow("jobs").await;
    shop.forbid("UPDATE OF sent_at", "letters", "TRUE").await;
    for _ in 0..3 {
        assert_eq!(send_due(&shop.state).await.expect("tried"), 1);
        shop.execute("UPDATE jobs SET due_at = 0").await;
    }
    assert_eq!(outbox(&shop).len(), 1);
    // A shop that was killed knows nothing of it: whoever gets it again can tell by its id.
    let another = awning::app::open(shop.config.clone(), shop.db.clone()).await;
    let another = another.expect("a shop");
    send_due(&another).await.expect("tried");
    let emails = outbox(&shop);
    assert_eq!(emails.len(), 2);
    assert_eq!(message_id(&emails[0]), message_id(&emails[1]));
    shop.allow("letters").await;
    shop.execute("UPDATE jobs SET due_at = 0").await;
    send_due(&shop.state).await.expect("noted");
    let sent = "SELECT count(*) FROM letters WHERE sent_at IS NOT NULL";
    assert_eq!(shop.count(sent).await, 1);
    assert_eq!(outbox(&shop).len(), 2);
}

#[tokio::test]
async fn what_is_refused_for_good_ends_and_the_merchant_sees_it() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let shop = selling_with(|config| config.mail = format!("smtp://127.0.0.1:{port}")).await;
    let server = tokio::spawn(async move {
        let mut tries = 0;
        loop {
            let (stream, _) = listener.accept().await?;
            // The shop's own password is wrong at first, which is no fault of the e-mail.
            let refuses = match tries {
                0..3 => "535 wrong password",
                _ => "550 nobody \u{1b}[2J here",
            };
            converse(stream, if tries < 9 { refuses } else { "" }).await?;
            tries += 1;
        }
        #[expect(unreachable_code, reason = "it says what the loop may end with")]
        Ok::<_, std::io::Error>(())
    });
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let number = ordered(&place(&mut browser).await);
    let mut tries = 0;
    while shop
        .count("SELECT count(*) FROM jobs WHERE failed_at IS NULL")
        .await
        > 0
    {
        shop.execute("UPDATE jobs SET due_at = 0").await;
        send_due(&shop.state).await.expect("tried");
        tries += 1;
        assert!(tries < 9, "it ends");
    }
    assert!(tries >= 5, "{tries}");
    shop.execute("UPDATE jobs SET due_at = 0").await;
    assert_eq!(send_due(&shop.state).await.expect("nothing"), 0);
    for listed in [
        said(&shop, &["emails", "list", "--failed"]),
        said(&shop, &["orders", "show", &number]),
    ] {
        assert!(
            listed.contains(&format!("failed after {tries} tries: ")),
            "{listed}"
        );
        assert!(
            listed.contains("550") && !listed.contains('\u{1b}'),
            "{listed:?}"
        );
    }
    server.abort();
    assert!(said(&shop, &["emails", "retry"]).starts_with("1 e-mails"));
    assert_eq!(said(&shop, &["emails", "list", "--failed"]), "\n");
    assert!(said(&shop, &["emails", "list"]).contains("ada@example.com"));
}

#[tokio::test]
async fn an_address_that_no_email_reaches_is_not_taken() {
    let shop = selling().await;
    let mut browser = shop.browser();
    browser.post("cart/add", &[("product", "1201")]).await;
    for bad in ["ada..l@example.com", "ada@-example.com"] {
        let answer = browser.post("cart/checkout", &[("email", bad)]).await;
        assert!(answer.header("location").starts_with("/cart"), "{bad}");
        assert!(browser.get("/cart?check=1").await.body.contains(bad));
    }
    let answer = browser
        .post("cart/checkout", &[("email", "ada@example.com")])
        .await;
    assert_eq!(answer.header("location"), "/checkout/address");
    let register = [
        ("name", "Ada"),
        ("email", "ada..l@example.com"),
        ("password", crate::support::PASSWORD),
    ];
    let answer = shop.browser().call("account/register", &register).await;
    assert_eq!(answer.body, "{\"Refused\":\"Email\"}");
}

#[tokio::test]
async fn the_confirmation_holds_the_terms_where_shoppers_may_withdraw() {
    const HOLDS: &str = "SELECT count(*) FROM letters WHERE order_id IS NOT NULL \
        AND text LIKE '%--- Our terms ---%We keep every promise.%' AND html LIKE '%<strong>every</strong>%'";
    for (withdrawal, holds) in [(true, 1), (false, 0)] {
        let shop = selling_with(|config| config.withdrawal = withdrawal).await;
        let terms = "# Our terms\n\nWe keep **every** promise.";
        pages::put(&shop.state.db.write, "terms", "en", terms)
            .await
            .expect("a page");
        let mut browser = shop.browser();
        up_to_review(&mut browser, "ada@example.com").await;
        ordered(&place(&mut browser).await);
        assert_eq!(shop.count(HOLDS).await, holds, "{withdrawal}");
    }
}

#[tokio::test]
async fn an_e_mail_stands_in_the_shops_frame() {
    let shop = selling_with(|config| config.seller.name = "Mugworks".to_owned()).await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    ordered(&place(&mut browser).await);
    send_due(&shop.state).await.expect("sent");
    let first = outbox(&shop).into_iter().next().expect("an e-mail");
    // A long line is written in pieces.
    let first = first.replace("=\r\n", "");
    assert!(first.contains("Mugworks"), "{first}");
}

#[tokio::test]
async fn an_email_is_promised_only_where_it_reaches_somebody() {
    for (mail, said) in [
        (
            Some("smtp://127.0.0.1:9"),
            "is on its way to ada@example.com",
        ),
        (None, "We have received your order"),
    ] {
        let shop = selling_with(|config| {
            config.mail = mail.map_or_else(|| config.mail.clone(), ToOwned::to_owned);
        })
        .await;
        let mut browser = shop.browser();
        up_to_review(&mut browser, "ada@example.com").await;
        let answer = place(&mut browser).await;
        let page = browser.get(answer.header("location")).await.body;
        assert!(page.contains(said), "{mail:?}");
        assert_eq!(page.contains("on its way"), mail.is_some());
    }
}
