//! Connections that say nothing, or too slowly: they end, and others are answered meanwhile.

use crate::support::Shop;
use awning::platform::listen::{self, Limits};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};
use tokio::{net::TcpListener, sync::oneshot};

const SHORT: Duration = Duration::from_millis(300);
const LONG: Duration = Duration::from_secs(20);
/// The head of a request that never ends.
const HALF: &[u8] = b"GET / HTTP/1.1\r\nHost: shop.test\r\n";

/// A shop that listens with `limits`; its address, and what tells it to stop.
async fn listening(
    limits: Limits,
) -> (SocketAddr, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
    let shop = Shop::open().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let (stop, stopped) = oneshot::channel();
    let serving = tokio::spawn(async move {
        let stopped = async move { drop(stopped.await) };
        listen::serve(listener, shop.router.clone(), limits, stopped).await;
    });
    (address, stop, serving)
}

fn half_open(address: SocketAddr) -> TcpStream {
    let mut stream = TcpStream::connect(address).expect("connected");
    stream.set_read_timeout(Some(LONG)).expect("set");
    // Whoever is turned away at once cannot be written to.
    let _ = stream.write_all(HALF);
    stream
}

/// The status line of an answer; empty if the connection ended without one.
fn health(address: SocketAddr) -> String {
    status(address, "/healthz")
}

fn status(address: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("connected");
    stream.set_read_timeout(Some(LONG)).expect("set");
    let request = format!("GET {path} HTTP/1.1\r\nHost: shop.test\r\nConnection: close\r\n\r\n");
    let _ = stream.write_all(request.as_bytes());
    let mut line = String::new();
    let _ = BufReader::new(stream).read_line(&mut line);
    line.trim_end().to_owned()
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(work).await.expect("no panic")
}

#[tokio::test]
async fn whoever_sends_no_head_is_let_go_and_makes_place() {
    let limits = Limits {
        all: 2,
        of_address: 2,
        head: SHORT,
        end: LONG,
    };
    let (address, _stop, _serving) = listening(limits).await;
    blocking(move || {
        let silent = TcpStream::connect(address).expect("connected");
        silent.set_read_timeout(Some(LONG)).expect("set");
        let slow = half_open(address);
        assert_eq!(
            health(address),
            "HTTP/1.1 200 OK",
            "both places are taken until their time is over"
        );
        for mut stream in [silent, slow] {
            let mut rest = Vec::new();
            let _ = stream.read_to_end(&mut rest);
            assert!(!rest.starts_with(b"HTTP/1.1 200"), "it was ended");
        }
    })
    .await;
}

/// Whoever waits for a place is not turned away because the one before is only half gone.
#[tokio::test(flavor = "multi_thread")]
async fn who_waits_for_a_place_gets_it_whole() {
    let limits = Limits {
        all: 2,
        of_address: 2,
        head: LONG,
        end: LONG,
    };
    let (address, _stop, _serving) = listening(limits).await;
    let shoppers = (0..8).map(|_| {
        blocking(move || {
            for _ in 0..250 {
                assert_eq!(health(address), "HTTP/1.1 200 OK");
            }
        })
    });
    futures::future::join_all(shoppers).await;
}

#[tokio::test]
async fn one_address_does_not_take_every_place() {
    let limits = Limits {
        all: 8,
        of_address: 3,
        head: LONG,
        end: LONG,
    };
    let (address, _stop, _serving) = listening(limits).await;
    let held: Vec<TcpStream> = blocking(move || (0..3).map(|_| half_open(address)).collect()).await;
    assert_eq!(
        blocking(move || health(address)).await,
        "",
        "a fourth is turned away"
    );
    // Another address of this machine.
    let elsewhere = tokio::net::TcpSocket::new_v4().expect("a socket");
    elsewhere
        .bind("127.0.0.2:0".parse().expect("an address"))
        .expect("bound");
    let stream = elsewhere.connect(address).await.expect("connected");
    let answer = blocking(move || {
        let mut stream = stream.into_std().expect("a stream");
        stream.set_nonblocking(false).expect("set");
        stream
            .write_all(b"GET /healthz HTTP/1.1\r\nHost: shop.test\r\nConnection: close\r\n\r\n")
            .expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("answered");
        answer
    })
    .await;
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    drop(held);
}

