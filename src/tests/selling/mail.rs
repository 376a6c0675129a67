//! Letters through a mail server: a small one of the test's own.

use super::support::{ordered, place, selling_with, up_to_review};
use awning::server::mail::send_due;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// Takes one letter in, or refuses whoever it is for; what it was told.
async fn converse(stream: TcpStream, refuses: bool) -> std::io::Result<String> {
    let mut stream = BufReader::new(stream);
    let mut told = String::new();
    stream.write_all(b"220 shop.test ESMTP\r\n").await?;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(told);
        }
        told.push_str(&line);
        let answer = match line.get(..4).unwrap_or_default() {
            "EHLO" => "250-shop.test\r\n250 8BITMIME\r\n",
            "RCPT" if refuses => "451 later\r\n",
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
async fn a_letter_refused_for_now_is_sent_later() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let shop = selling_with(|config| {
        config.mail = format!("smtp://127.0.0.1:{port}");
        config.mail_from = "Awning <shop@example.com>".to_owned();
    })
    .await;
    let server = tokio::spawn(async move {
        let mut each = Vec::new();
        for refuses in [true, false] {
            let (stream, _) = listener.accept().await?;
            each.push(converse(stream, refuses).await?);
        }
        Ok::<_, std::io::Error>(each)
    });
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let number = ordered(&place(&mut browser).await);
    send_due(&shop.state).await.expect("tried");
    let waits = "SELECT count(*) FROM letters WHERE sent_at IS NULL AND attempts = 1 AND due_at > created_at";
    assert_eq!(shop.count(waits).await, 1, "it waits for its next try");
    shop.execute("UPDATE letters SET due_at = 0").await;
    send_due(&shop.state).await.expect("sent");
    let sent = "SELECT count(*) FROM letters WHERE sent_at IS NOT NULL";
    assert_eq!(shop.count(sent).await, 1);
    drop(shop);
    let told = server.await.expect("it ends").expect("it talks");
    let letter = &told[1];
    for part in [
        "MAIL FROM:<shop@example.com>",
        "RCPT TO:<ada@example.com>",
        &number,
    ] {
        assert!(letter.contains(part), "{part}: {letter}");
    }
    assert!(letter.contains("text/plain") && letter.contains("text/html"));
}
