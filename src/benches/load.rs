//! Requests over keep-alive connections, as fast as answers come.

use axum::{Router, serve::ListenerExt};
use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    task::JoinSet,
};

/// Serves `router` on a free port.
pub async fn serve(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    // As the shop's own listener does: else an answer in two parts waits for an acknowledgement, 40 ms.
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

/// An HTTP/1.1 request without a body.
pub fn request(method: &str, path: &str, cookie: &str, accept: &str) -> Vec<u8> {
    let length = if method == "POST" {
        "content-type: application/x-www-form-urlencoded\r\ncontent-length: 0\r\n"
    } else {
        ""
    };
    format!("{method} {path} HTTP/1.1\r\nhost: shop.test\r\naccept: {accept}\r\ncookie: {cookie}\r\n{length}\r\n").into_bytes()
}

/// The same request of a browser that takes gzip.
pub fn taking_gzip(request: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(request);
    let gzip = "\r\naccept-encoding: gzip, deflate, br, zstd\r\n\r\n";
    text.replacen("\r\n\r\n", gzip, 1).into_bytes()
}

/// Sends every request once, over `connections`; answers a second.
pub async fn run(address: SocketAddr, connections: usize, requests: &[Vec<u8>]) -> f64 {
    let mut tasks = JoinSet::new();
    let started = Instant::now();
    for part in requests.chunks(requests.len().div_ceil(connections)) {
        let part = part.to_vec();
        tasks.spawn(async move {
            let mut stream =
                BufReader::new(TcpStream::connect(address).await.expect("a connection"));
            for request in part {
                answer(&mut stream, &request).await;
            }
        });
    }
    tasks.join_all().await;
    requests.len() as f64 / started.elapsed().as_secs_f64()
}

/// Sends every request once, over `connections`; how long each answer took, in milliseconds.
pub async fn waits(address: SocketAddr, connections: usize, requests: &[Vec<u8>]) -> Vec<f64> {
    let mut tasks = JoinSet::new();
    for part in requests.chunks(requests.len().div_ceil(connections)) {
        let part = part.to_vec();
        tasks.spawn(async move {
            let mut stream =
                BufReader::new(TcpStream::connect(address).await.expect("a connection"));
            let mut waits = Vec::with_capacity(part.len());
            for request in part {
                let asked = Instant::now();
                answer(&mut stream, &request).await;
                waits.push(asked.elapsed().as_secs_f64() * 1_000.0);
            }
            waits
        });
    }
    tasks.join_all().await.into_iter().flatten().collect()
}

/// How fast requests come, whether or not those before them are answered.
#[derive(Clone, Copy)]
pub struct Rate {
    /// Requests a second.
    pub a_second: u32,
    /// Connections that take turns.
    pub connections: usize,
}

/// Sends every request once, at `rate`; how long after its time each answer came, in milliseconds.
pub async fn waits_at(address: SocketAddr, rate: Rate, requests: &[Vec<u8>]) -> Vec<f64> {
    let (mut tasks, begins) = (JoinSet::new(), Instant::now());
    let between = Duration::from_secs(1) / rate.a_second;
    for first in 0..rate.connections {
        let turns = requests.iter().enumerate().skip(first);
        let turns = turns.step_by(rate.connections);
        let turns: Vec<_> = turns.map(|(at, it)| (at, it.clone())).collect();
        tasks.spawn(async move {
            let stream = TcpStream::connect(address).await.expect("a connection");
            let (mut stream, mut waits) = (BufReader::new(stream), Vec::new());
            for (at, request) in turns {
                let due = begins + between * u32::try_from(at).expect("few");
                tokio::time::sleep_until(due.into()).await;
                answer(&mut stream, &request).await;
                waits.push(due.elapsed().as_secs_f64() * 1_000.0);
            }
            waits
        });
    }
    tasks.join_all().await.into_iter().flatten().collect()
}

/// The body of the answer to one request.
pub async fn body(address: SocketAddr, request: &[u8]) -> Vec<u8> {
    let mut stream = BufReader::new(TcpStream::connect(address).await.expect("a connection"));
    answer(&mut stream, request).await
}

async fn answer(stream: &mut BufReader<TcpStream>, request: &[u8]) -> Vec<u8> {
    stream.write_all(request).await.expect("sent");
    let (mut line, mut length, mut status) = (String::new(), None, true);
    loop {
        line.clear();
        stream.read_line(&mut line).await.expect("a header");
        if std::mem::take(&mut status) {
            assert!(line.contains(" 200 ") || line.contains(" 303 "), "{line}");
        }
        let text = line.trim_end().to_ascii_lowercase();
        if let Some(value) = text.strip_prefix("content-length: ") {
            length = value.parse().ok();
        }
        if text.is_empty() {
            break;
        }
    }
    match length {
        Some(length) => exactly(stream, length).await,
        None => chunks(stream).await,
    }
}

async fn exactly(stream: &mut BufReader<TcpStream>, length: usize) -> Vec<u8> {
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.expect("a body");
    body
}

async fn chunks(stream: &mut BufReader<TcpStream>) -> Vec<u8> {
    let (mut body, mut line) = (Vec::new(), String::new());
    loop {
        line.clear();
        stream.read_line(&mut line).await.expect("a chunk");
        let length = usize::from_str_radix(line.trim(), 16).expect("a length");
        let chunk = exactly(stream, length + 2).await;
        if length == 0 {
            return body;
        }
        body.extend_from_slice(&chunk[..length]);
    }
}