#[tokio::test]
async fn a_connection_that_never_ends_does_not_keep_the_shop_from_ending() {
    let limits = Limits {
        all: 8,
        of_address: 8,
        head: LONG,
        end: SHORT,
    };
    let (address, stop, serving) = listening(limits).await;
    let held = blocking(move || half_open(address)).await;
    assert_eq!(blocking(move || health(address)).await, "HTTP/1.1 200 OK");
    let told = Instant::now();
    stop.send(()).expect("told");
    tokio::time::timeout(LONG, serving)
        .await
        .expect("in time")
        .expect("it ends");
    assert!(told.elapsed() >= SHORT, "requests in flight had their time");
    drop(held);
}

/// `awning serve` with few descriptors.
pub struct Served {
    /// Its process.
    pub child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// Where it was started.
    pub dir: tempfile::TempDir,
}

impl Served {
    pub fn start(settings: &[&str]) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let mut command = Command::new("sh");
        let start = format!(
            "ulimit -n 80 && exec {} serve \"$@\"",
            env!("CARGO_BIN_EXE_awning")
        );
        command.args(["-c", &start, "sh", "--set", "address=127.0.0.1:0"]);
        for setting in settings {
            command.args(["--set", setting]);
        }
        command.current_dir(dir.path()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("a server");
        let out = BufReader::new(child.stdout.take().expect("its output"));
        let open = out.lines().map_while(Result::ok).find_map(|line| {
            let (_, url) = line.split_once("open: http://")?;
            url.parse().ok()
        });
        Self {
            child,
            address: open.expect("it opens"),
            dir,
        }
    }

    pub fn terminated(mut self) -> ExitStatus {
        let id = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(id, rustix::process::Signal::TERM).expect("told");
        self.child.wait().expect("ended")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn sixty_half_open_connections_stop_no_shop_of_eighty_descriptors() {
    let shop = Served::start(&[
        "header_timeout_seconds=1",
        "drain_seconds=0",
        "stop_timeout_seconds=1",
    ]);
    let address = shop.address;
    let held: Vec<TcpStream> = (0..60).map(|_| half_open(address)).collect();
    for _ in 0..3 {
        assert_eq!(health(address), "HTTP/1.1 200 OK");
    }
    drop(held);
    let (last, told) = (half_open(address), Instant::now());
    assert!(shop.terminated().success());
    assert!(told.elapsed() < LONG, "it ends at its deadline");
    drop(last);
}

/// A proxy is told first, and shoppers who come meanwhile are served; Ctrl-C then waits for nothing.
#[test]
fn a_shop_that_is_to_stop_says_so_before_it_does() {
    let mut shop = Served::start(&["drain_seconds=3600"]);
    assert_eq!(status(shop.address, "/readyz"), "HTTP/1.1 200 OK");
    let id = rustix::process::Pid::from_child(&shop.child);
    let tell = |signal| rustix::process::kill_process(id, signal).expect("told");
    tell(rustix::process::Signal::TERM);
    let told = Instant::now();
    while status(shop.address, "/readyz") != "HTTP/1.1 503 Service Unavailable" {
        assert!(told.elapsed() < LONG, "it does not say so");
    }
    assert_eq!(health(shop.address), "HTTP/1.1 200 OK");
    tell(rustix::process::Signal::INT);
    assert!(shop.child.wait().expect("ended").success());
    assert!(TcpStream::connect(shop.address).is_err());
}

#[test]
fn a_shop_that_others_reach_has_an_address_of_its_own() {
    for setting in ["address=0.0.0.0:0", "trusted_proxies=1"] {
        let dir = tempfile::tempdir().expect("a directory");
        let output = Command::new(env!("CARGO_BIN_EXE_awning"))
            .args(["serve", "--set", "address=127.0.0.1:0", "--set", setting])
            .current_dir(dir.path())
            .output()
            .expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success(), "{setting}");
        assert!(
            said.contains("public_url") && said.contains("https://shop.example"),
            "{said}"
        );
    }
}
