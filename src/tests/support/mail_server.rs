//! A mail server that takes e-mails in, and can leave a sender without an answer.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

/// It listens until the test's process ends.
pub struct MailServer {
    /// Its address, as the shop's setting `mail`.
    pub url: String,
    inbox: Arc<Inbox>,
}

#[derive(Default)]
struct Inbox {
    /// The Message-IDs of what was taken in, in order.
    taken: Mutex<Vec<String>>,
    /// Whether the next sender is to get no answer.
    is_silent: AtomicBool,
    /// The Message-ID of the e-mail that got none.
    unanswered: Mutex<Option<String>>,
}

impl MailServer {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let inbox = Arc::new(Inbox::default());
        let kept = Arc::clone(&inbox);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let inbox = Arc::clone(&kept);
                // Whoever goes away in the middle has sent nothing.
                thread::spawn(move || drop(inbox.converse(stream)));
            }
        });
        Self {
            url: format!("smtp://127.0.0.1:{port}"),
            inbox,
        }
    }

    /// Takes the next e-mail without a word; its sender waits.
    pub fn say_nothing_once(&self) {
        self.inbox.is_silent.store(true, Ordering::SeqCst);
    }

    /// The Message-ID of the e-mail that got no answer, once it is there.
    pub fn unanswered(&self) -> Option<String> {
        self.inbox.unanswered.lock().expect("no panic").clone()
    }

    /// The Message-IDs of all that was taken in.
    pub fn taken(&self) -> Vec<String> {
        self.inbox.taken.lock().expect("no panic").clone()
    }
}

impl Inbox {
    fn converse(&self, stream: TcpStream) -> std::io::Result<()> {
        let mut stream = BufReader::new(stream);
        stream.get_mut().write_all(b"220 shop.test ESMTP\r\n")?;
        let mut line = String::new();
        while stream.read_line(&mut line)? > 0 {
            let answer: &[u8] = match line.get(..4).unwrap_or_default() {
                "EHLO" => b"250-shop.test\r\n250 8BITMIME\r\n",
                "DATA" => {
                    stream.get_mut().write_all(b"354 go on\r\n")?;
                    if self.take_in(&mut stream)? {
                        b"250 taken\r\n"
                    } else {
                        b""
                    }
                }
                "QUIT" => return stream.get_mut().write_all(b"221 bye\r\n"),
                _ => b"250 well\r\n",
            };
            stream.get_mut().write_all(answer)?;
            line.clear();
        }
        Ok(())
    }

    /// Whether the e-mail that follows is to be answered.
    fn take_in(&self, stream: &mut impl BufRead) -> std::io::Result<bool> {
        let mut email = String::new();
        while !email.ends_with("\r\n.\r\n") {
            if stream.read_line(&mut email)? == 0 {
                return Ok(false);
            }
        }
        let id = email.lines().find(|line| line.starts_with("Message-ID:"));
        let id = id.expect("it has one").to_owned();
        self.taken.lock().expect("no panic").push(id.clone());
        let is_silent = self.is_silent.swap(false, Ordering::SeqCst);
        if is_silent {
            *self.unanswered.lock().expect("no panic") = Some(id);
        }
        Ok(!is_silent)
    }
}
