//! (c) What the server's process takes.

use crate::load;
use awning::platform::config::Config;
use std::{
    fs,
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

/// Starts the shop as a process of its own, visits it, and prints its peak memory.
pub async fn report(config: &Config) {
    let mut server = Command::new(env!("CARGO_BIN_EXE_awning"))
        .args([
            "serve",
            "--set",
            "address=127.0.0.1:0",
            "--set",
            "log_filter=off",
            "--set",
        ])
        .arg(format!("database={}", config.database))
        .stdout(Stdio::piped())
        .spawn()
        .expect("the shop starts");
    let mut line = String::new();
    BufReader::new(server.stdout.take().expect("piped"))
        .read_line(&mut line)
        .expect("it says where");
    let address = line
        .trim()
        .rsplit("//")
        .next()
        .and_then(|address| address.parse().ok())
        .expect("an address");
    let idle = resident(server.id());
    load::run(
        address,
        64,
        &vec![load::request("GET", "/", "", "text/html"); 20_000],
    )
    .await;
    println!(
        "(c) memory: {idle} kB idle, {} kB at most while serving 20000 pages over 64 connections\n",
        peak(server.id())
    );
    server.kill().expect("stopped");
    let _ = server.wait();
}

fn resident(pid: u32) -> String {
    field(pid, "VmRSS:")
}

fn peak(pid: u32) -> String {
    field(pid, "VmHWM:")
}

fn field(pid: u32, name: &str) -> String {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix(name))
        .unwrap_or("?");
    line.trim().trim_end_matches(" kB").to_owned()
}
